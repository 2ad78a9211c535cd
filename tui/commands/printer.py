"""How commands print: one JSON object a line, or aligned columns, in colour on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.base.printable import printable, printable_json, printable_line
from tui.commands.character_fallbacks import HANDLER, register
from tui.locale import _

if TYPE_CHECKING:
    from tui.search.passage import Passage


GAP = 2
"""Cells between two columns."""

_NARROWEST = 12
"""No column is cut to less, since a few letters say nothing."""


class Cut(StrEnum):
    """Where a text is shortened: a path in the middle, since its end distinguishes it; a title at its end."""

    MIDDLE = "middle"
    END = "end"


def fitted(
    rows: Sequence[Sequence[str]], cuts: Mapping[int, Cut], folded: frozenset[int], room: int
) -> list[list[str]]:
    """Cut the columns in `cuts` so that every row fits `room`, the first of them least.

    The other ones get at most a quarter of what is left; the `folded` columns can wrap, and claim at most a third of
    the room.
    """
    widths = [max(map(_size, column)) for column in zip(*rows, strict=True)]
    claimed = [min(width, room // 3) if place in folded else width for place, width in enumerate(widths)]
    left = room - GAP * (len(widths) - 1) - sum(width for place, width in enumerate(claimed) if place not in cuts)
    first, *others = cuts
    for place in others:
        widths[place] = min(widths[place], max(_NARROWEST, left // 4))
    widths[first] = min(widths[first], max(_NARROWEST, left - sum(widths[place] for place in others)))
    return [
        [cut(text, widths[place], cuts[place]) if place in cuts else text for place, text in enumerate(row)]
        for row in rows
    ]


def cut(text: str, width: int, where: Cut) -> str:
    """Shorten a text that is too wide, with an ellipsis in place of what was cut."""
    if _size(text) <= width:
        return text
    behind = (width - 1) * 2 // 3 if where is Cut.MIDDLE else 0
    return f"{_beginning(text, width - 1 - behind)}…{_beginning(text[::-1], behind)[::-1]}"


def _beginning(text: str, width: int) -> str:
    from rich.cells import get_character_cell_size

    for place, character in enumerate(text):
        width -= get_character_cell_size(character)
        if width < 0:
            return text[:place]
    return text


def _size(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


_STYLES = ("cyan", "yellow", "bold", "", "dim", "dim")
"""The styles of the first columns: id, date, title, source."""

_ROOMY = 110
"""The width in cells from which on all columns are shown."""


def tell(sentence: str) -> None:
    """Say something to the person, on standard error, where scripts do not read it."""
    sys.stderr.write(f"mali-tui: {printable_line(sentence)}\n")


def _reconfigure(**settings: str) -> None:
    """Change how standard output encodes, where it is a stream that can."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**settings)


class Printer:
    """Prints to standard output, never with control characters from article text."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json
        self.printed = False
        """Whether anything was printed to standard output."""
        self.on_terminal = sys.stdout.isatty()
        self.coloured = self.on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self._unicode = (sys.stdout.encoding or "utf-8").lower().replace("-", "").replace("_", "") == "utf8"
        if not self._unicode:
            register()
            _reconfigure(errors=HANDLER)
        else:
            _reconfigure(errors="backslashreplace")  # a lone surrogate cannot be written otherwise

    def line(self, text: str = "") -> None:
        """Print text that may have several lines."""
        self.printed = True
        sys.stdout.write(printable(text) + "\n")

    def document(self, text: str) -> None:
        """Print a text with its line ends unchanged; what goes into a file or a pipe is UTF-8 in every locale."""
        self.printed = True
        if not (self._unicode or self.on_terminal):
            _reconfigure(encoding="utf-8", errors="backslashreplace")
        for line in text.splitlines(keepends=True):
            body = line.rstrip("\r\n")
            sys.stdout.write(printable(body) + line[len(body) :])

    def tell(self, sentence: str) -> None:
        """Say something to the person, on standard error, where scripts do not read it."""
        tell(sentence)

    def record(self, record: Mapping[str, object]) -> None:
        """Print one JSON object on one line: in UTF-8, and in ASCII where the locale has another encoding."""
        self.printed = True
        sys.stdout.write(printable_json(record, ascii_only=not self._unicode) + "\n")

    def table(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        spare: Sequence[str] = (),
        cuts: Mapping[str, Cut] | None = None,
    ) -> None:
        """Print aligned columns under their heads, which are translated here.

        On a terminal the columns fit its width: those whose heads are in `cuts` are cut, the others wrapped; on a
        narrow one those in `spare` are dropped. Elsewhere every row is one line, however long.
        """
        self.printed = True
        clean = [[printable_line(cell) for cell in row] for row in rows]
        if self.on_terminal:
            self._rich_table(heads, clean, spare, cuts or {})
            return
        shown = [_(head) if head else "" for head in heads]
        widths = [max(len(cell) for cell in column) for column in zip(shown, *clean, strict=True)]
        for row in (shown, *clean):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            sys.stdout.write("  ".join(cells).rstrip() + "\n")

    def hit(self, head: Sequence[str], passage: Passage | None) -> None:
        """Print a hit as a line and, below it, its passage with the marks in bold or between « and »."""
        self.printed = True
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
            table.add_column(
                _(heads[place]) if heads[place] else "", style=style, no_wrap=place < 2 or at in places, overflow="fold"
            )
        for row in shown[1:]:
            table.add_row(*map(Text, row))
        console.print(table)
