"""Articles of a dossier held against one another: two of them, or the copies of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.base.progress import Stop, never
from tui.comparison import Side, compare
from tui.comparison.pair import Pair, Printings, Told, by_day, wire_of
from tui.dossier.credit import told_by
from tui.dossier.language import guess_language
from tui.errors import Cancelled

if TYPE_CHECKING:
    from tui.core.services import Services


def compared(services: Services, one: int, other: int) -> Pair:
    """Compare two articles by their numbers; raises `ArticleNotFound` where one is gone."""
    here, there = _told(services, one), _told(services, other)
    return Pair(here, there, compare(_side(services, here), _side(services, there)))


def printings(services: Services, number: int, stop: Stop = never) -> Printings:
    """Compare the copies of an article's text with the wire; without copies it has no pairs.

    Raises `ArticleNotFound` where one is gone, and `Cancelled` soon after `stop` returns true.
    """
    others = services.duplicates.groups().others(number)
    printed = [_told(services, each) for each in (number, *others)]
    wire, first = wire_of(printed)
    side, pairs = _side(services, wire), []
    for told in sorted(printed, key=by_day):
        if stop():
            raise Cancelled
        if told is not wire:
            pairs.append(Pair(wire, told, compare(side, _side(services, told))))
    return Printings(wire, first, tuple(pairs))


def _told(services: Services, number: int) -> Told:
    article = services.catalogue.article(number)
    return Told(
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


def _side(services: Services, told: Told) -> Side:
    """Return what is compared of an article; what the rules fail on is compared without its figures or dates."""
    article = services.catalogue.article(told.number)
    timexes = services.mentions.dates(told.number, article)
    figures = services.figures.figures(told.number, article)
    return Side(told.text, told.language, figures, timexes)
