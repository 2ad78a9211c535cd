"""The concordance of a query: its matches in their contexts, and the words of the articles that have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.base.progress import Stop, never
from tui.concordance import ContextLine, lines_of
from tui.core.view import View
from tui.errors import ArticleNotFound, Cancelled
from tui.search.analysis import words

if TYPE_CHECKING:
    from tui.core.explorer import Explorer


@dataclass(frozen=True, slots=True)
class Concordance:
    """The matches of a query."""

    lines: tuple[ContextLine, ...]
    """In the order of the hits."""
    words: Counter[str]
    """How often each folded word stands in the articles that were found."""
    lengths: dict[str, int]
    """The characters of each article that has a match, by its id."""


def concordance(explorer: Explorer, view: View, width: int = 5, stop: Stop = never) -> Concordance:
    """Return the matches of a view in their contexts, `width` words on each side; an article that is gone is left out.

    Raises `Cancelled` soon after `stop` returns true.
    """
    lines: list[ContextLine] = []
    counted: Counter[str] = Counter()
    lengths: dict[str, int] = {}
    for number in view.hits:
        if stop():
            raise Cancelled
        try:
            reading = explorer.read(number, view=view)
        except ArticleNotFound:
            continue
        article = reading.article
        counted.update(words(article.text))
        published = article.published
        found: Sequence[ContextLine] = list(
            lines_of(
                article.text,
                reading.marks,
                article=article.id,
                day=published.iso if published else "",
                first=published.span.first if published else None,
                source=article.source,
                width=width,
            )
        )
        if found:
            lengths[article.id] = len(article.text)
            lines += found
    return Concordance(tuple(lines), counted, lengths)
