"""Nexis, Nexis Uni, Lexis Advance and LexisNexis Academic: DOCX, RTF, text, HTML and PDF.

The older form counts its articles (`1 of 3 DOCUMENTS`), and names outlet, day and title in this order; the newer one
ends each with `End of Document`, and names title, outlet and day. Both have the labels below, in the language of the
interface or of the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.base.folding import fold
from tui.importing.clippings.outlet import is_person
from tui.importing.press.days import day_in, without_times
from tui.importing.press.form import Form, closing, label_pattern, labels_of, opening, read_label
from tui.importing.press.line import Line, in_blocks, joined
from tui.importing.press.record import Label, Record

_HEAD = labels_of(
    {
        Label.SECTION: "section | rubrique | rubrik | rubriek | sectie | sección | sezione | seção | secção | ressort"
        " | sektion | avsnitt",
        Label.LENGTH: "length | longueur | länge | lengte | longitud | extensión | lunghezza | comprimento | extensão"
        " | längd | længde | lengde",
        Label.AUTHOR: "byline | by-line | author | auteur | auteurs | autor | autore | signature | författare"
        " | forfatter",
        Label.TITLE: "headline | kop | titel | titre | título | titolo | title",
        Label.LEAD: "highlight | encart | chapeau | samenvatting | zusammenfassung | resumen | sommario"
        " | resumo | sammanfattning",
        Label.OTHER: "dateline | lieu | ortszeile | source | series | column | document-type | acc-no | guests"
        " | anchors",
        Label.TEXT: "body | tekst | texte | text | corps | textkörper | cuerpo | texto | testo"
        " | corpo | brödtext | brødtekst",
    }
)
_TAIL = labels_of(
    {
        Label.LANGUAGE: "language | langue | sprache | taal | idioma | lingua | língua | språk | sprog",
        Label.NUMBER: "acc-no | accession-number | accession number",
        Label.OTHER: "load-date | update | date-chargement | date de chargement | ladedatum | geladen | laaddatum"
        " | fecha-de-carga | fecha de carga | data di caricamento | data de carregamento | laddningsdatum"
        " | indlæsningsdato"
        " | data de carga | geladen op | publication-type | publication type | pub-type"
        " | type-publication | type de publication | publikationstyp | journal-code | journal code | code-revue"
        " | graphic | grafik | graphique | illustration | notes | subject | sujet | company | société | ticker"
        " | industry | geographic | localisation-geo | person | personne | organization | classification | correction"
        " | correction-date | distribution | document-type | pub-subject | series | enhancement | transcript-type"
        " | secteur-activite | symbole-boursier | geo-localization | activity-sector | stock-symbol | issn | isbn",
    }
)
_HEAD_PATTERN, _TAIL_PATTERN = label_pattern(_HEAD), label_pattern(_TAIL)
_BODY = re.compile(
    r"(?:body|text|tekst|texte|corps(?: de l'article)?|textkorper|hauptteil|cuerpo|corpo|texto|testo"
    r"|brodtext|br.dtekst)\s?:?"
)
_TAIL_ALONE = re.compile(
    r"classifi[ck]ation|klassifi[ck]ation|klassifizierung|classificatie|clasificacion|classificazione|classificacao"
    r"|klassificering|graphic|grafik|graphique|notes|load-date|correction|link to (?:image|pdf)|link zum pdf-dokument"
)
_COPYRIGHT = re.compile(r"(?:copyright|copy\.? \d|copr\.|©|\(c\)|alle rechte|all rights reserved|tous droits)", re.I)
_RIGHTS = re.compile(r"\d{4}|rights|rechte|droits|derechos|diritti", re.I)
_COVER = re.compile(
    r"(?:user name|date and time|job number|documents? \(\d|client/matter|search terms|search type|narrowed by"
    r"|content type"
    r"|timeline|download request|time of request|send to|terms:|source:|project id|about lexisnexis|page \d+ of \d+"
    r"|nom d'utilisateur|date et heure|numero de tache|termes de recherche|benutzername|datum und uhrzeit|jobnummer"
    r"|suchbegriffe|\d+\.\s)"
)
_SOME_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ /-]{2,24}:(?:\s|$)")
"""A label that only some outlets have: `SHOW: …`, `GUESTS: …`."""

_SHOW = re.compile(r"SHOW:")

_AGGREGATOR = re.compile(r"newstex(?: \w+){0,3}", re.I)
"""Who delivers the outlet's articles stands above the outlet."""

