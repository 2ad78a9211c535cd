"""What stands around a text on its pages."""

from __future__ import annotations

import pytest

from tui.importing.pdf.headers_footers import HeadersAndFooters, take_headers_and_footers
from tui.importing.pdf.lines import PrintedLine


def page(*texts: str, top: float = 800) -> list[PrintedLine]:
    """Set a page; the last text stands at its foot."""
    places = [*(top - 14 * place for place in range(len(texts) - 1)), 30.0]
    return [PrintedLine(text, 70, y, 10) for text, y in zip(texts, places, strict=True)]


BODY = ["It rained at {}.", "Nobody was {} there.", "The river {} rose.", "The {} ferry sank."]


def pages(head: str, foot: str, count: int = 4) -> list[list[PrintedLine]]:
    words = ["first", "second", "third", "fourth", "fifth", "sixth"]
    return [
        page(head.format(number), *(line.format(words[number]) for line in BODY), foot.format(number))
        for number in range(count)
    ]


EDGES = [
    ("a running head and a number", "The River Post", "{}", ["The River Post", "0"]),
    ("a number in words", "Report on the ferry", "Page {} of 4", ["Report on the ferry", "Page 0 of 4"]),
    ("a running foot", "- {} -", "River Post, March 2023", ["- 0 -", "River Post, March 2023"]),
]


@pytest.mark.parametrize(("head", "foot", "out"), [row[1:] for row in EDGES], ids=[row[0] for row in EDGES])
def test_what_comes_back_on_each_page_is_taken_off(head: str, foot: str, out: list[str]) -> None:
    whole = pages(head, foot)
    assert take_headers_and_footers(whole).lines == out
    assert [len(each) for each in whole] == [4, 4, 4, 4]


def test_a_single_page_keeps_its_first_line_and_loses_its_number() -> None:
    whole = pages("A ferry sinks", "1", count=1)
    assert take_headers_and_footers(whole).lines == ["1"]
    assert whole[0][0].text == "A ferry sinks"


def test_a_year_above_a_single_page_stays() -> None:
    whole = pages("2023", "It sank.", count=1)
    assert take_headers_and_footers(whole) == HeadersAndFooters()


def test_pages_without_lines_are_passed_over() -> None:
    assert take_headers_and_footers([[], [], page("a")]) == HeadersAndFooters()


def test_an_address_that_was_cut_off_is_none() -> None:
    found = take_headers_and_footers([page("25/03/2023 16:02 A ferry", "It sank.", "https://river.example/a... 1/1")])
    assert (found.address, found.printed.iso if found.printed else "") == ("", "2023-03-25")


def side_by_side(*texts: str, y: float = 800.0) -> list[PrintedLine]:
    return [PrintedLine(text, 70.0 + 200 * place, y, 10) for place, text in enumerate(texts)]


def test_the_head_of_a_newspaper_page_says_its_day_and_its_paper() -> None:
    one = [*side_by_side("HARBOUR NEWS", "4 March 2023", "3"), *page("A ferry sinks", "It sank.", "So.", top=700)]
    found = take_headers_and_footers([one])
    assert ([date.iso for date in found.dates], found.outlet) == (["2023-03-04"], "HARBOUR NEWS")
    assert found.lines == ["HARBOUR NEWS", "4 March 2023", "3"]
    assert one[0].text == "A ferry sinks"


def test_pages_of_different_days_offer_each() -> None:
    both = [[*side_by_side("HARBOUR NEWS", f"{day} March 2023"), *page("A", "B", "C", top=700)] for day in (4, 4, 6)]
    assert [date.iso for date in take_headers_and_footers(both).dates] == ["2023-03-04", "2023-03-06"]


def test_a_foot_says_when_a_page_was_printed() -> None:
    one = page("A ferry sinks", "It sank.", "www.river.example Printed on 10 March 2023")
    found = take_headers_and_footers([one])
    assert (found.printed.iso if found.printed else "", found.dates) == ("2023-03-10", [])
    assert [line.text for line in one] == ["A ferry sinks", "It sank."]


def test_the_numbers_of_a_table_at_the_foot_of_a_page_stay() -> None:
    one = [*page("A ferry sinks", "It sank.", "So."), *side_by_side("Ouro", "12", "14", y=20)]
    assert take_headers_and_footers([one]).lines == []
