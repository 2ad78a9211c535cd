"""A vertical scrollbar that is drawn directly as lines.

Textual renders its own and splits the result into lines again: four times the work for the same cells.
"""

from __future__ import annotations

from rich.color import Color
from rich.style import Style as RichStyle
from textual.css.styles import RulesMap
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class QuickScrollBar(ScrollBarRender, Visual):
    """The bar that Textual draws, line by line."""

    def render_strips(
        self,
        width: int,
        height: int | None,
        style: Style,  # noqa: ARG002
        options: RenderOptions,  # noqa: ARG002
    ) -> list[Strip]:
        """Return the lines of the bar."""
        given = RichStyle.parse(self.style) if isinstance(self.style, str) else self.style
        bar = self.render_bar(
            size=height or 0,
            virtual_size=self.virtual_size,
            window_size=self.window_size,
            position=self.position,
            thickness=width,
            back_color=given.bgcolor or Color.parse("default"),
            bar_color=given.color or Color.parse("default"),
        )
        return [Strip([segment], width) for segment in bar.segments]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """Return the cells that the bar is wide."""
        return self.thickness

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """Return the least height: one line."""
        return 1
