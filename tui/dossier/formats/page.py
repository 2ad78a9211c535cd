"""Saved web pages: as browsers save them, as SingleFile and SavePage do, or as an archive holds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.dossier.draft import Draft, RawFile
from tui.dossier.page.charset import text_of
from tui.dossier.page.reading import read_page


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the one article of a page."""
    text, note = text_of(file.content, file.charset)
    draft = page_draft(text, file.address)
    yield replace(draft, notes=tuple(filter(None, (note, *draft.notes))))


def page_draft(html: str | bytes, address: str = "") -> Draft:
    """Return the article of a page, such as a newsletter's HTML part or a captured response.

    `address` is where the page was taken from, where that is known. A page without an article gives a draft without
    paragraphs. Raises `FileProblem` where the page is too much to be read, or no text.
    """
    if isinstance(html, str):
        return read_page(html, address).draft
    text, note = text_of(html)
    draft = read_page(text, address).draft
    return replace(draft, notes=tuple(filter(None, (note, *draft.notes))))
