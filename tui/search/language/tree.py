"""The syntax tree of a query: frozen values that index, marks, snippets and the understood line all read.

A tree is always in its simplest form: no AND within an AND, no OR within an OR, no group of one, no double NOT. Build
groups with `all_of`, `any_of` and `none_of`, which keep it so; two queries that mean the same by these rules are equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a query; a value, never raised."""

    message: str
    """One sentence that says what to write instead."""
    column: int
    """Its first column in the query as typed, from 0."""
    length: int = 1
    """How many characters it covers; at least 1, also at the end of the query."""


ANYWHERE = ""
"""The field of a term that is looked for in titles and texts alike."""


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No article: the tree of a faulty query."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed; it may still be split into several, like `counter-terrorism`."""

    text: str
    field: str = ANYWHERE
    exact: bool = False
    """Whether only this very form counts, not the other forms of the same stem."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, next to one another."""

    text: str
    """The text between the quotation marks, without any."""
    field: str = ANYWHERE
    exact: bool = False
    slop: int = 0
    """If above 0, the words match in any order, with at most this many others among them."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins with `text`."""

    text: str
    """The beginning, without its star."""
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Every word of a pattern: `*` stands for any letters or none, `?` for one."""

    pattern: str
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word that is a few changed letters away."""

    text: str
    distance: int = 1
    """The number of letters inserted, deleted, replaced or swapped with a neighbour: 1 or 2."""
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression on the original text, ignoring capitals."""

    pattern: str
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Number:
    """Every number of a range, both ends included, however it is written."""

    low: Decimal | None = None
    """The smallest number, or None for no lower end."""
    high: Decimal | None = None
    """The largest number, or None for no upper end."""
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Near:
    """Parts that stand close together, each within `distance` words of the next one."""

    parts: tuple[Node, ...]
    """Words, phrases, prefixes, wildcards, fuzzy words, or an OR of these; all of one field."""
    distance: int
    """From the last word of one part to the first word of the other: 1 for neighbours."""
    ordered: bool = False
    """Whether the parts must come in this order."""


@dataclass(frozen=True, slots=True)
class And:
    """Articles that match every part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that match at least one part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that do not match the part."""

    part: Node


@dataclass(frozen=True, slots=True)
class Published:
    """Articles whose publication date may lie between two days, both included; never undated ones."""

    first: date | None = None
    """The first day, or None for no beginning."""
    last: date | None = None
    """The last day, or None for no end."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Articles whose text mentions a day between two days, both included, or a longer period that overlaps them."""

    first: date | None = None
    """The first day, or None for no beginning."""
    last: date | None = None
    """The last day, or None for no end."""


@dataclass(frozen=True, slots=True)
class State:
    """Articles in a state: one of `fields.STATES`."""

    name: str


ABSENT = And(())
"""What is not typed yet, or has no letter; only used by the parser, never in a finished tree."""

Leaf = Word | Phrase | Prefix | Wildcard | Fuzzy | Regex | Number
"""A term that is looked for in a field."""

Node = Leaf | Everything | Nothing | Near | And | Or | Not | Published | Mentioned | State


def all_of(parts: Iterable[Node]) -> Node:
    """Join parts with AND in the simplest form; no parts at all are everything."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else (part,))
    flat = [part for part in flat if not isinstance(part, Everything)]
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def any_of(parts: Iterable[Node]) -> Node:
    """Join parts with OR in the simplest form; no parts at all are nothing."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Or) else (part,))
    if not flat:
        return Nothing()
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def none_of(part: Node) -> Node:
    """Negate a part; a NOT of a NOT is the part itself."""
    return part.part if isinstance(part, Not) else Not(part)


def mentions(tree: Node) -> Iterator[Mentioned]:
    """Yield the clauses on mentioned dates, including those under a NOT."""
    if isinstance(tree, Not):
        yield from mentions(tree.part)
    elif isinstance(tree, (And, Or)):
        for part in tree.parts:
            yield from mentions(part)
    elif isinstance(tree, Mentioned):
        yield tree


def leaves(tree: Node, negated: bool = False) -> Iterator[Leaf]:
    """Yield the terms of a tree from left to right: those that are asked for, or those under a NOT."""
    if isinstance(tree, Not):
        yield from leaves(tree.part, not negated)
    elif isinstance(tree, (And, Or, Near)):
        for part in tree.parts:
            yield from leaves(part, negated)
    elif isinstance(tree, Leaf) and not negated:
        yield tree
