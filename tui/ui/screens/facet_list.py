"""What the hits have in common, as a short list over the screen: a chosen value becomes part of the query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.base.printable import printable_line
from tui.locale import N_, _
from tui.search.facets import Facet, is_asked

_HEADINGS = {
    "source": N_("Sources"),
    "author": N_("Authors"),
    "lang": N_("Languages"),
    "tag": N_("Tags"),
    "date": N_("Years"),
}


class FacetList(ModalScreen[str | None]):
    """Fields with their values and counts; answers with the clause of the chosen value, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,f", "leave", "Close", id="facets.close"),
        Binding("j", "move('down')", "Down", show=False, id="facets.down"),
        Binding("k", "move('up')", "Up", show=False, id="facets.up"),
    ]
    DEFAULT_CSS = """
    FacetList { align: center middle; background: $background 60%; }
    FacetList > OptionList, FacetList > OptionList:focus {
        width: 60; max-width: 100%; height: auto; max-height: 90%;
        border: none; border-bottom: blank $panel;
        border-subtitle-color: $text-muted; border-subtitle-background: $panel;
        padding: 1 2 0 2; background: $panel; scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, facets: Sequence[Facet], asked: str) -> None:
        """Show facets; those whose clause stands in the query `asked` are ticked."""
        super().__init__()
        self._facets = facets
        self._asked = asked
        self._clauses: list[str | None] = []

    def compose(self) -> ComposeResult:
        """Show one list with a heading for each field."""
        options: list[Option] = []
        for facet in self._facets:
            more = f"  {_('and {count:,} more').format(count=facet.others)}" if facet.others else ""
            heading = Content.assemble((_(_HEADINGS[facet.field]), "bold $accent"), (more, "$text-muted"))
            options.append(Option(heading, disabled=True))
            self._clauses.append(None)
            for choice in facet.choices:
                tick = "✓" if is_asked(self._asked, choice.clause) else " "
                value = printable_line(choice.value)
                words = Content.assemble(f"{tick} {value}", (f"  {choice.count:,}", "$text-muted"))
                options.append(Option(words))
                self._clauses.append(choice.clause)
        if not options:
            options.append(Option(Content(_("There is nothing to choose by.")), disabled=True))
        values = OptionList(*options)
        values.border_subtitle = _("enter chooses · esc closes")
        yield values

    def on_mount(self) -> None:
        """Choose the first value."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the clause of the value."""
        self.dismiss(self._clauses[event.option_index])

    def action_move(self, direction: str) -> None:
        """Go to the next or the previous value."""
        values = self.query_one(OptionList)
        if direction == "down":
            values.action_cursor_down()
        else:
            values.action_cursor_up()

    def action_leave(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
