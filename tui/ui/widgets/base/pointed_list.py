"""A list of options with a bar at the left edge of the chosen one, as in every other list of the program."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList

_EDGE = ("  ", "▌ ")


class PointedList(OptionList):
    """Options of which the chosen one has more than another background: some terminals show two that look the same."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pointed-list--edge"}
    DEFAULT_CSS = """
    PointedList > .pointed-list--edge { color: $accent; }
    """

    def render_line(self, y: int) -> Strip:
        """Draw a line behind its edge."""
        line = self.scroll_offset.y + y
        chosen = line < len(self._lines) and self._lines[line][0] == self.highlighted
        names = ("option-list--option", *(("option-list--option-highlighted", "pointed-list--edge") if chosen else ()))
        edge = Segment(_EDGE[chosen], self.get_visual_style(*names).rich_style)
        return Strip([edge, *super().render_line(y)]).crop(0, self.scrollable_content_region.width)

    def _get_left_gutter_width(self) -> int:
        return len(_EDGE[0])
