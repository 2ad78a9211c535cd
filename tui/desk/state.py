"""The state of a desk: a fold over the events that hold, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

import msgspec
from msgspec.structs import replace

from tui.desk.event import Anchor, ArticleRef, Event, Operation
from tui.locale import N_


class Status(StrEnum):
    """How far the reader has come with an article; in the order in which a key goes through them."""

    UNREAD = N_("unread")
    READ = N_("read")
    REVIEWED = N_("reviewed")
    TO_CHECK = N_("to check")

    @property
    def following(self) -> Status:
        """The next one, after the last the first."""
        every = list(Status)
        return every[(every.index(self) + 1) % len(every)]


class Field(StrEnum):
    """What of an article can be corrected."""

    TITLE = N_("title")
    DATE = N_("date")
    """As `2023`, `2023-06` or `2023-06-30`: as precise as it is written."""
    SOURCE = N_("source")
    AUTHOR = N_("author")
    LANGUAGE = N_("language")


class Note(msgspec.Struct, frozen=True, gc=False):
    """A note on a passage or on a whole article; without a text it only keeps the quote."""

    id: str
    anchor: Anchor
    text: str
    by: str
    at: str
    """When it was made, as ISO 8601 in UTC."""
    changed: str = ""
    """When its text was last changed; empty where it never was."""
    tags: tuple[str, ...] = ()


class SavedQuery(msgspec.Struct, frozen=True, gc=False):
    """A query that was given a name."""

    id: str
    name: str
    text: str
    span: str = ""
    """The chosen time as `2023-06..2023-12`; empty for all time."""
    clock: str = "published"
    order: str = ""
    by: str = ""
    at: str = ""
    seen: frozenset[str] | None = None
    """The ids of the articles that it found when it was last looked at; None where it never was, or found too many."""
    seen_at: str = ""


class Correction(msgspec.Struct, frozen=True, gc=False):
    """What a reader says of an article in place of its file."""

    field: Field
    value: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class DeskState:
    """All that holds on a desk; articles are named by their present ids, as far as those are known."""

    starred: frozenset[str] = frozenset()
    pinned: tuple[str, ...] = ()
    """In the order in which they were pinned."""
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The tags of each article, in the order in which they were added."""
    statuses: Mapping[str, Status] = field(default_factory=lambda: MappingProxyType({}))
    notes: Mapping[str, Note] = field(default_factory=lambda: MappingProxyType({}))
    """By their ids, in the order in which they were made."""
    saved: Mapping[str, SavedQuery] = field(default_factory=lambda: MappingProxyType({}))
    """By their ids, in the order in which they were saved."""
    corrections: Mapping[str, Mapping[Field, Correction]] = field(default_factory=lambda: MappingProxyType({}))
    articles: Mapping[str, ArticleRef] = field(default_factory=lambda: MappingProxyType({}))
    """What was last written of each article that an event names, by the id that stands there."""

    def notes_of(self, article: str) -> list[Note]:
        """Return the notes of an article, by their place in the text."""
        own = (note for note in self.notes.values() if note.anchor.article.id == article)
        return sorted(own, key=lambda note: (note.anchor.start, note.anchor.end, note.at))

    def dump(self) -> bytes:
        """Return the state as JSON, the same bytes for the same state."""
        named = {name: getattr(self, name) for name in self.__slots__}
        return msgspec.json.encode(
            {name: dict(value) if isinstance(value, Mapping) else value for name, value in named.items()},
            order="deterministic",
            enc_hook=_plain,
        )


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else sorted(value) if isinstance(value, frozenset) else str(value)


