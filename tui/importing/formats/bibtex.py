"""BibTeX: lists of references as LaTeX reads them, and many databases write them."""

from __future__ import annotations

from collections.abc import Iterator

from tui.base.printable import printable
from tui.importing.decoding import decode
from tui.importing.parsed import Draft, RawFile
from tui.importing.references.bibtex import bibtex_drafts
from tui.importing.references.entry import entries


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the entries of a list."""
    text, note = decode(file.content)
    if note:
        yield Draft(notes=(note,))
    yield from entries(bibtex_drafts(printable(text)), "references")
