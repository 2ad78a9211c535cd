"""The events of a text: each dated statement reduced to its trace, which is stored and compared.

Of a sentence with several dates each date has its own clause, so that "decided on Monday that it will end in May" is a
decision on Monday and an end in May. An article tells what happened on a day once: what its lead says again in other
words is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.base.days import Span
from tui.chronology.clauses import event_clause, own_clause, word_before
from tui.chronology.event_kinds import COUNTED, SPEECH, STANDING, class_of, kinds_in
from tui.chronology.features import features, names_of
from tui.chronology.not_events import is_dateline, is_fragment, is_no_event
from tui.chronology.ranges import paired
from tui.chronology.statements import Statement, statements
from tui.chronology.trace import NO_PLACE, Sign, Trace, language_sign
from tui.dates.values import Basis, Mod, Timex, TimexType
from tui.dates.verbs import Tense, Verb, told_verbs
from tui.dates.wording import words

_COARSEST = 366
"""Longer spans than this (decades, centuries) are background, not events."""
_MOST = 12
"""A sentence of more dates than this is a table, not an account of events."""
_LONGEST = 1_200
"""A sentence of more characters than this is a list without full stops."""
_SINCE = frozenset(["since", "depuis", "منذ"])
_FIGURE = re.compile(r"[\d٠-٩]|\b(?:dozens|hundreds|thousands|dizaines|centaines|milliers)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}")
_DEADLINE = re.compile(
    r"(?:\bby(?: the)?|\bno later than(?: the)?|\bd['’]ici(?: (?:à|au|le|la))?|\bd['’]ici à la|\bavant(?: le| la)?"
    r"|\bau plus tard(?: le| la)?|بحلول|أقصا(?:ه|ها))\s*$",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"\b(?:statement|communiqu[eé]|declaration|déclaration)\b|بيان", re.IGNORECASE)
"""What a body or an office issues on one day, of which others report."""
_STATE = frozenset(["of", "at"])
_SPOKEN = words("say publish")
_MODS = {Mod.START: Sign.BEGINNING, Mod.END: Sign.ENDING}
_SAME = 0.5
"""The share of the words of the shorter of two statements of one article and day that makes them one."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A statement, and what all traces of its dates share."""

    number: int
    statement: Statement
    language: str
    common: frozenset[int]
    words: frozenset[int]


def traces_of(number: int, text: str, timexes: Sequence[Timex], language: str) -> list[Trace]:
    """Return the dated statements of an article in the order of its text, those whose days stayed open last.

    `timexes` are the text's own, ascending.
    """
    if not timexes:
        return []
    names = names_of(text)
    found: list[Trace] = []
    opened: list[Trace] = []
    for statement in statements(text, timexes):
        if len(statement.timexes) > _MOST or len(statement.text) > _LONGEST or is_fragment(statement, language):
            continue
        sentence = _Sentence(number, statement, language, *features(_without_dates(statement), names, language))
        for timex, until in _dates(sentence, text):
            trace = _trace(sentence, timex, until)
            if not trace.first:
                opened.append(trace)
            elif not any(_same(trace, other) for other in found):
                found.append(trace)
    return found + opened


def _dates(sentence: _Sentence, text: str) -> Iterator[tuple[Timex, Timex | None]]:
    """Yield the dates of a statement at which something happens, each day once; of a range both ends."""
    statement, code = sentence.statement, sentence.language
    seen: set[tuple[Span | str, Mod | None]] = set()
    for timex, until in paired(statement):
        key = timex.span or timex.value, timex.mod
        if key in seen or not _is_event_date(timex) or is_dateline(timex, text):
            continue
        if is_no_event(statement, timex, code) or _is_count_since(statement, timex):
            continue
        seen.add(key)
        if until is not None and until.span is not None:
            seen.add((until.span, until.mod))
        yield timex, until


