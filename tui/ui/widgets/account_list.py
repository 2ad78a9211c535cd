"""The list of an account: files, what lies within them, or articles; only what is in sight is ever drawn."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip

from tui.ui.drawing.account_entries import Entry
from tui.ui.drawing.account_rows import Role, draw_entry, entry_height
from tui.ui.steady_view import SteadyView


class AccountList(SteadyView, can_focus=True):
    """Entries of an account, one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next line", id="account.next", show=False),
        Binding("up,k", "move(-1)", "previous line", id="account.previous", show=False),
        Binding("pagedown", "page(1)", "a page down", id="account.page-down", show=False),
        Binding("b,pageup", "page(-1)", "a page up", id="account.page-up", show=False),
        Binding("g,home", "edge(-1)", "first line", id="account.first", show=False),
        Binding("G,end", "edge(1)", "last line", id="account.last", show=False),
        Binding("right,l", "unfold(True)", "open the archive", id="account.open", show=False),
        Binding("left,h", "unfold(False)", "close the archive", id="account.close", show=False),
        Binding("enter", "read", "read its articles", id="account.read"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"account--{role}" for role in Role} | {"account--chosen"}
    DEFAULT_CSS = """
    AccountList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .account--edge { color: $accent; }
        & > .account--read { color: $foreground 60%; }
        & > .account--skipped { color: $secondary; }
        & > .account--failed { color: $error; text-style: bold; }
        & > .account--date { color: $secondary; }
        & > .account--name { color: $foreground; }
        & > .account--told { color: $foreground 60%; }
        & > .account--chosen { background: $primary 30%; }
    }
    """

    entries: reactive[tuple[Entry, ...]] = reactive((), init=False)
    """What is listed, in its order."""
    cursor: reactive[int] = reactive(0, init=False)
    """The place of the chosen entry, from 0."""
    empty_words: var[str] = var("")
    """What is said where nothing is listed."""

    class Moved(Message):
        """Another entry is the chosen one; None where there is none."""

        def __init__(self, entry: Entry | None) -> None:
            super().__init__()
            self.entry = entry

    class Unfolded(Message):
        """What lies within an archive is to be listed, or no longer."""

        def __init__(self, path: str, opened: bool) -> None:
            super().__init__()
            self.path = path
            self.opened = opened

    class ReadAsked(Message):
        """The articles of an entry are to be read."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles: dict[str, Style] = {}

    @property
    def entry(self) -> Entry | None:
        """The chosen entry, or None where there is none."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def list_entries(self, entries: tuple[Entry, ...], chosen: str = "") -> None:
        """List other entries with the cursor on the one named `chosen`, else on the one where it was, else the first.

        Where the cursor stays on its entry, the entry stays at its row.
        """
        old = self.entry
        row = self.cursor * self._height - self.scroll_offset.y
        wanted = chosen or (old.name if old is not None else "")
        places = (place for place, entry in enumerate(entries) if entry.name == wanted)
        self.set_reactive(AccountList.entries, entries)
        self.set_reactive(AccountList.cursor, next(places, 0))
        self._lay_out()
        self.scroll_to(y=max(0, self.cursor * self._height - max(0, row)), animate=False, immediate=True)
        self._show_cursor()
        self.refresh()
        self.post_message(self.Moved(self.entry))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an entry."""
        return max(0, min(cursor, len(self.entries) - 1))

    def watch_cursor(self, old: int, cursor: int) -> None:
        """Draw the two entries that changed and bring the chosen one into sight."""
        for place in (old, cursor):
            self.refresh(Region(0, place * self._height - self.scroll_offset.y, self.size.width, self._height))
        self._show_cursor()
        self.post_message(self.Moved(self.entry))

    def on_resize(self) -> None:
        """Lay the entries out for the new width."""
        self._lay_out()
        self._show_cursor()

    def on_mount(self) -> None:
        """Follow changes of theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh())

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        super().notify_style_update()
        self._styles = {}

    def on_click(self, event: events.Click) -> None:
        """Choose the entry under the mouse; read it on a double click."""
        place = (event.y + self.scroll_offset.y) // self._height
        if place < len(self.entries):
            self.cursor = place
            if event.chain == 2:
                self.action_read()

    def action_move(self, steps: int) -> None:
        """Choose another entry."""
        self.cursor += steps

    def action_page(self, pages: int) -> None:
        """Go a page on or back."""
        self.cursor += pages * max(1, self.size.height // self._height - 1)

    def action_edge(self, side: int) -> None:
        """Choose the first entry or the last."""
        self.cursor = 0 if side < 0 else len(self.entries) - 1

    def action_unfold(self, opened: bool) -> None:
        """Open the chosen archive, or close the one in which the chosen entry lies."""
        entry = self.entry
        if entry is None or entry.file is None:
            return
        if opened:
            if entry.file.members and not entry.opened:
                self.post_message(self.Unfolded(entry.file.path, True))
        elif entry.opened:
            self.post_message(self.Unfolded(entry.file.path, False))
        elif entry.within:
            self.cursor = next(place for place, each in enumerate(self.entries) if each.name == entry.within)

    def action_read(self) -> None:
        """Ask to read the articles of the chosen entry."""
        if self.entry is not None:
            self.post_message(self.ReadAsked(self.entry))

    def render_line(self, y: int) -> Strip:
        """Draw the screen line `y` of the list, from 0 at its upper edge."""
        width = self.size.width
        if not self.entries:
            words = self.empty_words.splitlines()
            text = f"  {words[y - 1]}" if 0 < y <= len(words) else ""
            return Strip([Segment(text, self._style("told"))]).adjust_cell_length(width, self.base_style)
        place, row = divmod(y + self.scroll_offset.y, self._height)
        if place >= len(self.entries):
            return Strip.blank(width, self.base_style)
        chosen = place == self.cursor
        over = Style(bgcolor=self.get_component_rich_style("account--chosen").bgcolor) if chosen else Style.null()
        line = draw_entry(self.entries[place], self._width, chosen)[row]
        strip = Strip([Segment(text, self._style(role) + over) for text, role in line])
        return strip.adjust_cell_length(width, self.base_style)

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width)

    @property
    def _height(self) -> int:
        return entry_height(self._width)

    def _style(self, role: str) -> Style:
        if role not in self._styles:
            self._styles[role] = self.get_component_rich_style(f"account--{role}")
        return self._styles[role]

    def _lay_out(self) -> None:
        self.virtual_size = Size(self._width, len(self.entries) * self._height)

    def _show_cursor(self) -> None:
        top, bottom = self.cursor * self._height, (self.cursor + 1) * self._height
        first, room = self.scroll_offset.y, self.scrollable_content_region.height
        if top < first:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > first + room:
            self.scroll_to(y=bottom - room, animate=False, immediate=True)
