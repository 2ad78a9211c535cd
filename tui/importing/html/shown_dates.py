"""Dates that a page shows for its article: marked for machines, near its title, or at its foot.

Nothing is taken from the clock, the file or a copyright notice.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from tui.base.days import Precision, Span
from tui.base.folding import essence
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.written_date import dates_in
from tui.importing.html.head_line import HeadLine, read_head_line
from tui.importing.html.metadata_dates import AmbiguousDate, read_stamp
from tui.importing.html.regions import in_facts, is_aside, is_fact

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_ABOVE = 60
"""Elements above the title in which its date is looked for."""

_BELOW = 200
"""Elements below the title in which its date is looked for, up to the first paragraph."""

_MOST = 60_000
_LONGEST = 120
_MOST_TEXT = 2000
_INNER = 12
"""The most descendants of an element that is a line."""

_PUBLISHED = re.compile(
    r"(?:^|[\s_-])(?:entry-date|post-?date|published|pubdate|publish(?:ed)?-?(?:date|time|on)|dt-published)(?:$|[\s_-])",
    re.I,
)
_OF_POST = re.compile(r"(?:^|\s)(?:date-?header|post-?date|entry-?date)(?:$|\s)", re.I)
"""Classes of a line that dates a post although it is above the title."""

_DATE_MARK = re.compile(
    r"date|datum|(?:^|[\s_-])(?:time|posted|published|created|erstellt|fecha|data)(?:$|[\s_-])", re.I
)
_SHORT_LINE = 80
"""Characters of a line marked as a date in which its day is looked for."""

_PROPERTY = re.compile(r"datepublished|datecreated|\bdc(?:terms)?:(?:date|created|issued)\b")
_CHANGED = re.compile(r"updat|modif|dateModified|last-?change|mis-a-jour", re.I)
_LAST_CHANGE = re.compile(
    r"(?:(?:this )?page (?:was )?)?last (?:modified|edited|updated|changed)\b"
    r"|(?:la )?derni[èe]re (?:modification|mise [àa] jour)\b|cette page a [ée]t[ée] (?:modifi|mise [àa] jour)",
    re.I,
)
_MOST_LINES = 3
"""More dates around a title belong to a list, of which only the first may be the article's."""

_MOST_MARKED = 1000
_FIRST = 3
"""Paragraphs of which one may begin with the date."""

_DASH = re.compile(r"\s*(?:--+|[–—]|-\s)")
_SKIPPED = frozenset(("script", "style", "head", "title", "meta", "link", "noscript", "option", "select"))


def shown_dates(tree: HtmlElement, title: str, first: str, day_first: bool = False) -> list[PublishedDate]:
    """Return the dates that the page shows for its article: marked up anywhere, or written near its title.

    `first` is the article's first paragraph, which ends the search; with `day_first` the page's language writes the day
    before the month.
    """
    elements = _elements(tree)
    near = list(dict.fromkeys(_near(*_window(elements, title, first), day_first)))
    lines = [date for date in near if date.provenance is Provenance.BYLINE]
    days = [date for date in lines if date.precision is Precision.DAY]
    kept = (days or lines)[: _MOST_LINES if len(lines) <= _MOST_LINES else 1]
    marked = list(_marked(elements))
    if not near and not marked:
        near = list(_alone(_above(elements, first), day_first))
        kept = near
        lines = [date for date in near if date.provenance is Provenance.BYLINE]
    found = [*marked, *(date for date in near if date in kept or date not in lines), *leading([first])]
    return list(dict.fromkeys(found))


def leading(paragraphs: list[str]) -> Iterator[PublishedDate]:
    """Yield the date with which one of the first paragraphs begins, before a dash: `Feb. 3, 2015 -- The bridge …`.

    Nothing if several paragraphs begin so: the text is a chronicle.
    """
    days = [(place, one) for place, text in enumerate(paragraphs) for one in _opening_days(text)]
    if len(days) == 1 and days[0][0] < _FIRST:
        yield days[0][1]


def _opening_days(paragraph: str) -> Iterator[PublishedDate]:
    for one in dates_in(paragraph[:40]):
        if one.start == 0 and one.span is not None and _DASH.match(paragraph, one.end):
            yield PublishedDate(one.span, one.precision, Provenance.DATELINE)


def _elements(tree: HtmlElement) -> list[HtmlElement]:
    body = tree.find("body")
    found = []
    for element in tree.iter() if body is None else body.iter():
        if element.tag not in _SKIPPED:
            found.append(element)
        if len(found) >= _MOST:
            break
    return found


def _marked(elements: list[HtmlElement]) -> Iterator[PublishedDate]:
    """Yield the date that attributes mark as the publication's; nothing if there are several, as in lists."""
    read = [read_stamp(written) for written in _written(elements)]
    found = {PublishedDate(*one, Provenance.PAGE_METADATA) for one in read if one is not None}
    if len(found) == 1:
        yield found.pop()


