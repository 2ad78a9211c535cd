"""Texts of wires as archives keep them: broken at a column, a paragraph begun by an indent or by an empty line."""

from __future__ import annotations

import re

from tui.base.printable import printable
from tui.importing.clippings.wrapping import lines_of
from tui.importing.markup.fragment import paragraphs_of

_INDENT = 2
"""Spaces more than the lines around it that begin a paragraph."""

_WIDEST = 100
"""A text with longer lines is not broken at a column."""

_FILLED = 40
"""A line that is shorter was ended by its writer."""

_FEW = 25
"""The same where paragraphs are told by their indents."""

_EMPTY_LINES = re.compile(r"\n *\n[ \n]*")
_HTML = re.compile(r"</(?:p|div|li|ul|ol|h[1-6]|table)>|<br\s*/?>", re.I)
"""What text between tags holds where it is a page's own HTML, put there whole."""

_WORD = re.compile(r"\w")
_LEADER = re.compile(r"\.{4,}|\.{2,} ?\d|\s{3,}\S|\s[-=]{3,}")
"""What a row of a table looks like."""


def paragraphs_of_wire(text: str) -> list[str]:
    """Return the paragraphs of a text in which NUL parts what its tags part; HTML that stands in it is read, too."""
    paragraphs: list[str] = []
    parts = [printable(part) for part in text.split("\0") if _WORD.search(part)]
    for part in parts:
        if _HTML.search(part):
            paragraphs += paragraphs_of(part)
            continue
        for block in _EMPTY_LINES.split(part):
            paragraphs += _of_block(block, tagged=len(parts) > 1)
    return [paragraph for paragraph in paragraphs if _WORD.search(paragraph)]


def _of_block(block: str, tagged: bool) -> list[str]:
    """Part a block without empty lines at indents, rows of tables and lines that had room left.

    Lines that had room left go on where the paragraphs are `tagged` as such.
    """
    lines = [line.rstrip() for line in block.split("\n") if line.strip()]
    if len(lines) < 2:
        return [" ".join(line.split()) for line in lines]
    if max(map(len, lines)) > _WIDEST:
        return [" ".join(" ".join(lines).split())] if tagged else [line.text for line in lines_of(block)]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    margin = min(indents)
    filled = 0 if tagged else _FEW if max(indents) >= margin + _INDENT else _FILLED
    groups: list[list[str]] = []
    for line, indent in zip(lines, indents, strict=True):
        if groups and indent < margin + _INDENT and _goes_on(groups[-1][-1], line, filled):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [" ".join(" ".join(group).split()) for group in groups]


def _goes_on(before: str, line: str, filled: int) -> bool:
    """Say whether a line is the rest of the one before it, which has at least `filled` characters then."""
    return len(before) >= filled and not _LEADER.search(before.strip()) and not _LEADER.search(line.strip())
