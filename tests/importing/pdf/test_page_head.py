"""The heads of newspaper pages."""

from __future__ import annotations

import pytest

from tui.importing.pdf.page_head import read_page_head

HEADS = [
    ("name and day side by side", ["HARBOUR NEWS", "Saturday, March 4, 2023"], "2023-03-04", "HARBOUR NEWS"),
    ("a number behind the day", ["HARBOUR NEWS", "Saturday, March 4, 2023 3"], "2023-03-04", "HARBOUR NEWS"),
    ("all in one", ["Le Fleuve - samedi 4 mars 2023 - page 3"], "2023-03-04", "Le Fleuve"),
    ("a number before the name", ["12 The River Post", "4 March 2023"], "2023-03-04", "The River Post"),
    ("a section", ["A4", "WORLD", "Saturday, March 4, 2023"], "2023-03-04", ""),
    ("a day and a number", ["4 March 2023", "7"], "2023-03-04", ""),
    ("a bar", ["The River Post | 4 March 2023 | Page 3"], "2023-03-04", "The River Post"),
    ("a month", ["The River Post", "March 2023"], "2023-03-01", "The River Post"),
    ("a day alone", ["Saturday, March 4, 2023"], None, ""),
    ("a writer's line", ["By Ada Rell", "4 March 2023"], None, ""),
    ("a sentence", ["The ferry sank on 4 March 2023 off Ouro, and nobody was hurt."], None, ""),
    ("a title with a day", ["Report on the events of 4 March 2023"], None, ""),
    ("two days", ["4 March 2023", "5 March 2023"], None, ""),
    ("a day of change", ["The River Post", "Updated: 4 March 2023"], None, ""),
    ("no day", ["The River Post", "12"], None, ""),
    ("nothing", [], None, ""),
]


@pytest.mark.parametrize(("row", "day", "outlet"), [case[1:] for case in HEADS], ids=[case[0] for case in HEADS])
def test_heads(row: list[str], day: str | None, outlet: str) -> None:
    head = read_page_head(row)
    assert (head and head.date.span and head.date.span.first.isoformat()) == day
    assert (head.outlet if head else "") == outlet
