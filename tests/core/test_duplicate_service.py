"""The comparing half groups what is new, goes on where it was stopped, and leaves the rest alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import tui.core.duplicate_service
from tui.catalogue.catalogue import Catalogue
from tui.core.duplicate_service import DuplicateService
from tui.core.read_folder import read_folder

STORY = (
    "The council of the lake towns has put off the vote on the new sluice until the fishermen have been heard, its "
    "chair said after a meeting that went on past midnight. Boats from all seven towns had closed the canal since "
    "Sunday, and the mill had no water left for its wheel. The builders will wait for a month, their foreman said."
)
OTHER = (
    "Nobody has seen the lighthouse keeper since the storm, and his boat is still tied to the pier. Searchers went "
    "round the island twice before dark; they want to send divers down as soon as the swell has gone."
)
VARIANTS = {
    "a.md": STORY,
    "b.md": OTHER,
    "c.md": STORY + " Talks go on.",
    "d.md": "Reader's letter.",
    "e.md": STORY.replace("put off", "postponed"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossier"
    made.mkdir()
    for name, text in VARIANTS.items():
        put(made, name, text)
    return made


@pytest.fixture
def catalogue(folder: Path, tmp_path: Path):
    opened = Catalogue.open(tmp_path / "cache")
    read_folder(folder, opened)
    yield opened
    opened.close()


def put(folder: Path, name: str, text: str, source: str = "Lake Post") -> None:
    front = f"---\ntitle: {name}\nsource: {source}\nlanguage: en\n---\n\n"
    (folder / name).write_text(f"{front}{text}\n", encoding="utf-8")


def no_progress(done: int, of: int) -> None:
    """Tell nobody."""


def never() -> bool:
    return False


def paths(catalogue: Catalogue) -> dict[str, str]:
    """Return each copy with the head of its group, by their files."""
    return {catalogue.article(n).path: catalogue.article(head).path for n, head in catalogue.duplicates.copies()}


def test_copies_are_grouped_once(catalogue: Catalogue):
    service = DuplicateService(catalogue)
    assert service.waiting() == 5
    assert service.update(no_progress, never)
    assert paths(catalogue) == {"c.md": "a.md", "e.md": "a.md"}
    assert len(service.groups()) == 3
    state = catalogue.duplicates.state
    assert not service.update(no_progress, never)
    assert not refresh_again(catalogue, service)
    assert catalogue.duplicates.state == state
    assert service.groups() is service.groups()


def refresh_again(catalogue: Catalogue, service: DuplicateService, folder: Path | None = None) -> bool:
    if folder is not None:
        read_folder(folder, catalogue)
    return service.update(no_progress, never)


def test_what_is_new_joins_its_group(catalogue: Catalogue, folder: Path):
    service = DuplicateService(catalogue)
    service.update(no_progress, never)
    put(folder, "f.md", OTHER + " The search goes on.")
    told: list[tuple[int, int]] = []
    read_folder(folder, catalogue)
    service.update(lambda done, of: told.append((done, of)), never)
    assert told == [(1, 1)]
    assert paths(catalogue) == {"c.md": "a.md", "e.md": "a.md", "f.md": "b.md"}


def test_what_changes_leaves_its_group(catalogue: Catalogue, folder: Path):
    service = DuplicateService(catalogue)
    service.update(no_progress, never)
    put(folder, "c.md", OTHER)
    assert refresh_again(catalogue, service, folder)
    assert paths(catalogue) == {"c.md": "b.md", "e.md": "a.md"}


def test_a_group_whose_head_goes_finds_another_one(catalogue: Catalogue, folder: Path):
    service = DuplicateService(catalogue)
    service.update(no_progress, never)
    before = service.groups()
    (folder / "a.md").unlink()
    read_folder(folder, catalogue)
    assert not len(service.groups())
    assert service.update(no_progress, never)
    assert paths(catalogue) == {"e.md": "c.md"}
    assert len(before) == 3


def test_a_comparison_that_was_stopped_goes_on_where_it_was(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tui.core.duplicate_service, "_BATCH_ARTICLES", 2)
    told: list[tuple[int, int]] = []
    DuplicateService(catalogue).update(lambda done, of: told.append((done, of)), lambda: len(told) == 1)
    assert told == [(2, 5)]
    again = DuplicateService(catalogue)
    assert again.waiting() == 3
    again.update(lambda done, of: told.append((done, of)), never)
    assert told[1:] == [(2, 3), (3, 3)]
    assert paths(catalogue) == {"c.md": "a.md", "e.md": "a.md"}


def test_a_batch_that_is_stopped_is_not_kept(catalogue: Catalogue):
    answers = iter([False, False, True])
    DuplicateService(catalogue).update(no_progress, lambda: next(answers, True))
    assert DuplicateService(catalogue).waiting() == 5


def test_a_killed_comparison_leaves_whole_batches(catalogue: Catalogue, tmp_path: Path):
    program = (
        "import os, signal, sys; from pathlib import Path; import tui.core.duplicate_service as c;"
        "from tui.catalogue.catalogue import Catalogue; c._BATCH_ARTICLES = 2;"
        "end = lambda done, of: os.kill(os.getpid(), signal.SIGKILL);"
        "c.DuplicateService(Catalogue.open(Path(sys.argv[1]))).update(end, lambda: False)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "cache")],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert run.returncode == -signal.SIGKILL
    service = DuplicateService(catalogue)
    assert service.waiting() == 3
    service.update(no_progress, never)
    assert paths(catalogue) == {"c.md": "a.md", "e.md": "a.md"}


def test_what_is_compared_at_once_or_one_by_one_is_the_same(
    catalogue: Catalogue, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    DuplicateService(catalogue).update(no_progress, never)
    monkeypatch.setattr(tui.core.duplicate_service, "_BATCH_ARTICLES", 1)
    monkeypatch.setattr(tui.core.duplicate_service, "_HELD_ROWS", 1)
    other = Catalogue.open(tmp_path / "other")
    read_folder(folder, other)
    DuplicateService(other).update(no_progress, never)
    assert paths(other) == paths(catalogue)
    other.close()


def test_other_rules_compare_every_text_anew(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    DuplicateService(catalogue).update(no_progress, never)
    monkeypatch.setattr(tui.core.duplicate_service, "RULES_VERSION", "better ones")
    assert DuplicateService(catalogue).waiting() == 5
    assert DuplicateService(catalogue).update(no_progress, never)
    assert DuplicateService(catalogue).waiting() == 0


def test_what_another_program_is_at_is_left_to_it(catalogue: Catalogue):
    with catalogue.duplicates.exclusive():
        assert not DuplicateService(catalogue).update(no_progress, never)
    assert DuplicateService(catalogue).waiting() == 5


def test_a_copy_names_whom_it_copies(catalogue: Catalogue, folder: Path):
    put(folder, "g.md", OTHER, source="Coast Radio")
    put(folder, "h.md", STORY, source="")
    read_folder(folder, catalogue)
    service = DuplicateService(catalogue)
    service.update(no_progress, never)
    witnesses = service.witnesses(catalogue.columns().numbers)
    assert {catalogue.article(number).path: name for number, name in witnesses.items()} == dict.fromkeys(
        ("c.md", "e.md", "g.md", "h.md"), "Lake Post"
    )
