"""The front door: opens the application or runs a headless verb.

Nothing heavy is imported before it is known what is asked: `--version` and `--help` pay for neither textual nor whoosh.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui import locale
from tui.base.settings import settings
from tui.commands.parser import VERBS, application_parser
from tui.errors import ArticleNotFound, MaliTuiError
from tui.locale import VARIABLE, _

if TYPE_CHECKING:
    from tui.core.archive import Archive

DONE, NOTHING_FOUND, WRONG_USE = 0, 1, 2
"""Exit status: done; nothing found; wrong use or an unreadable dossier."""

_INTERRUPTED = 130
"""Exit status after ctrl+c, as shells know it: 128 and the number of the signal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with command-line arguments (those of the process by default) and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        said = settings()
        locale.use(said.language if said.language and VARIABLE not in os.environ else locale.language_of())
        verb = _verb_place(words)
        if verb is not None:
            from tui.commands.command import run

            return run(words[verb], words[:verb], words[verb + 1 :])
        return _open_application(application_parser().parse_args(words))
    except ArticleNotFound as problem:
        _tell(str(problem))
        return NOTHING_FOUND
    except MaliTuiError as problem:
        _tell(str(problem))
        return WRONG_USE
    except BrokenPipeError:
        # The reader of the pipe went away; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _INTERRUPTED


def _tell(sentence: str) -> None:
    """Print the one sentence of an error, in which what was asked for may stand: it is as hostile as any text."""
    from tui.base.printable import printable_line

    print(f"mali-tui: {printable_line(sentence)}", file=sys.stderr)  # noqa: T201 - errors belong on standard error


def _verb_place(words: Sequence[str]) -> int | None:
    """Return where the verb stands: first, or behind options that all verbs know."""
    place = 0
    while place < len(words) and (words[place] == "--json" or words[place].startswith(("-d", "--dossier"))):
        place += 2 if words[place] in ("-d", "--dossier") else 1
    return place if place < len(words) and words[place] in VERBS else None


def _open_application(asked: argparse.Namespace) -> int:
    """Open the terminal application on the folder that was asked for."""
    from tui.base.locations import bundled_dossier

    if asked.engine or asked.index:
        return _open_engine(asked)
    folder = asked.folder or asked.dossier or bundled_dossier()
    if asked.folder is not None and asked.folder.name == str(asked.folder) and not asked.folder.exists():
        _tell(_unknown(str(folder)))
        return WRONG_USE
    hindrance = _hindrance(folder)
    if hindrance:
        from tui.importing.folder import check_folder

        check_folder(folder)  # a folder that is not there cannot be given to a verb either
        _tell(hindrance)
        return WRONG_USE
    if asked.desk is not None:
        from tui.desk.places import named_desk

        named_desk(asked.desk, folder)  # what can be no desk is told before anything is shown
    return _run_application(folder, asked.query, asked.theme, asked.desk)


def _open_engine(asked: argparse.Namespace) -> int:
    """Open the terminal application on an index of an engine."""
    hindrance = _hindrance(Path("FOLDER"))
    if asked.folder is not None or asked.dossier is not None:
        hindrance = _("Name a folder or an engine with its index, not both; mali-tui push sends a folder to an engine.")
    elif not (asked.engine and asked.index):
        hindrance = _("An engine and an index belong together: mali-tui --engine https://host:9200 --index press")
    if hindrance:
        _tell(hindrance)
        return WRONG_USE
    from tui.served.archive import ServedArchive

    archive = ServedArchive.open(asked.engine, asked.index, asked.schema)
    return _run_application(archive, asked.query, asked.theme, asked.desk)


def _unknown(word: str) -> str:
    """Say that a word is no folder: a verb that came too late, or neither folder nor verb."""
    if word in VERBS:
        return _(
            "A verb comes first, and --query and --theme are not for verbs: mali-tui {word}; see mali-tui {word} -h"
        ).format(word=word)
    verbs = ", ".join(VERBS)
    return _(
        "There is neither a folder nor a verb {word}; the verbs are {verbs}, a folder is named by its path"
    ).format(word=word, verbs=verbs)


def _hindrance(folder: Path) -> str:
    """Return why the application cannot be shown here, in a sentence that says what to do; empty where it can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _("There is no terminal here; for scripts use a verb, such as: mali-tui list --json -d {folder}").format(
            folder=_quoted(folder)
        )
    encoding = (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "")
    if encoding != "utf8":
        return _("This terminal is set to {encoding}; set it to UTF-8 first, such as: LANG=C.UTF-8 mali-tui").format(
            encoding=sys.stdout.encoding
        )
    if os.environ.get("TERM") == "dumb":
        return _("This terminal cannot place text (TERM=dumb); use a verb, such as: mali-tui search WORDS")
    return ""


def _quoted(folder: Path) -> str:
    """Write a folder as a shell takes it."""
    import shlex

    return shlex.quote(str(folder))


def _terminal_theme() -> tuple[str, str]:
    """Return the theme that was chosen, else the one that fits the terminal, and what was typed meanwhile."""
    from tui.ui.kept_choice import THEME
    from tui.ui.terminal_background import terminal_background

    kept = THEME.get() or settings().theme
    return (kept, "") if kept or os.environ.get("NO_COLOR") else terminal_background(os.environ)


def _run_application(place: Path | Archive, query: str, theme: str, desk: Path | None = None) -> int:
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
    from tui.core.explorer import Explorer

    explorer = Explorer.open(place) if isinstance(place, Path) else place
    from tui.ui.app import MaliTui

    theme, typed = (theme, "") if theme else _terminal_theme()
    application = MaliTui(explorer, query, theme, desk)
    application.typed_ahead = typed
    application.run()
    return application.return_code or DONE
