"""`mali-tui cite`: articles as citations in a style for newspaper articles."""

from __future__ import annotations

import argparse

from tui.citations import Reference, as_text, cite
from tui.commands.printer import Printer
from tui.core.citable import citable_heads
from tui.core.explorer import Explorer


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print a citation for each article, in the order in which they are named.

    Raises `ArticleNotFound` where an id belongs to no article or to several.
    """
    for number in [explorer.find(reference) for reference in asked.ids]:
        (head,) = citable_heads(explorer, [number])
        citation = as_text(cite(Reference.of(head), asked.style))
        if printer.as_json:
            printer.record({"id": head.id, "style": asked.style, "citation": citation})
        else:
            printer.line(citation)
    return 0
