"""The timeline's drawings as rows of text, at the widths and heights of real terminals."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.days import Clock, Span
from tui.timeline.bars import Scene, draw, draw_words, magnified
from tui.timeline.captions import side_lines, slider_captions
from tui.timeline.cells import ASCII, UNICODE, Glyphs, Role, text_of
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


DRAWINGS = [
    (
        "nine-at-40-by-3",
        Case(NINE, NINE, 40, 3),
        """
 ▂▂▂▂ ████ ▄▄▄▄│               ▄▄▄▄
 Q2 2023       │2024
◀━━━━ 30 Jun 2023 – 7 Nov 2024 ━━━━▶
""",
    ),
    (
        "nine-at-40-by-4",
        Case(NINE, NINE, 40, 4),
        """
      ████     │
 ▄▄▄▄ ████ ████│               ████
 Q2 2023       │2024
◀━━━━ 30 Jun 2023 – 7 Nov 2024 ━━━━▶
""",
    ),
    (
        "nine-at-40-by-5",
        Case(NINE, NINE, 40, 5),
        """
      ████     │
      ████ ▄▄▄▄│               ▄▄▄▄
 ▆▆▆▆ ████ ████│               ████
 Q2 2023       │2024
◀━━━━ 30 Jun 2023 – 7 Nov 2024 ━━━━▶
""",
    ),
    (
        "nine-at-80-by-3",
        Case(NINE, NINE, 80, 3),
        """
 ▃▃▃ ▃▃▃ ███     ▃▃▃     ▃▃▃│                                        ▅▅▅
    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024
◀━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "nine-at-80-by-4",
        Case(NINE, NINE, 80, 4),
        """
         ███                │                                        ▃▃▃
 ▅▅▅ ▅▅▅ ███     ▅▅▅     ▅▅▅│                                        ███
    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024
◀━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "nine-at-80-by-5",
        Case(NINE, NINE, 80, 5),
        """
         ███                │
         ███                │                                        ███
 ███ ███ ███     ███     ███│                                        ███
    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024
◀━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "nine-at-120-by-3",
        Case(NINE, NINE, 120, 3),
        """
 ▃▃▃▃▃ ▃▃▃▃▃ █████       ▃▃▃▃▃       ▃▃▃▃▃│                                                            ▅▅▅▅▅
 2023 ╵Jul 2023         ╵Oct 2023         │Jan 2024         ╵Apr 2024         ╵Jul 2024         ╵Oct 2024
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "nine-at-120-by-4",
        Case(NINE, NINE, 120, 4),
        """
             █████                        │                                                            ▃▃▃▃▃
 ▅▅▅▅▅ ▅▅▅▅▅ █████       ▅▅▅▅▅       ▅▅▅▅▅│                                                            █████
 2023 ╵Jul 2023         ╵Oct 2023         │Jan 2024         ╵Apr 2024         ╵Jul 2024         ╵Oct 2024
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "nine-at-120-by-5",
        Case(NINE, NINE, 120, 5),
        """
             █████                        │
             █████                        │                                                            █████
 █████ █████ █████       █████       █████│                                                            █████
 2023 ╵Jul 2023         ╵Oct 2023         │Jan 2024         ╵Apr 2024         ╵Jul 2024         ╵Oct 2024
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "too-low-for-a-slider",
        Case(NINE, NINE, 40, 2),
        """
 ▂▂▂▂ ████ ▄▄▄▄│               ▄▄▄▄
 Q2 2023       │2024
""",
    ),
    (
        "too-low-for-an-axis",
        Case(NINE, NINE, 40, 1),
        """
 ▂▂▂▂ ████ ▄▄▄▄│               ▄▄▄▄
