"""The lexer: splits a query into tokens, each with the column at which it was typed.

Typographic characters are replaced by plain ones first, one for one, so that columns stay those of the typed text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from tui.search.language.fields import Field, FieldKind, field_of

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛′＇`´", "'"),
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "),
        **dict.fromkeys("\t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "),
        **dict.fromkeys("−‐‑﹣－", "-"),
        "（": "(",
        "）": ")",
        "：": ":",
    }
)
_DIGIT_GROUPS = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_KEPT_SPACE = "\u202f"
_SPACED_NUMBER = re.compile(r"(?<!\d )\d{1,3}(?: \d{3})+(?=[ )]|$)")
"""A number of several groups, typed without quotation marks."""
_FIELD = re.compile(r"([^\W\d_][^\W_]*(?:-[^\W_]+)*):")
_WORD = re.compile(r'[^ "()]+')
_NEAR = re.compile(r"(NEAR|ADJ)(?:/(.*))?", re.DOTALL)
"""What follows the slash must be a number; otherwise the distance is 0, which the parser refuses."""
_REGEX = re.compile(r"/((?:[^/\\]|\\.)+)/(?=[ )]|$)")
_TILDE = re.compile(r"~(\d*)(?=[ )]|$)")
_OPERATORS = {"OR": "OR", "OU": "OR", "AND": "AND", "ET": "AND", "NOT": "NOT", "SAUF": "NOT"}
_DEFAULT_DISTANCE = {"NEAR": 10, "ADJ": 1}
OPERATORS = frozenset((*_OPERATORS, *_DEFAULT_DISTANCE))
"""The words that are operators when written in capitals."""


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    REGEX = auto()
    FIELD = auto()
    VALUE = auto()
    """The raw value of a field of dates or numbers."""
    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    MINUS = auto()
    EXACT = auto()
    NEAR = auto()
    ADJ = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class QueryToken:
    """One piece of a query."""

    kind: TokenKind
    text: str
    """The word, the text between the quotation marks, or the name of a field as it was typed."""
    column: int
    """Where it begins: characters from 0."""
    length: int
    """How many characters it covers, quotation marks included."""
    number: int = 0
    """The distance of NEAR and ADJ, the slop of a phrase."""

    @property
    def end(self) -> int:
        """The column past its last character."""
        return self.column + self.length

    @property
    def missing(self) -> str:
        """The quotation mark or square bracket that is missing at its end, or an empty string."""
        if self.kind is TokenKind.VALUE and self.text.startswith("["):
            return "]" if self.length < len(self.text) else ""
        quoted = self.kind is TokenKind.PHRASE or (self.kind is TokenKind.VALUE and self.length != len(self.text))
        return '"' if quoted and self.length == len(self.text) + 1 else ""


def normalised(text: str) -> str:
    """Return the query with plain quotes, spaces and hyphens, at the same length.

    A no-break space within a number (`15 000`) stays one word.
    """
    text = _DIGIT_GROUPS.sub("\ue000", text).translate(_PLAIN)
    return text.replace("\ue000", _KEPT_SPACE)


def tokens(typed: str) -> list[QueryToken]:
    """Split a query into tokens; the last one is always END."""
    text = normalised(typed)
    found: list[QueryToken] = []
    groups: list[bool] = []  # for each open bracket, whether it holds dates
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        before = found[-1] if found else None
        token = _value(text, at) if text[at] == "[" and groups and groups[-1] else _token(text, at, before)
        if token.kind is TokenKind.OPEN:
            groups.append(_is_raw(before) or (bool(groups) and groups[-1]))
        elif token.kind is TokenKind.CLOSE and groups:
            groups.pop()
        found.append(token)
        at = token.end
    found.append(QueryToken(TokenKind.END, "", len(text), 0))
    return found


def _token(text: str, at: int, before: QueryToken | None) -> QueryToken:
    """Read the token that begins at `at`, which is not a space."""
    letter = text[at]
    if letter in "()":
        return QueryToken(TokenKind.OPEN if letter == "(" else TokenKind.CLOSE, letter, at, 1)
    if _is_raw(before):
        return _value(text, at)
    if letter == '"':
        return _phrase(text, at)
    found = _REGEX.match(text, at)
    if found and not _takes_slashes(before):
        return QueryToken(TokenKind.REGEX, found[1].replace("\\/", "/"), at, len(found[0]))
    return _sign(text, at) or _word(text, at)


def _field_before(before: QueryToken | None) -> Field | None:
    """Return the field that a token names, if it names one."""
    return field_of(before.text) if before is not None and before.kind is TokenKind.FIELD else None


def _is_raw(before: QueryToken | None) -> bool:
    """Say whether a token is the name of a field of dates or of numbers, whose values are taken as they stand."""
    field = _field_before(before)
    return field is not None and field.kind in {FieldKind.DATE, FieldKind.NUMBER}


def _takes_slashes(before: QueryToken | None) -> bool:
    """Say whether a token is the name of a field whose values hold slashes."""
    field = _field_before(before)
    return field is not None and field.slashes


def _sign(text: str, at: int) -> QueryToken | None:
    """Read a minus, an equals sign or the name of a field, each of which binds to what follows."""
    letter, follows = text[at], text[at + 1 : at + 2]
    if letter == "-":
        return QueryToken(TokenKind.MINUS, letter, at, 1) if follows not in " -)" else None
    if letter == "=":
        return QueryToken(TokenKind.EXACT, letter, at, 1) if follows not in " -=)" else None
    found = _FIELD.match(text, at)
    return QueryToken(TokenKind.FIELD, found[1], at, len(found[0])) if found and _is_field(text, found) else None


def _is_field(text: str, found: re.Match[str]) -> bool:
    """Say whether `name:` names a field; otherwise it is text, as in `http://`, `std::sort` and `Mali: the end`."""
    rest = text[found.end() : found.end() + 2]
    if rest.startswith((":", "\\", "//")):
        return False
    return field_of(found[1]) is not None or not (rest == "" or rest[0] in " )")


def _value(text: str, at: int) -> QueryToken:
    """Read the raw value of a field of dates or numbers: quoted, in square brackets, or up to a space or bracket."""
    closing = {'"': '"', "[": "]"}.get(text[at])
    if closing:
        end = text.find(closing, at + 1)
        inner = text[at + 1 : end if end >= 0 else len(text)]
        length = (end + 1 if end >= 0 else len(text)) - at
        return QueryToken(TokenKind.VALUE, f"[{inner}]" if closing == "]" else inner, at, length)
    found = _WORD.match(text, at)
    assert found is not None
    return QueryToken(TokenKind.VALUE, found[0], at, len(found[0]))


def _phrase(text: str, at: int) -> QueryToken:
    """Read a phrase; one that is left open ends with the query."""
    end = text.find('"', at + 1)
    if end < 0:
        return QueryToken(TokenKind.PHRASE, text[at + 1 :], at, len(text) - at)
    slop = _TILDE.match(text, end + 1)
    past = slop.end() if slop else end + 1
    number = _number(slop[1]) if slop and slop[1] else 0
    return QueryToken(TokenKind.PHRASE, text[at + 1 : end], at, past - at, number)


def _word(text: str, at: int) -> QueryToken:
    """Read a word or an operator."""
    spaced = _SPACED_NUMBER.match(text, at)
    if spaced:
        return QueryToken(TokenKind.WORD, spaced[0].replace(" ", _KEPT_SPACE), at, len(spaced[0]))
    found = _WORD.match(text, at)
    assert found is not None
    word = found[0]
    if word in _OPERATORS:
        return QueryToken(TokenKind[_OPERATORS[word]], word, at, len(word))
    near = _NEAR.fullmatch(word)
    if near:
        digits = near[2]
        distance = _DEFAULT_DISTANCE[near[1]] if digits is None else _number(digits) if digits.isdecimal() else 0
        return QueryToken(TokenKind[near[1]], word, at, len(word), distance)
    return QueryToken(TokenKind.WORD, word, at, len(word))


def _number(digits: str) -> int:
    """Read a number of words, limited to what a text can hold."""
    return min(int(digits[:6]), 100_000)
