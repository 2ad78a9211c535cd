"""The parser: from the text of a query to a syntax tree, or to a fault with its column; it never raises.

Grammar, the loosest first. A group without an operator is joined with AND; OR binds tighter, so that `a b OR c` is
a AND (b OR c); NEAR and ADJ bind tightest:

    query   = either { [AND] either }
    either  = close { OR close }
    close   = term { NEAR/n term }
    term    = (NOT | "-") term | "=" leaf | field ":" term | "(" query ")" | leaf

What is not typed yet is ignored: an operator, a minus or a field at the end of the query, an open bracket or quotation
mark. It is not a fault, since the user may still be typing, but `Parsed` reports it for those who ask a finished query.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from tui.base.days import Span
from tui.locale import _
from tui.search.analysis import words
from tui.search.language import leafreader
from tui.search.language.dateforms import DateReader
from tui.search.language.fields import FIELDS, ORDERS, FieldKind, field_of, kind_of, nearest, order_of
from tui.search.language.lexer import QueryToken, TokenKind, tokens
from tui.search.language.questions import said_of_question, without_question
from tui.search.language.tree import (
    ABSENT,
    ANYWHERE,
    Everything,
    Fault,
    Near,
    Node,
    Nothing,
    Phrase,
    Word,
    all_of,
    any_of,
    none_of,
)

_DEEPEST = 40
_LONGEST = 10_000
_MOST_UNTAKEN = 3
"""How many ignored parts are reported."""
_AT_END = (TokenKind.END, TokenKind.CLOSE)
_JOINING = (TokenKind.OR, TokenKind.AND, TokenKind.NEAR, TokenKind.ADJ)


@dataclass(frozen=True, slots=True)
class Parsed:
    """How a query was read; two of them are equal if they ask the same."""

    tree: Node
    """What is asked for; `Nothing` if the query has a fault."""
    fault: Fault | None = None
    order: str = ""
    """What `sort:` asks for: a name in `fields.ORDERS`, with an optional minus sign; empty without `sort:`."""
    widening: tuple[str, ...] = ()
    """The words of `widen:`, folded, each once."""
    lack: Fault | None = field(default=None, compare=False)
    """What would be a fault of a finished query: an incomplete or empty clause, or nothing to look for."""
    untaken: tuple[str, ...] = field(default=(), compare=False)
    """A few words on each ignored part: it is incomplete, has neither letter nor digit, or only makes a question."""


def parse(text: str, extent: Span | None = None, read_words: DateReader | None = None) -> Parsed:
    """Read a query; `extent` runs from the first to the last dated day of the dossier.

    `read_words` reads dates in other words, such as “early 2013”.
    """
    if len(text) > _LONGEST:
        return Parsed(
            Nothing(),
            Fault(_("a query has at most {most:,} characters").format(most=_LONGEST), _LONGEST, len(text) - _LONGEST),
        )
    reader = _Parser(text, extent, read_words)
    try:
        tree = reader.query(ANYWHERE, 0)
        if reader.kind is TokenKind.CLOSE:
            reader.refuse(_("this bracket closes nothing: remove it, or open one before it"))
    except _FaultyQuery as found:
        return Parsed(Nothing(), found.fault)
    lack = reader.lack(tree is ABSENT)
    tree, left_out = without_question(tree, text)
    untaken = reader.untaken()
    if left_out:
        untaken = (said_of_question(left_out), *(told for told in untaken if not told.startswith("? ")))
    return Parsed(Everything() if tree is ABSENT else tree, None, reader.order, reader.widening, lack, untaken)


class _FaultyQuery(Exception):
    """Carries a fault from where it was found to `parse`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Parser:
    """Reads the tokens of one query from left to right."""

    def __init__(self, text: str, extent: Span | None, read_words: DateReader | None) -> None:
        self.text = text
        self.extent = extent
        self.read_words = read_words
        self.tokens = tokens(text)
        self.at = 0
        self.order = ""
        self.widening: tuple[str, ...] = ()
        self.unfinished: list[QueryToken] = []
        self.wordless: list[QueryToken] = []

    def typed(self, token: QueryToken) -> str:
        return self.text[token.column : token.end]

    def lack(self, empty: bool) -> Fault | None:
        """Return what a finished query lacks; `empty` says that nothing is left to look for."""
        for token in self.unfinished:
            said = _("{words} is incomplete: finish it or remove it").format(words=self.typed(token))
            return Fault(said, token.column, token.length)
        for token in self.wordless if empty else ():
            said = _("{words} has no letter or digit, so there is nothing to look for").format(words=self.typed(token))
            return Fault(said, token.column, token.length)
        return None

    def untaken(self) -> tuple[str, ...]:
        """Describe the ignored parts, each once, and only the first ones if there are many."""
        told = [_("{words} is ignored: it is incomplete").format(words=self.typed(token)) for token in self.unfinished]
        told += [
            _("{words} is ignored: it has no letter or digit").format(words=self.typed(token))
            for token in self.wordless
        ]
        return tuple(dict.fromkeys(told))[:_MOST_UNTAKEN]

    @property
    def token(self) -> QueryToken:
        return self.tokens[self.at]

    @property
    def kind(self) -> TokenKind:
        return self.tokens[self.at].kind

    def take(self) -> QueryToken:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def refuse(self, message: str, token: QueryToken | None = None) -> NoReturn:
        """Stop with a fault at a token, by default the next one."""
        token = token or self.token
        raise _FaultyQuery(Fault(message, token.column, max(1, token.length)))

    def deeper(self, depth: int) -> int:
        if depth >= _DEEPEST:
            self.refuse(_("brackets and operators can be nested at most {most} deep").format(most=_DEEPEST))
        return depth + 1

    def query(self, field: str, depth: int) -> Node:
        """Read up to the end of the query or of the group."""
        parts: list[Node] = []
        while self.kind not in _AT_END:
            if self.kind is TokenKind.AND:
                self.operator(bool(parts))
                continue
            parts.append(self.either(field, depth))
        there = [part for part in parts if part is not ABSENT]
        return all_of(there) if there else ABSENT

    def operator(self, preceded: bool) -> None:
        """Read a joining operator; it needs something on either side, unless the query ends there."""
        token = self.take()
        if not preceded:
            self.refuse(
                _("{text} joins two terms: put one before it, or write it in lower case").format(text=token.text), token
            )
        if self.kind in _JOINING:
            self.refuse(
                _("{one} and {other} follow each other: remove one").format(one=token.text, other=self.token.text)
            )
        if self.kind in _AT_END:
            self.unfinished.append(token)

    def either(self, field: str, depth: int) -> Node:
        if self.kind is TokenKind.OR:
            self.operator(False)
        parts = [self.close(field, depth)]
        while self.kind is TokenKind.OR:
            self.operator(True)
            if self.kind in _AT_END:
                break
            parts.append(self.close(field, depth))
        there = [part for part in parts if part is not ABSENT]
        return any_of(there) if there else ABSENT

    def close(self, field: str, depth: int) -> Node:
        if self.kind in (TokenKind.NEAR, TokenKind.ADJ):
            self.operator(False)
        part = self.term(field, depth)
        while self.kind in (TokenKind.NEAR, TokenKind.ADJ):
            token = self.token
            self.operator(True)
            if self.kind in _AT_END:
                break
            other = self.term(field, depth)
            part = other if part is ABSENT else part if other is ABSENT else self.near(token, part, other)
        return part

    def near(self, token: QueryToken, left: Node, right: Node) -> Node:
        """Join two parts by NEAR or ADJ; a chain with one distance becomes one node."""
        ordered = token.kind is TokenKind.ADJ
        if token.number < 1:
            self.refuse(
                _("{text} needs a distance of at least 1 word, as in {name}/5").format(
                    text=token.text, name=token.kind.name
                ),
                token,
            )
        parts: list[Node] = []
        for part in (left, right):
            if isinstance(part, Near) and part is left and (part.distance, part.ordered) == (token.number, ordered):
                parts.extend(part.parts)
            elif leafreader.is_positional(part):
                parts.append(part)
            else:
                self.refuse(
                    _("{name} takes only words, phrases and (one OR another)").format(name=token.kind.name), token
                )
        if len(set().union(*(leafreader.fields_of(part) for part in parts))) > 1:
            self.refuse(_("{name} joins words of one field").format(name=token.kind.name), token)
        return Near(tuple(parts), token.number, ordered)

    def term(self, field: str, depth: int) -> Node:
        kind = self.kind
        if kind in (TokenKind.NOT, TokenKind.MINUS):
            return self.negation(field, self.deeper(depth))
        if kind is TokenKind.FIELD:
            return self.fielded(self.deeper(depth))
        if kind is TokenKind.OPEN:
            return self.group(field, self.deeper(depth))
        if kind is TokenKind.EXACT:
            return self.exact(field)
        return self.leaf(field)

    def negation(self, field: str, depth: int) -> Node:
        token = self.take()
        if self.kind in _AT_END:
            self.unfinished.append(token)
            return ABSENT
        if self.kind in _JOINING:
            self.refuse(
                _("{one} and {other} follow each other: remove one").format(one=token.text, other=self.token.text)
            )
        part = self.term(field, depth)
        return ABSENT if part is ABSENT else none_of(part)

    def group(self, field: str, depth: int) -> Node:
        opening = self.take()
        inner = self.query(field, depth)
        if self.kind is TokenKind.CLOSE:
            closing = self.take()
            if closing.column == self.tokens[self.at - 2].end and self.tokens[self.at - 2] is opening:
                self.refuse(_("these brackets are empty: write something between them"), opening)
        elif self.tokens[self.at - 1] is opening:
            self.unfinished.append(opening)
        return inner

    def exact(self, field: str) -> Node:
        sign = self.take()
        leaf = self.leaf(field)
        if isinstance(leaf, Word):
            return Word(leaf.text, leaf.field, True)
        if isinstance(leaf, Phrase):
            return Phrase(leaf.text, leaf.field, True, leaf.slop)
        if leaf is not ABSENT:
            self.refuse(_("= asks for the exact form of a word or phrase, as in =camps"), sign)
        return leaf

    def fielded(self, depth: int) -> Node:
        token = self.take()
        field = field_of(token.text)
        if field is None:
            close = nearest(token.text)
            named = ", ".join(f"{name}:" for name in close or FIELDS)
            told = (
                _("there is no field “{name}”; did you mean {names}?")
                if close
                else _(
                    "there is no field “{name}”; the fields are {names}; a word with a colon stands in quotation marks"
                )
            )
            self.refuse(told.format(name=token.text, names=named), token)
        if self.kind in _AT_END:
            self.unfinished.append(token)
            return ABSENT
        if field.kind is FieldKind.ORDER:
            return self.sorting(token)
        if field.kind is FieldKind.WIDENING:
            return self.widened(token)
        return self.listed(field.name, depth) if field.lists else self.term(field.name, depth)

    def sorting(self, name: QueryToken) -> Node:
        """Read the order that `sort:` asks for; it belongs to the whole query."""
        minus = self.take() if self.kind is TokenKind.MINUS else None
        token = self.take()
        order = order_of(token.text.removeprefix("-"))
        if order is None or token.kind is not TokenKind.WORD:
            self.refuse(
                _("{text}: takes {orders}; a minus sign before it reverses it").format(
                    text=name.text, orders=", ".join(ORDERS)
                ),
                token,
            )
        self.order = f"-{order.name}" if minus or token.text.startswith("-") else order.name
        return ABSENT

    def widened(self, name: QueryToken) -> Node:
        """Read the words of `widen:`, with commas between them; they belong to the whole query."""
        token = self.take()
        found = words(token.text) if token.kind in {TokenKind.WORD, TokenKind.PHRASE} else []
        if not found:
            said = _("{name}: takes words with commas between them, as in {name}:camp,base")
            self.refuse(said.format(name=name.text), token)
        self.widening = tuple(dict.fromkeys((*self.widening, *found)))
        return ABSENT

    def listed(self, field: str, depth: int) -> Node:
        """Read one value, or several with commas between them, any of which may match."""
        parts = [self.term(field, depth)]
        while self.kind in (TokenKind.WORD, TokenKind.PHRASE):
            before = self.tokens[self.at - 1]
            if self.token.column != before.end or not (before.text.endswith(",") or self.token.text.startswith(",")):
                break
            parts.append(self.term(field, depth))
        there = [part for part in parts if part is not ABSENT]
        return any_of(there) if there else ABSENT

    def leaf(self, field: str) -> Node:
        """Read a word, a phrase, a pattern or a date; `ABSENT` if it has neither letter nor digit."""
        token = self.take()
        if token.kind not in (TokenKind.WORD, TokenKind.VALUE, TokenKind.PHRASE, TokenKind.REGEX):
            self.at -= 1
            if self.kind in _AT_END:
                return ABSENT
            self.refuse(
                _("a word is expected here, not {text}: put it in quotation marks to search for it").format(
                    text=token.text
                )
            )
        try:
            if kind_of(field) is FieldKind.DATE:
                return leafreader.dated(FIELDS[field], token.text, self.extent, self.read_words)
            if kind_of(field) is FieldKind.NUMBER:
                return leafreader.figures(token.text)
            if kind_of(field) is FieldKind.STATE:
                return leafreader.state(token.text)
            found = leafreader.leaf(token, field)
        except ValueError as problem:
            raise _FaultyQuery(Fault(str(problem), token.column, max(1, token.length))) from None
        if found is ABSENT:
            (self.wordless if token.text.strip() else self.unfinished).append(token)
        return found
