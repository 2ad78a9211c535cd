"""Completion of the end of a query that is being typed; pure functions on text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tui.search.language.fields import FIELDS, ORDERS, STATES, FieldKind, field_of
from tui.search.language.lexer import OPERATORS

_BEGIN = r"(?:^|(?<=[\s(-]))"
_QUOTED = re.compile(_BEGIN + r'(\w+):"([^"]+)$')
_PLAIN = re.compile(_BEGIN + r'(\w+):([^\s"(),:]+)$')
_NAME = re.compile(_BEGIN + r'(\w+):([^"(),:]+)$')
"""A value without quotation marks, which may be a name of several words."""
_UNOPENED = re.compile(_BEGIN + r'(\w+:)([^"(),:]+")$')
_FIELD_END = re.compile(_BEGIN + r"(\w+):$")
_WORD = re.compile(_BEGIN + r"([^\W\d_]+)$")

LEAST_FIELD, LEAST_WORD = 3, 4
"""The fewest letters from which the name of a field and a frequent word are completed."""


def completed(
    text: str,
    fields: Iterable[str],
    values: Callable[[str], Sequence[str]],
    frequent: Callable[[str], str],
) -> str:
    """Return `text` with its last word completed, or an empty string if nothing fits.

    `values` gives the values of a field, `frequent` the most frequent word with a prefix. A name of several words ends
    with a quotation mark; `opened` adds the opening one if it was not typed.
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


def offered(text: str, values: Callable[[str], Sequence[str]], most: int = 9) -> tuple[str, ...]:
    """Return what may follow a field whose name and colon end `text`: its values; of a name that is none, all fields.

    Empty where the text ends otherwise.
    """
    found = _FIELD_END.search(text)
    if found is None or text.count('"') % 2:
        return ()
    field = field_of(found[1])
    if field is None:
        return tuple(f"{name}:" for name in FIELDS)
    if field.kind is FieldKind.STATE:
        return tuple(STATES)
    if field.kind is FieldKind.ORDER:
        return tuple(ORDERS)
    if field.kind is FieldKind.DATE:
        return "2023", "2023-06", "2023-06..2023-12", "..2023-06"
    return tuple(values(field.name)[:most])


def opened(text: str) -> str:
    """Add the opening quotation mark before the last name of a completed query, if only the closing one is there."""
    return text if text.count('"') % 2 == 0 else _UNOPENED.sub(r'\1"\2', text)


def _extended(text: str, typed: str, values: Iterable[str], end: str) -> str:
    """Return a text that ends with `typed`, completed with the first value that begins with it."""
    for value in values:
        if len(value) > len(typed) and value[: len(typed)].casefold() == typed.casefold() and '"' not in value:
            return f"{text}{value[len(typed) :]}{end}"
    return ""
