"""EBSCO: text and HTML in which each record has its labels first and its text, without a label, below them.

A label stands in one line with its value, or alone above it. The record ends with the name of the database; the text
that follows may begin with its title once more, and ends with a notice on the use of the copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.base.folding import essence, fold
from tui.importing.press.days import day_in
from tui.importing.press.form import Form, label_pattern, labels_of, read_label
from tui.importing.press.line import Line, in_blocks, joined
from tui.importing.press.record import Label, Record, with_article_first

_LABELS = labels_of(
    {
        Label.TITLE: "title | titre | titel | título | titolo | article title",
        Label.AUTHOR: "authors | author | auteurs | auteur | autoren | autor | autores | autori",
        Label.OUTLET: "source | quelle | fuente | fonte | journal | publication",
        Label.DATE: "publication date | date de publication | publikationsdatum | erscheinungsdatum"
        " | fecha de publicación | data di pubblicazione | data de publicação",
        Label.SECTION: "section",
        Label.LENGTH: "full text word count | nombre de mots du texte intégral | wortanzahl im volltext"
        " | número de palabras del texto completo",
        Label.NUMBER: "accession number | numéro d'accès | numéro d'entrée | zugangsnummer | eingangsnummer"
        " | número de acceso | número de acceso (an) | numero di accesso | número de acesso",
        Label.LANGUAGE: "language | langue | sprache | idioma | lingua",
        Label.ADDRESS: "persistent link to this record (permalink) | permalink | lien permanent",
        Label.LEAD: "abstract | abstract (english) | résumé | zusammenfassung | resumen | riassunto | resumo",
        Label.OTHER: "document type | type de document | dokumenttyp | dokumentart | tipo de documento"
        " | tipo di documento | publication type | subject terms | subjects | subject | descripteurs | schlagwörter"
        " | términos temáticos | geographic terms | people | company/entity | company entity | naics/industry codes"
        " | reviews & products | author-supplied keywords | author affiliations | isbn | issn | doi | lexile"
        " | database | base de données | datenbank | base de datos | banca dati | base de dados"
        " | publisher | ticker | images | column | cut and paste | persistent link to this record",
    }
)
_DATABASE = re.compile(r"(?:database|base de donnees|datenbank|base de datos|banca dati|base de dados)\s?:\s*")
_PATTERN = label_pattern(_LABELS)
_RECORD = re.compile(r"(?:record|enregistrement|notice|registro|datensatz)\s?:\s?#?\d{1,5}", re.I)
_CITED = re.compile(
    r"(?P<outlet>\S.{1,90}?(?:, (?:The|Le|La|Les|El|Der|Die|Das|De|Il))?)\s*[.,;]\s+(?P<rest>(?:\S.{0,12})?\d.*)"
)
_PAGE = re.compile(r"(?<!\w)p(?:p|g)?\.?\s?(?P<page>[A-Z]{0,3}-?\d[\w-]{0,8}|[A-Z]\d?)(?!\w)")
_FOOT = re.compile(
    r"(?:copyright of .{2,120} is the property of|copyright ?(?:©|\(c\))|©|the copyright of this|le copyright de"
    r"|el copyright de|\(copyright)"
)
_AHEAD = 40
"""Lines of a record among which its number stands."""

_NAME = 80


def read(lines: Sequence[Line]) -> Record:
    """Read a record: its labels, the name of the database, its text and the notice below it."""
    record = Record()
    begin = next((place for place, line in enumerate(lines) if _labelled(line)), len(lines))
    record.keep(lines[:begin])
    end = _head_end(lines)
    _read_fields(record, lines[begin:end])
    if begin and not record.title:
        record.title = lines[begin - 1].text
    _take_text(record, in_blocks(lines[end:]))
    if record.body:
        record.keep(record.lead)
        record.lead = []
    return record


def _labelled(line: Line) -> tuple[Label, str] | None:
    return read_label(line, _PATTERN, _LABELS)


def _head_end(lines: Sequence[Line]) -> int:
    """Return the place behind the name of the database, which stands in one line with its label or below it."""
    for place, line in enumerate(lines):
        found = _DATABASE.match(fold(line.text))
        if found:
            return place + 1 if found.end() < len(fold(line.text)) else min(len(lines), place + 2)
    return len(lines)


def _read_fields(record: Record, lines: Sequence[Line]) -> None:
    fields: list[tuple[Label, list[Line]]] = []
    for line in lines:
        label = _labelled(line)
        if label:
            record.keep([line.text[: len(line.text) - len(label[1])].rstrip()])
            fields.append((label[0], [Line(label[1], line.apart)] if label[1] else []))
        elif fields:
            fields[-1][1].append(line)
    for role, value in fields:
        if role is Label.LEAD:
            record.lead += value
            continue
        if role is Label.OUTLET:
            take_source(record, joined(value))
        elif role is Label.TITLE and value and not record.title:
            record.title = joined(value)
            continue
        else:
            record.set(role, joined(value))
        record.keep(value)


def take_source(record: Record, cited: str) -> None:
    """Take outlet, day and page of `Harbour Times (Portham). 3/14/2023, p3. 1p.`."""
    found = _CITED.fullmatch(cited)
    day = day_in(found["rest"]) if found else None
    if found and day:
        record.outlet = record.outlet or with_article_first(found["outlet"])
        record.day = record.day or day
        page = _PAGE.search(found["rest"])
        record.page = record.page or (page["page"] if page else "")
    else:
        record.outlet = record.outlet or with_article_first(cited.rstrip(". "))


def _take_text(record: Record, blocks: list[list[Line]]) -> None:
    """Take the text, and apart from it a title said again, a section, the writer and the notice below it."""
    foot = next((place for place, block in enumerate(blocks) if _FOOT.match(fold(block[0].text))), len(blocks))
    rule = next((place for place, block in enumerate(blocks) if _is_rule(block[0])), foot)
    for block in blocks[min(foot, rule) :]:
        record.keep(block)
    body = blocks[: min(foot, rule)]
    while body and _is_head(record, body[0]):
        block = body.pop(0)
        label = _labelled(block[0])
        if label:
            record.set(*label)
        record.keep(block)
    record.body = [line for block in body for line in block]


def _is_rule(line: Line) -> bool:
    return bool(line.text.strip("~")) is False and len(line.text) > 3


def _is_head(record: Record, block: list[Line]) -> bool:
    said = joined(block)
    label = _labelled(block[0])
    return (
        bool(label and label[0] in (Label.SECTION, Label.AUTHOR, Label.DATE, Label.LANGUAGE) and len(said) < _NAME)
        or bool(record.title and essence(said) == essence(record.title))
        or fold(said).strip(" :") in ("full text", "html full text", "texte integral", "volltext", "texto completo")
    )


def _starts(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places of titles below which the source and the number of the record stand."""
    for place, line in enumerate(lines):
        label = _labelled(line)
        if label is None or label[0] is not Label.TITLE:
            continue
        roles = [found[0] for below in lines[place + 1 : place + _AHEAD] if (found := _labelled(below))]
        before = roles[: roles.index(Label.TITLE)] if Label.TITLE in roles else roles
        if Label.OUTLET in before and Label.NUMBER in before:
            yield place


def _seams(lines: Sequence[Line]) -> list[int]:
    records = [place for place, line in enumerate(lines) if _RECORD.fullmatch(line.text)]
    return records or list(_starts(lines)) or _untitled(lines)


def _untitled(lines: Sequence[Line]) -> list[int]:
    """Return the heading above the first label, where source and number stand below it and no label names a title."""
    first = next((place for place, line in enumerate(lines) if _labelled(line)), 0)
    roles = {found[0] for line in lines[first : first + _AHEAD] if (found := _labelled(line))}
    return [first - 1] if first and {Label.OUTLET, Label.NUMBER} <= roles else []


EBSCO = Form(
    "EBSCO",
    "programs that read the list of labels of a saved record (`dt` and `dd`, `Authors:`, `Source:`, `Full Text Word"
    " Count:`); other languages as its readers see them in a saved, printed or mailed record",
    re.compile(
        r"accession number|num[ée]ro d'(?:acc[èe]s|entr[ée]e)|zugangsnummer|eingangsnummer|n[úu]mero de ac(?:ceso|esso)"
        r"|numero di accesso",
        re.I,
    ),
    _seams,
    read,
)
