"""A page of PressReader: a reading room, so that its own name is never the outlet's.

Outlet and day stand in the window's title, `PressReader - Harbour Times: 2023-03-04 - The crane stands still`, and in
the address, `pressreader.com/uk/harbour-times/20230304/281522230309218`, as its pages show both.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from tui.base.folding import essence
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.byline import read_byline
from tui.importing.clippings.lines import is_sentence
from tui.importing.parsed import Draft
from tui.importing.press.days import day_in

_TITLE = re.compile(
    r"<title[^<>]*>\s*PressReader\s+-\s+(?P<outlet>[^<>]{2,80}?):\s+(?P<day>\d{4}-\d\d-\d\d)\s+-\s+(?P<title>[^<>]+?)\s*</title>",
    re.I,
)
_ADDRESS = re.compile(r"pressreader\.com/[\w-]+/(?P<outlet>[\w-]+)/(?P<day>\d{8})/\d+", re.I)
_HEADING = re.compile(r"<h1\b[^<>]*>(?P<title>[^<>]+)</h1>", re.I)
_SITE = "pressreader"
_NAMES = (_SITE, "PressReader", "Pressreader")
"""As its pages and addresses write it."""

_HEAD = 6
"""Lines above the text among which outlet, day, section and writer stand."""

_SHORT = 40
"""Characters of a line in which a day stands alone."""

_SECTION = re.compile(r"[^a-z.!?]{2,40}")
"""A section, which is in capitals, or the number of a page."""


def is_pressreader(html: str) -> bool:
    """Say whether a page is an article's page of PressReader."""
    return any(name in html for name in _NAMES) and (
        _TITLE.search(html) is not None or _ADDRESS.search(html) is not None
    )


def with_outlet(draft: Draft, html: str) -> Draft:
    """Return the article of a page with its own outlet, day and text, which PressReader's head is no part of."""
    titled, addressed = _TITLE.search(html), _ADDRESS.search(draft.address or html)
    outlet, day = _issue(titled, addressed, draft.source)
    dates = (*_dates(f"{day[:4]}-{day[4:6]}-{day[6:]}"), *draft.dates)
    return _without_head(draft, outlet, _title(draft, titled, html), dates)


def of_piece(draft: Draft, html: str) -> Draft:
    """Return one of several articles of a page: its day is its own, and the page's outlet if a line of it says so."""
    outlet, _ = _issue(_TITLE.search(html), _ADDRESS.search(html), draft.source)
    lines = [*draft.paragraphs, *draft.left_out]
    named = any(essence(outlet) == essence(part) for line in lines for part in line.split(" · "))
    days = (day for line in lines for part in line.split(" · ") if len(part) < _SHORT and (day := day_in(part)))
    own = next((day for day in days if day.bare), None)
    return _without_head(
        draft, outlet if named else draft.source, draft.title, (*(own.dates if own else ()), *draft.dates)
    )


def _issue(titled: re.Match[str] | None, addressed: re.Match[str] | None, known: str) -> tuple[str, str]:
    """Return outlet and day of the issue, the day as eight digits, or what is `known` and ""."""
    if titled:
        return unescape(titled["outlet"]), titled["day"].replace("-", "")
    if addressed:
        return addressed["outlet"].replace("-", " ").title(), addressed["day"]
    return known, ""


def _without_head(draft: Draft, outlet: str, title: str, dates: tuple[PublishedDate, ...]) -> Draft:
    """Return an article with these, and apart from its text the lines of its head."""
    paragraphs = list(draft.paragraphs)
    outlet = next((line for line in paragraphs[:_HEAD] if essence(line) == essence(outlet)), outlet)
    first = next((place for place, line in enumerate(paragraphs) if is_sentence(line)), 0)
    known = {essence(outlet), essence(draft.author), essence(title), _SITE, ""}
    above = [line for line in paragraphs[: min(first, _HEAD)] if _is_head(line, known)]
    return replace(
        draft,
        title=title,
        paragraphs=tuple(line for line in paragraphs if line not in above),
        left_out=(*draft.left_out, *above),
        source=outlet,
        dates=tuple(dict.fromkeys(dates)),
        dated_by_name=False,
    )


def _title(draft: Draft, titled: re.Match[str] | None, html: str) -> str:
    """Return the title in the window's, or the only heading: on some pages the window names the site alone."""
    if titled:
        return unescape(titled["title"])
    headings = _HEADING.findall(html)
    return " ".join(unescape(headings[0]).split()) if len(headings) == 1 else draft.title


def _dates(written: str) -> tuple[PublishedDate, ...]:
    try:
        return (PublishedDate.from_iso(written, Provenance.RECORD),)
    except ValueError:
        return ()


def _is_head(line: str, known: set[str]) -> bool:
    found = day_in(line)
    same = essence(line) in known or _SECTION.fullmatch(line) or (found and found.bare)
    return bool(same or read_byline(line))
