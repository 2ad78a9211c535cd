"""Two articles side by side: which sentences answer each other, and what only one of the two says; pure."""

from __future__ import annotations

from tui.comparison.alignment import Kind, Row, align
from tui.comparison.comparison import Comparison, Side, compare
from tui.comparison.difference import Difference
from tui.comparison.facts import Fact, FactKind

__all__ = ["Comparison", "Difference", "Fact", "FactKind", "Kind", "Row", "Side", "align", "compare"]
