"""The clauses of a statement: of a sentence with several dates, each date has its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.chronology.event_kinds import kinds_in
from tui.chronology.statements import Statement
from tui.dates.values import Timex

_CLAUSE = re.compile(
    r"\s*[,;:()–—،؛]\s|\s(?:that|which|who|whom|whose|while|when|where|after|before|because|although|whereas|so that"
    r"|and|but|que|qui|dont|où|lorsque|quand|après que|avant que|parce que|tandis que|et|mais|بعد أن|قبل أن|التي|الذي"
    r"|حيث|بينما|لكن)\s"
)


def own_clause(statement: Statement, timex: Timex) -> tuple[int, int]:
    """Return where the clause of a date begins and ends in the statement's text."""
    cuts = _cuts(statement)
    number = _place(cuts, statement, timex)
    return cuts[number], cuts[number + 1]


def event_clause(statement: Statement, timex: Timex) -> str:
    """Return the clause that a date stands in; a clause without a kind of event is joined with its neighbours."""
    text, cuts = statement.text, _cuts(statement)
    first = _place(cuts, statement, timex)
    last = first + 1
    while not kinds_in(text[cuts[first] : cuts[last]]) and (first > 0 or last < len(cuts) - 1):
        first, last = max(first - 1, 0), last if first > 0 else last + 1
    return text[cuts[first] : cuts[last]]


def word_before(statement: Statement, timex: Timex) -> str:
    """Return the word before a date, in lower case; empty where there is none."""
    words = statement.text[: timex.start - statement.start].lower().split()
    return words[-1].strip("(,") if words else ""


def _cuts(statement: Statement) -> list[int]:
    found = (cut for cut in _CLAUSE.finditer(statement.text) if not _within_date(statement, cut.start()))
    return [0, *(cut.end() for cut in found), len(statement.text)]


def _place(cuts: Sequence[int], statement: Statement, timex: Timex) -> int:
    place = timex.start - statement.start
    return next(index for index in range(len(cuts) - 1) if place < cuts[index + 1])


def _within_date(statement: Statement, place: int) -> bool:
    where = place + statement.start
    return any(timex.start <= where < timex.end for timex in statement.timexes)
