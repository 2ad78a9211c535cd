"""Headers and footers of PDF pages: running titles, page numbers, and what a browser prints around a page.

Only lines at the top and bottom edge are considered. A line is a header or footer if it recurs at its place on other
pages, digits apart, or can be nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tui.base.days import Precision, Span
from tui.base.folding import fold
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.written_date import read_date
from tui.importing.limits import RULE_CHARACTERS
from tui.importing.pdf.lines import PrintedLine
from tui.importing.pdf.page_head import read_page_head

Page = list[PrintedLine]
Row = list[int]
"""The places of lines that are side by side on a page."""

_SAME_ROW = 3.0
"""Points within which lines are side by side."""

_HEAD_ROWS = 2
"""Rows at the top of a page in which the head of a newspaper's page is looked for."""

_EDGE = 3
"""Rows at the top and bottom of a page that may be headers or footers."""

_STEP = 6.0
"""Points within which lines of different pages are at the same place."""

_SHARE = 0.3
"""The least share of pages on which an inner line must recur."""

_LEAST = 2
"""The fewest pages on which an outermost line must recur: each chapter has its own."""

_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}\s*(?:/|of|sur|de)\s*\d{1,4}\W*|page\s+\d{1,4}", re.IGNORECASE)
_BARE = re.compile(r"\W*(?:\d{1,3}|[ivxl]{1,6})\W*")
_DAY = r"(?P<day>\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}\.?\s[^\W\d]{3,9}\.?\s\d{4}|[^\W\d]{3,9}\s\d{1,2},\s\d{4})"
_STAMPED = re.compile(
    rf"(?:.*\s)?{_DAY},?\s(?:at |à )?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?P<half>\s?[AP]M)?(?:\s.*)?", re.IGNORECASE
)
_PLACED = re.compile(r"(?:.*\s)?(?P<address>(?:https?|file)://\S+)(?:\s+(?:page\s)?\d{1,4}\s*(?:/|of|sur)\s*\d{1,4})?")
_NUMERIC = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")
_PRINTED = re.compile(r"\b(?:printed|imprimee?|gedruckt|impreso|stampato)\b(?: (?:on|le|am|el|il))?:?")
_LONGEST_PRINTED = 120
_CUT_OFF = ("…", "...")


@dataclass(slots=True)
class HeadersAndFooters:
    """What was around the text."""

    lines: list[str] = field(default_factory=list)
    """Each recurring line once, as on its first page."""
    address: str = ""
    """The complete web address that a browser printed; empty if it was cut off."""
    printed: PublishedDate | None = None
    """The day on which a page was printed, as a browser or the page says."""
    dates: list[PublishedDate] = field(default_factory=list)
    """The days in the heads of newspaper pages, each once."""
    outlet: str = ""
    """The paper that such a head names."""


def take_headers_and_footers(pages: list[Page], made: date | None = None) -> HeadersAndFooters:
    """Remove headers and footers from the pages, in place.

    `made` is the day of the file, which tells 3 August from 8 March.
    """
    edges = [_edges(page) for page in pages]
    running = _running(pages, edges)
    found = HeadersAndFooters()
    seen: dict[str, str] = {}
    for page, (top, bottom) in zip(pages, edges, strict=True):
        places = [place for row in (*top, *bottom) for place in row]
        out = set(_browser_lines(page, places))
        _read_browser(found, [page[place].text for place in sorted(out)], made)
        out.update(_take_page_head(found, page, [row for row in top[:_HEAD_ROWS] if not out.intersection(row)]))
        out.update(_take_printed(found, page, bottom))
        out.update(_outer(page, top, out, running, bare=len(pages) > 1))
        out.update(_outer(page, bottom, out, running, bare=True))
        for place in sorted(out):
            seen.setdefault(_FIGURES.sub("#", page[place].text), page[place].text)
        page[:] = [line for place, line in enumerate(page) if place not in out]
    found.lines += seen.values()
    return found


