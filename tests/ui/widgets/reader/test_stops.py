from __future__ import annotations

from datetime import date

from tui.base.days import Span
from tui.dates import find_dates
from tui.ui.widgets.reader import StopOpened, StopsEnded

TEXT = (
    "The ferry left on 4 March 2031 and came back last month. It had served for 18 months, now it rests.\n\n"
    + "The lake is quiet and nobody counts the boats that are left on it. " * 40
    + "\n\nOn Friday the harbour opened."
)
DATES = find_dates(TEXT, language="en", published=Span.of_day(date(2031, 5, 22)))


def chosen(somebody) -> list[str | None]:
    return [date.text if date else None for date in somebody.app.dates]


async def test_written_and_inferred_dates_are_told_apart_without_colour(sitting, reading):
    async with sitting(reading(text=TEXT), place=0) as somebody:
        assert somebody.styled("underline") == []
        somebody.reader.take_dates(DATES)
        assert somebody.styled("underline") == ["4 March 2031", "last month"]
        assert somebody.styled("italic") == ["last month"]


async def test_marks_lie_above_dates(sitting, reading):
    async with sitting(reading("March|ferry", text=TEXT), place=0) as somebody:
        somebody.reader.take_dates(DATES)
        assert "March" in somebody.styled("bold")


async def test_dates_that_come_later_move_nothing(sitting, reading):
    async with sitting(reading(text=TEXT), (40, 12)) as somebody:
        await somebody.press("space")
        rows = somebody.rows
        somebody.reader.take_dates(DATES)
        await somebody.rest()
        assert somebody.rows == rows


async def test_somebody_walks_the_dates_to_the_end_and_back(sitting, reading):
    async with sitting(reading(text=TEXT), (40, 12), place=0) as somebody:
        somebody.reader.take_dates(DATES)
        await somebody.press("e", "e", "e", "e")
        assert chosen(somebody) == ["4 March 2031", "last month", "Friday"]
        assert somebody.styled("reverse") == ["Friday"]
        assert somebody.heard(StopsEnded)[-1].stops == 3
        await somebody.press("E")
        assert chosen(somebody)[-1] == "last month"


async def test_walking_begins_at_what_is_in_sight(sitting, reading):
    async with sitting(reading(text=TEXT), (40, 12), place=0) as somebody:
        somebody.reader.take_dates(DATES)
        await somebody.press("space", "space", "e")
        assert chosen(somebody) == ["Friday"]
        await somebody.press("g", "E")
        assert chosen(somebody) == ["Friday", "last month"]


async def test_enter_follows_the_date_under_the_cursor_and_only_that(sitting, reading):
    async with sitting(reading(text=TEXT), place=0) as somebody:
        somebody.reader.take_dates(DATES)
        await somebody.press("enter")
        assert somebody.app.taken == ["enter"]
        await somebody.press("e", "enter")
        assert [message.value.text for message in somebody.heard(StopOpened)] == ["4 March 2031"]
        await somebody.press("v", "enter")
        assert somebody.copied is not None
        await somebody.press("escape", "enter")
        assert somebody.app.taken == ["enter", "enter"]


async def test_a_date_can_be_gone_to_before_it_is_found(sitting, reading):
    async with sitting(reading(text=TEXT), (40, 12), place=0) as somebody:
        somebody.reader.go_to(date=DATES[-1].start)
        await somebody.rest()
        assert "On Friday the harbour opened." in somebody.text
        assert somebody.reader.date is None
        somebody.reader.take_dates(DATES)
        await somebody.rest()
        assert somebody.reader.date == DATES[-1]


async def test_the_cursor_leaves_its_date_with_the_article(sitting, reading):
    async with sitting(reading(text=TEXT), place=0) as somebody:
        somebody.reader.take_dates(DATES)
        await somebody.press("e")
        await somebody.show(reading(number=2))
        assert chosen(somebody)[-1] is None
        assert somebody.reader.date is None
        assert somebody.styled("reverse") == []
