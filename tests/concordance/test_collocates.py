from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.concordance import Document, collocates, dispersion_bar, dispersions, lines_of
from tui.concordance.collocates import log_likelihood
from tui.search.analysis import words

TEXT = (
    "A fishing boat sank. The fishing boat was old. The boat sails. Fishing is over. " + "Snow fell on the hill. " * 20
)


def test_the_words_that_stand_beside_a_match_more_often_than_chance_has_it():
    marks = [found.span() for found in re.finditer("boat", TEXT)]
    counted = Counter(words(TEXT))
    found = collocates(lines_of(Document("a", TEXT), marks, 1), counted, counted.total())
    assert [each.word for each in found] == ["fishing"]
    (fishing,) = found
    assert (fishing.beside, fishing.everywhere) == (2, 3)
    assert fishing.log_likelihood > 3.84
    assert fishing.log_dice == pytest.approx(13.415, abs=1e-3)  # 14 + log2(2·2 / (3 + 3))


KNOWN = [
    ("as often here as there", 10, 1000, 10, 1000, 0.0),
    ("ten times as often", 100, 10_000, 10, 10_000, 85.9),
    ("ten times as seldom", 10, 10_000, 100, 10_000, -85.9),
    ("nowhere", 0, 100, 0, 100, 0.0),
    ("no texts to compare with", 5, 100, 0, 0, 0.0),
]


@pytest.mark.parametrize(
    ("here", "here_total", "there", "there_total", "expected"), [c[1:] for c in KNOWN], ids=[case[0] for case in KNOWN]
)
def test_log_likelihood(here, here_total, there, there_total, expected):
    assert log_likelihood(here, here_total, there, there_total) == pytest.approx(expected, abs=0.1)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(1, 500), st.integers(1, 500))
def test_the_other_way_round_it_has_the_other_sign(here: int, there: int, more: int, other: int):
    one = log_likelihood(here, here + more, there, there + other)
    two = log_likelihood(there, there + other, here, here + more)
    assert abs(one) == pytest.approx(abs(two), abs=1e-6)


BARS = [
    ("nothing", [], 100, "····"),
    ("at the beginning and the end", [0, 99], 100, "▁··▁"),
    ("many in one place", [30] * 20, 100, "·█··"),
    ("at the very end", [100], 100, "···▁"),
    ("an empty text", [0], 0, "▁···"),
]


@pytest.mark.parametrize(("starts", "length", "expected"), [c[1:] for c in BARS], ids=[case[0] for case in BARS])
def test_the_bar_says_where_the_matches_stand(starts, length, expected):
    assert dispersion_bar(starts, length, 4) == expected


@given(st.lists(st.integers(0, 500), max_size=30), st.integers(1, 40))
def test_the_bar_has_its_cells_and_a_mark_for_each_place(starts: list[int], cells: int):
    bar = dispersion_bar(starts, 500, cells)
    assert len(bar) == cells
    assert bar.count("·") == cells - len({min(cells - 1, start * cells // 500) for start in starts})


def test_each_article_has_its_own_bar():
    one, other = Document("a", "boat" + " " * 96), Document("b", " " * 96 + "boat")
    found = dispersions([*lines_of(one, [(0, 4)]), *lines_of(other, [(96, 100)])])
    assert [(each.document.id, each.bar(4)) for each in found] == [("a", "▁···"), ("b", "···▁")]
