"""Articles of a dossier held against one another: two of them, or the copies of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.base.progress import Stop, never
from tui.comparison import Side, compare
from tui.comparison.pair import ComparedArticle, Pair, Printings, by_day, wire_of
from tui.dossier.credit import told_by
from tui.dossier.language import guess_language
from tui.errors import Cancelled

if TYPE_CHECKING:
    from tui.copies.listing import Groups
    from tui.dates.values import Timex
    from tui.dossier.article import Article
    from tui.figures.figure import Figure


class Compared(Protocol):
    """The archive whose articles are compared; its methods raise `ArticleNotFound` where one is gone."""

    def article(self, number: int) -> Article:
        """Return an article by its number."""

    def groups(self) -> Groups:
        """Return which articles are copies of which."""

    def dates(self, number: int) -> tuple[Timex, ...]:
        """Return the dates that an article mentions, ascending."""

    def figures(self, number: int) -> tuple[Figure, ...]:
        """Return the figures of an article, ascending."""


def compared(archive: Compared, one: int, other: int) -> Pair:
    """Compare two articles by their numbers; raises `ArticleNotFound` where one is gone."""
    here, there = _told(archive, one), _told(archive, other)
    return Pair(here, there, compare(_side(archive, here), _side(archive, there)))


def printings(archive: Compared, number: int, stop: Stop = never) -> Printings:
    """Compare the copies of an article's text with the wire; without copies it has no pairs.

    Raises `ArticleNotFound` where one is gone, and `Cancelled` soon after `stop` returns true.
    """
    others = archive.groups().others(number)
    printed = [_told(archive, each) for each in (number, *others)]
    wire, first = wire_of(printed)
    side, pairs = _side(archive, wire), []
    for told in sorted(printed, key=by_day):
        if stop():
            raise Cancelled
        if told is not wire:
            pairs.append(Pair(wire, told, compare(side, _side(archive, told))))
    return Printings(wire, first, tuple(pairs))


def _told(archive: Compared, number: int) -> ComparedArticle:
    article = archive.article(number)
    return ComparedArticle(
        number,
        article.id,
        article.title,
        told_by(article.source, article.retold),
        article.source,
        article.published.span if article.published else None,
        article.published.iso if article.published else "",
        article.words,
        article.text,
        article.language or guess_language(article.text) or "",
    )


def _side(archive: Compared, told: ComparedArticle) -> Side:
    """Return what is compared of an article; what the rules fail on is compared without its figures or dates."""
    return Side(told.text, told.language, archive.figures(told.number), archive.dates(told.number))