def _above(elements: list[HtmlElement], first: str) -> list[HtmlElement]:
    """Return the elements above the first paragraph."""
    stem = " ".join(first.split())[:60]
    place = next((place for place, one in enumerate(elements) if one.tag == "p" and stem and _begins(one, stem)), None)
    return elements[:place]


def _alone(elements: list[HtmlElement], day_first: bool) -> Iterator[PublishedDate]:
    """Yield the only day that the page's `time` elements give, else that of lines marked as dates.

    Nothing if they give several, as lists do.
    """
    stamps = [element.get("datetime") or "" for element in elements if element.tag == "time" and _is_own(element)]
    days = {read for read in map(read_stamp, filter(None, stamps)) if read is not None}
    if days:
        if len(days) == 1:
            yield PublishedDate(*days.pop(), Provenance.PAGE_METADATA)
        return
    found: dict[PublishedDate, None] = {}
    for element in elements:
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not _DATE_MARK.search(marks) or not _is_own(element):
            continue
        for one in dates_in(_line(element)[:_SHORT_LINE], day_first):
            if one.span is not None and one.precision is Precision.DAY:
                where = Provenance.CHANGE if one.changed or _CHANGED.search(marks) else Provenance.BYLINE
                found[PublishedDate(one.span, one.precision, where)] = None
    if len({date.span for date in found if date.provenance is Provenance.BYLINE}) <= 1:
        yield from found


def _written(elements: list[HtmlElement]) -> Iterator[str]:
    """Yield the values that attributes mark as the publication date, verbatim."""
    asked = 0
    for element in elements:
        if not element.keys():
            continue
        names = element.get("class") or ""
        properties = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower()
        said = _PROPERTY.search(properties) or element.get("pubdate") is not None
        if not said and not _PUBLISHED.search(names):
            continue
        if not said and element.tag not in ("time", "abbr") and len(element):
            continue  # a line, whose inner markup says more
        written = element.get("datetime") or element.get("content") or element.get("title") or _line(element)
        if not written or len(written) > _LONGEST or not any(map(str.isdecimal, written)):
            continue
        asked += 1
        if asked > _MOST_MARKED:
            return
        if _is_own(element):
            yield written


def _window(elements: list[HtmlElement], title: str, first: str) -> tuple[list[HtmlElement], list[HtmlElement]]:
    """Return the elements from the title down to the first paragraph, and those above the title.

    Both are empty if the page does not show its title.
    """
    place = _place_of_title(elements, essence(title))
    if place is None:
        return [], []
    stem, below = " ".join(first.split())[:60], []
    for element in elements[place : place + _BELOW]:
        if stem and element.tag in ("p", "div", "span") and _begins(element, stem):
            break
        below.append(element)
    return below, elements[max(0, place - _ABOVE) : place]


def _place_of_title(elements: list[HtmlElement], title: str) -> int | None:
    """Return the index of the heading that is the title, else of the only `h1`."""
    headings = [place for place, element in enumerate(elements) if element.tag in ("h1", "h2", "h3")]
    for place in headings[:40]:
        said = essence(str(elements[place].text_content())[:600])
        if elements[place].tag == "h3" and said != title:
            continue
        if said and title and (said == title or (len(said) > 15 and (said in title or title in said))):
            return place
    tops = [place for place in headings if elements[place].tag == "h1"]
    return tops[0] if len(tops) == 1 else None


def _begins(element: HtmlElement, stem: str) -> bool:
    own = " ".join((element.text or "").split())
    if element.tag == "p":
        own = " ".join(str(element.text_content())[:400].split())
    return own.startswith(stem)


def _near(window: list[HtmlElement], above: list[HtmlElement], day_first: bool) -> Iterator[PublishedDate]:
    """Yield the dates near the title: of `time` elements as metadata, of head lines as bylines."""
    higher = set(above)
    for element in (*window, *above):
        if not _is_own(element):
            continue
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        changed = _CHANGED.search(marks) is not None and not _PUBLISHED.search(marks)
        if element.tag == "time" and element.get("datetime"):
            read = read_stamp(element.get("datetime") or "")
            if read is not None:
                changed = changed or _CHANGED.search(_before(element)) is not None
                yield PublishedDate(*read, Provenance.CHANGE if changed else Provenance.PAGE_METADATA)
                yield from () if changed else _said_in_words(element, day_first)
            continue
        head = read_head_line(_line(element), day_first) or _marked_line(element, marks, day_first)
        if head is None or next(element.iter("time"), None) is not None:
            continue
        of_page = element in higher and head.opens_with_weekday and not _dates_post(element)
        where = Provenance.PAGE_HEADER if of_page else Provenance.BYLINE
        for one in head.dates:
            if one.span is not None:
                yield PublishedDate(one.span, one.precision, Provenance.CHANGE if changed or one.changed else where)


def _said_in_words(element: HtmlElement, day_first: bool) -> Iterator[PublishedDate]:
    """Yield the only day in the words of a `time` element: it confirms what its attribute marks, or differs."""
    days = [one for one in dates_in(_line(element), day_first) if one.precision is Precision.DAY and not one.changed]
    if len(days) == 1 and days[0].span is not None:
        yield PublishedDate(days[0].span, Precision.DAY, Provenance.BYLINE)


