"""Finds the dates of a text: the longest match of a language's patterns at each place, without overlaps.

Only the neighbourhood of a word that every date needs one of (a month, a unit, a year) is looked at, so that the cost
of a text is that of its dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tui.dates.candidate import Candidate
from tui.dates.false_positives import is_date
from tui.dates.grammar import PIECE, Compiled, Slot
from tui.dates.languages import Language
from tui.dates.lexicon import UNKNOWN
from tui.dates.tokens import Tokens

_LONGEST = 40
"""No more tokens than this are looked at around a trigger; keeps a text of nothing but numbers linear."""


@dataclass(frozen=True, slots=True)
class Part:
    """An expression of its own within a match."""

    first: int
    """Its first token."""
    last: int
    """The token after its last."""
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A match: how to read it, and its expressions (several where `15-22 February` names two)."""

    reading: str
    parts: tuple[Part, ...]
    slots: tuple[Slot, ...]
    """All slots of the match, from which one part borrows what another spells out."""
    last: int
    """The token after the match."""


def found_in(tokens: Tokens, language: Language) -> Iterator[Found]:
    """Yield the matches of a text in order."""
    classes = tokens.classes
    done = 0
    for trigger in _trigger_pattern(language).finditer(classes):
        if trigger.start() < done:
            continue
        start = max(classes.rfind(UNKNOWN, 0, trigger.start()) + 1, done, trigger.start() - _LONGEST)
        end = classes.find(UNKNOWN, trigger.start())
        end = len(classes) if end < 0 else end
        done = start
        while done < min(end, trigger.start() + _LONGEST):
            found = _longest(tokens, done, end, language)
            if found is None:
                done += 1
            else:
                yield found
                done = max(found.parts[-1].last, done + 1)


@lru_cache(maxsize=8)
def _trigger_pattern(language: Language) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(language.triggers))}]")


def _longest(tokens: Tokens, start: int, end: int, language: Language) -> Found | None:
    """Return the longest match at a token that is a date; of equally long ones the first in the table."""
    matches: list[tuple[int, Compiled, re.Match[str]]] = []
    for rule in language.by_first.get(tokens.classes[start], ()):
        match = rule.regex.match(tokens.classes, start, end)
        if match is not None:
            matches.append((-match.end(), rule, match))
    if len(matches) > 1:
        matches.sort(key=lambda entry: entry[0])
    for _, rule, match in matches:
        if language.triggers.isdisjoint(match.group()):
            continue
        found = _read(tokens, rule, match, language)
        first, last = found.parts[0].first, found.parts[-1].last
        if is_date(Candidate(tokens, language.vocabulary, found.reading, first, last, found.slots)):
            return found
    return None


def _read(tokens: Tokens, rule: Compiled, match: re.Match[str], language: Language) -> Found:
    slots: list[Slot] = []
    pieces: list[tuple[int, int]] = []
    for role, (first, last) in zip(rule.roles, match.regs[1:], strict=True):
        if first < 0:
            continue
        if role == PIECE:
            pieces.append((first, last))
        else:
            slots.append(Slot(first, role, language.lexicon.roles(tokens.words[first])[role]))
    slots.sort(key=lambda slot: slot.index)
    every = tuple(slots)
    parts = tuple(
        Part(first, last, tuple(slot for slot in every if first <= slot.index < last))
        for first, last in pieces or [match.span()]
    )
    return Found(rule.rule.reading, parts, every, match.end())
