"""What makes an event worth reading: who tells it, how precisely, whether something happens, how near the query."""

from __future__ import annotations

from enum import IntFlag

from tui.chronology.merging import VAGUE, AboutOf, Gathered
from tui.chronology.trace import Trace

_FAR_BACK, _FAR_AHEAD = 30 * 366, 10 * 366
"""An event more than these days before the first article, or after the last, is far off."""


class Sign(IntFlag):
    """What a list of events can be narrowed to."""

    SEVERAL = 1
    """Several witnesses tell of it."""
    DISPUTED = 2
    """They date it differently."""
    TELLING = 4
    """Several tell of it, or one tells precisely what happened."""
    FAR = 8
    """No more than a season or a year is known of it, or it lies far from the time of the articles."""
    OPEN = 16
    """Its date could not be placed on the calendar."""


def signs_of(event: Gathered, about: AboutOf, near: frozenset[int], extent: tuple[int, int]) -> Sign:
    """Say what an event is worth to a reader.

    `near` are the hashed words of the query, of which a sole witness must use one; none asks for nothing. `extent` are
    the first and the last day on which an article appeared, as ordinals; zeros where that is unknown.
    """
    signs = Sign(0)
    traces = event.traces
    several = len({about(trace.number).witness for trace in traces}) > 1
    if several:
        signs |= Sign.SEVERAL
    if len(event.datings) > 1:
        signs |= Sign.DISPUTED
    lead = event.datings[0][0]
    ends = lead.edge if signs & Sign.DISPUTED else (lead.first, lead.last)  # a disputed end of a year is no whole year
    if _is_far(ends, extent):
        signs |= Sign.FAR
    if several or any(_is_precise(trace, near) for trace in traces):
        signs |= Sign.TELLING
    return signs


def _is_precise(trace: Trace, near: frozenset[int]) -> bool:
    """Return whether a statement alone is worth reading: a day, a verb of happening, a word of the query."""
    if not trace.happens or trace.length > 1:
        return False
    return not near or not near.isdisjoint(trace.common) or not near.isdisjoint(trace.words)


def _is_far(days: tuple[int, int], extent: tuple[int, int]) -> bool:
    if days[1] - days[0] >= VAGUE:
        return True
    first, last = extent
    return bool(first) and not first - _FAR_BACK <= days[0] <= last + _FAR_AHEAD
