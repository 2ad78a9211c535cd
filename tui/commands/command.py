"""The arguments of the commands, and which module runs each command."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tui.base.days import Clock
from tui.base.locations import bundled_dossier, expanded, make_private, may_have_desk
from tui.base.progress import Pace, RefreshResult, Step, no_progress
from tui.commands.check import ONLY
from tui.commands.chronology import FORMATS
from tui.commands.desk_options import DESK_MODULES, add_desk_verbs
from tui.commands.printer import Printer, tell
from tui.core.explorer import Explorer
from tui.errors import CacheError, DamagedCatalogue
from tui.locale import _

if TYPE_CHECKING:
    from tui.search.annotations import Annotations

_MODULES = {
    "list": "tui.commands.list_",
    "read": "tui.commands.read",
    "search": "tui.commands.search",
    "timeline": "tui.commands.timeline",
    "dates": "tui.commands.dates",
    "chronology": "tui.commands.chronology",
    "check": "tui.commands.check",
    "export": "tui.commands.export",
    "cite": "tui.commands.cite",
    "count": "tui.commands.count",
    "pack": "tui.commands.pack",
    "verify": "tui.commands.verify",
    "figures": "tui.commands.figures",
    **DESK_MODULES,
    "proof": "tui.commands.proof",
}

_WITHOUT_DOSSIER = frozenset(("verify",))
"""Verbs that open no dossier."""


_PULSE = 0.1
"""Seconds between two updates of the progress line."""

_LONGEST_COUNT = 15
"""The most digits of a number of articles; Python refuses to parse very long ones."""


def run(verb: str, before: Sequence[str], behind: Sequence[str]) -> int:
    """Run a command with the options before and the words after its name; return its exit status.

    Raises `MaliTuiError` if it cannot be done.
    """
    parser = _parser()
    asked, unknown = parser.parse_known_args([verb, *before, *arranged(behind, verb_parsers(parser)[verb])])
    if unknown:
        verb_parsers(parser)[verb].error(f"not understood: {' '.join(unknown)}")
    if verb in _WITHOUT_DOSSIER:
        done = import_module(_MODULES[verb]).run_without_dossier(asked, Printer(asked.json))
        assert isinstance(done, int)
        return done
    make_private()
    explorer = Explorer.open(expanded(asked.dossier or getattr(asked, "folder", None) or bundled_dossier()))
    printer = Printer(asked.json)
    try:
        try:
            return _answered(explorer, asked, printer)
        except DamagedCatalogue:
            if not explorer.mend():
                raise
            if printer.printed:
                raise CacheError(f"{explorer.notice} {_('Ask again: what is printed is not all of it.')}") from None
            return _answered(explorer, asked, printer)
    finally:
        explorer.close()


def _answered(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Bring the dossier up to date and run a command on it; tell what is unusual as soon as it is known."""
    told = ""

    def tell_notice() -> None:
        nonlocal told
        if explorer.notice not in ("", told):
            told = explorer.notice
            tell(told)

    tell_notice()
    busy = _refreshed(explorer).busy
    tell_notice()
    if busy:
        tell("Another program is still reading this dossier; what it has not read yet is missing here.")
    if asked.verb not in DESK_MODULES:
        _correct(explorer, asked.desk)
    status = import_module(_MODULES[asked.verb]).run(explorer, asked, printer)
    assert isinstance(status, int)
    tell_notice()
    return status


def _correct(explorer: Explorer, desk: Path | None) -> None:
    """Let the articles say what the desk says of them; the commands of the desk do so by themselves."""
    if desk is None and not may_have_desk():
        explorer.annotate(_no_annotations)
        if explorer.correct({}):
            explorer.refresh()
        return
    from tui.core.desk import correct_by_desk

    problem = correct_by_desk(explorer, desk)
    if problem:
        tell(problem)


def _no_annotations() -> Annotations:
    from tui.search.annotations import NO_ANNOTATIONS

    return NO_ANNOTATIONS


