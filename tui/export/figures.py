"""Figures as records and tables that other programs read; each with its sentence, its source and its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.base.days import Span
from tui.base.printable import printable_json
from tui.export.csv_cells import csv_table
from tui.figures.figure import Figure
from tui.figures.questions import Question, Report

COLUMNS = (
    "id", "start", "end", "text", "value", "low", "high", "bound", "unit", "noun", "state", "subject", "change",
    "planned", "negated", "speaker", "when", "date", "source", "retold", "sentence",
)  # fmt: skip
"""The fields of a figure, in JSON and CSV."""


def as_csv(questions: Iterable[Question]) -> str:
    """Write a table with a heading, a row for each figure with the question that it answers."""
    return csv_table(("question", "verdict", *COLUMNS), _question_rows(questions))


def as_json(questions: Iterable[Question]) -> str:
    """Write a JSON array of questions."""
    return printable_json([question_record(question) for question in questions], indent=2) + "\n"


def record(report: Report, figure: Figure) -> dict[str, object]:
    """Return a figure; `start` and `end` are character offsets into the text that `read` prints, the end exclusive."""
    return {
        "id": report.id,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "bound": figure.bound.value,
        "unit": figure.unit or None,
        "noun": figure.noun or None,
        "state": figure.state.value or None,
        "subject": figure.subject or None,
        "change": figure.change.value or None,
        "planned": figure.planned,
        "negated": figure.negated,
        "speaker": figure.speaker or None,
        "when": days_written(figure.when),
        "date": days_written(report.published),
        "source": report.source or None,
        "retold": report.retold,
        "sentence": report.text[figure.sentence_start : figure.sentence_end],
    }


def question_record(question: Question) -> dict[str, object]:
    """Return a question; its pairs name two of its figures by their places, from 0."""
    return {
        "question": question.label,
        "state": question.state.value,
        "verdict": question.verdict.value if question.pairs else None,
        "sources": question.witnesses,
        "figures": [record(answer.report, answer.figure) for answer in question.answers],
        "pairs": [
            {
                "one": pair.one,
                "other": pair.other,
                "verdict": pair.comparison.verdict.value,
                "reason": pair.comparison.reason,
            }
            for pair in question.pairs
        ],
        "uncompared": question.uncompared,
    }


def days_written(span: Span | None) -> str | None:
    """Write a day as `2023-08-20`, several as `2023-08-01..2023-08-31`."""
    if span is None:
        return None
    first, last = span.first.isoformat(), span.last.isoformat()
    return first if first == last else f"{first}..{last}"


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


def _question_rows(asked: Iterable[Question]) -> Iterator[tuple[object, ...]]:
    for question in asked:
        for answer in question.answers:
            verdict = question.verdict.value if question.pairs else None
            yield question.label, verdict, *record(answer.report, answer.figure).values()
