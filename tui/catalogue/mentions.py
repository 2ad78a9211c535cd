"""The mentioned dates of every article, found once and kept with the catalogue.

Mentions are plain values: what finds them stands above the dossier and names the rules by which it found them. When the
rules change, every article waits again, and what was found before stays in use until it is replaced. The days that
count on a timeline lie apart from the rest, so that all of them can be read at once.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from tui.catalogue.faults import Stage, forget_faults
from tui.catalogue.store import Store, count_up, fact

Days = tuple[int, int]
"""The ordinals of a first and a last day, both included; (0, 0) for none."""

NO_DAYS: Days = (0, 0)

_SHIFT = 32


@dataclass(frozen=True, slots=True)
class Mention:
    """One temporal expression of a text, as it is kept."""

    start: int
    """Its first character in the article's text."""
    end: int
    """The character after its last."""
    kind: str
    """`DATE`, `TIME`, `DURATION` or `SET`."""
    value: str
    mod: str = ""
    inferred: bool = False
    basis: str = ""
    """What it was counted from; empty where it was not."""
    anchor: Days = NO_DAYS
    """The days that it was counted from."""
    days: Days = NO_DAYS
    """The days that it means; none for durations, frequencies and whatever stayed vague."""


@dataclass(frozen=True, slots=True)
class MentionColumns:
    """The days of every mention that has some: parallel to the articles of the dossier, ordered by number."""

    numbers: array[int]
    """All articles, those without a mention included."""
    begins: array[int]
    """Where in `days` the mentions of each article begin, and at last where they end: one more than articles."""
    days: array[int]
    """First and last ordinal of each mention, packed by `packed_days`; in the order of the text."""


def packed_days(days: Days) -> int:
    """Return a pair of ordinals as one number."""
    return days[0] << _SHIFT | days[1]


def unpacked_days(packed: int) -> Days:
    """Return the pair of ordinals of a packed number."""
    return packed >> _SHIFT, packed & ((1 << _SHIFT) - 1)


class Mentions:
    """The mentions of a catalogue; every method may be called from any thread, raising `CacheError` for the disk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def revision(self) -> int:
        """A number that grows whenever mentions were recorded, by whichever program."""
        with self._store.reading() as database:
            return int(fact(database, "mentions"))

    def waiting(self, rules: str) -> int:
        """Return how many articles have yet to be looked through by these rules."""
        with self._store.reading() as database:
            missing = "WHERE dated = 0" if fact(database, "dating") == rules else ""
            return int(database.execute(f"SELECT count(*) FROM articles {missing}").fetchone()[0])  # noqa: S608

    def begin(self, rules: str) -> None:
        """Let every article wait that was looked through by other rules than these."""
        with self._store.writing() as database:
            if fact(database, "dating") != rules:
                database.execute("UPDATE articles SET dated = 0 WHERE dated != 0")
                forget_faults(database, Stage.DATES)
                database.execute("UPDATE facts SET value = ? WHERE name = 'dating'", (rules,))

    def pending(self, limit: int) -> list[int]:
        """Return the numbers of articles that wait, in their order."""
        with self._store.reading() as database:
            rows = database.execute("SELECT number FROM articles WHERE dated = 0 ORDER BY number LIMIT ?", (limit,))
            return [row[0] for row in rows]

    def record(self, found: Iterable[tuple[int, Sequence[Mention]]], rules: str) -> bool:
        """Keep the mentions of some articles, all or none; articles that have gone meanwhile are passed over.

        Says no, and keeps none, where another program has begun with other rules.
        """
        with self._store.writing() as database:
            if fact(database, "dating") != rules:
                return False
            for number, mentions in found:
                if not database.execute("UPDATE articles SET dated = 1 WHERE number = ?", (number,)).rowcount:
                    continue
                days = array("q", [packed_days(each.days) for each in mentions if each.days != NO_DAYS])
                rows = json.dumps([_row(each) for each in mentions], separators=(",", ":"), ensure_ascii=False)
                database.execute("INSERT OR REPLACE INTO mentions VALUES (?, ?)", (number, rows))
                database.execute("INSERT OR REPLACE INTO mention_days VALUES (?, ?)", (number, days.tobytes()))
            count_up(database, "mentions")
        return True

    def of(self, number: int) -> tuple[Mention, ...] | None:
        """Return the mentions of an article in the order of its text; None where it was never looked through."""
        with self._store.reading() as database:
            row = database.execute("SELECT found FROM mentions WHERE number = ?", (number,)).fetchone()
        return None if row is None else tuple(map(_mention, json.loads(row[0])))

    def columns(self) -> MentionColumns:
        """Return the days of all mentions."""
        with self._store.reading() as database:
            rows = database.execute(
                "SELECT number, days FROM articles LEFT JOIN mention_days USING (number) ORDER BY number"
            ).fetchall()
        begins, days = array("q", [0]), array("q")
        for _, packed in rows:
            if packed is not None:
                days.frombytes(packed)
            begins.append(len(days))
        return MentionColumns(array("q", [number for number, _ in rows]), begins, days)

    def alone(self) -> AbstractContextManager[bool]:
        """Say within a block whether this program may look for dates: one does at a time."""
        return self._store.alone("dating")


def _row(mention: Mention) -> tuple[object, ...]:
    return (
        *(mention.start, mention.end, mention.kind, mention.value, mention.mod, int(mention.inferred), mention.basis),
        *mention.anchor,
        *mention.days,
    )


def _mention(row: Sequence[Any]) -> Mention:
    start, end, kind, value, mod, inferred, basis, *days = row
    return Mention(start, end, kind, value, mod, bool(inferred), basis, (days[0], days[1]), (days[2], days[3]))
