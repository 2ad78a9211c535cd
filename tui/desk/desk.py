"""The desk: what a reader adds to a dossier, kept at once and for good.

Every change is an event that is appended to the journal. What cannot be written is kept in memory and written with the
next event that can; `trouble` then says what to do. Every method may be called from any thread.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tui.desk.active import holding, to_redo, to_undo, undone_ids
from tui.desk.event import LAST, ORDER, VERSION, Draft, Event, Operation, encode, merged
from tui.desk.journal import Chunk, Journal
from tui.desk.problems import (
    NO_PLACE,
    is_foreign,
    is_repeated,
    not_understood,
    read_other,
    unreadable,
    unwritable,
)
from tui.desk.state import DeskState, Fold
from tui.errors import DeskError
from tui.locale import _

Listener = Callable[[DeskState], None]

_UNDOING = frozenset((Operation.UNDO, Operation.REDO))


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """An event and whether it holds."""

    event: Event
    holds: bool


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return secrets.token_hex(8)


class Desk:
    """An open desk; `open` makes one."""

    def __init__(
        self,
        journal: Journal | None,
        writer: str,
        now: Callable[[], datetime] = _now,
        new_id: Callable[[], str] = _new_id,
    ) -> None:
        """Take a journal, or None to keep everything in memory, and the writer's name."""
        self.writer = writer
        self.trouble = ""
        """One sentence on why something is kept in memory only, and what to do; empty where all is on the disk."""
        self._journal = journal
        self._now = now
        self._new_id = new_id
        self._lock = threading.RLock()
        self._events: list[Event] = []
        """All events, in their order."""
        self._ids: set[str] = set()
        self._newer = 0
        self._damaged: list[str] = []
        self._unsaved: list[Event] = []
        self._beneath: list[Event] = []
        """Events of a desk that came with the dossier; they are copied with the first event of this one."""
        self._renamed: Mapping[str, str] = {}
        self._fold: Fold | None = None
        """The fold over all events so far; None where it is to be made anew."""
        self._state: DeskState | None = None
        self._listeners: list[Listener] = []

    @classmethod
    def open(
        cls,
        path: Path | None,
        writer: str,
        now: Callable[[], datetime] = _now,
        new_id: Callable[[], str] = _new_id,
    ) -> Desk:
        """Open the desk in a file, which is made with the first event, or one in memory where it is None.

        A file that cannot be read is left alone: the desk then lives in memory, and `trouble` says what to do. Raises
        `DeskError` where the file is none of a desk, so that nothing is ever appended to another one.
        """
        if path is None:
            desk = cls(None, writer, now, new_id)
            desk.trouble = _(NO_PLACE)
            return desk
        journal = Journal(path)
        desk = cls(journal, writer, now, new_id)
        try:
            chunk = journal.read()
        except OSError as error:
            desk._journal = None
            desk.trouble = unreadable(path, error)
            return desk
        if is_foreign(path, chunk.lines, torn=journal.torn):
            raise DeskError(
                _("{path} holds something else than a desk; name another file with --desk.").format(path=path)
            )
        desk._take(chunk)
        return desk

    @property
    def path(self) -> Path | None:
        """The file that holds the desk; None where it is kept in memory."""
        return self._journal.path if self._journal is not None else None

    @property
    def unsaved(self) -> int:
        """The number of events that are kept in memory only."""
        return len(self._unsaved) if self._journal is not None else len(self._events)

    @property
    def notice(self) -> str:
        """Sentences on what of the file was not understood, and what to do; empty where all was. Nothing is lost."""
        with self._lock:
            damaged = sum(not is_repeated(line, self._events) for line in self._damaged)
            torn = self._journal is not None and self._journal.torn
            return not_understood(self.path, self._newer, damaged + torn)

    def state(self) -> DeskState:
        """Return all that holds now, as a value that never changes."""
        with self._lock:
            if self._fold is None:
                self._fold, self._state = Fold(self._renamed), None
                self._fold.take(holding(self._events))
            if self._state is None:
                self._state = self._fold.state()
            return self._state

    def events(self) -> tuple[Event, ...]:
        """Return all events, in their order."""
        with self._lock:
            return tuple(self._events)

    def log(self) -> list[JournalEntry]:
        """Return all events in their order, each with whether it holds."""
        with self._lock:
            undone = undone_ids(self._events)
            return [JournalEntry(event, event.id not in undone) for event in self._events]

    def add(self, *drafts: Draft, ident: str = "") -> tuple[Event, ...]:
        """Write events of one action and return them; one undo takes all of them back.

        `ident` is the id of the event, where it is one and comes from elsewhere with an id of its own.
        """
        if not drafts:
            return ()
        with self._lock:
            batch = self._new_id() if len(drafts) > 1 else ""
            made = self._write(
                lambda: [self._event(draft, place, batch=batch, ident=ident) for place, draft in enumerate(drafts)]
            )
        self._tell()
        return made

    def undo(self) -> tuple[Event, ...]:
        """Take the last action of this writer back and return its events, the last one first; none where none holds."""
        return self._turn(to_undo, Operation.UNDO)

    def redo(self) -> tuple[Event, ...]:
        """Do again what was undone last, and return its events; none where something else was done since."""
        turned = self._turn(to_redo, Operation.REDO)
        known = {event.id: event for event in self.events()}
        return tuple(known[event.undoes] for event in turned if event.undoes in known)

    def refresh(self) -> bool:
        """Read what other programs wrote, and write what is in memory only; say whether the state may have changed."""
        with self._lock:
            before = len(self._events)
            try:
                changed = self._journal is not None and self._journal.changed()
                if changed and self._journal is not None:
                    self._take(self._journal.read())
            except OSError as error:
                assert self._journal is not None
                self.trouble = unreadable(self._journal.path, error)
                return False
            if self._unsaved:
                self._write(list)
            changed = changed or len(self._events) != before
        if changed:
            self._tell()
        return changed

    def lay_over(self, path: Path) -> int:
        """Show what the desk in another file holds, which is never written; return how many events that adds.

        They are copied into this desk with its first event, and are there only to be read until then. Raises
        `DeskError` where the file cannot be read or is no desk.
        """
        lines = read_other(path)
        with self._lock:
            self._beneath = [event for event in merged(lines.events) if event.id not in self._ids]
            self._insert(self._beneath)
            count = len(self._beneath)
        if count:
            self._tell()
        return count

    def merge(self, files: Iterable[Path]) -> int:
        """Take in the lines of other journals that this one has not; return how many those are.

        Lines of newer versions come along as they are. Raises `DeskError` where a file cannot be read or is no desk;
        nothing is then taken in.
        """
        found: list[Event] = []
        newer: list[str] = []
        for path in files:
            lines = read_other(path)
            found.extend(lines.events)
            newer.extend(lines.newer)
        with self._lock:
            count = 0

            def missing() -> list[Event]:
                nonlocal count
                events = [event for event in merged(found) if event.id not in self._ids]
                count = len(events)
                return events

            if any(event.id not in self._ids for event in found):
                self._write(missing)
            count += self._keep_newer(newer)
        self._tell()
        return count

    def recognise(self, ids: Mapping[str, str]) -> None:
        """Take the present ids of articles whose ids have changed: what was said of the old is said of the present."""
        with self._lock:
            if ids == self._renamed:
                return
            self._renamed, self._fold, self._state = dict(ids), None, None
        self._tell()

    def present_id(self, ident: str) -> str:
        """Return the present id of an article that is written down under another one."""
        return self._renamed.get(ident, ident)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the state after each change, from the thread that made it; return what ends that."""
        with self._lock:
            self._listeners.append(listener)

        def end() -> None:
            with self._lock, suppress(ValueError):
                self._listeners.remove(listener)

        return end

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self.state())

    def _turn(self, choose: Callable[[Sequence[Event], str], list[Event]], operation: Operation) -> tuple[Event, ...]:
        """Undo the events that `choose` names; they are chosen once the events of other programs are known."""
        chosen: list[Event] = []
        self.refresh()
        with self._lock:
            if not choose(self._events, self.writer):
                return ()

            def events() -> list[Event]:
                chosen[:] = choose(self._events, self.writer)
                batch = self._new_id() if len(chosen) > 1 else ""
                return [
                    self._event(Draft(operation), place, undoes=event.id, batch=batch)
                    for place, event in enumerate(chosen)
                ]

            self._write(events)
        if chosen:
            self._tell()
        return tuple(chosen)

    def _event(self, draft: Draft, place: int, *, undoes: str = "", batch: str = "", ident: str = "") -> Event:
        """Return the event of a draft, which comes after all that are known and `place` others of its action."""
        return Event(
            v=VERSION,
            id=ident or self._new_id(),
            by=self.writer,
            at=self._now().strftime("%Y-%m-%dT%H:%M:%SZ"),
            seq=min(self._top() + 1 + place, LAST),
            op=draft.op.value,
            target=draft.target,
            body={key: _encodable(value) for key, value in draft.body},
            undoes=undoes,
            batch=batch,
        )

    def _top(self) -> int:
        return self._events[-1].seq if self._events else 0

    def _write(self, make: Callable[[], list[Event]]) -> tuple[Event, ...]:
        """Append the events that `make` returns, after those that wait; keep them in memory where the disk fails."""
        made: list[Event] | None = None

        def lines(chunk: Chunk | None) -> list[str]:
            nonlocal made
            if chunk is not None:
                self._take(chunk)
            made = make()
            self._insert(made)
            if made and self._beneath:
                self._unsaved[:0], self._beneath = self._beneath, []
            self._unsaved.extend(made)
            return [encode(event) for event in self._unsaved]

        try:
            if self._journal is None:
                lines(None)
            else:
                self._journal.append(lines)
                self._unsaved.clear()
                self.trouble = ""
        except OSError as error:
            if made is None:
                lines(None)
            if self._unsaved:
                assert self._journal is not None
                self.trouble = unwritable(self._journal.path, error, len(self._unsaved))
        return tuple(made or ())

    def _take(self, chunk: Chunk) -> None:
        """Take in what was read; where the file was replaced, whatever is not in it any more is gone here too.

        Where it is gone or empty, that was no wish of anybody: all events are written again with the next one.
        """
        if chunk.anew and not chunk.lines.events and not chunk.lines.newer:
            self._unsaved, self._beneath = list(self._events), []
        elif chunk.anew:
            kept = [*self._beneath, *self._unsaved]
            self._events, self._ids, self._newer, self._damaged = [], set(), 0, []
            self._fold = self._state = None
            self._insert(kept)
        self._newer += len(chunk.lines.newer)
        self._damaged.extend(chunk.lines.damaged)
        self._insert(chunk.lines.events)

    def _insert(self, events: Sequence[Event]) -> None:
        """Put events into their places; those that are known already stay single."""
        new = merged(events)
        if self._ids:
            new = [event for event in new if event.id not in self._ids]
        if not new:
            return
        self._state = None
        self._ids.update([event.id for event in new])
        late = self._events and ORDER(new[0]) < ORDER(self._events[-1])
        self._events.extend(new)
        if late:
            self._events.sort(key=ORDER)
            self._fold = None
        elif self._fold is not None:
            if _UNDOING.isdisjoint([event.op for event in new]):
                self._fold.take(new)
            else:
                self._fold = None

    def _keep_newer(self, lines: Sequence[str]) -> int:
        """Append lines of newer versions that are not in the file yet; return how many."""
        if self._journal is None or not lines:
            return 0
        try:
            there = set(read_other(self._journal.path).newer) if self._journal.path.exists() else set()
            missing = [line for line in dict.fromkeys(lines) if line not in there]

            def write(chunk: Chunk) -> list[str]:
                self._take(chunk)
                return missing

            if missing:
                self._journal.append(write)
                self._newer += len(missing)
        except OSError as error:
            raise DeskError(unwritable(self._journal.path, error, len(lines))) from None
        return len(missing)


def _encodable(text: str) -> str:
    """Return a text without lone surrogates, which no file in UTF-8 can hold."""
    return text.encode("utf-8", "replace").decode()
