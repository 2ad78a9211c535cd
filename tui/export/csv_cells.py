"""Tables for spreadsheets, in which no cell is ever run as a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

_RUN = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that spreadsheets run (OWASP, "CSV Injection")."""


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a table with a heading, as RFC 4180 has it: lines end in CR LF, None is an empty cell.

    A cell that a spreadsheet would run as a formula begins with an apostrophe instead.
    """
    import csv

    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(columns)
    for row in rows:
        table.writerow(["" if cell is None else _harmless(str(cell)) for cell in row])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RUN) else cell
