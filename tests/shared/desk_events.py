"""Events of desks for tests: a clock that stands still, ids in their order, and random journals."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from tui.desk import drafts
from tui.desk.desk import Desk
from tui.desk.event import Anchor, ArticleRef, Draft
from tui.desk.state import Field, Status

NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)


def article(name: str = "heron") -> ArticleRef:
    return ArticleRef(id=name, path=f"{name}.md", title=f"The {name}", source="Coast Post", day="2021-03-04")


def anchor(name: str = "heron", quote: str = "came back") -> Anchor:
    return Anchor(
        article(name), 10, 10 + len(quote), quote, "The heron ", " in May.", f"The heron {quote} in May.", 0.0
    )


def open_desk(path: Path | None, writer: str = "ada") -> Desk:
    numbers = count(1)
    return Desk.open(path, writer, now=lambda: NOON, new_id=lambda: f"{writer}{next(numbers):06}")


def random_draft(chance: random.Random, notes: list[str], saved: list[str]) -> Draft:
    """Return something that a reader may do, also to notes and queries that are not there any more."""
    ref = article(chance.choice("abcdefghij"))
    note, query = chance.choice(notes or ["none"]), chance.choice(saved or ["none"])
    made: list[Callable[[], Draft]] = [
        lambda: drafts.star(ref, on=chance.random() < 0.7),
        lambda: drafts.pin(ref, on=chance.random() < 0.7),
        lambda: drafts.tag(ref, chance.choice("xyz"), on=chance.random() < 0.7),
        lambda: drafts.tag_note(note, chance.choice("xyz"), on=chance.random() < 0.7),
        lambda: drafts.set_status(ref, chance.choice(list(Status))),
        lambda: drafts.note(anchor(ref.id), f"note {chance.randint(1, 99)}"),
        lambda: drafts.edit(note, f"edited {chance.randint(1, 99)}"),
        lambda: drafts.delete(note),
        lambda: drafts.reattach(note, anchor(chance.choice("abc"))),
        lambda: drafts.save(f"query {chance.randint(1, 9)}", "camp*"),
        lambda: drafts.look(query, ["a", "b"]),
        lambda: drafts.forget(query),
        lambda: drafts.correct(ref, Field.DATE, f"20{chance.randint(10, 24)}"),
        lambda: drafts.uncorrect(ref, Field.DATE),
    ]
    return chance.choice(made)()


def act(desk: Desk, chance: random.Random, times: int) -> None:
    """Do random things on a desk, undo and redo among them."""
    for _ in range(times):
        turn = chance.random()
        if turn < 0.1:
            desk.undo()
        elif turn < 0.15:
            desk.redo()
        else:
            state = desk.state()
            desk.add(random_draft(chance, list(state.notes), list(state.saved)))