_LONG = 300
"""Characters from which on a paragraph is no title."""

_AHEAD = 4
"""Blocks in which a label of the head must follow one that only some outlets have."""

_LONGEST_EDITION = 12
"""Words that may stand in one line with the day."""

COUNTED_LINE = re.compile(
    r"\W{0,3}(?:\d{1,6} (?:of|de|von|van|sur|di) \d{1,6} (?:documents?|dokumente?n?|documenten|documentos|documenti)"
    r"|(?:document|dokument|documento) \d{1,6} (?:of|de|von|van|sur|di) \d{1,6})\W{0,3}",
    re.I,
)
_ENDS = (
    r"end of document|fin du document|ende des dokument(?:e)?s|dokumentende|einde van (?:het )?document"
    r"|fin del documento|fine del documento|fim do documento|slut p[åa] dokument(?:et)?|slutt p[åa] dokument(?:et)?"
    r"|slutningen af dokument(?:et)?|koniec dokumentu|конец документа"
)
ENDINGS = (
    *("end of document", "fin du document", "ende des dokument", "dokumentende", "einde van", "fin del documento"),
    *("fine del documento", "fim do documento", "slut på dok", "slut pa dok", "slutt på dok", "slutt pa dok"),
    *("slutningen af dok", "koniec dokumentu", "конец документа"),
)
"""How these begin, in small letters."""

END_LINE = re.compile(rf"\W{{0,3}}(?:{_ENDS})\W{{0,3}}", re.I)


def read_counted(lines: Sequence[Line]) -> Record:
    """Read an article of the older form: outlet, day, title, labels, text, labels, rights."""
    record = Record()
    counted = len(lines) > 0 and COUNTED_LINE.fullmatch(lines[0].text) is not None
    record.keep(lines[:counted])
    blocks = in_blocks(lines[counted:])
    first = _first_label(blocks)
    head, rest = blocks[:first], blocks[first:]
    while head and _is_rights(head[0]):
        record.keep(head.pop(0))
    head = _take_outlet(record, head)
    while head and _dates(head[0]):
        _take_day(record, head.pop(0))
    plain: list[list[Line]] = []
    for block in head:
        if _SOME_LABEL.match(block[0].text) and (rest or plain):
            record.keep(block)
        else:
            plain.append(block)
    if plain and not record.title and (len(joined(plain[0])) < _LONG or (len(plain) == 1 and rest)):
        record.title = joined(plain.pop(0))
    elif plain and record.title and rest and is_person(joined(plain[0])):
        record.set(Label.AUTHOR, joined(plain[0]))
        record.keep(plain.pop(0))
    _read_rest(record, rest)
    record.body = [line for block in plain for line in block] + record.body
    return record


def _take_outlet(record: Record, head: list[list[Line]]) -> list[list[Line]]:
    """Take the outlet, and a title or a notice between it and the day; returns the blocks from the day on."""
    if not head:
        return head
    outlet, *others = head.pop(0)
    record.outlet = outlet.text
    for place, line in enumerate(others):
        if _dates([line]):
            record.keep(others[:place])
            return [others[place:], *head]
    record.keep(others)
    dated = next((place for place, block in enumerate(head) if _dates(block)), -1)
    for block in head[: max(dated, 0)]:
        said = joined(block)
        if record.title or said.endswith(".") or len(said) > _LONG or _SHOW.match(said):
            record.keep(block)
        else:
            record.title = said
    return head[max(dated, 0) :]


def read_ended(lines: Sequence[Line]) -> Record:
    """Read an article of the newer form: title, outlet, day, rights, labels, text, labels."""
    record = Record()
    blocks = [[line] for line in lines] if all(line.apart for line in lines) else in_blocks(lines)
    first = _first_label(blocks)
    head = blocks[:first]
    dated = _last_day(head)
    if dated < 0:
        return read_counted(lines) if not END_LINE.fullmatch(lines[-1].text) else _undated(record, blocks, first)
    title = _title_start(head, dated)
    for block in head[:title]:
        record.keep(block)
    named = [line for block in head[title:dated] for line in block]
    while len(named) > 1 and named[0].text == named[1].text:
        record.keep([named.pop(0)])  # the title again, as it runs over the page
    record.keep(line for line in named[1:] if _AGGREGATOR.fullmatch(line.text))
    named = [line for line in named if not _AGGREGATOR.fullmatch(line.text)] or named
    if len(named) > 1:
        record.title, record.outlet = joined(named[:-1]), named[-1].text
    elif named:
        record.title = named[0].text
    for place in range(dated, first):
        if _dates(head[place]):
            _take_day(record, head[place])
        else:
            _take_edition(record, head[place])
    _read_rest(record, blocks[first:])
    return record


