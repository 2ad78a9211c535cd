"""Completion: how the end of a query that is being typed may go on; pure functions on text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tui.search.language.lexer import OPERATORS

_BEGIN = r"(?:^|(?<=[\s(-]))"
_QUOTED = re.compile(_BEGIN + r'(\w+):"([^"]+)$')
_PLAIN = re.compile(_BEGIN + r'(\w+):([^\s"(),:]+)$')
_NAME = re.compile(_BEGIN + r'(\w+):([^"(),:]+)$')
"""A value without quotation marks, which may be a name of several words."""
_UNOPENED = re.compile(_BEGIN + r'(\w+:)([^"(),:]+")$')
_WORD = re.compile(_BEGIN + r"([^\W\d_]+)$")

LEAST_FIELD, LEAST_WORD = 3, 4
"""Letters from which on the name of a field and a frequent word are completed: fewer say too little."""


def completed(
    text: str,
    fields: Iterable[str],
    values: Callable[[str], Sequence[str]],
    frequent: Callable[[str], str],
) -> str:
    """Return `text` with its last word completed, or an empty text if nothing is known to go on with.

    `values` gives the values of a field, `frequent` the most frequent word with a beginning. A name of several words
    ends with a quotation mark; `opened` puts the one before it that was not typed.
    """
    if found := _QUOTED.search(text):
        return _extended(text, found[2], values(found[1]), '"')
    if not text.count('"') % 2 and (found := _NAME.search(text)):
        for value in values(found[1]):
            if longer := _extended(text, found[2], [value], '"' if " " in value else ""):
                return longer
    if _PLAIN.search(text):
        return ""
    if (found := _WORD.search(text)) is None or text.count('"') % 2 or found[1] in OPERATORS:
        return ""
    if len(found[1]) >= LEAST_FIELD and (name := _extended(text, found[1], fields, ":")):
        return name
    return _extended(text, found[1], [frequent(found[1])], "") if len(found[1]) >= LEAST_WORD else ""


def opened(text: str) -> str:
    """Return a completed query with the quotation mark before its last name, where only the one behind it is there."""
    return text if text.count('"') % 2 == 0 else _UNOPENED.sub(r'\1"\2', text)


def _extended(text: str, typed: str, values: Iterable[str], end: str) -> str:
    """Return a text whose last part is `typed` with the rest of the first value that begins so."""
    for value in values:
        if len(value) > len(typed) and value[: len(typed)].casefold() == typed.casefold() and '"' not in value:
            return f"{text}{value[len(typed) :]}{end}"
    return ""
