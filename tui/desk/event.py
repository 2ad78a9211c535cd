"""The events of a journal, each of which is one line of JSON.

Lines are checked as they are decoded. What a line has besides these fields is kept in its file and ignored here; a line
of a newer version, or with an operation that is not known, counts as newer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Annotated

import msgspec

VERSION = 1
"""The version of the lines that this program writes."""


LAST = 2**53 - 1
"""The highest sequence, up to which every reader of JSON knows whole numbers exactly."""


class Operation(StrEnum):
    """What an event does; the value stands in its line."""

    STAR = "star"
    UNSTAR = "unstar"
    PIN = "pin"
    UNPIN = "unpin"
    TAG = "tag"
    """One tag on an article or a note; each tag is an event of its own, so that two people can add some at once."""
    UNTAG = "untag"
    STATUS = "status"
    NOTE = "note"
    EDIT = "edit"
    """Another text for a note."""
    DELETE = "delete"
    REATTACH = "reattach"
    """Another anchor for a note."""
    SAVE = "save"
    """A saved query; with a target, another content for one that is there."""
    FORGET = "forget"
    """Takes a saved query off."""
    LOOK = "look"
    """What a saved query found when it was looked at."""
    CORRECT = "correct"
    UNCORRECT = "uncorrect"
    """Takes a correction back, so that what the file says holds again."""
    UNDO = "undo"
    REDO = "redo"


KNOWN = frozenset(Operation)

UNDOABLE = KNOWN - {Operation.UNDO, Operation.REDO, Operation.LOOK}
"""What can be undone and done again; a look at a saved query changes nothing that a reader made."""


class ArticleRef(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Which article is meant, with what finds it again when its id has changed."""

    id: str
    path: str = ""
    title: str = ""
    source: str = ""
    day: str = ""
    """The publication date as `2023`, `2023-06` or `2023-06-30`; empty where it is undated."""
    address: str = ""
    sha: str = ""
    """The SHA-256 of its text in UTF-8, in hexadecimal digits."""


class Anchor(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Where in an article a note belongs; without a quote it belongs to the whole article.

    Offsets are in characters of the text with the SHA-256 `article.sha`, the end exclusive.
    """

    article: ArticleRef
    start: int = 0
    end: int = 0
    quote: str = ""
    before: str = ""
    """What stands before the quote: its sentence from the beginning, and 32 characters and more before that."""
    after: str = ""
    """What stands behind the quote: its sentence to the end, and 32 characters and more behind that."""
    sentence: str = ""
    """The whole sentence, or sentences, that the quote is of."""
    rival: float = 1.0
    """How similar the most similar other passage of the text is to the sentence, from 0 to 1."""


class Target(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What an event is about: an article, a place in it, a note or a saved query."""

    article: ArticleRef | None = None
    anchor: Anchor | None = None
    note: str = ""
    """The id of a note, which is the id of the event that made it."""
    saved: str = ""
    """The id of a saved query, which is the id of the event that made it."""


class Event(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One thing that a reader did."""

    v: int
    id: str
    by: str
    """The writer."""
    at: str
    """When, as ISO 8601 in UTC: `2026-11-30T16:15:29Z`."""
    seq: Annotated[int, msgspec.Meta(gt=0, le=LAST)]
    """A number above all that its writer knew of: what somebody saw before writing comes before it."""
    op: str
    target: Target = Target()
    body: dict[str, str] = {}
    undoes: str = ""
    """The id of the event that this one undoes; that of an undo, where it does something again."""
    batch: str = ""
    """What events of one action have in common; empty where an action is one event."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that is yet to be given its id, writer, time and sequence."""

    op: Operation
    target: Target = Target()  # noqa: RUF009 - a frozen value
    body: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """What was read of a journal."""

    events: tuple[Event, ...] = ()
    newer: tuple[str, ...] = ()
    """Lines that a newer version wrote; they are kept as they are."""
    damaged: tuple[str, ...] = ()
    """Lines that are no events, such as one that was cut off; they are kept as they are."""


class _Stamp(msgspec.Struct, gc=False):
    """What tells a line of a newer version from a damaged one."""

    v: int
    id: str


_DECODER = msgspec.json.Decoder(Event)
_STAMPS = msgspec.json.Decoder(_Stamp)
_ENCODER = msgspec.json.Encoder()


def encode(event: Event) -> str:
    """Return the line of an event, without its end."""
    return _ENCODER.encode(event).decode()


def decode(content: bytes) -> Lines:
    """Read lines in UTF-8; those that are no events of this version are set apart. Never raises."""
    try:
        events = _DECODER.decode_lines(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _decoded(content.split(b"\n"))
    if {event.v for event in events} <= {VERSION} and {event.op for event in events} <= KNOWN:
        return Lines(tuple(events))
    return _decoded(content.split(b"\n"))


def _decoded(lines: Iterable[bytes]) -> Lines:
    events: list[Event] = []
    newer: list[str] = []
    damaged: list[str] = []
    for raw in lines:
        line = raw.strip().removeprefix(b"\xef\xbb\xbf")
        if not line:
            continue
        try:
            event = _DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            (newer if _is_newer(line) else damaged).append(line.decode("utf-8", "replace"))
            continue
        if event.v == VERSION and event.op in KNOWN:
            events.append(event)
        else:
            newer.append(line.decode())
    return Lines(tuple(events), tuple(newer), tuple(damaged))


def _is_newer(line: bytes) -> bool:
    try:
        return _STAMPS.decode(line).v > VERSION
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


ORDER = attrgetter("seq", "by", "id")
"""The key by which events are sorted, the same wherever they are read."""


def merged(*journals: Sequence[Event]) -> list[Event]:
    """Return the union of journals in the order of their events; the order of the journals makes no difference.

    Where two lines differ under one id, which only somebody's editor can bring about, the one that sorts first holds.
    """
    events = [event for journal in journals for event in journal]
    known = {event.id: event for event in events}
    if len(known) < len(events):
        for event in events:
            other = known[event.id]
            if other is not event and other != event and encode(event) < encode(other):
                known[event.id] = event
    return sorted(known.values(), key=ORDER)
