"""References for reference managers: BibTeX, biblatex, RIS and CSL JSON.

Sources: the BibTeX and biblatex manuals (`@article` with `entrysubtype = {newspaper}`), the RIS format specification
(type NEWS), and the schema of CSL JSON 1.0 (`article-newspaper`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from tui.base.printable import printable_json
from tui.citations.reference import Name, Reference

_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "pt": "portuguese",
}
_RETOLD = "Retold: the words are not the newspaper's own."


def as_bibtex(references: Iterable[Reference]) -> str:
    """Write entries for BibTeX: `@article` with year and month, each headline kept in its case."""
    return "\n".join(_entry(reference, list(_bibtex_fields(reference))) for reference in references)


def as_biblatex(references: Iterable[Reference]) -> str:
    """Write entries for biblatex: `@article` of the subtype newspaper, with an ISO date."""
    return "\n".join(_entry(reference, list(_biblatex_fields(reference))) for reference in references)


def as_ris(references: Iterable[Reference]) -> str:
    """Write records of the RIS format, their lines ended by CR LF."""
    lines = (line for reference in references for line in (*_ris_lines(reference), ""))
    return "".join(f"{line}\r\n" for line in lines)


def as_csl(references: Iterable[Reference]) -> str:
    """Write CSL JSON: an array of items."""
    return printable_json([csl_item(reference) for reference in references], indent=2) + "\n"


def csl_item(reference: Reference) -> dict[str, object]:
    """Return a reference as an item of CSL JSON; what is not known is no key."""
    accessed = reference.accessed
    item: dict[str, object] = {
        "id": reference.id,
        "type": "article-newspaper",
        "title": reference.title,
        "container-title": reference.container,
        "author": [_csl_name(name) for name in reference.authors],
        "issued": {"date-parts": [list(reference.date_parts)]} if reference.date_parts else None,
        "section": reference.section,
        "page": reference.page,
        "edition": reference.edition,
        "language": reference.language,
        "URL": reference.address,
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]} if accessed else None,
        "archive_location": reference.archive_number,
        "note": " ".join(_notes(reference)),
    }
    return {key: value for key, value in item.items() if value}


def citation_key(reference: Reference) -> str:
    """Return a key that holds while the dossier does: outlet, year and id, in ASCII letters and digits."""
    outlet = unicodedata.normalize("NFKD", reference.container).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", outlet.lower())
    year = str(reference.date_parts[0]) if reference.date_parts else "nd"
    return "-".join(("".join(words)[:20] or "article", year, reference.id))


def _csl_name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _notes(reference: Reference) -> Iterator[str]:
    if reference.retold:
        yield _RETOLD
    for note in reference.notes:
        yield f"{note[:1].upper()}{note[1:]}."


def _entry(reference: Reference, fields: list[tuple[str, str]]) -> str:
    lines = "".join(f"  {name} = {value},\n" for name, value in fields if value not in ("{}", "{{}}"))
    return f"@article{{{citation_key(reference)},\n{lines}}}\n"


def _shared_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    authors = " and ".join(_tex_name(name) for name in reference.authors)
    yield "author", f"{{{authors}}}"
    yield "title", f"{{{{{_escaped(reference.title)}}}}}"
    yield "pages", f"{{{_escaped(reference.page)}}}"


def _bibtex_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield from _shared_fields(reference)
    yield "journal", f"{{{_escaped(reference.container)}}}"
    year, month, day = (*reference.date_parts, 0, 0, 0)[:3]
    yield "year", f"{{{year or ''}}}"
    if month:
        yield "month", f'{_MONTHS[month - 1]} # "~{day}"' if day else _MONTHS[month - 1]
    yield "url", f"{{{_url(reference.address)}}}"
    yield "language", f"{{{_LANGUAGES.get(reference.language, reference.language)}}}"
    yield "note", f"{{{_escaped(' '.join((*_tex_extras(reference), *_notes(reference))))}}}"


def _tex_extras(reference: Reference) -> Iterator[str]:
    """Return what BibTeX has no field for."""
    if reference.edition:
        yield f"{reference.edition} edition."
    if reference.section:
        yield f"Section {reference.section}."
    if reference.archive_number:
        yield f"Archive number {reference.archive_number}."


def _biblatex_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "entrysubtype", "{newspaper}"
    yield from _shared_fields(reference)
    yield "journaltitle", f"{{{_escaped(reference.container)}}}"
    yield "date", f"{{{reference.published.iso if reference.published else ''}}}"
    yield "url", f"{{{_url(reference.address)}}}"
    yield "urldate", f"{{{reference.accessed.isoformat() if reference.accessed and reference.address else ''}}}"
    yield "langid", f"{{{_LANGUAGES.get(reference.language, '')}}}"
    yield "note", f"{{{_escaped(' '.join((*_tex_extras(reference), *_notes(reference))))}}}"


def _tex_name(name: Name) -> str:
    """Write a name that BibTeX cannot misread: a body's name stands in braces of its own."""
    return _escaped(name.inverted) if name.given else f"{{{_escaped(name.family)}}}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), text)


def _url(address: str) -> str:
    """Return an address that stays one argument in TeX."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")


def _ris_lines(reference: Reference) -> Iterator[str]:
    fields: list[tuple[str, str]] = [("TY", "NEWS"), ("ID", reference.id)]
    fields += [("AU", name.inverted) for name in reference.authors]
    fields += [("TI", reference.title), ("T2", reference.container)]
    if reference.date_parts:
        year, *rest = reference.date_parts
        fields += [("PY", f"{year:04}"), ("DA", "/".join([f"{year:04}", *(f"{part:02}" for part in rest)]))]
    fields += [("SE", reference.section), ("SP", reference.page), ("ET", reference.edition), ("LA", reference.language)]
    fields += [("AN", reference.archive_number), ("UR", reference.address)]
    if reference.accessed:
        fields.append(("Y2", f"{reference.accessed:%Y/%m/%d}"))
    fields += [("N1", note) for note in _notes(reference)]
    yield from (f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value)
    yield "ER  - "
