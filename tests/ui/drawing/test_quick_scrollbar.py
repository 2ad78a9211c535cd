"""A scrollbar that is drawn as lines looks as Textual draws it, and does what it does."""

from __future__ import annotations

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.scrollbar import ScrollBarRender
from textual.style import Style
from textual.visual import RenderOptions

from tui.ui.drawing.quick_scrollbar import QuickScrollBar

CASES = [
    ("at the top", 20, 100, 20, 0.0),
    ("in the middle", 20, 100, 20, 33.0),
    ("at the end", 20, 100, 20, 80.0),
    ("nothing to scroll", 20, 15, 0, 0.0),
    ("a very long text", 7, 100_000, 7, 1_234.0),
]


@pytest.mark.parametrize(
    ("height", "virtual", "window", "position"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_bar_is_textuals_own(height: int, virtual: int, window: int, position: float):
    given = {
        "virtual_size": virtual,
        "window_size": window,
        "position": position,
        "style": RichStyle.parse("red on blue"),
    }
    options = RenderOptions(lambda _: Style(), {})
    ours = QuickScrollBar(**given).render_strips(1, height, Style(), options)
    console = Console(width=1, height=height)
    segments = console.render(ScrollBarRender(**given), console.options.update(width=1, height=height))
    theirs = list(Segment.split_and_crop_lines(segments, 1, include_new_lines=False, pad=False))[:height]
    assert [list(strip) for strip in ours] == theirs
