from __future__ import annotations

import random
from itertools import permutations
from pathlib import Path

import pytest
from desk_events import act, anchor, article, open_desk
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.desk.desk import Desk
from tui.desk.drafts import note, save, star, tag
from tui.desk.event import Event, encode
from tui.desk.state import DeskState
from tui.errors import DeskError


def test_two_desks_on_one_file_see_one_another(tmp_path: Path) -> None:
    ada, bob = open_desk(tmp_path / "desk.jsonl"), open_desk(tmp_path / "desk.jsonl", "bob")
    heard: list[DeskState] = []
    end = bob.subscribe(heard.append)
    ada.add(star(article("a")))
    assert bob.refresh()
    assert not bob.refresh()
    assert [state.starred for state in heard] == [{"a"}]
    bob.add(star(article("b")))
    assert ada.refresh()
    assert ada.state().dump() == bob.state().dump()
    end()
    ada.add(star(article("c")))
    bob.refresh()
    assert len(heard) == 2


def test_tags_of_two_people_are_all_kept(tmp_path: Path) -> None:
    ada, bob = open_desk(tmp_path / "desk.jsonl"), open_desk(tmp_path / "desk.jsonl", "bob")
    ada.add(tag(article(), "x"))
    bob.add(tag(article(), "y"))
    assert open_desk(tmp_path / "desk.jsonl").state().tags["heron"] == ("x", "y")


def test_undo_says_what_it_undid_and_leaves_alone_what_others_did(tmp_path: Path) -> None:
    ada, bob = open_desk(tmp_path / "desk.jsonl"), open_desk(tmp_path / "desk.jsonl", "bob")
    ada.add(star(article("a")))
    bob.add(star(article("b")))
    (undone,) = ada.undo()
    assert (undone.op, undone.target.article) == ("star", article("a"))
    assert ada.state().starred == {"b"}
    assert ada.undo() == ()
    (again,) = ada.redo()
    assert again == undone
    assert ada.state().starred == {"a", "b"}


def test_one_undo_takes_an_action_on_many_articles_back() -> None:
    desk = open_desk(None)
    desk.add(*(tag(article(name), "x") for name in "abcd"))
    assert len(desk.undo()) == 4
    assert not desk.state().tags
    assert len(desk.redo()) == 4
    assert set(desk.state().tags) == set("abcd")


@settings(max_examples=25, deadline=None)
@given(st.integers())
def test_undoing_everything_gives_the_first_state_and_redoing_everything_the_last(seed: int) -> None:
    desk, chance = open_desk(None), random.Random(seed)
    first = desk.state().dump()
    act(desk, chance, 25)
    last, levels = desk.state().dump(), 0
    while desk.undo():
        levels += 1
    assert desk.state().dump() == first
    for _ in range(levels):
        assert desk.redo()
    assert desk.state().dump() == last


def test_undo_goes_back_over_restarts(tmp_path: Path) -> None:
    path = tmp_path / "desk.jsonl"
    for number in range(20):
        open_desk(path, f"w{number}").add()  # a writer that does nothing
        Desk.open(path, "ada").add(tag(article(), f"t{number}"))
    for number in reversed(range(20)):
        (undone,) = Desk.open(path, "ada").undo()
        assert undone.body == {"tag": f"t{number}"}
    assert Desk.open(path, "ada").state().dump() == DeskState().dump()
    (again,) = Desk.open(path, "ada").redo()
    assert again.body == {"tag": "t0"}


def journals(folder: Path, seed: int, times: int = 40) -> list[Path]:
    """Three people begin with one desk, then each goes on alone."""
    chance = random.Random(seed)
    common = folder / "common.jsonl"
    act(open_desk(common, "eve"), chance, 10)
    paths = []
    for name in ("ada", "bob", "cem"):
        path = folder / f"{name}.jsonl"
        path.write_bytes(common.read_bytes())
        act(open_desk(path, name), chance, times)
        paths.append(path)
    return paths


@pytest.mark.parametrize("seed", range(5))
def test_every_order_of_merging_ends_in_one_state(tmp_path: Path, seed: int) -> None:
    paths = journals(tmp_path, seed)
    states, logs = set(), set()
    for number, order in enumerate(permutations(paths)):
        mine = tmp_path / f"merged{number}.jsonl"
        mine.write_bytes(order[0].read_bytes())
        desk = open_desk(mine, "zoe")
        for other in order[1:]:
            desk.merge([other])
        assert desk.merge(order) == 0
        states.add(desk.state().dump())
        states.add(open_desk(mine, "x").state().dump())
        logs.add("\n".join(encode(event) for event in desk.events()))
    assert len(states) == len(logs) == 1