""",
    ),
    (
        "hits-before-the-dossier-at-40",
        Case(FOUR_AND_TWO, NINE_AND_SIX, 40, 5, SPAN, cursor=date(2023, 8, 2)),
        """
     ▂▂⣿    │                         +2
     ██⣿ ⣤⣤⣤│            ⣤⣤⣤     undated
 ⣶⣶⣶ ██⣿ ⣿⣿⣿│            ▆▆⣿
 Q2 2023    │2024
◀━━━━━━━━━━━━━━━▶ Q3 2023: 3 of 4
""",
    ),
    (
        "hits-before-the-dossier-at-80",
        Case(FOUR_AND_TWO, NINE_AND_SIX, 80, 5, SPAN, cursor=date(2023, 8, 2)),
        """
       ⣿⣿            │                                                        +2
       ██            │                              ⣿⣿                   undated
 ⣿⣿ ██ ██    ⣿⣿    ⣿⣿│                              ██
   ╵Jul 2023         │Jan 2024         ╵Jul 2024
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶ Aug 2023: 2 of 3 · Jun 2023 – Mar 2024
""",
    ),
    (
        "hits-before-the-dossier-at-120",
        Case(FOUR_AND_TWO, NINE_AND_SIX, 120, 5, SPAN, cursor=date(2023, 8, 2)),
        """
             ⣿⣿⣿⣿⣿                        │                                                                           +2
             ████⣿                        │                                                            ⣿⣿⣿⣿⣿     undated
 ⣿⣿⣿⣿⣿ █████ ████⣿       ⣿⣿⣿⣿⣿       ⣿⣿⣿⣿⣿│                                                            ████⣿
 2023 ╵Jul 2023         ╵Oct 2023         │Jan 2024         ╵Apr 2024         ╵Jul 2024         ╵Oct 2024
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶ Aug 2023: 2 of 3 · Jun 2023 – Mar 2024 ───────
""",
    ),
    (
        "the-narrowest",
        Case(FOUR_AND_TWO, NINE_AND_SIX, 30, 3, cursor=date(2024, 11, 7)),
        """
 ▃▃▃▃▃▃▃⣿ ▁▁▁▁▁▁▁⣀          +2
│2023    │2024         undated
◀━ 2024: 1 of 2 ━━▶
""",
    ),
    (
        "coarse-dates-by-month",
        Case(VAGUE, VAGUE, 80, 4),
        """
                                     ▇▇▇▇▇ ▇▇▇▇▇
 ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ █████ █████ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀
