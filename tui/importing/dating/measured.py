"""How often the day of each provenance was right on pages whose days are known: 310 of htmldate's evaluation.

Measured with `tests/benchmarks/bench_page_days.py` over both halves; provenances of fewer than ten are left out.
"""

from __future__ import annotations

from types import MappingProxyType

from tui.dossier.article import Provenance

MEASURED = MappingProxyType(
    {
        Provenance.STRUCTURED: (160, 168),
        Provenance.PAGE_METADATA: (59, 65),
        Provenance.BYLINE: (37, 39),
        Provenance.TEXT: (23, 29),
    }
)
"""Right days and all days that were read there, doubtful ones among them."""
