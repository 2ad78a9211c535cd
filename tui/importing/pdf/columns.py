"""The reading order of a page, from where its text is and not from the order in which it is drawn.

A gutter is a strip without text between lines that begin at one place and lines to their left. Around the tallest one,
what is above it is read first, then what is left and right of it, then what is below. Each of these parts is a region
that is read in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tui.importing.limits import PDF_PAGE_PIECES

_SAME = 2.0
"""Points within which lines begin at the same place."""

_SAME_LINE = 0.4
"""The distance of baselines in one line, relative to the size of letters."""

_INDENT = 30.0
"""Points by which lines of a column may be indented."""

_WIDTH = 0.6
"""The least width of a gutter relative to the size of letters."""

_WIDTH_OF_FEW = 0.8
"""As `_WIDTH`, for a gutter with few lines."""

_FEW = 6
_FEWEST = 3
"""The fewest lines on each side of a gutter."""

_SHORTEST = 7.0
"""The least usual length of a column's lines, relative to their size; cells of a table are shorter."""

_FILLED = 0.5
"""The least share of its width that the usual line of a column fills, and of its height that its lines do."""

_SPACING = 1.9
"""Lines further apart than this, relative to their size, leave a white band."""

_BAND = 2.2
"""The least height of a white band around a line at the end of a gutter that is not part of its columns."""

_LOOSE = 2
"""The most lines between the end of a gutter and such a band."""

_OTHER_SIZE = 0.08
"""The relative difference in size from the columns' lines that makes a line none of them."""

_MOST = 16
"""The most places at which gutters are looked for."""

_DEPTH = 20
"""The most gutters within one another."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line without wide spaces in it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    line: int
    """The line it is in, in the order in which the page is drawn."""
    first: float
    """The width of its first word."""

    @property
    def top(self) -> float:
        """The height of its capitals."""
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """The depth of its letters."""
        return self.base - 0.25 * self.size


Region = Sequence[Piece]


def regions_of(pieces: Region) -> list[Region]:
    """Return the regions of a page without columns in them, in the order in which they are read."""
    if len(pieces) > PDF_PAGE_PIECES:
        return [pieces]
    return list(_regions(pieces, _DEPTH))


def _regions(pieces: Region, depth: int) -> Iterator[Region]:
    gutter = _tallest_gutter(pieces) if depth else None
    if gutter is None:
        yield pieces
        return
    above = [piece for piece in pieces if piece.base > gutter.top]
    below = [piece for piece in pieces if piece.base < gutter.bottom]
    beside = [piece for piece in pieces if gutter.bottom <= piece.base <= gutter.top]
    left = [piece for piece in beside if piece.left < gutter.x]
    right = [piece for piece in beside if piece.left >= gutter.x]
    for part in (above, left, right, below):
        if part:
            yield from _regions(part, depth - 1)


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A strip without text."""

    x: float
    """Where the lines on its right begin, or a little less."""
    top: float
    """The baseline of the first line beside it."""
    bottom: float
    """That of the last."""


def _tallest_gutter(pieces: Region) -> _Gutter | None:
    """Return the tallest gutter of a region, the leftmost of several."""
    found = [gutter for x in _beginnings(pieces) for gutter in _gutters_at(pieces, x)]
    return max(found, key=lambda gutter: (gutter.top - gutter.bottom, -gutter.x), default=None)


def _beginnings(pieces: Region) -> list[float]:
    """Return the places at which lines begin, from the left, except those at the left edge of all."""
    if len(pieces) < 2 * _FEWEST:
        return []
    lefts: dict[int, list[float]] = {}
    for piece in pieces:
        lefts.setdefault(round(piece.left / _SAME), []).append(piece.left)
    counts = Counter({place: len(found) for place, found in lefts.items()})
    edge = min(counts)
    places = sorted(place for place in lefts if place > edge + 1)
    often = [place for place in places if counts[place] + counts[place - 1] + counts[place + 1] >= _FEWEST]
    heads = [place for place in often if counts[place] >= max(counts[place - 1], counts[place + 1])]
    most = sorted(heads, key=lambda place: -counts[place])[:_MOST]
    return [min(lefts[place]) - _SAME / 4 for place in sorted(most)]


def _gutters_at(pieces: Region, x: float) -> Iterator[_Gutter]:
    """Yield the gutters whose right edge is at `x`."""
    size = median(piece.size for piece in pieces)
    for width, fewest in ((_WIDTH_OF_FEW * size, _FEWEST), (_WIDTH * size, _FEW)):
        if sum(piece.right <= x - width for piece in pieces) < fewest:
            continue
        walls: list[Piece] = []
        free: list[Piece] = []
        for piece in sorted(pieces, key=lambda piece: -piece.base):
            (walls if piece.left < x < piece.right + width else free).append(piece)
        for run in _runs(free, [wall.base for wall in walls]):
            gutter = _gutter(run, x, fewest)
            if gutter is not None:
                yield gutter