│Jan 2023         ╵Apr 2023         ╵Jul 2023         ╵Oct 2023
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━ all time · 2023 ━━━━━━━━━━━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "coarse-dates-by-week",
        Case(VAGUE, VAGUE, 80, 4, unit=Granularity.WEEK, cursor=date(2023, 8, 16)),
        """
                            █     ┊
 ⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀█⡀⡀⡀⡄⡄⡄⡄⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀
 │Jan 2023    ╵Apr 2023    ╵Jul 2023    ╵Oct 2023
◀━━━━━━━━━ 2023-W33: 0 of 0, perhaps 2 more ━━━━━━━━━━▶
""",
    ),
    (
        "a-window-in-the-middle",
        Case(NINE, NINE, 80, 4, Span(date(2023, 8, 10), date(2023, 9, 2)), Granularity.DAY, date(2023, 8, 20)),
        """
           ██   █                                                        █
‹          ██   █                                                        █     ›
 10 Aug 2023           ╵Sep 2023                     ╵Oct 2023
◀━━━━━━━━━━━━━━━━━━━━━━━━▶ 20 Aug 2023: 1 of 1 · 10 Aug 2023 – 2 Sep 2023 ─────
""",
    ),
    (
        "a-span-out-of-sight",
        Case(NINE, NINE, 80, 4, Span(date(2024, 11, 1), date(2024, 11, 7)), Granularity.DAY, date(2023, 8, 20)),
        """
           ██   █                                                        █
‹          ██   █                                                        █     ›
 10 Aug 2023           ╵Sep 2023                     ╵Oct 2023
 ──────────────────────────────── 20 Aug 2023: 1 of 1 · 1 Nov 2024 – 7 Nov 2024
""",
    ),
    (
        "one-article",
        Case(RARE, RARE, 80, 4),
        """
                            ████████
                            ████████
 18 Aug 2023               ╵21 Aug 2023
 ──────────────────────────◀━━━━━━━━▶ all time · 21 Aug 2023 ───────────
""",
    ),
    (
        "hits-too-few-to-be-seen-at-scale",
        Case(RARE, MANY, 80, 5),
        """
                                           ▆▆▆▆▆ ⣀⣀⣀⣀⣀ ⣤⣤⣤⣤⣤ ⣶⣶⣶⣶⣶ ⣿⣿⣿⣿⣿
                         ⣀⣀⣀⣀⣀ ⣤⣤⣤⣤⣤ ⣶⣶⣶⣶⣶ █████ ⣿⣿⣿⣿⣿ ⣿⣿⣿⣿⣿ ⣿⣿⣿⣿⣿ ⣿⣿⣿⣿⣿
 ⣀⣀⣀⣀⣀ ⣤⣤⣤⣤⣤ ⣶⣶⣶⣶⣶ ⣿⣿⣿⣿⣿ ⣿⣿⣿⣿⣿ ⣿⣿⣿⣿⣿ ⣿⣿⣿⣿⣿ █████ ⣿⣿⣿⣿⣿ ⣿⣿⣿⣿⣿ ⣿⣿⣿⣿⣿ ⣿⣿⣿⣿⣿
│Jan 2023         ╵Apr 2023         ╵Jul 2023         ╵Oct 2023
◀━━━━━━━━━━ all time · 15 Jan 2023 – 15 Dec 2023 · hits ×100 ━━━━━━━━━━━▶
""",
    ),
    (
        "the-clock-of-mentioned-dates",
        Case(FOUR_AND_TWO, NINE_AND_SIX, 80, 4, clock=Clock.MENTIONED),
        """
       ▃▃            │                              ⣀⣀                        +2
 ⣶⣶ ▅▅ ██    ⣶⣶    ⣶⣶│                              ▅▅                   undated
   ╵Jul 2023         │Jan 2024         ╵Jul 2024
◀━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━▶                mentioned
""",
    ),
    (
        "in-ascii",
        Case(FOUR_AND_TWO, NINE, 80, 4, SPAN, cursor=date(2023, 10, 2), glyphs=ASCII),
        """
         :::      !         |
 ::: ### ##:     :::     :::|                                        ##:
    'Jul 2023   'Oct 2023   |Jan 2024   'Apr 2024   'Jul 2024   'Oct 2024
<=======================================> Oct 2023: 0 of 1 -------------
""",
    ),
    (
        "milestones-at-40",
        Case(NINE, NINE, 40, 5, milestones=TOLD),
        """
      ████     │
      ████ ▄▄▄▄│               ▄▄▄▄
 ▆▆▆▆ ████ ████│               ████
   ◆         ◇ ◇2024             ◆
◀━━━━ 30 Jun 2023 – 7 Nov 2024 ━━━━▶
""",
    ),
    (
        "milestones-at-40-under-the-cursor",
        Case(NINE, NINE, 40, 5, cursor=date(2024, 11, 7), milestones=TOLD),
        """
      ████     │                 ┊
      ████ ▄▄▄▄│               ▄▄▄▄
 ▆▆▆▆ ████ ████│               ████
   ◆         ◇ ◇2024             ◆
◀━━ Q4 2024: 2 of 2 · ◆ Nov 2024 ━━▶
""",
    ),
    (
        "milestones-at-80",
        Case(NINE, NINE, 80, 5, milestones=TOLD),
        """
         ███                │
         ███                │                                        ███
 ███ ███ ███     ███     ███│                                        ███
  ◆ ╵Jul 2023             ◇ ◇Jan 2024               ╵Jul 2024         ◆
◀━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "a-milestone-at-80-under-the-cursor",
        Case(NINE, NINE, 80, 5, cursor=date(2023, 12, 11), milestones=TOLD),
        """
         ███              ┊ │
         ███              ┊ │                                        ███
 ███ ███ ███     ███     ███│                                        ███
  ◆ ╵Jul 2023             ◇ ◇Jan 2024               ╵Jul 2024         ◆
◀ Dec 2023: 1 of 1 · ◇ 31 Dec 2023 or 2 Jan 2024: The ford was closed… ━▶
""",
    ),
    (
        "milestones-at-120",
        Case(NINE, NINE, 120, 5, cursor=date(2024, 11, 7), milestones=TOLD),
        """
             █████                        │                                                              ┊
             █████                        │                                                            █████
 █████ █████ █████       █████       █████│                                                            █████
   ◆  ╵Jul 2023         ╵Oct 2023      ◇  ◇Jan 2024         ╵Apr 2024         ╵Jul 2024         ╵Oct 2024 ◆
◀━━━━━━━━━━━━━━━━━━━ Nov 2024: 2 of 2 · ◆ Nov 2024: The Sora rose above its banks — 9 m. ━━━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "milestones-in-years",
        Case(NINE, NINE, 80, 5, unit=Granularity.YEAR, cursor=date(2024, 11, 7), milestones=TOLD),
        """
                            ████████     ┊
                            ████████     ┊
                            ████████ ▇▇▇▇▇▇▇▇
│2020    │2021    │2022    │2023 ◇  │2024 ◇  │2025    │2026    │2027
 ──────────────────────────◀━━━━━━━━━━━━━━━━━▶ 2024: 2 of 2 · ◆ 2024 +2
""",
    ),
    (
        "milestones-in-ascii",
        Case(NINE, NINE, 80, 4, cursor=date(2024, 11, 7), glyphs=ASCII, milestones=TOLD),
        """
         ###                |                                         !
 ### ### ###     ###     ###|                                        ###
  * 'Jul 2023             ? ?Jan 2024               'Jul 2024         *
<= Nov 2024: 2 of 2 | * Nov 2024: The Sora rose above its banks - 9 m. =>
""",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "expected"), [c[1:] for c in DRAWINGS], ids=[c[0] for c in DRAWINGS])
def test_a_drawing_looks_like_this(case, expected):
    assert [row.rstrip() for row in case.rows] == expected[1:-1].split("\n")


