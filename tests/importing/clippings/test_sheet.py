"""Every line of a sheet ends in one place: in the title, in the text, or among what was left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.article import Provenance
from tui.importing.clippings.sheet import Sheet, ends_sentence, is_sentence
from tui.importing.clippings.wrapping import Line
from tui.importing.dating.written_date import dates_in

LINES = (
    "Ferry sinks",
    "7 May 2019",
    "OURO (AFP) - The ferry sank on Monday and nobody was hurt.",
    "Share this article",
)


def sheet(*lines: str) -> Sheet:
    return Sheet([Line(line) for line in lines])


def test_what_is_left_out_comes_in_the_order_of_the_file() -> None:
    one = sheet(*LINES)
    one.titled = 0
    one.leave_out(3)
    one.leave_out_part(2, 0, 13)
    one.leave_out(1)
    one.leave_out(1)
    assert one.left_out() == ["7 May 2019", "OURO (AFP) -", "Share this article"]
    assert [one.lines[place].text for place in one.kept()] == ["The ferry sank on Monday and nobody was hurt."]


def test_a_line_of_which_nothing_is_left_is_out() -> None:
    one = sheet("date 2019-05-07", "Ferry sinks")
    one.leave_out_part(0, 0, 15)
    assert (one.kept(), one.left_out()) == ([1], ["date 2019-05-07"])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_no_word_is_lost(cuts: list[tuple[int, int, int]]) -> None:
    one = sheet(*LINES)
    for place, start, end in cuts:
        if start < end and place in one.kept():
            one.leave_out_part(place, start, end)
    kept = [one.lines[place].text for place in one.kept()]
    letters = sorted("".join("".join((*kept, *one.left_out())).split()))
    assert letters == sorted("".join("".join(LINES).split()))


DATES = [
    ("one day", "7 May 2019", (), (["2019-05-07"], "", "")),
    ("a change comes last", "Updated 9 May 2019", ("7 May 2019",), (["2019-05-07", "2019-05-09"], "", "")),
    ("a riddle alone", "03/08/2019", (), (["2019", "2019-08-03", "2019-03-08"], "open 2019-08-03", "")),
    ("a riddle beside a day", "03/08/2019", ("7 May 2019",), (["2019-05-07"], "", "a date in figures could mean")),
    ("none", "soon", (), ([], "", "")),
]


@pytest.mark.parametrize(("line", "others", "expected"), [case[1:] for case in DATES], ids=[case[0] for case in DATES])
def test_dates(line: str, others: tuple[str, ...], expected: tuple[list[str], str, str]) -> None:
    one = sheet(line)
    one.note_dates([date for text in (*others, line) for date in dates_in(text)], Provenance.BYLINE)
    dates, doubt, order, note = one.dated()
    days, open_order, begins = expected
    assert ([date.iso for date in dates], order, note[: len(begins)]) == (days, open_order, begins)
    assert bool(doubt) == bool(order)


def test_a_dateline_without_a_year_settles_a_riddle() -> None:
    one = sheet("03/08/2019")
    one.note_dates(dates_in("03/08/2019"), Provenance.BYLINE)
    one.day_and_month = (2, 8)
    assert [date.iso for date in one.dated()[0]] == ["2019-08-03"]


def test_a_name_whose_words_the_text_knows_is_no_person() -> None:
    one = sheet("Ada Rell", "River Crossing", "The crossing of the river takes an hour.")
    assert (one.is_person("Ada Rell"), one.is_person("River Crossing")) == (True, False)


SENTENCES = [
    ("a sentence", "The ferry sank on Monday in the harbour.", (True, True)),
    ("in quotes", "“The ferry sank on Monday in the harbour.”", (True, True)),
    ("a short one", "Nobody was hurt.", (True, False)),
    ("a headline", "Ferry sinks in the harbour of Ouro on Monday", (False, False)),
    ("in arabic", "هل غرقت العبارة يوم الاثنين في الميناء؟", (True, False)),
]


@pytest.mark.parametrize(("line", "expected"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_sentences(line: str, expected: tuple[bool, bool]) -> None:
    assert (ends_sentence(line), is_sentence(line)) == expected
