"""Captions: the texts of the timeline, each from its longest form to its shortest, so that none is ever cut."""

from __future__ import annotations

from collections.abc import Sequence

from tui.base.days import Clock, Span
from tui.base.plurals import counted
from tui.locale import _
from tui.timeline.bars import magnified
from tui.timeline.folding import length_forms
from tui.timeline.granularity import described, span_label
from tui.timeline.histogram import Histogram
from tui.timeline.milestones import Milestone, milestone_captions
from tui.timeline.tally import Tally


def slider_captions(
    found: Histogram,
    whole: Histogram,
    span: Span | None,
    extent: Span,
    number: int | None,
    *,
    milestones: Sequence[Milestone] = (),
    new: int = 0,
    folded: Span | None = None,
    noun: str = "article",
) -> tuple[str, ...]:
    """Say what a bucket holds, if its number is given, and which days are chosen.

    So many of its articles are `new`. Its `milestones` come before the chosen days, which the handles show anyway. Of
    one in a `folded` stretch it is said how long nothing lies there. What is counted is a `noun` of `counted`.
    """
    spans = span_captions(span, extent, magnified(found, whole))
    if number is None:
        return spans
    if folded is not None and not milestones:
        return fold_captions(folded)
    buckets = bucket_captions(found, whole, number, new, noun)
    events = milestone_captions(milestones)
    named = (
        f"{bucket} · {caption}"
        for bucket, those in ((buckets[1], events), (buckets[2], events[-1:]))
        for caption in those
    )
    return (*named, *(f"{buckets[0]} · {caption}" for caption in spans), *buckets)


def bucket_captions(
    found: Histogram, whole: Histogram, number: int, new: int = 0, noun: str = "article"
) -> tuple[str, ...]:
    """Say what a bucket holds: `Jun 2023: 3 of 9 articles`; coarse hits that may belong to it are given as well."""
    unit, (certain, coarse) = found.granularity, found.at(number)
    bucket = unit.numbered(number)
    here = whole.at(number)[0]
    count = _("{count:,} of {whole:,}").format(count=certain, whole=here)

    def told(count: str) -> str:
        more = _("{count}, perhaps {more:,} more").format(count=count, more=coarse) if coarse else count
        return _("{count}, {new:,} new").format(count=more, new=new) if new else more

    full = told(_("{count:,} of {whole}").format(count=certain, whole=counted(here, noun)))
    label = unit.label(bucket)
    return f"{described(unit, bucket)}: {full}", f"{label}: {full}", f"{label}: {told(count)}", count


def fold_captions(span: Span) -> tuple[str, ...]:
    """Say of which days nothing has a date, and how long they are."""
    length, short = length_forms(span)
    told = _("nothing in {days}: folded, {length}").format(days=span_label(span), length=length)
    return told, _("nothing for {length}").format(length=length), short


def span_captions(span: Span | None, extent: Span, times: int) -> tuple[str, ...]:
    """Say which days are chosen, and how many times taller than all else hits are drawn; the latter is kept longest."""
    label = span_label(span or extent)
    forms = (label,) if span else (_("all time") + f" · {label}", label)
    if times == 1:
        return forms
    told = (
        _("solid: hits, {times} times as tall · dots: all").format(times=times),
        _("hits ×{times}, dots: all").format(times=times),
        _("hits ×{times}").format(times=times),
    )
    return (*(f"{form} · {words}" for words in told[:2] for form in forms), *told[1:])


def side_lines(found: Tally, whole: Tally, clock: Clock, height: int, spanned: bool = False) -> tuple[str, ...]:
    """Return the lines at the right edge: how many hits are undated, and the clock if it is not the default.

    A chosen span hides undated articles: with `spanned` the lines say so if there is room.
    """
    lines = [f"+{found.undated:,}", _("undated")] if whole.undated else []
    if spanned and lines and found.undated and height > 3:
        lines = [f"{found.undated:,}", _("undated"), _("hidden")]
    if clock is not Clock.PUBLISHED and height > len(lines):
        lines += [""] * (height - len(lines) - 1) + [_(clock.value)]
    return tuple(lines)


def nothing_caption(whole: Tally) -> str:
    """Say why there are no bars; nothing if there is something to draw."""
    if whole.dated:
        return ""
    if not whole.total:
        return _("no articles")
    return _("{articles}, none with a date").format(articles=counted(whole.total, "article"))
