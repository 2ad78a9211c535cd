"""JSON Lines: an article a line. A damaged line is counted, and those behind it are read."""

from __future__ import annotations

from collections.abc import Iterator

from tui.importing.decoding import as_utf8
from tui.importing.formats import json_file
from tui.importing.parsed import Draft, RawFile
from tui.importing.records.json_lists import drafts_of
from tui.importing.records.json_pieces import JsonValue, load


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the articles of the lines; where the first one is no map by itself, the whole is read as JSON."""
    content, note = as_utf8(file.content)
    first = next(_lines(content), None)
    if first is None:
        return
    if not isinstance(load(content, first), dict) and content.startswith((b"[", b"{\n", b"{\r"), first.start):
        yield from json_file.read(file)
        return
    if note:
        yield Draft(notes=(note,))
    yield from drafts_of(content, lambda: _lines(content), "line")


def _lines(content: bytes) -> Iterator[JsonValue]:
    """Yield the lines that are not empty."""
    place = 0
    while place < len(content):
        end = content.find(b"\n", place) + 1 or len(content)
        line = content[place:end]
        if not line.isspace():
            yield JsonValue("", place + len(line) - len(line.lstrip()), end)
        place = end
