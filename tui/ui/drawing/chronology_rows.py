"""How one statement of a chronology looks: a pure function from an item to rows of cells.

The date stands in a column of its own beside the sentence; in a narrow pane, above it. A line down the side holds the
statements of one event together. Every row is exactly as wide as was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from tui.base.printable import printable, printable_line
from tui.locale import _, ngettext
from tui.search.passage import Mark
from tui.ui.drawing.chronology_items import NO_BREAK, UNKNOWN, Item
from tui.ui.drawing.date_labels import published_label
from tui.ui.drawing.line_breaks import SOFT_ENDS, line_starts
from tui.ui.drawing.outlets import outlet_role
from tui.ui.drawing.spans import drawn, overlapping
from tui.ui.drawing.styled_runs import filled


class Role(StrEnum):
    """What a run of a row is; the widget gives each a style."""

    DATE = "date"
    RAIL = "rail"
    SENTENCE = "sentence"
    WRITTEN = "written"
    """The date in the sentence, where it is written out."""
    INFERRED = "inferred"
    """The date in the sentence, where it was counted from another one."""
    FOUND = "found"
    """Words that were typed into the filter."""
    SOURCE = "source"
    DISPUTED = "disputed"
    MONTH = "month"


Line = tuple[tuple[str, str], ...]

SIDE_BY_SIDE = 64
"""From this width on the date stands beside the sentence; below it, above."""
_DATE_CELLS = 15
_MEASURE = 92
"""The longest line of a sentence, in cells."""
_AROUND = 700
"""Characters shown before and after the date of an overlong sentence."""


def draw_item(item: Item, width: int, found: Sequence[re.Pattern[str]] = ()) -> tuple[Line, ...]:
    """Draw a statement in rows of exactly `width` cells, an empty one first where another event begins."""
    beside = width >= SIDE_BY_SIDE
    measure = max(1, min(_MEASURE, width - (_DATE_CELLS + 5 if beside else 3)))
    dates = _folded(item.date, _DATE_CELLS if beside else measure, Role.DATE) if item.date else []
    texts = [*_sentence_lines(item, measure, found), *_source_lines(item, measure)]
    rail = "│ " if item.shared else "  "
    heading = _folded(item.heading, max(1, min(width - 2, _MEASURE + _DATE_CELLS)), Role.DISPUTED)
    rows: list[list[tuple[str, str]]] = [[(" ", Role.SENTENCE), *line] for line in heading]
    if item.month:
        rows.insert(0, [(" " + item.month, Role.MONTH)])
    if item.opens:
        rows.insert(0, [])
    if beside:
        for place in range(max(len(dates), len(texts))):
            date = filled(dates[place] if place < len(dates) else [], _DATE_CELLS + 1, Role.DATE)
            text = texts[place] if place < len(texts) else []
            rows.append([(" ", Role.DATE), *date, (rail, Role.RAIL), *text])
    else:
        rows += [[(" ", Role.DATE), *line] for line in dates]
        rows += [[(rail if item.shared else " ", Role.RAIL), *line] for line in texts]
    return tuple(filled(row, width, Role.SENTENCE) for row in rows)


def _sentence_lines(item: Item, measure: int, found: Sequence[re.Pattern[str]]) -> list[list[tuple[str, str]]]:
    told = item.statement
    ends = told.timex if told.until is None else told.until
    start, end = told.timex.start - told.start, ends.end - told.start
    text, cut = told.sentence, 0
    if start - _AROUND > 0:
        cut = text.find(" ", start - _AROUND, start) + 1 or start - _AROUND
    head = "… " if cut else ""
    tail = " …" if end + _AROUND < len(text) else ""
    text = head + text[cut : end + _AROUND] + tail
    date = (start - cut + len(head), end - cut + len(head))
    places = sorted(place.span() for pattern in found for place in pattern.finditer(text))
    layers: Layers = [([date], Role.INFERRED if told.timex.inferred else Role.WRITTEN), (places, Role.FOUND)]
    return list(_wrapped(text, measure, Role.SENTENCE, layers))


def _source_lines(item: Item, measure: int) -> list[list[tuple[str, str]]]:
    told = item.statement
    unnamed = f"{_(UNKNOWN)}: “{item.title}”" if item.title else _(UNKNOWN)
    credit, source = printable_line(told.credit(unnamed)), printable_line(told.source)
    name = credit.find(source) if source else 0
    facts = [credit, _kept_together(published_label(told.published))]
    if item.here:
        facts.append(_kept_together(_("says {date}").format(date=item.here)))
    if told.timex.inferred:
        facts.append(_("inferred"))
    if item.more:
        facts.append(ngettext("{count} more statement", "{count} more statements", item.more).format(count=item.more))
    named: Layers = [([(name, name + len(source))], outlet_role(told.source))] if source and name >= 0 else []
    return list(_wrapped(" · ".join(facts), measure, Role.SOURCE, named))


def _kept_together(date: str) -> str:
    """Keep a date on one line."""
    return date.replace(" ", NO_BREAK)


def _folded(text: str, measure: int, role: Role) -> list[list[tuple[str, str]]]:
    return list(_wrapped(printable(text), measure, role, [])) if text else []


Layers = Sequence[tuple[Sequence[Mark], str]]


def _wrapped(text: str, measure: int, role: str, layers: Layers) -> Iterator[list[tuple[str, str]]]:
    """Fold a text to lines; where layers overlap, the last one gives the role."""
    starts = [*line_starts(text, 0, len(text), measure), len(text)]
    for start, after in pairwise(starts):
        end = start + len(text[start:after].rstrip(SOFT_ENDS))
        present = [(span, own) for spans, own in layers for span in overlapping(spans, start, end)]
        cuts = sorted({start, end, *(min(max(edge, start), end) for span, _ in present for edge in span)})
        yield [
            (drawn(text[first:last]).replace(NO_BREAK, " "), _role_at(first, present, role))
            for first, last in pairwise(cuts)
        ]


def _role_at(place: int, present: Sequence[tuple[Mark, str]], role: str) -> str:
    return next((own for span, own in reversed(present) if span[0] <= place < span[1]), role)
