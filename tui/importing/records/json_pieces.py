"""Finds where the elements of JSON begin and end without parsing them.

So a list needs only the memory of its largest element, and what precedes damage is not lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.errors import FileProblem
from tui.importing.decoding import text_of
from tui.importing.limits import JSON_DEPTH, JSON_MARKS, RECORD_DEPTH, ROW_BYTES
from tui.importing.markup.front_matter import Value
from tui.locale import N_

_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_MARK = re.compile(_STRING + rb'|["\[\]{},]', re.DOTALL)
_KEY = re.compile(rb"[\s,]*(" + _STRING + rb")\s*:\s*", re.DOTALL)
_SPACE = re.compile(rb"[\s,\x1e]*")
"""Between values: stray commas do no harm; 1E separates records in RFC 7464."""

_LONE = re.compile(rb"(?:-?\d[\d.eE+-]*+|true|false|null|NaN|-?Infinity)(?=[\s,\]}\x1e]|\Z)")

_CUT_OFF = N_("the JSON is truncated")


class JsonValue(NamedTuple):
    """A value within a JSON text."""

    name: str
    """Its key in the enclosing map; empty in a list."""
    start: int
    """Its first byte."""
    end: int
    """The offset after its last byte."""


def top_values(content: bytes) -> Iterator[JsonValue]:
    """Yield the one or several values of a text.

    Raises `FileProblem` if it is not JSON, and after a truncated value.
    """
    place = _space(content, 0)
    while place < len(content):
        end = _end_of(content, place)
        yield JsonValue("", place, end or len(content))
        if not end:
            raise FileProblem(_CUT_OFF)
        place = _space(content, end)


def values_in(content: bytes, holder: JsonValue) -> Iterator[JsonValue]:
    """Yield the values of a list or map; raises `FileProblem` as `top_values` does."""
    place = holder.start + 1
    is_map = content.startswith(b"{", holder.start)
    while True:
        place = _space(content, place)
        if place >= len(content):
            raise FileProblem(_CUT_OFF)
        if content.startswith((b"]", b"}"), place):
            return
        name = ""
        if is_map:
            key = _KEY.match(content, place)
            if key is None:
                raise FileProblem(N_("invalid JSON from byte {place:,} on").format(place=place))
            name, place = _name(key.group(1)), key.end()
        end = _end_of(content, place)
        yield JsonValue(name, place, end or len(content))
        if not end:
            raise FileProblem(_CUT_OFF)
        place = end


def until_damage(pieces: Iterator[JsonValue]) -> Iterator[JsonValue]:
    """Yield the values before the first damage."""
    try:
        yield from pieces
    except FileProblem:
        return


def load(content: bytes, piece: JsonValue) -> Value | None:
    """Parse a value to strings, lists and maps; None if it is damaged, too long or nested too deep."""
    if piece.end - piece.start > ROW_BYTES:
        return None
    try:
        value = json.loads(text_of(content[piece.start : piece.end]), parse_int=str, parse_float=str, strict=False)
        return _as_value(value, RECORD_DEPTH)
    except (ValueError, RecursionError):
        return None


def _as_value(value: object, depth: int) -> Value:
    if depth == 0:
        raise ValueError(N_("nested too deep"))
    if isinstance(value, dict):
        if (stated := _stated(value)) is not None:
            return stated
        return {str(name): _as_value(one, depth - 1) for name, one in value.items()}
    if isinstance(value, list):
        if len(value) == 1 and isinstance(value[0], dict) and (stated := _stated(value[0])) is not None:
            return stated
        return [_as_value(one, depth - 1) for one in value]
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _stated(value: dict[object, object]) -> str | None:
    """Return what a value of JSON-LD says, as Omeka S writes it: a literal, or the title of what it links to."""
    said = value.get("@value", value.get("display_title") if "@id" in value else None)
    return None if said is None or isinstance(said, dict | list) else str(said)


def _space(content: bytes, place: int) -> int:
    found = _SPACE.match(content, place)
    return found.end() if found else place


def _name(key: bytes) -> str:
    try:
        return str(json.loads(text_of(key), strict=False))
    except ValueError:
        return ""


def _end_of(content: bytes, place: int) -> int:
    """Return where the value at `place` ends, or 0 if the text ends first."""
    if not content.startswith((b"[", b"{", b'"'), place):
        found = _LONE.match(content, place)
        if found is None:
            raise FileProblem(N_("invalid JSON from byte {place:,} on").format(place=place))
        return found.end()
    depth = 0
    for number, mark in enumerate(_MARK.finditer(content, place)):
        if depth > JSON_DEPTH or number > JSON_MARKS:
            raise FileProblem(N_("the JSON is nested too deeply, or has too many values"))
        kind = mark.group()
        if kind in (b"[", b"{"):
            depth += 1
        elif kind in (b"]", b"}"):
            depth -= 1
        elif kind == b'"':
            break
        if depth == 0:
            return mark.end()
    return 0
