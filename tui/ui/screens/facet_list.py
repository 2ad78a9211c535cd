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
from tui.search.facets import Choice, Facet, is_asked, refined, toggled
from tui.ui.widgets.base.pointed_list import PointedList

_HEADINGS = {
    "source": N_("Sources"),
    "author": N_("Authors"),
    "lang": N_("Languages"),
    "tag": N_("Tags"),
    "name": N_("Names"),
    "date": N_("Years"),
}


class FacetList(ModalScreen[str | None]):
    """Fields with their values and counts; answers with the query that asks for what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,f", "leave", "close", id="facets.close"),
        Binding("space", "sign('+')", "this one too", id="facets.with"),
        Binding("minus", "sign('-')", "not this one", id="facets.without"),
        Binding("j", "move('down')", "down", show=False, id="facets.down"),
        Binding("k", "move('up')", "up", show=False, id="facets.up"),
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
        self._asked = asked
        self._facets = [facet for facet in facets if facet.choices]
        self._choices: list[tuple[str, Choice] | None] = []
        for facet in self._facets:
            self._choices += [None, *((facet.field, choice) for choice in facet.choices)]
        self._signs: dict[int, str] = {}
        """What was signed by its place in the list: `+` for one that is wanted too, `-` for one that is not."""

    def compose(self) -> ComposeResult:
        """Show one list with a heading for each field."""
        options: list[Option] = []
        for facet in self._facets:
            more = "  " + _("and {count:,} more").format(count=facet.others) if facet.others else ""
            heading = Content.assemble((_(_HEADINGS[facet.field]), "bold $accent"), (more, "$text-muted"))
            options.append(Option(heading, disabled=True))
            options += [Option(self._words(choice, "")) for choice in facet.choices]
        if not options:
            options.append(Option(Content(_("There is nothing to choose by.")), disabled=True))
        values = PointedList(*options)
        values.border_subtitle = _("enter chooses · space several · - not this one · esc")
        yield values

    def on_mount(self) -> None:
        """Choose the first value."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the query that asks for what was signed; without any sign, for this value, or no longer."""
        one = self._choices[event.option_index]
        if not self._signs:
            self.dismiss(toggled(self._asked, one[1].clause) if one is not None else None)
            return
        wanted: dict[str, list[str]] = {}
        unwanted = []
        for place, sign in sorted(self._signs.items()):
            signed = self._choices[place]
            if signed is not None and sign == "+":
                wanted.setdefault(signed[0], []).append(signed[1].clause)
            elif signed is not None:
                unwanted.append(signed[1].clause)
        self.dismiss(refined(self._asked, wanted.values(), unwanted))

    def action_sign(self, sign: str) -> None:
        """Want the highlighted value too, or exclude it; again takes that back."""
        values = self.query_one(OptionList)
        place = values.highlighted
        chosen = self._choices[place] if place is not None and self._choices else None
        if place is None or chosen is None:
            return
        if self._signs.get(place) == sign:
            del self._signs[place]
        else:
            self._signs[place] = sign
        values.replace_option_prompt_at_index(place, self._words(chosen[1], self._signs.get(place, "")))
        values.action_cursor_down()

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

    def _words(self, choice: Choice, sign: str) -> Content:
        """Write a value with its count, and with a sign: that of the list, else that of the query."""
        asked = "✓" if is_asked(self._asked, choice.clause) else " "
        asked = "−" if is_asked(self._asked, f"-{choice.clause}") else asked
        shown = {"+": "+", "-": "−"}.get(sign, asked)
        return Content.assemble(f"{shown} {printable_line(choice.value)}", (f"  {choice.count:,}", "$text-muted"))
