"""Where an article comes from: its file, its address, the links in its text; each opened only when asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.base.printable import printable_line
from tui.dossier.article import Article
from tui.locale import N_, _, ngettext
from tui.ui.clipboard import copy
from tui.ui.drawing.links import is_address, links_in
from tui.ui.messages import Failed
from tui.ui.open_outside import edit, editor, open_outside
from tui.ui.query_runner import QueryRunner, Turn
from tui.ui.widgets.base.pointed_list import PointedList

_ELSEWHERE = N_("The file of this article is not on this machine: the index only has its path.")


class OriginScreen(ModalScreen[None]):
    """The file, the address and the links of an article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,O", "dismiss(None)", N_("close"), id="origin.close"),
        Binding("y,c", "copy", N_("copy it"), id="origin.copy"),
        Binding("e", "edit", N_("open the file in your editor"), id="origin.edit"),
        Binding("j", "move('down')", N_("next"), show=False, id="origin.down"),
        Binding("k", "move('up')", N_("previous"), show=False, id="origin.up"),
    ]
    DEFAULT_CSS = """
    OriginScreen { align: center middle; background: $background 60%; }
    OriginScreen > OptionList, OriginScreen > OptionList:focus {
        width: 100; max-width: 100%; height: auto; max-height: 90%;
        border: none; border-bottom: blank $panel;
        border-subtitle-color: $text-muted; border-subtitle-background: $panel;
        padding: 1 2 0 2; background: $panel; scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, article: Article, folder: Path | None) -> None:
        """Show where an article of the dossier in a folder comes from; without a folder its file is elsewhere."""
        super().__init__()
        self._file: Path | None = None
        self._within = article.path
        if folder is not None:
            self._file, self._within = file_of(folder, article.path)
        self._runner = QueryRunner(self)
        self._targets: list[str | None] = []
        """What each line of the list opens."""
        self._article = article

    def compose(self) -> ComposeResult:
        """Show one list with a heading for each kind of origin."""
        article = self._article
        options = [self._heading(_("File")), self._file_line()] if self._file is not None or self._within else []
        if is_address(article.address):
            options += [self._heading(_("Address")), self._line(article.address, article.address)]
        links = [link for link in links_in((article.text, *article.left_out)) if link != article.address]
        if links:
            words = ngettext("{count} link in the text", "{count} links in the text", len(links))
            options.append(self._heading(words.format(count=len(links))))
            options += [self._line(link, link) for link in links]
        listed = PointedList(*options)
        listed.border_subtitle = _("enter opens it outside · y copies it · e opens it in your editor · esc closes")
        yield listed

    def on_mount(self) -> None:
        """Choose the file."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Open what is chosen with the program that the system has for it."""
        target = self._targets[event.option_index]
        if target is None:
            self.notify(_(_ELSEWHERE), timeout=5)
        else:
            self.notify(_("Opening {target} …").format(target=printable_line(target)), timeout=3, markup=False)
            self._runner.ask("open", partial(_open, target))

    @on(Failed)
    def show_failure(self, event: Failed) -> None:
        """Say why it was not opened."""
        self.notify(printable_line(event.sentence), severity="error", timeout=8, markup=False)

    def action_copy(self) -> None:
        """Copy the path or the address that is chosen."""
        place = self.query_one(OptionList).highlighted
        target = self._targets[place] if place is not None else None
        if target is not None:
            self.notify(copy(self.app, target), timeout=4, markup=False)

    def action_edit(self) -> None:
        """Open the file in the user's editor, which takes the terminal until it ends."""
        command = editor()
        if self._file is None:
            self.notify(_(_ELSEWHERE), timeout=5)
            return
        if not command:
            self.notify(_("No editor is named; set EDITOR, such as: EDITOR=nano mali-tui"), timeout=5)
            return
        try:
            with self.app.suspend():
                failed = edit(self._file, command)
        except SuspendNotSupported:
            failed = _("This terminal cannot be given to an editor; enter opens the file with the system's program.")
        if failed:
            self.notify(printable_line(failed), severity="error", timeout=8, markup=False)

    def action_move(self, direction: str) -> None:
        """Go to the next or the previous line."""
        listed = self.query_one(OptionList)
        if direction == "down":
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def _file_line(self) -> Option:
        within = printable_line(self._within)
        if self._file is None:
            return self._line(None, _("{path}, where the article was pushed from").format(path=within))
        shown = printable_line(str(self._file))
        words = _("{member}, in {file}").format(member=within, file=shown) if within else shown
        return self._line(str(self._file), words)

    def _heading(self, words: str) -> Option:
        self._targets.append(None)
        return Option(Content.styled(words, "bold $accent"), disabled=True)

    def _line(self, target: str | None, words: str) -> Option:
        self._targets.append(target)
        return Option(Content(words))


def file_of(folder: Path, path: str) -> tuple[Path, str]:
    """Return the file of the folder in which an article stands, and which part of it where that is an archive."""
    whole = folder.resolve() / path
    for file in (whole, *whole.parents):
        if file == folder.resolve():
            break
        if file.is_file():
            return file, "" if file == whole else whole.relative_to(file).as_posix()
    return whole, ""


def _open(target: str, turn: Turn) -> None:  # noqa: ARG001 - what was begun cannot be stopped
    open_outside(target)
