"""`mali-tui kwic`: each match of a query on a line with what stands before and behind it, its day and its outlet."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence

from tui.base.printable import printable_line
from tui.base.small_words import SMALL_WORDS
from tui.commands.printer import Cut, Printer, cut
from tui.commands.query import answered
from tui.concordance import ContextLine, collocates, dispersions, sampled, sorted_lines
from tui.concordance.records import Table, collocate_table, dispersion_table, line_table
from tui.core.concordance import Concordance, concordance
from tui.core.explorer import Explorer
from tui.errors import MaliTuiError
from tui.locale import N_, _

_MOST_COLLOCATES = 50
_GAPS = 12
"""Cells between the columns, and those of the signs around the match."""
_NARROWEST = 12
"""Cells of a context at least."""


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the matches, their collocates or where they stand; 1 where nothing matches.

    Raises `MaliTuiError` where the query has a fault or no words, and where two forms are asked for.
    """
    query = " ".join(asked.query)
    if not query.strip():
        raise MaliTuiError(_("Say which words: mali-tui kwic WORDS"))
    if asked.csv and printer.as_json:
        raise MaliTuiError(_("Either --json or --csv: one output has one form."))
    view = answered(explorer, query)
    found = concordance(explorer, view, asked.words)
    if not found.lines:
        printer.tell(_("No text has a match of {query}.").format(query=view.understood or query))
        return 1
    if asked.collocates:
        _collocates(found, asked.csv, printer)
    elif asked.dispersion:
        _dispersion(found, asked.csv, printer)
    else:
        _lines(found, asked, printer)
    return 0


def _lines(found: Concordance, asked: argparse.Namespace, printer: Printer) -> None:
    drawn: Sequence[ContextLine] = found.lines
    if asked.sample is not None and len(drawn) > asked.sample:
        drawn = sampled(drawn, asked.sample, asked.seed)
        printer.tell(
            _("A sample of {shown:,} of {whole:,} matches, drawn with --seed {seed}.").format(
                shown=len(drawn), whole=len(found.lines), seed=asked.seed
            )
        )
    shown = sorted_lines(drawn, asked.sort)
    if printer.as_json or asked.csv:
        _print_table(line_table(shown), printer)
    else:
        _aligned(shown, printer)


def _print_table(table: Table, printer: Printer) -> None:
    """Print a table as one JSON object a line, or for spreadsheets."""
    if printer.as_json:
        for record in table.records:
            printer.record(record)
    else:
        printer.document(table.csv)


def _aligned(shown: Sequence[ContextLine], printer: Printer) -> None:
    """Print lines with all matches below one another; on a terminal what is too far from them is cut."""
    lefts = [printable_line(line.left).strip() for line in shown]
    rights = [printable_line(line.right).strip() for line in shown]
    heads = [
        (line.document.id, line.document.day or _("undated"), printable_line(line.document.source)) for line in shown
    ]
    widths = [max(map(len, column)) for column in zip(*heads, strict=True)]
    room = max(map(len, lefts))
    if printer.on_terminal:
        left = shutil.get_terminal_size().columns - sum(widths) - _GAPS - max(len(line.match) for line in shown)
        room = min(room, max(_NARROWEST, left // 2))
        rights = [cut(right, max(_NARROWEST, left - room), Cut.END) for right in rights]
    for line, head, before, behind in zip(shown, heads, lefts, rights, strict=True):
        told = before if len(before) <= room else f"…{before[len(before) - room + 1 :]}"
        columns = "  ".join(f"{cell:<{width}}" for cell, width in zip(head, widths, strict=True))
        printer.line(f"{columns}  {told:>{room}}  «{printable_line(line.match)}»  {behind}")


def _collocates(found: Concordance, as_csv: bool, printer: Printer) -> None:
    total = found.words.total()
    named = [each for each in collocates(found.lines, found.words, total) if each.word not in SMALL_WORDS]
    if printer.as_json or as_csv:
        _print_table(collocate_table(named), printer)
        return
    if not named:
        printer.tell(_("No word stands twice beside these matches."))
        return
    heads = (N_("word"), N_("beside it"), N_("in these articles"), N_("log-likelihood"), N_("logDice"))
    printer.table(
        heads,
        [
            (each.word, str(each.beside), str(each.everywhere), f"{each.log_likelihood:.1f}", f"{each.log_dice:.1f}")
            for each in named[:_MOST_COLLOCATES]
        ],
    )
    if len(named) > _MOST_COLLOCATES:
        printer.tell(
            _("{count:,} further words are left out; --json and --csv have all.").format(
                count=len(named) - _MOST_COLLOCATES
            )
        )


def _dispersion(found: Concordance, as_csv: bool, printer: Printer) -> None:
    table = dispersion_table(dispersions(sorted_lines(found.lines, "day")))
    if printer.as_json:
        _print_table(table, printer)
    elif as_csv:
        _print_table(Table(table.columns[:-1], [row[:-1] for row in table.rows]), printer)
    else:
        shown = [
            (str(row[0]), str(row[1] or _("undated")), str(row[2] or ""), str(row[3]), str(row[4]))
            for row in table.rows
        ]
        printer.table((N_("id"), N_("published"), N_("source"), N_("matches"), N_("where in the text")), shown)
