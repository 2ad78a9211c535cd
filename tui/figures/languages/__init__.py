"""The languages whose figures are read: one table of words each, folded to lower case without accents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from tui.base.folding import fold
from tui.base.number_words import NumberWords
from tui.figures.figure import Bound, State
from tui.figures.tokens import tokens_of

Phrase = tuple[str, ...]
"""Words one after another."""


def phrases(written: str) -> frozenset[Phrase]:
    """Read phrases that `|` parts, split into words as texts are."""
    return frozenset(tuple(token.low for token in tokens_of(part)) for part in written.split("|"))


def word_set(written: str) -> frozenset[str]:
    """Read a set of words that white space parts, folded."""
    return frozenset(fold(written).split())


def classed(**classes: str) -> dict[str, str]:
    """Return the class of each word of a few lists."""
    return {word: name for name, listed in classes.items() for word in word_set(listed)}


def bounds(**classes: str) -> dict[Phrase, Bound]:
    """Read phrases of bounds, by the bound's name with `_`."""
    return {phrase: Bound(name.replace("_", "-")) for name, listed in classes.items() for phrase in phrases(listed)}


def states(**classes: str) -> dict[Phrase, State]:
    """Read phrases of states, by the state's name in capitals."""
    return {phrase: State[name] for name, listed in classes.items() for phrase in phrases(listed)}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Words:
    """Everything that finding figures asks of a language."""

    code: str
    decimal_comma: bool
    numbers: NumberWords
    """The words of which numbers are made."""
    suffixes: Mapping[str, int]
    """Short forms that stand glued to digits: `5k`."""
    collectives: Mapping[str, int]
    """Nouns that are a number: `dozen`, `quinzaine`."""
    collectives_about: bool
    """Whether those are meant roughly."""
    vague: Mapping[str, int]
    """Plurals that stand for any number of that size: `dozens`."""
    several: frozenset[str]
    """`several`, before a collective or multiplier."""
    half: frozenset[str]
    one: frozenset[str]
    """The words for 1 that are other words as well."""
    not_one: frozenset[str]
    """Words before which or after which those are no number."""
    to: frozenset[str]
    """Joins the ends of a range."""
    between: frozenset[str]
    between_and: frozenset[str]
    alternatives: frozenset[str]
    """`or`."""
    bounds_before: Mapping[Phrase, Bound]
    bounds_after: Mapping[Phrase, Bound]
    fillers: frozenset[str]
    """Words between a bound and a number, or a number and its noun, that change neither."""
    stops: frozenset[str]
    """Words that are no part of a counted noun."""
    adjectives_after: bool
    """Whether the noun comes first and its adjectives follow."""
    of: frozenset[str]
    shares: frozenset[str]
    """Words for a part of a number that follows: `half`, in `half of the 400 houses`."""
    conjunctions: frozenset[str]
    plurals: frozenset[str]
    """Plurals without the ending of one."""
    no_plurals: frozenset[str]
    """Words with the ending of a plural that are none."""
    units: Mapping[str, str]
    """What is measured with: its word, and the name that all languages share."""
    time_units: frozenset[str]
    """Units of time and their short forms, by their shared name."""
    things: Mapping[str, str]
    """The kinds of things, by their nouns."""
    states: Mapping[Phrase, State]
    lost: frozenset[str]
    """Verbs that mean death where people are their object."""
    strength: frozenset[Phrase]
    """What tells that a force is so large."""
    forces: frozenset[str]
    """Nouns for a force, which `of` and its size follow."""
    within: frozenset[str]
    """Words before a place in which something is."""
    planned: frozenset[str]
    planned_endings: tuple[str, ...]
    negated: frozenset[str]
    causes: Mapping[str, str]
    singular_events: frozenset[str]
    """Events that a figure may count the victims of."""
    totals: frozenset[Phrase]
    """What tells that everything up to a day is counted."""
    plural_events: frozenset[str]
    """What tells the same, unless one event is named beside."""
    since: frozenset[str]
    until: frozenset[str]
    """What opens a sentence with the day up to which it counts."""
    told_of: frozenset[str]
    """Pronouns that go on telling of the event before them."""
    on_a_day: frozenset[str]
    """What may stand between a verb and a day."""
    says: frozenset[str]
    """Verbs of speech."""
    according: frozenset[Phrase]
    speakers: frozenset[str]
    """Common nouns that speak: `army`, `officials`."""
    determiners: frozenset[str]
    pronouns: frozenset[str]
    """Subjects that speak of someone named before."""
    up: frozenset[str]
    down: frozenset[str]
    by: frozenset[str]
    origins: frozenset[str]
    """`from`: what `from 2 to 3` joins are two numbers, where something changes."""
    ranks: frozenset[str]
    """Words behind which a bare number is a part of a list: `the top three`."""
    superlatives: frozenset[str]
    """`most`, before the adjective of a set."""
    relatives: frozenset[str]
    """Words that tie a bare number to the noun of the figure before: `12 soldiers and 3 more`, `40 who`."""
    numbered_things: frozenset[str]
    """Words after which a number is a label: `resolution 2690`."""
    ordinal_suffixes: frozenset[str]
    sports: frozenset[str]
    """Words beside which `3-1` is a score."""
    aged: frozenset[str]
    old: frozenset[str]
    years: frozenset[str]
    clock: frozenset[str]
    joined_conjunctions: frozenset[str] = frozenset()
    """Conjunctions that are written together with the word or number behind them."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Proper names and adjectives of nations, by the name that all languages share."""

    @property
    def small(self) -> Mapping[str, int]:
        """Number words below a hundred."""
        return self.numbers.small

    @property
    def multipliers(self) -> Mapping[str, int]:
        """`hundred`, `thousand`, `million` and their plurals and short forms."""
        return self.numbers.multipliers

    @property
    def articles(self) -> frozenset[str]:
        """What may stand before a collective or a multiplier."""
        return self.numbers.articles

    def has_state(self, words: Iterable[str]) -> bool:
        """Say whether one of some words alone tells a state."""
        return any((word,) in self.states for word in words)


@cache
def words_of(code: str) -> Words:
    """Return the table of a language; another one than English, French and Arabic is read for its numbers only.

    Its words are taken for English ones of measures, never for what happened: `die` is an article in German.
    """
    if code == "fr":
        from tui.figures.languages.french import FRENCH

        return FRENCH
    if code == "ar":
        from tui.figures.languages.arabic import ARABIC

        return ARABIC
    from tui.figures.languages.english import ENGLISH

    return ENGLISH if code in ("", "en") else _other_language()


@cache
def _other_language() -> Words:
    from tui.figures.languages.english import ENGLISH

    return replace(ENGLISH, code="und", states={}, lost=frozenset(), strength=frozenset())
