"""The lines of a PDF page, in the order in which they are read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tui.importing.pdf.columns import Piece, Region, regions_of
from tui.importing.pdf.words import Box, PageText, Word

_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
"""Ligatures and Arabic presentation forms, which nobody searches for."""

_GAP = 0.5
"""The widest space between words, relative to their size, that is no gap."""

_WIDE_GAP = 2.5
"""The widest gap, relative to the size of letters, within a line; beyond it another one begins."""

_OVERLAP = 0.3
"""How far a piece may begin before the end of the last one, relative to its size."""

_SAME_LINE = 0.4
"""The distance of baselines in one line, relative to the size of letters."""

_LONGEST_MARK = 3
_SMALL = 0.8
"""The largest size of a footnote number relative to its line."""

_INITIAL = 1.8
"""The least size of an initial relative to the lines beside it."""

_LONGEST_INITIAL = 2

_BOXES = 40
"""The most boxes of a page that are looked at."""

_PART = 0.4
"""The largest part of a page's text that is in a box beside it; one with more is a frame around the text."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line on a page."""

    text: str
    """Without line breaks or spaces at its ends."""
    x: float
    """Where it begins; on a page that is read from right to left, places are negative."""
    y: float
    """Its baseline."""
    size: float
    """The size of most of its letters, in points."""
    right: float = 0.0
    """Where it ends."""
    first: float = 0.0
    """The width of its first word."""
    region: int = 0
    """The part of the page that it is in: a column, or what is above or below columns."""
    aside: bool = False
    """Whether the text around it goes on without it."""
    resumes: bool = False
    """Whether it goes on with the sentence that an aside interrupts."""


def lines_of_page(page: PageText) -> list[PrintedLine]:
    """Return the lines of a page: column by column, then the boxes among columns, then turned text."""
    pieces = _without_initials(list(_pieces([word for word in page.words if not word.turns])))
    boxed = _boxed(pieces, page.boxes)
    regions = regions_of([piece for piece in pieces if piece not in boxed])
    beside: list[Region] = []
    if len(regions) == 1:
        regions = regions_of(pieces)
    else:
        for _, group in groupby(sorted(boxed, key=lambda piece: boxed[piece]), key=lambda piece: boxed[piece]):
            beside += regions_of(list(group))
    for _, words in groupby((word for word in page.words if word.turns), key=lambda word: word.turns):
        beside.append(list(_pieces(list(words))))
    lines = [line for number, region in enumerate(regions) for line in _lines(region, number)]
    for number, region in enumerate(beside, len(regions)):
        lines += [replace(line, aside=True) for line in _lines(region, number)]
    return lines


def _boxed(pieces: list[Piece], boxes: list[Box]) -> dict[Piece, int]:
    """Return the pieces in boxes that hold a part of the page's text, with the numbers of the boxes."""
    boxed: dict[Piece, int] = {}
    ordered = sorted(boxes, key=lambda box: (-box.top, box.left))
    for number, box in enumerate(ordered[:_BOXES]):
        held = [piece for piece in pieces if box.holds(piece.left, piece.base) and box.holds(piece.right, piece.base)]
        if len(held) <= len(pieces) * _PART:
            boxed.update(dict.fromkeys(held, number))
    return boxed


def _pieces(words: Sequence[Word]) -> Iterator[Piece]:
    """Yield the words of each line that have only spaces between them, joined."""
    run: list[Word] = []
    sizes: Counter[float] = Counter()
    for word in words:
        usual = sizes.most_common(1)[0][0] if sizes else word.size
        if run and not _goes_on(run, word, usual):
            yield _piece(run, usual)
            run, sizes = [], Counter()
        run.append(word)
        sizes[word.size] += len(word.text)
    if run:
        yield _piece(run, sizes.most_common(1)[0][0])


def _goes_on(run: list[Word], word: Word, size: float) -> bool:
    last = run[-1]
    if word.line != last.line or abs(word.base - run[0].base) > max(size, word.size) * 0.6:
        return False
    gap = max(word.left - last.right, last.left - word.right)
    return -_OVERLAP * size <= gap <= _GAP * max(size, word.size) or not word.spaced


def _piece(run: list[Word], size: float) -> Piece:
    base = next(word.base for word in run if word.size == size)
    parts: list[str] = []
    for word in run:
        raised = parts and _is_raised(word, base, size)
        text = f"[{word.text}]" if raised else word.text
        parts.append(f" {text}" if word.spaced and parts and not raised else text)
    text = " ".join(_FORMS.sub(_normal, "".join(parts)).split())
    left, right = min(word.left for word in run), max(word.right for word in run)
    return Piece(text, left, right, base, size, run[0].line, run[0].right - run[0].left)


def _is_raised(word: Word, base: float, size: float) -> bool:
    """Say whether a word is a footnote number: small digits above the line."""
    if not word.text.isdecimal() or len(word.text) > _LONGEST_MARK:
        return False
    return word.size < size * _SMALL and size * 0.15 < word.base - base < size


def _normal(form: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", form.group())


def _without_initials(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with each initial joined to the first of the lines that it stands beside."""
    initials = [place for place, piece in enumerate(pieces) if len(piece.text) <= _LONGEST_INITIAL]
    joined: set[int] = set()
    for place in initials:
        initial = pieces[place]
        beside = [
            number
            for number, piece in enumerate(pieces)
            if initial.size >= piece.size * _INITIAL
            and initial.base - 0.5 * piece.size < piece.base < initial.top
            and -piece.size < piece.left - initial.right < 1.5 * piece.size
        ]
        if len(beside) > 1 and initial.text.isalpha():
            first = max(beside, key=lambda number: pieces[number].base)
            pieces[first] = replace(pieces[first], text=initial.text + pieces[first].text)
            joined.add(place)
    return [piece for place, piece in enumerate(pieces) if place not in joined]


def _lines(region: Region, number: int) -> list[PrintedLine]:
    """Return the lines of a region from the top down."""
    rows: list[list[Piece]] = []
    for piece in sorted(region, key=lambda piece: -piece.base):
        above = rows[-1][0] if rows else None
        if above is None or above.base - piece.base > _SAME_LINE * min(above.size, piece.size):
            rows.append([])
        rows[-1].append(piece)
    return [_line(part, number) for row in rows for part in _parts(sorted(row, key=lambda piece: piece.left))]


def _parts(row: list[Piece]) -> Iterator[list[Piece]]:
    """Split a row at its wide gaps."""
    begin = 0
    for place in range(1, len(row)):
        gap = row[place].left - row[place - 1].right
        if gap > _WIDE_GAP * max(row[place].size, row[place - 1].size):
            yield row[begin:place]
            begin = place
    yield row[begin:]


def _line(pieces: list[Piece], region: int) -> PrintedLine:
    longest = max(pieces, key=lambda piece: len(piece.text))
    text = " ".join(piece.text for piece in pieces)
    right = max(piece.right for piece in pieces)
    return PrintedLine(text, pieces[0].left, longest.base, longest.size, right, pieces[0].first, region)
