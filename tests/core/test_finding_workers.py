"""Processes that help to search articles find what one process finds, and cost nothing when they die."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui.core.mention_service
from tui.base.progress import never
from tui.catalogue.catalogue import Catalogue
from tui.catalogue.mentions import Findings
from tui.core.finding_workers import FindingWorkers
from tui.core.mention_service import MentionService
from tui.core.read_folder import read_folder

TEXT = "On {day} May 2021 {count} people left the harbour of Kilmora, the Herald said. Jane Doe came a week later."


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    folder = tmp_path / "dossier"
    folder.mkdir()
    for place in range(12):
        head = f"---\ntitle: Report {place}\ndate: 2021-06-01\nlanguage: en\n---\n\n"
        (folder / f"{place:02}.md").write_text(head + TEXT.format(day=place + 1, count=place + 3), encoding="utf-8")
    opened = Catalogue.open(tmp_path / "cache")
    read_folder(folder, opened)
    yield opened
    opened.close()


def searched_alone(catalogue: Catalogue) -> list[Findings]:
    return MentionService(catalogue).searched(catalogue.columns().numbers).found


def kept(catalogue: Catalogue) -> dict[int, object]:
    return {number: catalogue.mentions.of(number) for number in catalogue.columns().numbers}


def test_several_processes_find_what_one_finds(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.core.mention_service, "_BATCH_ARTICLES", 2)
    told: list[int] = []
    with FindingWorkers(tmp_path / "cache", 2) as workers:
        assert MentionService(catalogue).update(lambda done, of: told.append(done), never, workers)
        assert len(workers) == 2
    assert told == [6, 12]
    alone = searched_alone(catalogue)
    assert kept(catalogue) == {found.number: tuple(found.mentions) for found in alone}
    assert all(found.mentions and found.statements and found.figures for found in alone)
    assert len(workers) == 0


def test_an_answer_is_what_was_found_here(catalogue: Catalogue, tmp_path: Path) -> None:
    numbers = list(catalogue.columns().numbers)
    with FindingWorkers(tmp_path / "cache", 1) as workers:
        workers.ask([numbers])
        (answer,) = workers.answers()
    assert answer == MentionService(catalogue).searched(numbers)


def test_a_process_that_dies_costs_nothing(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.core.mention_service, "_BATCH_ARTICLES", 2)
    with FindingWorkers(tmp_path / "cache", 2) as workers:
        workers._workers[0].kill()
        assert MentionService(catalogue).update(lambda *_: None, never, workers)
        assert len(workers) == 1
    assert all(kept(catalogue).values())


def test_what_something_else_prints_is_no_answer(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text("print('hello, this is long enough', flush=True)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH")))))
    with FindingWorkers(tmp_path / "cache", 1) as workers:
        assert MentionService(catalogue).update(lambda *_: None, never, workers)
        assert not workers
    assert all(kept(catalogue).values())


def test_where_no_process_can_be_had_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    with FindingWorkers(tmp_path, 2) as workers:
        assert not workers
