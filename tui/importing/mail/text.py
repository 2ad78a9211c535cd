"""The text of a mail: lines that mailers broke are joined again; what is quoted stays, marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from tui.base.printable import printable
from tui.importing.clippings.wrapping import lines_of

_QUOTE = re.compile(r"(?:>[ ]?)*")
_MARK = "> "


def paragraphs_of_mail(text: str, flowed: bool = False, delete_space: bool = False) -> tuple[str, ...]:
    """Return the paragraphs of plain text; `flowed` lines go on where they end in a space (RFC 3676).

    `delete_space` says that this space is no part of the text, as in languages without spaces.
    """
    lines = printable(text).split("\n")
    paragraphs: list[str] = []
    for depth, group in groupby(map(_parted, lines), key=lambda line: line[0]):
        inner = [line for _, line in group]
        if flowed:
            inner = list(_unflowed(inner, delete_space))
        paragraphs += (f"{_MARK * depth}{line.text}" for line in lines_of("\n".join(map(_apart, inner))))
    return tuple(paragraphs)


def _apart(line: str) -> str:
    """Set the strokes above a signature apart, so that no line before or behind is joined with them."""
    return "\n--\n" if line.rstrip() == "--" else line


def _parted(line: str) -> tuple[int, str]:
    """Part the marks of a quotation from a line, and return how many they are."""
    marks = _QUOTE.match(line)
    length = marks.end() if marks else 0
    return line[:length].count(">"), line[length:]


def _unflowed(lines: list[str], delete_space: bool) -> Iterator[str]:
    parts: list[str] = []
    for raw in lines:
        line = raw.removeprefix(" ")
        goes_on = line.endswith(" ") and line != "-- "
        parts.append(line[:-1] if goes_on and delete_space else line)
        if not goes_on:
            yield "".join(parts)
            parts = []
    if parts:
        yield "".join(parts)
