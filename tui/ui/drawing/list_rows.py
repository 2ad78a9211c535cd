"""How one hit looks in the list: a pure function from a row to lines of cells.

Every hit of a list is drawn with the same number of lines, so that a list of any length can be scrolled by arithmetic.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from rich.cells import cell_len

from tui.base.calendar_names import short_month
from tui.base.days import Precision
from tui.base.printable import printable_line
from tui.core.view import Row
from tui.dossier.article import PublishedDate
from tui.locale import _, ngettext
from tui.search.passage import Mark
from tui.timeline.granularity import span_label
from tui.ui.drawing.outlets import MARK_CELLS, outlet_mark, outlet_role
from tui.ui.drawing.styled_runs import cells, cut, filled, split_at_marks

SELECTED = "✓"
"""The sign of a row that was selected."""

DOUBT = "?"
"""The sign behind a doubtful date."""

_ONE_LINE = 66
"""From this width on an article is one line: day, outlet, title."""
_ROOMY = 100
"""From this width on that line has the outlet's name and the length too."""
_CARD, _WIDE_CARD = 40, 58
"""From these widths on a title of two lines stands beside day and outlet; below, title and facts have a line each."""
_DAY_CELLS = 12
"""The width of `2023 Aug 20` and of a gap; a list with doubtful days has one cell more, for their sign."""
_FACTS, _WIDE_FACTS = 13, 26
"""The cells of the column beside a title of two lines, its gap included."""
_NAME, _LENGTH = 20, 12
"""The cells of the outlet's name and of the length in a roomy line, their gaps included."""

_BELOW = "└ "
"""The sign before a copy that is listed below the article that represents it."""


class Role(StrEnum):
    """What a run of a row is; the list gives each a style. Outlets have roles of their own besides."""

    EDGE = "edge"
    DATE = "date"
    UNDATED = "undated"
    TITLE = "title"
    BACKGROUND = "background"
    """The title of an article that explains what others report."""
    SOURCE = "source"
    COPIES = "copies"
    SIGN = "sign"
    """What the desk holds on the article."""
    SNIPPET = "snippet"
    MARK = "mark"


Run = tuple[str, str]
Line = tuple[Run, ...]


class Shape(Struct, frozen=True):
    """The shape that all rows of a list share."""

    width: int
    """Cells from edge to edge."""
    snippets: bool
    """Whether the rows have room for a snippet."""
    doubts: bool = False
    """Whether the column of days has room for the sign of a doubtful one."""

    @property
    def height(self) -> int:
        """Lines that each hit takes."""
        if self.width >= _ONE_LINE:
            return 2 if self.snippets else 1
        return 4 if self.snippets else 2


def draw_row(
    row: Row, shape: Shape, chosen: bool = False, signs: str = "", above: PublishedDate | None = None
) -> tuple[Line, ...]:
    """Draw a hit as `shape.height` lines of exactly `shape.width` cells; `chosen` puts a bar at its left edge.

    A row that represents copies of its text says how many; a copy listed below it is indented. `signs` are those of the
    desk. In a list by date, what the date has in common with the one `above` is not said again.
    """
    lead = _BELOW if row.below else ""
    one_line = shape.width >= _ONE_LINE
    edge = ("▌" if chosen else " ") + " " * (not one_line)
    room = max(1, shape.width - len(edge) - len(lead))
    if one_line:
        lines = _one_line(row, shape, room, signs, above)
    elif shape.width >= _CARD:
        lines = _card(row, shape, room, signs, above)
    else:
        lines = _narrow(row, shape, room, signs)
    leads = [lead, *[" " * len(lead)] * (len(lines) - 1)]
    return tuple(
        filled([(edge, Role.EDGE), (before, Role.COPIES), *line], shape.width, Role.SNIPPET)
        for before, line in zip(leads, lines, strict=True)
    )


def _one_line(row: Row, shape: Shape, room: int, signs: str, above: PublishedDate | None) -> list[list[Run]]:
    """Draw day, outlet and title in one line, with the best passage below."""
    day_cells = _DAY_CELLS + shape.doubts
    inset = day_cells + MARK_CELLS + 1
    tail: list[Run] = []
    if row.copies:
        tail += [("  ", Role.SOURCE), *_copies(row)]
    if signs:
        tail.append((f"  {signs}", Role.SIGN))
    if row.marks:
        tail.append((f"  {_marks(row)}", Role.SOURCE))
    if shape.width >= _ROOMY:
        length = _length(row)
        tail += [("  ", Role.SOURCE), *filled([_name(row, _NAME - 2)], _NAME - 2, Role.SOURCE)]
        tail.append((f"{length:>{_LENGTH}}", Role.SOURCE))
    title = filled(_title(row), max(1, room - inset - cells(tail)), Role.TITLE)
    day = filled([_day(row, above)], day_cells, Role.DATE)
    lines: list[list[Run]] = [[*day, *filled([_letters(row)], MARK_CELLS + 1, Role.SOURCE), *title, *tail]]
    if shape.snippets:
        lines += [[(" " * inset, Role.SNIPPET), *line] for line in _below_title(row, room - inset, 1)]
    return lines


