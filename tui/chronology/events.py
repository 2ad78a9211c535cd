"""The events of a text: a dated statement reduced to what can be compared with another one's.

Of a sentence with several dates each date has its own clause, so that "decided on Monday that it will end in May" is a
decision on Monday and an end in May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.base.days import Span
from tui.chronology.event_kinds import SPEECH, STANDING, classes_in, subjects_in
from tui.chronology.statements import Statement, statements
from tui.dates.values import Kind, Timex
from tui.dates.wording import words

_CLAUSE = re.compile(
    r"\s*[,;:()–—]\s|\s(?:that|which|who|whom|whose|while|when|where|after|before|because|although|whereas|so "
    "that|and|but"
    r"|que|qui|dont|où|lorsque|quand|après que|avant que|parce que|tandis que|et|mais)\s"
)
_DASHES = ("-", "–", "—", "/")
_COARSEST = 366
"""Longer spans than this (decades, centuries) are background, not events."""
_MOST = 40
"""A sentence of more dates than this is a table, not an account of events."""
_SINCE = frozenset(["since", "depuis"])
_DEADLINE = re.compile(r"(?:\bby(?: the)?|\bd['’]ici(?: (?:à|au|le|la))?|\bd['’]ici à la)\s*$", re.IGNORECASE)
_OUTSIDE = words("after beyond before après avant")
_QUOTES = "\"“”«»„'‘’"


@dataclass(frozen=True, slots=True)
class Event:
    """A dated statement as it is compared with others."""

    statement: Statement
    timex: Timex
    span: Span | None
    """The days, or None where the date stayed open."""
    kinds: frozenset[str]
    """What happens in the date's own clause, by class."""
    subjects: frozenset[str]
    """What the sentence is about."""
    deadline: bool = False
    """Whether the date is the latest on which it is to happen: `by 1 May`."""

    @property
    def days(self) -> Span:
        """The days of an event that has some."""
        assert self.span is not None
        return self.span


def events_of(text: str, timexes: Sequence[Timex]) -> Iterator[Event]:
    """Yield the dated statements of a text: one for each date of a sentence, tables excluded."""
    for statement in statements(text, timexes):
        if len(statement.timexes) > _MOST:
            continue
        subjects = subjects_in(_without_dates(statement))
        seen: set[tuple[str, str | None]] = set()
        for timex in statement.timexes:
            if (timex.value, timex.mod) in seen or not _is_event_date(timex, text) or _is_bound(statement, timex):
                continue
            seen.add((timex.value, timex.mod))
            yield Event(
                statement, timex, timex.span, _kinds(statement, timex), subjects, _is_deadline(statement, timex)
            )


def _kinds(statement: Statement, timex: Timex) -> frozenset[str]:
    if _word_before(statement, timex) not in _SINCE:
        return classes_in(_clause(statement, timex))
    return classes_in(_own_clause(statement, timex)) - SPEECH or frozenset({STANDING})


def _word_before(statement: Statement, timex: Timex) -> str:
    words = statement.text[: timex.start - statement.start].lower().split()
    return words[-1].strip("(,") if words else ""


def _is_deadline(statement: Statement, timex: Timex) -> bool:
    return _DEADLINE.search(statement.text[: timex.start - statement.start]) is not None


def _is_event_date(timex: Timex, text: str) -> bool:
    if timex.kind not in (Kind.DATE, Kind.TIME) or timex.value.endswith("_REF"):
        return False
    if timex.span is not None and len(timex.span) > _COARSEST:
        return False
    return not (_is_quoted(timex, text) or _is_dateline(timex, text))


def _is_bound(statement: Statement, timex: Timex) -> bool:
    """Return whether a long span only bounds the event: `beyond this year`, `before 2012`."""
    return timex.span is not None and len(timex.span) > 31 and _word_before(statement, timex) in _OUTSIDE


def _is_quoted(timex: Timex, text: str) -> bool:
    """Return whether the expression alone stands in quotation marks: it is then quoted as a word."""
    return text[max(timex.start - 1, 0) : timex.start] in _QUOTES and text[timex.end : timex.end + 1] in _QUOTES


def _is_dateline(timex: Timex, text: str) -> bool:
    """Return whether the date belongs to `Bamako, Mali, 7 July 2023 –` at the head of a text."""
    before = text[: timex.start]
    if len(before) > 60 or any(word[:1].islower() for word in before.split()):
        return False
    return text[timex.end : timex.end + 3].strip()[:1] in _DASHES


def _without_dates(statement: Statement) -> str:
    text = statement.text
    for timex in reversed(statement.timexes):
        text = text[: timex.start - statement.start] + text[timex.end - statement.start :]
    return text


def _cuts(statement: Statement) -> list[int]:
    found = (cut for cut in _CLAUSE.finditer(statement.text) if not _within_date(statement, cut.start()))
    return [0, *(cut.end() for cut in found), len(statement.text)]


def _place(cuts: Sequence[int], statement: Statement, timex: Timex) -> int:
    place = timex.start - statement.start
    return next(index for index in range(len(cuts) - 1) if place < cuts[index + 1])


def _own_clause(statement: Statement, timex: Timex) -> str:
    cuts = _cuts(statement)
    number = _place(cuts, statement, timex)
    return statement.text[cuts[number] : cuts[number + 1]]


def _clause(statement: Statement, timex: Timex) -> str:
    """Return the clause that a date stands in; a clause without an event is joined with its neighbours."""
    text, cuts = statement.text, _cuts(statement)
    first = _place(cuts, statement, timex)
    last = first + 1
    while not classes_in(text[cuts[first] : cuts[last]]) and (first > 0 or last < len(cuts) - 1):
        first, last = max(first - 1, 0), last if first > 0 else last + 1
    return text[cuts[first] : cuts[last]]


def _within_date(statement: Statement, place: int) -> bool:
    where = place + statement.start
    return any(timex.start <= where < timex.end for timex in statement.timexes)
