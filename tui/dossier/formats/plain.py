"""Plain text, with front matter or as it was copied from a page."""

from __future__ import annotations

from collections.abc import Iterator

from tui.dossier.article import Provenance
from tui.dossier.decoding import decode
from tui.dossier.draft import Draft, RawFile
from tui.dossier.front_matter import split_front_matter
from tui.dossier.metadata import understand
from tui.printable import printable


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the one article of a text file."""
    text, note = decode(file.content)
    front = split_front_matter(printable(text))
    metadata = understand(front.fields, Provenance.FRONT_MATTER)
    notes = tuple(one for one in (note, front.note, *metadata.notes) if one)
    yield Draft(paragraphs=tuple(front.body.splitlines()), title=metadata.title, dates=metadata.dates, notes=notes)
