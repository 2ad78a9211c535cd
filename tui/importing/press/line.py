"""Lines of a download, whatever kind of file they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tui.importing.documents.rich_text import SOFT_BREAK
from tui.importing.markup.fragment import Block

_WIDEST = 100
"""A text of which more lines are longer than this is not broken at a column."""

_NARROWEST = 40
_FEW_APART = 0.25
_LONG_LINES, _LONG_SHARE = 0.05, 0.15
"""The part of the lines, and of their characters, that may lie in longer ones: addresses, tables."""

_SLACK = 3
"""Characters by which a broken line may stay short."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one paragraph where the file has no lines."""

    text: str
    """Without spaces at its ends and without runs of them."""
    apart: bool = True
    """Whether it begins a paragraph: an empty line stands before it, or the file says so."""
    level: int = 0
    """1 to 6 for a heading, else 0."""


def lines_of_text(text: str) -> list[Line]:
    """Return the lines of a text that are not empty; form feeds part paragraphs as empty lines do."""
    lines: list[Line] = []
    apart = True
    for raw in text.replace("\f", "\n\n").split("\n"):
        line = " ".join(raw.split())
        if line:
            lines.append(Line(line, apart))
        apart = not line
    return lines


def lines_of_blocks(blocks: Iterable[Block]) -> list[Line]:
    """Return the lines of a document's blocks: one for each, more where a block has soft breaks."""
    lines: list[Line] = []
    for block in blocks:
        apart = True
        for part in block.text.split(SOFT_BREAK):
            line = " ".join(part.split())
            if line:
                lines.append(Line(line, apart, block.level))
            apart = not line
    return lines


def wrapped_at(lines: Sequence[Line]) -> int:
    """Return the column at which a text was broken; 0 where each line is a paragraph."""
    if all(line.apart for line in lines):
        return 0
    lengths = [len(line.text) for line in lines]
    long = [length for length in lengths if length > _WIDEST]
    if len(long) > _LONG_LINES * len(lengths) or sum(long) > _LONG_SHARE * sum(lengths):
        return 0
    width = max((length for length in lengths if length <= _WIDEST), default=0)
    return width if width >= _NARROWEST else 0


def each_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines each as a paragraph of its own, where they are not broken at a column and hardly an empty one parts.

    So are the lines of a document that was saved or copied as plain text.
    """
    if sum(line.apart for line in lines) > _FEW_APART * len(lines) or wrapped_at(lines):
        return lines
    return [replace(line, apart=True) for line in lines]


def paragraphs(lines: Iterable[Line], width: int) -> Iterator[str]:
    """Yield the paragraphs of lines that were broken at a column; with a width of 0 each line is one."""
    parts: list[str] = []
    for line in lines:
        if parts and (line.apart or not _was_broken(parts[-1], line.text, width)):
            yield " ".join(parts)
            parts = []
        parts.append(line.text)
    if parts:
        yield " ".join(parts)


def in_blocks(lines: Iterable[Line]) -> list[list[Line]]:
    """Return lines by the paragraphs in which they stand."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.apart or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def joined(lines: Iterable[Line]) -> str:
    """Return lines as one."""
    return " ".join(line.text for line in lines)


def _was_broken(line: str, after: str, width: int) -> bool:
    return bool(width) and len(line) + 1 + len(after.split(" ", 1)[0]) > width - _SLACK
