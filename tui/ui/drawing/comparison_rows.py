"""How two articles look side by side: a pure function from a pair to rows of cells.

On top stand the facts that differ, below them the aligned sentences: in two columns where there is room, else one above
the other. Every row is exactly as wide as was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from tui.comparison.alignment import Correspondence
from tui.comparison.comparison import Comparison
from tui.comparison.difference import Difference
from tui.comparison.facts import FactKind
from tui.comparison.pair import Pair
from tui.comparison.wording import difference_groups
from tui.locale import _
from tui.search.passage import Mark
from tui.ui.drawing.line_breaks import line_starts
from tui.ui.drawing.outlets import outlet_mark, outlet_role
from tui.ui.drawing.spans import drawn
from tui.ui.drawing.styled_runs import cut, filled, split_at_marks


class Role(StrEnum):
    """What a piece of a row is; the widget gives each a style."""

    EDGE = "edge"
    HEADING = "heading"
    """What the facts below have in common."""
    FACT = "fact"
    SIGN = "sign"
    """How the sentences of a row stand to each other, in one cell."""
    TEXT = "text"
    CHANGED = "changed"
    """Words that differ."""
    ONLY = "only"
    """A sentence that the other article has not."""
    SOURCE = "source"
    """What is said in place of a sentence, and the line between the columns."""


Piece = tuple[str, str]
Line = tuple[Piece, ...]

TWO_COLUMNS = 110
"""From this width on the articles stand side by side."""
SIGNS = {Correspondence.SAME: "=", Correspondence.REWORDED: "~", Correspondence.MOVED: "↕"}
_LEFT, _RIGHT, _OTHER = "◂", "▸", "!"
"""What only the first article has, what only the other one has, and what is another fact there."""
_MARGIN = 3
"""The cells before a text: the cursor's edge, the sign and a space."""
_GAP = 3
"""The cells between the columns."""


Fold = tuple[int, FactKind]
"""The facts of one kind that only one side has: its place, 0 or 1, and the kind."""
_FOLDED = 2
"""Lines of facts that are folded, at most."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that the cursor can be on."""

    lines: tuple[Line, ...]
    """Its rows without the edge, the first cell of each."""
    row: int
    """The row of the alignment."""
    fact: bool
    """Whether it tells of facts that differ."""
    differs: bool
    passages: tuple[Mark | None, Mark | None]
    """Where it stands in each text: what enter reads."""
    fold: Fold | None = None
    """Of a row of several facts what they are; such a row can be opened."""


def items_of(
    pair: Pair, width: int, only_differences: bool = False, opened: frozenset[Fold] = frozenset()
) -> tuple[Item, ...]:
    """Draw a pair for a width, at least 1; without what is the same where `only_differences` is asked for.

    Facts of one kind that only one side has are one row; those `opened` have a row for each as well.
    """
    found = [*_facts(pair, width, opened)]
    for number, row in enumerate(pair.comparison.rows):
        if row.kind is not Correspondence.SAME or not only_differences:
            found.append(_sentences(pair, number, width))
    return tuple(found)


def _facts(pair: Pair, width: int, opened: frozenset[Fold]) -> Iterator[Item]:
    for group in difference_groups(pair):
        sign = _OTHER if group.side is None else (_LEFT, _RIGHT)[group.side]
        rows: list[Item] = []
        for kin in group.kinds:
            fold = (group.side, kin.kind) if group.side is not None and len(kin.facts) > 1 else None
            if fold is not None:
                words = f"- {kin.heading}" if fold in opened else f"+ {kin.words}"
                lines = _fact_lines(sign, words, width, _FOLDED)
                rows.append(Item(lines, kin.facts[0][1].row, True, True, (None, None), fold))
            if fold is None or fold in opened:
                lead = "    " if fold is not None else _("{heading} ").format(heading=kin.heading)
                rows += [_fact(sign, lead + words, difference, width) for words, difference in kin.facts]
        yield from _headed(group.heading, rows, width)


def _fact(sign: str, words: str, difference: Difference, width: int) -> Item:
    one, other = ((fact.start, fact.end) if fact is not None else None for fact in (difference.one, difference.other))
    return Item(_fact_lines(sign, words, width), difference.row, True, True, (one, other))


def _fact_lines(sign: str, words: str, width: int, most: int = 0) -> tuple[Line, ...]:
    """Return a row of facts, of which at most so many lines are shown; 0 shows all."""
    lines = _whole(words, width, Role.FACT)
    if most and len(lines) > most:
        last = [*lines[most - 1], (" " * width, Role.FACT)]
        lines = [*lines[: most - 1], cut(last, max(0, width - _MARGIN))]
    return tuple(
        filled([(f"{sign if not place else ' '} ", Role.SIGN), *line], width - 1, Role.FACT)
        for place, line in enumerate(lines)
    )