def _is_count_since(statement: Statement, timex: Timex) -> bool:
    """Return whether a date is only that from which on something is counted: `288 soldiers have died since 2013`."""
    if word_before(statement, timex) not in _SINCE:
        return False
    first, last = own_clause(statement, timex)
    clause = statement.text[first:last]
    counted = _FIGURE.search(clause[: timex.start - statement.start - first])
    return counted is not None and bool(kinds_in(clause) & COUNTED)


def _is_event_date(timex: Timex) -> bool:
    if timex.kind not in (TimexType.DATE, TimexType.TIME) or timex.value.endswith("_REF"):
        return False
    return timex.span is None or len(timex.span) <= _COARSEST


def _trace(sentence: _Sentence, timex: Timex, until: Timex | None) -> Trace:
    statement = sentence.statement
    span = timex.span
    if span is not None and until is not None and until.span is not None:
        span = span.joined(until.span)
    since = word_before(statement, timex) in _SINCE
    signs = language_sign(sentence.language)
    if timex.mod is not None:
        signs |= _MODS.get(timex.mod, Sign(0))
    if _DEADLINE.search(statement.text[: timex.start - statement.start]):
        signs |= Sign.DEADLINE
    first, last = own_clause(statement, timex)
    if _ISSUED.search(statement.text, first, last):
        signs |= Sign.ISSUED
    if timex.basis is Basis.PUBLISHED and not _is_numbered(timex):
        signs |= Sign.LEANING
    if not since and _happens(statement, timex, sentence.language):
        signs |= Sign.HAPPENS
    return Trace(
        first=0 if span is None else span.first.toordinal(),
        last=0 if span is None else span.last.toordinal(),
        number=sentence.number,
        place=timex.start,
        until=NO_PLACE if until is None else until.start,
        start=statement.start,
        end=statement.end,
        signs=int(signs),
        kinds=_kinds(statement, timex, since),
        common=sentence.common,
        words=sentence.words,
    )


def _is_numbered(timex: Timex) -> bool:
    """Return whether a date gives the day of its month, so that only the year is counted: `4 August`."""
    return timex.span is not None and timex.span.first.day in map(int, _NUMBER.findall(timex.text))


def _kinds(statement: Statement, timex: Timex, since: bool) -> int:
    if not since:
        return kinds_in(event_clause(statement, timex))
    first, last = own_clause(statement, timex)
    return kinds_in(statement.text[first:last]) & ~SPEECH or STANDING


def _happens(statement: Statement, timex: Timex, language: str) -> bool:
    """Return whether the verb of the date's clause tells of more than words: past or future, and no verb of saying."""
    if word_before(statement, timex) in _STATE:
        return False
    first, last = own_clause(statement, timex)
    verbs = _verbs(statement, first, last, language) or _verbs(statement, 0, len(statement.text), language)
    if not verbs:
        return False
    before = [verb for verb in verbs if verb.end + statement.start <= timex.start]
    verb = before[-1] if before else verbs[0]
    return verb.tense is not Tense.PRESENT and class_of(verb.word) not in _SPOKEN


def _verbs(statement: Statement, first: int, last: int, language: str) -> list[Verb]:
    """Return the verbs of a part of a statement, offsets into the statement; words of dates, as `last`, are none."""
    found = told_verbs(statement.text[first:last], language, begins=first == 0)
    moved = (verb._replace(start=verb.start + first, end=verb.end + first) for verb in found)
    return [verb for verb in moved if not _within(verb, statement)]


def _within(verb: Verb, statement: Statement) -> bool:
    place = verb.start + statement.start
    return any(timex.start <= place < timex.end for timex in statement.timexes)


def _same(one: Trace, other: Trace) -> bool:
    """Return whether two statements of one article tell the same of the same days."""
    if (one.first, one.last) != (other.first, other.last) or one.start == other.start:
        return False
    here, there = one.common | one.words, other.common | other.words
    return len(here & there) >= _SAME * min(len(here), len(there))


def _without_dates(statement: Statement) -> str:
    text = statement.text
    for timex in reversed(statement.timexes):
        text = text[: timex.start - statement.start] + text[timex.end - statement.start :]
    return text
