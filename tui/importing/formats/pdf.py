"""PDF: the text layer of a document, page by page. Scanned pages are detected, not read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from time import monotonic
from typing import TYPE_CHECKING

from tui.dossier.article import Provenance, PublishedDate
from tui.errors import FileProblem
from tui.importing.clippings.clipping import clip
from tui.importing.clippings.outlet import outlet_of
from tui.importing.dating.written_date import read_date
from tui.importing.documents.properties import (
    made_and_changed,
    read_xmp,
    real_author,
    real_title,
    stamped_day,
    title_between,
)
from tui.importing.limits import (
    PDF_OPERATORS,
    PDF_PAGE_SECONDS,
    PDF_PAGES,
    PDF_SEARCHED,
    PDF_SEARCHES,
    PDF_SECONDS,
    PDF_STREAM_PARTS,
    TEXT_CHARACTERS,
)
from tui.importing.parsed import HEARTBEAT, Draft, RawFile
from tui.importing.parser_errors import translated_errors
from tui.importing.pdf.headers_footers import HeadersAndFooters, take_headers_and_footers
from tui.importing.pdf.lines import LineBuilder, Matrix, PrintedLine
from tui.importing.pdf.paragraphs import Paragraph, body_size, lines_of, paragraphs_of_pages
from tui.importing.press.detector import press_articles, with_suspicion
from tui.importing.press.line import Line
from tui.importing.press.prints import printed_lines
from tui.importing.registry import needs

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_LARGER = 1.15
"""How many times larger a heading is than the text."""

_UNREADABLE = 0.3
"""The share of unmapped letters above which the account warns."""


def read(file: RawFile) -> Iterator[Draft]:
    """Yield heartbeats, then the article of a PDF file, or those of a download."""
    document = _open(file.content)
    count = len(document.pages)
    pages: list[list[PrintedLine]] = []
    work = _PageReader()
    for number in range(min(count, PDF_PAGES)):
        pages.append(work.read_page(document.reader, number))
        if work.over():
            break
        yield HEARTBEAT
    yield from _drafts(file, document, pages, work.notes(count, pages))


@dataclass(frozen=True, slots=True)
class _Document:
    """An open file."""

    reader: PdfReader
    pages: range
    properties: dict[str, str]
    """By their names in the file: `/Title`; plus `published` and `source` if its publisher states them."""


def _open(content: bytes) -> _Document:
    """Open a file, with the empty password if it is encrypted; raises `FileProblem`."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it reports every oddity on the terminal
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    if b"%PDF-" not in content[:1024]:
        raise FileProblem("not a PDF file, whatever its name says")
    try:
        with translated_errors("PDF", PyPdfError):
            searches = min(PDF_SEARCHES, PDF_SEARCHED // len(content))
            reader = PdfReader(BytesIO(content), root_object_recovery_limit=searches)
            if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
                raise FileProblem("it is locked with a password: save a copy without one")
            count = len(reader.pages)
    except DependencyError as error:
        raise FileProblem(needs("cryptography", "it is encrypted; reading it")) from error
    return _Document(reader, range(count), _properties(reader))


def _properties(reader: PdfReader) -> dict[str, str]:
    """Return the properties of a file: the old form, completed by XMP; damage is ignored."""
    from pypdf.errors import PyPdfError

    properties: dict[str, str] = {}
    with suppress(FileProblem), translated_errors("PDF", PyPdfError):
        for name, value in (reader.metadata or {}).items():
            properties[str(name)] = str(value.get_object())
    with suppress(FileProblem), translated_errors("PDF", PyPdfError):
        described = reader.root_object.get("/Metadata")
        if described is not None:
            written = {name: value for name, value in properties.items() if value}
            properties = read_xmp(described.get_object().get_data()) | written
    return properties


class _PageReader:
    """Reads pages within limits that hold for all of them together."""

    def __init__(self) -> None:
        self._operators = PDF_OPERATORS
        self._end = monotonic() + PDF_SECONDS
        self._characters = TEXT_CHARACTERS
        self._broken = 0
        self._silent = 0
        """Readable pages without text."""

    def read_page(self, reader: PdfReader, number: int) -> list[PrintedLine]:
        """Return the lines of a page; of a damaged one, which is counted, those before the damage."""
        from pypdf import Configuration, apply_configuration
        from pypdf.errors import DependencyError, PyPdfError

        builder, broken = LineBuilder(), False
        limits = Configuration(stream_parsing_work_maximum_count=PDF_STREAM_PARTS, jbig2dec_binary=None)
        try:
            with translated_errors("PDF", PyPdfError, DependencyError), apply_configuration(limits):
                self._extract(reader.pages[number], builder)
        except FileProblem:
            broken = True
            self._broken += not self.over()
        builder.end_line()
        self._silent += not builder.lines and not broken
        self._characters -= sum(len(line.text) for line in builder.lines)
        return builder.lines

    def _extract(self, page: PageObject, builder: LineBuilder) -> None:
        end = min(self._end, monotonic() + PDF_PAGE_SECONDS)

        def count(operator: object, operands: object, outer: object, inner: object) -> None:  # noqa: ARG001
            self._operators -= 1
            if self._operators < 0 or monotonic() > end:
                raise FileProblem("too much work")

        def take(text: str, outer: Matrix, inner: Matrix, font: object, size: float) -> None:  # noqa: ARG001
            builder.add(text, outer, inner, size)

        page.extract_text(visitor_operand_before=count, visitor_text=take)

    def over(self) -> bool:
        """Say whether a limit is reached."""
        return self._operators < 0 or self._characters < 0 or monotonic() > self._end

    def notes(self, count: int, pages: list[list[PrintedLine]]) -> list[str]:
        """Return the notes on these pages out of `count`."""
        possible = [
            (len(pages) < count, f"only {len(pages):,} of its {count:,} pages were read"),
            (len(pages) == count and self.over(), "its last page was not read to the end: there is too much on it"),
            (self._broken, f"{self._broken:,} of its {count:,} pages could not be read"),
            (0 < self._silent < len(pages), f"{self._silent:,} of its {count:,} pages have no text"),
        ]
        return [note for said, note in possible if said]


def _drafts(file: RawFile, document: _Document, pages: list[list[PrintedLine]], notes: list[str]) -> Iterator[Draft]:
    """Yield the article of the pages, or those of a download; raises `FileProblem` if they have no text."""
    letters = "".join(line.text for page in pages for line in page)
    if not letters.strip():
        raise FileProblem("; ".join(notes) or "it has pictures of pages but no text: run it through OCR")
    if _unreadable(letters) > len(letters) * _UNREADABLE:
        notes.append("its fonts do not map to characters: much of it cannot be read")
    printed, running = printed_lines(pages)
    articles = press_articles(printed)
    if articles:
        first = articles[0]
        yield replace(first, left_out=(*first.left_out, *running), notes=(*notes, *first.notes))
        yield from articles[1:]
        return
    made = stamped_day(document.properties.get("/CreationDate", ""))
    margins = take_headers_and_footers(pages, made.first if made else None)
    body = body_size(pages)
    paragraphs = paragraphs_of_pages(pages)
    lines = [Line(paragraph.text) for paragraph in paragraphs]
    draft = clip(lines_of(paragraphs), _title(file, document, paragraphs, body))
    yield with_suspicion(_with_properties(draft, document, margins, notes), lines)


def _unreadable(letters: str) -> int:
    return sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < " " for letter in letters)


