"""Lines of a text file: those that an editor or a mailer broke at a column are joined again.

A line was broken where the first word of the next one would not have fitted any more; a line that had room left ended
because its writer ended it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_WIDEST = 100
"""A text with longer lines is not broken at a column."""

_NARROWEST = 40
_SLACK = 3
"""Characters by which a wrapped line may stay short: editors count tabs and spaces in their own ways."""

_RULE = re.compile(r"[\s*_=~#–—-]{3,}")
"""A line of strokes parts paragraphs as an empty one does."""

_SHARE = 0.6
"""The part of all pairs of lines that must look broken before any of them is joined."""


@dataclass(slots=True)
class Line:
    """One line of a text, or what was one before it was broken."""

    text: str
    apart: bool = False
    """Whether an empty line stands before it."""


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not empty, the broken ones joined."""
    lines: list[Line] = []
    apart = False
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if _RULE.fullmatch(line):
            line = ""
        if line:
            lines.append(Line(line, apart))
        apart = not line
    width = _wrapped_at(lines)
    return _joined(lines, width) if width else lines


def _wrapped_at(lines: list[Line]) -> int:
    """Return the column at which a text was broken, or 0 where it was not."""
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(line.text, after.text) for line, after in pairwise(lines) if not after.apart]
    if not _NARROWEST <= width <= _WIDEST or len(pairs) < 2:
        return 0
    broken = sum(_was_broken(line, after, width) for line, after in pairs)
    return width if broken >= len(pairs) * _SHARE else 0


def _was_broken(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width - _SLACK


def _joined(lines: list[Line], width: int) -> list[Line]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.apart and _was_broken(groups[-1][-1].text, line.text, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Line(" ".join(line.text for line in group), group[0].apart) for group in groups]
