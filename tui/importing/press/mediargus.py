"""Mediargus and GoPress: a numbered list of the articles, and below it their texts in the same order.

The list names title, outlet, day, page and number of words; a text begins with its day and page alone. A file may hold
the list without the texts: each article then has the few sentences that the list gives of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.base.folding import essence
from tui.importing.clippings.outlet import is_person
from tui.importing.press.days import day_in
from tui.importing.press.form import Form
from tui.importing.press.line import Line, joined
from tui.importing.press.record import Label, Record, count_in
from tui.locale import N_

_NUMBERED = re.compile(r"[\W\ufeff]{0,2}(?P<number>\d{1,5})\. ?(?P<title>.*)")
_LISTED = re.compile(
    r"(?P<outlet>[^,]{2,80}(?:, [^,\d]{2,40})??),\s+(?P<day>(?:\w{2,12}\.?\s)?\d{1,2}\s\w{3,12}\.?\s\d{4})"
    r"(?:,\s+(?P<page>(?:p|pag|blz)\.\s?[\w/-]{1,12}(?:\s?,\s?\d+)*))?(?:,\s+(?P<words>\d[\d.]*)\s?(?:w|woorden|mots)\.?)?\.?"
)
_TEXT = re.compile(r"(?P<day>\d{1,2}[-/]\d{1,2}[-/]\d{4}),?\s+p\.?\s?(?P<page>[\w/-]{1,12}(?:\s?,\s?\d+)*)\.?")
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright)\s?.{0,120}", re.I)
_TITLED = 6
"""Lines of a text among which its title stands."""

_WINDOW = 100
"""Entries of the list among which that of the next text is looked for."""

_ALONE = N_("its list alone: the text is not in the file")


def read(lines: Sequence[Line]) -> Record:
    """Read one entry of the list, or one text; which of both it is, its first lines say."""
    record = Record()
    text = _TEXT.fullmatch(lines[0].text)
    if text:
        _read_text(record, lines, text)
        return record
    numbered = _NUMBERED.fullmatch(lines[0].text)
    place = next((place for place, line in enumerate(lines) if _LISTED.fullmatch(line.text)), -1)
    listed = _LISTED.fullmatch(lines[place].text) if place > 0 else None
    if numbered is None or listed is None:
        record.keep(lines)
        return record
    title = " ".join([numbered["title"], *(line.text for line in lines[1:place])]).strip()
    record.title, record.outlet, record.day = title, listed["outlet"].strip(), day_in(listed["day"])
    record.page = re.sub(r"^\D+\s?(?=\d)", "", listed["page"] or "")
    record.length = count_in(listed["words"] or "")
    record.keep([f"{numbered['number']}.", lines[place]])
    record.body = list(lines[place + 1 :])
    record.note = _ALONE
    return record


def _read_text(record: Record, lines: Sequence[Line], head: re.Match[str]) -> None:
    day, month, year = re.split(r"[-/]", head["day"])
    record.day = day_in(f"{year}-{int(month):02}-{int(day):02}")  # the database writes the day first
    record.page = head["page"]
    record.keep(lines[:1])
    end = len(lines)
    while end > 1 and _RIGHTS.fullmatch(lines[end - 1].text):
        end -= 1
    record.body = list(lines[1:end])
    record.keep(lines[end:])


def merge(cover: Sequence[Line], records: list[Record]) -> None:  # noqa: ARG001 - the cover is empty here
    """Put each text to its entry in the list: they stand in the same order, and day and page agree."""
    entries = [record for record in records if record.note]
    texts = [record for record in records if not record.note]
    if not texts:
        return
    titles = [essence(entry.title) for entry in entries]
    after = 0
    filled: set[int] = set()
    for text in texts:
        near = range(after, min(len(entries), after + _WINDOW))
        same = [place for place in near if _same(entries[place], text)]
        first = {essence(line.text) for line in text.body[:_TITLED]}
        entry = next((place for place in same if titles[place] in first), same[0] if same else -1)
        if entry >= 0:
            _fill(text, entries[entry])
            filled.add(id(entries[entry]))
            after = entry + 1
        else:
            _name_itself(text)
    records[:] = [record for record in records if id(record) not in filled]


def _same(entry: Record, text: Record) -> bool:
    return bool(entry.day and text.day and entry.day.dates == text.day.dates) and entry.page == text.page


def _fill(text: Record, entry: Record) -> None:
    """Take from the list what a text does not say itself, and its title out of the text."""
    text.title, text.outlet, text.length = entry.title, entry.outlet, entry.length
    place = _title_place(text, entry)
    text.keep([*entry.left_out, *entry.body])
    if place >= 0:
        for line in text.body[:place]:
            _take_above(text, line)
        text.keep(text.body[: place + 1])
        text.body = text.body[place + 1 :]


def _title_place(text: Record, entry: Record) -> int:
    """Return the line of a text at which the title of an entry stands; -1 where it does not."""
    said = essence(entry.title)
    return next((place for place, line in enumerate(text.body[:_TITLED]) if essence(line.text) == said), -1)


def _take_above(text: Record, line: Line) -> None:
    """Take a line above the title: a writer, or the section."""
    if not line.apart and (is_person(line.text) or "@" in line.text):
        text.set(Label.AUTHOR, line.text)
    elif line.apart:
        text.section = text.section or line.text


def _name_itself(text: Record) -> None:
    """Name a text that the list does not have by its first line of its own."""
    if text.body:
        text.title = joined(text.body[:1])
        text.body = text.body[1:]


def _seams(lines: Sequence[Line]) -> list[int]:
    """Part the entries of the list, and the texts, at the lines that only they have."""
    starts = []
    last = -1
    for place, line in enumerate(lines):
        if _TEXT.fullmatch(line.text):
            starts.append(place)
            last = place
        elif place and _LISTED.fullmatch(line.text):
            begin = next(
                (back for back in range(place - 1, max(last, place - 5), -1) if _NUMBERED.fullmatch(lines[back].text)),
                -1,
            )
            if begin >= 0:
                starts.append(begin)
                last = place
    return starts if any(not _TEXT.fullmatch(lines[place].text) for place in starts) else []


MEDIARGUS = Form(
    "Mediargus",
    "AmCAT's reader mediargus",
    re.compile(
        r"^[^,\n]{2,80},\s+(?:\w{2,12}\.?\s)?\d{1,2}\s\w{3,12}\.?\s\d{4}(?:,\s+(?:p|pag|blz)\.|,\s+\d[\d.]*\s?w)", re.M
    ),
    _seams,
    read,
    alone=False,
    prepare=merge,
)