def _title(file: RawFile, document: _Document, paragraphs: list[Paragraph], body: float) -> str:
    """Return the title in the properties, or the largest heading of the first page, or ""."""
    from tui.importing.clippings.headline import is_headline, is_section
    from tui.importing.clippings.outlet import credit_of

    first = [each for each in paragraphs if each.page == paragraphs[0].page]
    headings = [each for each in first if each.size >= body * _LARGER and is_headline(each.text)]
    written = real_title(document.properties.get("/Title", ""), file.path)
    if written:
        return title_between(written, [each.text for each in first[:12]])
    fit = [each for each in headings if not is_section(each.text) and not credit_of(each.text)]
    return max(fit, key=lambda each: each.size).text if fit else ""


def _with_properties(draft: Draft, document: _Document, margins: HeadersAndFooters, notes: list[str]) -> Draft:
    properties = document.properties
    dates = made_and_changed(properties.get("/CreationDate", ""), properties.get("/ModDate", ""))
    printed = (margins.printed,) if margins.printed else ()
    said = read_date(properties.get("published", ""))
    published = (PublishedDate(*said, Provenance.STRUCTURED),) if said else ()
    return replace(
        draft,
        dates=(*published, *draft.dates, *dates, *printed),
        source=draft.source or properties.get("source", "") or outlet_of(margins.address),
        author=draft.author or real_author(properties.get("/Author", "")),
        address=draft.address or margins.address,
        left_out=(*draft.left_out, *margins.lines),
        notes=(*notes, *draft.notes),
    )
