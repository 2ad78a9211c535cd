"""Pandoc's citeproc as an oracle: what it makes of 500 records, against what this program writes.

Skipped where pandoc is not installed; a style also where its CSL file is not. Each difference that remains is explained
in docs/citations.md, under the name that it has here.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from tui.citations import as_text, cite
from tui.citations.exchange import as_biblatex, as_bibtex, as_csl, as_ris, citation_key, csl_item
from tui.citations.reference import Name, Reference
from tui.dossier.article import Provenance, PublishedDate

PANDOC = shutil.which("pandoc")
pytestmark = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")
STYLES = Path("/usr/share/citation-style-language/styles")
COUNT = 500

TITLES = (
    *("The ferry is late", "Who pays for the bridge?", "A storm at sea", "Nothing left!", "Harbour closed: why"),
    *("Le pont de l’Est est fermé", "“No fish left,” says minister", "A & B merge at 50% of the price"),
)
OUTLETS = ("The Harbour Times", "Coast Courier", "Le Phare", "L’Écho du Port", "News of the Lake")
PEOPLE = (
    *(
        Name("Quill", "Ada"),
        Name("Marsh", "Ben"),
        Name("Tarn", "Cleo"),
        Name("Orr", "Dan"),
        Name("van der Berg", "Jan"),
    ),
    *(Name("Ould Ahmed", "Sidi"), Name("Le Goff", "Jean-Paul"), Name("Exemple Presse")),
)


def records() -> list[Reference]:
    """Make records of newspaper articles: dated to the day, the month, the year or not at all."""
    chance = random.Random(11)
    made = []
    for number in range(COUNT):
        day = date(chance.randrange(1990, 2026), chance.randrange(1, 13), chance.randrange(1, 29)).isoformat()
        iso = chance.choice((day, day, day, day[:7], day[:4], ""))
        address = f"https://paper{number % 7}.example/a/{number}" if chance.random() < 0.6 else ""
        made.append(
            Reference(
                f"r{number:03}",
                f"{chance.choice(TITLES)}",
                chance.choice((*OUTLETS, "")) if chance.random() < 0.3 else chance.choice(OUTLETS),
                tuple(chance.sample(PEOPLE, chance.choice((0, 0, 1, 1, 1, 2, 3, 4)))),
                PublishedDate.from_iso(iso, Provenance.FRONT_MATTER) if iso else None,
                section=chance.choice(("", "", "", "Weather", "World")),
                page=chance.choice(("", "", "", "4", "A1-3")),
                edition=chance.choice(("", "", "", "Late")),
                language=chance.choice(("en", "en", "fr")),
                address=address,
                accessed=date(2026, 1, 5) if address and chance.random() < 0.4 else None,
            )
        )
    return made


RECORDS = records()


def pandoc(content: str, *options: str) -> str:
    assert PANDOC is not None
    done = subprocess.run([PANDOC, *options], input=content, capture_output=True, text=True, check=True)
    return done.stdout


# The formats: what pandoc reads is what was written.

KEPT = ("title", "container-title", "author", "issued", "page", "URL")
"""What every format has a field for."""


def plain(item: dict[str, object]) -> dict[str, object]:
    """Return what is compared of an item, in one spelling."""
    found: dict[str, object] = {}
    for key in KEPT:
        value = item.get(key)
        if key == "author" and isinstance(value, list):
            value = [_spoken(name) for name in value]
        elif key == "issued" and isinstance(value, dict):
            value = value.get("date-parts")
        elif isinstance(value, str):
            value = re.sub(r"</?span[^>]*>", "", value).replace("–", "-").replace("'", "’")
        if value:
            found[key] = value
    return found


def _spoken(name: dict[str, str]) -> str:
    parts = (name.get("given"), name.get("non-dropping-particle"), name.get("dropping-particle"))
    return " ".join(filter(None, (*parts, name.get("family"), name.get("literal"))))


FORMATS: dict[str, tuple[str, Callable[..., str], Callable[[Reference], str]]] = {
    "bibtex": ("bibtex", as_bibtex, citation_key),
    "biblatex": ("biblatex", as_biblatex, citation_key),
    "ris": ("ris", as_ris, lambda reference: reference.id),
    "csl": ("csljson", as_csl, lambda reference: reference.id),
}


UNREAD = ("the day in BibTeX", "the month and the day in RIS")
"""What pandoc does not read though it is written as the format has it."""


@pytest.mark.parametrize("form", FORMATS)
def test_pandoc_reads_what_was_written(form: str) -> None:
    name, write, key = FORMATS[form]
    if name not in pandoc("", "--list-input-formats").split():
        pytest.skip(f"this pandoc does not read {name}")
    read = {item["id"]: plain(item) for item in json.loads(pandoc(write(RECORDS), "-f", name, "-t", "csljson"))}
    assert len(read) == COUNT
    differences = {}
    for reference in RECORDS:
        wanted, found = plain(csl_item(reference)), read[key(reference)]
        if form == "bibtex" and len(reference.date_parts) == 3:  # month = mar # "~4": pandoc takes the year alone
            wanted["issued"] = [[reference.date_parts[0]]]
        if form == "ris" and reference.date_parts:  # DA  - 1991/08/: pandoc takes the year of PY alone
            wanted["issued"] = [[reference.date_parts[0]]]
        if wanted != found:
            differences[reference.id] = {
                k: (wanted.get(k), found.get(k)) for k in KEPT if wanted.get(k) != found.get(k)
            }
    assert not differences


# The styles: what citeproc writes is what is written here.

ALONE = re.compile(r'\s(?:subsequent-author-substitute|disambiguate-add-[a-z-]+|givenname-disambiguation-rule)="[^"]*"')
"""What of a CSL file is about an entry among others: dashes for an author who has one above, letters behind a year."""
FILES = {
    "chicago": "chicago-fullnote-bibliography.csl",
    "chicago-author": "chicago-author-date.csl",
    "apa": "apa.csl",
    "mla": "modern-language-association.csl",
    "iso690": "iso690-numeric-en.csl",
    "iso690-fr": "iso690-numeric-fr.csl",
}


@cache
def citeproc(style: str, folder: Path) -> dict[str, str]:
    """Return what citeproc makes of each record, without markup, as if it stood alone."""
    file, items = folder / FILES[style], folder / "items.json"
    file.write_text(ALONE.sub("", (STYLES / FILES[style]).read_text(encoding="utf-8")), encoding="utf-8")
    items.write_text(as_csl(RECORDS), encoding="utf-8")
    options = ["--citeproc", "--wrap=none", "--csl", str(file), "--bibliography", str(items)]
    if style == "chicago":  # a note for each record, as a manuscript has it
        written = pandoc("\n\n".join(f"x[@{each.id}]" for each in RECORDS), "-f", "markdown", "-t", "html", *options)
        notes = re.findall(r'<li id="fn\d+"[^>]*>\s*<p>(.*?)<a href="#fnref', written, re.DOTALL)
        return {each.id: bare(note) for each, note in zip(RECORDS, notes, strict=True)}
    written = pandoc("---\nnocite: '@*'\n---\n", "-f", "markdown", "-t", "html", *options)
    entries = re.findall(r'<div id="ref-(r\d+)"[^>]*>(.*?)</div>\s*(?=<div id="ref-|</div>)', written, re.DOTALL)
    return {ident: bare(entry) for ident, entry in entries}


def bare(html: str) -> str:
    """Return HTML as text."""
    parted = re.sub(r"</?div[^>]*>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", parted)).split())


def shown(style: str, folder: Path) -> dict[str, tuple[str, str]]:
    """Return what is written here of each record, and what citeproc writes."""
    theirs = citeproc(style, folder)
    assert len(theirs) == COUNT
    return {each.id: (as_text(cite(each, style)), theirs[each.id]) for each in RECORDS}


EXPLAINED: dict[str, tuple[tuple[str, str, str], ...]] = {
    "": (
        ("spaces that do not break", "[\u00a0\u202f]", " "),
        ("hyphens and apostrophes", "[–‑]", "-"),
        ("hyphens and apostrophes", "'", "’"),
    ),
    "chicago": (("an article without an outlet", r"^[“”]|[,.]?”", ""),),
    "chicago-author": (
        ("a year that stands in front already", r"(?<!\d),(”?) \d{4}(?=[.,])", r"\1"),
        ("a year that stands in front already", r"[.,]?”[.,]?", "”"),
        ("a year that stands in front already", r"” \d{4}(?:[.,](?= [a-z])|\.$)", "”"),
        ("particles of a name", "van der berg, jan", "berg, jan van der"),
    ),
    "mla": (
        ("the scheme of an address", "https?://", ""),
        ("the word for an edition", r" ed\.(?=,|$)", ""),
        ("an article without an outlet", r"[“”‘’]|,(?= says)|\.$", ""),
    ),
    "iso690": (
        ("the number in the list", r"^\d+\. ", ""),
        ("where the medium stands", r"\.? (?:\[online\]|online)\.", "."),
        ("where the day of access stands", r"[.,]? \[accessed (.*?)\]\.", r". seen \1."),
        ("before the page", r", p\. ", ". p. "),
        ("an undated article", r" \[no date\]\.?", ""),
        ("a full stop behind a question mark", r"\?\.", "?"),
    ),
    "iso690-fr": (
        ("the number in the list", r"^\d+\. ", ""),
        ("where the medium stands", r"\.? \[en ligne\]\.", "."),
        ("where the day of access stands", r"[.,]? \[consulté le (.*?)\]\.", r". seen \1."),
        ("before the page", r"[,.] pp?\. ", ". p. "),
        ("an undated article", r" \[sans date\]\.?", ""),
        ("before the colon", r" :", ":"),
        ("a full stop behind a question mark", r"\?\.", "?"),
        ("the first of a month", r"\b1er ", "1 "),
        ("quotation marks in a title", r"[“”]|« | »|»", ""),
    ),
}
"""For each style, and for all of them, the differences that docs/citations.md explains, each with what levels it."""


def compared(style: str, citation: str) -> str:
    """Return a citation without what is explained; headlines are compared whatever their capitals are."""
    citation = citation.casefold()
    for _, pattern, levelled in (*EXPLAINED[""], *EXPLAINED.get(style, ())):
        citation = re.sub(pattern, levelled, citation)
    return " ".join(citation.split())


@pytest.mark.parametrize("style", FILES)
def test_a_citation_is_that_of_citeproc_but_for_what_is_explained(style: str, tmp_path: Path) -> None:
    if not (STYLES / FILES[style]).is_file():
        pytest.skip(f"{FILES[style]} is not installed")
    both = {ident: [compared(style, each) for each in pair] for ident, pair in shown(style, tmp_path).items()}
    assert {ident: pair for ident, pair in both.items() if pair[0] != pair[1]} == {}


def test_each_difference_is_explained() -> None:
    told = (Path(__file__).parents[2] / "docs" / "citations.md").read_text(encoding="utf-8")
    names = {name for levels in EXPLAINED.values() for name, *_ in levels} | set(UNREAD)
    assert [name for name in sorted(names) if name not in told] == []
