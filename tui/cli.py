"""The front door: opens the application or runs a headless verb.

Nothing heavy is imported before it is known what is asked: `--version` pays for no parser of arguments and no settings,
and `--help` for neither textual nor whoosh.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from tui import __version__, locale
from tui.errors import ArticleNotFound, MaliTuiError
from tui.locale import VARIABLE, _

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from tui.core.archive import Archive

DONE, NOTHING_FOUND, WRONG_USE = 0, 1, 2
"""Exit status: done; nothing found; wrong use or an unreadable dossier."""

_LAST_STANDARD = 2
"""The number of standard error."""

_INTERRUPTED = 130
"""Exit status after ctrl+c, as shells know it: 128 and the number of the signal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with command-line arguments (those of the process by default) and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _fill_standard_files()
    if sys.stdout is None:
        _tell(_("Standard output is closed; send it to a file, or to /dev/null."))
        return WRONG_USE
    try:
        try:
            if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
                signal.signal(signal.SIGINT, signal.default_int_handler)  # from here on it is told in a sentence
            return _run(words)
        finally:
            sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as problem:  # noqa: BLE001 - the one place where errors of all kinds end
        return _ended(problem)


def _ended(problem: BaseException) -> int:
    """Tell why the program ends, in one sentence, and return its exit status."""
    if isinstance(problem, KeyboardInterrupt):
        return _INTERRUPTED
    if isinstance(problem, MaliTuiError):
        _tell(str(problem))
        return NOTHING_FOUND if isinstance(problem, ArticleNotFound) else WRONG_USE
    _drop_output()
    if isinstance(problem, BrokenPipeError):
        return DONE  # the reader went away
    if isinstance(problem, OSError):
        where = problem.filename if isinstance(problem.filename, str) else _("Standard output")
        told = _("{where} cannot be read or written: {why}; nothing of the dossier or of your own work is lost.")
        _tell(told.format(where=where, why=(problem.strerror or str(problem)).lower()))
    else:
        from tui.base.fault_report import report_fault

        _tell(report_fault(problem))
    return WRONG_USE


def _run(words: list[str]) -> int:
    if words == ["--version"]:
        print(f"mali-tui {__version__}")  # noqa: T201 - what was asked for
        return DONE
    from tui.base.settings import settings
    from tui.commands.parser import application_parser

    said = settings()
    locale.use(said.language if said.language and VARIABLE not in os.environ else locale.language_of())
    verb = _verb_place(words)
    if verb is not None:
        from tui.commands.command import run

        return run(words[verb], words[:verb], words[verb + 1 :])
    return _open_application(application_parser().parse_args(words))


def _fill_standard_files() -> None:
    """Let what is closed of standard input, output and errors go nowhere, so that no file of ours takes its place."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _LAST_STANDARD:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the program runs


def _drop_output() -> None:
    """Let standard output go nowhere: what is still in its buffer cannot be written."""
    with suppress(OSError, ValueError, AttributeError):  # none, or one of a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(sentence: str) -> None:
    """Print the one sentence of an error, in which what was asked for may stand: it is as hostile as any text."""
    from tui.base.printable import printable_line

    with suppress(OSError):  # nobody can be told then; the status tells it
        print(f"mali-tui: {printable_line(sentence)}", file=sys.stderr, flush=True)  # noqa: T201 - errors belong there


def _verb_place(words: Sequence[str]) -> int | None:
    """Return where the verb stands: first, or behind options that all verbs know."""
    from tui.commands.parser import VERBS

    place = 0
    while place < len(words) and (words[place] == "--json" or words[place].startswith(("-d", "--dossier"))):
        place += 2 if words[place] in ("-d", "--dossier") else 1
    return place if place < len(words) and words[place] in VERBS else None


def _open_application(asked: argparse.Namespace) -> int:
    """Open the terminal application on the folder that was asked for."""
    from tui.base.locations import bundled_dossier, expanded

    if asked.engine or asked.index:
        return _open_engine(asked)
    folder = expanded(asked.folder or asked.dossier or bundled_dossier())
    if asked.folder is not None and asked.folder.name == str(asked.folder) and not asked.folder.exists():
        _tell(_unknown(str(folder)))
        return WRONG_USE
    if asked.columns:
        _keep_columns(folder, asked.columns)
    hindrance = _hindrance(str(folder))
    if hindrance:
        from tui.importing.folder import check_folder

        check_folder(folder)  # a folder that is not there cannot be given to a verb either
        _tell(hindrance)
        return WRONG_USE
    if asked.desk is not None:
        from tui.desk.places import named_desk

        named_desk(asked.desk, folder)  # what can be no desk is told before anything is shown
    return _run_application(folder, asked)


def _keep_columns(folder: Path, written: str) -> None:
    """Keep what the columns of a folder's tables hold, from now on."""
    from tui.importing.columns import keep_columns, parse_columns
    from tui.importing.folder import check_folder

    check_folder(folder)
    kept = keep_columns(folder, parse_columns(written))
    _tell(_("The columns are kept in {path}").format(path=kept))


