from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.credit import credited, without_by

BYLINES = [
    ("a name alone", "Ada Rell", "Ada Rell"),
    ("by", "By Ada Rell", "Ada Rell"),
    ("in French", "Par Ada Rell", "Ada Rell"),
    ("written by, with a colon", "Written by: Ada Rell", "Ada Rell"),
    ("several", "by Ada Rell and Jon Weir", "Ada Rell and Jon Weir"),
    ("a day behind it", "By ADA RELL March 11, 2015 3:46 PM", "ADA RELL"),
    ("a weekday behind it", "Ada Rell Monday, February 29, 2016 @ 11:10 PM UTC", "Ada Rell"),
    ("a day in French", "Ada Rell, le 3 mai 2023 à 10h", "Ada Rell"),
    ("a word of change", "Ada Rell, Updated", "Ada Rell"),
    ("a name that begins like it", "Byron Parr", "Byron Parr"),
    ("a family's particle", "Da Costa", "Da Costa"),
    ("another one", "von Hagen", "von Hagen"),
    ("nothing but the word", "By ", "By "),
    ("words before the day", "Ada Rell - updated on 3 May 2023", "Ada Rell"),
    ("separators without end", "Ada Rell" + ",- " * 50_000 + "x", "Ada Rell" + ",- " * 50_000 + "x"),
    ("words without end", "Ada Rell" + " on" * 20_000, "Ada Rell" + " on" * 20_000),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("author", "expected"), [case[1:] for case in BYLINES], ids=[case[0] for case in BYLINES])
def test_credited(author: str, expected: str) -> None:
    assert credited(author) == expected


FIELDS = [
    ("the word", "By Ada Rell", "Ada Rell"),
    ("in french", "PAR ADA RELL", "ADA RELL"),
    ("a name that ends so", "Toby Rell", "Toby Rell"),
    ("another", "Gaspar Rell", "Gaspar Rell"),
    ("a name that begins so", "Byron Parr", "Byron Parr"),
    ("nothing behind it", "By ", "By "),
]


@pytest.mark.parametrize(("author", "expected"), [case[1:] for case in FIELDS], ids=[case[0] for case in FIELDS])
def test_the_field_of_an_author(author: str, expected: str) -> None:
    assert without_by(author) == expected


@given(st.text(alphabet="By Ada,·0123 May|", max_size=60))
def test_a_credit_is_never_lost_and_never_made_up(author: str) -> None:
    assert credited(author) in author
    assert bool(credited(author)) == bool(author)
