"""`mali-tui completion`: the script by which a shell completes verbs, options and files."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.commands.parser import whole_parser
from tui.commands.printer import Printer


def run_without_dossier(asked: argparse.Namespace, printer: Printer) -> int:
    """Print the script of a shell, as shtab writes it."""
    import shtab

    parser = whole_parser()
    for each in _parsers(parser):
        for action in each._actions:
            if action.type is Path:
                action.complete = shtab.FILE  # type: ignore[attr-defined]  # shtab reads this attribute
    printer.document(shtab.complete(parser, asked.shell) + "\n")
    return 0


def _parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """Return a parser and those of its verbs."""
    found = [parser]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found.extend(action.choices.values())
    return found
