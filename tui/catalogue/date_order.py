"""Dates in figures that an article alone leaves open, settled by the other articles of its source.

An outlet writes its dates in one order. Where others of its articles show it, an open date is read in it; where they
show both orders or none, it stays the year, with both days beside it. A settled date goes back to that when those
articles go. All is worked out from what the catalogue holds, so that an unchanged folder changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tui.base.days import Precision
from tui.dossier.article import Article
from tui.importing.dating.address_and_name import one_of
from tui.importing.dating.day_order import OPEN, Order
from tui.importing.dating.publication import chosen

_ORDERS = (Order.DAY_FIRST, Order.MONTH_FIRST)


def order_of(shown: Iterator[str]) -> Order | None:
    """Return the one order that dates of a source show, None where they show none or several."""
    orders = {Order(one) for one in shown if one in _ORDERS}
    return next(iter(orders)) if len(orders) == 1 else None


def settled(article: Article, order: Order | None) -> Article:
    """Return an article whose date is open as the order of its source has it; as it was read where there is none.

    Articles whose date no figures left open come back as they are.
    """
    meant, _, written = article.day_order.partition(" ")
    if meant != OPEN or article.published is None:
        return article
    day = date.fromisoformat(written)
    days = {Order.DAY_FIRST: day, Order.MONTH_FIRST: date(day.year, day.day, day.month)}
    offered = (article.published, *article.candidates)
    pair = [one for one in offered if one.precision is Precision.DAY and one.span.first in days.values()]
    provenance = pair[0].provenance if pair else article.published.provenance
    year, *either = one_of(tuple(days.values()), provenance)
    readings = dict(zip(days, either, strict=True))
    rest = tuple(one for one in offered if one not in (year, *readings.values()))
    named = " or ".join(meaning.isoformat() for meaning in days.values())
    doubt = article.doubt or f"its numeric date may be {named}: nothing of its source decides"
    found = chosen((year, *readings.values(), *rest), doubt)
    if order is None or not found.doubt:  # a witness of its own, such as its address, decides before its source
        return replace(article, published=found.date, candidates=found.candidates, doubt=found.doubt)
    other = next(one for each, one in readings.items() if each is not order)
    found = chosen((readings[order], *rest))
    return replace(article, published=found.date, candidates=(*found.candidates, other), doubt=found.doubt)
