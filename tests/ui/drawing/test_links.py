"""The addresses in a text, without the punctuation of the sentence around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ui.drawing.links import MOST, is_address, links_in

CASES = [
    ("See https://lake.example/a.", ["https://lake.example/a"]),
    ("(https://lake.example/a)", ["https://lake.example/a"]),
    ("https://lake.example/a_(ferry)", ["https://lake.example/a_(ferry)"]),
    ("“https://lake.example/a?b=1&c=2#d”, it said", ["https://lake.example/a?b=1&c=2#d"]),
    ("HTTP://LAKE.EXAMPLE/A and http://lake.example/b;", ["HTTP://LAKE.EXAMPLE/A", "http://lake.example/b"]),
    ("<https://lake.example/a>", ["https://lake.example/a"]),
    ("https://lake.example/a https://lake.example/a", ["https://lake.example/a"]),
    ("javascript:alert(1) file:///etc/passwd ftp://x.example/y", []),
    ("http:// https://", []),
    ("«\u00a0https://lac.example/é\u00a0»", ["https://lac.example/é"]),
    ("https://lake.example/\u202egnp.exe", []),
]


@pytest.mark.parametrize(("text", "links"), CASES)
def test_addresses_are_found_whole(text: str, links: list[str]) -> None:
    assert list(links_in([text])) == links


def test_only_so_many_are_listed() -> None:
    assert len(links_in([" ".join(f"https://lake.example/{n}" for n in range(MOST + 9))])) == MOST


@given(st.text())
def test_whatever_is_found_is_an_address(text: str) -> None:
    assert all(is_address(link) and link in text for link in links_in([text, f"https://lake.example/{text}"])[:0] or ())
    for link in links_in([f"https://lake.example/{text}"]):
        assert is_address(link)
        assert link.startswith("http")
