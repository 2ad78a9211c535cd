"""The languages whose dates are read: a module of words and one of patterns for each, named in `LANGUAGES`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from tui.dates.grammar import PIECE, Compiled, Rule, alternatives, compiled, literals
from tui.dates.lexicon import Lexicon, TokenClasses, Value
from tui.dates.tokens import Script
from tui.dates.vocabulary import Vocabulary

LANGUAGES = {"en": "english", "fr": "french", "ar": "arabic"}
"""The modules in this package by the two-letter code of the language: `english` stands for `english_rules` too."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language as it is matched against a text."""

    code: str
    vocabulary: Vocabulary
    script: Script
    """What a token is."""
    classes: TokenClasses
    lexicon: Lexicon
    by_first: Mapping[str, tuple[Compiled, ...]]
    """The rules that can begin with a class, in the order of the table."""
    triggers: frozenset[str]
    """The classes without one of which nothing is a date."""


TRIGGERS = [
    "NTH",
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
    "MOMENT",
    "DUAL",
    "TIMES",
    "AWHILE",
    "AGE",
    "CLOCKWORD",
    "HIJRI",
    "YY",
]
"""Roles of which every date has at least one."""


@cache
def language(code: str) -> Language:
    """Return the tables of a language by its two-letter code; English stands in for one that is not known."""
    code = code[:2].lower()
    code = code if code in LANGUAGES else "en"
    name = f"{__name__}.{LANGUAGES[code]}"
    vocabulary: Vocabulary = import_module(name).VOCABULARY
    patterns = import_module(f"{name}_rules")
    lexicon = Lexicon(
        vocabulary.roles, literals(patterns.RULES, patterns.MACROS), decimal_comma=vocabulary.decimal_comma
    )
    rules = [compiled(part, patterns.MACROS, lexicon) for rule in patterns.RULES for part in alternatives(rule)]
    return Language(
        code=code,
        vocabulary=vocabulary,
        script=Script.of(vocabulary, lexicon.classes),
        classes=TokenClasses(lexicon),
        lexicon=lexicon,
        by_first=_by_first(rules),
        triggers=_triggers(lexicon, vocabulary.roles),
    )


def _by_first(rules: list[Compiled]) -> Mapping[str, tuple[Compiled, ...]]:
    firsts = set().union(*(rule.firsts for rule in rules))
    return {char: tuple(rule for rule in rules if char in rule.firsts) for char in firsts}


def _triggers(lexicon: Lexicon, roles: Mapping[str, Mapping[str, Value]]) -> frozenset[str]:
    digits = {"NTH", "YEAR", "YY", "DECADE", "CLOCK", "ISO", "SLASHED"}
    return frozenset(char for role in TRIGGERS if role in roles or role in digits for char in lexicon.members(role))


__all__ = ["LANGUAGES", "PIECE", "Language", "Rule", "language"]
