"""Stops: the places of a text that keys walk. Marks, finds and dates are one kind of thing, walked in one way.

A further kind (a note, a figure) is one more `StopList` with a name and looks of its own; nothing else here changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.style import Style

from tui.search.passage import Mark
from tui.ui.drawing.spans import Layer, first_from

if TYPE_CHECKING:  # the rules that read dates are loaded after the first frame
    from tui.dates.values import Timex
    from tui.desk.placed_note import PlacedNote

MARK, FIND, DATE, NOTE = "mark", "find", "date", "note"
"""The kinds: what the query matched, what was found in the article, what dates the text names, what has a note."""

SIGN, CHANGED = "✎", "!"
"""What stands in the margin where a note begins: one on words that are as they were, and one on words that changed."""


class Sight(Struct, frozen=True):
    """What of the text is in sight."""

    first: int
    """The first character in sight."""
    last: int
    """The first character below."""
    shows: Callable[[int], bool]
    """Says whether a character is in sight."""


class StopList:
    """The stops of one kind, in the order of the text; at most one of them is the current one."""

    def __init__(self, kind: str, *, looks: Iterable[str] = (), wraps: bool = False) -> None:
        """Make an empty list; `looks` name the styles of its stops, and `wraps` lets the walk go round the ends."""
        self.kind = kind
        self.current: int | None = None
        """The place of the current stop, from 0."""
        self.sought = False
        """Whether words are sought, so that these stops are walked in place of the marks."""
        self.spans: Sequence[Mark] = ()
        """Each stop's first character and the one after its last, ascending, none over another."""
        self.values: Sequence[object] = ()
        """What each stop means, such as a `Timex`; empty where the characters are all there is."""
        self._wraps = wraps
        self.looks: Mapping[str, Sequence[Mark]] = dict.fromkeys(looks or (kind,), ())
        """The stops of each look, by the name of its style."""
        self._wanted: int | None = None

    def fill(
        self,
        spans: Sequence[Mark],
        values: Sequence[object] = (),
        looks: Mapping[str, Sequence[Mark]] | None = None,
        current: int | None = None,
    ) -> None:
        """Take other stops; the one that is wanted becomes the current one if it is among them."""
        self.spans, self.values, self.current = spans, values, current
        self.looks = looks if looks is not None else {next(iter(self.looks)): spans}
        if self._wanted is not None:
            self.choose(self._wanted)

    @property
    def span(self) -> Mark | None:
        """The characters of the current stop."""
        return None if self.current is None else self.spans[self.current]

    @property
    def value(self) -> object:
        """What the current stop means; None where none is current."""
        return None if self.current is None or not self.values else self.values[self.current]

    @property
    def position(self) -> tuple[int, int]:
        """Which of how many stops is the current one, from 1; 0 where none is."""
        return (0 if self.current is None else self.current + 1), len(self.spans)

    def walk(self, steps: int, sight: Sight) -> bool:
        """Make the next (1) or the previous (-1) stop the current one; say whether there is one.

        The walk begins at the current stop; where that is out of sight, at what is in sight. A walk that goes round
        the ends always goes on from the current stop.
        """
        if self._wraps:
            place = ((self.current or 0) + steps) % len(self.spans) if self.spans else 0
        elif self.span is not None and sight.shows(self.span[0]):
            place = (self.current or 0) + steps
        elif steps > 0:
            place = first_from(self.spans, sight.first)
        else:
            place = first_from(self.spans, sight.last) - 1
        if not 0 <= place < len(self.spans):
            return False
        self.current, self._wanted = place, None
        return True

    def choose(self, start: int) -> bool:
        """Make the stop that begins at a character the current one, now or as soon as it is there; say which."""
        place = first_from(self.spans, start)
        found = place < len(self.spans) and self.spans[place][0] == start
        self.current, self._wanted = (place, None) if found else (self.current, start)
        return found

    def drop(self) -> bool:
        """Make no stop the current one; say whether one was."""
        before, self.current, self._wanted = self.current, None, None
        return before is not None

    def layers(self, style: Callable[[str], Style]) -> Iterator[Layer]:
        """Return all stops, each in its look."""
        return (Layer(spans, style(look)) for look, spans in self.looks.items())

    def current_layer(self, style: Callable[[str], Style]) -> Layer:
        """Return the current stop, in the look that lies over all others."""
        return Layer(() if self.span is None else (self.span,), style(f"current-{self.kind}"))