def read_single(lines: Sequence[Line]) -> Record:
    """Read an article that stands alone, of either form: the older one has a single line or two above the day."""
    blocks = in_blocks(lines)
    named = [block for block in blocks[: max(0, _last_day(blocks[: _first_label(blocks)]))] if not _is_rights(block)]
    return read_ended(lines) if len(named) > 1 and not _dates(named[-1]) else read_counted(lines)


def _undated(record: Record, blocks: list[list[Line]], first: int) -> Record:
    """Read an article of the newer form that names no day."""
    head = [line for block in blocks[:first] for line in block]
    if head:
        record.title = head[0].text
    if len(head) > 1 and not _COPYRIGHT.match(head[1].text):
        record.outlet = head[1].text
    record.keep(line for line in head[1:] if line.text != record.outlet)
    _read_rest(record, blocks[first:])
    return record


def _first_label(blocks: list[list[Line]]) -> int:
    """Return the place of the first block that begins with a label of the head, or with that of the text."""
    for place, block in enumerate(blocks):
        if read_label(block[0], _HEAD_PATTERN, _HEAD) or _BODY.fullmatch(fold(block[0].text)):
            return place
    return min(len(blocks), next((place for place, block in enumerate(blocks) if _is_tail(block)), len(blocks)))


def _dates(block: list[Line]) -> bool:
    """Say whether a block begins with a line that names a day and little else."""
    line = block[0].text
    day = day_in(line) if len(line) < 120 and not _COPYRIGHT.match(line) else None
    return day is not None and not day.before and len(day.after.split()) <= _LONGEST_EDITION


def _last_day(head: list[list[Line]]) -> int:
    """Return the place of the block with the day: the last one before the rights, or before the labels."""
    rights = next((place for place, block in enumerate(head) if place and _is_rights(block)), len(head))
    days = [place for place, block in enumerate(head[:rights]) if place and _dates(block)]
    return days[-1] if days else next((place for place, block in enumerate(head) if place and _dates(block)), -1)


def _is_rights(block: list[Line]) -> bool:
    return _COPYRIGHT.match(block[0].text) is not None


def _title_start(head: list[list[Line]], dated: int) -> int:
    """Return where the title begins: at the last heading, behind the cover, or two lines before the day."""
    headings = [place for place in range(dated) if head[place][0].level]
    if headings:
        place = headings[-1]
        while place and head[place - 1][0].level == head[place][0].level and not _is_cover(head[place - 1]):
            place -= 1
        return place if place < dated - 1 or dated == 1 else max(0, dated - 2)
    covers = [place for place in range(dated) if _is_cover(head[place])]
    return max(0, dated - 2) if covers or dated > 4 else 0


def _is_cover(block: list[Line]) -> bool:
    return _COVER.match(fold(block[0].text)) is not None


def _take_day(record: Record, block: list[Line]) -> None:
    """Take the day of a block, and the edition in it."""
    day = day_in(block[0].text)
    record.day = record.day or day
    record.keep(block)
    edition = [part for part in (day.after if day else "", *(without_times(line.text) for line in block[1:])) if part]
    record.edition = record.edition or ", ".join(edition)


def _take_edition(record: Record, block: list[Line]) -> None:
    record.keep(block)
    if not _is_rights(block) and re.search(r"\bed(?:ition|itie|\.)|ausgabe|edición|édition", joined(block), re.I):
        record.edition = record.edition or joined(block)


def _read_rest(record: Record, blocks: list[list[Line]]) -> None:
    """Read the labels of the head, the text, and the labels below it."""
    place = 0
    while place < len(blocks) and (
        _take_head(record, blocks[place]) or _take_unknown(record, blocks[place : place + _AHEAD])
    ):
        place += 1
        if record.body or _BODY.fullmatch(fold(blocks[place - 1][0].text)):
            break
    end = place
    while end < len(blocks) and not _is_tail(blocks[end]):
        end += 1
    record.body += [line for block in blocks[place:end] for line in block]
    for block in blocks[end:]:
        found = read_label(block[0], _TAIL_PATTERN, _TAIL) or read_label(block[0], _HEAD_PATTERN, _HEAD)
        if found and found[0] is not Label.TITLE:
            record.set(found[0], found[1])
        record.keep(block)


