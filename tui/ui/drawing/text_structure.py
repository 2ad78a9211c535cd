"""What a text without marks-up still shows of its structure: headings, and items of lists."""

from __future__ import annotations

import re

from tui.search.passage import Mark

_LONGEST = 72
"""Characters of a heading: it stands in one line of the reader."""
_MOST = 200_000
"""Characters of a text in which headings are looked for: a few milliseconds."""
_BULLET = ("• ", "- ", "– ", "* ")
_LINE = re.compile(r"(?:\A|(?<=\n))[^\n]+")
_ENDS = tuple(".!?:;,…»”\"')]")


def headings(text: str) -> tuple[Mark, ...]:
    """Return the lines that look like headings: short, alone, without a stop at their end, above a paragraph or a list.

    The first line and the last one are none: they are a lead, a name, a place.
    """
    if len(text) > _MOST:
        return ()
    lines = [found.span() for found in _LINE.finditer(text)]
    looks = [_looks_like_one(text[slice(*line)]) for line in lines]
    return tuple(
        line
        for place, line in enumerate(lines[:-1])
        if place and looks[place] and not looks[place - 1] and not looks[place + 1] and _is_alone(text, line)
    )


def _looks_like_one(line: str) -> bool:
    return (
        2 < len(line) <= _LONGEST
        and not line.startswith(_BULLET)
        and not line.endswith(_ENDS)
        and not line[0].islower()
        and any(map(str.isalpha, line))
    )


def _is_alone(text: str, line: Mark) -> bool:
    return text[max(0, line[0] - 2) : line[0]] == "\n\n" and text[line[1] : line[1] + 2] == "\n\n"


def parts_items(text: str, offset: int) -> bool:
    """Say whether the newline at `offset` is an empty line between two items of a list."""
    if not 0 < offset < len(text) - 1 or text[offset - 1] != "\n" or not text.startswith(_BULLET, offset + 1):
        return False
    return text.startswith(_BULLET, text.rfind("\n", 0, offset - 1) + 1)
