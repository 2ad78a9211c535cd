"""Where the words, sentences and paragraphs of a text begin and end, around a character of it.

Nothing here looks further than a few thousand characters, however long the text, except for the ends of a paragraph.
"""

from __future__ import annotations

import re

from tui.search.passage import Mark
from tui.ui.drawing.line_breaks import joins

_NEAR = 4000
"""Characters that a sentence is sought in, before and after."""
_WORD = re.compile(r"\w+(?:[-‐’'.]\w+)*")
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bMrs)(?<!\bGen)(?<!\bCol)(?<!\bCapt)(?<!\bMaj)"
    r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])|[。！？]+[」』”）]*"
)


def word_at(text: str, offset: int) -> Mark:
    """Return the word around `offset`; between words, the next one of the paragraph or the character itself."""
    first, last = paragraph_at(text, offset)
    start = max(first, offset - _NEAR)
    for word in _WORD.finditer(text, start, min(last, offset + _NEAR)):
        if word.end() > offset:
            return word.span()
    return offset, next_character(text, offset)


def sentence_at(text: str, offset: int) -> Mark:
    """Return the sentence around `offset`, without the space after it."""
    first, last = paragraph_at(text, offset)
    start, stop = max(first, offset - _NEAR), min(last, offset + _NEAR)
    for end in _SENTENCE_END.finditer(text, start, stop):
        if end.end() > offset:
            return start, end.start() + len(end[0].rstrip())
        start = end.end()
    return start, stop


def paragraph_at(text: str, offset: int) -> Mark:
    """Return the paragraph around `offset`, without the newline that ends it."""
    offset = min(max(0, offset), len(text))
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def next_word(text: str, offset: int) -> int:
    """Return where the next word after the one at `offset` ends: its last character, or that of the text."""
    for word in _WORD.finditer(text, offset + 1, offset + 1 + 2 * _NEAR):
        if word.end() - 1 > offset:
            return word.end() - 1
    return max(0, min(len(text), offset + 1 + 2 * _NEAR) - 1)


def previous_word(text: str, offset: int) -> int:
    """Return where the word at `offset` begins; from its first character, where the one before begins."""
    start = max(0, offset - _NEAR)
    begins = [word.start() for word in _WORD.finditer(text, start, offset)]
    return begins[-1] if begins else start


def next_character(text: str, offset: int) -> int:
    """Return where the character after the one at `offset` begins, skipping what is joined to it."""
    offset += 1
    while joins(text, offset):
        offset += 1
    return min(offset, len(text))


def previous_character(text: str, offset: int) -> int:
    """Return where the character before the one at `offset` begins."""
    offset -= 1
    while joins(text, offset):
        offset -= 1
    return max(0, offset)
