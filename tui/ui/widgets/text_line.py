"""One line of styled words, cut with an ellipsis where it is too long; never markup."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip
from textual.widget import Widget

from tui.base.printable import printable_line
from tui.ui.drawing.styled_runs import cells, cut

_STEP = 12
"""A line whose width is `auto` grows by so many cells, not at every letter of its words; it shrinks by half or more."""

Words = tuple[tuple[str, str], ...]
"""Pairs of a text and what it is: the name of a component class without its prefix."""


class TextLine(Widget):
    """A line of words, each in the style of what it is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text-line--plain",
        "text-line--muted",
        "text-line--strong",
        "text-line--key",
        "text-line--fault",
        "text-line--accent",
    }
    DEFAULT_CSS = """
    TextLine {
        height: 1;
        width: 1fr;
        & > .text-line--plain { color: $foreground; }
        & > .text-line--muted { color: $quiet; }
        & > .text-line--strong { color: $foreground; text-style: bold; }
        & > .text-line--key { color: $accent; text-style: bold; }
        & > .text-line--fault { color: $error; text-style: bold; }
        & > .text-line--accent { color: $accent; }
    }
    """

    class KeyPressed(Message):
        """A key that the line names, or what it does, was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key
            """The key as it is shown."""

    right: var[bool] = var(False)
    """Whether the words stand at the right end of the line."""
    whole: var[bool] = var(False)
    """Whether keys, each with what it does, are omitted from the last one on where they do not fit, never cut."""
    words: reactive[Words] = reactive(())
    """What the line says."""

    def __init__(self, *, id: str | None = None, right: bool = False, whole: bool = False) -> None:
        super().__init__(id=id)
        self.right = right
        self.whole = whole
        self._room = 0  # cells that are kept for the words where the width is `auto`

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """Return the cells kept for the words of a line whose width is `auto`."""
        return self._room

    def watch_words(self, words: Words) -> None:
        """Lay the screen out again only where the words need another width, which moves what is beside the line."""
        needed = -(-_width(words) // _STEP) * _STEP
        if not needed <= self._room <= 2 * needed:
            self._room = needed
            self.refresh(layout=self.styles.width is not None and self.styles.width.is_auto)

    @property
    def kept(self) -> int:
        """How many cells are kept for the words, where the width is `auto`."""
        return self._room

    def fit(self) -> None:
        """Keep no more cells than the words need: a line beside this one is cut."""
        needed = _width(self.words)
        if needed < self._room:
            self._room = needed
            self.refresh(layout=True)

    def on_click(self, event: events.Click) -> None:
        """Press the key whose name or words are under the mouse."""
        column, key = 0, ""
        for text, role in self.words:
            key = _clean(text).strip() if role == "key" else key
            column += cell_len(_clean(text))
            if event.get_content_offset_capture(self).x < column:
                break
        else:
            return
        if key:
            event.stop()
            self.post_message(self.KeyPressed(key))

    def render_line(self, y: int) -> Strip:
        """Draw the line; only the first line of the widget holds words."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.rich_style)
        clean = [(_clean(text), role) for text, role in self.words]
        pieces = cut(_whole_keys(clean, width) if self.whole else clean, width)
        missing = width - sum(cell_len(text) for text, _ in pieces)
        segments = [Segment(text, self._style(role)) for text, role in pieces]
        pad = Segment(" " * missing, self.rich_style)
        return Strip([pad, *segments] if self.right else [*segments, pad], width)

    def _style(self, role: str) -> Style:
        return self.get_component_rich_style(f"text-line--{role}")


def _width(words: Words) -> int:
    return sum(cell_len(_clean(text)) for text, _ in words)


def _whole_keys(pieces: list[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    """Omit the last keys of a line, each with what it does, until the others fit; the first one stays."""
    keys = [place for place, (_, role) in enumerate(pieces) if role == "key"]
    ends = [pieces, *(pieces[:place] for place in reversed(keys[1:]))]
    bare = [[*end[:-1], (end[-1][0].rstrip(), end[-1][1])] for end in ends if end]
    return next((end for end in bare if cells(end) <= width), bare[-1] if bare else [])


def _clean(text: str) -> str:
    lead = len(text) - len(text.lstrip(" "))
    tail = len(text) - len(text.rstrip(" ")) if text.strip() else 0
    return " " * lead + printable_line(text) + " " * tail
