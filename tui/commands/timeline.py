"""`mali-tui timeline`: how many articles appeared when, or how often texts mention which time."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from tui.base.days import Clock, Precision, Span, precision_of, write_iso
from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.core.explorer import Explorer
from tui.locale import N_, _
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import Histogram
from tui.timeline.tally import Tally

_BAR_CELLS = 40
"""The longest bar of the table."""


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the buckets from the first to the last dated article, empty ones too; 1 if nothing is found.

    Articles whose date is coarser than a bucket have a bucket of their own, written as exactly as it is known; undated
    ones are counted last, without a bucket. The counts add up to the number of articles found.

    On the clock of mentions each mention counts, articles without any are undated, and empty buckets are omitted, since
    texts mention years that lie centuries apart.
    """
    view = answered(explorer, " ".join(asked.query), Clock(asked.clock))
    found = view.found
    rows = list(_rows(found, Granularity(asked.by), Clock(asked.clock)))
    if printer.as_json:
        for bucket, count in rows:
            printer.record({"bucket": bucket, "count": count})
    elif found.total:
        most = max(count for _, count in rows)
        table = ((bucket or _("undated"), f"{count:,}", "█" * -(-_BAR_CELLS * count // most)) for bucket, count in rows)
        printer.table((asked.by, N_("articles") if asked.clock == Clock.PUBLISHED else N_("mentions"), ""), table)
    if not found.total:
        told = _("No article matches {query}.") if view.understood else _("No article matches this query.")
        printer.tell(told.format(query=view.understood))
    return 0 if found.total else 1


def _rows(found: Tally, granularity: Granularity, clock: Clock) -> Iterator[tuple[str | None, int]]:
    """Yield the buckets with their counts; None for what has no date."""
    if clock is Clock.PUBLISHED:
        histogram = Histogram.of(found, granularity)
        if found.extent is not None:
            yield from zip(map(granularity.written, histogram.buckets), histogram.counts, strict=True)
    else:
        counts: Counter[int] = Counter()
        for first, last, count in (*((day, day, count) for day, count in found.days), *found.coarse):
            if granularity.number(first) == granularity.number(last):
                counts[granularity.number(first)] += count
        for bucket, count in sorted(counts.items()):
            yield granularity.written(Span.from_ordinals(*granularity.ends(bucket))), count
    for first, last, count in found.coarse:
        if granularity.number(first) != granularity.number(last):
            yield _written(Span.from_ordinals(first, last)), count
    if found.undated:
        yield None, found.undated


def _written(span: Span) -> str:
    """Write a span that is longer than a bucket: as a year or month if it is one, else with both ends."""
    precision = precision_of(span)
    if precision is Precision.DAY:
        return f"{span.first.isoformat()}..{span.last.isoformat()}"
    return write_iso(span, precision)
