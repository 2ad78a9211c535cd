"""The timeline's drawings as rows of text, at the widths and heights of real terminals."""

from __future__ import annotations

from datetime import date

import pytest
from timeline_scenes import FOUR_AND_TWO, MANY, NINE, NINE_AND_SIX, RARE, SPAN, TOLD, VAGUE, Case

from tui.base.days import Clock, Span
from tui.timeline.cells import ASCII
from tui.timeline.granularity import Granularity

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
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶ Aug 2023: 2 of 3 articles · Jun 2023 – Mar 2024
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
◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶ Aug 2023: 2 of 3 articles · Jun 2023 – Mar 2024
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
◀━━━━━ 2023-W33: 0 of 0 articles, perhaps 2 more ━━━━━▶
""",
    ),
    (
        "a-window-in-the-middle",
        Case(NINE, NINE, 80, 4, Span(date(2023, 8, 10), date(2023, 9, 2)), Granularity.DAY, date(2023, 8, 20)),
        """
           ██   █                                                        █
‹          ██   █                                                        █     ›
 10 Aug 2023           ╵Sep 2023                     ╵Oct 2023
◀━━━━━━━━━━━━━━━━━━━━━━━━▶ 20 Aug 2023: 1 of 1 article ────────────────────────
""",
    ),
    (
        "a-span-out-of-sight",
        Case(NINE, NINE, 80, 4, Span(date(2024, 11, 1), date(2024, 11, 7)), Granularity.DAY, date(2023, 8, 20)),
        """
           ██   █                                                        █
‹          ██   █                                                        █     ›
 10 Aug 2023           ╵Sep 2023                     ╵Oct 2023
 ──────────────────────── 20 Aug 2023: 1 of 1 article · 1 Nov 2024 – 7 Nov 2024
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
                                           ▆▆▆▆      ⣀     ⣤     ⣶     ⣿
                             ⣀     ⣤     ⣶ ████⣿     ⣿     ⣿     ⣿     ⣿
     ⣀     ⣤     ⣶     ⣿     ⣿     ⣿     ⣿ ████⣿     ⣿     ⣿     ⣿     ⣿
│Jan 2023         ╵Apr 2023         ╵Jul 2023         ╵Oct 2023
◀━━━━━ all time · 15 Jan 2023 – 15 Dec 2023 · hits ×100, dots: all ━━━━━▶
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
<=======================================> Oct 2023: 0 of 1 article -----
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
◀ Dec 2023: 1 of 1 article · ◇ 31 Dec 2023 or 2 Jan 2024: The ford was… ▶
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
◀━━━━━━━━━━━━━━ Nov 2024: 2 of 2 articles · ◆ Nov 2024: The Sora rose above its banks — 9 m. ━━━━━━━━━━━━━━━▶
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
<= Nov 2024: 2 of 2 articles | * Nov 2024: The Sora rose above its... ==>
""",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "expected"), [c[1:] for c in DRAWINGS], ids=[c[0] for c in DRAWINGS])
def test_a_drawing_looks_like_this(case, expected):
    assert [row.rstrip() for row in case.rows] == expected[1:-1].split("\n")
