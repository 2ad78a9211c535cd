"""Feeds cut into entries: batches of them are parsed one after another, so that a large or damaged feed costs no more.

The parser of feeds reads a whole file at once, and gives up at the first fault; between its own head and end a batch is
a small feed of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.errors import FileProblem
from tui.importing.limits import FEED_BATCH_CHARACTERS, FEED_BATCH_ENTRIES, FEED_ENTRY_CHARACTERS, FEED_ENTRY_TAGS
from tui.importing.tagged.scanning import Token, TokenKind, scan

ROOTS = frozenset(("rss", "feed", "rdf"))
"""The first tag of a feed, without its prefix."""

_ENTRIES = frozenset(("item", "entry"))
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Batch:
    """Some entries of a feed, each with its tags."""

    entries: tuple[str, ...]
    opening: str
    """The tags that stand open where entries begin."""
    closing: str

    def document(self) -> str:
        """Return a feed of these entries."""
        return f"{self.opening}{''.join(self.entries)}{self.closing}"


def local(name: str) -> str:
    """Return a tag's name without its prefix."""
    return name.rpartition(":")[2]


def root_of(text: str) -> str:
    """Return the name of the first tag, without its prefix; "" where there is none."""
    return next((local(token.name) for token in scan(text) if token.kind is TokenKind.OPEN), "")


def cut(text: str) -> Iterator[Batch | int]:
    """Yield the feed's own head as a batch without entries, then its entries; a number tells of entries too long.

    Raises `FileProblem` where the text is no feed.
    """
    stack, first = _opening(text)
    opening = "".join(text[token.start : token.end] for token in stack)
    closing = "".join(f"</{_written(text, token.start, token.name)}>" for token in reversed(stack))
    if len(opening) > FEED_ENTRY_CHARACTERS:
        raise FileProblem("no feed: its first tags have no end")
    begin = stack[-1].end if stack else 0
    yield Batch((text[begin:first][:FEED_ENTRY_CHARACTERS],), opening, closing)
    waiting: list[str] = []
    for entry in _entries(text, first):
        if len(entry) > FEED_ENTRY_CHARACTERS or entry.count("<") > FEED_ENTRY_TAGS:
            yield 1
            continue
        if waiting and (
            len(waiting) >= FEED_BATCH_ENTRIES or sum(map(len, waiting)) + len(entry) > FEED_BATCH_CHARACTERS
        ):
            yield Batch(tuple(waiting), opening, closing)
            waiting = []
        waiting.append(entry)
    if waiting:
        yield Batch(tuple(waiting), opening, closing)


def _opening(text: str) -> tuple[list[Token], int]:
    """Return the tags that stand open where the first entry begins, and its offset in characters."""
    stack: list[Token] = []
    for token in scan(text):
        if token.kind is TokenKind.OPEN:
            if not stack and local(token.name) not in ROOTS:
                raise FileProblem(f"no feed: its first tag is <{token.name[:40]}>")
            if stack and local(token.name) in _ENTRIES:
                return stack, token.start
            if not token.empty and len(stack) < _DEEPEST:
                stack.append(token)
        elif token.kind is TokenKind.CLOSE:
            place = next((place for place in range(len(stack) - 1, 0, -1) if stack[place].name == token.name), 0)
            if place:
                del stack[place:]
    if not stack:
        raise FileProblem("no feed: it holds no tags")
    return stack[:1], len(text)


def _entries(text: str, first: int) -> Iterator[str]:
    """Yield the entries with their tags; one that is never closed ends where the next one begins."""
    begin, name = -1, ""
    for token in scan(text, first):
        if token.kind is TokenKind.TEXT or token.empty or local(token.name) not in _ENTRIES:
            continue
        if begin < 0:
            if token.kind is TokenKind.OPEN:
                begin, name = token.start, token.name
        elif token.name == name:
            closed = token.kind is TokenKind.CLOSE
            yield text[begin : token.end] if closed else f"{text[begin : token.start]}</{_written(text, begin, name)}>"
            begin = -1 if closed else token.start
    if begin >= 0:
        yield f"{text[begin:]}</{_written(text, begin, name)}>"


def _written(text: str, begin: int, name: str) -> str:
    """Return a tag's name in the case in which it stands in the text."""
    return text[begin + 1 : begin + 1 + len(name)]
