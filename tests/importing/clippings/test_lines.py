"""Lines that were broken at a column are joined; lines that their writer ended are not."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.article import Provenance
from tui.importing.clippings.lines import Line, Sheet, ends_sentence, is_sentence, lines_of
from tui.importing.dating.written_date import dates_in


def texts(text: str) -> list[str]:
    return [line.text for line in lines_of(text)]


WRITTEN = [
    ("long lines are paragraphs", "a " * 60 + "\n" + "b " * 60, ["a " * 59 + "a", "b " * 59 + "b"]),
    ("short lines stay", "One\nTwo\nThree", ["One", "Two", "Three"]),
    ("empty lines part", "One\n\n\nTwo", ["One", "Two"]),
    ("strokes part", "One\n-----\nTwo\n* * *\n", ["One", "Two"]),
    ("white space within is one space", "  One \t two  ", ["One two"]),
    ("nothing", " \n\n", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in WRITTEN], ids=[case[0] for case in WRITTEN])
def test_lines(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_line_knows_whether_an_empty_one_stands_before_it() -> None:
    assert [line.apart for line in lines_of("One\nTwo\n\nThree")] == [False, False, True]


def test_headlines_are_not_joined_to_the_text_below_them() -> None:
    body = textwrap.fill("The boats left the harbour before the sun was up and nobody knew where to. " * 3, 72)
    assert texts(f"The boats leave\nBy Ada Rell\n{body}") == ["The boats leave", "By Ada Rell", " ".join(body.split())]


WORDS = st.lists(st.text("abcdefgh", min_size=3, max_size=11), min_size=60, max_size=90).map(" ".join)


@given(st.lists(WORDS, min_size=2, max_size=4), st.integers(60, 90))
def test_what_was_broken_at_a_column_comes_back_whole(paragraphs: list[str], width: int) -> None:
    assert texts("\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)) == paragraphs


@given(st.text("ab \n-", max_size=300))
def test_no_word_is_lost(text: str) -> None:
    words = [word for word in text.split() if word.strip("-")]
    kept = [word for line in texts(text) for word in line.split() if word.strip("-")]
    assert kept == words


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
def test_no_word_of_a_sheet_is_lost(cuts: list[tuple[int, int, int]]) -> None:
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
    ("a riddle beside a day", "03/08/2019", ("7 May 2019",), (["2019-05-07"], "", "an ambiguous date in figures")),
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
