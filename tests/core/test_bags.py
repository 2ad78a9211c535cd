"""A bag opens with the desk that it came with: to be read, and copied with the first thing that is added."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.cli import main
from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.desk.drafts import note, star


@pytest.fixture
def bag(dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bag of a dossier with a desk, on the machine of somebody else."""
    explorer = Explorer.open(dossier)
    explorer.refresh()
    desk = DossierDesk.open(explorer)
    desk.desk.add(star(desk.ref(explorer.find("a.md"))))
    desk.desk.add(note(desk.anchor(explorer.find("b.md"), 0, 0), "Ask the harbour master."))
    explorer.close()
    path = tmp_path / "out" / "bag.zip"
    path.parent.mkdir()
    assert main(["pack", str(dossier), "-o", str(path)]) == 0
    for name in ("DATA", "CACHE"):
        monkeypatch.setenv(f"MALI_TUI_{name}", str(tmp_path / "elsewhere" / name))
    return path


@pytest.fixture
def opened(bag: Path):
    explorer = Explorer.open(bag)
    explorer.refresh()
    yield explorer
    explorer.close()


def test_what_came_with_the_bag_is_read_and_nothing_is_written(opened, bag, tmp_path):
    before = bag.read_bytes()
    desk = DossierDesk.open(opened)
    assert "came with a desk of 2 events" in desk.notice
    assert [placed.note.text for placed in desk.placed()] == ["Ask the harbour master."]
    assert opened.explore(Query("is:starred")).total == 1
    assert desk.desk.unsaved == 0
    assert not desk.desk.refresh()
    assert desk.desk.path is not None
    assert not desk.desk.path.exists()
    assert bag.read_bytes() == before


def test_it_is_copied_with_the_first_thing_that_is_added_once(opened):
    desk = DossierDesk.open(opened)
    desk.desk.add(star(desk.ref(opened.find("b.md"))))
    path = desk.desk.path
    assert path is not None
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3
    again = DossierDesk.open(opened)
    assert again.notice == ""
    assert len(again.desk.state().starred) == 2
    again.desk.undo()
    assert len(again.desk.state().starred) == 1
    assert len(again.desk.state().notes) == 1


def test_what_somebody_else_did_is_not_undone_by_u(opened):
    desk = DossierDesk.open(opened)
    desk.desk.writer = "somebody"
    assert desk.desk.undo() == ()


def test_verbs_see_it_and_a_new_bag_has_it_again(bag, tmp_path, capsys):
    assert main(["search", "is:starred", "--json", "-d", str(bag)]) == 0
    other = tmp_path / "out" / "other.zip"
    assert main(["pack", str(bag), "-o", str(other)]) == 0
    explorer = Explorer.open(other)
    explorer.refresh()
    assert len(DossierDesk.open(explorer).desk.state().notes) == 1
    explorer.close()


def test_a_desk_that_is_none_costs_itself_alone(opened):
    (opened.folder.parent / "desk" / "journal.jsonl").write_text("these are no events\n", encoding="utf-8")
    desk = DossierDesk.open(opened)
    assert "holds something else than a desk" in desk.notice
    assert not desk.desk.state().notes
