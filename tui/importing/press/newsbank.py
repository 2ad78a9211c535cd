"""NewsBank and Retriever: lists in which a line with the outlet and the day stands below each title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.importing.press.days import Day, day_in
from tui.importing.press.form import Form
from tui.importing.press.line import Line
from tui.importing.press.record import Label, Record, page_in, with_article_first

_HEADS = (
    re.compile(r"(?P<day>[^|]{6,40}?)\s\|\s(?P<outlet>[^\W\d][^|]{2,100})"),
    re.compile(r"(?P<outlet>[^\W\d].{2,100}?)\s+[-–—•·|]\s+(?P<day>[^|•·]{6,40})"),
)
"""`March 4, 2023 | Harbour Times, The (Portham)`, or `Harbour Times (Portham) - March 4, 2023`."""

_LABELS = (
    r"author(?:/byline)?|byline|section|page|edition|column|words?|readability|record number|source|index terms"
    r"|dateline"
)
_FIELDS = re.compile(rf"(?:.{{2,80}}\|\s*)?(?:(?:{_LABELS})\s?:|\d[\d,.]* words\b\s*(?:\||$))", re.I)
"""A line of labels, behind the writer's name perhaps: `Ada Quill | Page: 12 | Section: News`, `834 Words`."""

_PART = re.compile(
    rf"(?P<label>{_LABELS})\s?:\s?(?P<value>[^|]*?)(?=\s*\||\s+(?:{_LABELS})\s?:|\s+\d[\d,.]* words\b|$)",
    re.I,
)
_ROLES = {
    "author": Label.AUTHOR, "byline": Label.AUTHOR, "section": Label.SECTION, "page": Label.PAGE,
    "edition": Label.EDITION, "record number": Label.NUMBER, "words": Label.LENGTH,
}  # fmt: skip
_UNLABELLED = re.compile(r"(?P<author>[^|:\d]{4,80}?)\s*\|\s*\S")
_WORD_COUNT = re.compile(r"\b(?P<count>\d[\d,.]*) words\b", re.I)
_COUNT_ALONE = re.compile(r"\d[\d,.]*")
"""A number of words whose label stands in the next line, as in a page that was copied or saved."""

_BUTTON = re.compile(r"read news document", re.I)
"""What the page has between the labels and the text."""

_FOOT = re.compile(
    r"\W{0,3}(?:(?:©|\(c\)|copyright\b\W{0,3}(?:©|\(c\)|\d{4}|all rights)|copyright of)"
    r"|citation \(|record number|openurl link|publication logo|https?://infoweb\.newsbank)",
    re.I,
)
_OWN = re.compile(
    r"record number\s?:|citation \(|openurl link|infoweb\.newsbank|readability\s?:|author/byline\s?:", re.I
)
"""What only this database writes."""

_OUTLET_DAY = re.compile(r"(?P<outlet>[^,|]{2,80}), (?P<day>\d{4}-\d\d-\d\d)(?: \d\d:\d\d)?")
"""`Kustposten, 2023-03-04 09:31` of Retriever."""

_RULE = re.compile(r"={20,}|-{40,}|\*{20,}")
_PAGE_ALONE = re.compile(r"(?:sida|side|s\.)\s?[\w-]{1,10}", re.I)
_HOW = re.compile(r"(?:publicerat|publisert|publiceret|udgivet) (?:i|på|via) \w+\.?\s?", re.I)
_SCANDINAVIAN_FOOT = re.compile(
    r"(?:©|alla artiklar|alle artikler|se webartikeln|läs hela|les hele|se hele|se original)", re.I
)


def read_newsbank(lines: Sequence[Line]) -> Record:
    """Read an article of NewsBank: title, day and outlet, labels, text, rights."""
    record = Record()
    place = next(place for place, line in enumerate(lines) if _newsbank_head(line))
    _take_title(record, lines[:place])
    found = _newsbank_head(lines[place])
    assert found is not None
    record.outlet, record.day = found
    record.keep(lines[place : place + 1])
    begin = _take_fields(record, lines, place + 1)
    record.keep(lines[place + 1 : begin])
    end = next((place for place in range(begin, len(lines)) if _FOOT.match(lines[place].text)), len(lines))
    record.body = list(lines[begin:end])
    for line in lines[end:]:
        _take_parts(record, line.text)
    record.keep(lines[end:])
    return record


