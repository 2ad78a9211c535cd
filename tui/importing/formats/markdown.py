"""Markdown, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.base.printable import printable
from tui.dossier.article import Provenance
from tui.importing.clippings.lines import Line
from tui.importing.dating.address_and_name import date_of_name
from tui.importing.decoding import decode_article
from tui.importing.fields_left_out import fields_left_out
from tui.importing.markup.clipper_head import clipped_on, split_head
from tui.importing.markup.markdown_blocks import read_markdown
from tui.importing.metadata import KNOWN, complete, understand
from tui.importing.parsed import Draft, RawFile, noting_missing_text


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the article of a Markdown file."""
    text, note = decode_article(file.content)
    front = split_head(printable(text), KNOWN)
    metadata = understand(front.fields, Provenance.FRONT_MATTER, witnesses=[date_of_name(file.path)])
    marked = read_markdown(front.body)
    paragraphs = [block.text for block in marked.blocks]
    title = metadata.title
    if not title and marked.blocks and marked.blocks[0].level:
        title = paragraphs.pop(0)
    lines = [Line(text, apart=True) for text in paragraphs]
    from tui.importing.clippings.clipping import clip, draft_with_dates

    draft = draft_with_dates(lines, title, metadata.dates) if metadata.title or metadata.dates else clip(lines, title)
    draft = replace(draft, left_out=(*draft.left_out, *marked.left_out), captured=clipped_on(front.fields))
    draft = complete(draft, metadata, (note, front.note, marked.note))
    yield noting_missing_text(replace(draft, left_out=(*fields_left_out(front.fields, draft), *draft.left_out)))
