"""A disk that fills while the cache is written: the work goes on in memory, and one sentence says so."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue
from tui.catalogue.store import Store
from tui.cli import main
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.errors import FullDisk
from tui.search.storage import Files


def full_for_sqlite(patch: pytest.MonkeyPatch) -> None:
    """Let no database on a disk grow."""
    connected = Store._connected

    def bounded(store: Store) -> sqlite3.Connection:
        connection = connected(store)
        if store._path is not None:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {max(pages, 60)}")
        return connection

    patch.setattr(Store, "_connected", bounded)


def full_for_the_index(patch: pytest.MonkeyPatch) -> None:
    """Let no file of an index be written."""

    def create_file(files: Files, name: str, **options: object) -> object:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(Files, "create_file", create_file)


FULL = [("the catalogue", full_for_sqlite), ("the index", full_for_the_index)]


@pytest.fixture
def large(dossier: Path) -> Path:
    """A dossier that needs more room than there is."""
    (dossier / "large.md").write_text("The ferry came late. " + "It carried crates and mail. " * 20_000, "utf-8")
    return dossier


@pytest.mark.parametrize("fill", [row[1] for row in FULL], ids=[row[0] for row in FULL])
def test_the_work_goes_on_in_memory(
    fill: Callable[[pytest.MonkeyPatch], None], large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(monkeypatch)
    opened = Explorer.open(large)
    assert opened.notice == ""
    assert opened.refresh().changed
    assert "is full; make room on it" in opened.notice
    assert "in memory" in opened.notice
    assert opened.explore(Query("ferry")).total == 6
    assert not opened.refresh().changed
    opened.close()


@pytest.mark.skipif(not hasattr(os, "statvfs"), reason="this system counts no files")
def test_a_disk_that_can_hold_no_more_files_is_full(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where nothing but the last file of a file system was free: SQLite only says that it cannot open one."""
    connected, measured = Store._connected, os.statvfs

    def without_files(store: Store) -> sqlite3.Connection:
        connection = connected(store)
        if store._path is not None:
            connection.execute("ATTACH ? AS other", (str(store._path.parent / "nowhere" / "file"),))
        return connection

    def no_file_left(path: object) -> os.statvfs_result:
        found = list(measured(path))  # type: ignore[arg-type]
        found[5:8] = [100, 0, 0]
        return os.statvfs_result(found)

    monkeypatch.setattr(Store, "_connected", without_files)
    monkeypatch.setattr(os, "statvfs", no_file_left)
    opened = Explorer.open(dossier)
    opened.refresh()
    assert "is full; make room on it" in opened.notice
    assert opened.explore(Query("ferry")).total == 5
    opened.close()


def test_what_was_kept_before_stays_with_its_numbers(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late = (large / "large.md").rename(large.parent / "late.md")
    first = Explorer.open(large)
    first.refresh()
    before = {first.article(number).title: number for number in first.explore(Query()).listed}
    first.close()
    full_for_sqlite(monkeypatch)
    late.rename(large / "0-late.md")
    second = Explorer.open(large)
    second.refresh()
    after = {second.article(number).title: number for number in second.explore(Query()).listed}
    assert "in memory" in second.notice
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()
    second.close()


@pytest.mark.parametrize("fill", [row[1] for row in FULL], ids=[row[0] for row in FULL])
def test_a_verb_answers_and_says_so_once(
    fill: Callable[[pytest.MonkeyPatch], None],
    large: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    fill(monkeypatch)
    assert main(["check", str(large)]) == 0
    out, err = capsys.readouterr()
    assert "large.md" in out
    assert err.startswith("mali-tui: The disk that holds the cache")
    assert err.count("\n") == 1
    assert "Error" not in err


def test_a_folder_that_cannot_be_made_for_want_of_room_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mkdir(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(FullDisk, match="make room on it"):
        Catalogue.open(tmp_path / "cache")
