from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tui.base.progress import Step
from tui.catalogue.catalogue import Catalogue
from tui.core.explorer import Explorer
from tui.core.sync_workers import SyncWorkers
from tui.core.view import Query


def never() -> bool:
    return False


@pytest.fixture
def at_work(monkeypatch: pytest.MonkeyPatch):
    """Have a workers even for a small dossier."""
    monkeypatch.setattr("tui.core.sync.MANY", 1)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for place in range(400):
        (folder / f"{place}.md").write_text(f"# Ferry {place}\n\nThe ferry number {place} left.\n", encoding="utf-8")
    return folder


def test_a_crew_leaves_what_one_process_leaves(
    dossier: Path, cache: Path, at_work: None, monkeypatch: pytest.MonkeyPatch
):
    steps: list[Step] = []
    by_crew = Explorer.open(dossier, cache / "workers")
    assert by_crew.refresh(steps.append)
    assert {step.doing for step in steps} == {"reading", "indexing", "finding dates in", "comparing"}
    assert all(step.done <= step.of for step in steps)
    assert not by_crew.refresh()
    alone = Explorer.open(dossier, cache / "alone")
    monkeypatch.setattr("tui.core.sync.MANY", 1000)
    alone.refresh()
    for text in ("", "ferry", "harbour -closed", "sort:-date"):
        assert by_crew.explore(Query(text)) == alone.explore(Query(text))
    by_crew.close()
    alone.close()


def test_two_processes_read_and_index_everything(dossier: Path, cache: Path):
    assert SyncWorkers(dossier, cache).work(lambda *_: None, never)
    catalogue = Catalogue.open(cache)
    assert (catalogue.count(), catalogue.waiting()) == (6, 0)
    catalogue.close()


def test_a_crew_that_is_stopped_ends_and_leaves_whole_work(many: Path, cache: Path):
    heard: list[int] = []
    workers = SyncWorkers(many, cache)
    workers.work(lambda step: heard.append(step.done), lambda: bool(heard))
    assert all(worker.poll() is not None for worker in workers._workers.values())
    explorer = Explorer.open(many, cache)
    explorer.refresh()
    assert explorer.explore(Query("ferry")).total == 400
    explorer.close()


def test_where_no_process_can_be_had_this_one_does_the_work(
    dossier: Path, cache: Path, at_work: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "executable", "")
    explorer = Explorer.open(dossier, cache)
    assert explorer.refresh()
    assert explorer.explore(Query("ferry")).total == 5
    explorer.close()


def test_what_a_crew_could_not_do_is_done_here(
    dossier: Path, cache: Path, at_work: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    explorer = Explorer.open(dossier, cache)
    assert explorer.refresh()
    assert explorer.explore(Query("ferry")).total == 5
    explorer.close()


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="a process that is not a child is waited for on Linux alone")
def test_the_workers_end_with_the_process_that_started_it(
    many: Path, cache: Path, process_environment: dict[str, str], tmp_path: Path
):
    program = """
import os, sys
from pathlib import Path
from tui.core.sync_workers import SyncWorkers
workers = SyncWorkers(Path(sys.argv[1]), Path(sys.argv[2]))
print(*(worker.pid for worker in workers._workers.values()), flush=True)
sys.stdin.read(1)
os.kill(os.getpid(), 9)
"""
    root = str(Path(__file__).parents[2])
    environment = {**process_environment, "PYTHONPATH": f"{root}{os.pathsep}{process_environment['PYTHONPATH']}"}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(many), str(cache)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as parent:
        assert parent.stdout is not None
        handles = [os.pidfd_open(int(pid)) for pid in parent.stdout.readline().split()]
        parent.communicate(b"x")
    assert len(handles) == 2
    for handle in handles:
        assert select.select([handle], [], [], 30)[0]
        os.close(handle)


def test_a_line_that_is_no_report_does_no_harm(
    dossier: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "sitecustomize.py").write_text("print('hello\\nr 1\\nx 1 2', flush=True)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH")))))
    assert SyncWorkers(dossier, cache).work(lambda *_: None, never)
    catalogue = Catalogue.open(cache)
    assert (catalogue.count(), catalogue.waiting()) == (6, 0)
    catalogue.close()


def test_a_place_full_of_modules_is_no_place_to_look_for_them(
    dossier: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "sqlite3.py").write_text("raise SystemExit('somebody else')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert SyncWorkers(dossier, cache).work(lambda *_: None, never)
