"""Figures: the numbers that articles give, who gives them, and where they agree; pure.

What a figure is loads at once; the rules that find figures load when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.figures.figure import Bound, Direction, Figure, Scope, State

if TYPE_CHECKING:
    from tui.dates.values import Timex

RULES_VERSION = "8"
"""Increment when other figures are found, or what is known of them is another."""

__all__ = ["RULES_VERSION", "Bound", "Direction", "Figure", "Scope", "State", "find_figures"]


def find_figures(text: str, *, language: str, timexes: Sequence[Timex] = (), title: str = "") -> tuple[Figure, ...]:
    """Return the figures of a text in their order; see `tui.figures.finder.find_figures`."""
    from tui.figures.finder import find_figures as find

    return find(text, language=language, timexes=timexes, title=title)
