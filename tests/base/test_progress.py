"""A pace says nothing before it can be known, and then nothing finer than it is known."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.progress import Looks, Pace, Paced, Step, left_words, rate_words


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def told(reports: Iterable[tuple[float, int]], of: int = 1000, doing: str = "reading") -> list[str]:
    """Return what is said at each report: seconds since the one before, and what is done by then."""
    clock = Clock()
    pace, said = Pace(clock), []
    for seconds, done in reports:
        clock.now += seconds
        said.append(pace.words(Step(doing, done, of)))
    return said


def test_nothing_is_said_before_it_can_be_known():
    assert told([(0, 0), (0.5, 40), (1.0, 100)]) == [
        "reading 0 of 1,000 files",
        "reading 40 of 1,000 files",
        "reading 100 of 1,000 files",
    ]


def test_pace_and_time_left_once_they_are_known():
    said = told([(0, 0), (1, 85), (1, 170), (1, 255)], 3825)
    assert said[2:] == [
        "reading 170 of 3,825 files · 85/s · about 45 s left",
        "reading 255 of 3,825 files · 85/s · about 40 s left",
    ]


def test_at_the_end_only_the_end_is_said():
    assert told([(0, 0), (2, 500), (2, 1000)])[-1] == "reading 1,000 of 1,000 files"


def test_a_standstill_has_no_end():
    assert told([(0, 5), (5, 5), (5, 5)])[-1] == "reading 5 of 1,000 files"


def test_a_burst_is_spread_over_the_last_while():
    steady = [(0, 0), *[(1, 10 * second) for second in range(1, 20)]]
    burst = told([*steady, (0.01, 290)], 10_000)[-1]
    assert "· 15/s ·" in burst


def test_a_slower_pace_is_noticed():
    fast = [(0, 0), *[(1, 100 * second) for second in range(1, 11)]]
    slow = [(1, 1000 + second) for second in range(1, 41)]
    assert told([*fast, *slow], 10_000)[-1].split(" · ")[1] == "1.0/s"


def test_reports_by_the_thousand_are_no_burden():
    clock = Clock()
    pace = Pace(clock)
    for done in range(50_000):
        clock.now += 0.001
        pace.hear(Step("reading", done, 100_000))
    assert len(pace._reports) < 200
    assert pace.rate == pytest.approx(1000, rel=0.01)


def test_another_piece_of_work_is_measured_anew():
    clock = Clock()
    pace = Pace(clock)
    for doing in ("reading", "indexing"):
        for second in range(4):
            clock.now += 1
            pace.hear(Step(doing, 10 * second, 100))
    assert pace.rate == 10
    assert pace.words(Step("finding dates in", 0, 100)) == "finding dates in 0 of 100 articles"
    assert pace.rate is None


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 500)), max_size=30), st.integers(0, 500))
def test_whatever_is_reported_something_sensible_is_said(reports: list[tuple[float, int]], of: int):
    for words in told(reports, of):
        assert words.startswith("reading ")
        assert "inf" not in words
        assert "nan" not in words
        assert " -" not in words


RATES = [(85.4, "85/s"), (1234.0, "1,234/s"), (2.5, "2.5/s"), (0.2, "12/min"), (0.001, "less than 1/min")]


@pytest.mark.parametrize(("rate", "words"), RATES)
def test_rates(rate: float, words: str):
    assert rate_words(rate) == words


LEFT = [
    (0.2, "a few seconds left"),
    (12, "about 10 s left"),
    (28, "about 30 s left"),
    (57, "about 55 s left"),
    (58, "about 1 min left"),
    (240, "about 4 min left"),
    (3590, "about 1 h left"),
    (5000, "about 1 h 20 min left"),
    (7200, "about 2 h left"),
]


@pytest.mark.parametrize(("seconds", "words"), LEFT)
def test_time_left(seconds: float, words: str):
    assert left_words(seconds) == words


LOOKS = [
    ("a small folder is looked at when it is read", [(0, "reading", 1, 1), (0, "indexing", 0, 1)], [0, 1]),
    ("a slow one from its first file on", [(5.0, "reading", 1, 9), (5.0, "reading", 2, 9)], [1, 1]),
    ("a long one when it has doubled", [(1.0, "reading", n, 99) for n in (8, 9, 15, 16, 31, 32)], [1, 0, 0, 1, 0, 1]),
    ("but not at every moment", [(0.1, "reading", 2**n, 999) for n in range(6)], [0, 0, 1, 0, 0, 1]),
    ("other work anew", [(1.0, "reading", 9, 9), (1.0, "indexing", 0, 9), (1.0, "indexing", 2, 9)], [1, 1, 1]),
    ("nothing more when it ends at once", [(0.0, "indexing", 9, 9), (0.0, "comparing", 9, 9)], [0, 0]),
]


@pytest.mark.parametrize(("reports", "looks"), [case[1:] for case in LOOKS], ids=[case[0] for case in LOOKS])
def test_what_was_done_so_far_is_looked_at_now_and_then(reports: list[tuple[float, str, int, int]], looks: list[int]):
    clock = Clock()
    seen, due = Looks(clock), []
    for seconds, doing, done, of in reports:
        clock.now += seconds
        due.append(seen.due(Step(doing, done, of)))
    assert due == [bool(look) for look in looks]


def test_something_is_told_no_more_often_than_it_may_be():
    now = [10.0]
    paced = Paced(lambda: now[0], 0.5)
    told = []
    for _ in range(12):
        told.append(paced.due())
        now[0] += 0.125
    assert told == [True, False, False, False, True, False, False, False, True, False, False, False]
