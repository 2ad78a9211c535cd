"""Asks whether the columns of tables hold what they look like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.base.printable import printable_line
from tui.locale import N_, _

ROLES = {
    "title": N_("title"),
    "text": N_("text"),
    "date": N_("day"),
    "source": N_("outlet"),
    "address": N_("address"),
}

_TAKE = N_("take them")
_LEAVE = N_("leave them, and do not ask again")
_LATER = N_("later")


class ColumnsScreen(ModalScreen[bool | None]):
    """Answers with whether the columns are to be taken; None where the question was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", _TAKE, id="columns.take"),
        Binding("n", "dismiss(False)", _LEAVE, id="columns.leave"),
        Binding("escape,q", "dismiss(None)", _LATER, id="columns.later"),
    ]
    DEFAULT_CSS = """
    ColumnsScreen { align: center middle; background: $background 60%; }
    ColumnsScreen > Static {
        width: 72; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; background: $panel;
    }
    """

    def __init__(self, columns: Mapping[str, str]) -> None:
        """Ask about the name of a column for each role."""
        super().__init__()
        self._columns = columns

    def compose(self) -> ComposeResult:
        """Show what each column seems to hold, and the keys."""
        width = max(len(_(ROLES[role])) for role in self._columns)
        rows = [
            part
            for role, name in self._columns.items()
            for part in ("  ", _(ROLES[role]).ljust(width), "  ", (printable_line(name), "bold"), "\n")
        ]
        keys = [
            part
            for key, does in (("y", _(_TAKE)), ("n", _(_LEAVE)), ("esc", _(_LATER)))
            for part in (" · ", (key, "bold $accent"), " ", does)
        ]
        yield Static(
            Content.assemble(
                (_("A table here was not read: the names of its columns are unknown."), "bold"),
                "\n",
                _("By their values they seem to hold:"),
                "\n\n",
                *rows,
                "\n",
                *keys[1:],
            )
        )
