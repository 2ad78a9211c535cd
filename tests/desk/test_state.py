from __future__ import annotations

import pytest
from desk_events import anchor, article, open_desk

from tui.desk.drafts import (
    correct,
    delete,
    edit,
    forget,
    look,
    note,
    pin,
    reattach,
    save,
    set_status,
    star,
    tag,
    tag_note,
    uncorrect,
)  # fmt: skip
from tui.desk.event import Draft, Operation, Target
from tui.desk.state import DeskState, Field, Status

REF = article()


def state(*drafts: Draft) -> DeskState:
    """Return the state after events whose ids are ada000001 and so on."""
    desk = open_desk(None)
    for draft in drafts:
        desk.add(draft)
    return desk.state()


def test_stars_and_pins_come_and_go() -> None:
    assert state(star(REF)).starred == {"heron"}
    assert state(star(REF), star(REF, on=False)).starred == frozenset()
    assert state(pin(REF), pin(article("egret")), pin(REF)).pinned == ("heron", "egret")


def test_tags_keep_their_order_and_stand_once() -> None:
    assert dict(state(tag(REF, "b"), tag(REF, "a"), tag(REF, " b ")).tags) == {"heron": ("b", "a")}
    assert dict(state(tag(REF, "b"), tag(REF, "b", on=False)).tags) == {}


def test_a_status_is_the_last_one() -> None:
    assert dict(state(set_status(REF, Status.READ), set_status(REF, Status.TO_CHECK)).statuses) == {"heron": "to check"}
    assert [status.following.value for status in Status] == ["read", "reviewed", "to check", "unread"]


def test_a_note_is_edited_tagged_tied_elsewhere_and_deleted() -> None:
    made = note(anchor(), "A note")
    changed = (edit("ada000001", "Two\nlines"), tag_note("ada000001", "x"), reattach("ada000001", anchor("egret")))
    (found,) = state(made, *changed).notes.values()
    assert (found.id, found.text, found.tags, found.anchor.article.id) == ("ada000001", "Two\nlines", ("x",), "egret")
    assert found.changed == "2024-05-06T12:00:00Z"
    assert not state(made, delete("ada000001")).notes


def test_an_edit_that_did_not_know_of_the_end_of_a_note_brings_it_back() -> None:
    """Somebody else deleted it meanwhile; what was just written is not lost with it."""
    (found,) = state(note(anchor(), "A note"), delete("ada000001"), edit("ada000001", "New")).notes.values()
    assert found.text == "New"


def test_saved_queries_know_what_they_found() -> None:
    made = (save("Camps", "camp*", span="2023..2024"), save("Ferries", "ferry"), look("ada000001", ["a", "b"]))
    camps, ferries = state(*made).saved.values()
    assert (camps.name, camps.text, camps.span, camps.seen) == ("Camps", "camp*", "2023..2024", {"a", "b"})
    assert (ferries.seen, ferries.clock) == (None, "published")
    (changed, _) = state(*made, save("Camps", "camp", ident="ada000001")).saved.values()
    assert (changed.text, changed.seen) == ("camp", {"a", "b"})
    assert [each.name for each in state(*made, forget("ada000001")).saved.values()] == ["Ferries"]


def test_corrections_hold_until_they_are_taken_back() -> None:
    made = state(
        correct(REF, Field.DATE, "2021-03"), correct(REF, Field.SOURCE, " AFP "), correct(REF, Field.DATE, "2021")
    )
    assert {field: each.value for field, each in made.corrections["heron"].items()} == {"source": "AFP", "date": "2021"}
    assert not state(correct(REF, Field.DATE, "2021"), uncorrect(REF, Field.DATE)).corrections


NOTHING = [
    ("an edit of a note that is not there", edit("x", "y")),
    ("the end of a note that is not there", delete("x")),
    ("a tag on a note that is not there", tag_note("x", "y")),
    ("another content for a query that is not there", save("x", "y", ident="z")),
    ("a status that is none", Draft(Operation.STATUS, Target(article=REF), (("status", "burnt"),))),
    ("a correction of no field", Draft(Operation.CORRECT, Target(article=REF), (("field", "smell"), ("value", "x")))),
    ("a star on nothing", Draft(Operation.STAR)),
    ("a note on nothing", Draft(Operation.NOTE, body=(("text", "x"),))),
]


@pytest.mark.parametrize("draft", [case[1] for case in NOTHING], ids=[case[0] for case in NOTHING])
def test_what_says_nothing_changes_nothing(draft: Draft) -> None:
    found = state(draft)
    held = (found.starred, found.tags, found.statuses, found.notes, found.saved, found.corrections)
    assert not any(held)


def test_a_state_does_not_change_any_more() -> None:
    desk = open_desk(None)
    desk.add(tag(REF, "x"))
    before = desk.state()
    kept = before.dump()
    desk.add(tag(REF, "y"), star(REF))
    assert before.dump() == kept != desk.state().dump()
    with pytest.raises(TypeError):
        before.tags["heron"] = ()  # type: ignore[index]
