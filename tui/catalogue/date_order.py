"""Ambiguous numeric dates, resolved by the other articles of their source.

An outlet writes its dates in one order. If its other articles show which, an ambiguous date is read in that order; if
they show both orders or none, the date stays the year, with both days as candidates. A resolved date becomes ambiguous
again when those articles go. All of it follows from what the catalogue holds, so that an unchanged folder changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from tui.base.days import Precision
from tui.dossier.article import Article
from tui.importing.dating.address_and_name import one_of
from tui.importing.dating.day_order import OPEN, Order
from tui.importing.dating.publication import chosen
from tui.locale import N_

_ORDERS = (Order.DAY_FIRST, Order.MONTH_FIRST)


def order_of(shown: Iterator[str]) -> Order | None:
    """Return the order that the dates of a source show; None if they show none or both."""
    orders = {Order(one) for one in shown if one in _ORDERS}
    return next(iter(orders)) if len(orders) == 1 else None


def resolved(article: Article, order: Order | None) -> Article:
    """Return an article with its ambiguous date resolved by `order`; as it was read if there is no order.

    An article without an ambiguous date is returned unchanged.
    """
    meant, _space, written = article.day_order.partition(" ")
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
    doubt = article.doubt or N_("its numeric date may be {dates}: nothing of its source decides").format(dates=named)
    found = chosen((year, *readings.values(), *rest), doubt)
    if order is None or not found.doubt:  # evidence of its own, such as its address, decides before its source
        return replace(article, published=found.date, candidates=found.candidates, doubt=found.doubt)
    other = next(one for each, one in readings.items() if each is not order)
    found = chosen((readings[order], *rest))
    return replace(article, published=found.date, candidates=(*found.candidates, other), doubt=found.doubt)
