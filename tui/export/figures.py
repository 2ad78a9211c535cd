"""Figures as records and tables that other programs read; each with its sentence, its source and its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.base.days import Span
from tui.base.plurals import counted
from tui.base.printable import printable, printable_json
from tui.dossier.credit import told_by
from tui.export.csv_cells import csv_table
from tui.figures.answers import Report
from tui.figures.figure import Figure
from tui.figures.kinds import kinds_of
from tui.figures.questions import Question
from tui.figures.wording import by_reason, figure_label, kind_words
from tui.locale import _, stored

COLUMNS = (
    "id", "start", "end", "text", "value", "low", "high", "bound", "unit", "noun", "state", "subject", "change",
    "planned", "negated", "speaker", "when", "date", "source", "retold", "sentence",
)  # fmt: skip
"""The fields of a figure, in JSON and CSV."""


def as_csv(questions: Iterable[Question]) -> str:
    """Write a table with a heading, a row for each figure with the question that it answers and what counts alike."""
    return csv_table(("question", "verdict", "kind", *COLUMNS), _question_rows(questions))


def as_json(questions: Iterable[Question]) -> str:
    """Write a JSON array of questions."""
    return printable_json([question_record(question) for question in questions], indent=2) + "\n"


def as_markdown(questions: Iterable[Question]) -> str:
    """Write a heading for each question and a line for each figure, with its sentence, its outlet and its day."""
    lines = ["# " + _("Figures"), ""]
    for question in questions:
        lines += [f"## {_escaped(question.label)}", "", *_markdown(question), ""]
    return "\n".join(lines).rstrip() + "\n"


def _markdown(question: Question) -> Iterator[str]:
    kinds = kinds_of(question)
    for kind in kinds:
        if len(kinds) > 1:
            yield from (f"### {_escaped(kind_words(question, kind))}", "")
        for answer in (question.answers[place] for place in kind.places):
            published = days_written(answer.report.published) or _("undated")
            source = told_by(answer.report.source, answer.report.retold) or answer.report.id
            told = f"{figure_label(answer.figure)} ({source}, {published})"
            yield f"- **{_escaped(told)}** {_escaped(' '.join(answer.sentence.split()))}"
        yield ""
    if question.pairs:
        yield _("How they stand to each other:")
        yield ""
    for (verdict, reason), pairs in by_reason(question.pairs).items():
        yield f"- {_escaped(f'{_(verdict.value)} ({stored(reason)})')}: {counted(len(pairs), 'pair')}"
    if question.uncompared:
        left = counted(question.uncompared, "figure")
        yield "- " + _("{figures} not compared, there are too many").format(figures=left)


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", printable(text))


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
    """Return a question; its pairs and kinds name its figures by their places, from 0."""
    return {
        "question": question.label,
        "state": question.state.value,
        "verdict": question.verdict.value if question.pairs else None,
        "sources": question.witnesses,
        "figures": [record(answer.report, answer.figure) for answer in question.answers],
        "kinds": [
            {
                "traits": list(kind.traits),
                "verdict": kind.verdict.value if kind.verdict is not None else None,
                "figures": list(kind.places),
            }
            for kind in kinds_of(question)
        ],
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
        verdict = question.verdict.value if question.pairs else None
        for kind in kinds_of(question):
            traits = ", ".join(kind.traits) or None
            for answer in (question.answers[place] for place in kind.places):
                yield question.label, verdict, traits, *record(answer.report, answer.figure).values()
