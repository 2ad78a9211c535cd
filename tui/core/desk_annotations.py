"""What the query language asks of a desk: its notes, tags and states, by the numbers of the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from tui.desk.anchoring import AnchorState
from tui.desk.placed_note import PlacedNote
from tui.desk.state import DeskState, Status
from tui.search.annotations import Annotations


def annotated_ids(state: DeskState) -> set[str]:
    """Return the ids of the articles that queries can ask the desk for."""
    noted = {note.anchor.article.id for note in state.notes.values()}
    return noted.union(state.starred, state.tags, state.statuses)


def annotations_of(
    state: DeskState,
    numbers: Mapping[str, int],
    placed: Callable[[], Sequence[PlacedNote]],
    others: Mapping[str, Callable[[], frozenset[int]]],
) -> Annotations:
    """Return what is on a desk of the articles with these ids and numbers.

    The tags of a note are tags of its article. `placed` gives the notes with their places; it is called once, when a
    query asks for passages that changed or are gone; `others` are the states that are not told by the desk alone.
    """
    notes, tags = defaultdict[int, list[str]](list), defaultdict[int, list[str]](list)
    for ident, own in state.tags.items():
        if ident in numbers:
            tags[numbers[ident]].extend(own)
    for note in state.notes.values():
        number = numbers.get(note.anchor.article.id)
        if number is not None:
            notes[number].append(note.text)
            tags[number].extend(note.tags)

    def numbered(ids: Iterable[str]) -> frozenset[int]:
        return frozenset(numbers[ident] for ident in ids if ident in numbers)

    def of_status(status: Status) -> Callable[[], frozenset[int]]:
        return lambda: numbered(ident for ident, known in state.statuses.items() if known is status)

    notes_placed = cache(placed)

    def of_anchor(anchor: AnchorState) -> Callable[[], frozenset[int]]:
        return lambda: numbered(one.note.anchor.article.id for one in notes_placed() if one.placement.state is anchor)

    states: dict[str, Callable[[], frozenset[int]]] = {
        **others,
        "starred": lambda: numbered(state.starred),
        "noted": lambda: frozenset(notes),
        "reviewed": of_status(Status.REVIEWED),
        "to-check": of_status(Status.TO_CHECK),
        "changed": of_anchor(AnchorState.CHANGED),
        "orphaned": of_anchor(AnchorState.ORPHANED),
    }
    return Annotations(dict(notes), dict(tags), states)
