"""What is new since the last visit: what it did not see, whatever was moved or mended since."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.core.visits import NewArticles, Visits


def write(folder: Path, name: str, title: str, day: str = "2021-03-06") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = f"---\ntitle: {title}\ndate: {day}\nsource: Lake Post\n---\n\nSome words on {title}.\n"
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    write(folder, "a.md", "The ferry is gone")
    write(folder, "b.md", "Silence")
    return folder


@pytest.fixture
def visit(folder: Path, tmp_path: Path):
    def visited(act=lambda explorer, visits: None) -> NewArticles:
        explorer = Explorer.open(folder)
        explorer.refresh()
        visits = Visits(explorer, tmp_path / "places" / "seen")
        act(explorer, visits)
        new = visits.new()
        visits.keep()
        explorer.close()
        return new

    return visited


def test_nothing_is_new_on_the_first_visit_and_on_one_that_finds_the_same(visit):
    assert visit() == visit() == NewArticles()


def test_what_was_added_is_new_until_the_visit_ends(visit, folder):
    visit()
    write(folder, "c.md", "A bridge", "2021-04-02")
    new = visit()
    assert len(new.ids) == len(new.numbers) == 1
    assert new.days[0][0] == new.days[0][1]
    assert visit() == NewArticles()


def test_what_comes_during_the_first_visit_is_not_new_but_what_comes_during_a_later_one_is(visit, folder):
    def add(explorer: Explorer, visits: Visits) -> None:
        assert visits.new() == NewArticles()
        write(folder, f"{len(list(folder.iterdir()))}.md", f"Number {len(list(folder.iterdir()))}")
        explorer.refresh()

    assert visit(add) == NewArticles()
    assert len(visit(add).ids) == 1


def test_a_file_that_was_moved_or_saved_in_another_format_is_not_new(visit, folder):
    visit()
    (folder / "later").mkdir()
    (folder / "a.md").rename(folder / "later" / "z.md")
    text = (folder / "b.md").read_text(encoding="utf-8")
    (folder / "b.md").unlink()
    (folder / "b.txt").write_text(text, encoding="utf-8")
    assert visit() == NewArticles()


def test_where_the_last_visit_was_never_ended_what_was_new_still_is(visit, folder, tmp_path):
    visit()
    write(folder, "c.md", "A bridge")
    explorer = Explorer.open(folder)
    explorer.refresh()
    assert len(Visits(explorer, tmp_path / "places" / "seen").new().ids) == 1  # and it is killed
    explorer.close()
    assert len(visit().ids) == 1


@pytest.mark.parametrize(
    "content", [b"", b"seen 1\n", b"seen 1\nx", b"seen 1\nx\n123", b"seen 9\nx\n12345678", b"\xff" * 99]
)
def test_a_file_that_cannot_be_read_makes_a_first_visit(visit, tmp_path, content):
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "seen").write_bytes(content)
    assert visit() == NewArticles()


def test_a_file_that_cannot_be_written_fails_nothing(visit, folder, tmp_path):
    (tmp_path / "places").write_text("a file where a folder is to be", encoding="utf-8")
    visit()


def test_queries_ask_for_what_is_new(folder):
    explorer = Explorer.open(folder)
    explorer.refresh()
    DossierDesk.open(explorer).visits.keep()
    write(folder, "c.md", "A bridge")
    explorer.refresh()
    DossierDesk.open(explorer)
    assert [row.title for row in explorer.explore(Query("is:new")).rows] == ["A bridge"]
    assert explorer.explore(Query("is:nouveau silence")).total == 0
    explorer.close()
