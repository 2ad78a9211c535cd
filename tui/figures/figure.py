"""What a figure is: a number of a text with its bound, what it counts, what happened to that, and who says so."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from tui.base.days import Span
from tui.locale import N_


class Bound(StrEnum):
    """How exactly a number is meant."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    ABOUT = "about"
    RANGE = "range"
    """From one number to another, or as wide as "dozens"."""


class State(StrEnum):
    """What happened to those that are counted, or how they stand."""

    NONE = ""
    KILLED = N_("killed")
    WOUNDED = N_("wounded")
    MISSING = N_("missing")
    DETAINED = N_("detained")
    KIDNAPPED = N_("kidnapped")
    FREED = N_("freed")
    DISPLACED = N_("displaced")
    DEPLOYED = N_("deployed")
    WITHDRAWN = N_("withdrawn")
    PLEDGED = N_("pledged")
    CLOSED = N_("closed")
    HANDED_OVER = N_("handed over")
    DESTROYED = N_("destroyed")


class Direction(StrEnum):
    """Whether a number says by how much something rose or fell; most say neither."""

    NONE = ""
    UP = "up"
    DOWN = "down"


class Scope(StrEnum):
    """Whether a number counts one event, or everything up to a day."""

    OPEN = ""
    EVENT = "event"
    TOTAL = "total"


class Figure(Struct, frozen=True):
    """One figure of a text."""

    start: int
    """The first character of the expression, its bound included; counted from 0."""
    end: int
    """The character after its counted noun."""
    text: str
    value: float | None
    """The number as it is stated; None for a range."""
    low: float | None
    """The least that is meant; None where it is open below."""
    high: float | None
    """The most that is meant; None where it is open above."""
    bound: Bound
    unit: str = ""
    """What is measured with: `%`, `km`, `euros`; empty where things are counted."""
    noun: str = ""
    """What is counted, in the words of the text: `soldiers and police officers`."""
    things: frozenset[str] = frozenset()
    """The kinds of thing that noun or unit name, the same in every language: `soldier`, `police`, `percent`."""
    subject: str = ""
    """What it is of: `members of MINUSMA`, or what the measure belongs to; empty where the sentence does not say."""
    state: State = State.NONE
    negated: bool = False
    planned: bool = False
    """Whether it is expected, asked for or possible, not reported."""
    change: Direction = Direction.NONE
    causes: frozenset[str] = frozenset()
    """How it came about, in classes: `attack`, `duty`, `accident`, `illness`."""
    scope: Scope = Scope.OPEN
    speaker: str = ""
    """Who says so, by the words of the sentence; empty where it is the outlet itself."""
    when: Span | None = None
    """The days that the sentence names for it; None where it names none."""
    since: bool = False
    """Whether it counts from those days on."""
    about: Span | None = None
    """The day that the sentences before name in the same paragraph, where its own names none."""
    owners: frozenset[str] = frozenset()
    """Folded proper names in what is counted: whose soldiers, which mission's members."""
    names: frozenset[str] = frozenset()
    """Folded proper names of the whole sentence."""
    setting: frozenset[str] = frozenset()
    """Names that the title, the sentences before and the article as a whole speak of."""
    partitive: bool = False
    """Whether it only picks from a set, as in "one of the camps"."""
    sentence_start: int = 0
    sentence_end: int = 0