def verb_parsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command."""
    (verbs,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    parsers: dict[str, argparse.ArgumentParser] = verbs.choices
    return parsers


def arranged(words: Sequence[str], parser: argparse.ArgumentParser) -> list[str]:
    """Put the options of a command that takes a query before the words of the query, separated by `--`.

    This way a query may begin with a minus, as in `-camp` and `-date:2023`, and options may come in the middle of it.
    """
    if not any(action.dest == "query" for action in parser._actions):
        return list(words)
    options: list[str] = []
    query: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            query.extend(rest)
        elif _is_option(word, parser):
            options.append(word)
            if _wants_value(word, parser):
                options.extend(islice(rest, 1))
        else:
            query.append(word)
    return [*options, "--", *query]


def _is_option(word: str, parser: argparse.ArgumentParser) -> bool:
    """Tell an option from an excluded word; `-d` may have its folder attached, as in `-dclippings`."""
    if word.startswith("-d") and word != "-d":
        folder = Path(word.removeprefix("-d"))
        return folder.is_dir() or folder.is_absolute()
    return word.startswith("--") or any(word in action.option_strings for action in parser._actions)


def _wants_value(word: str, parser: argparse.ArgumentParser) -> bool:
    """Say whether an option, in full or abbreviated, takes the next word as its value."""
    meant = [action for action in parser._actions if any(name.startswith(word) for name in action.option_strings)]
    return bool(meant) and all(action.nargs is None for action in meant)


def _refreshed(explorer: Explorer) -> RefreshResult:
    """Bring the dossier up to date; if the user stops that, say that nothing is lost."""
    on_terminal = sys.stderr.isatty()
    try:
        return explorer.refresh(_Progress(monotonic) if on_terminal else no_progress)
    except KeyboardInterrupt:
        sys.stderr.write("\r\x1b[K" * on_terminal)
        tell("Stopped; what was read so far is kept, and the next start goes on from there.")
        raise


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mali-tui")
    verbs = parser.add_subparsers(dest="verb", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("-d", "--dossier", type=Path, metavar="FOLDER", help="the dossier; without it, the bundled one")
    shared.add_argument("--json", action="store_true", help="one JSON object a line")
    shared.add_argument("--desk", type=Path, default=None, metavar="FILE", help="the desk, where it has another place")

    def verb(name: str, does: str, example: str) -> argparse.ArgumentParser:
        return verbs.add_parser(
            name, parents=[shared], help=does, description=does, epilog=f"example: mali-tui {name} {example}"
        )

    listing = verb("list", "List every article with its date and where that was read.", "clippings --json")
    reading = verb("read", "Print the text of articles.", "qkxm")
    reading.add_argument("ids", nargs="+", metavar="ID", help="an id, the beginning of one, or a path in the dossier")
    reading.add_argument("--left-out", action="store_true", help="print below a text what was left out of it")
    searching = verb("search", "List the articles that match a query, best first.", '"exit plan" --limit 5')
    searching.add_argument("query", nargs="*", help="words of the query language")
    searching.add_argument("--related", metavar="ID", help="articles that share rare words with this one")
    searching.add_argument("--limit", type=_count, default=None, metavar="N", help="at most N articles")
    searching.add_argument("--grouped", action="store_true", help="one line for all articles with the same text")
    counting = verb("timeline", "Count articles by the time they appeared.", "camp* --by year")
    counting.add_argument("query", nargs="*", help="words of the query language; without them, everything")
    counting.add_argument("--by", choices=("day", "month", "year"), default="month", help="the width of a bucket")
    counting.add_argument(
        "--clock",
        choices=[clock.value for clock in Clock],
        default=Clock.PUBLISHED.value,
        help="what counts: articles by their publication, or mentions of dates in their texts",
    )
    dating = verb("dates", "List every date that the texts mention, and what it means.", "qkxm --json")
    dating.add_argument("ids", nargs="*", metavar="ID", help="an id, the beginning of one, or a path; without, all")
    chronicling = verb("chronology", "Tell what happened when, by whom, and where they disagree.", "camp* event:2023")
    chronicling.add_argument("query", nargs="*", help="words of the query language; without them, everything")
    chronicling.add_argument("--format", choices=FORMATS, default=None, help="a form that other programs read")
    checking = verb("check", "Tell what became of each file of the dossier.", "clippings")
    checking.add_argument("--only", choices=ONLY, default=None, help="list nothing but these")
    checking.add_argument("--force", action="store_true", help="write over a file that is there already")
    checking.add_argument("--csv", default="", metavar="FILE", help="write one table for spreadsheets; - prints it")
    _add_exports(verb)
    add_desk_verbs(verb)
    packing = _add_bags(verb)
    for parser_of_folder in (listing, checking, packing):
        parser_of_folder.add_argument("folder", nargs="?", type=Path, help="the dossier, as with -d")
    return parser


def _add_exports(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    """Add the verbs that take articles out of the program."""
    from tui.citations.styles import STYLES
    from tui.export.articles import FORMATS as EXPORT_FORMATS

    exporting = verb("export", "Write what a query finds for other programs.", "camp* --format ris -o camps.ris")
    exporting.add_argument("query", nargs="*", help="words of the query language; without them, everything")
    exporting.add_argument("--format", choices=tuple(EXPORT_FORMATS), default=None, help="csv, where none is named")
    exporting.add_argument("--style", choices=tuple(STYLES), default="plain", help="the style of the citations")
    exporting.add_argument("-o", "--output", default="", metavar="FILE", help="write a file outside of the dossier")
    exporting.add_argument("--force", action="store_true", help="write over a file that is there already")
    citing = verb("cite", "Cite articles as newspaper articles.", "qkxm --style chicago")
    citing.add_argument("ids", nargs="+", metavar="ID", help="an id, the beginning of one, or a path in the dossier")
    citing.add_argument("--style", choices=tuple(STYLES), default="plain", help="the style of the citations")
    counting = verb("count", "Count articles and occurrences by two properties.", "camp* --by source,year --csv")
    counting.add_argument("query", nargs="*", help="words of the query language")
    counting.add_argument("--by", default="source,year", metavar="A,B", help="one or two of source, year, month, …")
    counting.add_argument("--csv", action="store_true", help="a table for spreadsheets")
    figuring = verb("figures", "List the numbers that the texts give, and who gives them.", "camp* --questions")
    figuring.add_argument("query", nargs="*", help="words of the query language; without them, everything")
    figuring.add_argument("--questions", action="store_true", help="group them by what they answer, with verdicts")
    figuring.add_argument("--csv", action="store_true", help="a table for spreadsheets")


def _add_bags(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verbs that check and pass on, and return the one that packs a dossier."""
    packing = verb("pack", "Pack a dossier into one file that can be verified.", "clippings -o clippings.zip")
    packing.add_argument("-o", "--output", default="", metavar="FILE", help="the zip archive to write")
    packing.add_argument("--sign", default="", metavar="KEY", help="sign with an Ed25519 key: PEM, or of OpenSSH")
    packing.add_argument("--force", action="store_true", help="write over a file that is there already")
    verifying = verb("verify", "Tell what became of each file of a bag since it was packed.", "clippings.zip")
    verifying.add_argument("bag", type=Path, metavar="BAG", help="a zip archive or a folder")
    proving = verb("proof", "Hold a manuscript against the dossier.", "draft.md -d clippings")
    proving.add_argument("draft", type=Path, metavar="DRAFT", help="Markdown, text, DOCX, ODT or another text")
    proving.add_argument("--all", action="store_true", help="also what the dossier has as the manuscript has it")
    proving.add_argument("--sarif", action="store_true", help="SARIF 2.1.0, for editors that show findings")
    proving.add_argument("--markdown", action="store_true", help="a report")
    verifying.add_argument("--key", default="", metavar="FILE", help="the public key that it must be signed with")
    return packing


def _count(written: str) -> int:
    if not (written.isdecimal() and len(written) <= _LONGEST_COUNT and int(written) > 0):
        raise argparse.ArgumentTypeError("give a number from 1 on")
    return int(written)


class _Progress:
    """Writes progress over itself on standard error, and erases it when done."""

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
