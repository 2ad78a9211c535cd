"""The snippet is the passage that says best why an article was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.language import parse
from tui.search.marks import find_marks
from tui.search.snippet import best_passage

LONG = (
    "Nothing of note was said at first. The camp was mentioned once. "
    + "Words went on about supplies and roads for a good while. " * 8
    + "Then came the day. The camp at Ber was handed over by the withdrawing force at dawn. "
    + "More words followed about what was left behind. " * 8
)


def passage(query, text=LONG, width=100):
    return best_passage(text, find_marks(parse(query).tree, text, "en"), width)


def test_it_holds_the_most_different_words_close_together():
    found = passage("camp ber withdraw")
    assert [found.text[start:end] for start, end in found.marks] == ["camp", "Ber", "withdrawing"]
    assert (found.cut_before, found.cut_after) == (True, True)


def test_it_begins_with_a_sentence():
    assert passage("camp ber withdraw").text.startswith(("Then came", "The camp at Ber"))


def test_without_marks_it_is_the_beginning():
    found = passage("absent")
    assert found.text.startswith("Nothing of note")
    assert (found.marks, found.cut_before, found.cut_after) == ((), False, True)


def test_a_short_text_is_whole():
    found = passage("camp", "A camp.")
    assert (found.text, found.marks, found.cut_before, found.cut_after) == ("A camp.", ((2, 6),), False, False)


def test_a_mark_in_a_long_last_word_is_shown():
    text = "All of it was said again and again, " * 4 + "at the co-operation-and-handover talks of the camps. "
    found = passage("co", text + "More. " * 30, 160)
    assert [found.text[start:end] for start, end in found.marks] == ["co"]


def test_it_is_one_line():
    found = passage('"exit plan"', "An exit\n\nplan\tfor all")
    assert found.text == "An exit plan for all"
    assert [found.text[start:end] for start, end in found.marks] == ["exit plan"]


HOSTILE = st.text(alphabet=st.sampled_from("camp ber.\n\t\x1b\u202e\ud800é\u0301\u00a0x"), max_size=300)


@given(HOSTILE, st.integers(10, 80))
def test_hostile_text_stays_printable_and_marks_stay_in_the_line(text, width):
    found = best_passage(text, find_marks(parse("camp OR ber OR a*").tree, text, "en"), width)
    assert not set(found.text) & set("\n\t\x1b\u202e\ud800")
    assert len(found.text) <= width + 1
    ends = [end for mark in found.marks for end in mark]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(found.text) for start, end in found.marks)
    assert all(found.text[start:end].strip() for start, end in found.marks)


LED_TO = (
    "Words of another matter fill the beginning of this text. " * 6
    + "It began so. Two clauses that lead on to the matter stand here, briefly. The camp closed. "
    + "More words followed about what was left behind. " * 6
)


@pytest.mark.parametrize(
    ("width", "begins"),
    [(60, "The camp"), (90, "The camp"), (100, "Two clauses"), (120, "It began"), (130, "It began")],
)
def test_it_begins_with_the_first_sentence_that_leaves_the_marks_in_its_first_two_thirds(width: int, begins: str):
    assert passage("camp", LED_TO, width).text.startswith(begins)
