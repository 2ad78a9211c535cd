"""`mali-tui quotes`: the quotations of the texts, and who says them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tui.base.printable import printable_line
from tui.catalogue.catalogue import Head
from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.core.explorer import Explorer
from tui.dossier.credit import told_by
from tui.errors import ArticleNotFound, MaliTuiError
from tui.export.csv_cells import csv_table
from tui.locale import N_, _
from tui.proof.said import Said, said
from tui.search.analysis import words

_COLUMNS = ("id", "date", "source", "retold", "start", "end", "quotation", "speaker", "sentence")


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the quotations of the hits, or those of one speaker; 1 where there are none.

    Raises `MaliTuiError` where the query has a fault, `--by` names nobody, and where two forms are asked for.
    """
    if asked.csv and printer.as_json:
        raise MaliTuiError(_("Either --json or --csv: one output has one form."))
    if asked.by is not None and not words(asked.by):
        raise MaliTuiError(_("Say who: mali-tui quotes --by Diop"))
    found = list(_quoted(explorer, " ".join(asked.query), words(asked.by or "")))
    if printer.as_json:
        for row in found:
            printer.record(dict(zip(_COLUMNS, row, strict=True)))
    elif asked.csv:
        printer.document(csv_table(_COLUMNS, found))
    elif found:
        rows = [
            (
                str(row[0]),
                str(row[1] or _("undated")),
                told_by(str(row[2] or ""), bool(row[3])),
                str(row[7] or ""),
                printable_line(f"“{row[6]}”"),
            )
            for row in found
        ]
        printer.table((N_("id"), N_("published"), N_("source"), N_("speaker"), N_("quotation")), rows)
    if not found:
        printer.tell(
            _("No quotation names {name} as its speaker in its own sentence.").format(name=asked.by)
            if asked.by
            else _("No quotation stands in these articles.")
        )
    return 0 if found else 1


def _quoted(explorer: Explorer, query: str, by: list[str]) -> Iterator[tuple[object, ...]]:
    """Yield a row for each quotation; with `by`, where all its words stand in the speaker's name."""
    for head in explorer.heads(answered(explorer, query).hits):
        try:
            article = explorer.article(head.number)
        except ArticleNotFound:  # another program has just dropped it
            continue
        for each in said(article.text, article.language or "en"):
            if not by or (each.speaker is not None and set(by) <= set(words(each.speaker.text))):
                yield _row(head, article.text, each)


def _row(head: Head, text: str, each: Said) -> tuple[object, ...]:
    quotation = each.quotation
    return (
        head.id,
        head.published.iso if head.published else None,
        head.source or None,
        head.retold,
        quotation.start,
        quotation.end,
        quotation.text,
        each.speaker.text if each.speaker else None,
        text[each.start : each.end],
    )
