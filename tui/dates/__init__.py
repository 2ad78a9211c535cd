"""Dates that texts name: found, resolved and given a value; pure.

What a date means loads at once; the rules that find dates load when they are first asked for.
"""

from __future__ import annotations

from tui.base.days import Span
from tui.dates.explain import explain
from tui.dates.values import Basis, Mod, Timex, TimexType, span_of

__all__ = ["RULES_VERSION", "Basis", "Mod", "Timex", "TimexType", "explain", "find_dates", "span_of"]

RULES_VERSION = "11"
"""Raise this when the same text would give other dates, so that every text is scanned again."""


def find_dates(text: str, *, language: str, published: Span | None) -> tuple[Timex, ...]:
    """Return the temporal expressions of a text in their order; see `tui.dates.resolver.find_dates`."""
    from tui.dates.resolver import find_dates as find

    return find(text, language=language, published=published)
