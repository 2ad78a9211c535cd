"""What all lists of the program share: a cursor on one of the things that are listed.

The cursor is always on something that is listed, or at 0 where nothing is. How the things lie on the screen is for
subclasses to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.widget import Widget


class Cursor(Widget):
    """A list with a cursor that keys and clicks move; it lists nothing unless a subclass says what.

    Its styles are the component classes whose names begin with `STYLES`; that of the chosen thing ends in `chosen`.
    """

    STYLES: ClassVar[str]
    """What the names of its component classes begin with: `account` for `account--date`."""
    QUIET: ClassVar[str] = "source"
    """The role in whose style it says why nothing is listed."""

    cursor: reactive[int] = reactive(0, init=False)
    """The place of what is chosen, from 0."""
    empty_words: reactive[str] = reactive("", init=False)
    """What is said where nothing is listed."""

    @property
    def count(self) -> int:
        """How many things are listed."""
        return 0

    def place_at(self, y: int) -> int | None:  # noqa: ARG002
        """Return the place of what is drawn in a row, counted from 0 at the upper edge; None where nothing is."""
        return None

    def report(self) -> None:
        """Post which thing is the chosen one."""

    def action_read(self) -> None:
        """Ask to read what is chosen."""

    def action_move(self, steps: int) -> None:
        """Choose something some places further down, or up."""
        self.cursor += steps

    def action_edge(self, side: int) -> None:
        """Choose what is listed first (-1) or last (1)."""
        self.cursor = 0 if side < 0 else self.count - 1

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on something that is listed."""
        return max(0, min(cursor, self.count - 1))

    def on_mount(self) -> None:
        """Follow changes of theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh())

    def on_click(self, event: events.Click) -> None:
        """Choose what is under the mouse; read it on a double click."""
        place = self.place_at(event.y)
        if place is not None:
            self.cursor = place
            if event.chain == 2:
                self.action_read()

    def style(self, role: str) -> Style:
        """Return the style of what plays a role."""
        return self.get_component_rich_style(f"{self.STYLES}--{role}")

    def segments(self, line: Iterable[tuple[str, str]], chosen: bool) -> list[Segment]:
        """Return the runs of a line, each in the style of its role; those of the chosen thing on its background."""
        if not chosen:
            return [Segment(text, self.style(role)) for text, role in line]
        background = Style(bgcolor=self.style("chosen").bgcolor)
        return [Segment(text, self.style(role) + background) for text, role in line]

    def empty_line(self, y: int) -> list[tuple[str, str]]:
        """Return what a row of an empty list says, counted from 0: its words begin in the second row."""
        words = self.empty_words.splitlines()
        return [(f"  {words[y - 1]}" if 0 < y <= len(words) else "", self.QUIET)]
