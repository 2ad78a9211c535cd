"""`mali-tui push`: sends the articles of a dossier to an engine, whoever else pushes to the same index."""

from __future__ import annotations

import argparse
import platform
import sys
from contextlib import closing
from dataclasses import asdict
from time import monotonic

from tui.base.plurals import counted
from tui.base.progress import no_progress
from tui.commands.printer import Printer
from tui.commands.progress_line import ProgressLine
from tui.core.explorer import Explorer
from tui.locale import _

_TIMEOUT = 60.0
"""Seconds for a batch of articles."""


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Push what is new or changed and say what is there now; 1 if an article is missing in the end."""
    from tui.served.push import Push
    from tui.served.server import Writer

    origin = asked.origin or f"{explorer.folder.resolve().name}@{platform.node()}"
    with closing(Writer(asked.engine, _TIMEOUT)) as server:
        server.check()
        push = Push(server, asked.index, explorer.services, origin)
        sent = push.run(asked.rebuild, ProgressLine(monotonic) if sys.stderr.isatty() else no_progress)
    if printer.as_json:
        printer.record(asdict(sent))
    else:
        said = _("{there:,} of {articles} are in {index}, counted by id; {sent:,} sent now, {removed:,} removed.")
        about = {"there": sent.there, "index": asked.index, "sent": sent.sent, "removed": sent.removed}
        printer.line(said.format(articles=counted(sent.articles, "article"), **about))
        for each in sent.refused:
            printer.line(_("refused: {article}").format(article=each))
    return 0 if sent.there >= sent.articles else 1
