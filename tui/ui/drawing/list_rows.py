"""How one hit looks in the list: a pure function from a row to lines of cells.

Every hit of a list is drawn with the same number of lines, so that a list of any length can be scrolled by arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len

from tui.base.printable import printable_line
from tui.core.view import Row
from tui.locale import _, ngettext
from tui.search.passage import Mark, Passage
from tui.ui.drawing.styled_runs import cut, filled, split_at_marks

DATE_CELLS = 10
"""The width of `2023-08-20`: dates of any precision have a column of their own."""

DOUBT = "?"
"""The sign behind a doubtful date."""

_SIDE_BY_SIDE = 60
"""From this width on the title is beside the date; below it, on a line of its own."""

_SNIPPET_LINES = 2

_BELOW = "└ "
"""The sign before a copy that is listed below the article that represents it."""


class Role(StrEnum):
    """What a run of a row is; the list gives each a style."""

    EDGE = "edge"
    DATE = "date"
    TITLE = "title"
    SOURCE = "source"
    COPIES = "copies"
    SIGN = "sign"
    """What the desk holds on the article."""
    SNIPPET = "snippet"
    MARK = "mark"


Line = tuple[tuple[str, Role], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape that all rows of a list share."""

    width: int
    """Cells from edge to edge."""
    snippets: bool
    """Whether the rows have room for a snippet."""

    @property
    def height(self) -> int:
        """Lines that each hit takes."""
        return 2 + (_SNIPPET_LINES if self.snippets else 0)


def draw_row(row: Row, shape: Shape, chosen: bool = False, signs: str = "") -> tuple[Line, ...]:
    """Draw a hit as `shape.height` lines of exactly `shape.width` cells; `chosen` puts a bar at its left edge.

    A row that represents copies of its text says how many; a copy listed below it is indented.
    `signs` of the desk stand before the source.
    """
    lead = _BELOW if row.below else ""
    room = max(1, shape.width - 2 - len(lead))
    date, source = _date(row), _source(row)
    title = list(split_at_marks(printable_line(row.title), row.title_marks, Role.TITLE, Role.MARK))
    if shape.width >= _SIDE_BY_SIDE:
        inset = DATE_CELLS + 2
        separator = " · " if source and (row.copies or signs) else ""
        gap = " " if row.copies and signs else ""
        facts = [*_copies(row), (f"{gap}{signs}", Role.SIGN), (f"{separator}{source}", Role.SOURCE)]
        lines = [
            [(f"{date:<{inset}}", Role.DATE), *cut(title, room - inset)],
            [(" " * inset, Role.SOURCE), *cut(facts, room - inset)],
        ]
    else:
        inset = 0
        copies = [(" ", Role.SOURCE), *_copies(row)] if row.copies else []
        separator = " · " if source else ""
        marks = [(f" {signs}", Role.SIGN)] if signs else []
        facts = [(date, Role.DATE), *copies, *marks, (f"{separator}{source}", Role.SOURCE)]
        lines = [cut(facts, room), cut(title, room)]
    if shape.snippets:
        lines += [
            [(" " * inset, Role.SNIPPET), *line] for line in _snippet_lines(row.snippet, room - inset, _SNIPPET_LINES)
        ]
    edge = "▌ " if chosen else "  "
    leads = [lead, *[" " * len(lead)] * (len(lines) - 1)]
    return tuple(
        filled([(edge, Role.EDGE), (before, Role.COPIES), *line], shape.width, Role.SNIPPET)
        for before, line in zip(leads, lines, strict=True)
    )


def _copies(row: Row) -> list[tuple[str, Role]]:
    """Say how many copies a row represents, itself included, and whether they are listed below it."""
    return [(f"×{row.copies + 1:,}{'▾' if row.opened else '▸'}", Role.COPIES)] if row.copies else []


def _date(row: Row) -> str:
    return f"{row.published.iso}{DOUBT * row.doubtful}" if row.published else _("undated")


def _source(row: Row) -> str:
    source = printable_line(row.source)
    count = ngettext("{count} mark", "{count} marks", row.marks).format(count=row.marks) if row.marks else ""
    return " · ".join(part for part in (source, count) if part)


def _snippet_lines(passage: Passage | None, width: int, most: int) -> list[list[tuple[str, Role]]]:
    """Fold a passage at spaces into exactly `most` lines of at most `width` cells."""
    if passage is None or width < 4:
        return [[] for _ in range(most)]
    lead = "… " if passage.cut_before else ""
    text = lead + passage.text + (" …" if passage.cut_after else "")
    marks = tuple((start + len(lead), end + len(lead)) for start, end in passage.marks)
    lines: list[list[tuple[str, Role]]] = []
    start = 0
    while len(lines) < most:
        last = len(lines) == most - 1
        end = len(text) if last else _break(text, start, width)
        inside = tuple((max(s, start) - start, min(e, end) - start) for s, e in marks if s < end and e > start)
        lines.append(
            cut(
                list(
                    split_at_marks(text[start:end].rstrip(), _within(inside, text[start:end]), Role.SNIPPET, Role.MARK)
                ),
                width,
            )
        )
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return lines


def _within(marks: tuple[Mark, ...], text: str) -> tuple[Mark, ...]:
    """Keep marks inside the text once the spaces at its end are gone."""
    length = len(text.rstrip())
    return tuple((start, min(end, length)) for start, end in marks if start < length)


def _break(text: str, start: int, width: int) -> int:
    """Return where the line that begins at `start` ends: at the last space that fits, else at the last character."""
    cells = 0
    space = -1
    for place in range(start, len(text)):
        if text[place] == " ":
            space = place
        cells += cell_len(text[place])
        if cells > width:
            return space if space > start else max(place, start + 1)
    return len(text)