def test_lines_that_git_united_make_the_same_state(tmp_path: Path) -> None:
    """Git's union puts lines of both sides in any order, some of them twice."""
    paths = journals(tmp_path, 9)
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    random.Random(3).shuffle(lines)
    united = tmp_path / "united.jsonl"
    united.write_text("\r\n".join(lines), encoding="utf-8")
    desk = open_desk(paths[0], "zoe")
    desk.merge(paths[1:])
    assert open_desk(united).state().dump() == desk.state().dump()


def test_what_is_written_after_a_merge_comes_after_it(tmp_path: Path) -> None:
    paths = journals(tmp_path, 2)
    desk = open_desk(paths[0], "zoe")
    desk.merge(paths)
    (event,) = desk.add(star(article("last")))
    assert desk.events()[-1] is event


def test_lines_of_a_newer_version_are_kept_and_come_along(tmp_path: Path) -> None:
    newer = '{"v":2,"id":"n1","by":"ada","seq":4,"op":"sing","song":"la"}\n'
    mine, theirs = tmp_path / "mine.jsonl", tmp_path / "theirs.jsonl"
    open_desk(mine).add(star(article("a")))
    theirs.write_text(newer, encoding="utf-8")
    desk = open_desk(mine, "bob")
    assert desk.merge([theirs]) == 1
    assert desk.merge([theirs]) == 0
    assert newer in mine.read_text(encoding="utf-8")
    assert "1 event of the desk came from a newer version" in open_desk(mine).notice
    assert open_desk(mine).state().starred == {"a"}


FOREIGN = [
    ("a text", "Dear diary,\n"),
    ("a text without an end", "Dear diary"),
    ("another kind of JSON", '{"name": "x"}\n'),
    ("a page", "<html></html>\n"),
]


@pytest.mark.parametrize("content", [case[1] for case in FOREIGN], ids=[case[0] for case in FOREIGN])
def test_a_file_of_something_else_is_never_added_to(tmp_path: Path, content: str) -> None:
    path = tmp_path / "diary.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DeskError, match="something else than a desk"):
        open_desk(path)
    desk = open_desk(tmp_path / "desk.jsonl")
    with pytest.raises(DeskError, match="something else than a desk"):
        desk.merge([path])
    assert path.read_text(encoding="utf-8") == content


def test_a_desk_that_is_missing_cannot_be_merged(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"cannot be read \(no such file"):
        open_desk(tmp_path / "desk.jsonl").merge([tmp_path / "none.jsonl"])


def test_an_empty_file_is_a_desk(tmp_path: Path) -> None:
    (tmp_path / "desk.jsonl").touch()
    open_desk(tmp_path / "desk.jsonl").add(star(article("a")))
    assert open_desk(tmp_path / "desk.jsonl").state().starred == {"a"}


def test_a_desk_without_a_place_says_so(tmp_path: Path) -> None:
    desk = open_desk(None)
    desk.add(star(article("a")))
    assert (desk.state().starred, desk.path, desk.unsaved) == ({"a"}, None, 1)
    assert "kept in memory" in desk.trouble


def test_what_was_said_of_an_article_is_said_of_it_under_its_present_id() -> None:
    desk = open_desk(None)
    desk.add(star(article("old")), tag(article("old"), "x"))
    desk.add(note(anchor("old"), "A note"), tag(article("new"), "y"))
    desk.recognise({"old": "new"})
    state = desk.state()
    assert (state.starred, dict(state.tags)) == ({"new"}, {"new": ("x", "y")})
    assert [each.anchor.article.id for each in state.notes_of("new")] == ["new"]
    desk.add(star(article("old"), on=False))
    assert desk.state().starred == frozenset()


def test_texts_that_no_file_can_hold_are_mended() -> None:
    desk = open_desk(None)
    (event,) = desk.add(save("odd \udc80 name", "camp"))
    assert event.body["name"] == "odd ? name"


def test_a_sequence_at_its_end_is_still_a_line_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "desk.jsonl"
    path.write_text(encode(Event(1, "e", "mallory", "", 2**53 - 1, "star")) + "\n", encoding="utf-8")
    open_desk(path).add(star(article("a")))
    assert open_desk(path).state().starred == {"a"}
