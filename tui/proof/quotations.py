"""The quotations of a manuscript: between marks of English and French, nested, and over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = {"“": "”", "«": "»", "„": "“", "‹": "›", '"': '"', "‘": "’", "'": "'"}
_OPENERS = re.compile("[“«„‹\"‘']")
_LONGEST = 6000
"""Characters of a quotation; a mark whose other one is farther away opens none."""
_OMISSION = re.compile(r"\[\s*(?:…|\.{3}|\. \. \.)\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,}|\. \. \.")
_INSERTION = re.compile(r"\[[^\[\]]{1,80}\]|\((?:sic|NDLR|ndlr)\)")
_PARAGRAPH = re.compile(r"\n\s*\n\s*")
_WORD = re.compile(r"\w")
_RESUMED = re.compile(r"[“«\"‘]\s*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks; offsets are those of its words, without the marks."""

    start: int
    end: int
    text: str

    @property
    def segments(self) -> list[str]:
        """The parts that are quoted without a break: between marked omissions, words put in and repeated marks."""
        bare = _INSERTION.sub("\0", _OMISSION.sub("\0", self.text))
        parts = [_PARAGRAPH.sub(" ", part) for part in bare.split("\0")]
        return [part for part in parts if _WORD.search(part)]


def quotations(text: str) -> Iterator[Quotation]:
    """Yield the quotations of a text in their order; those within another one belong to it."""
    place = 0
    while True:
        opened = _OPENERS.search(text, place)
        if opened is None:
            return
        place = opened.end()
        if not _opens(text, opened.start()):
            continue
        end = _closing(text, opened.start())
        if end < 0:
            continue
        start, stop = _trimmed(text, opened.end(), end)
        if start < stop and _WORD.search(text, start, stop):
            yield Quotation(start, stop, _without_resumed(text[start:stop]))
        place = end + 1


def _opens(text: str, at: int) -> bool:
    """Say whether a mark opens: straight ones and single ones only where a word begins, as apostrophes do not."""
    mark = text[at]
    before = text[at - 1] if at else " "
    if mark in "“«„‹":
        return True
    return not (before.isalnum() or before in ".,!?%’'") and at + 1 < len(text) and not text[at + 1].isspace()


def _closing(text: str, at: int) -> int:
    """Return where the mark stands that closes what opens at a place, or -1.

    Where a paragraph ends within and the next one opens with the same mark, the quotation goes on there.
    """
    mark, close = text[at], _PAIRS[text[at]]
    depth, place = 1, at + 1
    limit = min(len(text), at + _LONGEST)
    while place < limit:
        character = text[place]
        if character == "\n":
            gap = _PARAGRAPH.match(text, place)
            if gap is not None:
                if text[gap.end() : gap.end() + 1] != mark:
                    return -1
                place = gap.end() + 1
                continue
        if character == close and _closes(text, place, close):
            depth -= 1
            if not depth:
                return place
        elif character == mark and mark != close:
            depth += 1
        place += 1
    return -1


def _closes(text: str, at: int, close: str) -> bool:
    """Say whether a mark closes: one that is an apostrophe as well only where a word or a sentence ends."""
    after = text[at + 1] if at + 1 < len(text) else " "
    if close not in "’'\"":
        return True
    if text[at - 1].isspace():
        return False
    return not after.isalnum()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _without_resumed(quoted: str) -> str:
    """Take out the marks with which each paragraph of a quotation opens anew, keeping every character's place."""
    parts, place = [], 0
    for gap in _PARAGRAPH.finditer(quoted):
        resumed = _RESUMED.match(quoted, gap.end())
        if resumed is not None:
            parts += [quoted[place : gap.end()], " " * len(resumed[0])]
            place = resumed.end()
    return "".join([*parts, quoted[place:]])
