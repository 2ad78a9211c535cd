"""What the scripts in `tests/endurance` share: a dossier that changes, folders of its own, and sound answers."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import psutil

from tui.base.locations import bundled_dossier
from tui.cli import main

ROOT = Path(__file__).parents[2]

QUESTIONS = (
    ("list", "--json"),
    ("search", "camp*", "--json"),
    ("search", "source:reuters OR title:mission", "--json"),
    ("search", '"the mission"', "--json"),
    ("search", "withdrawal sort:length", "--json"),
    ("search", "/camps?/", "--json"),
    ("timeline", "--json"),
    ("timeline", "--clock", "mentioned", "--json"),
    ("count", "camp", "--by", "source,year"),
    ("chronology", "--json"),
    ("figures", "--json"),
    ("check", "--json"),
)

PAGE = """<!doctype html><html lang="en"><head><title>Ferry sinks</title>
<meta property="article:published_time" content="2021-03-04"></head><body><article><h1>Ferry sinks</h1>
<p>A ferry sank near the camp on 3 March 2021, the harbour master of the mission said. Nobody drowned.</p>
<p>The ferry carried forty crates and twelve people, all of whom reached the shore before the evening came.</p>
</article></body></html>"""

_MARK = "MALI_ENDURANCE"

_UNSETTLED = ("score", "event", "id", "copies")

Answer = tuple[object, str, str]
"""Exit status, what was printed, and what was said on standard error."""


def ask(words: tuple[str, ...], dossier: Path) -> Answer:
    """Return the exit status of a command or that it ended in a traceback, what it printed and what it said."""
    printed, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
        try:
            status: object = main([words[0], "-d", str(dossier), *words[1:]])
        except SystemExit as left:
            status = left.code
        except BaseException:
            return "traceback", "", traceback.format_exc()
    return status, printed.getvalue(), said.getvalue()


def settled(printed: str) -> str:
    """Return what was printed without what depends on when and in which order articles were read.

    That is the ranking, which still counts articles that are deleted; the order of statements of one day and the
    numbers of events; and the ids, which an article keeps when its file is changed or takes another name.
    """
    try:
        lines = [json.loads(line) for line in printed.splitlines()]
    except ValueError:
        return printed
    kept = [{name: value for name, value in line.items() if name not in _UNSETTLED} for line in lines]
    return "\n".join(sorted(json.dumps(line) for line in kept))


class Place:
    """Folders of one program: cache, data, state, temporary files, a target to write to, and a dossier."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.dossier = folder / "dossier"
        self.cache, self.data, self.state = folder / "cache", folder / "data", folder / "state"
        self.target, self.temporary = folder / "target", folder / "tmp"
        for each in (self.target, self.temporary):
            each.mkdir(parents=True, exist_ok=True)

    def environment(self, mark: str = "") -> dict[str, str]:
        """Return the environment of a process in these folders, by which it and its children are found again."""
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        return {
            **kept,
            _MARK: mark,
            "PYTHONPATH": str(ROOT),
            "HOME": str(self.folder),
            "TMPDIR": str(self.temporary),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "MALI_TUI_CACHE": str(self.cache),
            "MALI_TUI_DATA": str(self.data),
            "MALI_TUI_STATE": str(self.state),
        }

    def enter(self) -> None:
        """Let `ask` work in these folders."""
        os.environ.update({name: value for name, value in self.environment().items() if name.startswith("MALI_TUI")})

    def command(self, *words: str) -> list[str]:
        """Return the command line that runs the program."""
        return [sys.executable, "-m", "tui", *words]

    def stray(self, known: Iterable[str] = ()) -> list[str]:
        """Name the files in these folders that no program at rest has."""
        places = (self.target, self.temporary, self.cache, self.data, self.state)
        files = [file for place in places for file in place.rglob("*") if file.is_file()]
        found = {str(file.relative_to(self.folder)) for file in files if _is_stray(file, self)}
        return sorted(found - set(known))


def _is_stray(file: Path, place: Place) -> bool:
    inside = place.temporary in file.parents or (place.target in file.parents and file.name.startswith("."))
    left = file.suffix in (".part", ".tmp") or file.name.endswith(("-journal",)) or file.name.startswith("fault-")
    return inside or left or file.name in _unnamed(file.parent)


def _unnamed(folder: Path) -> set[str]:
    """Name the files of an index that belong to no segment of its table of contents, and tables that are past."""
    names = [file.name for file in folder.iterdir()]
    contents = sorted((name for name in names if name.endswith(".toc")), key=lambda name: int(name[6:-4]))
    if not contents:
        return set()
    newest = (folder / contents[-1]).read_bytes()
    segments = {name for name in names if name.startswith("MAIN_") and "." in name}
    return {*contents[:-1], *(name for name in segments if name[5:].partition(".")[0].encode() not in newest)}


def fill(dossier: Path, articles: int = 16) -> None:
    """Make a dossier of some articles of the bundled one and a saved page, which a process of its own reads."""
    shutil.rmtree(dossier, ignore_errors=True)
    dossier.mkdir()
    for file in sorted(bundled_dossier().glob("*.md"))[:articles]:
        shutil.copy2(file, dossier)
    (dossier / "page.html").write_text(PAGE, encoding="utf-8")


def change(dossier: Path) -> None:
    """Change, remove and add articles."""
    files = sorted(dossier.glob("*.md"))
    for file in files[:4]:
        file.write_text(file.read_text("utf-8") + "\nThe camp was closed on 4 May 2021; 303 people left it.\n", "utf-8")
    for file in files[4:6]:
        file.unlink()
    for number in range(3):
        front = f"title: Report {number}\ndate: 2021-03-0{number + 1}\nsource: Coast Post\nlanguage: en\n"
        text = f"---\n{front}---\n\nThe mission left camp {number} on 3 March 2021. 40{number} soldiers were there.\n"
        (dossier / f"report-{number}.md").write_text(text, encoding="utf-8")
    (dossier / "page.html").write_text(PAGE.replace("forty", "fifty"), encoding="utf-8")


def alive(mark: str) -> list[psutil.Process]:
    """Return the processes that run in an environment with a mark, and have not ended yet."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get(_MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found
