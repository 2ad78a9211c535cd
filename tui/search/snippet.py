"""Snippets: the passage of a text that shows best why the article was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.base.printable import printable_line
from tui.search.analysis import folded
from tui.search.marks import marks_between
from tui.search.passage import Mark, Passage

_SENTENCE = re.compile(r"(?:[.!?…][\"'”’»)\]]*\s+|\n+)(?=\S)")
_MOST_MARKS = 400
"""How many marks are considered; a text with more of them repeats itself."""


def best_passage(text: str, marks: Sequence[Mark], width: int = 160) -> Passage:
    """Return the passage of about `width` characters that holds the most different marks, close to one another.

    It begins with a sentence if one begins shortly before the first mark, else with a word; without marks, with the
    text. `marks` are offsets into `text`, ascending, not overlapping.
    """
    first, last = _best(text, marks[:_MOST_MARKS], width) if marks else (0, 0)
    start = _start(text, first, last, width) if marks else 0
    end = _end(text, start, width, last)
    return _printed(text, start, end, marks)


def _best(text: str, marks: Sequence[Mark], width: int) -> tuple[int, int]:
    """Return the first character of the best group of marks, and the one past its last."""
    words = [folded(text[start:end]) for start, end in marks]
    best, last = (0, 0.0), 0
    chosen = marks[0]
    for first in range(len(marks)):
        last = max(last, first)
        while last + 1 < len(marks) and marks[last + 1][1] - marks[first][0] <= width * 3 // 4:
            last += 1
        stretch = marks[last][1] - marks[first][0]
        worth = (len(set(words[first : last + 1])), (last - first) / 10 - stretch / width)
        if worth > best or first == 0:
            best, chosen = worth, (marks[first][0], marks[last][1])
    return chosen


def _start(text: str, first: int, last: int, width: int) -> int:
    """Return where a passage begins that shows the characters from `first` to `last`."""
    room = max(0, width - (last - first))
    earliest = max(0, first - room)
    if earliest == 0:
        return 0
    sentences = [found.end() for found in _SENTENCE.finditer(text, earliest, first + 1) if found.end() <= first]
    if sentences:
        return next((start for start in sentences if first - start <= room * 2 // 3), sentences[-1])
    wished = first - room // 3
    space = text.find(" ", wished, first)
    return space + 1 if space >= 0 else first


def _end(text: str, start: int, width: int, last: int) -> int:
    """Return where a passage ends: after its last whole word, or within one that is needed to show up to `last`."""
    end = start + width
    if end >= len(text):
        return len(text)
    space = max(text.rfind(" ", start, end + 1), text.rfind("\n", start, end + 1))
    return end if space < last <= end or space <= start + width // 2 else space


def _printed(text: str, start: int, end: int, marks: Sequence[Mark]) -> Passage:
    """Return the characters from `start` to `end` as one printable line with their marks."""
    line = ""
    placed: list[Mark] = []
    at = start
    for mark_start, mark_end in marks_between(marks, start, end):
        line = _joined(line, text[at : start + mark_start])
        begin = len(_joined(line, text[start + mark_start : start + mark_end]))
        marked = printable_line(text[start + mark_start : start + mark_end])
        line = _joined(line, text[start + mark_start : start + mark_end])
        begin -= len(marked)
        if marked:
            placed.append((begin, len(line)))
        at = start + mark_end
    line = _joined(line, text[at:end]).rstrip()
    return Passage(line, tuple(placed), bool(text[:start].strip()), bool(text[end:].strip()))


def _joined(line: str, piece: str) -> str:
    """Add a piece of text to a line, with one space where either had white space at the seam."""
    inner = printable_line(piece)
    spaced = bool(line) and not line.endswith(" ") and piece[:1].isspace()
    line = f"{line} {inner}" if spaced and inner else line + inner if inner else line
    return f"{line} " if piece[-1:].isspace() and line and not line.endswith(" ") else line