def _take_fields(record: Record, lines: Sequence[Line], begin: int) -> int:
    """Take what the lines of labels from `begin` on say; returns the place behind them."""
    while begin < len(lines):
        text = lines[begin].text
        below = lines[begin + 1].text if begin + 1 < len(lines) else ""
        if _COUNT_ALONE.fullmatch(text) and below.lower() == "words":
            record.set(Label.LENGTH, text)
            begin += 2
        elif _FIELDS.match(text) or _FOOT.match(text) or _BUTTON.fullmatch(text):
            _take_parts(record, text)
            begin += 1
        else:
            break
    return begin


def _newsbank_head(line: Line) -> tuple[str, Day] | None:
    """Return the outlet and the day of a line that names these and nothing else."""
    for head in _HEADS:
        found = head.fullmatch(line.text)
        day = day_in(found["day"]) if found else None
        if found and day and day.bare and day_in(found["outlet"]) is None:
            return with_article_first(found["outlet"]), day
    return None


def _take_parts(record: Record, line: str) -> None:
    name = _UNLABELLED.match(line)
    if name and not _WORD_COUNT.match(line):
        record.set(Label.AUTHOR, name["author"])
    for part in _PART.finditer(line):
        role = _ROLES.get(part["label"].lower().partition("/")[0])
        if role:
            record.set(role, part["value"])
    count = _WORD_COUNT.search(line)
    if count:
        record.set(Label.LENGTH, count["count"])


def _take_title(record: Record, lines: Sequence[Line]) -> None:
    """Take the line before the outlet as the title, with the lines that it was broken into."""
    if not lines:
        return
    begin = len(lines) - 1
    while begin and not lines[begin].apart:
        begin -= 1
    record.title = " ".join(line.text for line in lines[begin:])
    record.keep(lines[:begin])


def read_retriever(lines: Sequence[Line]) -> Record:
    """Read an article of Retriever: title, outlet and day, page, text, rights."""
    record = Record()
    kept = [line for line in lines if not _RULE.fullmatch(line.text)]
    place = next((place for place, line in enumerate(kept) if place and _retriever_head(line)), -1)
    record.keep(line for line in lines if _RULE.fullmatch(line.text))
    if place < 0:
        record.keep(kept)
        return record
    _take_title(record, [*kept[: place - 1], Line(kept[place - 1].text, True)])
    found = _OUTLET_DAY.fullmatch(kept[place].text)
    assert found is not None
    record.outlet, record.day = found["outlet"], day_in(found["day"])
    begin = place + 1
    while begin < len(kept) and (_HOW.match(kept[begin].text) or _PAGE_ALONE.fullmatch(kept[begin].text)):
        record.page = record.page or page_in(kept[begin].text)
        begin += 1
    record.keep(kept[place:begin])
    end = next((here for here in range(begin, len(kept)) if _SCANDINAVIAN_FOOT.match(kept[here].text)), len(kept))
    record.body = list(kept[begin:end])
    record.keep(kept[end:])
    return record


def _retriever_head(line: Line) -> bool:
    return _OUTLET_DAY.fullmatch(line.text) is not None


def _newsbank_seams(lines: Sequence[Line]) -> list[int]:
    """Part articles at the paragraph above each head, where the file has labels of the database.

    Outlet and day in the other order are a head only where the file has what no other database writes.
    """
    own = any(_OWN.search(line.text) for line in lines)
    if not own and not any(_FIELDS.match(line.text) for line in lines):
        return []
    starts = []
    for place, line in enumerate(lines):
        if place and _newsbank_head(line) and (own or _HEADS[0].fullmatch(line.text)):
            begin = place - 1
            while begin and not lines[begin].apart:
                begin -= 1
            starts.append(begin)
    return starts


def _retriever_seams(lines: Sequence[Line]) -> list[int]:
    """Part articles at each title above an outlet with its day; the list at the head of the file is the cover."""
    return [place - 1 for place, line in enumerate(lines) if place and _retriever_head(line)]


NEWSBANK = Form(
    "NewsBank",
    "the text of its pages as public collections of the Star Democrat's articles keep it (`Author/Byline`, a number"
    " above `Words`, `Read News Document`); the other order, and citations, from how its articles are shown",
    re.compile(rf"^\W{{0,3}}[^|\n]{{6,40}}\d{{4}}\s\|\s|{_OWN.pattern}", re.M | re.I),
    _newsbank_seams,
    read_newsbank,
)
RETRIEVER = Form(
    "Retriever",
    "markivet and parseAtekst, two readers of the text form of Mediearkivet and Atekst",
    re.compile(r"^\W{0,3}[^,|\n]{2,80}, \d{4}-\d\d-\d\d(?: \d\d:\d\d)?\s*$", re.M),
    _retriever_seams,
    read_retriever,
    alone=False,
)
