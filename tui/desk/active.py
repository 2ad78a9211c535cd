"""Which events hold, and which ones the next undo and the next redo are about.

An undo is an event that names another one; a redo is an event that names an undo. An event holds unless one that holds
undoes it. All functions take events in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.desk.event import UNDOABLE, Event, Operation

_UNDOING = frozenset((Operation.UNDO, Operation.REDO))


def holding(events: Sequence[Event]) -> list[Event]:
    """Return the plain events that hold, in their order."""
    undone = undone_ids(events)
    return [event for event in events if event.op not in _UNDOING and event.id not in undone]


def undone_ids(events: Sequence[Event]) -> set[str]:
    """Return the ids of all events that do not hold, undos and redos among them.

    What undoes an event comes after it; a line that claims to undo a later one is passed over.
    """
    undone: set[str] = set()
    claimed: set[str] = set()
    for event in reversed(events):
        if event.id in claimed:
            undone.add(event.id)
        elif event.op in _UNDOING:
            claimed.add(event.undoes)
    return undone


def to_undo(events: Sequence[Event], writer: str) -> list[Event]:
    """Return the last action of a writer that holds, last event first; nothing where all is undone."""
    undone = undone_ids(events)
    return _action(event for event in _own(events, writer) if event.op in UNDOABLE and event.id not in undone)


def to_redo(events: Sequence[Event], writer: str) -> list[Event]:
    """Return the undos that the next redo takes back, last event first; nothing once something else was done."""
    undone = undone_ids(events)
    found: list[Event] = []
    for event in _own(events, writer):
        if event.op in UNDOABLE:
            break
        if event.op == Operation.UNDO and event.id not in undone:
            found.append(event)
            if not event.batch:
                break
    return _action(iter(found))


def _own(events: Sequence[Event], writer: str) -> Iterator[Event]:
    return (event for event in reversed(events) if event.by == writer)


def _action(events: Iterator[Event]) -> list[Event]:
    """Return the first of some events with all that are of the same action and follow it at once."""
    found: list[Event] = []
    for event in events:
        if found and (not event.batch or event.batch != found[0].batch):
            break
        found.append(event)
        if not event.batch:
            break
    return found
