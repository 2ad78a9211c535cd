"""The evidence of a proof: the sentences of the dossier that bear on one statement, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.locale import N_
from tui.ui.drawing.proof_rows import Role, Row, evidence_rows
from tui.ui.widgets.base.cursor import Cursor
from tui.ui.widgets.base.quick_scroll_view import QuickScrollView

if TYPE_CHECKING:
    from tui.proof.values import Evidence, Finding


class ProofEvidence(QuickScrollView, Cursor, can_focus=True):
    """Sentences with their outlets and days, best first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", N_("next sentence"), id="evidence.next", show=False),
        Binding("up,k", "move(-1)", N_("previous sentence"), id="evidence.previous", show=False),
        Binding("g,home", "edge(-1)", N_("first sentence"), id="evidence.first", show=False),
        Binding("G,end", "edge(1)", N_("last sentence"), id="evidence.last", show=False),
        Binding("enter", "read", N_("read the source there"), id="evidence.read"),
    ]
    STYLES = "evidence"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"evidence--{role}" for role in Role}
    DEFAULT_CSS = """
    ProofEvidence {
        width: 1fr; height: 1fr; scrollbar-size-vertical: 1;
        & > .evidence--edge { color: $accent; }
        & > .evidence--text { color: $foreground; }
        & > .evidence--source { color: $quiet; }
        & > .evidence--good { color: $success; text-style: bold; }
        & > .evidence--open { color: $warning; text-style: bold; }
        & > .evidence--serious { color: $error; text-style: bold; }
        & > .evidence--passage { color: $foreground; text-style: bold underline; }
        & > .evidence--change { color: $accent; }
        & > .evidence--chosen { background: $panel; }
        &:focus > .evidence--chosen { background: $chosen; }
    }
    """

    class ReadAsked(Message):
        """The chosen sentence is to be read in its article."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._finding: Finding | None = None
        self._rows: tuple[Row, ...] = ()

    @property
    def count(self) -> int:
        """How many sentences are shown."""
        return len(self._finding.evidence) if self._finding is not None else 0

    @property
    def evidence(self) -> Evidence | None:
        """The chosen sentence; None where there is none."""
        return self._finding.evidence[self.cursor] if self._finding is not None and self.count else None

    def show(self, finding: Finding | None, chosen: int = 0) -> None:
        """Show what there is of a statement, with the cursor on the sentence at a place."""
        self._finding = finding
        self.set_reactive(ProofEvidence.cursor, self.validate_cursor(chosen))
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True)
        if self.cursor:
            self._follow()

    def watch_cursor(self) -> None:
        """Draw the rows again with the chosen sentence in sight."""
        self._lay_out()
        self._follow()

    def on_resize(self) -> None:
        """Wrap for the new width."""
        self._lay_out()

    def place_at(self, y: int) -> int | None:
        """Return the place of the sentence drawn in a row, counted from 0 at the upper edge; None where none is."""
        row = y + self.scroll_offset.y
        return self._rows[row].place if row < len(self._rows) else None

    def action_read(self) -> None:
        """Ask to read the chosen sentence in its article."""
        if self.evidence is not None:
            self.post_message(self.ReadAsked())

    def render_line(self, y: int) -> Strip:
        """Draw the row `y` of the screen, from 0 at the upper edge."""
        row, width = y + self.scroll_offset.y, self.size.width
        if self._finding is None:
            return Strip(self.segments(self.empty_line(y), False)).adjust_cell_length(width, self.base_style)
        if row >= len(self._rows):
            return Strip.blank(width, self.base_style)
        runs, place = self._rows[row]
        chosen = place is not None and place == self.cursor
        return Strip(self.segments(runs, chosen)).adjust_cell_length(width, self.base_style)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width:
            found = self._finding
            self._rows = evidence_rows(found, width, self.cursor) if found is not None else ()
            self.virtual_size = Size(width, len(self._rows))
            self.refresh()

    def _follow(self) -> None:
        own = [row for row, (_, place) in enumerate(self._rows) if place == self.cursor]
        if not own:
            return
        top, room = self.scroll_offset.y, max(1, self.scrollable_content_region.height)
        if own[0] < top:
            self.scroll_to(y=own[0] if self.cursor else 0, animate=False, immediate=True)
        elif own[-1] >= top + room:
            self.scroll_to(y=min(own[0], own[-1] + 1 - room), animate=False, immediate=True)
