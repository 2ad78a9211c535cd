"""APA-DeFacto, APA-OnlineManager and WISO: RTF, HTML and text with the outlet in quotation marks above each article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.importing.clippings.outlet import is_person
from tui.importing.press.days import day_in
from tui.importing.press.form import Form
from tui.importing.press.line import Line, in_blocks, joined
from tui.importing.press.record import Label, Record, begins_as_byline
from tui.locale import N_

_HEAD = re.compile(
    r"[\"„“»](?P<outlet>[^\"“”«]{2,80})[\"“”«](?P<section>[^\d\"]{0,60}?)(?:\s+Nr\.?\s?(?P<issue>[\w/-]{1,10}))?\s+"
    r"(?P<how>vom|gefunden am)\s+(?P<day>\d{1,2}\.\s?\d{1,2}\.\s?\d{4})(?P<time>,?\s+\d{1,2}[.:]\d\d(?:\s+Uhr)?)?"
    r"(?:\s*,?\s+(?:Seiten?|S\.):?\s*(?P<page>\w[\w/-]{0,9}(?:\s?[,-]\s?\w{1,6})*))?(?:\s+Ressort:\s*(?P<department>.{0,80}))?"
)
_DEPARTMENT = re.compile(r"Ressort:\s*(?P<name>.*)")
_RULE = re.compile(r"_{20,}")
_FOOT = re.compile(
    r"(?:Quelle|Mutation|Dokumentnummer|Dauerhafte Adresse des Dokuments|Alle Rechte vorbehalten"
    r"|Gespeicherte[rn]? Anh\w+)\s?:"
    r"|Der gegenständliche Text ist"
)
_NUMBER = re.compile(r"Dokumentnummer:\s*(?P<number>\S.{3,60})")
_SHORT = 60
"""Characters of an edition, such as `Abend` or `Niederösterreich, Burgenland`."""

_EDITION = re.compile(
    r"(?:Abend|Morgen|Land|Stadt|Wien|Bundesland|National|Bundesländer|Steiermark|Kärnten|Tirol|Salzburg|Vorarlberg"
    r"|Burgenland|(?:Ober|Nieder)österreich|[NO]Ö|City\w*|Graz|Linz|Innsbruck|Abendausgabe|Morgenausgabe|,|\s|&|und)+"
)


def read(lines: Sequence[Line]) -> Record:
    """Read an article: outlet, day and page, department, edition perhaps, title, text, a table at the foot."""
    record = Record()
    found = _HEAD.fullmatch(lines[0].text)
    assert found is not None
    record.outlet, record.day = found["outlet"].strip(), day_in(found["day"])
    record.page = found["page"] or ""
    record.section = (found["department"] or found["section"] or "").strip()
    if found["how"] != "vom":
        record.doubt = N_("it is the day on which the database found the article")
    record.keep(lines[:1])
    end = next((place for place in range(1, len(lines)) if _FOOT.match(lines[place].text)), len(lines))
    head = [line for line in lines[1:end] if not _RULE.fullmatch(line.text)]
    record.keep(line for line in lines[1:end] if _RULE.fullmatch(line.text))
    while head and (_DEPARTMENT.fullmatch(head[0].text) or _is_edition(head[0].text)):
        _take_line(record, head.pop(0))
    _take_title(record, head)
    for line in lines[end:]:
        number = _NUMBER.search(line.text)
        record.set(Label.NUMBER, number["number"] if number else "")
    record.keep(lines[end:])
    return record


def _take_line(record: Record, line: Line) -> None:
    department = _DEPARTMENT.fullmatch(line.text)
    if department:
        record.section = record.section or department["name"].strip()
    else:
        record.edition = record.edition or line.text
    record.keep([line])


def _is_edition(text: str) -> bool:
    return len(text) < _SHORT and _EDITION.fullmatch(text) is not None


def _take_title(record: Record, lines: list[Line]) -> None:
    """Take the title: the first heading near the top, or the first paragraph."""
    blocks = in_blocks(lines)
    heading = next((place for place, block in enumerate(blocks[:4]) if block[0].level), 0)
    if not blocks:
        return
    record.title = joined(blocks[heading])
    if len(blocks) > heading + 1 and is_person(record.title) and len(record.title.split()) < 4:
        record.set(Label.AUTHOR, record.title)
        record.keep(blocks.pop(heading))
        record.title = joined(blocks[heading])
    rest = blocks[:heading] + blocks[heading + 1 :]
    if rest and begins_as_byline(joined(rest[0])) and len(joined(rest[0])) < _SHORT:
        record.set(Label.AUTHOR, joined(rest[0]))
        record.keep(rest.pop(0))
    record.body = [line for block in rest for line in block]


def _seams(lines: Sequence[Line]) -> list[int]:
    """Part articles at each head that stands in no table at the foot of another one."""
    return [
        place
        for place, line in enumerate(lines)
        if _HEAD.fullmatch(line.text) and not (place and lines[place - 1].text.startswith("Quelle:"))
    ]


APA = Form(
    "APA-DeFacto",
    "AmCAT's readers apa_prof, defacto_student and rtfwien",
    re.compile(r"[\"„“»][^\"“”«\n]{2,80}[\"“”«][^\"\n]{0,80}\s(?:vom|gefunden am)\s+\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"),
    _seams,
    read,
)
