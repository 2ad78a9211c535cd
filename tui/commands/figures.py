"""`mali-tui figures`: the numbers that the texts give, who gives them, and how those of one question stand together."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.base.plurals import counted
from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.dossier.credit import told_by
from tui.errors import MaliTuiError
from tui.export.csv_cells import csv_table
from tui.export.figures import COLUMNS, as_markdown, days_written, question_record, record
from tui.export.figures import as_csv as table
from tui.figures.kinds import kinds_of
from tui.figures.wording import by_reason, kind_words
from tui.locale import N_, _, stored

if TYPE_CHECKING:
    from tui.figures import Figure
    from tui.figures.answers import Answer, Report
    from tui.figures.questions import Question

_CONTEXT = 100
"""The longest sentence of the table; of a longer one the part round the figure is shown."""
_SHOWN_PAIRS = 2
"""Pairs that are shown of each verdict and reason; the rest is counted."""


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the figures of the hits, or the questions that they answer; 1 where there are none.

    Raises `MaliTuiError` where the query has a fault, and where two forms are asked for.
    """
    if asked.csv + asked.markdown + printer.as_json > 1:
        raise MaliTuiError(_("One of --json, --csv and --markdown: one output has one form."))
    asked.questions |= asked.markdown
    text = " ".join(asked.query)
    view = answered(explorer, text)
    some = (
        _questions(explorer, Query(text), asked, printer)
        if asked.questions
        else _figures(explorer, text, asked, printer)
    )
    if not some:
        printer.tell(_none(asked.questions, view.understood).format(query=view.understood))
    return 0 if some else 1


def _none(questions: bool, understood: str) -> str:
    """Say that there is nothing; `{query}` stands for what was asked."""
    if questions:
        if understood:
            return _("No two sources give figures of one question in {query}.")
        return _("No two sources give figures of one question in these articles.")
    return _("No figure stands in {query}.") if understood else _("No figure stands in these articles.")


def _figures(explorer: Explorer, text: str, asked: argparse.Namespace, printer: Printer) -> bool:
    found = ((report, figure) for report in _reports(explorer, Query(text), printer) for figure in report.figures)
    if printer.as_json:
        some = False
        for report, figure in found:
            printer.record(record(report, figure))
            some = True
        return some
    if asked.csv:
        rows = [tuple(record(*one).values()) for one in found]
        printer.document(csv_table(COLUMNS, rows))
        return bool(rows)
    shown = [_row(report, figure) for report, figure in found]
    if shown:
        heads = (N_("id"), N_("published"), N_("figure"), N_("source"), N_("state"), N_("speaker"), N_("sentence"))
        printer.table(heads, shown, spare=("state", "speaker"))
    return bool(shown)


def _reports(explorer: Explorer, query: Query, printer: Printer, answering: bool = False) -> Iterator[Report]:
    for report in explorer.reports(query, answering=answering):
        if report.fault:
            printer.tell(
                _("The figures of {id} are missing: an error of this program ({fault}).").format(
                    id=report.id, fault=report.fault
                )
            )
        yield report


def _row(report: Report, figure: Figure) -> tuple[str, ...]:
    source = told_by(report.source, report.retold)
    published = days_written(report.published) or "undated"
    return report.id, published, figure.text, source, figure.state.value, figure.speaker, _around(report.text, figure)


def _around(text: str, figure: Figure) -> str:
    """Return the sentence of a figure with the figure between « and »; ellipses where it was cut."""
    first, last = figure.sentence_start, figure.sentence_end
    if last - first > _CONTEXT:
        first = max(first, figure.start - _CONTEXT // 2)
        last = max(figure.end, min(last, figure.end + _CONTEXT // 2))
        first = text.find(" ", first, figure.start) + 1 or first if first > figure.sentence_start else first
        last = (
            text.rfind(" ", figure.end, last) if last < figure.sentence_end and " " in text[figure.end : last] else last
        )
    before, after = "… " * (first > figure.sentence_start), " …" * (last < figure.sentence_end)
    return f"{before}{text[first : figure.start]}«{figure.text}»{text[figure.end : last]}{after}"


def _questions(explorer: Explorer, query: Query, asked: argparse.Namespace, printer: Printer) -> bool:
    from tui.figures.questions import questions

    found = questions(_reports(explorer, query, printer, answering=True))
    if printer.as_json:
        for question in found:
            printer.record(question_record(question))
    elif asked.csv:
        printer.document(table(found))
    elif asked.markdown and found:
        printer.document(as_markdown(found))
    else:
        for question in found:
            _print(question, printer)
    return bool(found)


def _print(question: Question, printer: Printer) -> None:
    sources = counted(question.witnesses, "source")
    printer.line(f"{question.label}: {_(question.verdict.value)}, {sources}")
    heads = (N_("id"), N_("published"), N_("figure"), N_("source"), N_("speaker"), N_("sentence"))
    kinds = kinds_of(question)
    for kind in kinds:
        if len(kinds) > 1:
            printer.line(f"  {kind_words(question, kind)}")
        answers = [question.answers[place] for place in kind.places]
        rows = [_row(answer.report, answer.figure) for answer in answers]
        printer.table(heads, [(*row[:4], *row[5:]) for row in rows], spare=("id", "speaker"))
    for (verdict, reason), pairs in by_reason(question.pairs).items():
        shown = "; ".join(
            _("{one} and {other}").format(
                one=_credited(question.answers[pair.one]), other=_credited(question.answers[pair.other])
            )
            for pair in pairs[:_SHOWN_PAIRS]
        )
        if len(pairs) > _SHOWN_PAIRS:
            shown = _("{pairs}; and {count:,} more").format(pairs=shown, count=len(pairs) - _SHOWN_PAIRS)
        printer.line(f"  {_(verdict.value)} ({stored(reason)}): {shown}")
    if question.uncompared:
        printer.line(
            "  "
            + _("{figures} not compared, there are too many").format(figures=counted(question.uncompared, "figure"))
        )
    printer.line()


def _credited(answer: Answer) -> str:
    source = told_by(answer.report.source, answer.report.retold) or answer.report.id
    return f"“{answer.figure.text}” ({source})"
