"""The citation styles as a short list over the screen, each with the citation of the article that is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.base.printable import printable_line
from tui.citations import STYLES, Reference, as_text, cite
from tui.dossier.article import Article
from tui.dossier.serialization import Head
from tui.locale import N_, _
from tui.ui.citation_style import choose_citation_style, citation_style
from tui.ui.widgets.base.pointed_list import PointedList

_ADDRESS = "https://…"
"""What stands for an address, which is the same in every style and longer than all the rest."""


class StyleList(ModalScreen[None]):
    """The styles in which copies and exports cite; the chosen one is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,semicolon", "dismiss(None)", N_("close"), id="styles.close"),
        Binding("j", "move('down')", N_("next"), show=False, id="styles.down"),
        Binding("k", "move('up')", N_("previous"), show=False, id="styles.up"),
    ]
    DEFAULT_CSS = """
    StyleList { align: center middle; background: $background 60%; }
    StyleList > OptionList, StyleList > OptionList:focus {
        width: 80; max-width: 100%; height: auto; max-height: 90%;
        border: none; border-bottom: blank $panel;
        border-subtitle-color: $text-muted; border-subtitle-background: $panel;
        padding: 1 2 0 2; background: $panel; scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, head: Article | Head | None) -> None:
        """List the styles with the citation of an article; without one, their names alone."""
        super().__init__()
        reference = Reference.of(head) if head is not None else None
        self._reference = replace(reference, address=_ADDRESS if reference.address else "") if reference else None

    def compose(self) -> ComposeResult:
        """Show one list."""
        styles = PointedList(*(Option(self._words(name)) for name in STYLES), id="styles")
        styles.border_subtitle = _("enter cites so from now on · esc closes")
        yield styles

    def on_mount(self) -> None:
        """Put the cursor on the style that is chosen."""
        styles = self.query_one(OptionList)
        styles.highlighted = list(STYLES).index(citation_style())
        styles.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Cite in this style from now on."""
        name = list(STYLES)[event.option_index]
        told = [_("Citation style: {name}.").format(name=name)]
        if not choose_citation_style(name):
            told.append(_("It could not be kept: the data folder cannot be written."))
        self.app.notify(" ".join(told), timeout=3)
        self.dismiss(None)

    def action_move(self, direction: str) -> None:
        """Go to the next or the previous style."""
        styles = self.query_one(OptionList)
        if direction == "down":
            styles.action_cursor_down()
        else:
            styles.action_cursor_up()

    def _words(self, name: str) -> Content:
        chosen = " · " + _("chosen") if name == citation_style() else ""
        sample = printable_line(as_text(cite(self._reference, name))) if self._reference is not None else ""
        return Content.assemble((name, "bold"), (chosen, "$accent"), f"\n{sample}" if sample else "")