def roles(case: Case, role: Role) -> str:
    """The drawing with nothing but the pieces of one role."""
    rows = draw(case.scene, case.height, case.glyphs)
    return "\n".join("".join(text if part is role else " " * len(text) for text, part in row).rstrip() for row in rows)


def test_bars_outside_the_span_are_told():
    case = Case(NINE, NINE, 80, 3, Span.of_month(2023, 8))
    assert roles(case, Role.BAR).rstrip() == "         ███"
    assert roles(case, Role.OUTSIDE).splitlines()[0] == (
        " ▃▃▃ ▃▃▃         ▃▃▃     ▃▃▃                                         ▅▅▅"
    )


def test_each_part_has_its_role():
    case = Case(FOUR_AND_TWO, NINE_AND_SIX, 80, 3, SPAN, cursor=date(2024, 11, 7))
    assert roles(case, Role.HANDLE).rstrip().endswith("◀" + " " * 29 + "▶")
    assert "━" * 29 in roles(case, Role.TRACK)
    assert "Jan 2024" in roles(case, Role.AXIS)
    assert "▃▃" in roles(case, Role.CURSOR)
    assert "⣀⣀" in roles(case, Role.BEHIND)
    assert "Nov 2024: 1 of 2" in roles(case, Role.LABEL)
    assert "undated" in roles(case, Role.LABEL)
    assert "⡀⡀⡀" in roles(Case(VAGUE, VAGUE, 80, 4), Role.FAINT)


