"""The program in a real pseudo-terminal: what it paints, and what it leaves behind."""

from __future__ import annotations

import base64
import json
import re
import signal
from pathlib import Path

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

IN_BAR, IN_LIST, IN_READER, IN_TIMELINE = "to the articles", "o sort", "n next mark", "enter choose"
"""The hints of each pane that has the focus, in the last line."""

SIZES = [(80, 24), (40, 12), (120, 40)]


def snapshot(folder: Path) -> dict[Path, tuple[int, bytes]]:
    """Return when each file and folder of a dossier was changed, and each file's bytes."""
    return {
        path: (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in (folder, *folder.rglob("*"))
    }


def panes(rows: list[str]) -> int:
    """Count the panes beside each other, by their headings: the list's is drawn heavy while it has the focus."""
    return ("━Articles━" in rows[2]) + ("─" in rows[2])


def ended_well(terminal, keys: str = "q") -> None:
    """Leave the program by a key and see that the terminal is as it was."""
    assert terminal.end(keys) == 0
    assert terminal.unrestored() == []
    assert b"Traceback" not in terminal.raw
    assert b"NETWORK" not in terminal.raw


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_somebody_searches_walks_chooses_a_month_and_quits(terminal, dossier, size):
    before = snapshot(dossier)
    screen = terminal(dossier, size=size)
    screen.wait_for_articles("6")
    screen.press("/", IN_BAR)
    screen.press("harbour", lambda rows: rows[0].startswith(" / harbour") and "3 of 6" in rows[0] + rows[1])
    screen.wait_for("understood as harbour")
    screen.press("\r", IN_LIST)
    screen.press("\r", re.compile(f"mark 1 of 1(.|\\n)*{IN_READER}"))
    screen.press("n", "mark 1 of 2")
    screen.press("n", "mark 2 of 2")
    screen.press("n", "mark 1 of 1")
    screen.press("q", IN_LIST)
    screen.press("t", IN_TIMELINE)
    screen.press("g", re.compile("Mar 2021|Q1 2021"))
    screen.press("\r", re.compile(f"2 of 6(.|\\n)*{IN_LIST}"))
    screen.wait_for(re.compile("▶ .*Mar 2021"))
    screen.press("\x1b", "3 of 6")
    screen.press("q", re.compile("(?<!of) 6 articles"))
    ended_well(screen)
    assert snapshot(dossier) == before


def test_the_only_pane_has_the_whole_width(terminal, dossier):
    screen = terminal(dossier, size=(40, 12))
    screen.wait_for_articles("6")
    screen.wait_for(lambda rows: rows[2].endswith("━" * 20) and len(rows[2]) == 40)
    ended_well(screen)


def test_ctrl_q_leaves_from_anywhere(terminal, dossier):
    screen = terminal(dossier)
    screen.wait_for_articles("6")
    screen.press("/", IN_BAR)
    ended_well(screen, "\x11")


def test_the_bundled_dossier_opens_without_a_word(terminal, bundled):
    before = snapshot(bundled)
    screen = terminal()
    screen.wait_for_articles(f"{len([path for path in bundled.glob('*.md') if path.name != 'README.md'])}")
    ended_well(screen)
    assert snapshot(bundled) == before


def test_without_colour_nothing_asks_for_one(terminal, dossier):
    screen = terminal(dossier, NO_COLOR="1")
    screen.wait_for_articles("6")
    screen.press("/", IN_BAR)
    screen.press("harbour", "3 of 6")
    screen.press("\r", IN_LIST)
    screen.press("t", IN_TIMELINE)
    ended_well(screen, "\x11")
    assert screen.colours() == set()


@pytest.mark.parametrize(("term", "deep"), [("xterm-16color", set()), ("screen", set()), ("tmux-256color", {b"5"})])
def test_fewer_colours_are_enough(terminal, dossier, term, deep):
    screen = terminal(dossier, TERM=term, COLORTERM=None)
    screen.wait_for_articles("6")
    screen.press("/", IN_BAR)
    screen.press("harbour", "3 of 6")
    ended_well(screen, "\x11")
    assert screen.colours()
    assert {colour[-1:] for colour in screen.deep_colours()} == deep


def test_the_window_may_change_while_the_program_runs(terminal, dossier):
    screen = terminal(dossier, size=(120, 40))
    screen.wait_for(lambda rows: panes(rows) == 2 and rows[39])
    screen.resize(40, 12)
    screen.wait_for(lambda rows: panes(rows) == 1 and rows[11] and max(map(len, rows)) <= 40)
    screen.resize(120, 30)
    screen.wait_for(lambda rows: panes(rows) == 2 and rows[29])
    ended_well(screen)


def test_a_process_that_is_asked_to_end_restores_the_terminal(terminal, dossier):
    screen = terminal(dossier)
    screen.wait_for_articles("6")
    screen.signal(signal.SIGTERM)
    assert screen.end() == 128 + signal.SIGTERM
    assert screen.unrestored() == []
    assert b"Traceback" not in screen.raw


def test_nothing_in_an_article_reaches_the_terminal_as_a_command(terminal, tmp_path):
    attack = "quiet \x1b]52;c;ZXZpbA==\x07 \x1b]0;owned\x1b\\ \x1b[2J \x1bPq\x1b\\ \x9d52;c;ZXZpbA==\x9c \x9b2J tide"
    folder = tmp_path / "hostile\x1b]0;folder\x07"
    folder.mkdir()
    fields = "\n".join(f"{name}: {json.dumps(attack)}" for name in ("title", "source", "author"))
    article = f"---\n{fields}\ndate: 2023-01-02\n---\n\n{attack}\n\n{'The tide came in again. ' * 900}\n"
    (folder / "a\x1b]0;file\x07.md").write_text(article, encoding="utf-8", newline="")
    screen = terminal(folder)
    screen.wait_for_articles("1")
    screen.press("/", IN_BAR)
    screen.press("tide", re.compile("understood as"))
    screen.press("\r", IN_LIST)
    screen.press("\r", IN_READER)
    screen.press("y", "if the terminal allows it")
    screen.press("?", "selection: a word back")
    screen.press("\x1b", lambda rows: not any("selection: a word back" in row for row in rows))
    ended_well(screen, "\x11")
    written = screen.raw.decode()
    commands = re.findall(r"\x1b\](\d+);([^\x07\x1b]*)", written)
    copied = [words for number, words in commands if number == "52"]
    told = "the colour of the background that is asked for, the pointer's shape, and the copy that was asked for"
    assert {number for number, _ in commands} <= {"11", "22", "52"}, told
    assert {words for number, words in commands if number == "11"} <= {"?"}
    assert len(copied) == 1
    assert base64.b64decode(copied[0].partition(";")[2]).decode().replace("\n", "").isprintable()
    assert not re.search("[\x80-\x9f]", written), "commands of one byte"
    assert not re.search("\x1b[PX^_]", written), "device, start of string, privacy and application commands"
    assert "\x1b[2J" not in written
