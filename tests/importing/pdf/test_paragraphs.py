"""Words that were broken at the end of a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.importing.pdf.lines import PrintedLine
from tui.importing.pdf.paragraphs import Hyphens, paragraphs_of_pages

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


FULL = "The ferry was tied up on Monday and the travellers had to wait until"
"""A line that fills its column."""


_LETTER = 0.5
"""The width of every letter, relative to its size."""


def set_lines(*rows: tuple[str, float, float] | tuple[str, float, float, float]) -> list[PrintedLine]:
    """Set lines: text, indent, distance from the one above, and size where it is not 10."""
    lines, y = [], 800.0
    for text, indent, distance, *size in rows:
        y -= distance
        letters, x = size[0] if size else 10.0, 70 + indent
        first = _LETTER * letters * len(text.split(" ", 1)[0])
        lines.append(PrintedLine(text, x, y, letters, x + _LETTER * letters * len(text), first))
    return lines


SETTINGS = [
    (
        "space between paragraphs",
        [(FULL, 0, 12), ("nightfall.", 0, 12), (FULL, 0, 20), ("the morning.", 0, 12)],
        [f"{FULL} nightfall.", f"{FULL} the morning."],
    ),
    (
        "indents",
        [(FULL, 12, 12), (FULL + " it", 0, 12), ("rained.", 0, 12), (FULL, 12, 12), ("the morning.", 0, 12)],
        [f"{FULL} {FULL} it rained.", f"{FULL} the morning."],
    ),
    (
        "indented lines of one line each",
        [("Go, she said.", 12, 12), (FULL, 12, 12), ("the morning.", 0, 12)],
        ["Go, she said.", f"{FULL} the morning."],
    ),
    (
        "a short line that ends a sentence",
        [(FULL, 0, 12), ("nightfall, they say.", 0, 12), (FULL, 0, 12), ("the morning.", 0, 12)],
        [f"{FULL} nightfall, they say.", f"{FULL} the morning."],
    ),
    (
        "letters of another size",
        [("A ferry sinks", 0, 12, 18), (FULL, 0, 12), ("noon.", 0, 12)],
        ["A ferry sinks", f"{FULL} noon."],
    ),
    (
        "a heading of two lines",
        [("A ferry sinks", 0, 12, 18), ("at Ouro", 0, 24, 18), (FULL, 0, 30)],
        ["A ferry sinks at Ouro", FULL],
    ),
    (
        "items with bullets",
        [(f"• {FULL}", 0, 12), ("nightfall", 8, 12), ("• two", 0, 12)],
        [f"• {FULL} nightfall", "• two"],
    ),
    ("a block that is indented", [(FULL, 20, 12)] * 3 + [("noon.", 20, 12)], [f"{FULL} {FULL} {FULL} noon."]),
    (
        "the next column",
        [(FULL, 0, 12), (FULL, 0, 12), ("nightfall,", 300, -12), ("and it rained.", 300, 12)],
        [f"{FULL} {FULL} nightfall, and it rained."],
    ),
    (
        "a line in capitals",
        [("THE RIVER AUTHORITY", 0, 12), ("Office of the press", 0, 12)],
        ["THE RIVER AUTHORITY", "Office of the press"],
    ),
    ("a table", [("Ouro", 0, 12), ("Tassara", 0, 12), (FULL, 0, 12)], ["Ouro", "Tassara", FULL]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "paragraphs"), [row[1:] for row in SETTINGS], ids=[row[0] for row in SETTINGS])
def test_paragraphs(rows: list[tuple[str, float, float]], paragraphs: list[str]) -> None:
    assert [paragraph.text for paragraph in paragraphs_of_pages([set_lines(*rows)])] == paragraphs


def test_a_paragraph_goes_on_over_the_notes_of_a_page() -> None:
    first = set_lines((FULL, 0, 12), (FULL, 0, 12), ("1 See the report.", 0, 30, 8))
    second = set_lines(("nightfall, and it rained.", 0, 12), (FULL, 0, 20))
    texts = [paragraph.text for paragraph in paragraphs_of_pages([first, second])]
    assert texts == [f"{FULL} {FULL} nightfall, and it rained.", "1 See the report.", FULL]


def test_columns_below_a_line_that_spans_them_are_full_at_their_own_width() -> None:
    half = "The ferry was tied up on Monday in"
    rows = [(f"{FULL} {FULL}", 0, 12), *[(half, 0, 14 if place == 0 else 12) for place in range(20)]]
    assert [len(paragraph.text) // len(half) for paragraph in paragraphs_of_pages([set_lines(*rows)])][-1] >= 20


def test_no_lines_make_no_paragraphs() -> None:
    assert paragraphs_of_pages([[], []]) == []


def test_a_paragraph_goes_on_across_what_stands_in_its_midst() -> None:
    first = set_lines((FULL, 0, 12), (FULL, 0, 12), ("Photo: Ada Rell", 0, 30, 7), ("nightfall, and", 0, 20))
    second = set_lines(("it rained.", 0, 12), (FULL, 0, 20))
    texts = [paragraph.text for paragraph in paragraphs_of_pages([first, second])]
    assert texts == [f"{FULL} {FULL} nightfall, and it rained.", "Photo: Ada Rell", FULL]


def test_lines_of_different_regions_are_joined_only_within_a_sentence() -> None:
    above, ended, below = set_lines((FULL, 0, 12), ("It sank.", 0, 12), (FULL, 0, 12))
    regions = [above, ended, replace(below, region=1)]
    assert [one.text for one in paragraphs_of_pages([regions])] == [f"{FULL} It sank.", FULL]
