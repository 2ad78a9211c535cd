"""An article laid out: its sections one below the other, and which row shows which characters.

A row shows one line of one section, or nothing. A spot is a character of a section; it stays what it is whatever the
width, so that a position kept as a spot survives every change of the measure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from rich.cells import cell_len

from tui.ui.drawing.lazy_wrap import LazyWrap, Line
from tui.ui.drawing.line_breaks import joins


class Section(Struct, frozen=True):
    """A part of a document in one style."""

    name: str
    """What it is: `title`, `facts`, `note`, `text`, `left-out`."""
    text: str
    """Paragraphs, ended by newlines."""
    gap: int = 0
    """Empty rows above it."""
    prefix: str = ""
    """What is drawn before each of its lines and is no part of the text."""


class Spot(NamedTuple):
    """A character of a document; spots are in the order in which they are read."""

    section: int
    """The number of the section, from 0."""
    offset: int
    """The character in the section's text; its length means the end."""


class Row(NamedTuple):
    """What one row shows."""

    section: int
    """The section to which it belongs; an empty row above a section belongs to that section."""
    line: Line | None
    """The line of that section, or None for an empty row."""


class Document:
    """Sections wrapped at one measure, in cells; sections without text are omitted."""

    def __init__(self, sections: tuple[Section, ...], measure: int) -> None:
        self.sections = tuple(section for section in sections if section.text)
        self.measure = measure
        self._wraps = [LazyWrap(section.text, measure - cell_len(section.prefix)) for section in self.sections]

    @property
    def height(self) -> int:
        """The number of rows; partly estimated until all is complete."""
        return sum(section.gap + wrap.height for section, wrap in self._parts())

    @property
    def complete(self) -> bool:
        """Whether every row is exact."""
        return all(wrap.complete for wrap in self._wraps)

    @property
    def end(self) -> Spot:
        """The spot after the last character."""
        return Spot(len(self.sections) - 1, len(self.sections[-1].text)) if self.sections else Spot(0, 0)

    def section(self, name: str) -> int | None:
        """Return the number of the section with that name, or None."""
        return next((number for number, section in enumerate(self.sections) if section.name == name), None)

    def at(self, row: int) -> Row | None:
        """Return what `row` shows, or None below the end."""
        for number, (section, wrap) in enumerate(self._parts()):
            if row < section.gap:
                return Row(number, None)
            row -= section.gap
            if row < wrap.height:
                return Row(number, wrap.line(row))
            row -= wrap.height
        return None

    def spot_at(self, row: int) -> Spot:
        """Return the first character of a row; of an empty one, the first that follows it."""
        found = self.at(max(0, row))
        if found is None:
            return self.end
        return Spot(found.section, found.line.start if found.line is not None else 0)

    def row_of(self, spot: Spot) -> int:
        """Return the row that shows a spot."""
        row = 0
        for number, (section, wrap) in enumerate(self._parts()):
            row += section.gap
            if number == spot.section:
                return row + wrap.row_of(spot.offset)
            row += wrap.height
        return max(0, row - 1)

    def steady(self, spot: Spot, rows: int) -> None:
        """Make at least `rows` rows before and after a spot exact."""
        for number, wrap in enumerate(self._wraps):
            if number == spot.section:
                wrap.steady(spot.offset, rows)
            else:
                wrap.steady(0 if number > spot.section else len(wrap.text), rows)

    def prepare(self) -> Iterator[None]:
        """Wrap the rest in the background, a chunk at each step; no row changes before `adopt`."""
        for wrap in self._wraps:
            yield from wrap.prepare()

    def adopt(self) -> None:
        """Use everything that was prepared."""
        for wrap in self._wraps:
            wrap.adopt()

    def text_between(self, first: Spot, last: Spot) -> str:
        """Return the text from `first` to before `last`; a blank line between sections, no soft line end."""
        parts = []
        for number in range(first.section, min(last.section, len(self.sections) - 1) + 1):
            text = self.sections[number].text
            start = first.offset if number == first.section else 0
            end = last.offset if number == last.section else len(text)
            parts.append(text[start:end])
        return "\n\n".join(part for part in parts if part)

    def whole(self, first: Spot, last: Spot) -> tuple[Spot, Spot]:
        """Widen a stretch so that it splits no character as a reader sees them."""
        if not self.sections:
            return first, last
        while joins(self.sections[first.section].text, first.offset):
            first = first._replace(offset=first.offset - 1)
        while joins(self.sections[last.section].text, last.offset):
            last = last._replace(offset=last.offset + 1)
        return first, last

    def guessed_spot(self, row: float) -> Spot:
        """Estimate which character is at `row`, without wrapping anything; ascending with `row`."""
        for number, (section, wrap) in enumerate(self._parts()):
            row -= section.gap
            if row < wrap.height:
                return Spot(number, wrap.guessed_offset(max(0.0, row)))
            row -= wrap.height
        return self.end

    def _parts(self) -> Iterator[tuple[Section, LazyWrap]]:
        return zip(self.sections, self._wraps, strict=True)
