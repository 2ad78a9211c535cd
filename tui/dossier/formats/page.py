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
    draft = read_page(text, file.address).draft
    yield replace(draft, notes=tuple(filter(None, (note, *draft.notes))))
