"""`mali-tui status`: how far the reader has come with an article: unread, read, reviewed, to check."""

from __future__ import annotations

import argparse

from tui.commands.desk_access import opened, written
from tui.commands.printer import Printer
from tui.core.explorer import Explorer
from tui.desk.drafts import set_status
from tui.desk.state import Status
from tui.locale import _


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Set a status; without one, tell that of the article, or of all articles that have one, and return 1 for none."""
    desk = opened(explorer, asked, printer)
    statuses = desk.desk.state().statuses
    if asked.id is None:
        numbers = explorer.numbers_of(statuses.keys() - desk.missing)
        heads = explorer.heads(numbers.values())
    else:
        number = explorer.find(asked.id)
        if asked.status is not None:
            status = Status(asked.status.replace("-", " "))
            return written(desk, printer, [set_status(desk.ref(number), status)])
        heads = explorer.heads([number])
    for head in heads:
        told = statuses.get(head.id, Status.UNREAD).value
        if printer.as_json:
            printer.record({"id": head.id, "status": told, "title": head.title})
        else:
            printer.line(f"{head.id}  {_(told)}  {head.title}")
    return 0 if heads else 1
