"""The mentioned dates of every article, found once and kept with the catalogue.

The code that finds mentions lies above and names the version of its rules. When the rules change, every article waits
again, and old mentions stay in use until they are replaced. The days that a timeline counts are stored apart, so that
all of them can be read at once.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple
from zlib import crc32

from msgspec import Struct

from tui.catalogue.faults import Stage, forget_faults
from tui.catalogue.figures import Figures, record_figures
from tui.catalogue.names import Names, record_names
from tui.catalogue.seals import at_one_time, check, check_totals, seal
from tui.catalogue.statements import StatementRow, Statements, record_statements
from tui.catalogue.store import Store, count_up, fact, numeric_fact
from tui.errors import DamagedCatalogue
from tui.locale import _

Ordinals = tuple[int, int]
"""The ordinals of a first and a last day, both included; (0, 0) for none."""

NO_DAYS: Ordinals = (0, 0)

_SHIFT = 32
_SEED = 0xFFFFFFFF


class Mention(Struct, frozen=True):
    """One temporal expression in a text."""

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
    """What a relative date was counted from; empty for any other."""
    anchor: Ordinals = NO_DAYS
    """The days that it was counted from."""
    days: Ordinals = NO_DAYS
    """The days that it means; none for durations, frequencies and vague expressions."""


class Findings(NamedTuple):
    """What was found in an article."""

    number: int
    mentions: Sequence[Mention]
    statements: Sequence[StatementRow] = ()
    names: str = ""
    """Packed by `tui.names.table`."""
    figures: str = ""
    """Packed by `tui.figures.packing`; empty where they could not be found."""
    answering: bool = False
    """Whether one of the figures may answer a question."""


class MentionColumns(Struct, frozen=True):
    """The days of all mentions, as columns parallel to the articles, ordered by number."""

    numbers: array[int]
    """All articles, including those without a mention."""
    begins: array[int]
    """Where in `days` the mentions of each article begin, and finally where they end: one more than articles."""
    days: array[int]
    """First and last ordinal of each mention, packed by `packed_days`; in the order of the text."""


def packed_days(days: Ordinals) -> int:
    """Return a pair of ordinals as one number."""
    return days[0] << _SHIFT | days[1]


def unpacked_days(packed: int) -> Ordinals:
    """Return the pair of ordinals of a packed number."""
    return packed >> _SHIFT, packed & ((1 << _SHIFT) - 1)


class Mentions:
    """The mentions in a catalogue; usable from any thread; every method raises `CacheError` if the disk fails."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.statements = Statements(store)
        """The sentences in which they are named."""
        self.figures = Figures(store)
        """The numbers that they give, looked for together with the dates."""
        self.names = Names(store)
        """The names of people, places and bodies, which are looked for together with the dates."""

    @property
    def revision(self) -> int:
        """A number that grows whenever mentions were recorded, by any program."""
        with self._store.reading() as database:
            return numeric_fact(database, "mentions")

    def waiting(self, rules: str) -> int:
        """Return how many articles still have to be searched by these rules."""
        with self._store.reading() as database:
            missing = "WHERE dated = 0" if fact(database, "dating") == rules else ""
            return int(database.execute(f"SELECT count(*) FROM articles {missing}").fetchone()[0])  # noqa: S608

    def begin(self, rules: str) -> None:
        """Make every article wait that was searched by other rules."""
        with self._store.writing() as database:
            if fact(database, "dating") != rules:
                database.execute("UPDATE articles SET dated = 0 WHERE dated != 0")
                for stage in (Stage.DATES, Stage.NAMES, Stage.FIGURES):
                    forget_faults(database, stage)
                database.execute("UPDATE facts SET value = ? WHERE name = 'dating'", (rules,))

    def pending(self, limit: int) -> list[int]:
        """Return the numbers of waiting articles, ascending."""
        with self._store.reading() as database:
            rows = database.execute("SELECT number FROM articles WHERE dated = 0 ORDER BY number LIMIT ?", (limit,))
            return [row[0] for row in rows]

    def record(self, found: Iterable[Findings], rules: str) -> bool:
        """Record what was found in some articles, all or nothing; articles that are gone by then are skipped.

        Returns false and records nothing if another program has begun with other rules.
        """
        with self._store.writing() as database:
            if fact(database, "dating") != rules:
                return False
            for number, mentions, statements, names, figures, answering in found:
                if not database.execute("UPDATE articles SET dated = 1 WHERE number = ?", (number,)).rowcount:
                    continue
                days = array("q", [packed_days(each.days) for each in mentions if each.days != NO_DAYS])
                rows = json.dumps([_row(each) for each in mentions], separators=(",", ":"), ensure_ascii=False)
                packed = days.tobytes()
                database.execute("INSERT OR REPLACE INTO mentions VALUES (?, ?, ?)", (number, rows, seal(number, rows)))
                database.execute("DELETE FROM mention_days WHERE number = ?", (number,))
                values = (number, packed, crc32(packed, number & _SEED))
                database.execute("INSERT INTO mention_days VALUES (?, ?, ?)", values)
                record_statements(database, number, statements)
                record_names(database, number, names)
                if figures:
                    record_figures(database, number, figures, answering)
            count_up(database, "mentions")
        return True

    def of(self, number: int) -> tuple[Mention, ...] | None:
        """Return the mentions of an article in the order of its text; None if it was never searched."""
        with self._store.reading() as database:
            row = database.execute("SELECT found, seal FROM mentions WHERE number = ?", (number,)).fetchone()
            if row is not None:
                check(row[1], number, row[0])
        return None if row is None else tuple(map(_mention, json.loads(row[0])))

    def columns(self) -> MentionColumns:
        """Return the days of all mentions."""
        with self._store.reading() as database:
            with at_one_time(database):
                rows = database.execute(
                    "SELECT number, days, mention_days.seal FROM articles LEFT JOIN mention_days USING (number)"
                    " ORDER BY number"
                ).fetchall()
                found = [row for row in rows if row[2] is not None]
                check_totals(database, "mention_days", (len(found), sum(number for number, *_ in found)))
            if any(crc32(packed, number & _SEED) != sealed for number, packed, sealed in found):
                raise DamagedCatalogue(_("The dates that the catalogue keeps are not as they were written."))
        begins, days = array("q", [0]), array("q")
        for _number, packed, _seal in rows:
            if packed is not None:
                days.frombytes(packed)
            begins.append(len(days))
        return MentionColumns(array("q", [number for number, *_ in rows]), begins, days)

    def exclusive(self) -> AbstractContextManager[bool]:
        """Claim the right to search for dates for a block; false if another program holds it."""
        return self._store.exclusive("dating")


def _row(mention: Mention) -> tuple[object, ...]:
    return (
        *(mention.start, mention.end, mention.kind, mention.value, mention.mod, int(mention.inferred), mention.basis),
        *mention.anchor,
        *mention.days,
    )


def _mention(row: Sequence[Any]) -> Mention:
    start, end, kind, value, mod, inferred, basis, *days = row
    return Mention(start, end, kind, value, mod, bool(inferred), basis, (days[0], days[1]), (days[2], days[3]))
