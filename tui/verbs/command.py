"""The arguments of the verbs, and the way from a verb's name to the module that answers it."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from time import monotonic

from tui.days import Clock
from tui.explorer import Explorer
from tui.locations import bundled_dossier
from tui.printable import printable_line
from tui.progress import Pace, Refreshed, Step, unheard
from tui.verbs.checking import ONLY
from tui.verbs.chronicling import FORMATS
from tui.verbs.printer import Printer

_MODULES = {
    "list": "tui.verbs.listing",
    "read": "tui.verbs.reading",
    "search": "tui.verbs.searching",
    "timeline": "tui.verbs.counting",
    "dates": "tui.verbs.dating",
    "chronology": "tui.verbs.chronicling",
    "check": "tui.verbs.checking",
}


_PULSE = 0.1
"""Seconds between two writings of progress."""


def run(words: Sequence[str]) -> int:
    """Run the verb that `words` begin with and return its exit status.

    Raises `MaliTuiError` where it cannot be done.
    """
    asked = _parser().parse_args(words)
    explorer = Explorer.open(asked.dossier or getattr(asked, "folder", None) or bundled_dossier())
    try:
        notice = explorer.notice
        if notice:
            _tell(notice)
        busy = _refreshed(explorer).busy
        if explorer.notice != notice:
            _tell(explorer.notice)
        if busy:
            _tell("Another program is still reading this dossier; what it has not read yet is missing here.")
        status = import_module(_MODULES[asked.verb]).run(explorer, asked, Printer(asked.json))
        assert isinstance(status, int)
        return status
    finally:
        explorer.close()


def _refreshed(explorer: Explorer) -> Refreshed:
    """Bring the dossier up to date; whoever stops that is told that nothing is lost."""
    on_terminal = sys.stderr.isatty()
    try:
        return explorer.refresh(_Progress(monotonic) if on_terminal else unheard)
    except KeyboardInterrupt:
        sys.stderr.write("\r\x1b[K" * on_terminal)
        _tell("Stopped; what was read so far is kept, and the next start goes on from there.")
        raise


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mali-tui")
    verbs = parser.add_subparsers(dest="verb", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("-d", "--dossier", type=Path, metavar="FOLDER", help="the dossier; without it, the bundled one")
    shared.add_argument("--json", action="store_true", help="one JSON object a line")

    def verb(name: str, does: str, example: str) -> argparse.ArgumentParser:
        return verbs.add_parser(
            name, parents=[shared], help=does, description=does, epilog=f"example: mali-tui {name} {example}"
        )

    listing = verb("list", "List every article with its date and where that was read.", "clippings --json")
    reading = verb("read", "Print the text of articles.", "qkxm")
    reading.add_argument("ids", nargs="+", metavar="ID", help="an id, the beginning of one, or a path in the dossier")
    reading.add_argument("--left-out", action="store_true", help="print below a text what was left out of it")
    searching = verb("search", "List the articles that answer a query, best first.", '"exit plan" --limit 5')
    searching.add_argument("query", nargs="*", help="words of the query language")
    searching.add_argument("--related", metavar="ID", help="articles that share rare words with this one")
    searching.add_argument("--limit", type=_count, default=None, metavar="N", help="at most N articles")
    searching.add_argument("--grouped", action="store_true", help="one line for all articles with the same text")
    counting = verb("timeline", "Count articles by the time at which they appeared.", "camp* --by year")
    counting.add_argument("query", nargs="*", help="words of the query language; without them, everything")
    counting.add_argument("--by", choices=("day", "month", "year"), default="month", help="the width of a bucket")
    counting.add_argument(
        "--clock",
        choices=[clock.value for clock in Clock],
        default=Clock.PUBLISHED.value,
        help="what counts: articles by their publication, or mentions of dates in their texts",
    )
    dating = verb("dates", "List every date that the texts name, and what it means.", "qkxm --json")
    dating.add_argument("ids", nargs="*", metavar="ID", help="an id, the beginning of one, or a path; without, all")
    chronicling = verb("chronology", "Tell what happened when, by whom, and where they disagree.", "camp* event:2023")
    chronicling.add_argument("query", nargs="*", help="words of the query language; without them, everything")
    chronicling.add_argument("--format", choices=FORMATS, default=None, help="a form that other programs read")
    checking = verb("check", "Tell what became of each file of the dossier.", "clippings")
    checking.add_argument("--only", choices=ONLY, default=None, help="list nothing but these")
    checking.add_argument("--csv", default="", metavar="FILE", help="write one table for spreadsheets; - prints it")
    for parser_of_folder in (listing, checking):
        parser_of_folder.add_argument("folder", nargs="?", type=Path, help="the dossier, as with -d")
    return parser


def _count(written: str) -> int:
    if not (written.isdecimal() and int(written) > 0):
        raise argparse.ArgumentTypeError("give a number from 1 on")
    return int(written)


def _tell(sentence: str) -> None:
    print(f"mali-tui: {printable_line(sentence)}", file=sys.stderr)  # noqa: T201 - a notice belongs on standard error


class _Progress:
    """Writes progress over itself on standard error, and wipes it when it is done."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._pace = Pace(clock)
        self._written = float("-inf")

    def __call__(self, step: Step) -> None:
        told, now = self._pace.words(step), self._clock()
        if step.done >= step.of:
            sys.stderr.write("\r\x1b[K")
        elif now - self._written >= _PULSE:
            self._written = now
            sys.stderr.write(f"\r{told[: shutil.get_terminal_size().columns - 1]}\x1b[K")
        sys.stderr.flush()
