"""Where the lines of a text begin when it is wrapped at a measure, in cells and never in characters.

Every character belongs to exactly one line: the spaces at which a line was broken and the newline that ends it are its
last characters, though they are not shown. No line shows more cells than the measure, unless one character alone does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rich.cells import cell_len, get_character_cell_size

SOFT_ENDS = " \n"
"""The characters that end a line without being shown."""

NARROW = "\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u1e00-\u1fff" + (
    "\u2010-\u2027\u202f-\u205e\u2070-\u209c\u20a0-\u20bf\u2100-\u218b\u2190-\u2199\u2500-\u259f"
)
"""Characters, as inside the brackets of a pattern, that are one cell wide wherever they stand (or end a line)."""

_BROAD = (
    "\u2e80-\u2fdf\u3000-\u312f\u31a0-\u31bf\u31f0-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
"""Han, kana and their punctuation, between which a line may end anywhere."""
_OPENING = "（「『【〈《〔［｛"
_CLOSING = "、。，．・：；？！）」』】〉》〕］｝ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
_JOINING = "\u0300-\u036f\u200c\u200d\u3099\u309a\ufe00-\ufe0f"

# A line ends before spaces, unless they only set off punctuation, as French does before a colon or inside « »; after a
# hyphen between letters; after a dash between words.
_BREAK = (
    r"(?=\n|\Z)"
    r"|(?<!«)(?= {1,3}+(?![:;!?»–—·](?:[ \n]|\Z)))"
    r"|(?<=[^\W\d_][-‐])(?=[^\W\d_])"
    r"|(?<=\S[—–])(?=[^\s.,;:!?)\]’”»—–])"
)
_BROAD_BREAK = rf"|(?<![\n{_OPENING}])(?:(?<=[{_BROAD}])|(?=[{_BROAD}]))(?![{_CLOSING}{_JOINING}])"
"""Beside a broad character, but not after an opening bracket nor before a closing one (after JIS X 4051)."""


@cache
def _all_narrow() -> re.Pattern[str]:
    return re.compile(f"[{NARROW}]*+")


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"([^\n]+?)(?:{_BREAK}{_BROAD_BREAK})( *+)\n?|\n")


def line_starts(text: str, start: int, end: int, measure: int) -> list[int]:
    """Return the offsets at which lines begin in `text[start:end]`, ascending; the first is `start`.

    `measure` is in cells, at least 1. What follows `end` is ignored: a line always ends there.
    """
    if _all_narrow().fullmatch(text, start, end):
        return [line.start() for line in _narrow_line(measure).finditer(text, start, end)]
    return list(_broad_starts(text, start, end, measure))


@lru_cache(16)
def _narrow_line(measure: int) -> re.Pattern[str]:
    """Return a pattern of one line where every character takes one cell: the regex engine does the wrapping."""
    return re.compile(rf"[^\n]{{1,{measure}}}(?:{_BREAK}) *+\n?|[^\n]{{{measure}}}|\n")


def _broad_starts(text: str, start: int, end: int, measure: int) -> Iterator[int]:
    """Wrap unit by unit, counting cells."""
    taken = 0
    fresh = True
    for unit in _unit().finditer(text, start, end):
        width = cell_len(unit[1] or "")
        if fresh:
            yield unit.start()
        elif taken + width > measure:
            yield unit.start()
            taken = 0
        if width > measure:
            taken = 0
            first, *others = _cut_word(unit[1], measure)
            yield from (unit.start() + begun for begun, _ in others)
            _, width = others[-1] if others else first
        taken += width + len(unit[2] or "")
        fresh = text[unit.end() - 1] == "\n"
        if fresh:
            taken = 0


def _cut_word(word: str, measure: int) -> Iterator[tuple[int, int]]:
    """Cut a word that is wider than a line: offset and width in cells of each piece."""
    begun = width = 0
    for start, end in clusters(word):
        cells = cell_len(word[start:end])
        if width and width + cells > measure:
            yield begun, width
            begun, width = start, 0
        width += cells
    yield begun, width


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Return the bounds of what a reader sees as one character: a base, what is put onto it, what is joined to it."""
    begun = 0
    for here in range(1, len(text)):
        if not joins(text, here):
            yield begun, here
            begun = here
    if text:
        yield begun, len(text)


def joins(text: str, offset: int) -> bool:
    """Say whether the character at `offset` belongs to the one before it."""
    if not 0 < offset < len(text):
        return False
    return text[offset - 1] == "\u200d" or (text[offset] != "\n" and get_character_cell_size(text[offset]) == 0)
