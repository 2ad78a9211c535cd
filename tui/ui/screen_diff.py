"""What the terminal shows, cell by cell, so that only what differs from it is sent.

Textual sends every widget that was touched, whole, with all attributes of every piece. Over a slow line that is most of
what is sent; here it is compared with what was sent before. Rows with characters whose width or shape a terminal may
see otherwise (Arabic, Chinese, emoji) are sent whole. Of a blank only the background is seen: it is compared and sent
without a colour of its own, and many of them are erased where the terminal erases in colour. A colour that is one of
the 256 is sent by its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, product, repeat
from typing import TYPE_CHECKING, Any

from rich.cells import get_character_cell_size
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.color import ColorSystem
    from rich.console import Console
    from rich.style import Style

Cell = tuple[str, str]
"""A character with what is joined to it, and the codes of its style; the second half of a wide one has no character."""

_UNKNOWN: Cell = ("\0", "")
"""What the terminal shows in a cell that nothing was sent for; it is never sent."""
_GAP = 4
"""Unchanged cells that are sent again rather than stepped over: as many bytes as the step."""
_ERASED = 10
"""Blanks that are erased and stepped over rather than sent: more bytes than both codes together."""
_SEEN = frozenset("4579") | {"21", "53"}
"""Attributes that a blank shows: lines through, under and above it, blinking and reverse."""
_PLAIN = re.compile(r"[\0\x20-\u02ff\u2010-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff✎★✓✗×]*")
"""Characters of one cell in every terminal, none of which is joined to its neighbours."""
_TRUE_COLOUR = re.compile(r"([34]8);2;(\d+);(\d+);(\d+)")
_LEVELS = (0, 95, 135, 175, 215, 255)
_NUMBERS: dict[tuple[int, ...], int] = {
    **{(level, level, level): 232 + step for step, level in enumerate(range(8, 239, 10))},
    **{colour: number for number, colour in enumerate(product(_LEVELS, repeat=3), 16)},
}
"""The number of each of the 256 colours of xterm that are the same in every terminal: its cube and its greys."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
"""The codes that end attributes."""


class ScreenDiff:
    """Remembers what a terminal shows, and writes what changes."""

    def __init__(self, erases: bool = False) -> None:
        """Send to a terminal that, where it `erases`, erases in the colour of the present background."""
        self._erases = erases
        self._rows: list[list[Cell]] = []
        self._size = (0, 0)

    def forget(self) -> None:
        """Take nothing for granted: something else may have written to the terminal."""
        self._rows = []

    def wrapped(self, update: object, width: int, height: int) -> object:
        """Return an update of the screen that sends only what differs; anything else as it is."""
        if isinstance(update, LayoutUpdate | ChopsUpdate):
            return _Changes(self, update, width, height)
        return update

    def paint(self, pieces: Iterable[tuple[int, int, Strip]], width: int, height: int, colours: ColorSystem) -> str:
        """Return what a terminal is to be sent so that it shows these strips, each at its row and its first column."""
        if self._size != (width, height) or len(self._rows) != height:
            self._size, self._rows = (width, height), [[_UNKNOWN] * width for _ in range(height)]
        changed: dict[int, list[Cell]] = {}
        for y, x, strip in pieces:
            if 0 <= y < height:
                row = changed.setdefault(y, list(self._rows[y]))
                cells = _cells(strip, colours)
                row[x : x + len(cells)] = cells
        written: list[str] = []
        style = ""
        for y, row in sorted(changed.items()):
            old, new = self._rows[y], row[:width]
            if old != new:
                style = self._write_row(written, y, old, new, style)
                self._rows[y] = new
        return "".join(written) + ("\x1b[0m" if style else "")

    def _write_row(self, written: list[str], y: int, old: list[Cell], new: list[Cell], style: str) -> str:
        """Write the cells of a row that changed; return the style that the terminal is left with."""
        whole = not all(_PLAIN.fullmatch(text) for text, _ in new) or not all(_PLAIN.fullmatch(text) for text, _ in old)
        at = -1
        for start, end in _known(new) if whole else _runs(old, new):
            written.append(f"\x1b[{y + 1};{start + 1}H" if whole or at < 0 else f"\x1b[{start - at}C")
            place = start
            while place < end:
                text, codes = new[place]
                blanks = _blanks(new, place, end)
                if blanks:
                    after = new[place + blanks][1] if place + blanks < end else codes
                    near = (style, after, _without_lines(style))
                    codes = next((each for each in near if _shows_as(each, codes)), codes)
                if codes != style:
                    written.append(_turned(style, codes))
                    style = codes
                written.append(self._blank(blanks, place + blanks == len(new)) if blanks else text)
                place += blanks or 1
            at = end
        return style

    def _blank(self, count: int, to_the_end: bool) -> str:
        """Return what makes so many cells blank in the present style."""
        if not self._erases or count < _ERASED:
            return " " * count
        return "\x1b[K" if to_the_end else f"\x1b[{count}X\x1b[{count}C"


class _Changes(CompositorUpdate):
    """An update of which only what differs from the terminal is rendered."""

    def __init__(self, shown: ScreenDiff, update: LayoutUpdate | ChopsUpdate, width: int, height: int) -> None:
        self._shown = shown
        self._update = update
        self._size = width, height

    def __rich_console__(self, console: Console, options: Any) -> Any:  # noqa: ANN401 - Rich's own signature
        """Render all of it, where something else than a terminal asks."""
        return self._update.__rich_console__(console, options)

    def render_segments(self, console: Console) -> str:
        """Return what is to be sent to the terminal."""
        colours = console._color_system
        if colours is None:
            self._shown.forget()
            return self._update.render_segments(console)
        pieces = _whole_pieces if isinstance(self._update, LayoutUpdate) else _partial_pieces
        return self._shown.paint(pieces(self._update), *self._size, colours)  # type: ignore[arg-type]


