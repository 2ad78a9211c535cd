"""The front door: opens the application or runs a headless verb.

Nothing heavy is imported before it is known what is asked: `--version` and `--help` pay for neither textual nor whoosh.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tui import __version__, locale
from tui.errors import ArticleNotFound, MaliTuiError
from tui.locale import _

DONE, NOTHING_FOUND, WRONG_USE = 0, 1, 2
"""Exit status: done; nothing found; wrong use or an unreadable dossier."""

_LAST_STANDARD = 2
"""The number of standard error."""

_INTERRUPTED = 130
"""Exit status after ctrl+c, as shells know it: 128 and the number of the signal."""

VERBS = (
    *("list", "read", "search", "timeline", "dates", "chronology", "check", "export", "cite", "count", "figures"),
    *("note", "tag", "star", "status", "saved", "correct", "desk", "pack", "verify", "proof"),
)

_EXAMPLES = """\
in the terminal:
  mali-tui                      the bundled dossier: the war in Mali and the UN mission there
  mali-tui clippings            the articles in the folder clippings
  mali-tui clippings --query "camp* date:2023"

for scripts, with --json one JSON object a line:
  mali-tui list                 every article with its date, and where that date was read
  mali-tui search "camp handover"
  mali-tui read ID              the text of an article; the beginning of an id is enough
  mali-tui timeline --by year   how many articles appeared when
  mali-tui dates ID             the dates that a text names, and what they mean
  mali-tui chronology           what happened when, who says so, and where they disagree
  mali-tui check clippings      what became of each file of a folder
  mali-tui export "camp*" -o camps.csv
  mali-tui cite ID --style apa  an article as a newspaper article is cited
  mali-tui count "camp*" --by source,year
  mali-tui pack clippings -o clippings.zip
  mali-tui verify clippings.zip
  mali-tui figures --questions  what numbers the sources give, and how these stand together
  mali-tui note ID --quote "the words" --text "what I think of them"
  mali-tui tag ID camps         and mali-tui star ID, mali-tui status ID reviewed
  mali-tui correct ID --date 2023-06-30
  mali-tui saved                the saved queries with their counts
  mali-tui desk export          the notes; also log, merge, import, undo and redo
  mali-tui proof draft.md       a manuscript held against the dossier, statement by statement

mali-tui VERB --help tells more of each verb.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with command-line arguments (those of the process by default) and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    locale.use(locale.language_of())
    _fill_standard_files()
    if sys.stdout is None:
        _tell(_("Standard output is closed; send it to a file, or to /dev/null."))
        return WRONG_USE
    try:
        try:
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
    verb = _verb_place(words)
    if verb is not None:
        from tui.commands import run

        return run(words[verb], words[:verb], words[verb + 1 :])
    return _open_application(_parser().parse_args(words))


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
    place = 0
    while place < len(words) and (words[place] == "--json" or words[place].startswith(("-d", "--dossier"))):
        place += 2 if words[place] in ("-d", "--dossier") else 1
    return place if place < len(words) and words[place] in VERBS else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mali-tui",
        description="Search and read a folder of dated news articles in the terminal, offline.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", nargs="?", type=Path, help="the folder to open; without it, the bundled dossier")
    parser.add_argument("-d", "--dossier", type=Path, metavar="FOLDER", help="the same, as the verbs have it")
    parser.add_argument("-q", "--query", default="", help="begin with this query")
    parser.add_argument("--theme", default="", choices=("dark", "light", "contrast"), help="colours to begin with")
    parser.add_argument("--desk", type=Path, metavar="FILE", help="the file of the desk, outside of the dossier")
    parser.add_argument("--version", action="version", version=f"mali-tui {__version__}")
    return parser


def _open_application(asked: argparse.Namespace) -> int:
    """Open the terminal application on the folder that was asked for."""
    from tui.base.locations import bundled_dossier, expanded

    folder = expanded(asked.folder or asked.dossier or bundled_dossier())
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


def _unknown(word: str) -> str:
    """Say that a word is no folder: a verb that came too late, or neither folder nor verb."""
    if word in VERBS:
        return f"A verb comes first, and --query and --theme are not for verbs: mali-tui {word}; see mali-tui {word} -h"
    verbs = ", ".join(VERBS)
    return f"There is neither a folder nor a verb {word}; the verbs are {verbs}, a folder is named by its path"


def _hindrance(folder: Path) -> str:
    """Return why the application cannot be shown here, in a sentence that says what to do; empty where it can."""
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return f"There is no terminal here; for scripts use a verb, such as: mali-tui list --json -d {_quoted(folder)}"
    encoding = (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "")
    if encoding != "utf8":
        return f"This terminal is set to {sys.stdout.encoding}; set it to UTF-8 first, such as: LANG=C.UTF-8 mali-tui"
    if os.environ.get("TERM") == "dumb":
        return "This terminal cannot place text (TERM=dumb); use a verb, such as: mali-tui search WORDS"
    return ""


def _quoted(folder: Path) -> str:
    """Write a folder as a shell takes it."""
    import shlex

    return shlex.quote(str(folder))


def _run_application(folder: Path, query: str, theme: str, desk: Path | None = None) -> int:
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
    explorer = Explorer.open(folder)
    from tui.ui.app import MaliTui

    application = MaliTui(explorer, query, theme, desk)
    application.run()
    return application.return_code or DONE
