"""How verbs print: one JSON object a line, or aligned columns, in colour where a terminal reads them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence

from tui.printable import printable, printable_line


class Printer:
    """Prints to standard output; article text never reaches it with control characters."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json
        self.coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        # A script's locale may know few characters: an escape in their place is better than an error.
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")

    def line(self, text: str = "") -> None:
        """Print text that may have several lines."""
        sys.stdout.write(printable(text) + "\n")

    def tell(self, sentence: str) -> None:
        """Say something to the person, on standard error, where scripts do not read it."""
        sys.stderr.write(f"mali-tui: {printable_line(sentence)}\n")

    def record(self, record: Mapping[str, object]) -> None:
        """Print one JSON object on one line."""
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print aligned columns under their heads; on a terminal the last column gives way where it is narrow."""
        clean = [[printable_line(cell) for cell in row] for row in rows]
        if sys.stdout.isatty():
            self._rich_table(heads, clean)
            return
        widths = [max(len(cell) for cell in column) for column in zip(heads, *clean, strict=True)]
        for row in (list(heads), *clean):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            sys.stdout.write("  ".join(cells).rstrip() + "\n")

    def _rich_table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
        styles = ("cyan", "yellow", "bold", "", "dim", "dim")
        for place, head in enumerate(heads):
            style = styles[place] if self.coloured and place < len(styles) else ""
            table.add_column(head, style=style, no_wrap=place < 2, overflow="fold")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        Console(no_color=not self.coloured, highlight=False, markup=False).print(table)
