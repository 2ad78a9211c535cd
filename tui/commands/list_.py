"""`mali-tui list`: every article with its date and where that date was read."""

from __future__ import annotations

import argparse

from tui.commands.printer import Cut, Printer
from tui.commands.records import copies_of, date_words, head_record
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.locale import N_, _


def run(explorer: Explorer, _asked: argparse.Namespace, printer: Printer) -> int:
    """Print the articles by date, the undated ones last; 1 if there are none."""
    heads = explorer.heads(explorer.explore(Query()).hits)
    if printer.as_json:
        copies = copies_of(explorer, [head.number for head in heads])
        for head in heads:
            printer.record(head_record(head, copies[head.number]))
    elif heads:
        rows = (
            (
                head.id,
                date_words(head.published, head.doubt != ""),
                head.title,
                head.source,
                _(head.published.provenance.value) if head.published else "",
                f"{head.words:,}",
            )
            for head in heads
        )
        columns = (N_("id"), N_("date"), N_("title"), N_("source"), N_("date from"), N_("words"))
        printer.table(columns, rows, spare=("date from", "words"), cuts={"title": Cut.END, "source": Cut.END})
    return 0 if heads else 1
