"""The list of an account: files, the files in archives, or articles; only what is in sight is ever drawn."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from tui.ui.drawing.account_entries import AccountLine
from tui.ui.drawing.account_rows import Line, Role, draw_entry, entry_height, name_cells
from tui.ui.widgets.base.virtual_list import VirtualList


class AccountList(VirtualList, can_focus=True):
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
    STYLES = "account"
    QUIET = Role.DETAIL
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"account--{role}" for role in Role} | {"account--chosen"}
    DEFAULT_CSS = """
    AccountList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .account--edge { color: $accent; }
        & > .account--read { color: $quiet; }
        & > .account--skipped { color: $secondary; }
        & > .account--failed { color: $error; text-style: bold; }
        & > .account--date { color: $secondary; }
        & > .account--name { color: $foreground; }
        & > .account--detail { color: $quiet; }
        & > .account--chosen { background: $chosen; }
    }
    """

    entries: reactive[tuple[AccountLine, ...]] = reactive((), init=False)
    """What is listed, in its order."""

    class Moved(Message):
        """Another entry is the chosen one; None where there is none."""

        def __init__(self, entry: AccountLine | None) -> None:
            super().__init__()
            self.entry = entry

    class Unfolded(Message):
        """The files in an archive are to be listed, or hidden."""

        def __init__(self, path: str, opened: bool) -> None:
            super().__init__()
            self.path = path
            self.opened = opened

    class ReadAsked(Message):
        """The articles of an entry are to be read."""

        def __init__(self, entry: AccountLine) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = 1

    @property
    def count(self) -> int:
        """How many entries are listed."""
        return len(self.entries)

    @property
    def item_height(self) -> int:
        """The rows that each entry takes."""
        return entry_height(self._width)

    @property
    def entry(self) -> AccountLine | None:
        """The chosen entry, or None where there is none."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def list_entries(self, entries: tuple[AccountLine, ...], chosen: str = "") -> None:
        """List other entries with the cursor on the one named `chosen`, else on the one it was on, else on the first.

        Where the cursor stays on its entry, the entry stays at its row.
        """
        old = self.entry
        height = self.item_height
        row = self.cursor * height - self.scroll_offset.y
        wanted = chosen or (old.name if old is not None else "")
        places = (place for place, entry in enumerate(entries) if entry.name == wanted)
        self.set_reactive(AccountList.entries, entries)
        self.set_reactive(AccountList.cursor, next(places, 0))
        self.lay_out()
        self.scroll_to(y=max(0, self.cursor * height - max(0, row)), animate=False, immediate=True)
        self.show_cursor()
        self.refresh()
        self.report()

    def report(self) -> None:
        """Post which entry is the chosen one."""
        self.post_message(self.Moved(self.entry))

    def line(self, place: int, row: int) -> Line:
        """Return a row of an entry."""
        return draw_entry(self.entries[place], self._width, self._names, place == self.cursor)[row]

    def lay_out(self) -> None:
        """Give the names the width that they need, and set the length of the scrollbar."""
        self._names = name_cells(self.entries, self._width)
        super().lay_out()

    def action_unfold(self, opened: bool) -> None:
        """Open the chosen archive, or close the one that the chosen entry is in."""
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

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width)
