"""Windows: which buckets are on the screen, and in which columns.

Every bucket of a window has the same number of columns, and a long stretch without anything is folded: all of it has
the columns of two buckets. Buckets have numbers; slots count what is left of them once stretches are folded. If not all
of time fits, the window scrolls over it, so that each day of the extent can be shown at every granularity. Columns
count from 0 at the window's left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tui.base.days import Span
from tui.timeline.folding import Folds, folds_of, unfolded
from tui.timeline.granularity import Granularity
from tui.timeline.tally import Tally

MOST_COLUMNS = 9
"""The widest bucket, in columns, so that a single article is a bar and not a wall."""

_CLEAR_COLUMNS = 3
"""The narrowest bucket, in columns, that has a gap to the next one and can show two bars side by side."""

_FENCE = 3.0
"""Days further than this many quartile distances from the middle half are outliers (Tukey, 1977)."""

_WORTH = 4
"""How many times longer than the core all of time has to be before its far ends are left off the screen."""

_MONTH = 31
"""Days of the longest month."""

_LEAST_QUARTILE_DISTANCE = 183
"""In days; if nearly all articles fall on one day, the rest of its year are no outliers."""


class Window(Struct, frozen=True):
    """Consecutive buckets laid into columns."""

    extent: Span
    """All of time: what can be scrolled to."""
    core: Span
    """The part of it that decides how wide a bucket is; a lone date a century away does not squeeze the rest."""
    width: int
    """In columns, at least 1."""
    granularity: Granularity
    first: int
    """The number of the leftmost bucket."""
    empty: tuple[Span, ...] = ()
    """The long stretches in which nothing lies, ascending: they are folded."""

    @classmethod
    def home(cls, extent: Span, width: int, core: Span | None = None, empty: tuple[Span, ...] = ()) -> Window:
        """Return the window that shows the whole core with the finest buckets that can be told apart.

        If not even its years fit, the latest are shown. Stretches that are `empty` are folded.
        """
        core = core or extent
        window = cls(extent, core, max(1, width), fitting(core, width, empty), 0, empty)
        low, high = window._slots(core)
        spare = window.shown - (high - low + 1)
        return window._at(low - (spare // 2 if spare > 0 else spare))

    @property
    def folds(self) -> Folds:
        """The stretches that are folded at this granularity."""
        return folds_of(self.granularity, self.empty)

    @property
    def step(self) -> int:
        """The columns of one bucket, gap included."""
        low, high = self._slots(self.core)
        return max(1, min(MOST_COLUMNS, self.width // (high - low + 1)))

    @property
    def gap(self) -> int:
        """The empty columns at the end of each bucket."""
        return 1 if self.step >= _CLEAR_COLUMNS else 0

    @property
    def bar(self) -> int:
        """The columns of one bar."""
        return self.step - self.gap

    @property
    def shown(self) -> int:
        """The number of visible slots; a short extent has some more around it."""
        low, high = self._slots(self.extent)
        return min(self.width // self.step, max(high - low + 1, self.width // MOST_COLUMNS, 1))

    @property
    def last(self) -> int:
        """The number of the rightmost bucket."""
        return self.folds.number(self._slot + self.shown - 1)

    @property
    def numbers(self) -> Iterator[int]:
        """The numbers of the visible buckets; of a folded stretch only the first."""
        number, last = self.first, self.last
        while number <= last:
            yield number
            number = self.folds.stretch(number)[1] + 1

    @property
    def _slot(self) -> int:
        """The slot of the leftmost bucket."""
        return self.folds.slot(self.first)

    def _slots(self, span: Span) -> tuple[int, int]:
        """Return the first and the last slot that a span touches, both included."""
        low, high = self.granularity.reach(span)
        return self.folds.slot(low), self.folds.slot(high)

    @property
    def span(self) -> Span:
        """The visible days."""
        return self.granularity.numbered(self.first).joined(self.granularity.numbered(self.last))

    @property
    def reach(self) -> tuple[int, int]:
        """The numbers of the first and the last bucket that a cursor can go to, both included."""
        low, high = self.granularity.reach(self.extent)
        return min(low, self.first), max(high, self.last)

    def column(self, number: int) -> int:
        """Return the first column of a bucket; below 0 or beyond the width if it is not visible."""
        return (self.folds.slot(number) - self._slot) * self.step

    def columns(self, number: int) -> range:
        """Return the visible columns of a bucket's bar, or of the folded stretch that it is in."""
        first, last = self.folds.stretch(number)
        return range(max(0, self.column(first)), min(self.column(last) + self.bar, self.shown * self.step))

    def bucket(self, column: int) -> int:
        """Return the number of the bucket in a column, or of the nearest visible one."""
        return self.folds.number(self._slot + max(0, min(column // self.step, self.shown - 1)))

    def folded(self, number: int) -> Span | None:
        """Return the days of the folded stretch that a bucket is in; None where it is in none."""
        first, last = self.folds.stretch(number)
        return None if first == last else self.stretch(number)

    def stretch(self, number: int) -> Span:
        """Return the days of a bucket, or of the whole folded stretch that it is in."""
        first, last = self.folds.stretch(number)
        return self.granularity.numbered(first).joined(self.granularity.numbered(last))

    def swept(self, one: int, other: int) -> Span:
        """Return the days from one bucket to another, in either order; folded stretches are whole."""
        return self.stretch(one).joined(self.stretch(other))

    def stepped(self, number: int, steps: int) -> int:
        """Return the bucket so many slots later, or earlier; a folded stretch is left with one step."""
        if not steps:
            return number
        first, last = self.folds.stretch(number)
        return self.folds.number(self.folds.slot(last if steps > 0 else first) + steps)

    def middle(self, number: int) -> date:
        """Return the day in the middle of a bucket, which identifies it at another granularity."""
        low, high = self.granularity.ends(number)
        return date.fromordinal((low + high) // 2)

    def nearest(self, day: date) -> date:
        """Return the day itself if it is visible, else the middle day of the nearest bucket."""
        number = self.granularity.number(day.toordinal())
        seen = max(self.first, min(number, self.last))
        return day if seen == number else self.middle(seen)

    def shifted(self, buckets: int) -> Window:
        """Return the window some buckets later (earlier if negative), limited to the extent."""
        return self._at(self._slot + buckets)

    def showing(self, number: int) -> Window:
        """Return the window, scrolled just enough to show a bucket."""
        slot = self.folds.slot(number)
        return self._at(min(max(self._slot, slot - self.shown + 1), slot))

    def zoomed(self, granularity: Granularity, day: date) -> Window:
        """Return the window at another granularity, with `day` as near as possible to where it was on the screen."""
        ordinal = day.toordinal()
        column = self.column(self.granularity.number(ordinal)) + self.step // 2
        other = replace(self, granularity=granularity)
        number = granularity.number(ordinal)
        place = max(0, min(column, self.width - 1)) // other.step
        return other._at(other.folds.slot(number) - place).showing(number)

    def over(self, extent: Span, core: Span, empty: tuple[Span, ...] = ()) -> Window:
        """Return the window over another extent, at the same place if that exists."""
        other = replace(self, extent=extent, core=core, empty=empty)
        return other._at(other._slot)

    def resized(self, width: int) -> Window:
        """Return the window at another width, about the same middle."""
        middle = self._slot + self.shown // 2
        other = replace(self, width=max(1, width))
        return other._at(middle - other.shown // 2)

    def _at(self, slot: int) -> Window:
        """Return the window that begins at a slot, limited to the extent and the calendar."""
        low, high = self._slots(self.extent)
        spare = self.shown - (high - low + 1)
        slot = low - spare // 2 if spare >= 0 else max(low, min(slot, high - self.shown + 1))
        calendar_end = self.folds.slot(self.granularity.number(date.max.toordinal()))
        slot = max(self.granularity.number(1), min(slot, calendar_end - self.shown + 1))
        return replace(self, first=self.folds.number(slot))


def fitting(span: Span, width: int, empty: tuple[Span, ...] = ()) -> Granularity:
    """Choose the finest granularity at which a span's buckets have room for a bar and a gap; years if none has."""
    for granularity in reversed(Granularity):
        folds, (low, high) = folds_of(granularity, empty), granularity.reach(span)
        if (folds.slot(high) - folds.slot(low) + 1) * _CLEAR_COLUMNS <= width:
            return granularity
    return Granularity.YEAR


def core_of(tally: Tally, empty: tuple[Span, ...] = ()) -> Span | None:
    """Return the span of a tally without outliers; the whole extent if that saves little, `empty` time not counted.

    Outliers are dates beyond Tukey's outer fences; if nine tenths of the dates lie in a small part of what is left,
    that part is the core. Coarse dates are judged by their middle.
    """
    extent = tally.extent
    if extent is None:
        return None
    dates = [*((day, day, count) for day, count in tally.days), *tally.coarse]
    middles = sorted(((first + last) // 2, count) for first, last, count in dates)
    lower, upper = _quantile(middles, 0.25), _quantile(middles, 0.75)
    reach = _FENCE * max(upper - lower, _LEAST_QUARTILE_DISTANCE)
    core = _span_about(dates, lower - reach, upper + reach)
    core = core if _WORTH * unfolded(core, empty) < unfolded(extent, empty) else extent
    most = _span_about(dates, _quantile(middles, 0.05), _quantile(middles, 0.95))
    return most if _WORTH * unfolded(most, empty) < unfolded(core, empty) else core


def most_of(tally: Tally) -> Span | None:
    """Return the span in which nine tenths of a tally's dates lie, those known to a month at least; None without any.

    Where no date is known so well, all count, each by its middle.
    """
    dates = [*((day, day, count) for day, count in tally.days), *tally.coarse]
    known = [date for date in dates if date[1] - date[0] < _MONTH] or dates
    middles = sorted(((first + last) // 2, count) for first, last, count in known)
    if not middles:
        return None
    return _span_about(known, _quantile(middles, 0.05), _quantile(middles, 0.95))


def _span_about(dates: Iterable[tuple[int, int, int]], lower: float, upper: float) -> Span:
    """Return the span of the dates whose middle lies between two days."""
    near = [date for date in dates if lower <= (date[0] + date[1]) // 2 <= upper]
    return Span.from_ordinals(min(first for first, _, _ in near), max(last for _, last, _ in near))


def _quantile(middles: list[tuple[int, int]], share: float) -> int:
    """Return the day up to which a share of the dates lies."""
    wanted = share * sum(count for _, count in middles)
    seen = 0
    for day, count in middles:
        seen += count
        if seen >= wanted:
            return day
    raise ValueError("no dates, no quantile")
