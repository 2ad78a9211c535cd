from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest
from desk_events import article, open_desk

from tui.base.locations import desk_folder, desks_root
from tui.desk.drafts import star
from tui.desk.places import DeskPlace, find_desk, named_desk, remember
from tui.desk.writer import this_writer
from tui.errors import DeskError

NINE = [(f"id{number}", f"Article {number}") for number in range(9)]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier with a desk."""
    folder = tmp_path / "birds"
    folder.mkdir()
    place = find_desk(folder, NINE)
    open_desk(place.path).add(star(article()))
    remember(place, folder, NINE)
    return folder


def test_a_desk_lies_in_the_folder_of_what_the_reader_made(dossier: Path) -> None:
    place = find_desk(dossier, NINE)
    assert place == DeskPlace(desk_folder(dossier) / "desk.jsonl")
    assert place.path.is_relative_to(desks_root())
    assert {stat.S_IMODE(path.stat().st_mode) for path in place.path.parent.iterdir()} == {0o600}


def test_a_folder_that_was_moved_has_its_desk_and_says_so(dossier: Path, tmp_path: Path) -> None:
    moved = dossier.rename(tmp_path / "moved")
    place = find_desk(moved, [*NINE[1:], ("new", "A new one")])
    assert place.path == desk_folder(dossier) / "desk.jsonl"
    assert str(dossier) in place.notice
    assert "goes on here" in place.notice
    remember(place, moved, NINE)
    assert find_desk(moved, NINE) == DeskPlace(place.path)


def test_a_copy_shares_the_desk_and_says_how_to_part(dossier: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(dossier, tmp_path / "copied"))
    place = find_desk(copied, NINE)
    assert place.path == desk_folder(dossier) / "desk.jsonl"
    assert "share one desk" in place.notice
    assert "--desk" in place.notice


OTHERS = [
    ("other articles", [(f"id{number}", f"Other {number}") for number in range(9)]),
    ("less than half of them", [*NINE[:4], *((f"new{number}", "New") for number in range(9))]),
    ("two of many", NINE[:2]),
    ("none", []),
]


@pytest.mark.parametrize("articles", [case[1] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_another_dossier_has_another_desk(dossier: Path, tmp_path: Path, articles: list[tuple[str, str]]) -> None:
    other = tmp_path / "other"
    other.mkdir()
    articles = articles if len(articles) != 2 else [*articles, ("x", "X"), ("y", "Y"), ("z", "Z")]
    assert find_desk(other, articles) == DeskPlace(desk_folder(other) / "desk.jsonl")


def test_a_desk_whose_other_file_is_gone_or_damaged_is_still_there(dossier: Path) -> None:
    about = desk_folder(dossier) / "dossier.json"
    for content in ("", "[]", '{"folders": 3, "articles": []}', "[" * 10_000):
        about.write_text(content, encoding="utf-8")
        assert find_desk(dossier, NINE).path.exists()
        assert not find_desk(dossier.parent, NINE).path.exists()
    remember(find_desk(dossier, NINE), dossier, NINE)
    assert "birds" in about.read_text(encoding="utf-8")


def test_a_named_desk_lies_anywhere_but_in_the_dossier(dossier: Path, tmp_path: Path) -> None:
    assert named_desk(tmp_path / "x.jsonl", dossier) == DeskPlace(tmp_path / "x.jsonl")
    with pytest.raises(DeskError, match="never written"):
        named_desk(dossier / "x.jsonl", dossier)
    with pytest.raises(DeskError, match="is a folder"):
        named_desk(tmp_path, dossier)
    with pytest.raises(DeskError, match="no name of a file"):
        named_desk(Path("x\0y"), dossier)


def test_a_named_desk_leaves_nothing_beside_itself(dossier: Path, tmp_path: Path) -> None:
    place = named_desk(tmp_path / "git" / "desk.jsonl", dossier)
    open_desk(place.path).add(star(article()))
    remember(place, dossier, NINE)
    assert [path.name for path in place.path.parent.iterdir()] == ["desk.jsonl"]


def test_a_writer_stays_the_same(tmp_path: Path) -> None:
    name = this_writer(tmp_path / "data")
    assert this_writer(tmp_path / "data") == name
    assert this_writer(tmp_path / "other") != name
    assert stat.S_IMODE((tmp_path / "data" / "writer").stat().st_mode) == 0o600
    (tmp_path / "data" / "writer").write_text("a name with\nlines")
    assert "\n" not in this_writer(tmp_path / "data")


def test_a_writer_that_cannot_be_kept_holds_for_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert this_writer(tmp_path / "file" / "data")
