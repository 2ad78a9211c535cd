"""Words in context: every match on a line of its own (KWIC), what stands beside it, and where it stands; pure."""

from __future__ import annotations

from tui.concordance.collocates import Collocate, collocates
from tui.concordance.dispersion import Dispersion, dispersion_bar, dispersions
from tui.concordance.keyness import Keyness, Keyword, WordCounts
from tui.concordance.lines import ContextLine, Document, lines_of, sampled
from tui.concordance.sorting import ORDERS, RankedLines, sorted_lines

__all__ = [
    "ORDERS", "Collocate", "ContextLine", "Dispersion", "Document", "Keyness", "Keyword", "RankedLines", "WordCounts",
    "collocates", "dispersion_bar", "dispersions", "lines_of", "sampled", "sorted_lines",
]  # fmt: skip
