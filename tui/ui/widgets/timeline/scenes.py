"""What the timeline draws, counted: the buckets in sight, kept until the window or what is counted changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.base.days import Clock
from tui.timeline.bars import Scene
from tui.timeline.captions import side_lines, slider_captions
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import Histogram
from tui.timeline.layers import Layers
from tui.timeline.milestones import MilestonesByBucket, new_by_bucket, placed
from tui.timeline.window import Window
from tui.ui.drawing.outlets import outlet_letter

if TYPE_CHECKING:
    from tui.ui.widgets.timeline.timeline import Timeline


class Scenes:
    """Makes the scenes of one timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._histograms: tuple[Window, Histogram, Histogram] | None = None
        self._layers: tuple[Window, Layers] | None = None
        self._placed: tuple[Granularity, MilestonesByBucket] | None = None

    def forget(self) -> None:
        """Count again: tallies, layers or milestones are others."""
        self._histograms = self._layers = self._placed = None

    def of(self, window: Window, marked: int | None) -> Scene:
        """Return the scene of a window whose `marked` bucket the caption describes."""
        timeline = self._timeline
        window, found, whole = self._counted(window)
        span, extent, height = timeline.span, window.extent, timeline.size.height
        by_bucket = self.placed(window.granularity)
        new = new_by_bucket(timeline.new, window.granularity) if timeline.clock is Clock.PUBLISHED else {}
        captions = slider_captions(
            found,
            whole,
            span,
            extent,
            marked,
            milestones=by_bucket.get(marked, ()) if marked is not None else (),
            new=new.get(marked, 0) if marked is not None else 0,
            folded=window.folded(marked) if marked is not None else None,
            noun="article" if timeline.clock is Clock.PUBLISHED else "date",
        )
        signs = {
            number: any(each.disputed for each in those)
            for number, those in by_bucket.items()
            if window.first <= number <= window.last
        }
        side_width = timeline.geometry.side_width
        side = side_lines(timeline.found, timeline.whole, timeline.clock, height, span is not None)
        return Scene(
            window,
            found,
            whole,
            span or extent,
            marked,
            captions,
            side if side_width else (),
            side_width,
            signs,
            self._article_sign(window),
            new,
            self._layered(window),
        )

    def placed(self, granularity: Granularity) -> MilestonesByBucket:
        """Put the milestones into buckets."""
        if self._placed is None or self._placed[0] is not granularity:
            self._placed = granularity, placed(self._timeline.milestones, granularity)
        return self._placed[1]

    def _article_sign(self, window: Window) -> tuple[int, str] | None:
        """Return the bucket of the article that is read, and its outlet's letter."""
        timeline = self._timeline
        if timeline.article is None or timeline.clock is not Clock.PUBLISHED:
            return None
        day, source = timeline.article
        return window.granularity.number(day.toordinal()), timeline.glyphs.worded(outlet_letter(source))

    def _counted(self, window: Window) -> tuple[Window, Histogram, Histogram]:
        if self._histograms is None or self._histograms[0] != window:
            tallies = (self._timeline.found, self._timeline.whole)
            found, whole = (Histogram.of(tally, window.granularity, window.span) for tally in tallies)
            self._histograms = (window, found, whole)
        return self._histograms

    def _layered(self, window: Window) -> Layers | None:
        division, parts = self._timeline.division, self._timeline.parts
        if division is None or not parts:
            return None
        if self._layers is None or self._layers[0] != window:
            self._layers = window, Layers.of(division, parts, window)
        return self._layers[1]