def _whole_pieces(update: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield y, x, strip
            x += strip.cell_length


def _partial_pieces(update: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < last and end > first:
                start = max(x, first)
                yield y, start, strip if first <= x and end <= last else strip.crop(start - x, min(end, last) - x)


def _cells(strip: Strip, colours: ColorSystem) -> list[Cell]:
    cells: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        codes = _codes(style, colours)
        blank = (" ", _blank_codes(codes))
        if text.isascii():
            cells.extend((character, codes) if character != " " else blank for character in text)
            continue
        for character in text:
            if character == " ":
                cells.append(blank)
                continue
            width = get_character_cell_size(character)
            if width == 0 and cells:
                cells[-1] = (cells[-1][0] + character, cells[-1][1])
            else:
                cells.append((character, codes))
                cells.extend(repeat(("", codes), width - 1))
    return cells


def _codes(style: Style | None, colours: ColorSystem) -> str:
    if style is None:
        return ""
    codes = _shortened(style._ansi if style._ansi is not None else style._make_ansi_codes(colours))
    return f"{codes}\n{style._link}" if style._link else codes


@lru_cache(4096)
def _shortened(codes: str) -> str:
    """Return codes in which a colour that is one of the 256, or a step beside it by rounding, is its number."""
    return _TRUE_COLOUR.sub(_by_number, codes)


def _by_number(code: re.Match[str]) -> str:
    red, green, blue = int(code[2]), int(code[3]), int(code[4])
    near = product(*((level, level - 1, level + 1) for level in (red, green, blue)))
    number = next((_NUMBERS[each] for each in near if each in _NUMBERS), None)
    return code[0] if number is None else f"{code[1]};5;{number}"


def _all_like(cells: list[Cell], codes: str) -> bool:
    """Say whether cells can be sent in a style without turning to another one."""
    return all(text != _UNKNOWN[0] and (own == codes or (text == " " and _shows_as(codes, own))) for text, own in cells)


def _blanks(cells: list[Cell], start: int, end: int) -> int:
    """Return how many blanks of one look begin at a cell."""
    place = start
    while place < end and cells[place] == cells[start] and cells[start][0] == " ":
        place += 1
    return place - start


@lru_cache(4096)
def _blank_codes(codes: str) -> str:
    """Return what is seen of a style on a blank: nothing but its background, unless it has lines or is reverse."""
    attributes, _, ground = _parts(codes.partition("\n")[0])
    return codes if "\n" in codes or attributes & _SEEN else ground


@lru_cache(4096)
def _without_lines(codes: str) -> str:
    """Return a style without what a blank shows of it besides its background."""
    attributes, colour, ground = _parts(codes.partition("\n")[0])
    return ";".join(filter(None, (*sorted(attributes - _SEEN), colour, ground)))


@lru_cache(4096)
def _shows_as(style: str, blank: str) -> bool:
    """Say whether a blank in a style looks as one in another does."""
    return _blank_codes(style) == blank


def _known(cells: list[Cell]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a row of which it is known what they are to show."""
    start = 0
    for known, group in groupby(cells, lambda cell: cell != _UNKNOWN):
        end = start + len(list(group))
        if known:
            yield start, end
        start = end


def _runs(old: list[Cell], new: list[Cell]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a row that changed; those with little between them, in the same style, as one."""
    start = end = -1
    for column, (before, now) in enumerate(zip(old, new, strict=True)):
        if before != now:
            if start >= 0 and (column - end > _GAP or not _all_like(new[end:column], new[end - 1][1])):
                yield start, end
                start = -1
            start = column if start < 0 else start
            end = column + 1
    if start >= 0:
        yield start, end


@lru_cache(4096)
def _turned(before: str, after: str) -> str:
    """Return the shortest codes that turn one style into another."""
    before, _, linked = before.partition("\n")
    after, _, link = after.partition("\n")
    old, fore, back = _parts(before)
    new, front, ground = _parts(after)
    off = {_OFF.get(code, "0") for code in old - new}
    again = [code for code in sorted(new) if code not in old or _OFF.get(code, "0") in off]
    steps = [*sorted(off), *again]
    steps += [front or "39"] if front != fore else []
    steps += [ground or "49"] if ground != back else []
    afresh = ";".join(filter(None, ("0", after)))
    step = ";".join(steps)
    shortest = afresh if "0" in off or len(step) > len(afresh) else step
    turned = f"\x1b[{shortest}m" if shortest else ""
    return turned if link == linked else f"{turned}\x1b]8;;{link}\x1b\\"


@lru_cache(4096)
def _parts(codes: str) -> tuple[frozenset[str], str, str]:
    """Return the attributes, the colour and the background of a style."""
    attributes, colour, ground = set(), "", ""
    left = codes.split(";") if codes else []
    while left:
        code = left.pop(0)
        if code in ("38", "48"):
            more = 4 if left[0] == "2" else 2
            own, left = ";".join((code, *left[:more])), left[more:]
            colour, ground = (own, ground) if code == "38" else (colour, own)
        elif re.fullmatch(r"3[0-79]|9[0-7]", code):
            colour = code
        elif re.fullmatch(r"4[0-79]|10[0-7]", code):
            ground = code
        else:
            attributes.add(code)
    return frozenset(attributes), colour, ground
