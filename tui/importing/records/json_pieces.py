"""The elements of JSON, one at a time: where each begins and ends, found without reading what is in it.

So a list is read in the memory that its largest element takes, and what stands before a damage is not lost with it.
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

_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_MARK = re.compile(_STRING + rb'|["\[\]{},]', re.DOTALL)
_KEY = re.compile(rb"[\s,]*(" + _STRING + rb")\s*:\s*", re.DOTALL)
_SPACE = re.compile(rb"[\s,\x1e]*")
"""What stands between values: commas where there should be none do no harm; 1E parts records in RFC 7464."""

_LONE = re.compile(rb"(?:-?\d[\d.eE+-]*+|true|false|null|NaN|-?Infinity)(?=[\s,\]}\x1e]|\Z)")

_CUT_OFF = "the JSON is cut off"


class JsonValue(NamedTuple):
    """A value within a JSON text."""

    name: str
    """Its name in the map in which it stands; empty in a list."""
    start: int
    """Where it begins, in bytes."""
    end: int
    """Where what stands behind it begins."""


def top_values(content: bytes) -> Iterator[JsonValue]:
    """Yield the values of a text that holds one or several, one after another.

    Raises `FileProblem` where what stands there is no JSON, and behind a value within which the text ends.
    """
    place = _space(content, 0)
    while place < len(content):
        end = _end_of(content, place)
        yield JsonValue("", place, end or len(content))
        if not end:
            raise FileProblem(_CUT_OFF)
        place = _space(content, end)


def values_in(content: bytes, holder: JsonValue) -> Iterator[JsonValue]:
    """Yield the values of a list or a map; raises `FileProblem` as `top_values` does."""
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
                raise FileProblem(f"no valid JSON from byte {place:,} on")
            name, place = _name(key.group(1)), key.end()
        end = _end_of(content, place)
        yield JsonValue(name, place, end or len(content))
        if not end:
            raise FileProblem(_CUT_OFF)
        place = end


def until_damage(pieces: Iterator[JsonValue]) -> Iterator[JsonValue]:
    """Yield the pieces before the first damage."""
    try:
        yield from pieces
    except FileProblem:
        return


def load(content: bytes, piece: JsonValue) -> Value | None:
    """Return the value of a piece as strings, lists and maps; None where it is damaged, too long or nested too deep."""
    if piece.end - piece.start > ROW_BYTES:
        return None
    try:
        value = json.loads(text_of(content[piece.start : piece.end]), parse_int=str, parse_float=str, strict=False)
        return _as_value(value, RECORD_DEPTH)
    except (ValueError, RecursionError):
        return None


def _as_value(value: object, depth: int) -> Value:
    if depth == 0:
        raise ValueError("nested too deep")
    if isinstance(value, dict):
        return {str(name): _as_value(one, depth - 1) for name, one in value.items()}
    if isinstance(value, list):
        return [_as_value(one, depth - 1) for one in value]
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _space(content: bytes, place: int) -> int:
    found = _SPACE.match(content, place)
    return found.end() if found else place


def _name(key: bytes) -> str:
    try:
        return str(json.loads(text_of(key), strict=False))
    except ValueError:
        return ""


def _end_of(content: bytes, place: int) -> int:
    """Return where the value that begins at `place` ends, 0 where the text ends before it does."""
    if not content.startswith((b"[", b"{", b'"'), place):
        found = _LONE.match(content, place)
        if found is None:
            raise FileProblem(f"no valid JSON from byte {place:,} on")
        return found.end()
    depth = 0
    for number, mark in enumerate(_MARK.finditer(content, place)):
        if depth > JSON_DEPTH or number > JSON_MARKS:
            raise FileProblem("the JSON is nested too deep, or holds too many values in one")
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
