"""How a command is run: its arguments are parsed, the dossier is opened and brought up to date."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from shlex import quote
from time import monotonic
from typing import TYPE_CHECKING

from tui import locale
from tui.base.locations import SEEN, bundled_dossier, expanded, make_private, may_have_desk, place_folder
from tui.base.progress import RefreshResult, no_progress
from tui.commands.desk_options import DESK_MODULES
from tui.commands.parser import MODULES, WITHOUT_DOSSIER, verb_parsers, verbs_parser
from tui.commands.printer import Printer, tell
from tui.commands.progress_line import ProgressLine
from tui.core.bags import desk_in_bag
from tui.core.explorer import Explorer
from tui.errors import CacheError, DamagedCatalogue, DossierError
from tui.locale import _

if TYPE_CHECKING:
    from tui.search.annotations import Annotations


def run(verb: str, before: Sequence[str], behind: Sequence[str]) -> int:
    """Run a command with the options before and the words after its name; return its exit status.

    Raises `MaliTuiError` if it cannot be done.
    """
    parser = verbs_parser()
    asked, unknown = parser.parse_known_args([verb, *before, *arranged(behind, verb_parsers(parser)[verb])])
    if unknown:
        verb_parsers(parser)[verb].error(_("not understood: {words}").format(words=" ".join(unknown)))
    if asked.json or getattr(asked, "csv", "") or getattr(asked, "sarif", False):
        locale.use("en")  # what scripts read is the same everywhere
    if verb in WITHOUT_DOSSIER:
        done = import_module(MODULES[verb]).run_without_dossier(asked, Printer(asked.json))
        assert isinstance(done, int)
        return done
    _refuse_folder(verb, asked)
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
                again = _("Ask again: what is printed is not all of it.")
                raise CacheError(f"{explorer.notice} {again}") from None
            return _answered(explorer, asked, printer)
    finally:
        explorer.close()


def _refuse_folder(verb: str, asked: argparse.Namespace) -> None:
    """Raise `DossierError` where the query begins with a folder, whose name nobody means to search for."""
    first = next(iter(getattr(asked, "query", None) or ()), "")
    if asked.dossier or not first.startswith(("/", "./", "../", "~")) or not Path(first).expanduser().is_dir():
        return
    raise DossierError(
        _("{folder} is a folder, and this command takes the words of a query; for that folder: {example}").format(
            folder=first, example=" ".join(["mali-tui", verb, "-d", quote(first), *asked.query[1:]])
        )
    )


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
        tell(_("Another program is still reading this dossier; what it has not read yet is missing here."))
    if asked.verb not in DESK_MODULES:
        _correct(explorer, asked.desk)
    status = import_module(MODULES[asked.verb]).run(explorer, asked, printer)
    assert isinstance(status, int)
    tell_notice()
    return status


def _correct(explorer: Explorer, desk: Path | None) -> None:
    """Let the articles say what the desk says of them; the commands of the desk do so by themselves."""
    if desk is None and not may_have_desk() and desk_in_bag(explorer.folder) is None:
        explorer.annotate(_without_desk(explorer))
        if explorer.correct({}):
            explorer.refresh()
        return
    from tui.core.desk import correct_by_desk

    problem = correct_by_desk(explorer, desk)
    if problem:
        tell(problem)


def _without_desk(explorer: Explorer) -> Callable[[], Annotations]:
    """Return what queries ask where there is no desk: what is new, and what was read, can be known all the same."""

    @cache
    def annotations() -> Annotations:
        from tui.core.read_articles import ReadArticles, read_states
        from tui.core.visits import Visits
        from tui.search.annotations import Annotations

        visits = Visits(explorer, place_folder(explorer.folder) / SEEN)
        read = ReadArticles.of(explorer.folder)
        states = read_states(explorer, lambda: read.ids, lambda: read.ids)
        return Annotations(states={**states, "new": lambda: visits.new().numbers})

    return annotations


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
        return explorer.refresh(ProgressLine(monotonic) if on_terminal else no_progress)
    except KeyboardInterrupt:
        sys.stderr.write("\r\x1b[K" * on_terminal)
        tell(_("Stopped; what was read so far is kept, and the next start goes on from there."))
        raise
