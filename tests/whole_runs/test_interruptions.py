"""What disturbs a run: it is killed, two run at once, and the disk cannot be written."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue

with suppress(ImportError):  # as on Windows
    import termios

pytest.importorskip("pexpect")
pytest.importorskip("pyte")
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

MANY = 3000
UNDER_WAY = re.compile(r"(reading|indexing) [\d,]+ of 3,000")


@pytest.mark.parametrize(
    ("blow", "status"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGTERM, 128 + signal.SIGTERM)]
)
def test_a_run_that_ends_in_the_middle_of_indexing_stops_no_later_one(terminal, many, blow, status):
    folder = many(MANY)
    first = terminal(folder)
    first.wait_for(UNDER_WAY)
    first.signal(blow)
    assert first.end() == status
    assert blow == signal.SIGKILL or first.unrestored() == []
    second = terminal(folder)
    second.wait_for(lambda rows: "3,000 articles" in rows[1] and "dossier many" in rows[1])
    second.press("/", "to the articles")
    second.press("harbour", lambda rows: "3,000 articles" in rows[1] and "understood as" in rows[1])
    assert second.end("\x11") == 0


@pytest.mark.parametrize("number", [900, MANY], ids=["in one process", "by a crew"])
def test_a_verb_that_is_stopped_loses_nothing(terminal, many, cache, number):
    folder = many(number)
    first = terminal("list", "-d", folder, size=(100, 24))
    first.wait_for(re.compile(r"(indexing|finding dates in) [1-9][\d,]* of"))
    assert first.end("\x03") == 128 + signal.SIGINT
    assert "mali-tui: Stopped; what was read so far is kept, and the next start goes on from there." in first.text
    assert b"Traceback" not in first.raw
    assert first.unrestored() == []
    kept = Catalogue.open(next(cache.glob("*/catalogue.sqlite")).parent)
    assert kept.count() > 0
    kept.close()
    second = terminal("check", "-d", folder, size=(120, 24), patience=120.0)
    second.wait_for(f"{number:,} files: {number:,} read, 0 skipped, 0 failed.\n{number:,} articles")
    assert second.end() == 0


def test_two_programs_read_one_dossier_at_once(terminal, many):
    folder = many(600)
    both = [terminal(folder), terminal(folder)]
    for one in both:
        one.wait_for(lambda rows: "600 articles" in rows[1] and "dossier many" in rows[1])
    for one in both:
        one.press("/", "to the articles")
        one.press("harbour", lambda rows: "understood as" in rows[1] and " 600 articles" in rows[1])
    for one in both:
        assert one.end("\x11") == 0
        assert one.unrestored() == []
        assert b"Traceback" not in one.raw


def test_a_dossier_that_cannot_be_written_is_read(terminal, dossier):
    dossier.chmod(0o500)
    try:
        if os.access(dossier, os.W_OK):
            pytest.skip("rights do not bind this user")
        screen = terminal(dossier)
        searches(screen)
    finally:
        dossier.chmod(0o700)


def test_a_dossier_on_a_disk_that_is_read_only_is_read(terminal, dossier):
    bind = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"'
    unshare = shutil.which("unshare")
    trial = [unshare or "", "-rm", "sh", "-c", bind, dossier]
    if not unshare or subprocess.run(trial, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    locked = f'{bind} && ! touch "$0/new" 2>/dev/null && exec "$@"'
    screen = terminal(dossier, through=[unshare, "-rm", "sh", "-c", locked, str(dossier)])
    searches(screen)


def test_where_no_cache_can_be_made_one_sentence_says_so(terminal, dossier, tmp_path):
    plain = tmp_path / "plain"
    plain.write_text("no folder")
    screen = terminal(dossier, MALI_TUI_CACHE=str(plain / "cache"))
    toast = re.compile(r"cannot be(.|\n)*MALI_TUI_CACHE(.|\n)*kept in(.|\n)*memory")
    screen.wait_for(toast)
    screen.wait_for(lambda rows: "The cache folder" in rows[1])
    searches(screen)
    assert plain.read_text() == "no folder"


def test_without_a_terminal_one_sentence_names_a_verb(process_environment, dossier):
    command = [sys.executable, "-m", "tui", str(dossier)]
    done = subprocess.run(
        command, env=process_environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert re.fullmatch(r"mali-tui: .*mali-tui list.*\n", done.stderr)


def searches(screen) -> None:
    """Search the small dossier and leave."""
    screen.wait_for_articles("6")
    screen.press("/", "to the articles")
    screen.press("harbour", "3 of 6")
    assert screen.end("\x11") == 0
    assert b"Traceback" not in screen.raw


def test_a_note_that_is_being_typed_when_the_program_is_killed_is_there_again(terminal, dossier, process_environment):
    first = terminal(dossier)
    first.wait_for("A ferry sank near the harbour.")
    first.press("a", "Typing a note")
    data = Path(process_environment["MALI_TUI_DATA"])
    first.press(
        "Half a thought",
        lambda _: any(b"Half a thought" in one.read_bytes() for one in data.glob("places/*/note.json")),
    )
    first.signal(signal.SIGKILL)
    assert first.end() == -signal.SIGKILL
    second = terminal(dossier)
    second.wait_for("Half a thought")
    second.press("\x1b", lambda _: not any(data.glob("places/*/note.json")))
    assert second.end("\x11") == 0
    assert any(b"Half a thought" in one.read_bytes() for one in data.glob("desks/*/desk.jsonl"))


@pytest.mark.parametrize("size", [(24, 80), (0, 0), (1, 1)])
@pytest.mark.parametrize("ignored", [True, False])
def test_a_program_whose_terminal_is_gone_leaves(process_environment, dossier, ignored, size):
    master, slave = os.openpty()
    termios.tcsetwinsize(slave, size)
    program = "import os, signal, sys\n" + "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n" * ignored
    program += "os.execv(sys.executable, [sys.executable, '-m', 'tui', *sys.argv[1:]])"
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(dossier)],
        env={**process_environment, "TERM": "xterm-256color"},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,  # without a controlling terminal no signal comes
    )
    os.close(slave)
    seen = b""
    while b"\x1b[?2004h" not in seen:  # in its own mode; a terminal of one cell shows no word
        seen += os.read(master, 65536)
    os.close(master)
    assert running.wait(60) == 129


def test_a_stopped_program_comes_back(terminal, dossier):
    screen = terminal(command=["bash", "--norc", "-i"], folder=None)
    screen.press(f"{sys.executable} -m tui {dossier}\r", "6 articles")
    screen.press("\x1a", "Stopped")
    screen.press("clear; fg\r", "6 articles")
    screen.press("/", "to the articles")
    screen.press("harbour", "3 of 6")
    screen.press("\x11", re.compile(r"bash[^\n]*[$#]"))
    assert screen.end("exit\r") == 0
