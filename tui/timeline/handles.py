"""Handles: how the two ends of a chosen span move, bucket by bucket or under the mouse.

A span is never shorter than one bucket. One that holds the whole extent is no choice at all and becomes None, which
gives the undated articles back as well.
"""

from __future__ import annotations

from enum import StrEnum

from tui.base.days import Span
from tui.timeline.granularity import Granularity


class Handle(StrEnum):
    """One end of a span."""

    START = "start"
    END = "end"


def chosen(span: Span, extent: Span) -> Span | None:
    """Return the span as a choice: None where it leaves nothing of the extent out."""
    return None if span.first <= extent.first and extent.last <= span.last else span


def swept(granularity: Granularity, one: int, other: int) -> Span:
    """Return the span from one bucket to another, given by their numbers in either order."""
    return granularity.numbered(min(one, other)).joined(granularity.numbered(max(one, other)))


def put(handle: Handle, span: Span | None, granularity: Granularity, number: int, extent: Span) -> Span | None:
    """Put one handle to a bucket; it stops at the other handle and at the extent's own end."""
    span = span or extent
    start, end = granularity.reach(span)
    low, high = granularity.reach(extent)
    if handle is Handle.START:
        number = max(min(number, end), min(low, start))
        return chosen(Span(granularity.numbered(number).first, span.last), extent)
    number = min(max(number, start), max(high, end))
    return chosen(Span(span.first, granularity.numbered(number).last), extent)


def moved(handle: Handle, span: Span | None, granularity: Granularity, steps: int, extent: Span) -> Span | None:
    """Move one handle by a number of buckets, earlier where negative.

    A handle that stands within a bucket goes to the bucket's own edge first.
    """
    now = span or extent
    start, end = granularity.reach(now)
    if handle is Handle.START:
        within = now.first != granularity.numbered(start).first
        return put(handle, span, granularity, start + steps + (within and steps < 0), extent)
    within = now.last != granularity.numbered(end).last
    return put(handle, span, granularity, end + steps - (within and steps > 0), extent)


def nearest(span: Span | None, granularity: Granularity, number: int, extent: Span) -> Handle:
    """Say which handle is nearer to a bucket; of two that are equally near, the one on its side, else the end."""
    start, end = granularity.reach(span or extent)
    return Handle.START if abs(number - start) < abs(number - end) or number < start else Handle.END