class Stops:
    """All stops of one text, by kind, each kind drawn over the one before it, but the cursor over all."""

    def __init__(self, *lists: StopList) -> None:
        self._lists = {each.kind: each for each in lists}

    def __getitem__(self, kind: str) -> StopList:
        return self._lists[kind]

    def walked(self, kind: str) -> StopList:
        """Return what the keys of a kind walk: while words are sought, finds instead of marks."""
        found = self._lists[FIND]
        return found if kind == MARK and found.sought else self._lists[kind]

    def cursor(self) -> StopList | None:
        """Return the kind that the cursor is on, which is never that of marks or finds; None where it is on none."""
        return next((each for each in self._cursors() if each.current is not None), None)

    def drop_cursor(self) -> bool:
        """Take the cursor from its stop; say whether it was on one."""
        dropped = [each.drop() for each in self._cursors()]
        return any(dropped)

    def drop_others(self, kind: str) -> None:
        """Take the cursor from the stops of every other kind that it can be on."""
        for each in self._cursors():
            if each.kind != kind:
                each.drop()

    def here(self, sight: Sight) -> int:
        """Return the character that keys act upon: that of cursor, find or mark in sight, else the first in sight."""
        for each in (*self._cursors(), self._lists[FIND], self._lists[MARK]):
            if each.span is not None and sight.shows(each.span[0]):
                return each.span[0]
        return sight.first

    def layers(self, style: Callable[[str], Style]) -> list[Layer]:
        """Return all stops as they are drawn; while words are sought, no mark is drawn as the current one."""
        lists = self._lists.values()
        currents = [each for each in lists if self.walked(each.kind) is each]
        flat = [layer for each in lists for layer in each.layers(style)]
        return [*flat, *(each.current_layer(style) for each in reversed(currents))]

    def _cursors(self) -> list[StopList]:
        return [each for each in self._lists.values() if each.kind not in (MARK, FIND)]


def fill_dates(stops: StopList, dates: Iterable[Timex]) -> bool:
    """Make stops of dates, except those that are no point in time (a duration, `now`); say whether any changed.

    A date that is written out and one that was counted from another look different, in more than their colour.
    """
    points = tuple(date for date in dates if _is_point(date))
    if points == stops.values:
        return False
    spans = tuple((date.start, date.end) for date in points)
    looks = {
        look: tuple(span for date, span in zip(points, spans, strict=True) if date.inferred is inferred)
        for look, inferred in (("written", False), ("inferred", True))
    }
    stops.fill(spans, points, looks)
    return True


def fill_notes(stops: StopList, notes: Iterable[PlacedNote]) -> bool:
    """Make stops of the notes on passages, those of passages that overlap being one; say whether any changed.

    A note on words that changed looks different, in more than its colour.
    """
    spans: list[Mark] = []
    values: list[tuple[PlacedNote, ...]] = []
    placed = [note for note in notes if note.placement.end > note.placement.start]
    for note in sorted(placed, key=lambda note: (note.placement.start, note.placement.end)):
        start, end = note.placement.start, note.placement.end
        if spans and start < spans[-1][1]:
            spans[-1], values[-1] = (spans[-1][0], max(spans[-1][1], end)), (*values[-1], note)
        else:
            spans.append((start, end))
            values.append((note,))
    if tuple(values) == tuple(stops.values):
        return False
    sure = [all(note.placement.state.value == "anchored" for note in each) for each in values]
    looks = {
        look: tuple(span for span, anchored in zip(spans, sure, strict=True) if anchored is wanted)
        for look, wanted in (("noted", True), ("changed-note", False))
    }
    kept = stops.span[0] if stops.span is not None else None
    stops.fill(spans, values, looks)
    if kept is not None:
        stops.choose(kept)
    return True


def note_sign(stops: StopList, start: int, end: int) -> str:
    """Return the sign of the first note that begins from `start` to before `end`: `✎`, or `!` on changed words."""
    place = first_from(stops.spans, start)
    if place == len(stops.spans) or stops.spans[place][0] >= end:
        return ""
    return SIGN if stops.spans[place] in stops.looks["noted"] else CHANGED


def _is_point(date: Timex) -> bool:
    return date.kind.value in ("DATE", "TIME") and not date.value.endswith("_REF")
