"""The lines in which a reader says what an article's file says wrongly: title, day, outlet, author, language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.base.printable import printable
from tui.desk.drafts import checked
from tui.desk.state import Field
from tui.errors import DeskError
from tui.locale import N_, _
from tui.ui.widgets.base.plain_input import PlainInput

_NAMES = {
    Field.TITLE: N_("title"),
    Field.DATE: N_("day"),
    Field.SOURCE: N_("outlet"),
    Field.AUTHOR: N_("author"),
    Field.LANGUAGE: N_("language"),
}
_HINT = N_("enter sets what was changed · tab next line · esc leaves")


class MendLine(PlainInput):
    """The line of one field."""


class MendScreen(ModalScreen[Mapping[Field, str]]):
    """Asks for other values; answers with those that were changed, none where the lines are left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss({})", "leave", id="mend.close")]
    DEFAULT_CSS = """
    MendScreen { align: center middle; background: $background 60%; }
    MendScreen > Vertical {
        width: 80; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; background: $panel;
        & Horizontal { height: 1; }
        & Horizontal > Static { width: 10; color: $text-muted; }
        & MendLine, & MendLine:focus { width: 1fr; background: $background; }
        & > #mend-says { color: $warning; margin-top: 1; }
    }
    """

    def __init__(self, values: Mapping[Field, str]) -> None:
        """Show what each field says now."""
        super().__init__()
        self._values = {field: MendLine().validate_value(values[field]) for field in _NAMES}

    def compose(self) -> ComposeResult:
        """Show a line for each field."""
        with Vertical():
            for field, name in _NAMES.items():
                with Horizontal():
                    yield Static(Content(_(name)))
                    line = f"mend-{field.value}"
                    yield MendLine(self._values[field], _hint(field), select_on_focus=True, id=line)
            yield Static(Content(_(_HINT)), id="mend-says")

    @on(Input.Submitted)
    def end(self, event: Input.Submitted) -> None:
        """Answer with what was changed, unless a value cannot be one of its field."""
        event.stop()
        changed: dict[Field, str] = {}
        for field, old in self._values.items():
            new = self.query_one(f"#mend-{field.value}", MendLine).value
            if new == old:
                continue
            try:
                changed[field] = checked(field, new)
            except DeskError as problem:
                self.query_one("#mend-says", Static).update(Content(printable(str(problem))))
                self.query_one(f"#mend-{field.value}", MendLine).focus()
                return
        self.dismiss(changed)


def _hint(field: Field) -> str:
    if field is Field.DATE:
        return _("undated; 2023, 2023-06 or 2023-06-30")
    return _("en, fr, ar …") if field is Field.LANGUAGE else _("none")
