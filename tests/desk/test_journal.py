from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from desk_events import act, article, open_desk

import tui
from tui.desk.desk import Desk
from tui.desk.drafts import star, tag
from tui.desk.event import decode
from tui.desk.journal import Journal

WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from desk_events import article
from tui.desk.desk import Desk
from tui.desk.drafts import note, tag
desk = Desk.open(Path(sys.argv[1]), sys.argv[3])
for number in range(int(sys.argv[4])):
    (event,) = desk.add(tag(article(), f"{sys.argv[3]}-{number}"))
    print(event.id, flush=True)
"""


def writer(path: Path, name: str, count: int, environment: dict[str, str]) -> subprocess.Popen[str]:
    """Start a program that writes tags and prints the id of each once it is on the disk."""
    shared = str(Path(__file__).parents[1] / "shared")
    environment = environment | {
        "PYTHONPATH": f"{Path(tui.__file__).parents[1]}{os.pathsep}{environment['PYTHONPATH']}"
    }
    words = [sys.executable, "-c", WRITER, str(path), shared, name, str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment)


def test_the_file_and_its_folders_are_for_the_reader_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "desks" / "x" / "desk.jsonl"
    open_desk(path).add(star(article()))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for folder in (path.parent, path.parent.parent, path.parent.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_lines_are_only_ever_added(tmp_path: Path) -> None:
    path, chance = tmp_path / "desk.jsonl", random.Random(4)
    desk, before = open_desk(path), b""
    for _ in range(60):
        act(desk, chance, 1)
        after = path.read_bytes() if path.exists() else b""
        assert after.startswith(before)
        before = after
    assert open_desk(path).state().dump() == desk.state().dump()


def test_nothing_is_made_until_there_is_something_to_keep(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "desk.jsonl")
    assert desk.undo() == desk.redo() == ()
    desk.refresh()
    assert desk.add() == ()
    assert list(tmp_path.iterdir()) == []


def test_only_what_is_new_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "desk.jsonl"
    desk, journal = open_desk(path), Journal(path)
    desk.add(star(article("a")))
    assert [event.id for event in journal.read().lines.events] == ["ada000001"]
    desk.add(star(article("b")))
    chunk = journal.read()
    assert ([event.id for event in chunk.lines.events], chunk.anew) == (["ada000002"], False)
    assert not journal.changed()


def test_a_line_without_an_end_is_left_until_its_end_comes(tmp_path: Path) -> None:
    path = tmp_path / "desk.jsonl"
    open_desk(path).add(star(article("a")), star(article("b")))
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    journal = Journal(path)
    assert (len(journal.read().lines.events), journal.torn) == (1, True)
    path.write_bytes(whole)
    assert (len(journal.read().lines.events), journal.torn) == (1, False)


def test_what_is_written_after_a_torn_line_stands_on_its_own(tmp_path: Path) -> None:
    path = tmp_path / "desk.jsonl"
    open_desk(path).add(star(article("a")), star(article("b")))
    torn = path.read_bytes()[:-30]
    path.write_bytes(torn)
    desk = open_desk(path, "bob")
    assert "1 line of" in desk.notice
    assert "look there" in desk.notice
    desk.add(star(article("c")))
    assert path.read_bytes().startswith(torn)
    again = open_desk(path)
    assert again.state().starred == {"a", "c"}
    assert "1 line of" in again.notice


def test_a_whole_line_that_only_lacks_its_end_counts(tmp_path: Path) -> None:
    path = tmp_path / "desk.jsonl"
    open_desk(path).add(star(article("a")))
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    desk = open_desk(path, "bob")
    assert (desk.state().starred, desk.notice) == ({"a"}, "")
    desk.add(star(article("b")))
    assert open_desk(path).state().starred == {"a", "b"}


def test_a_file_that_was_replaced_is_read_anew(tmp_path: Path) -> None:
    path, other = tmp_path / "desk.jsonl", tmp_path / "other.jsonl"
    desk = open_desk(path)
    desk.add(star(article("a")))
    elsewhere = open_desk(other, "bob")
    elsewhere.add(star(article("b")), star(article("c")))
    os.replace(other, path)
    assert desk.refresh()
    assert desk.state().starred == {"b", "c"}


def test_events_outlive_the_loss_of_their_file(tmp_path: Path) -> None:
    path = tmp_path / "desk.jsonl"
    desk = open_desk(path)
    desk.add(star(article("a")))
    path.unlink()
    desk.refresh()
    assert desk.state().starred == {"a"}
    desk.add(star(article("b")))
    assert open_desk(path).state().starred == {"a", "b"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_what_the_disk_refuses_is_kept_told_and_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    path = tmp_path / "desk.jsonl"
    desk = open_desk(path)
    desk.add(star(article("a")))
    with monkeypatch.context() as refusing:

        def refuse(*_: object) -> int:
            raise OSError(code, os.strerror(code))

        refusing.setattr("tui.desk.journal.os.write", refuse)
        desk.add(tag(article("b"), "x"))
        desk.add(tag(article("b"), "y"))
    assert desk.state().tags["b"] == ("x", "y")
    assert desk.unsaved == 2
    assert "2 events of yours are kept in memory" in desk.trouble
    assert "make room" in desk.trouble or "make it writable" in desk.trouble
    assert "--desk" in desk.trouble
    assert dict(open_desk(path).state().tags) == {}
    desk.add(star(article("c")))
    assert (desk.trouble, desk.unsaved) == ("", 0)
    again = open_desk(path)
    assert again.state().dump() == desk.state().dump()
    assert again.notice == ""


def test_a_line_that_a_full_disk_cut_off_is_written_again_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, write = tmp_path / "desk.jsonl", os.write
    desk = open_desk(path)
    with monkeypatch.context() as filling:
        calls: list[int] = []

        def fill(descriptor: int, content: bytes) -> int:
            calls.append(1)
            if len(calls) > 1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return write(descriptor, bytes(content)[:50])

        filling.setattr("tui.desk.journal.os.write", fill)
        desk.add(star(article("a")))
    assert path.stat().st_size == 50
    assert desk.refresh() or not desk.unsaved
    again = open_desk(path)
    assert again.state().starred == {"a"}
    assert again.notice == ""


def test_a_place_that_is_a_folder_or_below_a_file_leaves_the_desk_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "file" / "desk.jsonl", tmp_path / "folder"):
        desk = open_desk(path)
        desk.add(star(article("a")))
        assert desk.state().starred == {"a"}
        assert "kept in memory" in desk.trouble
        assert desk.unsaved == 1


def test_a_killed_writer_loses_at_most_the_event_in_flight(tmp_path: Path, process_environment: dict[str, str]) -> None:
    """Each round a writer is killed after some events; whatever it said is written is there, and in its order."""
    path, chance = tmp_path / "desk.jsonl", random.Random(7)
    told: list[str] = []
    for _ in range(12):
        process = writer(path, "ada", 10_000, process_environment)
        assert process.stdout is not None
        for _ in range(chance.randint(1, 40)):
            told.append(process.stdout.readline().strip())
        process.send_signal(signal.SIGKILL)
        told.extend(line.strip() for line in process.stdout if line.endswith("\n"))
        process.wait()
        process.stdout.close()
        kept = [event.id for event in decode(path.read_bytes()).events]
        assert [ident for ident in kept if ident in set(told)] == told
        assert len(kept) - len(told) <= 1
        told = kept
    desk = Desk.open(path, "ada")
    assert len(desk.state().tags["heron"]) == len(set(desk.state().tags["heron"]))
    assert len(desk.events()) == len(told)


def test_two_programs_write_at_once_and_nothing_is_mixed(tmp_path: Path, process_environment: dict[str, str]) -> None:
    path = tmp_path / "desk.jsonl"
    both = [writer(path, name, 150, process_environment) for name in ("ada", "bob")]
    told = [line for process in both for line in process.communicate()[0].split()]
    lines = decode(path.read_bytes())
    assert sorted(event.id for event in lines.events) == sorted(told)
    assert (lines.damaged, lines.newer) == ((), ())
    sequences = [event.seq for event in lines.events]
    assert sequences == list(range(1, 301))
    assert [entry.name for entry in tmp_path.iterdir()] == ["desk.jsonl"]
