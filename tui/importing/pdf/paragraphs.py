"""Turns printed lines back into paragraphs, and joins words hyphenated at line ends.

A paragraph ends at a wider space, a change of letter size, an indent, or a short line that ends a sentence. Across a
column or page break it continues if its sentence does. Other occurrences in the text decide which hyphens are kept.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from tui.importing.clippings.lines import Line, ends_sentence
from tui.importing.pdf.asides import set_aside
from tui.importing.pdf.lines import PrintedLine

_BROKEN = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")
_REST = re.compile(r"[^\W\d_]{2,}")
_WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")

_OFTEN = 0.04
"""The share of lines ending with a hyphen above which a text certainly hyphenates."""

_FEW = 3
_BEFORE_LIST = (
    "well long self non ex vice co semi anti pro mid cross high low half part full short multi inter post pre ill so"
    " one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety"
    " north south peut celui celle ceux celles vis grand grande sous demi au ci la mi avant apres contre porte haut"
    " chef est sont rendez dix vingt trente quarante cinquante soixante quatre non franco anglo sino afro euro"
)
_BEFORE = frozenset(_BEFORE_LIST.split())
"""Words that precede a hyphen of their own, in English and French."""

_BEHIND_LIST = (
    "based led backed old year known term being fire up off in ci la meme memes il elle ils elles on nous vous je"
    " ce vis parole general generale ministre president presidente midi quart"
)
_BEHIND = frozenset(_BEHIND_LIST.split())
"""Words that follow one."""


class Hyphens:
    """Decides about hyphens at line ends by the words of the same text."""

    def __init__(self, lines: list[str]) -> None:
        self._known = Counter(word.lower() for line in lines for word in _WORDS.findall(line))
        broken = [pair for pair in pairwise(lines) if _parts(*pair)]
        whole = sum(bool(self._known[first + rest]) for first, rest in filter(None, (_parts(*pair) for pair in broken)))
        self._breaks_words = whole > 0 or (len(broken) >= _FEW and len(broken) > len(lines) * _OFTEN)

    def joined(self, lines: list[str]) -> str:
        """Join the lines of one paragraph."""
        done: list[str] = []
        for line in lines:
            if not done:
                done.append(line)
                continue
            parts = _parts(done[-1], line)
            if parts is None:
                closed = done[-1].endswith(("-", "\u2010")) and done[-1][-2:-1].isalnum() and line[:1].isalnum()
                done.append(line if closed or done[-1].endswith("/") else " " + line)
                continue
            if not self._keeps(*parts, soft=done[-1].endswith("\u00ad")):
                done[-1] = done[-1][:-1]
            done.append(line)
        return "".join(done)

    def _keeps(self, first: str, rest: str, soft: bool) -> bool:
        """Say whether the hyphen between two parts belongs to the word: `long-` and `established`."""
        if soft or self._known[first + rest]:
            return False
        if self._known[f"{first}-{rest}"] or not self._breaks_words:
            return True
        return first in _BEFORE or rest in _BEHIND or bool(self._known[first] and self._known[rest] > 1)


def _parts(line: str, after: str) -> tuple[str, str] | None:
    """Return both parts of a word hyphenated at a line's end, in lower case; None if there is none."""
    broken, rest = _BROKEN.search(line[-60:]), _REST.match(after[:60])
    if broken is None or rest is None or not rest.group()[0].islower():
        return None
    return broken[1].lower(), rest.group().lower()


_WIDER = 1.22
"""The line spacing, relative to the usual one, that separates paragraphs."""

_WIDER_IN_HEADINGS = 1.5
_OTHER_SIZE = 0.08
"""The relative difference in letter size that separates paragraphs."""

_INDENT = 0.7
"""The smallest deliberate indent, relative to the letter size."""

_FAR = 60.0
"""Lines that begin so many points apart are in different columns or cells."""

_ROOM = 0.6
"""A line shorter than this share of its column's longest ends a paragraph in any case."""

_ROOM_AT_END = 0.95
"""As `_ROOM`, for a line that ends a sentence, measured with the next word."""

_SPACE = 0.25
"""The width of a space, relative to the letter size."""

_NOTES = 12
"""The most footnotes across which a paragraph continues."""

_ACRONYM = 12
"""A line in capitals with more letters is a heading by itself."""

