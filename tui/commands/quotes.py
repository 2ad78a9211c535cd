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
from tui.locale import N_, _, ngettext
from tui.proof.said import Said, said
from tui.search.analysis import words

_COLUMNS = ("id", "date", "source", "retold", "start", "end", "quotation", "speaker", "sentence", "kind", "named")


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the quotations of the hits, or those of one speaker; 1 where there are none.

    With `--indirect` what the articles retell in their own words is printed as well; without it, its number is told.
    Raises `MaliTuiError` where the query has a fault, `--by` names nobody, and where two forms are asked for.
    """
    if asked.csv and printer.as_json:
        raise MaliTuiError(_("Either --json or --csv: one output has one form."))
    if asked.by is not None and not words(asked.by):
        raise MaliTuiError(_("Say who: mali-tui quotes --by Diop"))
    found, retold = [], 0
    for head, text, each in _said(explorer, " ".join(asked.query), words(asked.by or "")):
        if each.quotation is not None or asked.indirect:
            found.append(_row(head, text, each))
        else:
            retold += 1
    if printer.as_json:
        for row in found:
            printer.record(dict(zip(_COLUMNS, row, strict=True)))
    elif asked.csv:
        printer.document(csv_table(_COLUMNS, found))
    elif found:
        printer.table(
            (N_("id"), N_("published"), N_("source"), N_("speaker"), N_("what was said")),
            [_cells(row) for row in found],
        )
    if not found:
        printer.tell(
            _("No quotation is given to {name} as its speaker.").format(name=asked.by)
            if asked.by
            else _("No quotation stands in these articles.")
        )
    if retold:
        printer.tell(
            ngettext(
                "{count:,} statement is told without quotation marks; --indirect lists it.",
                "{count:,} statements are told without quotation marks; --indirect lists them.",
                retold,
            ).format(count=retold)
        )
    return 0 if found else 1


def _said(explorer: Explorer, query: str, by: list[str]) -> Iterator[tuple[Head, str, Said]]:
    """Yield what is said in the hits with its article; with `by`, where all its words stand in the speaker's name."""
    for head in explorer.heads(answered(explorer, query).hits):
        try:
            article = explorer.article(head.number)
        except ArticleNotFound:  # another program has just dropped it
            continue
        for each in said(article.text, article.language or "en"):
            if not by or (each.speaker is not None and set(by) <= set(words(f"{each.speaker.text} {each.named}"))):
                yield head, article.text, each


def _row(head: Head, text: str, each: Said) -> tuple[object, ...]:
    quotation = each.quotation
    return (
        head.id,
        head.published.iso if head.published else None,
        head.source or None,
        head.retold,
        quotation.start if quotation else each.start,
        quotation.end if quotation else each.end,
        quotation.text if quotation else None,
        each.speaker.text if each.speaker else None,
        text[each.start : each.end],
        "direct" if quotation else "indirect",
        each.named or None,
    )


def _cells(row: tuple[object, ...]) -> tuple[str, ...]:
    """Return a row as the table shows it: a quotation in its marks, a retold statement as its sentence."""
    ident, day, source, retold, _start, _end, quotation, speaker, sentence, *_rest = row
    return (
        str(ident),
        str(day or _("undated")),
        told_by(str(source or ""), bool(retold)),
        str(speaker or ""),
        printable_line(f"“{quotation}”" if quotation else _("indirect: {sentence}").format(sentence=sentence)),
    )
