"""Beginning where the dossier was left: the place, the trail, the widths, and a note that was being typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.timer import Timer
from textual.widgets.input import Selection

from tui.core.archive import Archive
from tui.errors import MaliTuiError
from tui.locale import N_, _
from tui.ui.drawing.status import fault_words
from tui.ui.kept_place import KeptPlace, PlaceFiles, TypedNote
from tui.ui.query_runner import QueryRunner, Turn
from tui.ui.trail import Pane, Place
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.reader.viewport import Viewport
from tui.ui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from tui.ui.screens.dossier.screen import DossierScreen

_REST = 0.3
"""Seconds without another move after which the place is written down: a held key writes once."""

_OVER = {
    Pane.CHRONOLOGY: N_("in the chronology"),
    Pane.ACCOUNT: N_("in the account"),
    Pane.FIGURES: N_("in the figures"),
    Pane.WORDS: N_("in the words in context"),
    Pane.OUTLETS: N_("in outlets by time"),
    Pane.DESK: N_("at the desk"),
    Pane.PROOF: N_("in the proof of a manuscript"),
}
_PANES = {Pane.READER: N_("in this article"), Pane.TIMELINE: N_("on the timeline")}
"""Where somebody can be who does not see the list, or is not in it."""


class Resume:
    """Keeps where the reader is, and goes there at the next start."""

    def __init__(
        self, screen: DossierScreen, explorer: Archive, files: PlaceFiles | None, kept: KeptPlace | None = None
    ) -> None:
        """Keep it in `files`, or nowhere where they are None; begin where it was `kept`."""
        self._screen = screen
        self._explorer = explorer
        self._files = files
        self._kept = kept
        self._wanted = files is not None
        """Whether the place is yet to be gone to: its article is known once articles are read."""
        self._runner = QueryRunner(screen)
        self._timer: Timer | None = None
        self._seen: Place | None = None
        """The place when somebody moved last: at the end there are no widgets to ask."""
        self._viewport: Viewport | None = None
        self._ids: dict[int, str] = {}

    def set_up(self) -> None:
        """Give the panes their widths, and ask what was asked, before the first frame."""
        kept, screen = self._kept, self._screen
        self._viewport = screen.query_one(Reader).viewport
        if kept is None:
            return
        screen.set_reactive(type(screen).asked, kept.here.query)
        if kept.share:
            screen.panes.choose(kept.share)
        if kept.measure:
            self._viewport.measure = kept.measure
        screen.proofs.last = screen.proofs.last or kept.manuscript

    def begin(self) -> None:
        """Go where the dossier was left, once there are articles."""
        if not self._wanted or not self._explorer.count:
            return
        self._wanted = False
        screen, kept = self._screen, self._kept or KeptPlace()
        if self._kept is not None:
            kept = kept.found(self._explorer.numbers_of(filter(None, kept.articles)))
            screen.navigator.resume(kept.here, kept.trail)
        screen.call_after_refresh(self._open_over, kept)

    def _open_over(self, kept: KeptPlace) -> None:
        """Open the screen that was open over the panes, and the note that was being typed."""
        if kept.here.pane is Pane.SEARCH:  # it was being typed: what is typed next goes on with it
            bar = self._screen.query_one(SearchBar)
            bar.selection = Selection.cursor(len(bar.value))
        note = self._files.note() if self._files is not None else None
        if kept.over is Pane.PROOF and kept.manuscript:
            self._screen.proofs.open(kept.manuscript)
        elif kept.over is not None and kept.over not in (Pane.PROOF, Pane.COMPARISON):
            self._screen.navigator.open(kept.over)
        if note is not None:
            self._screen.notes.go_on(note)
        self._say_where(kept)

    def _say_where(self, kept: KeptPlace) -> None:
        """Say where somebody is who begins elsewhere than in the whole list, and how to get there."""
        here = _OVER.get(kept.over) if kept.over is not None else _PANES.get(kept.here.pane)
        if here is not None:
            told = _("You left off here, {place}: esc goes to the list of articles.").format(place=_(here))
        elif fault_words(kept.here.query.text):
            told = _("You left off here, with a query that cannot be searched: / corrects it.")
        elif kept.here.query.text.strip():
            told = (
                _("You left off here, typing this query: ctrl+u empties it.")
                if kept.here.pane is Pane.SEARCH
                else _("You left off here, with this query: / and typing replaces it.")
            )
        elif kept.here.query.span is not None:
            told = _("You left off here, with a span of time: esc shows all of it.")
        else:
            return
        self._screen.app.notify(told, timeout=8)

    def keep(self) -> None:
        """Write down where the reader is, as soon as they rest there."""
        if self._files is None or self._wanted:
            return
        self._seen = self._screen.navigator.here
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(_REST, self._ask)

    def keep_note(self, note: TypedNote) -> None:
        """Write down a note that is being typed, at every key."""
        files = self._files
        if files is not None:
            self._runner.ask("typed", lambda turn: files.keep_note(note, turn.stop))

    def drop_note(self) -> None:
        """Forget the note that was being typed; called in a thread, once it is on the desk."""
        self._runner.cancel("typed")
        if self._files is not None:
            self._files.drop_note()

    def finish(self) -> None:
        """Write down where the reader is, when the application ends: whoever quits is no longer typing a query."""
        if self._files is not None and self._seen is not None:
            seen = self._seen
            seen = replace(seen, pane=Pane.LIST) if seen.pane is Pane.SEARCH else seen
            with suppress(MaliTuiError):
                self._files.keep_place(self._here(seen), self._ids_of)

    def _ask(self) -> None:
        if self._screen.is_attached and self._files is not None and self._seen is not None:
            self._runner.ask("place", partial(self._write, self._files, self._here(self._seen)))

    def _write(self, files: PlaceFiles, place: KeptPlace, turn: Turn) -> None:
        if not turn.stop():
            files.keep_place(place, self._ids_of)

    def _here(self, here: Place) -> KeptPlace:
        screen = self._screen
        measure = self._viewport.measure if self._viewport is not None else 0
        trail, over = screen.navigator.state
        return KeptPlace(here, trail, over, screen.panes.chosen, measure, screen.proofs.last)

    def _ids_of(self, numbers: Iterable[int]) -> Mapping[int, str]:
        unknown = [number for number in numbers if number not in self._ids]
        if unknown:
            self._ids.update({head.number: head.id for head in self._explorer.heads(unknown)})
        return self._ids
