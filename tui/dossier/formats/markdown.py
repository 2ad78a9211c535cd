"""Markdown, with front matter or without."""

from __future__ import annotations

from collections.abc import Iterator

from tui.dossier.article import Provenance
from tui.dossier.decoding import decode
from tui.dossier.draft import Draft, RawFile
from tui.dossier.front_matter import split_front_matter
from tui.dossier.markdown_blocks import Block, read_markdown
from tui.dossier.metadata import Metadata, understand
from tui.dossier.written_date import fold
from tui.printable import printable


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the one article of a Markdown file."""
    text, note = decode(file.content)
    front = split_front_matter(printable(text))
    metadata = understand(front.fields, Provenance.FRONT_MATTER)
    marked = read_markdown(front.body)
    notes = tuple(one for one in (note, front.note, *metadata.notes) if one)
    yield _described(metadata, marked.blocks, marked.left_out, notes)


def _described(metadata: Metadata, blocks: list[Block], left_out: list[str], notes: tuple[str, ...]) -> Draft:
    """Return the draft of a text whose front matter says what it is."""
    title = metadata.title
    if blocks and blocks[0].level and (not title or fold(blocks[0].text) == fold(title)):
        if title:
            left_out = [blocks[0].text, *left_out]
        title = title or blocks[0].text
        blocks = blocks[1:]
    return Draft(
        paragraphs=tuple(block.text for block in blocks),
        title=title,
        dates=metadata.dates,
        source=metadata.source,
        author=metadata.author,
        language=metadata.language,
        tags=metadata.tags,
        retold=metadata.retold,
        left_out=tuple(left_out),
        notes=notes,
    )
