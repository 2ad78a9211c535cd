"""Captions: the words of the timeline, from the fullest form to the shortest, so that none is ever cut."""

from __future__ import annotations

from tui.days import Clock, Span
from tui.timeline.bars import magnified
from tui.timeline.granularity import described, span_label
from tui.timeline.histogram import Histogram
from tui.timeline.tally import Tally


def slider_captions(
    found: Histogram, whole: Histogram, span: Span | None, extent: Span, number: int | None
) -> tuple[str, ...]:
    """Say what a bucket holds, where one is given by its number, and which days are chosen."""
    spans = span_captions(span, extent, magnified(found, whole))
    if number is None:
        return spans
    bucket = bucket_caption(found, whole, number)
    return (*(f"{bucket} · {caption}" for caption in spans), bucket)


def bucket_caption(found: Histogram, whole: Histogram, number: int) -> str:
    """Say what a bucket holds: `Jun 2023: 3 of 9`; coarse hits that may belong to it are told as well."""
    certain, coarse = found.at(number)
    name = described(found.granularity, found.granularity.numbered(number))
    caption = f"{name}: {certain:,} of {whole.at(number)[0]:,}"
    return f"{caption}, perhaps {coarse:,} more" if coarse else caption


def span_captions(span: Span | None, extent: Span, times: int) -> tuple[str, ...]:
    """Say which days are chosen, and how many times the hits are magnified."""
    label = span_label(span or extent)
    magnified = f" · hits ×{times}" if times > 1 else ""
    return ((f"all time · {label}{magnified}",) if span is None else ()) + (f"{label}{magnified}", label)


def side_lines(found: Tally, whole: Tally, clock: Clock, height: int) -> tuple[str, ...]:
    """Return the lines at the right edge: how many hits are undated, and the clock where it is not the usual one."""
    lines = [f"+{found.undated:,}", "undated"] if whole.undated else []
    if clock is not Clock.PUBLISHED and height > len(lines):
        lines += [""] * (height - len(lines) - 1) + [clock.value]
    return tuple(lines)


def nothing_caption(whole: Tally) -> str:
    """Say why there are no bars; nothing where there is something to draw."""
    if whole.dated:
        return ""
    if not whole.total:
        return "no articles"
    return f"{whole.total:,} article{'s' if whole.total > 1 else ''}, none with a date"
