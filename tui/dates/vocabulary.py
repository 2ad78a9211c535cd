"""Everything about a language that finding and resolving its dates needs, apart from its patterns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.dates.lexicon import Value

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of a language, in lower case; what a language does not need stays empty."""

    roles: Mapping[str, Mapping[str, Value]]
    """The words that dates are made of, by the role that they play, each with its value (see `tui.dates.lexicon`)."""
    month_first: bool = False
    """Whether 03/04/2023 is a day in March where nothing decides."""
    decimal_comma: bool = False
    """Whether 1,5 is one and a half."""
    capital_names: bool = False
    """Whether months and weekdays are written with a capital."""
    unbroken: tuple[str, ...] = ()
    """Words with an apostrophe or a hyphen that stay one token; those with a space need not be named here."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """Letters that are read as another one; the words here are written with that one."""
    marks: str = ""
    """Signs within words that are read over, such as vowels."""
    proclitics: tuple[str, ...] = ()
    """Prefixes that are tokens of their own before a known word or a number."""
    ordinal_endings: tuple[str, ...] = ()
    """Letters that make a number an ordinal: the `th` of `4th`."""

    # Verbs and prepositions
    future: frozenset[str] = _NONE
    """Words that say that something is still to come."""
    future_ending: tuple[str, ...] = ()
    future_beginning: tuple[str, ...] = ()
    unlike_future: frozenset[str] = _NONE
    """Words that begin like a verb of the future and are none."""
    past: frozenset[str] = _NONE
    """Words that say that something has happened."""
    past_ending: tuple[str, ...] = ()
    unlike_past: frozenset[str] = _NONE
    """Words that end like a verb of the past and are none."""
    unlike_past_ending: tuple[str, ...] = ()
    present: frozenset[str] = _NONE
    """Verbs that tell how things stand: with `today` they date nothing."""
    progressive_ending: tuple[str, ...] = ()
    """The ending that is a future behind a present auxiliary: `is leaving on Friday`."""
    perfect: frozenset[str] = _NONE
    """Auxiliaries that are of the past only where a participle follows."""
    participles: frozenset[str] = _NONE
    """Participles that no ending gives away."""
    participle_ending: tuple[str, ...] = ()
    passive: frozenset[str] = _NONE
    """Auxiliaries behind which a participle is still to come: `to be held`."""
    auxiliaries: frozenset[str] = _NONE
    """Auxiliaries of the future that a participle follows: `sera organisée`."""
    orders: frozenset[str] = _NONE
    """Past verbs whose infinitive is still to come: `ordered to leave`."""
    infinitive: frozenset[str] = _NONE
    """Words that stand before an infinitive."""
    phrases: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Words whose time the next word decides: -1 the past, 1 the future; an empty next word stands for any other."""
    purpose: frozenset[str] = _NONE
    """Words before what something is done for, which lies ahead: `pour la venue samedi`."""
    not_purpose: frozenset[str] = _NONE
    """Nouns behind which that is not so: `pour la première fois vendredi`."""
    clause: frozenset[str] = _NONE
    """Words with which another clause begins."""
    compared: frozenset[str] = _NONE
    """Words behind which `today` is the present age: `than today`."""
    towards: frozenset[str] = _NONE
    """Prepositions that look ahead, whatever the verb: `until`."""
    lasted: frozenset[str] = _NONE
    """Past verbs that reach up to such a date: `lasted until`."""
    pluperfect: frozenset[str] = _NONE
    """Auxiliaries that are so with a participle: `had left by`."""
    bounds: frozenset[str] = _NONE
    """Prepositions behind which the verb says nothing of the date: `before`."""
    at: frozenset[str] = _NONE
    """Words that can stand before a bare month or year."""
    of_time: frozenset[str] = _NONE
    """Those of them beside which a number may be a year of the Middle Ages."""
    strictly_of_time: frozenset[str] = _NONE
    """Those of them that make a number a year whatever follows it: `in 1999 elections were held`."""
    of: frozenset[str] = _NONE
    """Words between a part and what it is a part of."""
    within: frozenset[str] = _NONE
    """Those of them that are followed by a period: `during 1980's droughts` is about the decade."""
    determiners: frozenset[str] = _NONE

    # What only looks like a date
    numbered: frozenset[str] = _NONE
    """Words after which a bare number counts or names something else: `resolution 2100`."""
    counted: frozenset[str] = _NONE
    """Words whose `de` is followed by a quantity: `plus de 1400`."""
    streets: frozenset[str] = _NONE
    """Words that make an address of the number before them: `1600 Pennsylvania Avenue`."""
    season_names: frozenset[str] = _NONE
    """Words that make a name of the season behind them: `les Jeux d'hiver`."""
    measures: frozenset[str] = _NONE
    """Words before which a bare number is no year: `2000 soldiers`."""
    names: frozenset[str] = _NONE
    """Months that are other words as well: they need a date beside them."""
    ellipsis: frozenset[str] = _NONE
    """Seasons that are other words as well: they need a determiner or a year."""
    season_leads: frozenset[str] = _NONE
    """Words after which such a season is one."""
    ambiguous_units: frozenset[str] = _NONE
    """Units that are other words as well: they need a number."""
    after_weekday: frozenset[str] = _NONE
    """Words that make a name of the weekday before them: `the Sunday Times`."""
    before_weekday: frozenset[str] = _NONE
    """Words that make a name of the weekday after them: `Black Friday`."""
    papers: frozenset[str] = _NONE
    """Names that go on with `on Sunday`: `The Mail on Sunday`."""
    shows: frozenset[str] = _NONE
    """Words that, with a capital, make a name of the evening before them: `Saturday Night Live`."""
    before_today: frozenset[str] = _NONE
    """Words that, with a capital, make a name of a `Today` behind them: `USA Today`."""
    programmes: frozenset[str] = _NONE
    """Nouns that make a name of a `Today` before them: `the Today programme`."""
    of_nights: frozenset[str] = _NONE
    """Nouns of which `overnight` says the kind, not the time: `overnight stays`."""
    before_clock: frozenset[str] = _NONE
    """Words after which `10:30` is a time of day."""
    aged: frozenset[str] = _NONE
    """Words before a number of years that is an age; empty where ages are marked as durations."""
    terms: frozenset[str] = _NONE
    """Words whose `of ten years` is a duration where ages are not."""
    young: frozenset[str] = _NONE
    """Words before a range of ages."""
    lasting: frozenset[str] = _NONE
    """Words after which `last` is a verb."""
    subjects: frozenset[str] = _NONE
    """Words that begin a clause: `in the present it` is about the present, `in the present crisis` is not."""
