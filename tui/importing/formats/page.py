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
from tui.importing.press.pressreader import is_pressreader, of_piece, with_outlet
from tui.importing.records.exports import LIST_OF_LINKS

_LINKS = re.compile(r"<!DOCTYPE NETSCAPE-Bookmark-file|<title>\s*(?:Pocket|Instapaper:?) Export\s*</title>", re.I)
_LOOKED_AT = 1000
_SEVERAL = 2


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the article of a page, or those of a press database's download."""
    text, note = text_of(file.content, file.charset)
    if _LINKS.search(text[:_LOOKED_AT]):
        yield Draft(notes=(LIST_OF_LINKS,))
        return
    reading_room = is_pressreader(text)
    articles = articles_of(text)
    if reading_room and len(articles) < _SEVERAL:
        articles = list(_of_pressreader(text, file.address))
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


def _of_pressreader(html: str, address: str) -> Iterator[Draft]:
    """Yield the article of a page of PressReader, or each where it holds several."""
    pieces, sure = pieces_of_page(html, timed=False)
    if not sure:
        yield with_outlet(read_page(html, address).draft, html)
        return
    for piece in pieces:
        yield of_piece(read_page(piece).draft, html)
