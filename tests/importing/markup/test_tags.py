"""HTML in one pass: tags, text, and nothing that takes long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.markup.tags import TagKind, pieces_of

S, E, T = TagKind.START, TagKind.END, TagKind.TEXT

PIECES = [
    ("text", "a &amp; b", [(T, "a & b")]),
    ("an element", "<P class=x>a</p>", [(S, "p"), (T, "a"), (E, "p")]),
    (
        "closed in itself",
        "<br/>a<script src='x' />b",
        [(S, "br"), (E, "br"), (T, "a"), (S, "script"), (E, "script"), (T, "b")],
    ),
    ("a mark between quotes", '<img alt="a > b">c', [(S, "img"), (T, "c")]),
    ("a quote that is left open", '<a x=">b', [(S, "a"), (T, "b")]),
    ("a comment", "a<!-- <p> -->b", [(T, "a"), (T, "b")]),
    ("a comment without an end", "a<!-- b", [(T, "a"), (T, " b")]),
    ("plain characters", "<![CDATA[a < b]]>c", [(T, "a < b"), (T, "c")]),
    ("a lone mark", "3 < 4", [(T, "3 "), (T, "<"), (T, " 4")]),
    ("a declaration", "<!doctype html><?xml ?>a", [(T, "a")]),
    ("a tag without an end", "a <b c", [(T, "a "), (T, "<b c")]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("html", "pieces"), [row[1:] for row in PIECES], ids=[row[0] for row in PIECES])
def test_pieces(html: str, pieces: list[tuple[TagKind, str]]) -> None:
    assert list(pieces_of(html)) == pieces


OPEN = ["<a ", '<a x="', "<!--", "<![CDATA[", "</", "<?x", "<a x='>", "<!x", '<a x=">']


@pytest.mark.parametrize("mark", OPEN)
def test_marks_that_are_never_closed_are_passed_over_in_one_go(mark: str) -> None:
    assert len(list(pieces_of(mark * 200_000))) <= 400_000


@given(st.text(alphabet="<>/!-ab \"'=[]&;", max_size=60))
def test_any_text_comes_to_an_end(html: str) -> None:
    assert sum(len(text) for _, text in pieces_of(html)) <= 2 * len(html)