def _take_unknown(record: Record, blocks: list[list[Line]]) -> bool:
    """Take a block with a label that only some outlets have, where the head goes on below it."""
    if not _SOME_LABEL.match(blocks[0][0].text) or _is_tail(blocks[0]):
        return False
    if not any(read_label(block[0], _HEAD_PATTERN, _HEAD) for block in blocks[1:]):
        return False
    record.keep(blocks[0])
    return True


def _take_head(record: Record, block: list[Line]) -> bool:
    """Take a block of labels; say no where it is none, so that the text begins with it."""
    if _BODY.fullmatch(fold(block[0].text)):
        record.keep(block[:1])
        record.body += block[1:]
        return True
    if read_label(block[0], _HEAD_PATTERN, _HEAD) is None:
        record.keep(block if _is_rights(block) else ())
        return _is_rights(block)
    labelled: list[tuple[Label, list[Line], str]] = []
    for line in block:
        found = read_label(line, _HEAD_PATTERN, _HEAD)
        if found:
            labelled.append((found[0], [Line(found[1])] if found[1] else [], line.text.removesuffix(found[1])))
        else:
            labelled[-1][1].append(line)
    for role, lines, label in labelled:
        _take_label(record, role, lines, label.rstrip())
    return True


def _take_label(record: Record, role: Label, lines: list[Line], label: str) -> None:
    if role is Label.TEXT:
        record.keep([label])
        record.body += lines
    elif role is Label.LEAD:
        record.keep([label])
        record.lead += [Line(joined(lines))] if lines else []
    else:
        if role is Label.TITLE and lines:
            record.keep([record.title] if record.title else ())
            record.title = joined(lines)
            record.keep([label])
            return
        record.set(role, joined(lines))
        record.keep([f"{label} {joined(lines)}".strip()])


def _is_tail(block: list[Line]) -> bool:
    """Say whether a block stands below the text: a label of the foot, the rights, the end."""
    line = block[0]
    folded = fold(line.text)
    if _TAIL_PATTERN.match(folded) and not line.text[0].islower():
        return True
    head = read_label(line, _HEAD_PATTERN, _HEAD)
    if head and head[0] in (Label.SECTION, Label.LENGTH) and _SOME_LABEL.match(line.text):
        return True
    return bool(
        _TAIL_ALONE.fullmatch(folded)
        or END_LINE.fullmatch(line.text)
        or (
            _COPYRIGHT.match(line.text)
            and re.search(r"\d{4}|rights|rechte|droits|derechos|diritti", joined(block), re.I)
        )
    )


def _ended(lines: Sequence[Line]) -> list[int]:
    """Part articles behind each end; other documents may end so too, but have none of the labels."""
    labelled = any(
        read_label(line, pattern, labels)
        for line in lines
        for pattern, labels in ((_HEAD_PATTERN, _HEAD), (_TAIL_PATTERN, _TAIL))
    )
    return closing(END_LINE)(lines) if labelled else []


COUNTED = Form(
    "Nexis",
    "R packages tm.plugin.lexisnexis (HTML, English and French labels) and LexisNexisTools (text, English, German and"
    " French seams); AmCAT's labels of the text form in English, French, German and Dutch",
    re.compile(
        r"\d (?:of|de|von|van|sur|di) \d{1,6} (?:documents?|dokument)"
        r"|(?:document|dokument)o? \d{1,6} (?:of|de|von|van)",
        re.I,
    ),
    opening(COUNTED_LINE),
    read_counted,
)
ENDED = Form(
    "Nexis Uni",
    "R package LexisNexisTools (DOCX of Nexis Uni) and tm.plugin.lexisnexis (Lexis Advance)",
    re.compile(_ENDS, re.I),
    _ended,
    read_ended,
)


def _one(lines: Sequence[Line]) -> list[int]:
    """Take a file for one article without a seam: it has labels of the head and of the foot."""
    head = sum(read_label(line, _HEAD_PATTERN, _HEAD) is not None for line in lines)
    foot = sum(line.apart and _TAIL_PATTERN.match(fold(line.text)) is not None for line in lines)
    return [0] if head > 1 and foot > 1 else []


SINGLE = Form(
    "Nexis, one article",
    COUNTED.described,
    re.compile(r"^\W*(?:load-date|date-chargement|publication-type|pub-type|type-publication|update)\s?:", re.I | re.M),
    _one,
    read_single,
)
