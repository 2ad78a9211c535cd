"""JSON: a list of articles, a map that holds one, a single article, a JSON feed, an export; or an article a line.

A damaged line of JSON Lines is counted, and those after it are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tui.errors import FileProblem
from tui.importing.decoding import as_utf8
from tui.importing.formats.feed import read_json_feed
from tui.importing.parsed import Draft, RawFile
from tui.importing.records.json_lists import articles_in, drafts_of, no_articles
from tui.importing.records.json_pieces import JsonValue, load, top_values, until_damage, values_in
from tui.importing.registry import suffix_of

_FEED = b"jsonfeed.org/version"
_LINES = (".jsonl", ".ndjson")
_OF_THE_FEED = ("version", "title", "language")
"""The fields of a feed that are read."""


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the articles of a JSON text, or of its lines if it is JSON Lines; several texts are read as a list.

    Raises `FileProblem` if it is not JSON, and at the first damage otherwise.
    """
    content, note = as_utf8(file.content)
    if note:
        yield Draft(notes=(note,))
    if (file.suffix or suffix_of(file.path)) in _LINES and not _is_whole(content):
        if not content.isspace():
            yield from drafts_of(content, lambda: _lines(content), "line", columns=file.columns)
        return
    start = len(content) - len(content.lstrip())
    if content.startswith(b"[", start):
        yield from drafts_of(
            content, lambda: values_in(content, JsonValue("", start, len(content))), "record", columns=file.columns
        )
        return
    first = list(islice(until_damage(top_values(content)), 2))
    if not first:
        next(top_values(content), None)
        return
    if len(first) > 1:
        yield from drafts_of(content, lambda: top_values(content), "value", columns=file.columns)
        return
    (top,) = first
    if _is_feed(content, top):
        yield from _feed(content, top)
        return
    pieces = articles_in(content, top)
    if pieces is not None:
        yield from drafts_of(content, pieces, "record", columns=file.columns)
    elif content.startswith(b"{", top.start):
        yield no_articles([piece.name for piece in until_damage(values_in(content, top))])
    else:
        yield no_articles([])


def _is_feed(content: bytes, top: JsonValue) -> bool:
    return content.startswith(b"{", top.start) and _FEED in content[top.start : top.start + 4096]


def _feed(content: bytes, top: JsonValue) -> Iterator[Draft]:
    """Yield the entries of a JSON feed, each read separately, so that a damaged one costs only itself."""
    feed: dict[str, object] = {}
    try:
        for piece in values_in(content, top):
            if piece.name == "items" and content.startswith(b"[", piece.start):
                feed["items"] = (load(content, item) for item in values_in(content, piece))
            elif piece.name in _OF_THE_FEED:
                feed[piece.name] = load(content, piece)
    except FileProblem:
        if "items" not in feed:  # otherwise it is raised again after the last entry
            raise
    yield from read_json_feed(feed)


def _is_whole(content: bytes) -> bool:
    """Say whether a file of JSON Lines is a single JSON text after all: its first line alone is not a map."""
    first = next(_lines(content), None)
    if first is None or isinstance(load(content, first), dict):
        return False
    return content.startswith((b"[", b"{\n", b"{\r"), first.start)


def _lines(content: bytes) -> Iterator[JsonValue]:
    """Yield the lines that are not empty."""
    place = 0
    while place < len(content):
        end = content.find(b"\n", place) + 1 or len(content)
        line = content[place:end]
        if not line.isspace():
            yield JsonValue("", place + len(line) - len(line.lstrip()), end)
        place = end
