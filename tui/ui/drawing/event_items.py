"""The list of a chronology of any size: only the statements that are looked at are ever read.

It stands for a sequence of items, one for each statement, of which a page is made when one of them is asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import overload

from tui.base.calendar_names import short_month
from tui.chronology.chronology import DatedStatement, Event
from tui.chronology.listed_events import ListedEvents
from tui.chronology.telling import Sign
from tui.locale import _
from tui.ui.drawing.chronology_items import Item, entry_items, gone_item, open_item

_PAGE = 24
"""Events that are read at once."""
_KEPT = 60
"""Pages that are kept."""
FOLDED = 3
"""Statements of each date of an event that are shown where the others are folded."""

Read = Callable[[Sequence[int]], Sequence[Event | DatedStatement | None]]
"""Returns events by their numbers; of an open date the statement, None for what is gone."""
Titles = Callable[[Sequence[int]], dict[int, str]]
"""Returns the titles of articles by number."""


@dataclass(frozen=True, slots=True)
class Extracts:
    """Where the words of events come from."""

    read: Read
    titles: Titles


class EventItems(Sequence[Item]):
    """The statements of some events, in the order in which they are listed."""

    def __init__(self, listed: ListedEvents, events: Sequence[int], extracts: Extracts, most: int = 0) -> None:
        """List `events`, of each date no more than `most` statements; 0 lists all."""
        self._listed = listed
        self.events = array("l", events)
        """The events, by their number in the chronology."""
        self._extracts = extracts
        self._most = most
        self._ends = array("L")
        total = 0
        for event in self.events:
            total += sum(min(size, most) if most else size for size in listed.sizes(event))
            self._ends.append(total)
        self._pages: OrderedDict[int, list[list[Item]]] = OrderedDict()

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, place: int | slice) -> Item | tuple[Item, ...]:
        """Return an item, or a tuple of some; raises `IndexError` beyond the end."""
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        place = place + len(self) if place < 0 else place
        if not 0 <= place < len(self):
            raise IndexError(place)
        at = bisect_right(self._ends, place)
        items = self._items(at)
        offset = place - self.first_item(at)
        return items[offset] if offset < len(items) else gone_item()

    @property
    def statements(self) -> int:
        """How many statements the events have, the folded ones too."""
        return sum(sum(self._listed.sizes(event)) for event in self.events)

    def first_item(self, at: int) -> int:
        """Return the place of the first item of the event at a position."""
        return self._ends[at - 1] if at else 0

    def position(self, place: int) -> int:
        """Return the position of the event to which an item belongs."""
        return bisect_right(self._ends, place)

    def place_of(self, statement: DatedStatement) -> int | None:
        """Return the place of a statement, or of its event if it is folded away; None where it is not listed."""
        event = self._listed.event_of(statement.number, statement.timex.start)
        if event is None or event not in self.events:
            return None
        at = self.events.index(event)
        places = range(self.first_item(at), self._ends[at])
        return next((place for place in places if self[place].statement == statement), places[0])

    def first_day(self, at: int) -> int:
        """Return the ordinal of the first day of the event at a position; 0 where it is open."""
        return self._listed.firsts[self.events[at]]

    def year(self, at: int) -> int:
        """Return the year of the event at a position; 0 for what stands at the end, vague, far off or open."""
        if self.signs(at) & (Sign.FAR | Sign.OPEN):
            return 0
        return date.fromordinal(self.first_day(at)).year

    def begins_year(self, at: int) -> bool:
        """Say whether the event at a position is the first of its year."""
        return at == 0 or self.year(at - 1) != self.year(at)

    def signs(self, at: int) -> Sign:
        """Return what the event at a position is worth."""
        return Sign(self._listed.signs[self.events[at]])

    def with_sign(self, sign: Sign) -> int:
        """Return how many of the events have a sign."""
        signs, wanted = self._listed.signs, int(sign)
        return sum(bool(signs[event] & wanted) for event in self.events)

    def with_events(self, events: Sequence[int]) -> EventItems:
        """Return the list of others of the same events."""
        return EventItems(self._listed, events, self._extracts, self._most)

    def all_items(self) -> Iterator[tuple[int, list[Item]]]:
        """Yield every event with all of its items, the folded ones too, without keeping them."""
        for begin in range(0, len(self.events), _PAGE):
            yield from zip(self.events[begin : begin + _PAGE], self._read(begin, 0), strict=True)

    def entries(self) -> Iterator[Event]:
        """Yield the events whose date has a place on the calendar."""
        for begin in range(0, len(self.events), _PAGE):
            for found in self._extracts.read(self.events[begin : begin + _PAGE]):
                if isinstance(found, Event):
                    yield found

    def _items(self, at: int) -> list[Item]:
        page = at // _PAGE
        if page not in self._pages:
            self._pages[page] = self._read(page * _PAGE, self._most)
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page][at % _PAGE]

    def _read(self, begin: int, most: int) -> list[list[Item]]:
        events = self.events[begin : begin + _PAGE]
        found = self._extracts.read(events)
        nameless = {told.number for each in found for told in _statements(each) if not told.source.strip()}
        titles = self._extracts.titles(sorted(nameless)) if nameless else {}
        pages = []
        for place, (event, each) in enumerate(zip(events, found, strict=True), begin):
            items = [
                replace(item, title=titles.get(item.statement.number, "")) for item in self._drawn(event, each, most)
            ]
            if items and (month := self._month(place)):
                items[0] = replace(items[0], month=month)
            pages.append(items)
        return pages

    def _drawn(self, event: int, found: Event | DatedStatement | None, most: int) -> list[Item]:
        if isinstance(found, Event):
            return list(entry_items(event, found, most))
        return [] if found is None else [open_item(found)]

    def _month(self, at: int) -> str:
        """Return the head that stands above an event: the month where it changes, or what is listed at the end."""
        head = self._head(at)
        return head if at == 0 or head != self._head(at - 1) else ""

    def _head(self, at: int) -> str:
        signs, first = self.signs(at), self.first_day(at)
        if signs & Sign.OPEN:
            return _("Open dates: the article has no date to count them from")
        if signs & Sign.FAR:
            return _("Vague and far-off dates")
        day = date.fromordinal(first)
        return _("{month} {year}").format(month=short_month(day.month), year=day.year)


def _statements(found: Event | DatedStatement | None) -> tuple[DatedStatement, ...]:
    if found is None:
        return ()
    return found.told if isinstance(found, Event) else (found,)
