"""How verbs print: one JSON object a line, or aligned columns, in colour where a terminal reads them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.base.printable import printable, printable_json, printable_line
from tui.commands.columns import Cut, fitted

if TYPE_CHECKING:
    from tui.search.passage import Passage

_STYLES = ("cyan", "yellow", "bold", "", "dim", "dim")
"""The styles of the first columns: id, date, title, source."""

_ROOMY = 110
"""The width in cells from which on no column is left away."""


def tell(sentence: str) -> None:
    """Say something to the person, on standard error, where scripts do not read it."""
    sys.stderr.write(f"mali-tui: {printable_line(sentence)}\n")


class Printer:
    """Prints to standard output; article text never reaches it with control characters."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json
        self.on_terminal = sys.stdout.isatty()
        self.coloured = self.on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        # A script's locale may know few characters: an escape in their place is better than an error.
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")

    def line(self, text: str = "") -> None:
        """Print text that may have several lines."""
        sys.stdout.write(printable(text) + "\n")

    def document(self, text: str) -> None:
        """Print a text whose line ends belong to its format."""
        for line in text.splitlines(keepends=True):
            body = line.rstrip("\r\n")
            sys.stdout.write(printable(body) + line[len(body) :])

    def tell(self, sentence: str) -> None:
        """Say something to the person, on standard error, where scripts do not read it."""
        tell(sentence)

    def record(self, record: Mapping[str, object]) -> None:
        """Print one JSON object on one line."""
        sys.stdout.write(printable_json(record) + "\n")

    def table(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        spare: Sequence[str] = (),
        cuts: Mapping[str, Cut] | None = None,
    ) -> None:
        """Print aligned columns under their heads.

        On a terminal the columns fit its width: those whose heads are in `cuts` are cut, the others wrapped, and where
        even that is narrow the columns whose heads are in `spare` are left away. Elsewhere every row is one line,
        however long.
        """
        clean = [[printable_line(cell) for cell in row] for row in rows]
        if self.on_terminal:
            self._rich_table(heads, clean, spare, cuts or {})
            return
        widths = [max(len(cell) for cell in column) for column in zip(heads, *clean, strict=True)]
        for row in (list(heads), *clean):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            sys.stdout.write("  ".join(cells).rstrip() + "\n")

    def hit(self, head: Sequence[str], passage: Passage | None) -> None:
        """Print a hit as a line and, below it, its passage with the marks in bold or between « and »."""
        from rich.console import Console
        from rich.padding import Padding
        from rich.text import Text

        console = Console(no_color=not self.coloured, highlight=False, markup=False)
        line = Text("  ").join(
            Text(printable_line(text), style if self.coloured else "")
            for text, style in zip(head, _STYLES, strict=False)
            if text
        )
        console.print(line, soft_wrap=False)
        if passage is not None:
            text = Text(f"{'… ' if passage.cut_before else ''}{passage.text}{' …' if passage.cut_after else ''}")
            for start, end in passage.marks:
                shift = 2 if passage.cut_before else 0
                text.stylize("bold underline", start + shift, end + shift)
            console.print(Padding(text, (0, 0, 1, 4)))

    def _rich_table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], spare: Sequence[str], cuts: Mapping[str, Cut]
    ) -> None:
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        console = Console(no_color=not self.coloured, highlight=False, markup=False)
        kept = [place for place, head in enumerate(heads) if console.width >= _ROOMY or head not in spare]
        shown = [[row[place] for place in kept] for row in (heads, *rows)]
        places = {at: cuts[heads[place]] for at, place in enumerate(kept) if heads[place] in cuts}
        if places:
            folded = frozenset(at for at, place in enumerate(kept) if place > 1 and at not in places)
            shown = fitted(shown, places, folded, console.width)
        table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
        for at, place in enumerate(kept):
            style = _STYLES[place] if self.coloured and place < len(_STYLES) else ""
            table.add_column(heads[place], style=style, no_wrap=place < 2 or at in places, overflow="fold")
        for row in shown[1:]:
            table.add_row(*map(Text, row))
        console.print(table)
