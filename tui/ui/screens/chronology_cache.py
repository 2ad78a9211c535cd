"""The chronology that was read last: going back to it costs nothing, and goes on where reading it was left."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.base.progress import Stop, never
from tui.core.view import Query

if TYPE_CHECKING:  # loaded after the first frame
    from tui.chronology.chronology import Chronology, DatedStatement, Event
    from tui.core.archive import Archive
    from tui.core.queried_statements import QueriedStatements
    from tui.ui.drawing.event_items import Extracts


class KnownChronology:
    """The events of a query, as far as they were read."""

    def __init__(self, query: Query, statements: QueriedStatements, explorer: Archive) -> None:
        from tui.chronology.listed_events import ListedEvents

        self.query = query
        self.listed = ListedEvents()
        self.done = False
        """Whether all events were read."""
        self.statements = statements.count()
        """How many statements there are in all."""
        self.unread = statements.unread
        """How many articles are not searched for dates yet."""
        self._open = 0
        self._source = statements
        self._explorer = explorer
        self._batches = statements.events(never)
        self._reading = threading.Lock()

    @property
    def events(self) -> int:
        """How many events were read so far, without what has no place on the calendar."""
        return len(self.listed) - self._open

    def read_on(self, stop: Stop) -> Iterator[None]:
        """Read on, and stop for breath after each batch; ends early when `stop` returns true."""
        with self._reading:
            while not self.done and not stop():
                batch = next(self._batches, None)
                if batch is None:
                    batch = self._source.open_ones()
                    self._open = len(batch)
                    self.done = True
                for signed in batch:
                    signed.add_to(self.listed)
                yield

    def extracts(self) -> Extracts:
        """Return where the words of its events come from."""
        from tui.ui.drawing.event_items import Extracts

        return Extracts(self._read, self._titles)

    def articles_of(self, source: str) -> frozenset[int]:
        """Return the numbers of the articles of a source."""
        return self._source.articles_of(source)

    def notable(self) -> Chronology:
        """Return the events that several sources tell or dispute."""
        from tui.chronology.chronology import Chronology, Event
        from tui.chronology.telling import Sign

        several = {*self.listed.with_signs(Sign.SEVERAL), *self.listed.with_signs(Sign.DISPUTED)}
        return Chronology(tuple(each for each in self._read(sorted(several)) if isinstance(each, Event)), ())

    def _read(self, events: Sequence[int]) -> list[Event | DatedStatement | None]:
        from tui.chronology.telling import Sign

        found: list[Event | DatedStatement | None] = []
        again = self._source.found_again([self.listed.places(event) for event in events])
        for event, gathered in zip(events, again, strict=True):
            if self.listed.signs[event] & Sign.OPEN:
                found.append(next(iter(self._source.told(gathered.traces)), None))
            else:
                found.append(next(iter(self._source.entries([gathered])), None))
        return found

    def _titles(self, numbers: Sequence[int]) -> dict[int, str]:
        return {head.number: head.title for head in self._explorer.heads(numbers)}


class ChronologyCache:
    """Holds one chronology until the dossier changes."""

    def __init__(self) -> None:
        self._known: KnownChronology | None = None

    def keep(self, known: KnownChronology) -> None:
        """Keep a chronology instead of the one before."""
        self._known = known

    def get(self, query: Query) -> KnownChronology | None:
        """Return the chronology of a query, however its copies are listed, if it is the one that is kept."""
        known = self._known
        return known if known is not None and same_articles(known.query, query) else None

    def of_words(self, text: str) -> KnownChronology | None:
        """Return the chronology of all articles that have these words, in all time, if that one is kept and read."""
        known = self._known
        wanted = known is not None and known.done and known.query.span is None and known.query.text == text
        return known if wanted else None

    def clear(self) -> None:
        """Keep none: the dossier has changed."""
        self._known = None


def same_articles(one: Query, other: Query) -> bool:
    """Say whether two queries find the same articles, however their copies are listed."""
    return replace(one, folded=other.folded, opened=other.opened) == other
