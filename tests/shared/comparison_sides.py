"""Texts as they are compared, with their dates and figures, and pairs of articles."""

from __future__ import annotations

from datetime import date

from tui.base.days import Span
from tui.comparison import Side, compare
from tui.comparison.pair import ComparedArticle, Pair
from tui.dates import find_dates
from tui.figures import find_figures

DAY = date(2021, 3, 5)


def sided(text: str, language: str = "en", day: date = DAY) -> Side:
    """Return a text with what is found in it."""
    dates = find_dates(text, language=language, published=Span(day, day))
    return Side(text, language, find_figures(text, language=language, timexes=dates), dates)


def told(text: str, source: str = "AFP", name: str = "one", day: date | None = DAY) -> ComparedArticle:
    """Return an article as a comparison shows it."""
    span = Span(day, day) if day is not None else None
    written = day.isoformat() if day is not None else ""
    return ComparedArticle(
        len(name), name, f"About {name}", source, source, span, written, len(text.split()), text, "en"
    )


def paired(one: str, other: str, sources: tuple[str, str] = ("AFP", "Lake Post")) -> Pair:
    """Return two articles compared."""
    here, there = told(one, sources[0]), told(other, sources[1], "other")
    return Pair(here, there, compare(sided(one), sided(other)))
