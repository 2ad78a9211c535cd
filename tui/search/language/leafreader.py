"""Leaves of the tree: what one token of a query asks for. Every function raises `ValueError` with a sentence."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.base.days import Span
from tui.locale import _
from tui.search.analysis import folded, token_pattern
from tui.search.beside import value_of
from tui.search.language import dateforms
from tui.search.language.fields import LISTS, STATES, STEMMED, Field, state_of
from tui.search.language.lexer import QueryToken, TokenKind, tokens
from tui.search.language.tree import (
    ABSENT,
    Everything,
    Fuzzy,
    Near,
    Node,
    Number,
    Or,
    Phrase,
    Prefix,
    Regex,
    State,
    Wildcard,
    Word,
    any_of,
)
from tui.search.regexes import compiled, regex_shape

_FUZZY = re.compile(r"(.*[^\W_].*)~(\d*)")
_LETTER = re.compile(r"[^\W_]")
_ENDING_MARKS = re.compile(r"\?+(?=$|[^\w*?])")
_SIGNS = "^|&+,;:/\\-="
"""What is stripped from the ends of a word: it is never indexed, and could be read as an operator."""

_FARTHEST = 2


def dated(field: Field, written: str, extent: Span | None, read_words: dateforms.DateReader | None) -> Node:
    """Read the value of a date field."""
    assert field.node is not None
    return field.node(*dateforms.read_range(field.side, written, extent, read_words))


def figures(written: str) -> Node:
    """Read the value of `figures:`: a number, or a range of numbers with two points."""
    ends = written.strip().split("..")
    values = [_value(end) for end in ends]
    if len(ends) > 2 or not any(ends) or None in [value for value, end in zip(values, ends, strict=True) if end]:
        told = _("figures: takes a number or a range, as in figures:11000..12000, not “{text}”")
        raise ValueError(told.format(text=written))
    low, high = values[0], values[-1]
    if low is not None and high is not None and low > high:
        told = _("{more} is more than {less}: put the smaller number first")
        raise ValueError(told.format(more=ends[0], less=ends[1]))
    return Number(low, high)


def _value(written: str) -> Decimal | None:
    chunks = token_pattern().findall(written)
    return value_of(folded(chunks[0])) if len(chunks) == 1 and chunks[0] == written.strip() else None


def state(written: str) -> Node:
    """Read the value of `is:`."""
    found = state_of(written)
    if found is not None:
        return State(found.name)
    *names, last = STATES
    raise ValueError(
        _("is: takes {names} or {last}, not “{written}”").format(names=", ".join(names), last=last, written=written)
    )


def leaf(token: QueryToken, field: str) -> Node:
    """Read a word, a phrase, a prefix, a pattern or a regular expression; `ABSENT` without letters."""
    if token.kind is TokenKind.REGEX:
        return _regex(token.text, field)
    if token.kind is TokenKind.PHRASE:
        return Phrase(token.text.strip(), field, slop=token.number) if _LETTER.search(token.text) else ABSENT
    if field in LISTS and "," in token.text:
        words = [_word(word, field) for word in token.text.split(",")]
        words = [word for word in words if word is not ABSENT]
        return any_of(words) if words else ABSENT
    return _word(token.text, field)


def _word(text: str, field: str) -> Node:
    if text.strip("*") == "" and "*" in text:
        return Everything() if field in STEMMED else Wildcard("*", field)
    text = _ENDING_MARKS.sub("", text).lstrip(_SIGNS + "~").rstrip(_SIGNS)
    fuzzy = _FUZZY.fullmatch(text)
    text = fuzzy[1].strip(_SIGNS + "~") if fuzzy else text
    if not _LETTER.search(text):
        return ABSENT
    [token, *others] = tokens(text)
    if token.kind is not TokenKind.WORD or token.text != text or len(others) > 1:
        return Phrase(text, field)
    if fuzzy:
        return _fuzzy(text, fuzzy[2], field)
    beginning = text if "://" in text else text.rstrip("*")
    if "://" in text or not set("*?") & set(beginning):
        return Word(text, field) if beginning == text else Prefix(beginning, field)
    return Wildcard(text, field)


def _fuzzy(text: str, digits: str, field: str) -> Node:
    distance = int(digits[:3]) if digits else 1
    if not 1 <= distance <= _FARTHEST:
        raise ValueError(_("{text}~ takes a distance of 1 or 2 letters, as in {text}~1").format(text=text))
    if "*" in text or "?" in text:
        raise ValueError(_("a word can have * and ? or ~, not both"))
    return Fuzzy(text, distance, field)


def _regex(pattern: str, field: str) -> Node:
    if field not in STEMMED:
        raise ValueError(
            _("a regular expression searches titles and texts; {field}: takes words, as in {field}:ab*").format(
                field=field
            )
        )
    compiled(pattern)
    shape = regex_shape(pattern)
    if not shape.least:
        raise ValueError(_("this regular expression matches an empty text: require at least one character"))
    if shape.endless:
        raise ValueError(_("a repetition within a repetition can take forever: remove one of them"))
    return Regex(pattern, field)


def is_positional(node: Node) -> bool:
    """Say whether a part can be joined by NEAR: words, phrases, and OR of these."""
    if isinstance(node, Or):
        return all(is_positional(part) for part in node.parts)
    return isinstance(node, (Word, Prefix, Wildcard, Fuzzy, Number)) or (isinstance(node, Phrase) and not node.slop)


def fields_of(node: Node) -> set[str]:
    """Return the fields of the terms of a part of NEAR."""
    if isinstance(node, (Or, Near)):
        return set().union(*(fields_of(part) for part in node.parts))
    return {node.field} if isinstance(node, (Word, Phrase, Prefix, Wildcard, Fuzzy, Number)) else set()
