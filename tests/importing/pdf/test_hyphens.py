"""Words that were broken at the end of a line."""

from __future__ import annotations

import pytest

from tui.importing.pdf.hyphens import Hyphens

OTHERS = [
    "the govern-",
    "ment met, as the government",
    "does on Mon-",
    "day, every Monday, and a long-established",
    "rule",
]
"""A text that breaks words."""

BROKEN = [
    ("a word that stands elsewhere whole", ["a govern-", "ment"], "a government"),
    ("a word that stands elsewhere with its hyphen", ["the long-", "established"], "the long-established"),
    ("a word that nothing else shows", ["the recon-", "struction"], "the reconstruction"),
    ("the first part of many words", ["a self-", "sufficient"], "a self-sufficient"),
    ("a French question", ["peut-", "être"], "peut-être"),
    ("a soft hyphen", ["a hand\u00ad", "over"], "a handover"),
    ("a name", ["Guinea-", "Bissau"], "Guinea-Bissau"),
    ("a figure", ["in 2023-", "24"], "in 2023-24"),
    ("a dash", ["he said -", "and left"], "he said - and left"),
    ("no hyphen", ["he", "left"], "he left"),
    ("an address", ["www.river.example/", "news"], "www.river.example/news"),
    ("nothing", [], ""),
]


@pytest.mark.parametrize(("lines", "joined"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_joined(lines: list[str], joined: str) -> None:
    assert Hyphens([*OTHERS, *lines]).joined(lines) == joined


def test_a_text_that_breaks_no_words_keeps_its_hyphens() -> None:
    lines = ["a cease-", "fire holds in the valley", *["and the road is open to all who want to go there"] * 40]
    assert Hyphens(lines).joined(lines[:2]) == "a cease-fire holds in the valley"
