"""Changes of a query as it was typed: its words as written or in all their forms, and the words that widen it."""

from __future__ import annotations

from tui.search.language.fields import STEMMED, FieldKind, field_of
from tui.search.language.lexer import QueryToken, TokenKind, tokens

_MARKS = frozenset("*?~")


def toggled_exactness(text: str) -> str:
    """Return a query whose words count only as they are written; where all do already, in all their forms again.

    Everything else stays as it was typed: fields of names, patterns, numbers, operators, spaces.
    """
    loose, signs = _words(text)
    if loose:
        for column in reversed(loose):
            text = f"{text[:column]}={text[column:]}"
        return text
    for column in reversed(signs):
        text = text[:column] + text[column + 1 :]
    return text


def _words(text: str) -> tuple[list[int], list[int]]:
    """Return the columns of the words that may have other forms, and those of the signs before words that have none."""
    loose: list[int] = []
    signs: list[int] = []
    field, groups = "", [""]
    before: QueryToken | None = None
    for token in tokens(text):
        if token.kind is TokenKind.FIELD:
            known = field_of(token.text)
            field = known.name if known is not None else token.text
        elif token.kind is TokenKind.OPEN:
            groups.append(field or groups[-1])
            field = ""
        elif token.kind is TokenKind.CLOSE:
            groups = groups[:-1] or [""]
        elif token.kind in {TokenKind.WORD, TokenKind.PHRASE}:
            if (field or groups[-1]) in STEMMED and _has_forms(token):
                if before is not None and before.kind is TokenKind.EXACT:
                    signs.append(before.column)
                else:
                    loose.append(token.column)
            field = ""
        elif token.kind not in {TokenKind.EXACT, TokenKind.MINUS}:
            field = ""
        before = token
    return loose, signs


def _has_forms(token: QueryToken) -> bool:
    return any(sign.isalpha() for sign in token.text) and _MARKS.isdisjoint(token.text)


def without_widening(text: str) -> str:
    """Return a query without its `widen:`."""
    row = tokens(text)
    for at in range(len(row) - 2, -1, -1):
        known = field_of(row[at].text) if row[at].kind is TokenKind.FIELD else None
        if known is not None and known.kind is FieldKind.WIDENING:
            text = f"{text[: row[at].column].rstrip()} {text[row[at + 1].end :].lstrip()}".strip()
    return text
