"""Asks for the name of a file to write; its ending chooses the form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.base.printable import printable
from tui.base.progress import Stop
from tui.errors import Cancelled
from tui.export.files import (
    ExportRefused,
    FileExists,
    Forms,
    check_free,
    ending_of,
    first_name,
    named_file,
    write_whole,
)
from tui.locale import _
from tui.ui.messages import Failed
from tui.ui.query_runner import QueryRunner, Turn
from tui.ui.widgets.base.plain_input import PlainInput


class FileName(PlainInput):
    """The line in which the name of a file is typed."""


class ExportScreen(ModalScreen[Path | None]):
    """Asks for a name and writes; answers with the file that was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "close", id="export.close")]
    DEFAULT_CSS = """
    ExportScreen { align: center middle; background: $background 60%; }
    ExportScreen > Vertical {
        width: 80; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; background: $panel;
        & > FileName, & > FileName:focus { background: $background; }
        & > #export-says { color: $warning; margin-top: 1; }
        & > #export-forms { color: $text-muted; margin-top: 1; }
    }
    ExportScreen.-low > Vertical { padding: 0 1; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-usual")]

    class Written(Message):
        """The file was written."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Made(Message):
        """A part of the file was made."""

        def __init__(self, done: int, total: int) -> None:
            super().__init__()
            self.done = done
            self.total = total

    class Refused(Message):
        """The file was not written."""

        def __init__(self, sentence: str, name: str, exists: bool) -> None:
            super().__init__()
            self.sentence = sentence
            self.name = name
            """What was typed."""
            self.exists = exists
            """Whether the only obstacle is a file of that name."""

    def __init__(self, what: str, forms: Forms, dossier: Path, stem: str) -> None:
        """Ask for the file of `what`, say `27 events`; `stem` begins the name that is suggested."""
        super().__init__()
        self._what = what
        self._forms = forms
        self._dossier = dossier
        self._suggested = first_name(dossier, stem, next(iter(forms)))
        self._agreed = ""
        self._runner = QueryRunner(self)
        self._turn: Turn | None = None
        """The writing that goes on."""

    def compose(self) -> ComposeResult:
        """Show the question, the line and the forms."""
        endings = " · ".join(f"{ending} {_(form[0])}" for ending, form in self._forms.items())
        with Vertical():
            yield Static(Content.assemble((_("Write {what} to a file").format(what=self._what), "bold")))
            yield FileName(self._suggested)
            yield Static(Content(endings), id="export-forms")
            yield Static(Content(_("enter writes · esc leaves")), id="export-says")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(FileName).focus()

    @on(Input.Changed)
    def forget_agreement(self, event: Input.Changed) -> None:
        """Ask again before replacing a file of another name."""
        if event.value != self._agreed:
            self._agreed = ""

    @on(Input.Submitted)
    def write(self, event: Input.Submitted) -> None:
        """Write the file in a thread."""
        event.stop()
        self._runner.ask("export", partial(self._write, event.value))

    def _write(self, name: str, turn: Turn) -> None:
        self._turn = turn
        try:
            path = named_file(name, self._forms, self._dossier)
            text: Callable[[], str] = self._forms[ending_of(path.name, self._forms)][1]
            over = name == self._agreed
            check_free(path, over=over)
            made = text()
            if self.stop():
                return
            write_whole(path, made, over=over)
        except Cancelled:
            return
        except ExportRefused as problem:
            self.post_message(self.Refused(str(problem), name, isinstance(problem, FileExists)))
        else:
            self.post_message(self.Written(path))

    @property
    def stop(self) -> Stop:
        """Says in a form's thread whether nobody waits for the file any more."""
        turn = self._turn
        return lambda: not self.is_attached or (turn is not None and turn.stop())

    def report(self, done: int, total: int) -> None:
        """Say from a form's thread how much of the file is made."""
        self.post_message(self.Made(done, total))

    @on(Made)
    def show_made(self, event: Made) -> None:
        """Say how much of the file is made."""
        self.query_one("#export-says", Static).update(
            Content(_("{done:,} of {total:,} · esc stops").format(done=event.done, total=event.total))
        )

    @on(Refused)
    def show_refusal(self, event: Refused) -> None:
        """Say why nothing was written."""
        self._agreed = event.name if event.exists else ""
        self.query_one("#export-says", Static).update(Content(printable(event.sentence)))

    @on(Failed)
    def show_failure(self, event: Failed) -> None:
        """Say that the program failed; another file may be written."""
        self.query_one("#export-says", Static).update(Content(printable(event.sentence)))

    @on(Written)
    def close(self, event: Written) -> None:
        """Answer with the file."""
        self.dismiss(event.path)
