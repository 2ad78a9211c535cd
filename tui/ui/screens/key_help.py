"""The help: the keys of the pane that has the focus, and those that work everywhere."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.ui.drawing.key_table import Section, key_table

_SHEET, _FRAME = 80, 5
"""The cells of a sheet of one column at most, which covers a usual terminal, and those of its margins and scrollbar."""
_TWO = 148
"""From this width on there are two columns."""


class KeyHelp(ModalScreen[None]):
    """A sheet of keys, closed by any key that closes something."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,question_mark,f1,enter", "dismiss", "Close", id="help.close"),
        Binding("j", "scroll(1)", "Down", show=False, id="help.down"),
        Binding("k", "scroll(-1)", "Up", show=False, id="help.up"),
        Binding("space", "page(1)", "A page down", show=False, id="help.page-down"),
        Binding("b", "page(-1)", "A page up", show=False, id="help.page-up"),
        Binding("g", "edge(-1)", "To the top", show=False, id="help.first"),
        Binding("G", "edge(1)", "To the end", show=False, id="help.last"),
    ]
    DEFAULT_CSS = f"""
    KeyHelp {{ align: center middle; background: $background 60%; }}
    KeyHelp.-wide > VerticalScroll {{ width: {_TWO}; }}
    KeyHelp Horizontal {{ height: auto; }}
    KeyHelp Static {{ width: 1fr; }}
    KeyHelp > VerticalScroll {{
        width: {_SHEET}; max-width: 100%; height: auto; max-height: 100%;
        padding: 1 2; background: $panel; scrollbar-size-vertical: 1;
    }}
    """

    def __init__(self, sections: list[Section]) -> None:
        super().__init__()
        self._sections = sections

    def compose(self) -> ComposeResult:
        """Show one table of keys, or two beside one another."""
        with VerticalScroll(), Horizontal():
            yield Static(id="help-keys")
            yield Static(id="help-more")

    def on_mount(self) -> None:
        """Let the arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Lay the keys out for the width that there is."""
        wide = self.app.size.width >= _TWO
        self.set_class(wide, "-wide")
        width = max(1, min(_TWO // 2 if wide else _SHEET, self.app.size.width) - _FRAME)
        columns = _balanced(self._sections) if wide else (self._sections, [])
        for name, sections in zip(("#help-more", "#help-keys"), reversed(columns), strict=True):
            sheet = self.query_one(name, Static)
            sheet.display = bool(sections)
            sheet.update(Content.assemble(*key_table(sections, width, closes=name == "#help-keys")))

    def action_scroll(self, lines: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a page."""
        sheet = self.query_one(VerticalScroll)
        sheet.scroll_relative(y=pages * max(1, sheet.size.height - 2), animate=False)

    def action_edge(self, side: int) -> None:
        """Scroll to the top (-1) or to the end (1)."""
        sheet = self.query_one(VerticalScroll)
        sheet.scroll_to(y=0 if side < 0 else sheet.max_scroll_y, animate=False)


def _balanced(sections: list[Section]) -> tuple[list[Section], list[Section]]:
    """Part sections into two columns of about the same height, each in their order."""
    left: list[Section] = []
    right: list[Section] = []
    for section in sections:
        heights = [sum(len(each.keys) + 2 for each in column) for column in (left, right)]
        (left if heights[0] <= heights[1] else right).append(section)
    return left, right
