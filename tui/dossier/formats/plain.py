"""Plain text: with front matter, or as it was copied from a page."""

from __future__ import annotations

from collections.abc import Iterator

from tui.dossier.article import Provenance
from tui.dossier.clippings.wrapping import lines_of
from tui.dossier.dating.address import date_of_name
from tui.dossier.decoding import decode_article
from tui.dossier.draft import Draft, RawFile, with_a_word
from tui.dossier.markup.front_matter import split_front_matter
from tui.dossier.metadata import KNOWN, complete, understand
from tui.printable import printable


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the one article of a text file."""
    text, note = decode_article(file.content)
    front = split_front_matter(printable(text), KNOWN)
    metadata = understand(front.fields, Provenance.FRONT_MATTER, witnesses=[date_of_name(file.path)])
    lines = lines_of(front.body)
    from tui.dossier.clippings.clipping import clip, told_with_dates

    draft = told_with_dates(lines, metadata.title, metadata.dates) if metadata.title or metadata.dates else clip(lines)
    yield with_a_word(complete(draft, metadata, (note, front.note)))
