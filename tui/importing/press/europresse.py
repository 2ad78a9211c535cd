"""Europresse and Eureka: text of their PDF and Word files, where each article ends with its number (`news·2023…`).

Their HTML, in which every part has a class of its own, is read by `press.pages`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.base.folding import fold
from tui.importing.clippings.outlet import is_person
from tui.importing.press.days import day_in
from tui.importing.press.form import Form, closing
from tui.importing.press.line import Line
from tui.importing.press.record import Label, Record, begins_as_byline, count_in, page_in

NUMBER = re.compile(r"(?:news|web|video|twitter|reports?)[·•.–-]\d{8}[·•.–-][\w/*+·•.–-]{1,80}")
_CLOSING = re.compile(rf".{{0,80}}{NUMBER.pattern}\W*")
_LABELS = {
    "nom de la source": Label.OUTLET, "source name": Label.OUTLET, "name of source": Label.OUTLET,
    "nombre de la fuente": Label.OUTLET,
}  # fmt: skip
_ASIDE = re.compile(
    r"type de source|source type|periodicite|periodicity|couverture geographique|geographical coverage|provenance"
    r"|origin"
    r"|nom de la source|source name|name of source|tirage|circulation|sommaire|documents sauvegardes|saved documents"
    r"|table of contents|p\. \d+"
)
_CITED = re.compile(r"(?P<outlet>[^•·|]{2,100}?)\s?(?:[•·|]\s.*)?[•·|]\s?.*?(?:\d[\d\s]*\s(?:mots|words)|p\. [\w-]+).*")
_FOOT = re.compile(
    r"©|tous droits reserves|all rights reserved|le present document|the present document|certificat emis"
    r"|certificate issued|visualisation personnelle|cet article est paru|this article appeared"
)
_WORDS = re.compile(r"(?<!\S)(\d{1,3}(?:[\s.,]\d{3})+|\d+)\s(?:mots|words)")
_ISSUE = re.compile(r",?\s(?:no|n°|nº|num(?:éro)?)\.?\s?[\w/-]+$", re.I)
_KIND = re.compile(r"\s*\((?P<kind>site web|web site|website|blog|réf\. site web|tweet|twitter|web)[^)]*\)\s*$", re.I)


def outlet_of(written: str) -> tuple[str, str]:
    """Return the outlet without the number of its issue and its kind, and these: `Le Littoral (site web)`."""
    outlet = " ".join(written.split()).strip(" ,•·")
    issue = _ISSUE.search(outlet)
    if issue:
        outlet = outlet[: issue.start()]
    kind = _KIND.search(outlet)
    if kind:
        outlet = outlet[: kind.start()]
    extra = ", ".join(filter(None, (issue[0].strip(" ,") if issue else "", kind["kind"] if kind else "")))
    return outlet.strip(" ,"), extra


def read(lines: Sequence[Line]) -> Record:
    """Read an article: day, a box with the outlet, a line that cites it, title, writer, text, rights, number."""
    record = Record()
    cited = next((place for place, line in enumerate(lines) if _cites(line.text)), -1)
    above = lines[: cited + 1] if cited >= 0 else ()
    _read_above(record, above)
    rest = list(lines[len(above) :])
    end = next((place for place, line in enumerate(rest) if place and _FOOT.match(fold(line.text))), len(rest))
    end = min(end, next((place for place, line in enumerate(rest) if NUMBER.search(line.text)), len(rest)))
    for line in rest[end:]:
        found = NUMBER.search(line.text)
        record.number = record.number or (found[0] if found else "")
    record.keep(rest[end:])
    body = rest[:end]
    if not above:
        body = _read_unboxed(record, body)
    if body:
        record.title = body.pop(0).text
    if body and len(body[0].text) < 100 and (is_person(body[0].text) or begins_as_byline(body[0].text)):
        record.set(Label.AUTHOR, body[0].text)
        record.keep([body.pop(0)])
    record.body = body
    return record


def _cites(text: str) -> bool:
    return len(text) < 250 and _CITED.fullmatch(text) is not None


def _read_above(record: Record, lines: Sequence[Line]) -> None:
    for place, line in enumerate(lines):
        folded = fold(line.text)
        if folded in _LABELS and place + 1 < len(lines):
            record.outlet, record.edition = outlet_of(lines[place + 1].text)
        day = day_in(line.text) if not _ASIDE.match(folded) and len(line.text) < 60 else None
        if day and day.bare and (record.day is None or not record.outlet):
            record.day = day
        cited = _CITED.fullmatch(line.text)
        if cited:
            record.outlet = record.outlet or outlet_of(cited["outlet"])[0]
            record.page = page_in(line.text)
            words = _WORDS.search(line.text)
            record.length = count_in(re.sub(r"\s", "", words[1])) if words else 0
            record.day = record.day or day_in(line.text)
    record.keep(lines)


def _read_unboxed(record: Record, lines: list[Line]) -> list[Line]:
    """Read outlet and day of an article without a box: two of its first lines."""
    place = next(
        (place for place, line in enumerate(lines[:6]) if (day := day_in(line.text)) and len(day.after) < 40), -1
    )
    if place < 0:
        return lines
    day = day_in(lines[place].text)
    record.day = day
    named = lines[:place]
    if named:
        record.outlet, record.edition = outlet_of(named[-1].text)
        before = day.before.removeprefix(named[-1].text).strip(" ,") if day else ""
        record.section = "" if before == record.outlet else before
    elif day and day.before:
        record.outlet, record.edition = outlet_of(day.before.partition(",")[0])
    record.page = page_in(day.after) if day else ""
    record.keep([*named, lines[place]])
    return lines[place + 1 :]


EUROPRESSE = Form(
    "Europresse",
    "the number as in R package tm.plugin.europresse; for the rest of the PDF form no description was found, and it was"
    " not tried on a real file",
    NUMBER,
    closing(_CLOSING),
    read,
)
