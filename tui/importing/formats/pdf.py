"""PDF: the text layer of a document, page by page. Scanned pages are detected, not read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
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
    PDF_PAGE_SECONDS,
    PDF_PAGES,
    PDF_SECONDS,
    TEXT_CHARACTERS,
)
from tui.importing.parsed import Draft, Part, RawFile
from tui.importing.parser_errors import translated_errors
from tui.importing.pdf.headers_footers import HeadersAndFooters, take_headers_and_footers
from tui.importing.pdf.lines import PrintedLine, lines_of_page
from tui.importing.pdf.paragraphs import Paragraph, body_size, lines_of, paragraphs_of_pages
from tui.importing.pdf.words import text_of_page
from tui.importing.pdf.xmp_packets import xmp_packets
from tui.importing.press.detector import press_articles, with_suspicion
from tui.importing.press.line import Line
from tui.importing.press.prints import printed_lines
from tui.locale import N_

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LARGER = 1.15
"""How many times larger a heading is than the text."""

_UNREADABLE = 0.3
"""The share of unmapped letters above which the account warns."""


def read(file: RawFile) -> Iterator[Draft | Part]:
    """Yield the pages whose reading begins, then the article of a PDF file, or those of a download."""
    document = _open(file.content)
    pages: list[list[PrintedLine]] = []
    work = _PageReader()
    try:
        for number in range(min(document.pages, PDF_PAGES)):
            name = f"page {number + 1}"
            yield Part(name)
            pages.append(work.read_page(document.pdfium, number, name in file.avoided))
            if work.over():
                break
    finally:
        document.pdfium.close()
    yield from _drafts(file, document, pages, work.notes(document.pages, pages))


@dataclass(frozen=True, slots=True)
class _Document:
    """An open file."""

    pdfium: PdfDocument
    pages: int
    properties: dict[str, str]
    """By their names in the file: `/Title`; plus `published` and `source` if its publisher states them."""


def _open(content: bytes) -> _Document:
    """Open a file, with the empty password if it is encrypted; raises `FileProblem`."""
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    if b"%PDF-" not in content[:1024]:
        raise FileProblem(N_("not a PDF file, whatever its name says"))
    with translated_errors("PDF"):
        try:
            pdfium = PdfDocument(content)
        except PdfiumError as error:
            if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
                raise FileProblem(N_("it is locked with a password: save a copy without one")) from error
            raise
        return _Document(pdfium, len(pdfium), _properties(pdfium, content))


def _properties(pdfium: PdfDocument, content: bytes) -> dict[str, str]:
    """Return the properties of a file: the old form, completed by XMP; damage is ignored."""
    properties = {f"/{name}": value for name, value in pdfium.get_metadata_dict(skip_empty=True).items()}
    for packet in xmp_packets(content):
        with suppress(FileProblem):
            return read_xmp(packet) | properties
    return properties


class _PageReader:
    """Reads pages within limits that hold for all of them together."""

    def __init__(self) -> None:
        self._end = monotonic() + PDF_SECONDS
        self._characters = TEXT_CHARACTERS
        self._broken = 0
        self._silent = 0
        """Readable pages without text."""

    def read_page(self, pdfium: PdfDocument, number: int, avoided: bool) -> list[PrintedLine]:
        """Return the lines of a page; none of a damaged one or one to be `avoided`, which is counted."""
        lines: list[PrintedLine] = []
        try:
            if avoided:
                raise FileProblem(N_("it ended a process"))
            with translated_errors("PDF"):
                lines = self._lines(pdfium, number)
        except FileProblem:
            self._broken += not self.over()
        else:
            self._silent += not lines
        self._characters -= sum(len(line.text) for line in lines)
        return lines

    def _lines(self, pdfium: PdfDocument, number: int) -> list[PrintedLine]:
        page = pdfium[number]
        try:
            return lines_of_page(text_of_page(page, min(self._end, monotonic() + PDF_PAGE_SECONDS)))
        finally:
            page.close()

    def over(self) -> bool:
        """Say whether a limit is reached."""
        return self._characters < 0 or monotonic() > self._end

    def notes(self, count: int, pages: list[list[PrintedLine]]) -> list[str]:
        """Return the notes on these pages out of `count`."""
        possible = [
            (
                len(pages) < count,
                N_("only {count:,} of its {whole:,} pages were read").format(count=len(pages), whole=count),
            ),
            (len(pages) == count and self.over(), N_("its last page was not read to the end: there is too much on it")),
            (
                self._broken,
                N_("{count:,} of its {whole:,} pages could not be read").format(count=self._broken, whole=count),
            ),
            (
                0 < self._silent < len(pages),
                N_("{count:,} of its {whole:,} pages have no text").format(count=self._silent, whole=count),
            ),
        ]
        return [note for said, note in possible if said]


def _drafts(file: RawFile, document: _Document, pages: list[list[PrintedLine]], notes: list[str]) -> Iterator[Draft]:
    """Yield the article of the pages, or those of a download; raises `FileProblem` if they have no text."""
    letters = "".join(line.text for page in pages for line in page)
    if not letters.strip():
        raise FileProblem("; ".join(notes) or N_("it has pictures of pages but no text: run it through OCR"))
    if _unreadable(letters) > len(letters) * _UNREADABLE:
        notes.append(N_("its fonts do not map to characters: much of it cannot be read"))
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
        dates=(*published, *draft.dates, *margins.dates, *dates, *printed),
        source=draft.source or properties.get("source", "") or margins.outlet or outlet_of(margins.address),
        author=draft.author or real_author(properties.get("/Author", "")),
        address=draft.address or margins.address,
        left_out=(*draft.left_out, *margins.lines),
        notes=(*notes, *draft.notes),
    )