def _runs(pieces: Region, walls: list[float]) -> Iterator[list[Piece]]:
    """Yield the pieces between one wall and the next from the top down, without those in the same line as a wall."""
    run: list[Piece] = []
    at = 0
    for piece in pieces:
        near = _SAME_LINE * piece.size
        passed = at
        while at < len(walls) and walls[at] > piece.base + near:
            at += 1
        if at > passed and run:
            yield run
            run = []
        if at == len(walls) or walls[at] < piece.base - near:
            run.append(piece)
    if run:
        yield run


def _gutter(run: list[Piece], x: float, fewest: int) -> _Gutter | None:
    """Return the gutter at `x` beside these pieces, without what is above and below its columns; None if it is none."""
    beginning = [piece for piece in run if 0 <= piece.left - x <= 3 * _SAME]
    left = [piece for piece in run if piece.left < x]
    if len(beginning) < fewest or len(left) < fewest:
        return None
    size = Counter(piece.size for piece in run).most_common(1)[0][0]
    stories = _stories(_bands(run, size), size)
    inside = [piece for band in _without_loose(max(stories, key=_height), size) for piece in band]
    left, right = [piece for piece in inside if piece.left < x], [piece for piece in inside if piece.left >= x]
    if not _face(left, right, x, fewest):
        return None
    return _Gutter(x, inside[0].base, inside[-1].base)


def _face(left: list[Piece], right: list[Piece], x: float, fewest: int) -> bool:
    """Say whether the pieces on both sides of a gutter are columns of text."""
    if not left or not right:
        return False
    high = min(left[0].base, right[0].base)
    low = max(left[-1].base, right[-1].base)
    sides = [[piece for piece in side if low <= piece.base <= high] for side in (left, right)]
    if any(not _is_column(side, high - low, fewest) for side in sides):
        return False
    begin = [piece for piece in sides[1] if piece.left - x <= _INDENT]
    return sum(piece.left - x <= 3 * _SAME for piece in begin) * 2 >= len(begin)


def _is_column(pieces: list[Piece], height: float, fewest: int) -> bool:
    """Say whether pieces are lines of text, close to one another and long."""
    lines: dict[int, list[Piece]] = {}
    for piece in pieces:
        lines.setdefault(round(piece.base), []).append(piece)
    if len(lines) < fewest:
        return False
    extents = [sum(piece.right - piece.left for piece in line) for line in lines.values()]
    size = median(piece.size for piece in pieces)
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    usual = median(extents)
    dense = len(lines) * size * _SPACING >= height * _FILLED
    return usual >= _SHORTEST * size and usual >= width * _FILLED and dense


def _bands(pieces: list[Piece], size: float) -> list[list[Piece]]:
    """Split pieces, from the top down, where a white band runs across all of them."""
    bands: list[list[Piece]] = []
    low = 0.0
    for piece in pieces:
        if not bands or low - piece.top > (_SPACING - 1) * size:
            bands.append([])
            low = piece.bottom
        bands[-1].append(piece)
        low = min(low, piece.bottom)
    return bands


def _stories(bands: list[list[Piece]], size: float) -> list[list[list[Piece]]]:
    """Split bands at headings with nothing beside them: another text begins there."""
    stories: list[list[list[Piece]]] = [[]]
    for band in bands:
        heading = len(band) <= _LOOSE and all(piece.size > size * (1 + _OTHER_SIZE) for piece in band)
        if heading and stories[-1]:
            stories.append([])
        stories[-1].append(band)
    return stories


def _height(bands: list[list[Piece]]) -> float:
    return bands[0][0].top - bands[-1][-1].bottom


def _without_loose(bands: list[list[Piece]], size: float) -> list[list[Piece]]:
    """Drop headings, heads and feet at both ends of a gutter: they belong to no column."""
    first, last = 0, len(bands)
    while last - first > 1 and _is_loose(bands[first], bands[first][-1].base - bands[first + 1][0].base, size):
        first += 1
    while last - first > 1 and _is_loose(bands[last - 1], bands[last - 2][-1].base - bands[last - 1][0].base, size):
        last -= 1
    return bands[first:last]


def _is_loose(band: list[Piece], distance: float, size: float) -> bool:
    lines = {round(piece.base) for piece in band}
    other = all(abs(piece.size - size) > _OTHER_SIZE * size for piece in band)
    return len(lines) <= _LOOSE and (other or distance > _BAND * size)
