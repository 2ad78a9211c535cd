"""Keeping what is shown in step with the folder: reading it, saying how far that is, and asking again afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from textual import events

from tui.base.progress import Looks
from tui.core.archive import Archive
from tui.dossier.account import Sums
from tui.locale import _
from tui.ui.drawing.status import again_words, progress_words
from tui.ui.messages import FolderRead, Progressed
from tui.ui.screens.dossier.table_columns import TableColumns
from tui.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.ui.screens.dossier.questions import Questions
    from tui.ui.screens.dossier.screen import DossierScreen
    from tui.ui.screens.waiting import WaitingScreen

FEW = 500
"""Articles up to which a new folder is read so soon that what needs all of them can wait."""
AGAIN = 2.0
"""Seconds until the folder is looked at again while another program is reading it."""


class FolderSync:
    """Reads the folder when the program starts and when somebody asks for it."""

    def __init__(self, screen: DossierScreen, explorer: Archive, questions: Questions) -> None:
        self._screen = screen
        self._explorer = explorer
        self._questions = questions
        self._looks = Looks(monotonic)
        self._noticed = ""
        self._advised = False
        self._columns = TableColumns(screen, explorer.folder)
        self._asked_for = False
        """Whether somebody pressed a key to have the folder read and expects a message about it."""
        self._read_whole = False
        """Whether the folder was read to its end since the program began."""
        self._new = not explorer.count
        """Whether nothing was known of the folder when the program began."""
        self._waiting: WaitingScreen | None = None
        """The line that is shown while a screen that was asked for has to wait."""
        self.busy = True
        """Whether files are being read, by this program or another one."""
        self.sums: Sums | None = None
        """The account in numbers; None until the folder was read."""

    def begin(self) -> None:
        """Read the folder."""
        self._questions.refresh()

    def postpones(self, act: Callable[[], None]) -> bool:
        """Do something once a new folder of few articles is read; say whether it has to wait for that."""
        waits = self._new and self.busy and not self._read_whole and self._explorer.count <= FEW
        if waits:
            from tui.ui.screens.waiting import WaitingScreen

            waiting = self._waiting = WaitingScreen()
            self._screen.app.push_screen(waiting, lambda wanted: self._open(act, waiting.typed) if wanted else None)
        return waits

    def _open(self, act: Callable[[], None], typed: Sequence[events.Key]) -> None:
        """Open a screen that had to wait, and hand it what was typed for it."""
        from tui.ui.screens.filtered_list import FilteredListScreen

        act()
        opened = self._screen.app.screen
        if isinstance(opened, FilteredListScreen):
            opened.hand_over(typed)

    def begin_again(self) -> None:
        """Show the dossier without what was known of it, and read it: its catalogue is made again."""
        self.show_notice()
        self._screen.explore()
        self._questions.refresh()

    def again(self) -> None:
        """Read the folder again because somebody asked for it, unless it is being read."""
        if self._questions.refreshing:
            self._screen.notify(_("The folder is already being read."), timeout=2)
        else:
            self._asked_for = True
            self._questions.refresh()

    def show_notice(self) -> None:
        """Show what is unusual in full, once: the line under the bar may be too short for it."""
        if self._explorer.notice != self._noticed:
            self._noticed = self._explorer.notice
            self._screen.notify(self._noticed, severity="warning", timeout=10, markup=False)
        if self._read_whole and not self._advised:
            from tui.core.advice import advice  # what knows the limits of reading is not loaded before the first frame

            told = advice(self._explorer)
            if told:
                self._advised = True
                self._screen.notify(told, timeout=10, markup=False)

    def show_progress(self, event: Progressed) -> None:
        """Say how far reading the dossier has come."""
        line = self._screen.query_one("#understood", TextLine)
        line.words = progress_words(event.step, event.words, line.size.width)
        self._screen.lines.make_room()
        # What has been read so far can be looked at: asked for rarely enough to leave the reading its time. Once all
        # was read, what is shown stays until all is read again: an article that is renewed is missing for a moment.
        if not self._read_whole and self._looks.due(event.step):
            self._screen.explore()

    def finish(self, event: FolderRead) -> bool:
        """Take the account; say whether the dossier has changed."""
        self.busy = event.busy
        self._read_whole |= not event.busy
        self.show_notice()
        if event.busy:
            self._screen.set_timer(AGAIN, self._questions.refresh)
        self.sums = self._explorer.sums()
        if self._asked_for and not event.busy:
            self._asked_for = False
            self._screen.notify(again_words(event.changed, self.sums, self._explorer.has_files), timeout=3)
        if event.busy or not self._end_waiting(wanted=True):
            self._columns.offer(event.columns, self.again)
        return event.changed or not self._explorer.count

    def _end_waiting(self, *, wanted: bool) -> bool:
        """Open what has to wait, unless it is not `wanted` any more; say whether anything had to."""
        waiting, self._waiting = self._waiting, None
        waits = waiting is not None and waiting.is_current
        if waiting is not None and waits:
            waiting.dismiss(wanted)
        return waits

    def fail(self) -> None:
        """Forget that somebody expects a message: they got one about the failure."""
        self._end_waiting(wanted=False)
        self._asked_for = False
        self.busy = self.busy and self._questions.refreshing
