"""Sentences in English, each a report of an outlet of its own, and the question that they answer."""

from __future__ import annotations

from tui.base.days import read_iso
from tui.dates import find_dates
from tui.figures import find_figures
from tui.figures.answers import Report
from tui.figures.questions import Question, questions


def reports_of(*rows: tuple[str, str]) -> list[Report]:
    """Return a report for each sentence with the day of its publication."""
    reports = []
    for number, (published, text) in enumerate(rows, 1):
        span, _ = read_iso(published)
        timexes = find_dates(text, language="en", published=span)
        figures = find_figures(text, language="en", timexes=timexes)
        reports.append(Report(number, f"id{number}", f"Outlet {number}", span, figures, text))
    return reports


def question_of(*rows: tuple[str, str]) -> Question:
    """Return the one question that the sentences answer."""
    (question,) = questions(reports_of(*rows))
    return question
