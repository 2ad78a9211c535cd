"""`mali-tui export`: what a query finds, as a file for a spreadsheet, a reference manager or a colleague."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.base.plurals import counted
from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.core.explorer import Explorer
from tui.core.exported import exported
from tui.errors import MaliTuiError
from tui.export.articles import FORMATS
from tui.locale import _


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Write the hits in the order of the screen; 1 where there are none.

    Raises `MaliTuiError` where the query has a fault and where the file cannot be written.
    """
    if asked.json and asked.format not in (None, "jsonl"):
        raise MaliTuiError(
            _("Either --json or --format {format}: one output has one form.").format(format=asked.format)
        )
    form = asked.format or ("jsonl" if asked.json else "csv")
    ending, write = FORMATS[form]
    query = " ".join(asked.query)
    view = answered(explorer, query)
    text = write(exported(explorer, view), asked.style, query or _("All articles"))
    if asked.output:
        path = _write(asked.output, ending, text, explorer, over=asked.force)
        printer.tell(_("Wrote {articles} to {path}.").format(articles=counted(len(view.hits), "article"), path=path))
    else:
        printer.document(text)
    if not view.hits:
        printer.tell(_("Nothing answers {query}.").format(query=view.understood or query))
    return 0 if view.hits else 1


def _write(name: str, ending: str, text: str, explorer: Explorer, *, over: bool) -> Path:
    """Write a file outside of the dossier, with the form's ending where its name has none, and return where it is."""
    from tui.export.files import FileExists, named_file, write_whole

    wanted = Path(name).suffix.lower() or ending
    path = named_file(name if Path(name).suffix else f"{name}{ending}", {wanted: ("", str)}, explorer.folder)
    try:
        write_whole(path, text, over=over)
    except FileExists:
        raise MaliTuiError(_("{path} is there already; --force writes over it.").format(path=path)) from None
    return path