def _headed(heading: str, rows: Sequence[Item], width: int) -> Iterator[Item]:
    """Yield rows of which the first has what they have in common above it."""
    head = [
        filled([("  ", Role.SIGN), *line], width - 1, Role.HEADING) for line in _whole(heading, width, Role.HEADING)
    ]
    yield replace(rows[0], lines=(*head, *rows[0].lines))
    yield from rows[1:]


def _whole(words: str, width: int, role: Role) -> list[list[Piece]]:
    return _wrapped(words, [(0, len(words))], (), width - _MARGIN, role)


def _sentences(pair: Pair, number: int, width: int) -> Item:
    comparison = pair.comparison
    row = comparison.rows[number]
    sign = SIGNS.get(row.kind) or (_LEFT if row.ones else _RIGHT)
    spans = _spans(comparison, number)
    draw = _columns if width >= TWO_COLUMNS else _stacked
    lines = [
        filled([(f"{sign if not place else ' '} ", Role.SIGN), *line], width - 1, Role.TEXT)
        for place, line in enumerate(draw(pair, number, spans, width - _MARGIN))
    ]
    passages = [(held[0][0], held[-1][1]) if held else None for held in spans]
    return Item(tuple(lines), number, False, row.kind is not Correspondence.SAME, (passages[0], passages[1]))


def _spans(comparison: Comparison, number: int) -> tuple[list[Mark], list[Mark]]:
    row = comparison.rows[number]
    return (
        [(comparison.ones[place].start, comparison.ones[place].end) for place in row.ones],
        [(comparison.others[place].start, comparison.others[place].end) for place in row.others],
    )


def _marks(comparison: Comparison, number: int) -> tuple[list[Mark], list[Mark]]:
    changes = comparison.changes[number]
    return (
        [(each.start, each.end) for each in changes if each.start < each.end],
        [(each.other_start, each.other_end) for each in changes if each.other_start < each.other_end],
    )


def _columns(pair: Pair, number: int, spans: tuple[list[Mark], list[Mark]], room: int) -> list[list[Piece]]:
    left = (room - _GAP) // 2
    widths = left, room - _GAP - left
    sides = [
        _side(pair, number, side, spans[side], widths[side]) or [[(_("┈ not here ┈"), Role.SOURCE)]] for side in (0, 1)
    ]
    return [
        [*filled(one, widths[0], Role.TEXT), (" │ ", Role.SOURCE), *filled(other, widths[1], Role.TEXT)]
        for one, other in zip_longest(*sides, fillvalue=[])
    ]


def _stacked(pair: Pair, number: int, spans: tuple[list[Mark], list[Mark]], room: int) -> list[list[Piece]]:
    """Return one text below the other, each with its outlet's letters; what is the same stands once."""
    same = pair.comparison.rows[number].kind is Correspondence.SAME
    lines: list[list[Piece]] = []
    for side, told in enumerate((pair.one, pair.other)):
        if same and side:
            break
        mark = "" if same else outlet_mark(told.outlet)
        indent = 4
        body = _side(pair, number, side, spans[side], max(1, room - indent))
        for place, line in enumerate(body):
            lines.append([(f"{mark if not place else '':<{indent}}", outlet_role(told.outlet)), *line])
    return lines


def _side(pair: Pair, number: int, side: int, spans: Sequence[Mark], width: int) -> list[list[Piece]]:
    row = pair.comparison.rows[number]
    text = (pair.one, pair.other)[side].text
    role = Role.ONLY if row.kind is Correspondence.ONLY else Role.TEXT
    return _wrapped(text, spans, _marks(pair.comparison, number)[side], width, role)


def _wrapped(text: str, spans: Sequence[Mark], marks: Sequence[Mark], width: int, role: Role) -> list[list[Piece]]:
    """Return stretches of a text in lines of `width` cells, each stretch in a new one, the marks in their own role."""
    lines: list[list[Piece]] = []
    for start, end in spans:
        starts = line_starts(text, start, end, max(1, width))
        for first, last in zip(starts, [*starts[1:], end], strict=True):
            within = [(max(a, first) - first, min(b, last) - first) for a, b in marks if a < last and first < b]
            line = text[first:last]
            cut = len(line.rstrip(" \n"))
            within = [(a, min(b, cut)) for a, b in within if a < cut]
            lines.append(
                [(drawn(words), kind) for words, kind in split_at_marks(line[:cut], within, role, Role.CHANGED)]
            )
    return lines
