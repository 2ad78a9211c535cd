"""Patterns of token classes, written in a small notation and compiled to regular expressions.

    JUNE, MONTH     upper case: any word that can play the role; its value is kept
    the, of, ","    lower case and punctuation: the word itself
    ( a | b )  ?    choice and option
    @date           a pattern that was given a name
    < ... >         a part that is an expression of its own; without one the whole match is

A rule names how a match is read; which rule wins at a place is settled by length, then by the order of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.dates.lexicon import Lexicon, Value

_ATOM = re.compile(r"\s*(@\w+|[A-Z][A-Z0-9]*|[^\W\d_]+(?:'[^\W\d_]+)*|[()|?<>]|[^\s\w])")
PIECE = "<"
"""Stands among a rule's roles for a part that is an expression of its own."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the name of the reading that it is given to."""

    reading: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One token of a match and the role that it plays there."""

    index: int
    """The token's number in the text."""
    role: str
    value: Value


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule compiled for matching against a string of classes."""

    rule: Rule
    regex: re.Pattern[str]
    roles: tuple[str, ...]
    """The role of each group of the expression, in order; `PIECE` for a part."""
    firsts: frozenset[str]
    """Every class with which a match can begin."""


def literals(rules: Sequence[Rule], macros: Mapping[str, str]) -> set[str]:
    """Return the words and marks that patterns name themselves."""
    every = {atom for pattern in (*macros.values(), *(rule.pattern for rule in rules)) for atom in atoms(pattern)}
    return {atom for atom in every if atom not in "()|?<>" and not atom.startswith("@") and not atom[0].isupper()}


def alternatives(rule: Rule) -> Iterator[Rule]:
    """Split a rule at its outermost choices, so that the longest of them can win rather than the first."""
    depth, parts = 0, [""]
    for atom in atoms(rule.pattern):
        depth += (atom in "(<") - (atom in ")>")
        if atom == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += f" {atom}"
    return (Rule(rule.reading, part) for part in parts)


def compiled(rule: Rule, macros: Mapping[str, str], lexicon: Lexicon) -> Compiled:
    """Compile a rule; raises `KeyError` for a role without words or an unknown macro."""
    reader = _Reader(list(_expanded(rule.pattern, macros)), lexicon)
    expression, firsts, empty = reader.choice()
    if empty or reader.rest:
        raise ValueError(f"the pattern {rule.pattern!r} is empty or not closed")
    return Compiled(rule, re.compile(expression), tuple(reader.roles), frozenset(firsts))


def atoms(pattern: str) -> Iterator[str]:
    """Split a pattern into words, roles and signs; raises `ValueError` where it cannot be read."""
    at = 0
    while found := _ATOM.match(pattern, at):
        yield found[1]
        at = found.end()
    if pattern[at:].strip():
        raise ValueError(f"unreadable at {pattern[at:]!r}")


def _expanded(pattern: str, macros: Mapping[str, str]) -> Iterator[str]:
    for atom in atoms(pattern):
        if atom.startswith("@"):
            yield from ("(", *_expanded(macros[atom[1:]], macros), ")")
        else:
            yield atom


_Part = tuple[str, set[str], bool]
"""An expression, the classes that it can begin with, and whether it can be empty."""


class _Reader:
    """Reads atoms from left to right by recursive descent."""

    def __init__(self, atoms: list[str], lexicon: Lexicon) -> None:
        self.rest = atoms[::-1]
        self.roles: list[str] = []
        self._lexicon = lexicon

    def choice(self) -> _Part:
        parts = [self._sequence()]
        while self.rest and self.rest[-1] == "|":
            self.rest.pop()
            parts.append(self._sequence())
        expression = "|".join(part[0] for part in parts)
        firsts = set().union(*(part[1] for part in parts))
        return (f"(?:{expression})" if len(parts) > 1 else expression), firsts, any(part[2] for part in parts)

    def _sequence(self) -> _Part:
        expression, firsts, empty = "", set[str](), True
        while self.rest and self.rest[-1] not in "|)>":
            part, begins, optional = self._item()
            expression += part
            if empty:
                firsts |= begins
            empty = empty and optional
        return expression, firsts, empty

    def _item(self) -> _Part:
        atom = self.rest.pop()
        if atom == "(":
            part = self.choice()
            self.rest.pop()
        elif atom == PIECE:
            self.roles.append(PIECE)
            inner, begins, empty = self.choice()
            part = f"({inner})", begins, empty
            self.rest.pop()
        else:
            part = self._word(atom)
        if self.rest and self.rest[-1] == "?":
            self.rest.pop()
            return f"(?:{part[0]})?", part[1], True
        return part

    def _word(self, atom: str) -> _Part:
        members = self._lexicon.members(atom)
        klass = f"[{members}]" if len(members) > 1 else members
        if atom[0].isupper():
            self.roles.append(atom)
            klass = f"({klass})"
        return klass, set(members), False
