"""The events of a chronology as columns: what is known of each without its words, some thirty bytes a statement."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tui.chronology.telling import Sign

Places = tuple[tuple[tuple[int, int], ...], ...]
"""The statements of an event, by dating: each the number of its article and the place of its date."""


class ListedEvents:
    """Events in the order in which they were found; more may be added at any time."""

    def __init__(self) -> None:
        self._numbers = array("q")
        self._places = array("L")
        self._dating_ends = array("L")
        self._event_ends = array("L")
        self.firsts = array("l")
        """The ordinal of the first day that is meant of each event; 0 where its date stayed open."""
        self.signs = array("H")
        """What each event is worth to a reader, as `Sign` writes it."""

    def __len__(self) -> int:
        return len(self.signs)

    def add(self, places: Places, first: int, signs: Sign) -> None:
        """Add an event."""
        for dating in places:
            for number, place in dating:
                self._numbers.append(number)
                self._places.append(place)
            self._dating_ends.append(len(self._numbers))
        self._event_ends.append(len(self._dating_ends))
        self.firsts.append(first)
        self.signs.append(int(signs))

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return len(self._numbers)

    def sizes(self, event: int) -> list[int]:
        """Return how many statements give each date of an event."""
        return [end - begin for begin, end in self._datings(event)]

    def places(self, event: int) -> Places:
        """Return the statements of an event."""
        return tuple(
            tuple(zip(self._numbers[begin:end], self._places[begin:end], strict=True))
            for begin, end in self._datings(event)
        )

    def with_signs(self, wanted: Sign, unwanted: Sign | None = None) -> Iterator[int]:
        """Yield the events that have all of some signs and none of others, in the order of their days."""
        want, reject = int(wanted), int(unwanted or 0)
        found = [event for event, signs in enumerate(self.signs) if signs & want == want and not signs & reject]
        firsts = self.firsts
        return iter(sorted(found, key=lambda event: firsts[event] or 0x7FFFFFFF))

    def event_of(self, number: int, place: int) -> int | None:
        """Return the event of a statement, by its article and the place of its date; None where it is not known."""
        at = 0
        while True:
            try:
                at = self._numbers.index(number, at)
            except ValueError:
                return None
            if self._places[at] == place:
                return bisect_right(self._event_ends, bisect_right(self._dating_ends, at))
            at += 1

    def of_articles(self, events: Iterable[int], numbers: frozenset[int]) -> list[int]:
        """Return those of some events of which one of these articles tells."""
        return [event for event in events if not numbers.isdisjoint(self._numbers[slice(*self._extent(event))])]

    def articles(self, events: Sequence[int]) -> set[int]:
        """Return the numbers of the articles that tell of some events."""
        return {number for event in events for number in self._numbers[slice(*self._extent(event))]}

    def _extent(self, event: int) -> tuple[int, int]:
        datings = self._datings(event)
        return datings[0][0], datings[-1][1]

    def _datings(self, event: int) -> list[tuple[int, int]]:
        first = self._event_ends[event - 1] if event else 0
        ends = self._dating_ends[first : self._event_ends[event]]
        begins = [self._dating_ends[first - 1] if first else 0, *ends[:-1]]
        return list(zip(begins, ends, strict=True))
