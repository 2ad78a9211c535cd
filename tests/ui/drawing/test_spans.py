from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tui.ui.drawing.spans import Layer, first_from, overlapping, styled

BASE = Style(color="white")
BOLD = Style(bold=True)
REVERSE = Style(reverse=True)


def pieces(text, start, end, *layers):
    return [(segment.text, segment.style) for segment in styled(text, start, end, BASE, layers)]


def test_text_without_spans_is_one_piece():
    assert pieces("one two", 0, 7) == [("one two", BASE)]


def test_an_empty_line_is_no_piece():
    assert pieces("one", 3, 3, Layer(((0, 3),), BOLD)) == []


def test_layers_lie_over_one_another():
    assert pieces("abcdef", 0, 6, Layer(((1, 4),), BOLD), Layer(((3, 5),), REVERSE)) == [
        ("a", BASE),
        ("bc", BASE + BOLD),
        ("d", BASE + BOLD + REVERSE),
        ("e", BASE + REVERSE),
        ("f", BASE),
    ]


def test_a_span_over_a_line_end_is_drawn_on_both_lines():
    layer = Layer(((2, 6),), BOLD)
    assert pieces("abc def", 0, 3, layer) == [("ab", BASE), ("c", BASE + BOLD)]
    assert pieces("abc def", 4, 7, layer) == [("de", BASE + BOLD), ("f", BASE)]


def test_only_printable_text_is_drawn():
    assert [text for text, _ in pieces("a\x1b[31mb\u202ec\ud800\nd", 0, 12)] == ["a[31mbc d"]


SPANS = st.lists(st.integers(0, 60), unique=True, max_size=20).map(
    lambda edges: list(zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False))
)


@given(SPANS, st.integers(0, 60), st.integers(0, 60))
def test_overlapping_spans_are_those_of_a_plain_search(spans, one, other):
    start, end = sorted((one, other))
    assert list(overlapping(spans, start, end)) == [span for span in spans if span[0] < end and span[1] > start]


@given(SPANS, st.integers(0, 60))
def test_the_first_span_from_an_offset(spans, offset):
    assert first_from(spans, offset) == sum(1 for span in spans if span[0] < offset)


@given(st.text("abc ", max_size=40), SPANS)
def test_the_pieces_joined_are_the_line(text, spans):
    inside = [(first, min(last, len(text))) for first, last in spans if first < len(text)]
    assert "".join(piece for piece, _ in pieces(text, 0, len(text), Layer(inside, BOLD))) == text
