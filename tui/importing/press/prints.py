"""The lines of a printed download: PDF files of press databases, whose seams stand where other files have page feet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.importing.pdf.lines import PrintedLine
from tui.importing.pdf.paragraphs import Hyphens, body_size
from tui.importing.press import europresse, factiva, nexis
from tui.importing.press.days import day_in
from tui.importing.press.line import Line

_EDGE = 3
"""Lines at the top and at the bottom of a page that may be running ones."""

_STEP = 6.0
"""Points within which lines of two pages stand at the same place."""

_WIDER = 1.22
"""Space between lines, against the usual one, that parts paragraphs."""

_SPACE = 0.25
"""The width of a space, relative to the letter size."""

_LARGER = 1.15
_ROOM = 0.85
"""A line that is shorter than this part of the page was ended."""

_NUMBERED = re.compile(
    r"\W*(?:(?:page|p\.|seite|pagina|página)\s*\d{1,4}(?:\s*(?:/|of|sur|de|von|van)\s*\d{1,4})?|\d{1,4}\s*(?:/|of|sur|de|von|van)"
    r"\s*\d{1,4}|\d{1,4})\b(?P<rest>.{0,100})",
    re.I,
)
_SEAMS = (nexis.END_LINE, nexis.COUNTED_LINE, factiva.NUMBER_LINE, europresse.NUMBER)


def printed_lines(pages: Sequence[Sequence[PrintedLine]]) -> tuple[list[Line], list[str]]:
    """Return the lines of all pages as they follow one another, and apart from them those that run at the edges.

    A line that is not apart goes on with the one before it.
    """
    running = [_running(pages, number) for number in range(len(pages))]
    kept = [
        [line for place, line in enumerate(page) if place not in out] for page, out in zip(pages, running, strict=True)
    ]
    removed = [page[place].text for page, out in zip(pages, running, strict=True) for place in sorted(out)]
    body = body_size([list(page) for page in kept])
    leading = _leading(kept, body)
    hyphens = Hyphens([line.text for page in kept for line in page])
    lines: list[Line] = []
    group: list[str] = []
    level = 0
    for line, apart in _with_breaks(kept, leading):
        if apart and group:
            lines.append(Line(hyphens.joined(group), True, level))
            group = []
        if not group:
            level = 1 if line.size >= body * _LARGER else 0
        group.append(line.text)
    if group:
        lines.append(Line(hyphens.joined(group), True, level))
    return lines, list(dict.fromkeys(removed))


def _with_breaks(pages: Sequence[Sequence[PrintedLine]], leading: float) -> Iterator[tuple[PrintedLine, bool]]:
    """Yield the lines, and whether each begins a paragraph."""
    last: PrintedLine | None = None
    for page in pages:
        edge = max((line.right for line in page), default=0.0)
        for place, line in enumerate(page):
            if last is None:
                yield line, True
            elif place == 0:
                yield line, not (line.text[:1].islower() and last.text[-1:] not in '.!?:»”"')
            else:
                gap = (last.y - line.y) / last.size
                needed = last.right + _SPACE * last.size + line.first
                parted = abs(line.size - last.size) > 0.08 * line.size or _is_seam(last) or _is_seam(line)
                yield line, parted or gap > leading * _WIDER or gap < 0.3 or needed < edge * _ROOM
            last = line


def _is_seam(line: PrintedLine) -> bool:
    return any(pattern.fullmatch(line.text) for pattern in _SEAMS)


def _leading(pages: Sequence[Sequence[PrintedLine]], body: float) -> float:
    gaps = [
        (line.y - after.y) / line.size
        for page in pages
        for line, after in pairwise(page)
        if line.size == after.size == body and 0.7 < (line.y - after.y) / line.size < 2.6
    ]
    return sorted(gaps)[len(gaps) // 10] if gaps else 1.3


def _running(pages: Sequence[Sequence[PrintedLine]], number: int) -> set[int]:
    """Return the places of the running lines of a page: from the edge inwards, those of its neighbours too."""
    page = pages[number]
    order = sorted(range(len(page)), key=lambda place: -page[place].y)
    near = [pages[other] for other in (number - 1, number + 1) if 0 <= other < len(pages)]
    out: set[int] = set()
    for edge in (order[:_EDGE], order[: -_EDGE - 1 : -1]):
        for place in edge:
            line = page[place]
            if _is_kept(line) or (
                not (_NUMBERED.fullmatch(line.text) and _is_number(line, near)) and not _again(line, near)
            ):
                break
            out.add(place)
    return out


def _is_kept(line: PrintedLine) -> bool:
    """Say whether a line is one that articles are parted by, or dated by."""
    day = day_in(line.text)
    return _is_seam(line) or factiva.is_code(line.text) or (day is not None and day.bare)


def _is_number(line: PrintedLine, near: Sequence[Sequence[PrintedLine]]) -> bool:
    """Say whether a line with a page's number is that alone, or stands again with another number."""
    found = _NUMBERED.fullmatch(line.text)
    if found is None:
        return False
    rest = found["rest"]
    return not rest.strip(" .|-") or any(
        abs(other.y - line.y) < _STEP and other.text.endswith(rest) for page in near for other in page
    )


def _again(line: PrintedLine, near: Sequence[Sequence[PrintedLine]]) -> bool:
    return any(abs(other.y - line.y) < _STEP and other.text == line.text for page in near for other in page)
