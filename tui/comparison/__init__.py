"""Two articles side by side: which sentences answer each other, and what only one of the two says; pure."""

from __future__ import annotations

from tui.comparison.alignment import Correspondence, Row, align
from tui.comparison.comparison import Comparison, Side, compare
from tui.comparison.difference import Difference
from tui.comparison.facts import Fact, FactKind

__all__ = ["Comparison", "Correspondence", "Difference", "Fact", "FactKind", "Row", "Side", "align", "compare"]
