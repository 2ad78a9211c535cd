"""Printed downloads: lines become paragraphs, and running heads go without the lines that part articles."""

from __future__ import annotations

from tui.importing.pdf.lines import PrintedLine
from tui.importing.press.prints import printed_lines

FULL = "The crane in the harbour has not moved since Monday, said its master on Tuesday when he was"


def printed(text: str, y: float, size: float = 10.0) -> PrintedLine:
    """Set a line whose letters are half as wide as they are high."""
    return PrintedLine(text, 60, y, size, 60 + len(text) * size / 2, len(text.split(" ", 1)[0]) * size / 2)


def page(number: int, title: str, lines: list[str]) -> list[PrintedLine]:
    set_lines = [
        printed(f"Page {number} of 2", 815, 8),
        printed(title, 780, 14),
        printed("Harbour Times", 755),
        printed(f"March {number}, 2023", 735),
    ]
    y = 715.0
    for line in lines:
        y -= 12.0 if line else 8.0
        if line:
            set_lines.append(printed(line, y))
    return [*set_lines, printed("End of Document", 300)]


PAGES = [page(1, "One", [FULL, "asked why.", "", "A second."]), page(2, "Two", [FULL, "asked why.", "", "A second."])]


def test_broken_lines_are_joined_and_paragraphs_kept_apart() -> None:
    lines, running = printed_lines(PAGES)
    assert [line.text for line in lines[:6]] == [
        *("One", "Harbour Times", "March 1, 2023", f"{FULL} asked why.", "A second.", "End of Document"),
    ]
    assert [line.level for line in lines[:3]] == [1, 0, 0]
    assert running == ["Page 1 of 2", "Page 2 of 2"]


def test_lines_that_part_articles_stay_though_they_stand_on_every_page() -> None:
    lines, _ = printed_lines(PAGES)
    assert sum(line.text == "End of Document" for line in lines) == 2


def test_a_running_title_goes_where_the_next_page_has_it_too() -> None:
    pages = [
        [
            printed(f"Page {number}", 815, 8),
            printed("The Quay", 803, 8),
            printed(("A crane.", "No ferry.")[number - 1], 700),
        ]
        for number in (1, 2)
    ]
    lines, running = printed_lines(pages)
    assert [line.text for line in lines] == ["A crane.", "No ferry."]
    assert running == ["Page 1", "The Quay", "Page 2"]


def test_no_page_gives_no_line() -> None:
    assert printed_lines([]) == ([], [])
