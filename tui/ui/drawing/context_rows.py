"""How words in context look: pure functions from a line, a collocate, an article or a key word to a row of cells.

Every row is exactly as wide as was asked for. All matches begin in one column.
"""

from __future__ import annotations

import re
from enum import StrEnum
from textwrap import wrap

from rich.cells import cell_len, set_cell_size

from tui.base.plurals import counted
from tui.base.printable import printable, printable_line
from tui.concordance import Collocate, ContextLine, Dispersion, Document, Keyness, Keyword
from tui.concordance.wording import collocate_sentence, keyword_sentence
from tui.locale import N_, _
from tui.ui.drawing.date_labels import published_label
from tui.ui.drawing.outlets import MARK_CELLS, outlet_letter, outlet_mark, outlet_role
from tui.ui.drawing.spans import drawn
from tui.ui.drawing.styled_runs import cut, filled


class Role(StrEnum):
    """What a piece of a row is; the widget gives each a style."""

    EDGE = "edge"
    DATE = "date"
    SOURCE = "source"
    TEXT = "text"
    MATCH = "match"
    NUMBER = "number"
    BAR = "bar"


Item = ContextLine | Collocate | Dispersion | Keyword
Piece = tuple[str, str]
Line = tuple[Piece, ...]

BESIDE = 5
"""Words on each side of a match that stand beside it: those that collocates are counted of."""
_NARROW = 60
"""Below this width the day is written in figures, and the outlet is one letter."""
_DAY, _WORD, _NUMBER, _BAR, _COUNT = 12, 24, 11, 20, 6
"""The cells of the columns."""
_NO_OUTLET = N_("no outlet named")
_SPACE = re.compile(r"\s+")


def draw_item(item: Item, width: int, chosen: bool = False) -> Line:
    """Draw what is listed, in one row."""
    edge: Piece = ("▌" if chosen else " ", Role.EDGE)
    if isinstance(item, ContextLine):
        row = _context(item, width - 1)
    elif isinstance(item, Dispersion):
        row = _dispersion(item, width - 1)
    elif isinstance(item, Collocate):
        row = _table_row(item.word, _collocate_numbers(item), width - 1)
    else:
        row = _table_row(item.word, _keyword_numbers(item), width - 1)
    return filled([edge, *row], width, Role.TEXT)


def heading(item: Item | None, width: int) -> list[str]:
    """Return the names of the columns in which an item is drawn, each as wide; none where they speak for themselves."""
    if isinstance(item, Collocate):
        names = [_("beside"), _("in all"), _("likelihood"), _("logDice")]
    elif isinstance(item, Keyword):
        names = [_("here"), _("elsewhere"), _("ratio"), _("likelihood")]
    else:
        return []
    return _cells(_("word"), names, width)


def _context(line: ContextLine, width: int) -> list[Piece]:
    head = _head(line.document, width)
    room = max(0, width - sum(cell_len(text) for text, _role in head))
    before = room * 9 // 20
    left = _tail(_line(line.left), before)
    return [
        *head,
        (" " * (before - cell_len(left)) + left, Role.TEXT),
        *cut([(_line(line.match), Role.MATCH), (_line(line.right), Role.TEXT)], room - before),
    ]


def _dispersion(item: Dispersion, width: int) -> list[Piece]:
    head = _head(item.document, width)
    bar = min(_BAR, max(4, width // 3))
    count = f"{len(item.starts):>{_COUNT - 2},}  "
    title = printable_line(item.document.title)
    return [*head, (item.bar(bar), Role.BAR), (count, Role.NUMBER), (drawn(title), Role.TEXT)]


def _head(document: Document, width: int) -> list[Piece]:
    """Return the columns of the day and the outlet."""
    if width < _NARROW:
        day = document.day or _("undated")
        return [
            (set_cell_size(day, 11), Role.DATE),
            (f"{outlet_letter(document.source)} ", outlet_role(document.source)),
        ]
    mark = outlet_mark(document.source)
    return [
        (set_cell_size(published_label(document.published), _DAY - 1) + " ", Role.DATE),
        (mark + " " * (MARK_CELLS + 1 - cell_len(mark)), outlet_role(document.source)),
    ]


def _collocate_numbers(item: Collocate) -> list[str]:
    return [f"{item.beside:,}", f"{item.everywhere:,}", f"{item.log_likelihood:,.1f}", f"{item.log_dice:.1f}"]


def _keyword_numbers(item: Keyword) -> list[str]:
    ratio = f"{item.ratio:,.1f}" if item.there else "–"
    return [f"{item.here:,}", f"{item.there:,}", ratio, f"{item.log_likelihood:,.1f}"]


def _table_row(word: str, numbers: list[str], width: int) -> list[Piece]:
    shown, *right = _cells(word, numbers, width)
    return [(shown, Role.MATCH), ("".join(right), Role.NUMBER)]


def _cells(word: str, numbers: list[str], width: int) -> list[str]:
    """Return a word and its numbers, each as wide as its column; the last ones are left out where there is no room."""
    room = max(6, min(_WORD, width - len(numbers) * _NUMBER))
    fitting = numbers[: max(0, (width - room) // _NUMBER)]
    shown = drawn(printable_line(word))
    shown = shown if cell_len(shown) < room else f"{set_cell_size(shown, room - 2)}…"
    right = [f"{set_cell_size(each, _NUMBER - 2)}…" if len(each) > _NUMBER - 1 else each for each in fitting]
    return [shown + " " * (room - cell_len(shown)), *(f"{each:>{_NUMBER}}" for each in right)]


def detail_lines(item: Item | None, keyness: Keyness | None, matches: int, width: int, rows: int) -> tuple[str, ...]:
    """Return what an item means, in at most `rows` rows; `matches` are those of which a collocate is one."""
    if item is None:
        return ()
    if isinstance(item, (ContextLine, Dispersion)):
        document = item.document
        source = document.source or _(_NO_OUTLET)
        told = f"{source} · {published_label(document.published)} · {document.title}"
        if isinstance(item, Dispersion):
            told = f"{told} · {counted(len(item.lines), 'match')}"
        else:
            told = f"{told}\n{_line(f'{item.left}{item.match}{item.right}').strip()}"
    elif isinstance(item, Collocate):
        told = collocate_sentence(item, matches, BESIDE)
    else:
        told = keyword_sentence(item, keyness) if keyness is not None else ""
    lines = [part for line in told.splitlines() for part in wrap(printable_line(line), max(1, width)) or [""]]
    if len(lines) > rows:
        lines = [*lines[: rows - 1], f"{lines[rows - 1]} …"]
    return tuple(line if cell_len(line) <= width else f"{set_cell_size(line, width - 1)}…" for line in lines)


def _tail(text: str, width: int) -> str:
    """Return the end of a text in at most `width` cells; a cut shows as an ellipsis."""
    if cell_len(text) <= width:
        return text
    kept = text[-max(1, width) :]
    while kept and cell_len(kept) > width - 1:
        kept = kept[1:]
    return f"…{kept}" if width > 0 else ""


def _line(text: str) -> str:
    return drawn(_SPACE.sub(" ", printable(text)))
