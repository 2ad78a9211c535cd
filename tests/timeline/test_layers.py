"""The timeline in layers: its drawings as rows of text, and how cells are shared out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from timeline_scenes import NINE, Case, days, interval

from tui.base.days import Span
from tui.timeline.bars import draw
from tui.timeline.cells import ASCII, UNICODE, CellRole, text_of
from tui.timeline.layers import LAYER_ROLES, Division, Layer, Layers, shared_out
from tui.timeline.tally import Tally

POST = Layer("Lake Post", "L", Tally.of(days("2023-06-30", "2023-07-08", "2023-08-20", "2023-08-21", "2024-11-07")))
TIMES = Layer("Inland Times", "I", Tally.of(days("2023-08-25", "2023-10-21", "2024-11-07")))
OTHERS = Layer("others", "+", Tally.of(days("2023-12-11")))
VAGUE = Layer("Almanac", "A", Tally.of([*days("2023-07-08"), interval("2023-07-01", "2023-12-31")]))
THREE = (POST, TIMES, OTHERS)
BRIDGE = Layer("bridge", "a", POST.tally)
FORD = Layer("ford OR ferry", "b", TIMES.tally)


def drawn(division, parts, width=80, height=9, cursor=None, glyphs=UNICODE, span=None):
    scene = Case(NINE, NINE, width, height, cursor=cursor, glyphs=glyphs, span=span).scene
    return draw(replace(scene, layers=Layers.of(division, parts, scene.window)), height, glyphs)


def rows(*arguments, **settings):
    return [text_of(row).rstrip() for row in drawn(*arguments, **settings)]


DRAWINGS = [
    (
        "stacked-at-80",
        (Division.OUTLETS, THREE),
        {},
        """
 L Lake Post 5  I Inland Times 3  + others 1
         █I█                │
         █I█                │
         █L█                │                                        █I█
         █L█                │                                        █I█
 █L█ █L█ █L█     █I█     █+█│                                        █L█
 █L█ █L█ █L█     █I█     █+█│                                        █L█
    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024
◀━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "stacked-at-40-in-few-rows",
        (Division.OUTLETS, THREE),
        {"width": 40, "height": 5},
        """
 L Lake P… 5  I Inland… 3  + others 1
      ██I█     │
 ██L█ ██L█ ██I█│               ██L█
 Q2 2023       │2024
◀━━━━ 30 Jun 2023 – 7 Nov 2024 ━━━━▶
""",
    ),
    (
        "stacked-under-the-cursor",
        (Division.OUTLETS, THREE),
        {"cursor": date(2023, 8, 20)},
        """
 L Lake Post 2  I Inland Times 1
         █I█                │
         █I█                │
         █L█                │                                        █I█
         █L█                │                                        █I█
 █L█ █L█ █L█     █I█     █+█│                                        █L█
 █L█ █L█ █L█     █I█     █+█│                                        █L█
    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024
◀━━━ Aug 2023: 3 of 3 articles · all time · 30 Jun 2023 – 7 Nov 2024 ━━━▶
""",
    ),
    (
        "stacked-in-ascii",
        (Division.OUTLETS, THREE),
        {"glyphs": ASCII, "height": 6},
        """
 L Lake Post 5  I Inland Times 3  + others 1
         #I#                |
         #L#                |                                        #I#
 #L# #L# #L#     #I#     #+#|                                        #L#
    'Jul 2023   'Oct 2023   |Jan 2024   'Apr 2024   'Jul 2024   'Oct 2024
<================= all time | 30 Jun 2023 - 7 Nov 2024 =================>
""",
    ),
    (
        "stacked-with-a-vague-date",
        (Division.OUTLETS, (POST, VAGUE)),
        {"height": 7},
        """
 L Lake Post 5  A Almanac 2
     █A█ █L█                │
     █A█ █L█                │
 █L█ █L█ █L█                │                                        █L█
 █L█ █L█ █L█ ⡀⡀⡀ ⡀⡀⡀ ⡀⡀⡀ ⡀⡀⡀│                                        █L█
    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024
◀━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "without-room-for-a-legend",
        (Division.OUTLETS, THREE),
        {"height": 3},
        """
 █L█ █L█ █L█     █I█     █+█│                                        █L█
    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024
◀━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "lanes-at-80",
        (Division.QUERIES, (BRIDGE, FORD)),
        {"height": 7},
        """
 a bridge 5  b ford OR ferry 3
         ███                │
a███ ███ ███                │                                        ███
                            │
b        ███     ███        │                                        ███
    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024
◀━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "lanes-at-120-under-the-cursor",
        (Division.QUERIES, (BRIDGE, FORD, VAGUE)),
        {"width": 120, "height": 9, "cursor": date(2024, 11, 7)},
        """
 a bridge 1  b ford OR ferry 1  A Almanac 0
             █████                        │                                                              ┊
a█████ █████ █████                        │                                                            █████
                                          │                                                              ┊
b            █████       █████            │                                                            █████
       ⡀⡀⡀⡀⡀                              │                                                              ┊
A      █████ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀ ⡀⡀⡀⡀⡀│                                                              ┊
 2023 ╵Jul 2023         ╵Oct 2023         │Jan 2024         ╵Apr 2024         ╵Jul 2024         ╵Oct 2024
◀━━━━━━━━━━━━━━━━━━━━━ Nov 2024: 2 of 2 articles · all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━━━━━▶
""",
    ),
    (
        "more-lanes-than-rows",
        (Division.QUERIES, (BRIDGE, FORD, VAGUE)),
        {"height": 5},
        """
 a bridge 5  b ford OR ferry 3  A Almanac 2
a▄▄▄ ▄▄▄ ███                │                                        ▄▄▄
b        ▄▄▄     ▄▄▄        │                                        ▄▄▄
    ╵Jul 2023   ╵Oct 2023   │Jan 2024   ╵Apr 2024   ╵Jul 2024   ╵Oct 2024
◀━━━━━━━━━━━━━━━━━ all time · 30 Jun 2023 – 7 Nov 2024 ━━━━━━━━━━━━━━━━━▶
""",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "settings", "expected"), [c[1:] for c in DRAWINGS], ids=[c[0] for c in DRAWINGS])
def test_layers_look_like_this(wanted, settings, expected):
    assert rows(*wanted, **settings) == expected[1:-1].split("\n")


def test_each_layer_has_its_own_role_and_bars_outside_the_span_another_one():
    roles = {role for row in drawn(Division.OUTLETS, THREE) for _text, role in row}
    assert roles >= set(LAYER_ROLES[:3])
    assert CellRole.OUTSIDE not in roles
    outside = drawn(Division.OUTLETS, THREE, span=Span(date(2023, 6, 1), date(2023, 7, 31)))
    assert any(role is CellRole.OUTSIDE and "I" in text for row in outside for text, role in row)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.integers(1, 12))
def test_cells_are_shared_out_wholly_and_whoever_counts_has_one_while_there_is_room(counts, cells):
    shared = shared_out(counts, cells)
    assert sum(shared) == (cells if any(counts) else 0)
    assert all(count or not cell for count, cell in zip(counts, shared, strict=True))
    if sum(map(bool, counts)) <= cells:
        assert all(cell or not count for count, cell in zip(counts, shared, strict=True))
    ranked = sorted(zip(counts, shared, strict=True))
    assert [cell for _count, cell in ranked] == sorted(shared)
