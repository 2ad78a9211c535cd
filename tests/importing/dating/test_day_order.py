"""The order of day and month is decided for a whole column, or for none of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import write_iso
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.day_order import DateReading, DayOrder, read_alone


def read_column(column: list[str]) -> list[DateReading | None]:
    """Read the dates of one column together."""
    order = DayOrder()
    for written in column:
        order.see(written)
    return [order.read(written) for written in column]


def told(reading: DateReading | None) -> str:
    """Write a reading as its date, a question mark where it is doubtful, and the days that it may mean."""
    if reading is None:
        return "-"
    others = "/".join(span.first.isoformat()[5:] for span in reading.others)
    return write_iso(reading.span, reading.precision) + ("?" if reading.doubt else "") + others


COLUMNS = [
    ("a thirteenth decides for the day", "03/08/2023 25/03/2023", "2023-08-03 2023-03-25"),
    ("a thirteenth decides for the month", "03/08/2023 03/25/2023", "2023-03-08 2023-03-25"),
    ("a date before the one that decides", "03.08.2023 4.9.2023 30.1.2022", "2023-08-03 2023-09-04 2022-01-30"),
    ("nothing decides", "03/08/2023 04/09/2023", "2023?08-03/03-08 2023?09-04/04-09"),
    ("equal figures are one day", "03/08/2023 03/03/2023", "2023?08-03/03-08 2023-03-03"),
    ("evidence for both orders", "03/08/2023 25/03/2023 03/25/2023", "2023?08-03/03-08 2023-03-25 2023-03-25"),
    ("iso dates decide nothing", "03/08/2023 2023-08-03", "2023?08-03/03-08 2023-08-03"),
    ("the year in front", "2023/8/3 2023.12.25", "2023-08-03 2023-12-25"),
    ("a month's name behind the day", "03/08/2023|3 August 2023", "2023-08-03 2023-08-03"),
    ("a month's name before the day", "03/08/2023|August 3, 2023", "2023-03-08 2023-08-03"),
    ("a french month", "03/08/2023|1er juillet 2023", "2023-08-03 2023-07-01"),
    ("french words beside figures", "03/08/2023|Publié le 04/09/2023", "2023-08-03 2023-09-04"),
    ("names against figures", "03/08/2023|August 3, 2023|25/03/2023", "2023?08-03/03-08 2023-08-03 2023-03-25"),
    ("a weekday", "Thu 03/08/2023|04/09/2023", "2023-08-03 2023-09-04"),
    ("a weekday in french", "mercredi 08/03/2023|04/09/2023", "2023-03-08 2023-09-04"),
    ("a weekday that fits neither", "Mon 03/08/2023|04/04/2023", "2023?08-03/03-08 2023-04-04"),
    ("times and zones beside", "03/08/2023 10:15 GMT|25/03/2023T11:00", "2023-08-03 2023-03-25"),
    ("a year of two figures, alone", "03/08/23", "2023?08-03/03-08/08-23"),
    ("a year of two figures that can only be one", "03/08/99 04/09/98", "1999?08-03/03-08 1998?09-04/04-09"),
    ("a year of two figures beside a long one", "03/08/99 25/12/2001", "1999-08-03 2001-12-25"),
    ("the year in front, of two figures", "99/12/25 98/01/02", "1999-12-25 1998-01-02"),
    ("the century", "31-Dec-68 1-Jan-69 3-Aug-23", "2068-12-31 1969-01-01 2023-08-03"),
    ("arabic figures", "٠٣/٠٨/٢٠٢٣ ٢٥/٠٣/٢٠٢٣", "2023-08-03 2023-03-25"),
    ("persian figures", "۰۳/۰۸/۲۰۲۳ ۲۵/۰۳/۲۰۲۳", "2023-08-03 2023-03-25"),
    ("a year of another calendar", "1402/05/12 05/12/1402", "- -"),
    ("seconds and milliseconds", "1691020800 1691020800000 1691020800.5", "2023-08-03 2023-08-03 2023-08-03"),
    ("run together", "20230803 20230803T101500Z 20230899", "2023-08-03 2023-08-03 -"),
    ("a spreadsheet's count", "45141 45142.5", "2023-08-03? 2023-08-04?"),
    ("a spreadsheet's count beside a date", "45141 2023-08-03", "- 2023-08-03"),
    ("one number alone", "45141", "-"),
    ("months and years", "2023-08 2023", "2023-08 2023"),
    ("no dates", "soon 13/13/2023 31/02/2023 1/2 ||", "- - - - -"),
    ("figures in a sentence", "They met on 03/08/2023 in the port.|25/03/2023", "- 2023-03-25"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "expected"), [case[1:] for case in COLUMNS], ids=[case[0] for case in COLUMNS])
def test_a_column(column: str, expected: str) -> None:
    values = column.split("|" if "|" in column and "||" not in column else None)
    assert " ".join(told(reading) for reading in read_column(values)) == expected


def test_the_doubt_is_a_sentence() -> None:
    (one, _other) = read_column(["08/03/2023", "04/09/2023"])
    assert one is not None
    assert one.doubt == "08/03/2023 may be 8 March or 3 August: no other date of the column decides"
    alone = read_alone("08/03/2023")
    assert alone is not None
    assert alone.doubt == "08/03/2023 may be 8 March or 3 August: nothing else decides"
    torn = read_column(["08/03/2023", "25/03/2023", "03/25/2023"])[0]
    assert torn is not None
    assert torn.doubt.endswith("other dates of the column suggest both orders")


def test_what_was_decided_is_told_with_its_ground() -> None:
    one = read_column(["08/03/2023", "25/03/2023"])[0]
    assert one is not None
    assert one.note == "dates in figures were read day first, as '25/03/2023' shows"


WITNESSES = [
    ("the same day", "2023-08-03", "2023-08-03"),
    ("the eve", "2023-08-02", "2023-08-03"),
    ("a month", "2023-03", "2023-03-08"),
    ("neither", "2023-05-05", "2023?08-03/03-08"),
    ("a year", "2023", "2023?08-03/03-08"),
]


@pytest.mark.parametrize(("witness", "expected"), [case[1:] for case in WITNESSES], ids=[c[0] for c in WITNESSES])
def test_another_date_of_the_article_decides(witness: str, expected: str) -> None:
    assert told(read_alone("03/08/2023", [PublishedDate.from_iso(witness, Provenance.ADDRESS)])) == expected


def days_of_a_month(count: int, step: int) -> list[date]:
    """Return days of which none is later in its month than the twelfth."""
    days = (date(2020, 1, 1) + timedelta(step * number) for number in range(count * 4))
    return [day for day in days if day.day <= 12][:count]


def test_a_sorted_column_decides_where_the_other_order_breaks_it() -> None:
    days = days_of_a_month(60, 2)
    assert [told(one) for one in read_column([f"{day:%d/%m/%Y}" for day in days])] == [day.isoformat() for day in days]
    assert [told(one) for one in read_column([f"{day:%m/%d/%Y}" for day in days[::-1]])] == [
        day.isoformat() for day in days[::-1]
    ]


def test_a_short_column_is_sorted_by_chance() -> None:
    assert all("?" in told(one) or one.others == () for one in read_column(["02/01/2020", "05/02/2020", "01/06/2020"]))


def test_firsts_of_months_are_sorted_in_either_order() -> None:
    readings = read_column([f"01/{month:02}/{year}" for year in range(2015, 2023) for month in range(2, 13)])
    assert all("?" in told(one) for one in readings)


def test_years_of_two_figures_are_the_end_that_varies_less() -> None:
    days = [date(2023, 1, 1) + timedelta(5 * number) for number in range(60)]
    assert [told(one) for one in read_column([f"{day:%d/%m/%y}" for day in days])] == [day.isoformat() for day in days]


@given(st.lists(st.dates(date(1970, 1, 1), date(2060, 1, 1)), min_size=1, max_size=30), st.booleans())
def test_a_date_is_never_read_as_another_day(days: list[date], day_first: bool) -> None:
    form = "{0.day}/{0.month}/{0.year}" if day_first else "{0.month}/{0.day}/{0.year}"
    readings = read_column([form.format(day) for day in days])
    for day, reading in zip(days, readings, strict=True):
        assert reading is not None
        assert day in reading.span
        assert len(reading.span) == 1 or day in {span.first for span in reading.others}
        assert (len(reading.span) > 1) == bool(reading.doubt)


@given(st.lists(st.text(st.sampled_from("0123456789/-. :٣۳TZ") | st.characters(), max_size=24), max_size=8))
def test_anything_at_all_is_a_date_or_none(column: list[str]) -> None:
    for reading in read_column(column):
        assert reading is None or reading.span.first <= reading.span.last
