"""Saved web pages, from browsers, SingleFile, SavePage or web archives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tui.importing.html.live_blog import pieces_of_page, with_posts
from tui.importing.html.parse import text_of
from tui.importing.html.read_page import read_page
from tui.importing.parsed import Draft, RawFile
from tui.importing.press.detector import SEVERAL
from tui.importing.press.pages import articles_of
from tui.importing.press.pressreader import is_pressreader, with_outlet
from tui.importing.records.exports import LIST_OF_LINKS

_LINKS = re.compile(r"<!DOCTYPE NETSCAPE-Bookmark-file|<title>\s*(?:Pocket|Instapaper:?) Export\s*</title>", re.I)
_LOOKED_AT = 1000


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the article of a page, or those of a press database's download."""
    text, note = text_of(file.content, file.charset)
    if _LINKS.search(text[:_LOOKED_AT]):
        yield Draft(notes=(LIST_OF_LINKS,))
        return
    if is_pressreader(text):
        draft = with_outlet(read_page(text, file.address).draft, text)
        yield replace(draft, notes=tuple(filter(None, (note, *draft.notes))))
        return
    articles = articles_of(text)
    if articles:
        yield replace(articles[0], notes=tuple(filter(None, (note, *articles[0].notes))))
        yield from articles[1:]
        return
    pieces, sure = pieces_of_page(text)
    if sure:
        for piece in pieces:
            yield replace(read_page(piece, file.address).draft, dated_by_name=False)
        return
    draft = with_posts(read_page(text, file.address).draft, text)
    word = SEVERAL if pieces else ""
    yield replace(draft, notes=tuple(filter(None, (note, *draft.notes, word))), doubt=draft.doubt or word)