class Fold:
    """Takes events that hold, each after all that come before it, and gives the state that they make."""

    def __init__(self, ids: Mapping[str, str] | None = None) -> None:
        """Take the present id of each article whose id has changed."""
        self._ids = ids or {}
        self._starred: dict[str, None] = {}
        self._pinned: dict[str, None] = {}
        self._tags: dict[str, dict[str, None]] = {}
        self._statuses: dict[str, Status] = {}
        self._notes: dict[str, Note] = {}
        self._deleted: dict[str, Note] = {}
        self._saved: dict[str, SavedQuery] = {}
        self._corrections: dict[str, dict[Field, Correction]] = {}
        self._articles: dict[str, ArticleRef] = {}

    def take(self, events: Iterable[Event]) -> None:
        """Apply events; what is about something that is gone, or says nothing, changes nothing."""
        for event in events:
            apply = _APPLY.get(event.op)
            if apply is not None:
                apply(self, event)

    def state(self) -> DeskState:
        """Return what holds now; later events do not change it."""
        frozen = MappingProxyType
        return DeskState(
            frozenset(self._starred),
            tuple(self._pinned),
            frozen({ident: tuple(tags) for ident, tags in self._tags.items() if tags}),
            frozen(dict(self._statuses)),
            frozen(dict(self._notes)),
            frozen(dict(self._saved)),
            frozen({ident: frozen(dict(made)) for ident, made in self._corrections.items() if made}),
            frozen(dict(self._articles)),
        )

    def _article(self, event: Event) -> str:
        """Return the present id of the article of an event, and keep what the event says of it; empty without one."""
        ref = event.target.article
        if ref is None:
            return ""
        return self._known(ref)

    def _known(self, ref: ArticleRef) -> str:
        self._articles[ref.id] = ref
        return self._ids.get(ref.id, ref.id)

    def _star(self, event: Event) -> None:
        _switch(self._starred, self._article(event), on=event.op == Operation.STAR)

    def _pin(self, event: Event) -> None:
        _switch(self._pinned, self._article(event), on=event.op == Operation.PIN)

    def _tag(self, event: Event) -> None:
        tag, on = event.body.get("tag", ""), event.op == Operation.TAG
        note = self._notes.get(event.target.note)
        if not tag:
            return
        if note is not None:
            others = tuple(other for other in note.tags if other != tag)
            kept = (note.tags if tag in note.tags else (*note.tags, tag)) if on else others
            self._notes[note.id] = replace(note, tags=kept)
        elif event.target.article is not None:
            _switch(self._tags.setdefault(self._article(event), {}), tag, on=on)

    def _status(self, event: Event) -> None:
        ident = self._article(event)
        try:
            status = Status(event.body.get("status", ""))
        except ValueError:
            return
        if ident:
            self._statuses[ident] = status

    def _note(self, event: Event) -> None:
        anchor = event.target.anchor
        if anchor is not None:
            self._notes[event.id] = Note(
                event.id, self._present(anchor), event.body.get("text", ""), event.by, event.at
            )

    def _present(self, anchor: Anchor) -> Anchor:
        """Return an anchor with the present id of its article."""
        ident = self._known(anchor.article)
        if ident == anchor.article.id:
            return anchor
        return replace(anchor, article=replace(anchor.article, id=ident))

    def _edit(self, event: Event) -> None:
        """Change a note; one that somebody else deleted meanwhile is there again, since its text is new."""
        note = self._notes.get(event.target.note) or self._deleted.pop(event.target.note, None)
        if note is not None:
            self._notes[note.id] = replace(note, text=event.body.get("text", ""), changed=event.at)

    def _reattach(self, event: Event) -> None:
        note, anchor = self._notes.get(event.target.note), event.target.anchor
        if note is not None and anchor is not None:
            self._notes[note.id] = replace(note, anchor=self._present(anchor))

    def _delete(self, event: Event) -> None:
        note = self._notes.pop(event.target.note, None)
        if note is not None:
            self._deleted[note.id] = note

    def _save(self, event: Event) -> None:
        body, ident = event.body, event.target.saved or event.id
        old = self._saved.get(ident)
        if event.target.saved and old is None:
            return
        seen = (old.seen, old.seen_at) if old is not None else (None, "")
        made = (old.by, old.at) if old is not None else (event.by, event.at)
        about = (body.get("span", ""), body.get("clock") or "published", body.get("order", ""))
        self._saved[ident] = SavedQuery(ident, body.get("name", ""), body.get("query", ""), *about, *made, *seen)

    def _look(self, event: Event) -> None:
        saved = self._saved.get(event.target.saved)
        if saved is not None:
            found = event.body.get("found")
            seen = None if found is None else frozenset(self._ids.get(ident, ident) for ident in found.split())
            self._saved[saved.id] = replace(saved, seen=seen, seen_at=event.at)

    def _forget(self, event: Event) -> None:
        self._saved.pop(event.target.saved, None)

    def _correct(self, event: Event) -> None:
        ident = self._article(event)
        try:
            what = Field(event.body.get("field", ""))
        except ValueError:
            return
        if not ident:
            return
        made = self._corrections.setdefault(ident, {})
        made.pop(what, None)
        if event.op == Operation.CORRECT:
            made[what] = Correction(what, event.body.get("value", ""), event.by, event.at)


def _switch(held: dict[str, None], name: str, *, on: bool) -> None:
    if on and name:
        held.setdefault(name)
    else:
        held.pop(name, None)


_APPLY: Mapping[str, Callable[[Fold, Event], None]] = {
    Operation.STAR: Fold._star,
    Operation.UNSTAR: Fold._star,
    Operation.PIN: Fold._pin,
    Operation.UNPIN: Fold._pin,
    Operation.TAG: Fold._tag,
    Operation.UNTAG: Fold._tag,
    Operation.STATUS: Fold._status,
    Operation.NOTE: Fold._note,
    Operation.EDIT: Fold._edit,
    Operation.REATTACH: Fold._reattach,
    Operation.DELETE: Fold._delete,
    Operation.SAVE: Fold._save,
    Operation.LOOK: Fold._look,
    Operation.FORGET: Fold._forget,
    Operation.CORRECT: Fold._correct,
    Operation.UNCORRECT: Fold._correct,
}