def _open_engine(asked: argparse.Namespace) -> int:
    """Open the terminal application on an index of an engine."""
    hindrance = _hindrance("FOLDER")
    if asked.folder is not None or asked.dossier is not None:
        hindrance = _("Name a folder or an engine with its index, not both; mali-tui push sends a folder to an engine.")
    elif not (asked.engine and asked.index):
        hindrance = _("An engine and an index belong together: mali-tui --engine https://host:9200 --index press")
    if hindrance:
        _tell(hindrance)
        return WRONG_USE
    from tui.served.archive import ServedArchive

    archive = ServedArchive.open(asked.engine, asked.index, asked.schema)
    return _run_application(archive, asked)


def _unknown(word: str) -> str:
    """Say that a word is no folder: a verb that came too late, or neither folder nor verb."""
    from tui.commands.parser import VERBS

    if word in VERBS:
        return _(
            "A verb comes first, and --query and --theme are not for verbs: mali-tui {word}; see mali-tui {word} -h"
        ).format(word=word)
    verbs = ", ".join(VERBS)
    return _(
        "There is neither a folder nor a verb {word}; the verbs are {verbs}, a folder is named by its path"
    ).format(word=word, verbs=verbs)


def _hindrance(folder: str) -> str:
    """Return why the application cannot be shown here, in a sentence that says what to do; empty where it can."""
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        import shlex

        return _("There is no terminal here; for scripts use a verb, such as: mali-tui list --json -d {folder}").format(
            folder=shlex.quote(folder)
        )
    encoding = (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "")
    if encoding != "utf8":
        return _("This terminal is set to {encoding}; set it to UTF-8 first, such as: LANG=C.UTF-8 mali-tui").format(
            encoding=sys.stdout.encoding
        )
    if os.environ.get("TERM") == "dumb":
        return _("This terminal cannot place text (TERM=dumb); use a verb, such as: mali-tui search WORDS")
    return ""


def _terminal_theme() -> tuple[str, str]:
    """Return the theme that was chosen, else the one that fits the terminal, and what was typed meanwhile."""
    from tui.base.settings import settings
    from tui.ui.kept_choice import THEME
    from tui.ui.terminal_background import terminal_background

    kept = THEME.get() or settings().theme
    return (kept, "") if kept or os.environ.get("NO_COLOR") else terminal_background(os.environ)


def _meanwhile(ask: Callable[[], tuple[str, str]]) -> Callable[[], tuple[str, str]]:
    """Ask in a thread while modules are loaded; return what waits for the answer.

    A terminal that answers nothing costs a tenth of a second otherwise.
    """
    import threading

    told: list[tuple[str, str]] = []
    thread = threading.Thread(target=lambda: told.append(ask()))
    thread.start()

    def answer() -> tuple[str, str]:
        thread.join()
        return told[0] if told else ("", "")

    return answer


def _run_application(place: Path | Archive, asked: argparse.Namespace) -> int:
    """Open the dossier and run the application.

    The collector of garbage rests until the first paint: walking the objects that imports leave costs a fifth of
    the start.
    """
    import gc

    gc.disable()
    # A key waits some thirty times for the interpreter: a search that is under way hands it over fifty times sooner.
    sys.setswitchinterval(0.0001)
    # Textual paints at the next tick but one of its clock: a key just painted must not keep its answer waiting.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    from tui.base.locations import make_private
    from tui.core.explorer import Explorer

    make_private()
    theme = (lambda: (asked.theme, "")) if asked.theme else _meanwhile(_terminal_theme)
    archive = Explorer.open(place) if isinstance(place, os.PathLike) else place
    from tui.base.locations import place_folder
    from tui.ui.app import MaliTui
    from tui.ui.kept_place import PlaceFiles
    from tui.ui.start import Start

    files = PlaceFiles(place_folder(archive.folder))
    start = Start(asked.query, asked.desk, asked.proof, files, asked.fresh)
    chosen, typed = theme()
    application = MaliTui(archive, theme=chosen, start=start)
    application.typed_ahead = typed
    application.run()
    return application.return_code or DONE
