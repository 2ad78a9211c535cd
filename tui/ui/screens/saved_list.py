"""The saved queries as a short list over the screen, each with its key, its count and what is new in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.base.printable import printable_line
from tui.core.archive import Archive
from tui.locale import N_, _, ngettext
from tui.timeline.granularity import iso_label
from tui.ui.messages import Failed
from tui.ui.query_runner import QueryRunner, Turn
from tui.ui.screens.dossier.desk_jobs import forget_job
from tui.ui.screens.dossier.saved_queries import MOST
from tui.ui.widgets.base.pointed_list import PointedList

if TYPE_CHECKING:
    from tui.core.saved_queries import CountedQuery
    from tui.desk.state import SavedQuery
    from tui.ui.screens.dossier.open_desk import OpenDesk


class Counted(Message):
    """The queries were asked."""

    def __init__(self, counted: Sequence[CountedQuery]) -> None:
        super().__init__()
        self.counted = {each.saved.id: each for each in counted}


class SavedList(ModalScreen[str | None]):
    """The saved queries; answers with the id of the one that is to be asked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,0", "dismiss(None)", N_("close"), id="saved.close"),
        Binding("minus,delete", "remove", N_("take it off; u brings it back"), id="saved.remove"),
        Binding("j", "move('down')", N_("next"), show=False, id="saved.down"),
        Binding("k", "move('up')", N_("previous"), show=False, id="saved.up"),
    ]
    DEFAULT_CSS = """
    SavedList { align: center middle; background: $background 60%; }
    SavedList > OptionList, SavedList > OptionList:focus {
        width: 80; max-width: 100%; height: auto; max-height: 90%;
        border: none; border-bottom: blank $panel;
        border-subtitle-color: $text-muted; border-subtitle-background: $panel;
        padding: 1 2 0 2; background: $panel; scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, explorer: Archive, desk: OpenDesk) -> None:
        super().__init__()
        self._explorer = explorer
        self._desk = desk
        self._runner = QueryRunner(self)
        self._saved = list(desk.state.saved.values()) if desk.state is not None else []
        self._counted: dict[str, CountedQuery] = {}

    def compose(self) -> ComposeResult:
        """Show one list."""
        values = PointedList(id="saved")
        values.border_subtitle = _("enter shows its hits · - takes off · esc closes")
        yield values

    def on_mount(self) -> None:
        """List the queries, then ask each of them."""
        self._list()
        self.query_one(OptionList).focus()
        self._runner.ask("saved", partial(_count, self._explorer, tuple(self._saved)))

    @on(Counted)
    def show_counts(self, event: Counted) -> None:
        """Say how much each of them finds."""
        self._counted = event.counted
        self._list()

    @on(Failed)
    def show_failure(self, event: Failed) -> None:
        """Say what went wrong."""
        self.notify(event.sentence, severity="error", timeout=10, markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the query."""
        self.dismiss(self._saved[event.option_index].id if self._saved else None)

    def action_move(self, direction: str) -> None:
        """Go to the next or the previous query."""
        values = self.query_one(OptionList)
        if direction == "down":
            values.action_cursor_down()
        else:
            values.action_cursor_up()

    def action_remove(self) -> None:
        """Take the chosen query off the desk."""
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._saved):
            self._desk.do(forget_job(self._saved.pop(place)))
            self._list()

    def _list(self) -> None:
        values = self.query_one(OptionList)
        chosen = values.highlighted or 0
        values.clear_options()
        lines = [_line(place, saved, self._counted.get(saved.id)) for place, saved in enumerate(self._saved, 1)]
        none = Option(Content(_("No query is saved yet; S saves the present one.")), disabled=True)
        values.add_options([Option(line) for line in lines] or [none])
        values.highlighted = min(chosen, len(lines) - 1) if lines else None


def _line(place: int, saved: SavedQuery, counted: CountedQuery | None) -> Content:
    from tui.core.saved_queries import query_words

    key = str(place) if place <= MOST else " "
    told = ""
    if counted is not None and counted.fault:
        told = _("not counted: {fault}").format(fault=printable_line(counted.fault))
    elif counted is not None:
        count = len(counted.found)
        told = ngettext("{count} article", "{count} articles", count).format(count=f"{count:,}")
        if counted.new:
            new = ngettext("{count} new since {day}", "{count} new since {day}", counted.new)
            told += f" · {new.format(count=f'{counted.new:,}', day=iso_label(saved.seen_at))}"
    name, asked = printable_line(saved.name), printable_line(query_words(saved))
    return Content.assemble((f"{key}  ", "$accent"), (name, "bold"), f"  {asked}", (f"  {told}", "$text-muted"))


def _count(explorer: Archive, saved: Sequence[SavedQuery], turn: Turn) -> None:
    from tui.core.saved_queries import counted_query

    counted = []
    for each in saved:
        if turn.stop():
            return
        counted.append(counted_query(explorer, each))
        turn.post(Counted(tuple(counted)))