def _marked_line(element: HtmlElement, marks: str, day_first: bool) -> HeadLine | None:
    """Read a short line marked as a date that says more than when and who: the only day in it counts."""
    line = _line(element)
    if len(line) > _SHORT_LINE or not _DATE_MARK.search(marks) or is_fact(line):
        return None
    days = [one for one in dates_in(line, day_first) if one.precision is Precision.DAY]
    return HeadLine(tuple(days)) if len(days) == 1 else None


def _dates_post(element: HtmlElement) -> bool:
    """Say whether an element, or its line, is marked as the one that dates a post."""
    parent = element.getparent()
    marks = f"{element.get('class') or ''} {(parent.get('class') or '') if parent is not None else ''}"
    return _OF_POST.search(marks) is not None


def ambiguous_dates_shown(tree: HtmlElement, title: str, first: str) -> Iterator[AmbiguousDate]:
    """Yield the ambiguous dates that are marked up, or alone in lines near the title."""
    elements = _elements(tree)
    marked = set(_written(elements))
    if len(marked) == 1:
        yield AmbiguousDate(marked.pop(), Provenance.PAGE_METADATA)
    for element in dict.fromkeys(chain(*_window(elements, title, first))):
        head = read_head_line(_line(element))
        for one in head.dates if head is not None and _is_own(element) else ():
            if one.either and not one.changed:
                yield AmbiguousDate(f"{one.either[0]:%d/%m/%Y}", Provenance.BYLINE)


def _is_own(element: HtmlElement) -> bool:
    """Say whether an element may belong to the article: it is neither in a sidebar nor in a box of facts."""
    return not is_aside(element, feet=False) and not in_facts(element)


def _line(element: HtmlElement) -> str:
    """Return the text of an element that is a line by itself, or ""."""
    if sum(1 for _, _ in zip(element.iterdescendants(), range(_INNER + 1), strict=False)) > _INNER:
        return ""
    text = " ".join(" ".join(element.itertext()).split())
    return text if len(text) <= _LONGEST else ""


def _before(element: HtmlElement) -> str:
    """Return the words right before an element in its line."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return f"{before.tail or ''} {(before.text or '') if len(before.text or '') < 40 else ''}"[-80:]
    return (parent.text or "")[-80:] if parent is not None else ""


def last_change(tree: HtmlElement) -> PublishedDate | None:
    """Return the day that a page states in a line of its own as its last change."""
    found: set[PublishedDate] = set()
    for element in _elements(tree):
        text = " ".join((element.text or "").split())
        if text and len(text) <= _LONGEST and _LAST_CHANGE.match(text):
            days = [one for one in dates_in(_line(element)) if one.span is not None]
            found.update(PublishedDate(one.span, one.precision, Provenance.CHANGE) for one in days[:1] if one.span)
    return found.pop() if len(found) == 1 else None


def guessed_date(tree: HtmlElement) -> PublishedDate | None:
    """Return the date that htmldate finds in a page's markup, if the page also shows that day; else None.

    Copyrights and the present day never count; the month must be written out or the year lead, so that no order is
    guessed.
    """
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    earliest, latest = datetime(1900, 1, 1), datetime(2200, 1, 1)
    found = find_date(tree, extensive_search=False, original_date=True, min_date=earliest, max_date=latest)
    read = read_stamp(found) if found else None
    if read is None or all(read[0] != span for span in _spans(tree)):
        return None
    return PublishedDate(*read, Provenance.TEXT)


def searched_date(tree: HtmlElement) -> PublishedDate | None:
    """Return the day that htmldate's search of the whole text finds, facts apart; it is a guess and needs a doubt.

    It gives a lone year, as of a copyright, as its first of January, which never counts.
    """
    from htmldate import find_date

    tree = deepcopy(tree)
    for element in [one for one in tree.iter("tr", "dd", "dl", "table", "div", "section") if in_facts(one)]:
        if element.getparent() is not None:
            element.drop_tree()

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    earliest, latest = datetime(1995, 1, 1), datetime(2200, 1, 1)
    found = find_date(tree, extensive_search=True, original_date=True, min_date=earliest, max_date=latest)
    read = read_stamp(found) if found else None
    if read is None or (read[0].first.month, read[0].first.day) == (1, 1):
        return None
    return PublishedDate(*read, Provenance.TEXT)


def _spans(tree: HtmlElement) -> Iterator[Span | None]:
    """Yield the days that the page shows outside of sidebars."""
    for element in _elements(tree):
        lines = [text for text in (element.text, element.tail) if text and any(map(str.isdecimal, text))]
        if element.get("datetime") is None and (line := _line(element)):
            lines.append(line)
        dates = [date for line in lines for date in dates_in(line[:_MOST_TEXT])]
        if dates and _is_own(element):
            yield from (date.span for date in dates)