def _edges(page: Page) -> tuple[list[Row], list[Row]]:
    """Return the rows at the top and bottom edge of a page, each from the edge inwards."""
    rows: list[Row] = []
    for place in sorted(range(len(page)), key=lambda place: -page[place].y):
        if not rows or page[rows[-1][0]].y - page[place].y > _SAME_ROW:
            rows.append([])
        rows[-1].append(place)
    if len(rows) == 1:
        return _short(page, rows), []
    top = min(_EDGE, (len(rows) + 1) // 2)
    bottom = max(top, len(rows) - _EDGE)
    return _short(page, rows[:top]), _short(page, rows[bottom:][::-1])


def _short(page: Page, rows: list[Row]) -> list[Row]:
    short = ([place for place in row if len(page[place].text) <= RULE_CHARACTERS] for row in rows)
    return [sorted(row, key=lambda place: page[place].x) for row in short if row]


def _outer(page: Page, edge: list[Row], out: set[int], running: set[tuple[str, int]], bare: bool) -> Iterator[int]:
    """Yield the headers or footers of an edge, from the outermost row inwards.

    `bare` says whether a lone number at the very edge is the page number.
    """
    for order, row in enumerate(edge):
        taken = [place for place in row if place in out or _is_outer(page[place], running)]
        rest = [place for place in row if place not in taken]
        if bare and order == 0 and len(rest) == 1 and _BARE.fullmatch(page[rest[0]].text):
            taken += rest
        yield from taken
        if len(taken) < len(row):
            return


def _is_outer(line: PrintedLine, running: set[tuple[str, int]]) -> bool:
    return _NUMBER.fullmatch(line.text) is not None or _key(line) in running


def _take_page_head(found: HeadersAndFooters, page: Page, rows: list[Row]) -> Row:
    """Note the day and the paper in the head of a newspaper's page, and return the places of its lines."""
    for row in rows:
        head = read_page_head([page[place].text for place in row])
        if head is not None and head.date.span is not None:
            dated = PublishedDate(head.date.span, head.date.precision, Provenance.BYLINE)
            if dated not in found.dates:
                found.dates.append(dated)
            found.outlet = found.outlet or head.outlet
            return row
    return []


def _take_printed(found: HeadersAndFooters, page: Page, rows: list[Row]) -> Row:
    """Note the day on which a page was printed if its foot says so, and return the places of its lines."""
    for row in rows:
        for place in row:
            text = page[place].text
            said = _PRINTED.search(fold(text))
            day = read_date(text[said.end() :]) if said and len(text) <= _LONGEST_PRINTED else None
            if day and day[1] is Precision.DAY:
                found.printed = found.printed or PublishedDate(*day, Provenance.PAGE_HEADER)
                return row
    return []


def _key(line: PrintedLine) -> tuple[str, int]:
    return _FIGURES.sub("#", fold(line.text)), round(line.y / _STEP)


def _running(pages: list[Page], edges: list[tuple[list[Row], list[Row]]]) -> set[tuple[str, int]]:
    """Return the lines that recur at their places on enough pages."""
    counts: Counter[tuple[str, int]] = Counter()
    outer: set[tuple[str, int]] = set()
    for page, (top, bottom) in zip(pages, edges, strict=True):
        counts.update({_key(page[place]) for row in (*top, *bottom) for place in row})
        outer.update(_key(page[place]) for row in (*top[:1], *bottom[:1]) for place in row)
    enough = max(_LEAST, len(pages) * _SHARE)
    near = {key: sum(counts[(key[0], key[1] + nudge)] for nudge in (-1, 0, 1)) for key in counts}
    return {key for key, count in near.items() if count >= (_LEAST if key in outer else enough)}


def _browser_lines(page: Page, places: list[int]) -> list[int]:
    """Return the lines that a browser printed: one with date and time, and one with an address."""
    read_field_date = [place for place in places if _STAMPED.fullmatch(page[place].text)]
    placed = [place for place in places if _PLACED.fullmatch(page[place].text)]
    if not read_field_date or not placed:
        return []
    extreme = {max(places, key=lambda place: page[place].y), min(places, key=lambda place: page[place].y)}
    heights = {round(page[place].y) for place in extreme}
    return sorted(place for place in {*read_field_date, *placed} if round(page[place].y) in heights)


def _read_browser(found: HeadersAndFooters, lines: list[str], made: date | None) -> None:
    """Note what a browser's lines say, the first time only."""
    for line in lines:
        placed, read_field_date = _PLACED.fullmatch(line), _STAMPED.fullmatch(line)
        if placed and not found.address and not placed["address"].endswith(_CUT_OFF):
            found.address = placed["address"] if placed["address"].startswith("http") else ""
        if read_field_date and found.printed is None:
            day = _day(read_field_date["day"], bool(read_field_date["half"]), made)
            found.printed = PublishedDate(Span.of_day(day), Precision.DAY, Provenance.PAGE_HEADER) if day else None


def _day(written: str, halved: bool, made: date | None) -> date | None:
    """Read the day of a print; an ambiguous one only if something decides.

    That is the file's own day, or else the AM or PM after the hour (`halved`), as American browsers print it.
    """
    numeric = _NUMERIC.fullmatch(written)
    if numeric is None or len(numeric[1]) == 4:
        read = read_date(written)
        return read[0].first if read and read[1] is Precision.DAY else None
    first, second, year = int(numeric[1]), int(numeric[2]), int(numeric[3])
    year += 2000 if year < 100 else 0
    readings = [day for day in (_of(year, first, second), _of(year, second, first)) if day is not None]
    if made is not None:
        near = [day for day in readings if abs((day - made).days) <= 1]
        return near[0] if near else None
    if len(set(readings)) == 1:
        return readings[0]
    return _of(year, first, second) if halved and readings else None


def _of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
