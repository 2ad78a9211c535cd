"""How a figure looks in its list: a pure function from an item to rows of cells.

In a wide pane a figure is one line; in a narrower one its sentence stands below it. Every row is exactly as wide as was
asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from textwrap import wrap

from rich.cells import cell_len, set_cell_size

from tui.base.plurals import counted
from tui.base.printable import printable
from tui.figures.comparison import Verdict
from tui.figures.kinds import ComparableFigures
from tui.figures.wording import figure_label, kind_words
from tui.locale import _
from tui.ui.drawing.figure_items import Item, comparisons, day, outlet, verdict_words
from tui.ui.drawing.outlets import outlet_role
from tui.ui.drawing.spans import drawn
from tui.ui.drawing.styled_runs import cells, cut, filled
from tui.ui.drawing.value_plot import points_of, value_plot


class Role(StrEnum):
    """What a piece of a row is; the widget gives each a style."""

    EDGE = "edge"
    QUESTION = "question"
    KIND = "kind"
    """What sets some figures of a question apart from the others."""
    NUMBER = "number"
    DATE = "date"
    SOURCE = "source"
    SENTENCE = "sentence"
    FIGURE = "figure"
    """The figure in its sentence."""
    VERDICT = "verdict"
    CONTRADICTS = "contradicts"


Piece = tuple[str, str]
Line = tuple[Piece, ...]

ONE_LINE = 110
"""From this width on a figure is one line."""
_NUMBER, _DAY, _OUTLET, _VERDICT = 12, 12, 28, 18
"""The cells of the columns."""
_NARROW = 60
"""Below this width the outlet stands before the sentence, which begins at the edge."""
_NARROW_NUMBER = 8
_SPACE = re.compile(r"\s+")


def item_height(width: int) -> int:
    """Return the rows that each line of the list takes."""
    return 1 if width >= ONE_LINE else 2


def draw_item(item: Item, width: int, chosen: bool = False) -> tuple[Line, ...]:
    """Draw a figure, or the question or kind above its figures."""
    edge: Piece = ("▌" if chosen else " ", Role.EDGE)
    if item.answer is None:
        head = _question(item) if item.kind is None else _kind(item, item.kind)
        rows: list[list[Piece]] = [[*head, *_plot(item, width - cells(head))]]
        if item_height(width) == 2:
            rows.insert(0, cut([(f"   {_line(item.lead)}", Role.KIND)], width) if item.lead else [])
    elif width < _NARROW:
        told = [_outlet(item), (": ", Role.SOURCE)]
        room = max(0, width - 2 - cells(told))
        rows = [
            [edge, *_facts(item, _NARROW_NUMBER), *_verdict(item)],
            [edge, (" ", Role.SENTENCE), *told, *_sentence(item, room)],
        ]
    elif item_height(width) == 1:
        sentence = width - 1 - _NUMBER - 2 - _DAY - _OUTLET - _VERDICT
        told = [*_column([_outlet(item)], _OUTLET), *_column(_sentence(item, sentence - 1), sentence)]
        rows = [[edge, *_facts(item), *told, *_verdict(item)]]
    else:
        indent = 1 + _NUMBER + 2
        room = width - indent - _DAY - cell_len(verdict_words(item)) - 1
        rows = [
            [edge, *_facts(item), *_column([_outlet(item)], room), *_verdict(item)],
            [edge, (" " * (indent - 1), Role.SENTENCE), *_sentence(item, width - indent)],
        ]
    return tuple(filled(row, width, Role.SENTENCE) for row in rows)


def _question(item: Item) -> list[Piece]:
    question = item.question
    told = _("{figures} of {sources}").format(
        figures=counted(len(question.answers), "figure"), sources=counted(question.witnesses, "source")
    )
    line: list[Piece] = [(f" {_line(question.label)}", Role.QUESTION), (f" · {told}", Role.SOURCE)]
    if question.uncompared:
        left = _("{count:,} not compared").format(count=question.uncompared)
        line.append((f" · {left}", Role.SOURCE))
    return line


def _kind(item: Item, kind: ComparableFigures) -> list[Piece]:
    return [(f"   {_line(kind_words(item.question, kind))}", Role.KIND)]


def _plot(item: Item, room: int) -> list[Piece]:
    """Return the plot of a heading at the right end of `room` cells; nothing where it has no place."""
    first, bars, last = value_plot(points_of(item.question.answers[place] for place in item.plotted), room - 3)
    if not bars:
        return []
    gap = room - 1 - len(first) - len(bars) - len(last)
    return [(" " * gap + first, Role.DATE), (bars, Role.NUMBER), (last, Role.DATE)]


def _outlet(item: Item) -> Piece:
    assert item.answer is not None
    return drawn(_line(outlet(item.answer))), outlet_role(item.answer.report.source)


def _facts(item: Item, number_cells: int = _NUMBER) -> list[Piece]:
    """Return the number and the day, each in its column."""
    answer = item.answer
    assert answer is not None
    number = figure_label(answer.figure)
    if cell_len(number) > number_cells:
        number = f"{set_cell_size(number, number_cells - 1)}…"
    gap = "  " if number_cells == _NUMBER else " "
    return [
        (" " * (number_cells - cell_len(number)) + number + gap, Role.NUMBER),
        *_column([(day(answer), Role.DATE)], _DAY),
    ]


def _verdict(item: Item) -> list[Piece]:
    role = Role.CONTRADICTS if item.verdict is Verdict.CONTRADICTS else Role.VERDICT
    return [(f" {verdict_words(item)}", role)]


def _column(pieces: Iterable[Piece], width: int) -> Line:
    """Return pieces in exactly `width` cells, the last of them empty."""
    return filled([*cut(list(pieces), max(0, width - 1))], width, Role.SENTENCE)


def _sentence(item: Item, width: int) -> list[Piece]:
    """Return what fits of the sentence around its figure."""
    answer = item.answer
    assert answer is not None
    figure, text = answer.figure, answer.report.text
    before = drawn(_line(text[figure.sentence_start : figure.start])).lstrip()
    words = drawn(_line(text[figure.start : figure.end]))
    after = drawn(_line(text[figure.end : figure.sentence_end])).rstrip()
    room = width - cell_len(words)
    before = _tail(before, max(room // 2, room - cell_len(after)))
    return cut([(before, Role.SENTENCE), (words, Role.FIGURE), (after, Role.SENTENCE)], max(0, width))


def _tail(text: str, width: int) -> str:
    """Return the end of a text in at most `width` cells; a cut shows as an ellipsis."""
    if cell_len(text) <= width:
        return text
    kept = text[-max(1, width) :]
    while kept and cell_len(kept) > width - 1:
        kept = kept[1:]
    return f"…{kept}" if width > 0 else ""


def _line(text: str) -> str:
    return _SPACE.sub(" ", printable(text))


def detail_lines(item: Item | None, width: int, rows: int) -> tuple[str, ...]:
    """Return the whole sentence of a figure, then how it stands to the others, in at most `rows` rows."""
    if item is None or item.answer is None:
        return ()
    speaker = item.answer.figure.speaker
    says = " " + _("(said by {speaker})").format(speaker=_line(speaker)) if speaker else ""
    sentence = wrap(f"{_line(item.answer.sentence).strip()}{says}", max(1, width)) or [""]
    told = comparisons(item)
    least = max(1, rows - min(len(told), 2))
    shown = sentence if len(sentence) <= least else [*sentence[: least - 1], f"{sentence[least - 1][: width - 1]}…"]
    left = rows - len(shown)
    lines = [_line(words) for words, _count in told[:left]]
    if len(told) > left and left:
        unsaid = sum(count for _words, count in told[left - 1 :])
        lines[-1] = _("and how it stands to {figures}").format(figures=counted(unsaid, "other figure"))
    return tuple(line if cell_len(line) <= width else f"{set_cell_size(line, width - 1)}…" for line in (*shown, *lines))
