"""Lines that were broken at a column are joined; lines that their writer ended are not."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.clippings.wrapping import lines_of


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
