"""Bars: a histogram drawn as rows of cells, the query's hits in front of the whole dossier.

Heights are scaled from zero: the smallest count is visible, and an empty bucket is empty. Hits are solid, the whole
dossier is a dense dotted background, and coarse dates are sparse dots, so they can be told apart without colour. If a
bar has three columns or more, the last one shows the background from the bottom up, so that both heights can be read.
Hits that are drawn at a scale of their own have all the other columns: no bar of another scale stands on top of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from tui.base.days import Span
from tui.timeline.axis import draw_axis, year_columns
from tui.timeline.cells import UNICODE, CellLine, CellRole, Drawing, Glyphs, bar_cell
from tui.timeline.folding import length_forms
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import Histogram
from tui.timeline.layers import Column, Layers
from tui.timeline.slider import draw_slider
from tui.timeline.window import Window

MARGIN = 1
"""Cells on either side of the window, for handles and the signs that there is more."""

_FEW = 5
"""Hits that reach less than one in this many parts of the scale are magnified, and the label says how many times."""

_SAME = 1e-6
"""In rows; heights closer than this are equal but for rounding."""


class Scene(Struct, frozen=True):
    """Everything that a drawing of the timeline shows."""

    window: Window
    found: Histogram
    """The hits in the window."""
    whole: Histogram
    """All articles in the window."""
    span: Span
    """The days between the handles."""
    cursor: int | None = None
    """The number of the bucket under the cursor, or None for no cursor."""
    labels: tuple[str, ...] = ()
    """What the slider says, from the fullest to the shortest."""
    side: tuple[str, ...] = ()
    """Lines at the right edge, from the top."""
    side_width: int = 0
    signs: Mapping[int, bool] = field(default_factory=dict)
    """The visible buckets with milestones, by number, and whether any of these is disputed."""
    article: tuple[int, str] | None = None
    """The bucket of the article that is read, by number, and the letter of its outlet."""
    new: Mapping[int, int] = field(default_factory=dict)
    """How many articles of each bucket are new, by number."""
    layers: Layers | None = None
    """What the bars are divided into; then they show neither the whole dossier nor what is new or read."""

    @property
    def width(self) -> int:
        """The width of the drawing in cells."""
        return self.window.width + 2 * MARGIN + self.side_width


def magnified(found: Histogram, whole: Histogram) -> int:
    """Return how many times taller than the whole dossier's scale the hits are drawn: 1, 5, 10, 20, 50, 100 and so on.

    Otherwise a rare word in an archive of thousands would be a flat line.
    """
    ratio = _top(whole) / (_top(found) or 1)
    if ratio < _FEW or not _top(found):
        return 1
    power: int = 10 ** int(math.log10(ratio))
    return next(factor * power for factor in (5, 2, 1) if factor * power <= ratio)


def draw(scene: Scene, height: int, glyphs: Glyphs = UNICODE) -> Drawing:
    """Draw a scene in rows: bars, then the axis, then the slider; the slider is dropped first if there is no room.

    Above bars in layers stands their legend.
    """
    lines = [CellLine(scene.width) for _ in range(height)]
    head = 1 if scene.layers is not None and height > 3 else 0
    bars = lines[head : max(1, height - 2)]
    _draw_bars(scene, bars, glyphs)
    if scene.layers is not None and head:
        scene.layers.draw_legend(lines[0], MARGIN, scene.window.width, scene.cursor, glyphs)
    if len(lines) > 1:
        draw_axis(lines[head + len(bars)], MARGIN, scene.window, glyphs, scene.signs)
    if len(lines) > 2:
        labels = tuple(glyphs.worded(label) for label in scene.labels)
        room = scene.window.width + (scene.side_width if len(scene.side) < height else 0)
        draw_slider(lines[-1], MARGIN, scene.window, scene.span, labels=labels, room=room, glyphs=glyphs)
    for line, text in zip(lines, scene.side, strict=False):
        line.put(scene.width - len(text), glyphs.worded(text), CellRole.LABEL)
    return tuple(line.row for line in lines)


def draw_words(words: str, width: int, height: int) -> Drawing:
    """Draw words in the middle, in place of bars; nothing if they do not fit."""
    lines = [CellLine(width) for _ in range(height)]
    if lines and len(words) <= width:
        lines[(height - 1) // 2].put((width - len(words)) // 2, words, CellRole.LABEL)
    return tuple(line.row for line in lines)


def _draw_bars(scene: Scene, lines: list[CellLine], glyphs: Glyphs) -> None:
    window, layers = scene.window, scene.layers
    columns = layers.columns(window.bar, len(lines), glyphs) if layers else _columns(scene, len(lines), glyphs)
    for number in window.numbers:
        if window.folded(number) is None:
            _draw_bucket(scene, lines, number, columns(number - window.first), glyphs)
        else:
            _draw_fold(scene, lines, number, glyphs)
    if window.gap and window.granularity is not Granularity.YEAR:
        for column in year_columns(window):
            for line in lines if column else ():
                line.put(MARGIN + column - 1, glyphs.year, CellRole.AXIS)
    if layers is not None:
        layers.draw_signs(lines, glyphs)
    else:
        _draw_article(scene, lines)
    if scene.whole.before and (layers is None or lines[-1].free(0)):
        lines[-1].put(0, glyphs.earlier, CellRole.LABEL)
    if scene.whole.after:
        lines[-1].put(MARGIN + window.width, glyphs.later, CellRole.LABEL)


def _draw_bucket(scene: Scene, lines: list[CellLine], number: int, drawn: Column, glyphs: Glyphs) -> None:
    window, plain = scene.window, scene.layers is None
    column, (first, last) = MARGIN + window.column(number), window.granularity.reach(scene.span)
    for at in range(window.bar):
        for level, line in enumerate(reversed(lines)):
            glyph, role = drawn(level, at)
            if number == scene.cursor:
                glyph, role = glyphs.cursor if glyph == " " and at == window.bar // 2 else glyph, CellRole.CURSOR
            elif not plain and glyph != " " and not first <= number <= last:
                role = CellRole.OUTSIDE
            line.put(column + at, glyph, role)
    if number in scene.new and plain:
        lines[0].put(column + window.bar // 2, glyphs.new, CellRole.NEW)


def _draw_fold(scene: Scene, lines: list[CellLine], number: int, glyphs: Glyphs) -> None:
    """Draw a folded stretch: how long it is, as far as there is room, between dots on the lowest row."""
    window, span = scene.window, scene.window.folded(number)
    columns = window.columns(number)
    if span is None or not columns:
        return
    under_cursor = scene.cursor is not None and window.folded(scene.cursor) == span
    role = CellRole.CURSOR if under_cursor else CellRole.AXIS
    for line in lines if under_cursor else ():
        line.put(MARGIN + columns.start, " " * len(columns), role)
    length = next((each for each in length_forms(span) if len(each) <= len(columns)), "")
    spare = len(columns) - len(length)
    words = glyphs.worded(f" {length} " if length and spare >= 4 else length)
    lines[-1].put(MARGIN + columns.start, words.center(len(columns), glyphs.fold if spare > 1 else " "), role)


def _draw_article(scene: Scene, lines: list[CellLine]) -> None:
    """Put the letter of the article that is read above the bar of its day; at its top where there is no row above."""
    window = scene.window
    if scene.article is None or not window.first <= scene.article[0] <= window.last:
        return
    number, letter = scene.article
    column = MARGIN + window.column(number) + window.bar // 2
    line = next((line for line in reversed(lines) if line.free(column)), lines[0])
    line.put(column, letter, CellRole.ARTICLE)


def _columns(scene: Scene, rows: int, glyphs: Glyphs) -> Callable[[int], Column]:
    """Return what draws the bucket at a place of the window: its hits before the whole dossier."""
    scale, times, bar = rows / (_top(scene.whole) or 1), magnified(scene.found, scene.whole), scene.window.bar

    def column(place: int) -> Column:
        bucket = _Bucket.of(scene, place, scale, times)
        beside = bar > (2 if times == 1 else 1)
        return lambda level, at: bucket.cell(level, beside and at == bar - 1, glyphs, alone=beside and times > 1)

    return column


class _Bucket(Struct, frozen=True):
    """What one bucket draws; heights are in rows."""

    hits: float
    coarse: float
    """The height of the hits and the coarse dates on top of them."""
    ground: float
    """The height of the whole dossier."""
    outside: bool

    @classmethod
    def of(cls, scene: Scene, place: int, scale: float, times: int) -> _Bucket:
        number = scene.window.first + place
        first, last = scene.window.granularity.reach(scene.span)
        hits = scene.found.counts[place] * times
        return cls(
            hits * scale,
            (hits + scene.found.spread[place] * times) * scale if scene.found.faint[place] else 0.0,
            (scene.whole.counts[place] + scene.whole.spread[place]) * scale,
            not first <= number <= last,
        )

    def cell(self, level: int, shadow: bool, glyphs: Glyphs, alone: bool = False) -> tuple[str, CellRole]:
        """Draw the cell `level` rows above the lowest: the frontmost series that reaches it.

        In the `shadow` column that is the whole dossier where it is higher; hits are `alone` in the other ones where
        their scale is another, and the shadow is then the whole dossier's alone.
        """
        bar = (self.hits, glyphs.bars, CellRole.OUTSIDE if self.outside else CellRole.BAR)
        series = [bar, (self.coarse, glyphs.faint, CellRole.FAINT), (self.ground, glyphs.behind, CellRole.BEHIND)]
        if shadow and (alone or self.ground > max(self.hits, self.coarse) + _SAME):
            series = series[2:]
        elif alone:
            series = series[:2]
        for height, steps, role in series:
            glyph = bar_cell(height, level, steps)
            if glyph != " ":
                return glyph, role
        return " ", CellRole.BLANK


def _top(histogram: Histogram) -> float:
    """Return the largest height of a histogram, including its spread coarse dates."""
    return max(histogram.heights, default=0.0)
