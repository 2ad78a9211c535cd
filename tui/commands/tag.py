"""`mali-tui tag`: tags on an article, or a list of all tags."""

from __future__ import annotations

import argparse
from collections import Counter

from tui.commands.desk_access import opened, written
from tui.commands.printer import Printer
from tui.core.explorer import Explorer
from tui.desk.drafts import tag
from tui.errors import MaliTuiError
from tui.locale import N_, _


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Put tags on an article or take them off; without any, list those that there are, and return 1 for none.

    Raises `MaliTuiError` where it is not said which tags to take off.
    """
    desk = opened(explorer, asked, printer)
    number = explorer.find(asked.id) if asked.id is not None else None
    if number is not None and asked.tags:
        ref = desk.ref(number)
        return written(desk, printer, [tag(ref, name, on=not asked.off) for name in dict.fromkeys(asked.tags)])
    if asked.off:
        raise MaliTuiError(_("Say which tags to take off: mali-tui tag ID TAG --off"))
    tags = desk.desk.state().tags
    if number is not None:
        (head,) = explorer.heads([number])
        counts = Counter(tags.get(head.id, ()))
    else:
        counts = Counter(name for names in tags.values() for name in names)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0].casefold()))
    if printer.as_json:
        for name, count in rows:
            printer.record({"tag": name, "articles": count})
    elif rows:
        printer.table((N_("articles"), N_("tag")), [(f"{count:,}", name) for name, count in rows])
    return 0 if rows else 1
