"""Deadlines a year apart: one plan is disputed, two plans are not, and nothing is lost or kept for ever."""

from __future__ import annotations

import pytest

from tests.chronology.test_chronology import account
from tui.chronology.chronology import chronology

PLANS = [
    (
        "one plan, by the end of two years",
        ("2021-05-05", "The troops are to have left Orma by the end of the year."),
        ("2022-11-07", "In January a speaker said that the troops had left Orma by the end of 2022."),
        True,
    ),
    (
        "one plan, by the same day of two years",
        ("2021-05-05", "The base at Ansongo will be handed over by 30 June 2021."),
        ("2022-05-05", "The base at Ansongo will be handed over by 30 June 2022."),
        True,
    ),
    (
        "two bases",
        ("2021-05-05", "The base at Ansongo will be handed over by 30 June 2021."),
        ("2022-05-05", "The base at Gossi will be handed over by 30 June 2022."),
        False,
    ),
    (
        "what rises every year",
        ("2021-05-05", "Exports of Orma will rise to 40 million tonnes by the end of 2021."),
        ("2022-05-05", "Exports of Orma will rise to 45 million tonnes by the end of 2022."),
        False,
    ),
    (
        "what is bought every year",
        ("2021-05-05", "Orma may buy the wheat of Lira by 30 September 2021."),
        ("2022-05-05", "Orma may buy the wheat of Lira by 30 September 2022."),
        False,
    ),
    (
        "deadlines two years apart",
        ("2021-05-05", "The troops are to have left Orma by the end of the year."),
        ("2023-11-07", "A speaker said that the troops had left Orma by the end of 2023."),
        False,
    ),
    (
        "another day of the year",
        ("2021-05-05", "The troops are to have left Orma by 31 August 2021."),
        ("2022-05-05", "The troops are to have left Orma by 31 March 2022."),
        False,
    ),
    (
        "no deadline",
        ("2022-01-05", "The troops left Orma at the end of 2021."),
        ("2023-01-05", "The troops left Orma at the end of 2022."),
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "disputed"), [pytest.param(*row[1:], id=row[0]) for row in PLANS])
def test_one_plan_with_deadlines_a_year_apart_is_disputed(one, other, disputed):
    found = chronology([account(0, "Herald", *one), account(1, "Times", *other)])
    assert any(entry.disputed for entry in found.entries) is disputed
    assert len({told.number for entry in found.entries for told in entry.told}) == 2


def test_who_tells_both_deadlines_knows_two_plans():
    both = "The troops are to have left Orma by the end of 2021. The pilots are to have left Orma by the end of 2022."
    found = chronology([account(0, "Herald", "2021-05-05", both)])
    assert not any(entry.disputed for entry in found.entries)
    moved = [
        ("2021-05-05", "The troops are to have left Orma by the end of 2021."),
        ("2022-05-05", "The troops are to have left Orma by the end of 2022."),
    ]
    found = chronology([account(number, "Herald", *each) for number, each in enumerate(moved)])
    assert not any(entry.disputed for entry in found.entries)


def test_no_statement_is_lost_and_each_comes_once():
    texts = [f"The troops are to have left post {place} by the end of {2000 + place % 20}." for place in range(80)]
    found = chronology(account(number, f"S{number}", "1999-07-01", text) for number, text in enumerate(texts))
    told = [told.number for entry in found.entries for told in entry.told]
    assert sorted(told) == list(range(80))
    firsts = [entry.span.first for entry in found.entries]
    assert firsts == sorted(firsts)
