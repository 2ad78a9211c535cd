"""Saved web pages, from browsers, SingleFile, SavePage or web archives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.importing.html.parse import text_of
from tui.importing.html.read_page import read_page
from tui.importing.parsed import Draft, RawFile


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the article of a page."""
    text, note = text_of(file.content, file.charset)
    draft = read_page(text, file.address).draft
    yield replace(draft, notes=tuple(filter(None, (note, *draft.notes))))
