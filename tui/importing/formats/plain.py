"""Plain text: with front matter, or copied from a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.base.printable import printable
from tui.dossier.article import Provenance
from tui.importing.clippings.lines import lines_of
from tui.importing.dating.address_and_name import date_of_name
from tui.importing.decoding import decode_article
from tui.importing.fields_left_out import fields_left_out
from tui.importing.formats import tagged
from tui.importing.formats.tagged import begins_tagged
from tui.importing.markup.front_matter import split_front_matter
from tui.importing.metadata import KNOWN, complete, understand
from tui.importing.parsed import Draft, RawFile, noting_missing_text
from tui.importing.press.detector import press_articles, with_suspicion
from tui.importing.press.line import lines_of_text


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the article of a text file, or those of a press database's download."""
    if begins_tagged(file.content):
        yield from tagged.read(file)
        return
    text, note = decode_article(file.content)
    raw = lines_of_text(printable(text))
    articles = press_articles(raw)
    if articles:
        yield replace(articles[0], notes=tuple(filter(None, (note, *articles[0].notes))))
        yield from articles[1:]
        return
    front = split_front_matter(printable(text), KNOWN)
    metadata = understand(front.fields, Provenance.FRONT_MATTER, witnesses=[date_of_name(file.path)])
    lines = lines_of(front.body)
    from tui.importing.clippings.clipping import clip, draft_with_dates

    draft = draft_with_dates(lines, metadata.title, metadata.dates) if metadata.title or metadata.dates else clip(lines)
    draft = complete(draft, metadata, (note, front.note))
    draft = replace(draft, left_out=(*fields_left_out(front.fields, draft), *draft.left_out))
    yield with_suspicion(noting_missing_text(draft), raw)
