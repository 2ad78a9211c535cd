"""The words and boxes of a PDF page with their places and sizes, as PDFium reads them.

Places are in points, x to the right and y upwards, with the page turned so that most of its text is level. PDFium is
not thread-safe: only the processes that read files import it, and each of them reads one page at a time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double, c_float, c_ushort
from dataclasses import dataclass, field
from math import atan2, hypot, pi
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import FileProblem
from tui.importing.limits import PDF_PAGE_CHARACTERS
from tui.locale import N_

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_HYPHENS = "\x02\ufffe"
"""What PDFium writes for a hyphen at the end of a line, and nothing for the line break after it."""

_WORD = re.compile(rf"[^\s{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_MARKED = re.compile(r"[^\W\d][^\s\d]*[.,;:!?»”’\")\]]*(?P<mark>\d{1,3})")
"""A word whose last digits may be the number of a footnote."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LARGEST = 1e6
"""Points beyond which a place is nonsense."""

_SMALL = 0.8
"""The largest size of a footnote number relative to the word before it."""

_DRAWN = 2000
"""Objects of a page among which boxes are looked for."""

_SIDES = (4, 5, 6)
"""The numbers of segments that a rectangle is drawn with."""

_WIDE, _HIGH = 60.0, 30.0
"""Points beyond which a rectangle may be a box with text."""

_CHECKED = 256
"""Words between two looks at the clock."""


class Word(NamedTuple):
    """A word, or a part of one, on a page."""

    text: str
    left: float
    right: float
    base: float
    """The height of its baseline."""
    size: float
    """Of its letters; never 0."""
    line: int = 0
    """The line it is in, in the order in which the page is drawn."""
    turns: int = 0
    """Its direction in quarter turns against the clock, relative to most of the page."""
    spaced: bool = True
    """Whether there is a space before it."""


class Box(NamedTuple):
    """A rectangle that is drawn on a page."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether a place is within the box."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class PageText:
    """What is read of a page; one from right to left is mirrored, so that its first column is the leftmost one."""

    words: list[Word] = field(default_factory=list)
    """In the order in which they are drawn."""
    boxes: list[Box] = field(default_factory=list)


def text_of_page(page: PdfPage, until: float) -> PageText:
    """Read the words and boxes of a page.

    Raises `FileProblem` if there are too many words, or reading them lasts `until` a time of the monotonic clock.
    """
    textpage = page.get_textpage()
    try:
        words = list(_words(textpage, until))
    finally:
        textpage.close()
    letters: Counter[int] = Counter()
    for word in words:
        letters[word.turns] += len(word.text)
    usual = letters.most_common(1)[0][0] if letters else 0
    if usual:
        return PageText([word._replace(turns=(word.turns - usual) % 4) for word in words])
    boxes = list(_boxes(page)) if words else []
    text = "".join(word.text for word in words)
    if len(_RIGHT_TO_LEFT.findall(text)) * 2 <= len(text):
        return PageText(words, boxes)
    return PageText(
        [word._replace(left=-word.right, right=-word.left) for word in words],
        [box._replace(left=-box.right, right=-box.left) for box in boxes],
    )


def _boxes(page: PdfPage) -> Iterator[Box]:
    """Yield the rectangles on a page that are large enough for some lines of text."""
    from pypdfium2 import raw

    left, bottom, right, top = (c_float() for _ in range(4))
    for number in range(min(raw.FPDFPage_CountObjects(page), _DRAWN)):
        drawn = raw.FPDFPage_GetObject(page, number)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH or raw.FPDFPath_CountSegments(drawn) not in _SIDES:
            continue
        if raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            box = Box(left.value, bottom.value, right.value, top.value)
            if box.right - box.left > _WIDE and box.top - box.bottom > _HIGH:
                yield box


def _words(textpage: PdfTextPage, until: float) -> Iterator[Word]:
    units = _units(textpage)
    places = _Places(textpage)
    line = before = 0
    for count, found in enumerate(_WORD.finditer(units)):
        if count % _CHECKED == 0 and monotonic() > until:
            raise FileProblem(N_("too much work"))
        line += "\n" in units[before : found.start()]
        yield from places.words(found, line, found.start() > before)
        before = found.end()
        line += found.group()[-1] in _HYPHENS


def _units(textpage: PdfTextPage) -> str:
    """Return the text of a page as UTF-16 units, one for each character that PDFium counts."""
    from pypdfium2 import raw

    count = textpage.count_chars()
    if count > PDF_PAGE_CHARACTERS:
        raise FileProblem(N_("too much text on a page"))
    buffer = (c_ushort * (count + 1))()
    if raw.FPDFText_GetText(textpage, 0, count, buffer) == count + 1:
        return "".join(map(chr, buffer[:count]))
    read = textpage.raw  # some characters have no text, so that the units of the text are not those of the page
    codes = (raw.FPDFText_GetUnicode(read, place) for place in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


class _Places:
    """Says where the words of a page are."""

    def __init__(self, textpage: PdfTextPage) -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, textpage.raw
        self._matrix, self._first, self._last = raw.FS_MATRIX(), raw.FS_RECTF(), raw.FS_RECTF()
        self._x, self._y = c_double(), c_double()

    def words(self, found: re.Match[str], line: int, spaced: bool) -> Iterator[Word]:
        """Yield a word; a raised number at its end, which is that of a footnote, apart from it."""
        marked = _MARKED.fullmatch(found.group())
        if marked:
            middle = found.start() + marked.start("mark")
            word = self._word(found.group()[: marked.start("mark")], found.start(), middle, line, spaced)
            mark = self._word(marked["mark"], middle, found.end(), line, False)
            if mark.size < word.size * _SMALL:
                yield word
                yield mark
                return
        yield self._word(found.group(), found.start(), found.end(), line, spaced)

    def _word(self, text: str, start: int, end: int, line: int, spaced: bool) -> Word:
        raw, page, matrix, first, last = self._raw, self._page, self._matrix, self._first, self._last
        raw.FPDFText_GetMatrix(page, start, matrix)
        raw.FPDFText_GetCharOrigin(page, start, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(page, start, first)
        raw.FPDFText_GetLooseCharBox(page, end - 1, last)
        size = abs(raw.FPDFText_GetFontSize(page, start)) * hypot(matrix.c, matrix.d)
        left, right, base = min(first.left, last.left), max(first.right, last.right), self._y.value
        if not abs(size) + abs(left) + abs(right) + abs(base) < _LARGEST:  # false for what is no number, too
            return Word(_plain(text), 0.0, 0.0, 0.0, 1.0, line, 0, spaced)
        turns = round(atan2(matrix.b, matrix.a) / (pi / 2)) % 4 if matrix.b or matrix.a < 0 else 0
        if turns:
            corners = [_turned(box.left, box.bottom, turns) for box in (first, last)]
            corners += [_turned(box.right, box.top, turns) for box in (first, last)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            base = _turned(self._x.value, base, turns)[1]
        return Word(_plain(text), left, right, base, round(size, 1) or 1.0, line, turns, spaced)


def _turned(x: float, y: float, turns: int) -> tuple[float, float]:
    """Return a place on the page turned with the clock by quarter turns."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turns]


def _plain(units: str) -> str:
    """Return the text of UTF-16 units, with a plain hyphen at the end of a line."""
    if units[-1] in _HYPHENS:
        units = units[:-1] + "-"
    if _SURROGATES.search(units):
        return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return units
