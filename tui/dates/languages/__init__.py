"""The languages whose dates are read: a table of words, one of patterns and a few sets each; a third is two files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tui.dates.grammar import PIECE, Compiled, Rule, alternatives, compiled, literals
from tui.dates.lexicon import Lexicon, TokenClasses, Value


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Everything that finding and resolving asks of a language."""

    code: str
    classes: TokenClasses
    lexicon: Lexicon
    by_first: Mapping[str, tuple[Compiled, ...]]
    """The rules that can begin with a class, in the order of the table."""
    triggers: frozenset[str]
    """The classes without one of which nothing is a date."""
    future: frozenset[str]
    past: frozenset[str]
    future_ending: tuple[str, ...]
    past_ending: tuple[str, ...]
    towards: frozenset[str]
    """Prepositions that look ahead."""
    at: frozenset[str]
    """Words after which a lone month or year is one."""
    numbered: frozenset[str]
    """Words after which a bare number is no year."""
    measures: frozenset[str]
    """Words before which a bare number is no year."""
    names: frozenset[str]
    """Months that are other words as well."""
    ellipsis: frozenset[str]
    """Seasons that are other words as well."""
    season_leads: frozenset[str]
    """Words after which such a season is one."""
    aged: frozenset[str]
    """Words before a number of years that is an age; empty where ages are taken as lengths of time."""
    terms: frozenset[str]
    """Words whose `de dix ans` is no age."""
    lasting: frozenset[str]
    """Words after which `last` is a verb."""
    month_first: bool
    capital_names: bool
    """Whether months are written with a capital."""


TRIGGERS = [
    "MONTH",
    "MABBR",
    "WEEKDAY",
    "WEEKDAYS",
    "SEASON",
    "UNIT",
    "UNITS",
    "CLOCKUNIT",
    "CLOCKUNITS",
    "YEAR",
    "DECADE",
    "DECADENAME",
    "NAMED",
    "TONIGHT",
    "NOON",
    "PART",
    "PARTS",
    "CLOCK",
    "ISO",
    "SLASHED",
    "FREQ",
    "REF",
    "RECENT",
    "TENSE",
    "FEAST",
    "ERA",
    "HOURMARK",
    "MERIDIEM",
    "MARK",
    "ZONE",
    "NEWYEAR",
    "OVERNIGHT",
    "THENNAMED",
    "STAMP",
    "YY",
]
"""Roles of which every date has at least one."""
KNOWN = ("en", "fr")


@cache
def language(code: str) -> Language:
    """Return the tables of a language by its two-letter code; English stands in for one that is not known."""
    if code[:2].lower() == "fr":
        from tui.dates.languages import french as words
        from tui.dates.languages import french_rules as patterns
    else:
        from tui.dates.languages import english as words  # type: ignore[no-redef]
        from tui.dates.languages import english_rules as patterns  # type: ignore[no-redef]
    lexicon = Lexicon(words.WORDS, literals(patterns.RULES, patterns.MACROS), decimal_comma=not words.MONTH_FIRST)
    rules = [compiled(part, patterns.MACROS, lexicon) for rule in patterns.RULES for part in alternatives(rule)]
    return Language(
        code=code[:2].lower(),
        classes=TokenClasses(lexicon),
        lexicon=lexicon,
        by_first=_by_first(rules),
        triggers=_triggers(lexicon, words.WORDS),
        future=words.FUTURE,
        past=words.PAST,
        future_ending=words.FUTURE_ENDING,
        past_ending=words.PAST_ENDING,
        towards=words.TOWARDS,
        at=words.AT,
        numbered=words.NUMBERED,
        measures=words.MEASURES,
        names=words.NAMES,
        ellipsis=words.ELLIPSIS,
        season_leads=words.SEASON_LEADS,
        aged=words.AGED,
        terms=words.TERMS,
        lasting=words.LASTING,
        month_first=words.MONTH_FIRST,
        capital_names=words.CAPITAL_NAMES,
    )


def _by_first(rules: list[Compiled]) -> Mapping[str, tuple[Compiled, ...]]:
    firsts = set().union(*(rule.firsts for rule in rules))
    return {char: tuple(rule for rule in rules if char in rule.firsts) for char in firsts}


def _triggers(lexicon: Lexicon, words: Mapping[str, Mapping[str, Value]]) -> frozenset[str]:
    digits = {"YEAR", "YY", "DECADE", "CLOCK", "ISO", "SLASHED"}
    return frozenset(char for role in TRIGGERS if role in words or role in digits for char in lexicon.members(role))


__all__ = ["KNOWN", "PIECE", "Language", "Rule", "language"]
