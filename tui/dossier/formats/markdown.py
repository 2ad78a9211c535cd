"""Markdown, with front matter or without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.dossier.address import date_of_name
from tui.dossier.article import Provenance
from tui.dossier.decoding import decode_article
from tui.dossier.draft import Draft, RawFile, told
from tui.dossier.front_matter import split_front_matter
from tui.dossier.markdown_blocks import read_markdown
from tui.dossier.metadata import KNOWN, complete, understand
from tui.dossier.wrapping import Line
from tui.printable import printable


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the one article of a Markdown file."""
    text, note = decode_article(file.content)
    front = split_front_matter(printable(text), KNOWN)
    metadata = understand(front.fields, Provenance.FRONT_MATTER, witnesses=[date_of_name(file.path)])
    marked = read_markdown(front.body)
    paragraphs = [block.text for block in marked.blocks]
    title = metadata.title
    if not title and marked.blocks and marked.blocks[0].level:
        title = paragraphs.pop(0)
    if metadata.title or metadata.dates:
        draft = told(paragraphs, title)
    else:
        from tui.dossier.clipping import clip

        draft = clip([Line(text, apart=True) for text in paragraphs], title)
    draft = replace(draft, left_out=(*draft.left_out, *marked.left_out))
    yield complete(draft, metadata, (note, front.note))
