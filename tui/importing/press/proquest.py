"""ProQuest: text, RTF, HTML and PDF in which every field has its label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.base.folding import fold
from tui.importing.press.days import day_in
from tui.importing.press.form import Form, labels_of
from tui.importing.press.labelled import LabelledReader
from tui.importing.press.line import Line
from tui.importing.press.record import Label, Record


def _spellings(tables: Iterable[str]) -> list[str]:
    """Return the labels of tables as patterns, with their accents and without, the longest first."""
    labels = {label for table in tables for label in table.split(" | ")}
    return sorted(map(re.escape, labels | set(map(fold, labels))), key=len, reverse=True)


_TABLE = {
    Label.TITLE: "title | titre | título | titel | titolo | tytuł",
    Label.AUTHOR: "author | authors | auteur | autor | autore | credit",
    Label.OUTLET: "publication title | titre de la publication | título de publicación | título de la publicación"
    " | titel der publikation | publikationstitel | titolo pubblicazione | titolo della pubblicazione"
    " | título da publicação | titel van publicatie | publicatietitel | titel van de publicatie | publikationens titel",
    Label.DATE: "publication date | date de publication | fecha de publicación | publikationsdatum"
    " | erscheinungsdatum | data di pubblicazione | data de publicação | data da publicação | publicatiedatum"
    " | datum van publicatie | utgivningsdatum | udgivelsesdato",
    Label.SECTION: "section | sección | rubrik | sezione | seção | sectie",
    Label.PAGE: "pages | page | first page | pagination | première page | páginas | página | primera página"
    " | primeira página | prima pagina | eerste pagina | erste seite | seiten | seite | pagine | pagina",
    Label.EDITION: "edition | édition | edición | ausgabe | edizione | edição | editie",
    Label.LANGUAGE: "language of publication | language | langue de publication | idioma de la publicación"
    " | idioma de publicación | publikationssprache | sprache der publikation | lingua di pubblicazione"
    " | idioma de publicação | idioma da publicação | publicatietaal | taal van publicatie",
    Label.NUMBER: "proquest document id | identifiant de document proquest | id du document proquest"
    " | id del documento de proquest | proquest-dokument-id | id documento proquest | id do documento do proquest"
    " | identifiant du document proquest | id de document proquest | id do documento proquest"
    " | proquest-document-id | document-id van proquest",
    Label.ADDRESS: "document url | url du document | url del documento | dokument-url | url do documento | document-url"
    " | url documento",
    Label.LENGTH: "word count | words",
    Label.LEAD: "abstract | abstract (summary) | résumé | resumen | zusammenfassung | riassunto | resumo"
    " | samenvatting",
    Label.TEXT: "full text | texte intégral | texte complet | texto completo | volltext | testo completo"
    " | volledige tekst",
    Label.OTHER: "publication info | publication information | informations sur la publication"
    " | información de publicación | publikationsinfo | informazioni sulla pubblicazione | informações da publicação"
    " | publicatie-info | subject | sujet | materia | thema | location | lieu"
    " | people | personnes | company / organization | identifier / keyword | publication year"
    " | année de publication | año de publicación | erscheinungsjahr | ano de publicação | anno di pubblicazione"
    " | publicatiejaar | publisher | éditeur | editorial | herausgeber | editora | editore | uitgever"
    " | place of publication | country of publication | pays de publication | publikationsort | land der publikation"
    " | lugar de publicación | país de publicación | local de publicação | país de publicação"
    " | luogo di pubblicazione | paese di pubblicazione | plaats van publicatie | land van publicatie"
    " | lieu de publication | publication subject | issn | e-issn | source type | type de source | document type"
    " | quellentyp | tipo de fuente | tipo de fonte | tipo di fonte | brontype | dokumententyp | tipo de documento"
    " | tipo di documento | documenttype"
    " | type de document | document feature | column | copyright | last updated | dernière mise à jour"
    " | última actualización | zuletzt aktualisiert | última atualização | ultimo aggiornamento | laatst bijgewerkt"
    " | database | base de données | base de datos | datenbank | base de dados | base dati | links | liens | dateline"
    " | classification | volume | issue | number of pages | company | product name | subjects | source"
    " | geographic terms | document information | author affiliation | number of references | publication frequency"
    " | caption | illustrations | supplement | correction | startpage | record | journal subject",
}
_LABELS = labels_of(_TABLE)
_HIDDEN = re.compile(r"proquest document link|_{10,}|-{10,}", re.I)
_INFO = re.compile(
    r"(?P<outlet>[^;\[:]{2,80}?)\s*(?:[;,]\s[^\[]*)?\[[^\]]*\]\s?(?P<day>\d{1,2} \w{3,9} \d{4}):?\s*(?P<page>[\w.-]*)"
)
_LONGEST_CITATION = 500
_PLACE = re.compile(r"(?:\s*(?:[;,]\s.*|\((?:pre-|post-)?\d{4}[^)]*\)|\[[^\]]*\]))+$")
_RULE = re.compile(r"_{20,}")
_COUNTED = re.compile(r"(?:document|documento|dokument) \d{1,5} (?:of|de|von|di|sur) \d{1,5}", re.I)
_LAST = re.compile(r"(?:database|base de donnees|base de datos|datenbank|base dati|base de dados)\s?:.*")
_MARKS = (_TABLE[Label.OUTLET], _TABLE[Label.NUMBER], _TABLE[Label.TEXT], "publication info")
_OWN = re.compile(rf"^\W{{0,3}}(?:{'|'.join(_spellings(_MARKS))})\s?:", re.I | re.M)
_reader = LabelledReader(_LABELS)


def read(lines: Sequence[Line]) -> Record:
    """Read a record; where it names no outlet or day of its own, those of its citation count."""
    kept = [line for line in lines if not _is_furniture(line)]
    record = _reader(kept)
    record.keep(line for line in lines if _is_furniture(line))
    for line in kept:
        _complete(record, line.text)
    record.outlet = _PLACE.sub("", record.outlet) if record.outlet else ""
    return record


def _complete(record: Record, line: str) -> None:
    if len(line) > _LONGEST_CITATION:
        return
    info = _INFO.search(line) if record.day is None or not record.outlet else None
    if info and _reader.pattern.match(fold(line)):
        record.outlet = record.outlet or info["outlet"].partition(":")[2].strip() or info["outlet"].strip()
        record.day = record.day or day_in(info["day"])
        record.page = record.page or info["page"].rstrip(".")


def _is_furniture(line: Line) -> bool:
    return _HIDDEN.fullmatch(line.text) is not None or _is_seam(line)


def _is_seam(line: Line) -> bool:
    return _COUNTED.fullmatch(line.text) is not None


def _seams(lines: Sequence[Line]) -> list[int]:
    """Part records at rules and counts, or behind the database's name, which ends each."""
    marks = [place for place, line in enumerate(lines) if _RULE.fullmatch(line.text) or _is_seam(line)]
    if marks:
        return sorted({*marks, 0})
    ends = [place + 1 for place, line in enumerate(lines) if _LAST.fullmatch(fold(line.text))]
    return [0, *ends] if ends else [0]


PROQUEST = Form(
    "ProQuest",
    "R package tm.plugin.proquest (HTML in mails), pq_parser of the University of Minnesota (text)",
    _OWN,
    _seams,
    read,
)
