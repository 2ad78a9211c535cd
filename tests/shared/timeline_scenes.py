"""What drawings of the timeline are made from: a few articles, what is told of them, and the scene of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.base.days import Clock, Span
from tui.timeline.bars import Scene, draw
from tui.timeline.captions import side_lines, slider_captions
from tui.timeline.cells import UNICODE, Glyphs, text_of
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import Histogram
from tui.timeline.layout import Layout
from tui.timeline.milestones import Milestone, placed
from tui.timeline.tally import Tally
from tui.timeline.window import Window, core_of


def days(*written: str) -> list[tuple[int, int]]:
    return [(date.fromisoformat(day).toordinal(),) * 2 for day in written]


def interval(first: str, last: str) -> tuple[int, int]:
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


PUBLISHED = days(
    *("2023-06-30", "2023-07-08", "2023-08-20", "2023-08-21", "2023-08-25"),
    *("2023-10-21", "2023-12-11", "2024-11-07", "2024-11-07"),
)
NINE = Tally.of(PUBLISHED)
NINE_AND_SIX = Tally.of([*PUBLISHED, *[(0, 0)] * 6])
FOUR_AND_TWO = Tally.of([*days("2023-07-08", "2023-08-20", "2023-08-25", "2024-11-07"), *[(0, 0)] * 2])
VAGUE = Tally.of([*days("2023-07-08"), interval("2023-08-01", "2023-08-31"), interval("2023-01-01", "2023-12-31")])
MANY = Tally.of([day for month in range(1, 13) for day in days(f"2023-{month:02}-15") * month * 9])
RARE = Tally.of(days("2023-08-21"))
OPENED = Milestone(*interval("2023-06-30", "2023-06-30"), "30 Jun 2023", "The bridge over the Sora was opened.")
CLOSED = [
    Milestone(*interval(day, day), "31 Dec 2023 or 2 Jan 2024", "The ford was closed for good.", disputed=True)
    for day in ("2023-12-31", "2024-01-02")
]
FLOOD = Milestone(*interval("2024-11-01", "2024-11-30"), "Nov 2024", "The Sora rose above its banks — 9 m.")
DRY = Milestone(*interval("2024-01-01", "2024-12-31"), "2024", "It was a dry year, said the millers.")
TOLD = (OPENED, *CLOSED, FLOOD, DRY)
SPAN = Span(date(2023, 6, 1), date(2024, 3, 31))


@dataclass
class Case:
    """What a drawing is made from; a screen that is looked at by the reader has a cursor."""

    found: Tally
    whole: Tally
    width: int
    height: int
    span: Span | None = None
    unit: Granularity | None = None
    cursor: date | None = None
    glyphs: Glyphs = UNICODE
    clock: Clock = Clock.PUBLISHED
    milestones: tuple[Milestone, ...] = ()

    @property
    def scene(self) -> Scene:
        extent = self.whole.extent
        assert extent is not None
        side = side_lines(self.found, self.whole, self.clock, self.height)
        layout = Layout.of(self.width, self.height, side)
        window = Window.home(extent, layout.window_width, core_of(self.whole))
        if self.unit is not None:
            window = window.zoomed(self.unit, self.cursor or extent.first)
        found, whole = (Histogram.of(tally, window.granularity, window.span) for tally in (self.found, self.whole))
        number = window.granularity.number(self.cursor.toordinal()) if self.cursor else None
        buckets = placed(self.milestones, window.granularity)
        told = buckets.get(number, ()) if number is not None else ()
        captions = slider_captions(found, whole, self.span, extent, number, milestones=told)
        signs = {at: any(each.disputed for each in those) for at, those in buckets.items()}
        signs = {at: disputed for at, disputed in signs.items() if window.first <= at <= window.last}
        side = side if layout.side_width else ()
        return Scene(window, found, whole, self.span or extent, number, captions, side, layout.side_width, signs)

    @property
    def rows(self) -> list[str]:
        return [text_of(row) for row in draw(self.scene, self.height, self.glyphs)]
