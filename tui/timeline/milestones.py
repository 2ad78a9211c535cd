"""Milestones: events on the timeline that several sources report or whose date they dispute.

A milestone is only put into a bucket that holds all of its days: a year never into one of its months.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from tui.timeline.cells import UNICODE
from tui.timeline.granularity import Granularity

_MOST = 72
"""The longest start of a sentence that is offered, in characters."""

_LEAST_WORDS = 3
"""With fewer words a start says nothing; then only the date is shown."""

MilestonesByBucket = Mapping[int, tuple["Milestone", ...]]
"""Milestones by the number of their bucket, ascending."""


class Milestone(Struct, frozen=True):
    """One date of an event; an event whose date is disputed has one milestone for each of its dates."""

    first: int
    """The proleptic Gregorian ordinal of its first day."""
    last: int
    """That of its last day, included."""
    when: str
    """The date or dates of the event, as shown to the reader."""
    words: str
    """The sentence that reports it, in single-cell characters; empty if that is impossible."""
    disputed: bool = False


def placed(milestones: Iterable[Milestone], granularity: Granularity) -> MilestonesByBucket:
    """Put milestones into buckets; those that no single bucket holds are omitted."""
    buckets: dict[int, list[Milestone]] = {}
    for milestone in sorted(milestones, key=lambda each: (each.first, each.last)):
        number = granularity.number(milestone.first)
        if milestone.last <= granularity.ends(number)[1]:
            buckets.setdefault(number, []).append(milestone)
    return {number: tuple(those) for number, those in buckets.items()}


def new_by_bucket(days: Iterable[tuple[int, int]], granularity: Granularity) -> Mapping[int, int]:
    """Count articles by the number of the bucket that holds all the days on which each may have appeared.

    The days are the ordinals of the first and the last one; those that no single bucket holds are not counted.
    """
    counts: dict[int, int] = {}
    for first, last in days:
        number = granularity.number(first)
        if last <= granularity.ends(number)[1]:
            counts[number] = counts.get(number, 0) + 1
    return counts


def milestone_captions(milestones: Sequence[Milestone]) -> tuple[str, ...]:
    """Name the first of a bucket's milestones and count the other events, from the fullest form to the shortest."""
    if not milestones:
        return ()
    one = milestones[0]
    more = len({(each.when, each.words) for each in milestones}) - 1
    head = f"{UNICODE.disputed if one.disputed else UNICODE.agreed} {one.when}"
    tail = f" +{more}" if more else ""
    return (*(f"{head}: {begun}{tail}" for begun in _beginnings(one.words)), f"{head}{tail}")


def _beginnings(sentence: str) -> tuple[str, ...]:
    words = sentence.split()
    forms = [sentence] if len(sentence) <= _MOST and words else []
    for count in range(len(words) - 1, _LEAST_WORDS - 1, -1):
        begun = " ".join(words[:count]).rstrip(",;:–—-") + "…"
        if len(begun) <= _MOST:
            forms.append(begun)
    return tuple(forms)
