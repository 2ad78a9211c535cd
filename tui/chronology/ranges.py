"""Ranges: two dates of a sentence that are the ends of one stretch of days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.chronology.statements import Statement
from tui.dates.values import Timex, TimexType

_HYPHEN = re.compile(r"\s*[-–—]\s*")
_TO = re.compile(
    r",?\s*(?:to|until|till|through|thru|up to|au|à|jusqu['’](?:au|à|en)|إلى|حتى|الى)\s*(?:the |le |la )?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:and|et|و)\s*(?:the |le |la )?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\b(?:between|entre)|بين)(?: the| le| la)?\s*$", re.IGNORECASE)


def paired(statement: Statement) -> Iterator[tuple[Timex, Timex | None]]:
    """Yield the dates of a statement in order; with the first of a range comes its last, which does not come again."""
    timexes = statement.timexes
    place = 0
    while place < len(timexes):
        timex = timexes[place]
        other = timexes[place + 1] if place + 1 < len(timexes) else None
        if other is not None and _is_range(statement, timex, other):
            yield timex, other
            place += 2
        else:
            yield timex, None
            place += 1


def _is_range(statement: Statement, one: Timex, other: Timex) -> bool:
    if one.kind is not TimexType.DATE or other.kind is not TimexType.DATE:
        return False
    if one.span is None or other.span is None or one.span.first >= other.span.first:
        return False
    text = statement.text
    joint = text[one.end - statement.start : other.start - statement.start]
    before = text[: one.start - statement.start]
    if _HYPHEN.fullmatch(joint) or _TO.fullmatch(joint):
        return True
    return _AND.fullmatch(joint) is not None and _BETWEEN.search(before) is not None
