"""Which figures of an archive of many matters answer one question: those that share a name which tells something."""

from __future__ import annotations

from tests.shared.asked_figures import reports_of
from tui.figures.questions import questions

CROWD = [
    (
        f"2021-03-{day % 28 + 1:02}",
        f"In Port{chr(97 + day % 26)}{chr(97 + day // 26)}a {day + 40} people were killed, Varn said.",
    )
    for day in range(60)
] + [
    ("2021-02-01", f"In Town{chr(97 + day % 26)}{chr(97 + day // 26)}a {day + 40} people were killed.")
    for day in range(90)
]
"""Sixty articles with a name that none of them is about, and ninety without it."""


def asked(*rows: tuple[str, str]) -> list[list[str]]:
    """Return the figures of each question, but those of the crowd."""
    own = {text for _, text in rows}
    found = questions(reports_of(*CROWD, *rows))
    return [[each.figure.text for each in one.answers if each.report.text in own] for one in found]


def test_a_name_that_many_have_joins_no_two_events():
    found = asked(
        ("2021-04-11", "Five people were killed by a storm at Lira, Varn said."),
        ("2021-04-11", "Nine people were killed by a storm at Gossen, Varn said."),
    )
    assert not any(len(texts) > 1 for texts in found)


def test_a_name_that_few_have_joins_two_reports_of_one_event():
    found = asked(
        ("2021-04-11", "Five people were killed by a storm at Lira, Varn said."),
        ("2021-04-12", "Seven people were killed by the storm at Lira, Varn said."),
    )
    assert ["Five people", "Seven people"] in found


def test_what_all_is_about_joins_them_too():
    rows = [(f"2021-04-{day + 1:02}", f"At Lira {day + 5} people were killed on 10 April 2021.") for day in range(25)]
    (one,) = questions(reports_of(*rows))
    assert len(one.answers) == 25
