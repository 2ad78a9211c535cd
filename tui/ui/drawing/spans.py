"""Stretches of a text in styles of their own: marks, what was found, what is selected.

Styles lie over one another in layers; a later layer wins where it says something. Only
printable text leaves this module.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.base.printable import printable
from tui.search.passage import Mark


class Layer(NamedTuple):
    """Spans that share a style."""

    spans: Sequence[Mark]
    """Offsets into the text, ascending, not overlapping."""
    style: Style


def styled(text: str, start: int, end: int, base: Style, layers: Iterable[Layer]) -> list[Segment]:
    """Return `text[start:end]` as segments of one style each; none is empty."""
    present = [(span, layer.style) for layer in layers for span in overlapping(layer.spans, start, end)]
    cuts = sorted({start, end, *(min(max(edge, start), end) for span, _ in present for edge in span)})
    return [
        Segment(drawn(text[first:last]), sum((style for span, style in present if span[0] <= first < span[1]), base))
        for first, last in pairwise(cuts)
    ]


def overlapping(spans: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    """Return the spans that share a character with `start` to before `end`."""
    first = max(0, bisect_right(spans, (start, start)) - 1)
    for place in range(first, len(spans)):
        if spans[place][0] >= end:
            return
        if spans[place][1] > start:
            yield spans[place]


def first_from(spans: Sequence[Mark], offset: int) -> int:
    """Return the place of the first span that begins at `offset` or later; their number where none does."""
    return bisect_left(spans, (offset, 0))


def drawn(text: str) -> str:
    """Return what of a stretch of one line may reach the terminal."""
    return printable(text).replace("\n", " ")
