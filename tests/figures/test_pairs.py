"""Two reports on one matter, from their sentences to the verdict."""

from __future__ import annotations

from collections import Counter

import pytest
from figure_pairs import CONTRADICTS, KIND, PAIRS

from tui.base.days import read_iso
from tui.dates import find_dates
from tui.figures import find_figures
from tui.figures.answers import Report
from tui.figures.comparison import Dated, compare
from tui.figures.questions import questions


def report(number: int, language: str, published: str, text: str) -> Report:
    span = read_iso(published)[0] if published else None
    timexes = find_dates(text, language=language, published=span)
    figures = find_figures(text, language=language, timexes=timexes)
    return Report(number, f"id{number}", f"Outlet {number}", span, figures, text)


def verdicts(one: tuple[str, str, str], other: tuple[str, str, str]) -> list[str]:
    asked = questions([report(1, *one), report(2, *other)])
    return [pair.comparison.verdict.value for question in asked for pair in question.pairs]


NAMES = [f"{place:03} {case[0]}" for place, case in enumerate(PAIRS)]


@pytest.mark.parametrize(("verdict", "one", "other"), PAIRS, ids=NAMES)
def test_the_verdict_of_two_reports(verdict: str, one: tuple[str, str, str], other: tuple[str, str, str]):
    found = verdicts(one, other)
    if verdict == KIND:
        assert set(found) <= {KIND}
    else:
        assert set(found) == {verdict}


@pytest.mark.parametrize(("verdict", "one", "other"), PAIRS, ids=NAMES)
def test_the_order_of_two_reports_makes_no_difference(verdict, one, other):
    assert sorted(verdicts(one, other)) == sorted(verdicts(other, one))


@pytest.mark.parametrize(("verdict", "one", "other"), PAIRS, ids=NAMES)
def test_no_pair_contradicts_without_days(verdict, one, other):
    undated = [(language, "", text) for language, _, text in (one, other)]
    found = verdicts(*undated)
    assert CONTRADICTS not in found or verdict == CONTRADICTS


def test_every_verdict_has_twenty_pairs():
    assert min(Counter(case[0] for case in PAIRS).values()) >= 20


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "At least 310 peacekeepers died in Orma.",
            "303 peacekeepers died in Orma.",
            "the numbers are nearly the same, but neither allows the other",
        ),
        (
            "About 15,000 soldiers were killed in Orma.",
            "More than 15,000 soldiers were killed in Orma.",
            "the numbers agree within their rounding",
        ),
    ],
)
def test_numbers_agree_within_their_rounding_only_where_a_bound_lets_them(one: str, other: str, reason: str):
    asked = questions([report(1, "en", "2031-03-04", one), report(2, "en", "2031-03-04", other)])
    assert {pair.comparison.reason for question in asked for pair in question.pairs} == {reason}


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("", "nothing says that they are of the same time"),
        ("2031-04-20", "they are of different times"),
        ("2031-03-04", "the numbers are nearly the same, but neither allows the other"),
    ],
)
def test_a_number_below_at_least_another_is_not_compatible_with_it(day: str, reason: str):
    asked = questions(
        [
            report(1, "en", "2031-03-04", "At least 310 peacekeepers died in Orma."),
            report(2, "en", "2031-03-04", "303 peacekeepers died in Orma."),
        ]
    )
    least, fewer = (answer.figure for answer in asked[0].answers)
    sides = Dated(least, read_iso("2031-03-04")[0]), Dated(fewer, read_iso(day)[0] if day else None)
    for pair in (sides, sides[::-1]):
        found = compare(*pair)
        assert (found.verdict, found.reason) == (KIND, reason)
