"""What was read to its end: kept beside the desk, below what a reader says by hand, and found by queries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.core.read_articles import ReadArticles
from tui.core.view import Query
from tui.desk.drafts import set_status
from tui.desk.state import Status


def test_what_was_read_is_known_the_next_time_and_news_once(tmp_path: Path):
    file = tmp_path / "places" / "read"
    read = ReadArticles(file)
    assert not read.ids
    assert read.add("a")
    known = read.ids
    assert not read.add("a")
    assert read.ids is known, "nothing is made again where nothing changed"
    assert read.add("b")
    assert ReadArticles(file).ids == {"a", "b"}


def test_two_programs_keep_what_was_read_in_both(tmp_path: Path):
    one, other = ReadArticles(tmp_path / "read"), ReadArticles(tmp_path / "read")
    assert not one.ids | other.ids
    one.add("a")
    other.add("b")
    assert ReadArticles(tmp_path / "read").ids == {"a", "b"}


def test_where_nothing_can_be_written_it_holds_until_the_end(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    read = ReadArticles(tmp_path / "file" / "read")
    assert read.add("a")
    assert read.ids == {"a"}


def test_bytes_that_are_no_ids_are_no_harm(tmp_path: Path):
    (tmp_path / "read").write_bytes(b"\xff\x00\na\n")
    assert "a" in ReadArticles(tmp_path / "read").ids


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, title in (("a", "The ferry is gone"), ("b", "Silence"), ("c", "A bridge")):
        front = f"title: {title}\ndate: 2021-03-06\nsource: Lake Post\n"
        (tmp_path / "dossier").mkdir(exist_ok=True)
        (tmp_path / "dossier" / f"{name}.md").write_text(f"---\n{front}---\n\nOn {title}.\n", encoding="utf-8")
    return tmp_path / "dossier"


def test_queries_find_what_was_read_and_a_status_given_by_hand_holds_before_it(folder: Path):
    with_desk = Explorer.open(folder)
    with_desk.refresh()
    desk = DossierDesk.open(with_desk)

    def count(query: str) -> int:
        return len(with_desk.explore(Query(query)).hits)

    every = count("")
    first, second = (head.id for head in with_desk.heads(with_desk.explore(Query()).hits[:2]))
    ref = desk.ref(with_desk.numbers_of([first])[first])
    assert (count("is:read"), count("is:unread")) == (0, every)
    desk.read.add(first)
    assert (count("is:read"), count("is:unread")) == (1, every - 1)
    assert desk.following_status(first) is Status.UNREAD
    assert desk.following_status(second) is Status.READ
    desk.desk.add(set_status(ref, Status.TO_CHECK))
    assert (count("is:read"), count("is:unread"), count("is:to-check")) == (0, every - 1, 1)
    desk.desk.add(set_status(ref, Status.UNREAD))
    assert (count("is:read"), count("is:unread")) == (0, every)
    assert desk.status(first) is Status.UNREAD, "taken back by hand, it is not read again by itself"
    desk.desk.undo()
    desk.desk.undo()
    assert (count("is:read"), count("is:unread")) == (1, every - 1)
    with_desk.close()
