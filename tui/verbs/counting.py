"""`mali-tui timeline`: how many articles appeared when."""

from __future__ import annotations

import argparse

from tui.days import Span, precision_of, write_iso
from tui.explorer import Explorer
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import Histogram
from tui.verbs.printer import Printer
from tui.verbs.query import answered

_BAR_CELLS = 40
"""The longest bar of the table."""


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the buckets from the first to the last dated article, empty ones too; 1 where nothing is found.

    Articles that are known to less than a bucket have a bucket of their own, written as far as it is known; undated
    ones are counted last, without a bucket. Together the counts are the number of articles found.
    """
    view = answered(explorer, " ".join(asked.query))
    found = view.found
    granularity = Granularity(asked.by)
    rows: list[tuple[str | None, int]] = []
    histogram = Histogram.of(found, granularity)
    if found.extent is not None:
        rows += zip(map(granularity.written, histogram.buckets), histogram.counts, strict=True)
    for first, last, count in found.coarse:
        if granularity.number(first) != granularity.number(last):
            span = Span.from_ordinals(first, last)
            rows.append((write_iso(span, precision_of(span)), count))
    if found.undated:
        rows.append((None, found.undated))
    if printer.as_json:
        for bucket, count in rows:
            printer.record({"bucket": bucket, "count": count})
    elif found.total:
        most = max(count for _, count in rows)
        table = ((bucket or "undated", f"{count:,}", "█" * -(-_BAR_CELLS * count // most)) for bucket, count in rows)
        printer.table((asked.by, "articles", ""), table)
    if not found.total:
        printer.tell(f"Nothing answers {view.understood or 'this query'}.")
    return 0 if found.total else 1
