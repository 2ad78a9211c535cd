"""The rows of a list as they leave the program: each article with its best passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.base.printable import printable_line
from tui.base.progress import Stop, never
from tui.core.view import View
from tui.errors import ArticleNotFound, Cancelled
from tui.importing.clippings.headline import ELLIPSIS, first_words

if TYPE_CHECKING:
    from tui.core.archive import Archive
    from tui.dossier.serialization import Head
    from tui.export.articles import Exported

_AT_ONCE = 200
"""Rows that are asked for at once; each may need its text read for its passage."""


def exported(
    explorer: Archive, view: View, stop: Stop = never, report: Callable[[int], object] = id
) -> Iterator[Exported]:
    """Yield what a view lists, in its order; `report` is told how many articles were fetched so far.

    Raises `Cancelled` soon after `stop` answers yes.
    """
    from tui.export.articles import Exported

    for first in range(0, len(view.listed), _AT_ONCE):
        if stop():
            raise Cancelled
        last = min(first + _AT_ONCE, len(view.listed))
        rows = explorer.rows(view, first, last)
        heads = {head.number: head for head in explorer.heads([row.number for row in rows])}
        report(last)
        for row in rows:
            if row.number in heads:  # another program may have dropped it just now
                passages = (row.snippet.text,) if row.snippet else ()
                yield Exported(whole_titled(explorer, heads[row.number]), passages, row.score or None)


def whole_titled(explorer: Archive, head: Head) -> Head:
    """Return an article with a title that other programs may keep.

    A title that was made of the first words of its text, and cut for a list, is their whole sentence here.
    """
    if not head.title_made or not head.title.endswith(ELLIPSIS):
        return head
    with suppress(ArticleNotFound):  # another program may have dropped it just now
        words = printable_line(first_words(explorer.article(head.number).text))
        if words.startswith(head.title.removesuffix(ELLIPSIS)):
            return replace(head, title=words)
    return head
