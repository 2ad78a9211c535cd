from __future__ import annotations

from rich.color import Color
from rich.style import Style

from tui.ui.drawing.marked_scrollbar import MarkedScrollBar, ticked

YELLOW = Style(color="yellow")


def bar(ticks: dict[int, bool], size: int = 6) -> list[tuple[str, bool, object]]:
    made = MarkedScrollBar(ticks=lambda _: ticks, tick_style=lambda: YELLOW).render_bar(
        size=size, virtual_size=60, window_size=20, back_color=Color.parse("black"), bar_color=Color.parse("white")
    )
    return [(segment.text, bool(segment.style.reverse), segment.style.meta) for segment in made.segments]


def test_ticks_are_shapes_on_bar_and_thumb():
    assert [text for text, _, _ in bar({0: False, 4: True})] == ["─", " ", " ", " ", "━", " "]
    assert [text for text, _, _ in bar({})] == [" "] * 6


def test_a_click_does_what_it_did_without_ticks():
    assert [meta for _, _, meta in bar({0: True, 4: False})] == [meta for _, _, meta in bar({})]


def test_the_thumb_stays_full_under_a_tick():
    assert [reverse for _, reverse, _ in bar({0: True, 4: False})] == [reverse for _, reverse, _ in bar({})]


def test_a_tick_outside_the_bar_is_not_drawn():
    assert [text for text, _, _ in bar({9: True})] == [" "] * 6


def test_cells_hold_the_spans_that_begin_in_them():
    edges = [0, 10, 20, 20, 35]
    assert ticked(edges, [(3, 5), (9, 12), (20, 24)], (20, 24)) == {0: False, 3: True}
    assert ticked(edges, [(35, 40)], None) == {}
    assert ticked(edges, [], None) == {}
