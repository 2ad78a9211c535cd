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
PIECES = st.text(st.sampled_from("ab  z▌│éم字"), min_size=1, max_size=6) | st.just(" " * 11)


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
    return [[seen(screen.buffer[y][x]) for x in range(WIDTH) if screen.buffer[y][x].data] for y in range(HEIGHT)]


def seen(cell) -> tuple[object, ...]:
    """Return what can be seen of a cell: of a blank its background, unless it has a line or is reverse."""
    bare = cell.data == " " and not (cell.underscore or cell.strikethrough or cell.reverse)
    return (" ", cell.bg) if bare else tuple(cell)


def everything(frame: list[Strip], colours: ColorSystem) -> list[str]:
    """Return what paints a frame as Rich does: every cell, each segment with all of its codes."""
    return [
        f"\x1b[{y + 1};1H" + "".join(style.render(text, color_system=colours) for text, style, _ in strip)
        for y, strip in enumerate(frame)
    ]


@settings(max_examples=150)
@given(st.lists(st.lists(strips(), min_size=HEIGHT, max_size=HEIGHT), min_size=1, max_size=4), st.booleans())
def test_changes_lead_to_what_everything_would(frames: list[list[Strip]], erases: bool):
    diff, colours = ScreenDiff(erases), ColorSystem.TRUECOLOR
    sent = [diff.paint(((y, 0, strip) for y, strip in enumerate(frame)), WIDTH, HEIGHT, colours) for frame in frames]
    assert shown(sent) == shown(everything(frames[-1], colours))


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


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("style", [STYLES[0], Style()])
def test_of_a_row_that_is_known_in_parts_only_these_are_sent(plain, style):
    diff = ScreenDiff()
    pieces = [(1, x, Strip([Segment("ab" if plain else "a字", style)])) for x in (2, 6)]
    sent = diff.paint(pieces, WIDTH, HEIGHT, ColorSystem.TRUECOLOR)
    assert "\0" not in sent
    assert [cell[0] for cell in shown([sent])[1]] == list("  ab  ab    " if plain else "  a字 a字   ")


def test_a_style_is_turned_into_another_by_what_differs():
    diff, colours = ScreenDiff(), ColorSystem.TRUECOLOR
    both = Strip([Segment("ab", STYLES[0]), Segment("c".ljust(WIDTH - 2), STYLES[1])])
    sent = diff.paint([(0, 0, both)], WIDTH, HEIGHT, colours)
    assert "ab\x1b[1mc" in sent


def test_a_row_that_terminals_shape_by_themselves_is_sent_whole():
    diff, colours = ScreenDiff(), ColorSystem.TRUECOLOR
    diff.paint([(0, 0, line("abc سلام"))], WIDTH, HEIGHT, colours)
    assert "abd سلام" in diff.paint([(0, 0, line("abd سلام"))], WIDTH, HEIGHT, colours)


def test_blanks_take_the_colour_of_what_stands_beside_them():
    diff, colours = ScreenDiff(), ColorSystem.TRUECOLOR
    both = Strip([Segment("ab ", STYLES[0]), Segment(" ".ljust(WIDTH - 4), STYLES[1]), Segment("c", STYLES[1])])
    assert f"ab{' ' * (WIDTH - 3)}\x1b[1mc" in diff.paint([(0, 0, both)], WIDTH, HEIGHT, colours)
    other = Strip([Segment("ab".ljust(WIDTH - 1), STYLES[1]), Segment("c", STYLES[1])])
    assert diff.paint([(0, 2, other.crop(2, WIDTH))], WIDTH, HEIGHT, colours) == ""


def test_many_blanks_are_erased_where_that_keeps_the_colour():
    diff, colours = ScreenDiff(erases=True), ColorSystem.TRUECOLOR
    assert diff.paint([(0, 0, line(""))], WIDTH, HEIGHT, colours).endswith("\x1b[K\x1b[0m")
    sent = diff.paint([(1, 0, Strip([Segment(" " * 11 + "a", STYLES[0])]))], WIDTH, HEIGHT, colours)
    assert "\x1b[11X\x1b[11Ca" in sent


@pytest.mark.parametrize(
    ("colour", "sent"),
    [
        ("#d7d7d7", "38;5;188"),
        ("#a8a8a8", "38;5;248"),
        ("#fed75f", "38;5;221"),  # rounded on its way
        ("#d8d5cc", "38;2;216;213;204"),
        ("#15181c", "38;2;21;24;28"),
    ],
)
def test_a_colour_that_is_one_of_the_256_is_sent_by_its_number(colour, sent):
    strip = Strip([Segment("ferry", Style(color=colour))])
    assert f"\x1b[{sent}mferry" in ScreenDiff().paint([(0, 0, strip)], 5, 1, ColorSystem.TRUECOLOR)
