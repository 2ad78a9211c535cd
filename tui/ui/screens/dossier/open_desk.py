"""The desk of the dossier that is open: opened and written in threads, one thing after the other.

Its failures end in a sentence, never in the application. The desk's modules are loaded with it, after the first frame.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.core.archive import Archive
from tui.errors import MaliTuiError
from tui.locale import _
from tui.ui.messages import DeskChanged

if TYPE_CHECKING:
    from tui.core.desk import DossierDesk
    from tui.core.visits import NewArticles
    from tui.desk.placed_note import PlacedNote
    from tui.desk.state import DeskState, Status
    from tui.ui.screens.dossier.screen import DossierScreen


class Done(Struct, frozen=True):
    """What came of a job on the desk."""

    said: str = ""
    """What is told of it."""
    mended: bool = False
    """Whether articles say something else now."""
    unasked: bool = False
    """Whether it came about by itself, so that no list changes under the cursor."""


Job = Callable[["DossierDesk"], Done]
"""Does something on the desk, in a thread."""


class Shown(Struct, frozen=True):
    """What the panes show of the desk."""

    signs: Mapping[str, str] = field(default_factory=dict)
    """The signs of the row of each article, by its id."""
    lines: Mapping[str, str] = field(default_factory=dict)
    """The line in the reader's head of each article, by its id."""
    new: NewArticles | None = None
    """The articles that the last visit did not see."""


class OpenDesk:
    """Opens the desk, does jobs on it in the order in which they are asked for, and says what came of them."""

    def __init__(self, screen: DossierScreen, explorer: Archive, named: Path | None = None) -> None:
        """Open the desk of the dossier, or the one in a file that somebody named."""
        self._screen = screen
        self._explorer = explorer
        self._named = named
        self._desk: DossierDesk | None = None
        self._jobs: deque[Job] = deque()
        self._running = False
        self._lock = threading.Lock()
        self._opening = threading.Lock()
        self._wholly_read = False
        """Whether the folder was read to its end, so that it is known what is new."""

    @property
    def state(self) -> DeskState | None:
        """What holds on the desk; None until it is open."""
        return self._desk.desk.state() if self._desk is not None else None

    @property
    def writer(self) -> str:
        """The name under which this reader writes; empty until the desk is open."""
        return self._desk.desk.writer if self._desk is not None else ""

    def is_read(self, ident: str) -> bool:
        """Say whether it is kept already that an article was read to its end."""
        return self._desk is not None and ident in self._desk.read.ids

    def following_status(self, ident: str) -> Status:
        """As `DossierDesk.following_status`; before the desk is open, as of an article that was not read."""
        from tui.desk.state import Status

        return self._desk.following_status(ident) if self._desk is not None else Status.UNREAD.following

    @property
    def trouble(self) -> str:
        """Why what is added is kept in memory only, and what to do; empty where all is on the disk."""
        return self._desk.desk.trouble if self._desk is not None else ""

    def do(self, job: Job) -> None:
        """Do a job after all that were asked for before."""
        with self._lock:
            self._jobs.append(job)
            if self._running:
                return
            self._running = True
        self._screen.run_worker(self._work, thread=True, group="desk")

    def begin(self) -> None:
        """Open the desk where articles are there already; called in a thread. Without any, the folder comes first."""
        if self._explorer.count:
            self._open()

    def follow_folder(self) -> bool:
        """Find the desk's articles in a dossier that was just read; say whether any says something else now.

        Called in a thread.
        """
        try:
            desk = self._open()
            desk.recognise()
            changed = desk.correct()
            desk.remember()
            desk.visits.new()
            self._wholly_read = True
        except Exception as error:  # noqa: BLE001 - the desk never stops the application
            self._tell(Done(failure_words(error)), failed=True)
            return False
        self._tell(Done())
        return changed

    def placed(self, ident: str | None = None) -> tuple[PlacedNote, ...]:
        """Return the notes of an article, or all, with their places; called in a thread."""
        try:
            desk = self._open()
            return tuple(desk.placed(desk.desk.state().notes_of(ident) if ident is not None else None))
        except Exception as error:  # noqa: BLE001 - the desk never stops the application
            self._tell(Done(failure_words(error)), failed=True)
            return ()

    def starred(self) -> tuple[PlacedNote, ...]:
        """Return the starred articles as the desk lists them; called in a thread."""
        try:
            return tuple(self._open().starred())
        except Exception as error:  # noqa: BLE001 - the desk never stops the application
            self._tell(Done(failure_words(error)), failed=True)
            return ()

    def do_last(self, job: Job) -> None:
        """Do a job when the application ends, with `finish`."""
        with self._lock:
            self._jobs.append(job)

    def finish(self) -> None:
        """Do what is still to be done, when the application ends, and let the next visit know what this one saw."""
        while self._desk is not None and self._next() is not None:
            pass
        if self._desk is not None and self._wholly_read:
            with suppress(Exception):  # the application ends all the same
                self._desk.visits.keep()

    def _work(self) -> None:
        while True:
            came = self._next()
            if came is None:
                return
            self._tell(*came)

    def _next(self) -> tuple[Done, bool] | None:
        """Do the next job; return what came of it and whether it failed, None where there is none."""
        with self._lock:
            if not self._jobs:
                self._running = False
                return None
            job = self._jobs.popleft()
        try:
            return job(self._open()), False
        except Exception as error:  # noqa: BLE001 - the desk never stops the application
            return Done(failure_words(error)), True

    def _open(self) -> DossierDesk:
        with self._opening:
            if self._desk is None:
                self._desk = self._opened()
                self._tell(Done(self._desk.notice))
            return self._desk

    def _opened(self) -> DossierDesk:
        """Open the desk; where that fails, one in memory."""
        from tui.core.desk import DossierDesk

        try:
            return DossierDesk.open(self._explorer, self._named)
        except Exception as error:  # noqa: BLE001 - without its file the desk lives in memory
            from tui.desk.desk import Desk

            desk = Desk.open(None, "you")
            lost = _("Until then what you add is kept in memory and gone when you leave.")
            desk.trouble = f"{failure_words(error)} {lost}"
            opened = DossierDesk(self._explorer, desk, notice=desk.trouble)
            self._explorer.annotate(opened.annotations)
            return opened

    def _tell(self, done: Done, failed: bool = False) -> None:
        """Tell the screen what came of a job, with what is to be shown now."""
        from tui.ui.drawing.desk_words import head_lines, row_signs

        state = self.state
        shown = Shown()
        if state is not None and self._desk is not None:
            new = self._desk.visits.new() if self._wholly_read else None
            signs = row_signs(state, new.ids if new is not None else (), self._desk.read.ids)
            shown = Shown(signs, head_lines(state, self.writer), new)
        with suppress(Exception):  # the screen may be gone
            self._screen.post_message(
                DeskChanged(done.said, shown, done.mended, failed or bool(self.trouble), done.unasked)
            )


def failure_words(error: Exception) -> str:
    """Say what went wrong with the desk; an error of the program by its kind."""
    if isinstance(error, MaliTuiError):
        return str(error)
    return _("The desk could not do this ({name}); nothing else is affected.").format(name=type(error).__name__)
