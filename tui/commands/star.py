"""`mali-tui star`: stars on articles, or a list of the starred ones."""

from __future__ import annotations

import argparse

from tui.commands.desk_access import opened, written
from tui.commands.printer import Printer
from tui.commands.records import date_words
from tui.core.explorer import Explorer
from tui.desk.drafts import star
from tui.errors import MaliTuiError
from tui.locale import N_, _


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Star articles or take their stars off; without any, list the starred ones, and return 1 for none.

    Raises `MaliTuiError` where it is not said which stars to take off.
    """
    desk = opened(explorer, asked, printer)
    if asked.ids:
        refs = [desk.ref(number) for number in dict.fromkeys(map(explorer.find, asked.ids))]
        return written(desk, printer, [star(ref, on=not asked.off) for ref in refs])
    if asked.off:
        raise MaliTuiError(_("Say which stars to take off: mali-tui star ID --off"))
    numbers = explorer.numbers_of(desk.desk.state().starred - desk.missing)
    heads = sorted(explorer.heads(numbers.values()), key=lambda head: (head.title.casefold(), head.id))
    if printer.as_json:
        for head in heads:
            date = head.published.iso if head.published else None
            printer.record({"id": head.id, "title": head.title, "date": date, "source": head.source or None})
    elif heads:
        rows = [(head.id, date_words(head.published, head.doubt != ""), head.title, head.source) for head in heads]
        printer.table((N_("id"), N_("date"), N_("title"), N_("source")), rows)
    return 0 if heads else 1