_BULLET = re.compile(r"(?:[•◦▪‣●○■□–—*·\u2023\u2043\uf0b7-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading with its layout."""

    text: str
    size: float
    """Of the letters, in points."""
    page: int
    """The one on which it begins, counted from 0."""


def body_size(pages: list[list[PrintedLine]]) -> float:
    """Return the size of most letters; 0 where there are none."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def paragraphs_of_pages(pages: list[list[PrintedLine]]) -> list[Paragraph]:
    """Return the paragraphs of all pages, in the order of the file."""
    body = body_size(pages)
    pages = [set_aside(page, body) for page in pages]
    hyphens = Hyphens([line.text for page in pages for line in page])
    measure = _Layout(pages)
    groups: list[_Group] = []
    for number, page in enumerate(pages):
        for place, line in enumerate(page):
            after = page[place + 1] if place + 1 < len(page) else None
            group = _above(groups, number, line)
            if group and (
                line.resumes or (not _opens(group.lines, line, after) and measure.belongs(group, number, line))
            ):
                group.lines.append(line)
                group.ends = number
            else:
                groups.append(_Group([line], number, number))
    return [
        Paragraph(hyphens.joined([line.text for line in group.lines]), group.lines[0].size, group.begins)
        for group in groups
    ]


@dataclass(slots=True)
class _Group:
    """The lines of one paragraph."""

    lines: list[PrintedLine]
    begins: int
    """The page of the first."""
    ends: int
    """The page of the last."""


def _above(groups: list[_Group], page: int, line: PrintedLine) -> _Group | None:
    """Return the paragraph that a line may continue: at the top of a page the last one above the footnotes."""
    last = groups[-1] if groups else None
    if last is None or last.ends == page:
        return last if last is None or last.lines[-1].aside == line.aside else None
    for group in groups[: -_NOTES - 1 : -1]:
        end = group.lines[-1]
        if group.ends != last.ends or (not end.aside and end.size >= line.size * (1 - _OTHER_SIZE)):
            return group
    return last


def lines_of(paragraphs: list[Paragraph]) -> list[Line]:
    """Return the paragraphs as lines of a clipping."""
    return [Line(paragraph.text, apart=True) for paragraph in paragraphs if paragraph.text]


_NEAR = 25.0
"""Lines that begin within so many points may be in the same column."""

_FEWEST = 10
_WIDER_THAN_MOST = 1.35
"""If the widest line is wider than most by this factor it may span the columns below it."""

_ALIKE = (0.85, 1.12)
"""The width of lines that fill a column, relative to the common one."""

_SHARE = 0.55
"""The share of lines that must fill a column; the lines of a list vary."""

_Place = tuple[int, int, int]
"""A page, a region of it, and about where lines begin in it."""


class _Widths:
    """The widths of full lines, at each place where lines begin."""

    def __init__(self, pages: list[list[PrintedLine]]) -> None:
        widths: dict[_Place, list[float]] = {}
        for number, page in enumerate(pages):
            for line in page:
                widths.setdefault(_place(number, line), []).append(line.right - line.x)
        self._widest = {place: max(found) for place, found in widths.items()}
        self._usual = {place: _usual(sorted(found)) for place, found in widths.items()}

    def width(self, page: int, line: PrintedLine) -> float:
        """Return the width of a full line in the column of a line."""
        number, region, near = _place(page, line)
        usual = self._usual[(number, region, near)]
        if usual and line.right - line.x <= usual:
            return usual
        return max(self._widest.get((number, region, near + nudge), 0.0) for nudge in (-1, 0, 1))


def _place(page: int, line: PrintedLine) -> _Place:
    return page, line.region, round(line.x / _NEAR)


def _usual(widths: list[float]) -> float:
    """Return the width of the column that most lines fill while others span more, or 0."""
    most = widths[len(widths) * 3 // 5]
    if len(widths) < _FEWEST or widths[-1] < most * _WIDER_THAN_MOST:
        return 0.0
    filling = [one for one in widths if most * _ALIKE[0] <= one <= most * _ALIKE[1]]
    return filling[-1] if len(filling) >= len(widths) * _SHARE else 0.0


class _Layout:
    """The usual layout of a text, which decides where its paragraphs end."""

    def __init__(self, pages: list[list[PrintedLine]]) -> None:
        self._body = body_size(pages)
        self._leading = _leading(pages, self._body)
        self._columns = _Widths(pages)

    def belongs(self, group: _Group, page: int, line: PrintedLine) -> bool:
        """Say whether a line continues the paragraph above it."""
        last = group.lines[-1]
        capitals = len(last.text) > _ACRONYM and last.text.isupper() and not line.text.isupper()
        if capitals or abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
            return False
        gap = (last.y - line.y) / last.size
        if page != group.ends or line.region != last.region or gap < -0.5:
            return last.size <= self._body * 1.1 and _runs_on(last.text, line.text)
        if gap <= 0.3:
            return True
        if line.size > self._body * 1.1:
            return gap <= self._leading * _WIDER_IN_HEADINGS
        if gap > self._leading * _WIDER:
            return False
        return self._goes_on(page, group.lines, line)

    def _goes_on(self, page: int, lines: list[PrintedLine], line: PrintedLine) -> bool:
        """Say whether a line at the usual distance continues those above, by position and length."""
        last = lines[-1]
        if abs(line.x - last.x) > _FAR:
            return _runs_on(last.text, line.text)
        needed = last.right - last.x + _SPACE * last.size + line.first
        width = self._columns.width(page, last)
        hanging = len(lines) == 1 and _BULLET.match(last.text) is not None
        if line.x - last.x > _INDENT * line.size and not hanging:
            return False
        return needed > width * (_ROOM_AT_END if ends_sentence(last.text) else _ROOM)


def _opens(lines: list[PrintedLine], line: PrintedLine, after: PrintedLine | None) -> bool:
    """Say whether a line begins a paragraph by a bullet, or by its indent relative to the next line.

    The last line of an indented block, or of an item with a hanging indent, does not.
    """
    if _BULLET.match(line.text):
        return True
    if after is None or after.size != line.size or not 0.5 < (line.y - after.y) / line.size < 2.0:
        return False
    if not _INDENT * line.size < line.x - after.x < _FAR or _BULLET.match(after.text):
        return False
    block = len(lines) > 1 and all(abs(one.x - line.x) < 1 for one in lines[-2:])
    return not block and _BULLET.match(lines[0].text) is None


def _leading(pages: list[list[PrintedLine]], body: float) -> float:
    """Return the usual line spacing, relative to the letter size."""
    gaps: Counter[float] = Counter()
    for page in pages:
        for line, after in pairwise(page):
            ratio = (line.y - after.y) / line.size
            if line.size == after.size == body and 0.7 < ratio < 2.6 and not ends_sentence(line.text):
                gaps[round(ratio, 1)] += 1
    return gaps.most_common(1)[0][0] if gaps else 1.3


def _runs_on(last: str, line: str) -> bool:
    """Say whether a sentence continues across a column break."""
    return not ends_sentence(last) and (line[:1].islower() or line[:1].isdigit() or last[-1:] in ",;-–—")