def _card(row: Row, shape: Shape, room: int, signs: str, above: PublishedDate | None) -> list[list[Run]]:
    """Draw the title in two lines, day and outlet in a column beside it, and the best passage below."""
    column = _WIDE_FACTS if shape.width >= _WIDE_CARD else _FACTS
    same = above is not None and row.published is not None and above.iso == row.published.iso
    date: Run = ("", Role.DATE) if same else _day(row, None)
    copies = [*_copies(row), (" ", Role.SOURCE)] if row.copies else []
    desk: list[Run] = [(signs, Role.SIGN), (" ", Role.SOURCE)] if signs else []
    length = _marks(row) or _length(row)
    facts: list[list[Run]] = [[date], [*copies, *desk, _name(row, column - 1 - cells([*copies, *desk]))]]
    if shape.snippets:
        facts += [[(length, Role.SOURCE)], []]
    elif column == _WIDE_FACTS:
        facts[0].append((f"{length:>{column - 1 - cells(facts[0])}}", Role.SOURCE))
    texts = _folded(_title_text(row), row.title_marks, room - column, 2, _title_role(row))
    if shape.snippets:
        texts += _below_title(row, room - column, 2)
    return [
        [*filled(cut(fact, column - 1), column, Role.SOURCE), *text] for fact, text in zip(facts, texts, strict=True)
    ]


def _narrow(row: Row, shape: Shape, room: int, signs: str) -> list[list[Run]]:
    """Draw facts and title in a line each, and the best passage below."""
    copies: list[Run] = [(" ", Role.SOURCE), *_copies(row)] if row.copies else []
    desk: list[Run] = [(f" {signs}", Role.SIGN)] if signs else []
    source: list[Run] = [(" · ", Role.SOURCE), _name(row, room)] if row.source else []
    marks: list[Run] = [(f" · {_marks(row)}", Role.SOURCE)] if row.marks else []
    lines = [cut([_date(row), *copies, *desk, *source, *marks], room), cut(_title(row), room)]
    return lines + (_below_title(row, room, 2) if shape.snippets else [])


def _title_text(row: Row) -> str:
    return printable_line(row.title)


def _title_role(row: Row) -> Role:
    return Role.BACKGROUND if row.background else Role.TITLE


def _title(row: Row) -> list[Run]:
    return list(split_at_marks(_title_text(row), row.title_marks, _title_role(row), Role.MARK))


def _letters(row: Row) -> Run:
    """Return the outlet's letters; a dot for an article that explains what others report."""
    return ("·", Role.SOURCE) if row.background else (outlet_mark(row.source), outlet_role(row.source))


def _name(row: Row, room: int) -> Run:
    """Return the outlet's name in its colour, cut to so many cells."""
    name = _("background") if row.background else printable_line(row.source)
    role = Role.SOURCE if row.background else outlet_role(row.source)
    return next(iter(cut([(name, role)], max(0, room))), ("", Role.SOURCE))


def _marks(row: Row) -> str:
    return ngettext("{count} mark", "{count} marks", row.marks).format(count=row.marks) if row.marks else ""


def _length(row: Row) -> str:
    return ngettext("{count:,} word", "{count:,} words", row.words).format(count=row.words) if row.words else ""


def _date(row: Row) -> Run:
    """Return the date as it stands in a line of words: `20 Aug 2023`."""
    if row.published is None:
        return _("undated"), Role.UNDATED
    return f"{span_label(row.published.span)}{DOUBT * row.doubtful}", Role.DATE


def _day(row: Row, above: PublishedDate | None) -> Run:
    """Return the date in columns, `2023 Aug 20`, without the year and the month that it shares with the one above."""
    if row.published is None:
        return _("undated"), Role.UNDATED
    parts = _parts(row.published)
    before = _parts(above) if above is not None else ()
    shared = 0
    while shared < min(len(parts) - 1, len(before)) and parts[shared] == before[shared]:
        shared += 1
    words = [" " * len(part) if place < shared else part for place, part in enumerate(parts)]
    return " ".join(words) + DOUBT * row.doubtful, Role.DATE


def _parts(date: PublishedDate) -> tuple[str, ...]:
    first = date.span.first
    parts = (f"{first.year:04}", short_month(first.month), f"{first.day:>2}")
    return parts[: {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}[date.precision]]


def _copies(row: Row) -> list[Run]:
    """Say how many copies a row represents, itself included, and whether they are listed below it."""
    return [(f"×{row.copies + 1:,}{'▾' if row.opened else '▸'}", Role.COPIES)] if row.copies else []


def _below_title(row: Row, width: int, most: int) -> list[list[Run]]:
    """Fold the passage of a hit into exactly `most` lines; for one in its title alone, how its text begins."""
    passage, role = (row.snippet, Role.SNIPPET) if row.snippet else (row.opening, Role.SOURCE)
    if passage is None:
        return [[] for _ in range(most)]
    lead = "… " if passage.cut_before else ""
    text = lead + passage.text + (" …" if passage.cut_after else "")
    marks = tuple((start + len(lead), end + len(lead)) for start, end in passage.marks)
    return _folded(text, marks, width, most, role)


def _folded(text: str, marks: tuple[Mark, ...], width: int, most: int, role: Role) -> list[list[Run]]:
    """Fold a text at spaces into exactly `most` lines of at most `width` cells."""
    if width < 4:
        return [[] for _ in range(most)]
    lines: list[list[Run]] = []
    start = 0
    while len(lines) < most:
        last = len(lines) == most - 1
        end = len(text) if last else _break(text, start, width)
        inside = tuple((max(s, start) - start, min(e, end) - start) for s, e in marks if s < end and e > start)
        piece = text[start:end]
        lines.append(cut(list(split_at_marks(piece.rstrip(), _within(inside, piece), role, Role.MARK)), width))
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
