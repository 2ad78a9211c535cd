"""The manuscript of a proof: its text, with a cursor on one of its statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.locale import N_
from tui.ui.drawing.proof_rows import ManuscriptRows, Role
from tui.ui.drawing.proof_words import is_good
from tui.ui.widgets.base.cursor import Cursor
from tui.ui.widgets.base.quick_scroll_view import QuickScrollView

if TYPE_CHECKING:
    from tui.proof.values import Finding


class ProofDraft(QuickScrollView, Cursor, can_focus=True):
    """A manuscript whose statements keys walk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "walk(1)", N_("next that is not verbatim"), id="draft.next-open"),
        Binding("N", "walk(-1)", N_("previous that is not verbatim"), id="draft.previous-open", show=False),
        Binding("down,j", "move(1)", N_("next statement"), id="draft.next", show=False),
        Binding("up,k", "move(-1)", N_("previous statement"), id="draft.previous", show=False),
        Binding("pagedown,space", "page(1)", N_("a page down"), id="draft.page-down", show=False),
        Binding("b,pageup", "page(-1)", N_("a page up"), id="draft.page-up", show=False),
        Binding("g,home", "edge(-1)", N_("first statement"), id="draft.first", show=False),
        Binding("G,end", "edge(1)", N_("last statement"), id="draft.last", show=False),
        Binding("enter", "read", N_("read the source there"), id="draft.read"),
    ]
    STYLES = "draft"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"draft--{role}" for role in Role}
    DEFAULT_CSS = """
    ProofDraft {
        width: 1fr; height: 1fr; scrollbar-size-vertical: 1;
        & > .draft--edge { color: $accent; }
        & > .draft--text { color: $foreground; }
        & > .draft--source { color: $quiet; }
        & > .draft--good { color: $success; }
        & > .draft--open { color: $warning; text-style: underline; }
        & > .draft--serious { color: $error; text-style: bold underline; }
        & > .draft--chosen { background: $panel; text-style: bold; }
        &:focus > .draft--chosen { background: $primary 40%; }
    }
    """

    class Moved(Message):
        """Another statement is the chosen one."""

    class ReadAsked(Message):
        """The source of the chosen statement is to be read."""

    class StatementsEnded(Message):
        """There is no statement in that direction that is not verbatim."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.findings: tuple[Finding, ...] = ()
        self._rows = ManuscriptRows("", (), 1)
        self._text = ""

    @property
    def count(self) -> int:
        """How many statements the manuscript has."""
        return len(self.findings)

    @property
    def finding(self) -> Finding | None:
        """The chosen statement with what is known of it; None where there is none."""
        return self.findings[self.cursor] if self.cursor < len(self.findings) else None

    def show(self, text: str, findings: Sequence[Finding], chosen: int = -1) -> None:
        """Show a manuscript; `chosen` is the first character of the statement to be on, else the first that is open."""
        self._text, self.findings = text, tuple(findings)
        starts = [finding.statement.start for finding in self.findings]
        first = next((place for place, finding in enumerate(self.findings) if not is_good(finding)), 0)
        self.set_reactive(ProofDraft.cursor, starts.index(chosen) if chosen in starts else first)
        self._lay_out()
        self.report()

    def report(self) -> None:
        """Say that another statement is the chosen one."""
        self.post_message(self.Moved())

    def watch_cursor(self) -> None:
        """Draw the text again with the chosen statement in sight."""
        self._follow()
        self.refresh()
        self.report()

    def on_resize(self) -> None:
        """Wrap the text for the new width."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Choose the statement under the mouse; read its source on a double click."""
        place = self._rows.place_at(event.y + self.scroll_offset.y, event.x)
        if place is not None:
            self.cursor = place
            if event.chain == 2:
                self.action_read()

    def action_walk(self, direction: int) -> None:
        """Go to the next statement that the dossier does not have as it stands, or to the one before."""
        step = range(self.cursor + 1, self.count) if direction > 0 else range(self.cursor - 1, -1, -1)
        place = next((place for place in step if not is_good(self.findings[place])), None)
        if place is None:
            self.post_message(self.StatementsEnded(direction))
        else:
            self.cursor = place

    def action_page(self, pages: int) -> None:
        """Scroll by what fits on the screen; the cursor goes to the first statement there."""
        room = max(1, self.scrollable_content_region.height - 1)
        self.scroll_to(y=self.scroll_offset.y + pages * room, animate=False, immediate=True)
        top, room = self.scroll_offset.y, self.scrollable_content_region.height
        places = range(self.count)
        shown = next((place for place in places if top <= self._rows.rows_of(place)[0] < top + room), None)
        if shown is not None:
            self.cursor = shown

    def action_read(self) -> None:
        """Ask to read the source of the chosen statement."""
        if self.finding is not None:
            self.post_message(self.ReadAsked())

    def render_line(self, y: int) -> Strip:
        """Draw the row `y` of the screen, from 0 at the upper edge."""
        if not self._text:
            return Strip(self.segments(self.empty_line(y), False)).adjust_cell_length(self.size.width, self.base_style)
        row = y + self.scroll_offset.y
        if row >= self._rows.height:
            return Strip.blank(self.size.width, self.base_style)
        chosen = self.cursor if self.findings else None
        line = self._rows.draw(row, chosen)
        return Strip(self.segments(line, False)).adjust_cell_length(self.size.width, self.base_style)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        self._rows = ManuscriptRows(self._text, self.findings, width)
        self.virtual_size = Size(width, self._rows.height)
        self._follow()
        self.refresh()

    def _follow(self) -> None:
        """Bring the chosen statement into sight, with a few rows around it."""
        if self.finding is None:
            return
        first, last = self._rows.rows_of(self.cursor)
        self.virtual_size = Size(self.virtual_size.width, self._rows.height)
        top, room = self.scroll_offset.y, max(1, self.scrollable_content_region.height)
        around = min(2, room // 4)
        if first - around < top:
            self.scroll_to(y=max(0, first - around), animate=False, immediate=True)
        elif last + around >= top + room:
            self.scroll_to(y=min(first, last + around + 1 - room), animate=False, immediate=True)