@pytest.mark.parametrize(
    ("found", "whole", "times"),
    [(0, 9, 1), (9, 9, 1), (2, 9, 1), (2, 10, 5), (1, 9, 5), (1, 10, 10), (1, 19, 10), (1, 20, 20), (3, 9000, 2000)],
)
def test_few_hits_are_magnified_by_round_figures(found, whole, times):
    histograms = (Histogram(Granularity.YEAR, 2023, (count,), (0,), (0.0,)) for count in (found, whole))
    assert magnified(*histograms) == times


def test_words_stand_in_the_middle_or_not_at_all():
    assert [text_of(row) for row in draw_words("no articles", 21, 3)] == [" " * 21, "     no articles     ", " " * 21]
    assert [text_of(row) for row in draw_words("no articles", 10, 2)] == [" " * 10] * 2


starts = st.integers(date(2015, 1, 1).toordinal(), date(2025, 1, 1).toordinal())
intervals = st.lists(
    st.builds(lambda first, length: (first, first + length), starts, st.sampled_from([0, 0, 30, 364])),
    min_size=1,
    max_size=30,
)
cases = st.builds(
    lambda whole, kept, width, height, unit, glyphs: Case(
        Tally.of(whole[:kept]), Tally.of(whole), width, height, None, unit, None, glyphs
    ),
    intervals,
    st.integers(0, 30),
    st.integers(3, 160),
    st.integers(1, 6),
    st.sampled_from([None, *Granularity]),
    st.sampled_from([UNICODE, ASCII]),
)


@given(cases)
def test_signs_change_nothing_but_the_axis_and_the_words_on_the_slider(case):
    signed = replace(case, milestones=TOLD)
    assert signed.rows[:-2] == case.rows[:-2] or case.height < 3
    assert all(len(row) == case.width for row in signed.rows)
    assert case.glyphs is UNICODE or all(row.isascii() for row in signed.rows)


@given(cases)
def test_every_row_is_as_wide_as_the_screen(case):
    assert [len(row) for row in case.rows] == [case.width] * case.height


@given(cases)
def test_ascii_is_ascii(case):
    assert case.glyphs is UNICODE or all(row.isascii() for row in case.rows)


@given(cases)
def test_what_is_there_is_seen_and_what_is_empty_is_empty(case):
    scene, lowest = case.scene, case.rows[max(1, case.height - 2) - 1]
    for place in range(scene.window.shown):
        column = 1 + place * scene.window.step
        assert (lowest[column] != " ") == bool(scene.whole.counts[place] or scene.whole.faint[place])
        if scene.found.counts[place]:
            assert lowest[column] in case.glyphs.bars


@given(cases)
def test_a_higher_count_never_draws_lower(case):
    scene, bars = case.scene, case.rows[: max(1, case.height - 2)]
    steps = case.glyphs.bars
    drawn = [
        sum(
            steps.index(row[1 + place * scene.window.step]) + 1
            for row in bars
            if row[1 + place * scene.window.step] in steps
        )
        for place in range(scene.window.shown)
    ]
    ranked = sorted(zip(scene.found.counts, drawn, strict=True))
    assert [height for _, height in ranked] == sorted(drawn)


NAME = r"((\d{1,2} )?[A-Z][a-z]{2} |Q[1-4] )?\d{4}(-W\d\d)?"


@given(cases)
def test_labels_of_the_axis_are_whole_and_carry_their_year(case):
    if case.height > 1:
        axis = case.rows[max(1, case.height - 2)][: case.scene.window.width + 2]
        labels = [label for label in re.split(r" {2,}| ?[│╵|'] ?", axis.strip()) if label]
        assert [label for label in labels if not re.fullmatch(NAME, label)] == []


@given(cases)
def test_some_label_of_the_axis_has_room(case):
    if case.height > 1 and case.width >= 14:
        assert re.search(r"\d{4}", case.rows[max(1, case.height - 2)])
