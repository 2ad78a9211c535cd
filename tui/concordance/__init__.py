"""Words in context: every match on a line of its own (KWIC), what stands beside it, and where it stands; pure."""

from __future__ import annotations

from tui.concordance.collocates import Collocate, collocates
from tui.concordance.dispersion import dispersion_bar
from tui.concordance.lines import ORDERS, ContextLine, lines_of, sampled, sorted_lines

__all__ = [
    "ORDERS", "Collocate", "ContextLine", "collocates", "dispersion_bar", "lines_of", "sampled", "sorted_lines",
]  # fmt: skip
