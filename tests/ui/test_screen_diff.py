"""What a terminal shows after changes were sent is what it would show had everything been sent."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.ui.screen_diff import ScreenDiff

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pyte is not installed there")

WIDTH, HEIGHT = 12, 3
STYLES = [
    Style(color="#d8d5cc", bgcolor="#15181c"),
    Style(color="#d8d5cc", bgcolor="#15181c", bold=True),
    Style(color="#e0a458", bgcolor="#2a3440", bold=True, underline=True),
    Style(color="#e0a458", bgcolor="#15181c", italic=True, reverse=True),
    Style(color="red"),
    Style(),
]
PIECES = st.text(st.sampled_from("ab z▌│éم字"), min_size=1, max_size=6)


@st.composite
def strips(draw) -> Strip:
    """Return a strip as wide as the screen."""
    segments = draw(st.lists(st.tuples(PIECES, st.sampled_from(STYLES)), min_size=1, max_size=4))
    return Strip([Segment(text, style) for text, style in segments]).adjust_cell_length(WIDTH, STYLES[0])


def shown(sent: list[str]) -> list[list[tuple[object, ...]]]:
    import pyte

    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    for text in sent:
        stream.feed(text)
    return [[tuple(screen.buffer[y][x]) for x in range(WIDTH) if screen.buffer[y][x].data] for y in range(HEIGHT)]


@settings(max_examples=150)
@given(st.lists(st.lists(strips(), min_size=HEIGHT, max_size=HEIGHT), min_size=1, max_size=4))
def test_changes_lead_to_what_everything_would(frames: list[list[Strip]]):
    diff, colours = ScreenDiff(), ColorSystem.TRUECOLOR
    sent = [diff.paint(((y, 0, strip) for y, strip in enumerate(frame)), WIDTH, HEIGHT, colours) for frame in frames]
    whole = ScreenDiff().paint(((y, 0, strip) for y, strip in enumerate(frames[-1])), WIDTH, HEIGHT, colours)
    assert shown(sent) == shown([whole])


def line(text: str, style: Style = STYLES[0]) -> Strip:
    return Strip([Segment(text.ljust(WIDTH), style)])


def test_what_is_there_already_is_not_sent_again():
    diff, colours = ScreenDiff(), ColorSystem.TRUECOLOR
    assert "one two" in diff.paint([(0, 0, line("one two"))], WIDTH, HEIGHT, colours)
    assert diff.paint([(0, 0, line("one two"))], WIDTH, HEIGHT, colours) == ""
    change = diff.paint([(0, 0, line("one too"))], WIDTH, HEIGHT, colours)
    assert change.startswith("\x1b[1;6H")
    assert "one" not in change
    assert len(change) < 60
    diff.forget()
    assert "one too" in diff.paint([(0, 0, line("one too"))], WIDTH, HEIGHT, colours)


def test_another_size_is_painted_whole():
    diff, colours = ScreenDiff(), ColorSystem.TRUECOLOR
    diff.paint([(0, 0, line("same"))], WIDTH, HEIGHT, colours)
    assert "same" in diff.paint([(0, 0, line("same"))], WIDTH, HEIGHT + 1, colours)


def test_a_style_is_turned_into_another_by_what_differs():
    diff, colours = ScreenDiff(), ColorSystem.TRUECOLOR
    both = Strip([Segment("ab", STYLES[0]), Segment("c".ljust(WIDTH - 2), STYLES[1])])
    sent = diff.paint([(0, 0, both)], WIDTH, HEIGHT, colours)
    assert "ab\x1b[1mc" in sent


def test_a_row_that_terminals_shape_by_themselves_is_sent_whole():
    diff, colours = ScreenDiff(), ColorSystem.TRUECOLOR
    diff.paint([(0, 0, line("abc سلام"))], WIDTH, HEIGHT, colours)
    assert "abd سلام" in diff.paint([(0, 0, line("abd سلام"))], WIDTH, HEIGHT, colours)
