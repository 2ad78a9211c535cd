"""Layers: the hits divided, outlets stacked in one bar or queries each in a lane of its own, with a legend above.

Every layer has a sign of one letter that stands in its cells or before its lane, so that no colour is needed to tell
them apart. A bar is rounded to whole cells; the legend has the exact numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

from tui.timeline.cells import CellLine, CellRole, Glyphs, bar_cell
from tui.timeline.histogram import Histogram
from tui.timeline.tally import Tally
from tui.timeline.window import Window

LAYER_ROLES = (
    *(CellRole.LAYER_1, CellRole.LAYER_2, CellRole.LAYER_3, CellRole.LAYER_4, CellRole.LAYER_5),
    CellRole.LAYER_6,
)
"""The roles of the layers, in their order."""

MOST_OUTLETS = len(LAYER_ROLES) - 1
"""Outlets that have a layer of their own; the last layer is that of all others."""
MOST_QUERIES = 4

_NAMES = (60, 24, 16, 12, 9, 7, 5, 0)
"""Characters of a layer's name, tried one after the other until all names have room."""

_AIR = 2
"""Cells between two layers of the legend."""

Column = Callable[[int, int], tuple[str, CellRole]]
"""Returns what stands in a bucket, so many rows above the lowest and so many columns from its first."""


class Division(StrEnum):
    """What the hits are divided by."""

    OUTLETS = "outlets"
    QUERIES = "queries"


class Layer(Struct, frozen=True):
    """A part of the hits, or the hits of another query."""

    name: str
    sign: str
    """One character, one cell wide; no other layer has it."""
    tally: Tally
    source: str = ""
    """The outlet whose colour it has; empty for none."""


class Layers(Struct, frozen=True):
    """Layers that were counted in the buckets of a window."""

    division: Division
    parts: tuple[Layer, ...]
    histograms: tuple[Histogram, ...]
    """One for each layer, all of the same buckets."""

    @classmethod
    def of(cls, division: Division, parts: tuple[Layer, ...], window: Window) -> Layers:
        """Count layers in the buckets of a window."""
        counted = (Histogram.of(part.tally, window.granularity, window.span) for part in parts)
        return cls(division, parts, tuple(counted))

    def columns(self, bar: int, rows: int, glyphs: Glyphs) -> Callable[[int], Column]:
        """Return what draws the bucket at a place of the window in `rows` rows of bars that are `bar` columns wide."""
        return self._stack(bar, rows, glyphs) if self.division is Division.OUTLETS else self._lanes(rows, glyphs)

    def _stack(self, bar: int, rows: int, glyphs: Glyphs) -> Callable[[int], Column]:
        heights = [sum(whole) for whole in zip(*(each.heights for each in self.histograms), strict=True)]
        scale = rows / (max(heights, default=0.0) or 1)

        def column(place: int) -> Column:
            counts = [each.counts[place] for each in self.histograms]
            cells = shared_out(counts, max(1, round(sum(counts) * scale)) if any(counts) else 0)
            stack = [number for number, count in enumerate(cells) for _ in range(count)]

            def cell(level: int, at: int) -> tuple[str, CellRole]:
                if level < len(stack):
                    middle = at == bar // 2
                    sign = glyphs.worded(self.parts[stack[level]].sign) if middle or bar < 3 else glyphs.bars[-1]
                    return sign, LAYER_ROLES[stack[level]]
                return bar_cell(heights[place] * scale, level, glyphs.faint), CellRole.FAINT

            return cell

        return column

    def _lanes(self, rows: int, glyphs: Glyphs) -> Callable[[int], Column]:
        high, heights = self._lane_height(rows), [each.heights for each in self.histograms]
        scale = high / (max(map(max, filter(None, heights)), default=0.0) or 1)

        def column(place: int) -> Column:
            def cell(level: int, at: int) -> tuple[str, CellRole]:  # noqa: ARG001 - a lane is as wide as the bar
                lane, above = divmod(rows - 1 - level, high)
                if lane >= len(self.parts):
                    return " ", CellRole.BLANK
                level = high - 1 - above
                glyph = bar_cell(self.histograms[lane].counts[place] * scale, level, glyphs.bars)
                if glyph != " ":
                    return glyph, LAYER_ROLES[lane]
                return bar_cell(heights[lane][place] * scale, level, glyphs.faint), CellRole.FAINT

            return cell

        return column

    def _lane_height(self, rows: int) -> int:
        return max(1, rows // max(1, len(self.parts)))

    def draw_signs(self, lines: Sequence[CellLine], glyphs: Glyphs) -> None:
        """Put the sign of each lane before its lowest row; a stack has its signs within."""
        if self.division is Division.QUERIES:
            high = self._lane_height(len(lines))
            for lane, part in enumerate(self.parts):
                if (row := (lane + 1) * high - 1) < len(lines):
                    lines[row].put(0, glyphs.worded(part.sign), LAYER_ROLES[lane])

    def draw_legend(self, line: CellLine, column: int, room: int, number: int | None, glyphs: Glyphs) -> None:
        """Paint sign, name and count of each layer: of a bucket, or of all time without one.

        Of outlets only those are named that have something there.

        In less than `room` cells the names are shortened, as little as possible.
        """
        counted = list(zip(LAYER_ROLES, self.parts, self._numbers(number), strict=False))
        lanes = self.division is Division.QUERIES  # an empty lane is seen: its letter stands before it
        shown = [each for each in counted if each[2] or number is None or lanes] or counted
        for longest in _NAMES:
            words = [f" {_shortened(part.name, longest)} {count:,}".replace("  ", " ") for _role, part, count in shown]
            if sum(len(each) + 1 for each in words) + _AIR * (len(words) - 1) <= room:
                break
        for (role, part, _count), told in zip(shown, words, strict=True):
            line.put(column, glyphs.worded(part.sign), role)
            line.put(column + 1, glyphs.worded(told), CellRole.LABEL)
            column += 1 + len(told) + _AIR

    def _numbers(self, number: int | None) -> list[int]:
        """Return how many dates of each layer lie in a bucket for certain, or how many it has at all."""
        if number is None:
            return [part.tally.dated for part in self.parts]
        return [each.at(number)[0] for each in self.histograms]


def shared_out(counts: Sequence[int], cells: int) -> list[int]:
    """Share cells out by counts, by the largest remainders; while there is room, whoever counts has one at least."""
    whole = sum(counts)
    if not whole:
        return [0] * len(counts)
    shares = [count * cells / whole for count in counts]
    given = [max(int(share), 1 if count else 0) for share, count in zip(shares, counts, strict=True)]
    places = range(len(counts))
    while sum(given) < cells:
        given[max(places, key=lambda place: shares[place] - given[place])] += 1
    while sum(given) > cells:
        spare = [place for place in places if given[place] > 1] or [place for place in places if given[place]]
        given[min(spare, key=lambda place: (shares[place] - given[place], -place))] -= 1
    return given


def _shortened(name: str, longest: int) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1]}…" if longest else ""
