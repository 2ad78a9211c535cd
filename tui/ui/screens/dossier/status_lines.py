"""The lines around the panes: how much was found, how the question was understood, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui.drawing.status import Words, count_words, dossier_words, stop_words, understood_words
from tui.ui.drawing.styled_runs import cells, two_lines
from tui.ui.screens.dossier.welcome import Welcome
from tui.ui.screens.key_sections import hint_words
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.ui.screens.dossier.milestones import Milestones
    from tui.ui.screens.dossier.screen import DossierScreen


class StatusLines:
    """Writes them."""

    def __init__(self, screen: DossierScreen, milestones: Milestones) -> None:
        self._screen = screen
        self._milestones = milestones
        self.welcome = Welcome(self.show_hints)
        self._typing = False
        """Whether the search bar has the focus."""

    def show(self) -> None:
        """Write the lines above the panes; a date under the reader's cursor is explained in one of them."""
        screen, view, reader = self._screen, self._screen.view, self._screen.query_one(Reader)
        if view is None:
            return
        screen.query_one("#count", TextLine).words = count_words(view)
        tally = screen.query_one("#tally", TextLine)
        tally.words = count_words(view, brief=True)
        explorer = screen.explorer
        explained = stop_words(reader.date, reader.notes, screen.size.width, screen.desk.writer)
        trouble = explorer.notice or screen.desk.trouble
        line = screen.query_one("#understood", TextLine)
        room = line.content_size.width
        about = dossier_words(explorer.folder.name, screen.folder.sums, self._milestones.disputed, room or None)
        notice = ((trouble, "muted"),) if trouble else about
        line.words = explained or understood_words(view, notice, room or None)
        self.make_room()
        if explained and cells(line.words) + cells(tally.words) > self._room(line, tally):
            tally.words = ()
            tally.fit()
        if view.otherwise and not explained and not self._typing:
            self._show_more(line, tally, whole=True, counted=True)
        else:
            self._show_more(line, tally, whole=bool(view.offered or view.fault))
        self.show_hints()

    def make_room(self) -> None:
        """Leave the order out of the count where what stands beside it, how far reading is too, would be cut."""
        line, tally = self._screen.query_one("#understood", TextLine), self._screen.query_one("#tally", TextLine)
        view = self._screen.view
        if view is None:
            return
        if cells(line.words) + cells(tally.words) > self._room(line, tally):
            tally.words = count_words(view, brief=True, order=False)
        if cells(line.words) + tally.kept > self._room(line, tally):
            tally.fit()

    def _show_more(self, line: TextLine, tally: TextLine, whole: bool, counted: bool = False) -> None:
        """Give a line that has to be read as a whole a second one, and unless it stays the room of the count."""
        screen = self._screen
        rest: Words = ()
        if whole and cells(line.words) > line.content_size.width:
            tally.words = tally.words if counted else ()
            tally.fit()
            line.words, rest = two_lines(line.words, self._room(line, tally) - cells(tally.words) - counted)
        more = screen.query("#more")
        if rest and not more:
            screen.mount(TextLine(id="more"), after="#status")
        elif not rest:
            more.remove()
        for each in screen.query("#more").results(TextLine):
            each.words = rest

    def _room(self, line: TextLine, tally: TextLine) -> int:
        return self._screen.size.width - line.gutter.width - tally.gutter.width

    def show_hints(self) -> None:
        """Write the keys of what has the focus; at the first start three hints."""
        screen = self._screen
        typing = isinstance(screen.focused, SearchBar)
        if typing is not self._typing and screen.view is not None:
            self._typing = typing
            if screen.view.otherwise:  # all of it is shown once the bar is left: while words are typed no list moves
                self.show()
                return
        bare = screen.view is not None and screen.view.of == 0 and not screen.folder.busy
        first = () if bare else self.welcome.words
        unmarked = isinstance(screen.focused, Reader) and screen.view is not None and screen.view.tree is None
        words = first or hint_words(screen, screen.navigator.behind, bare=bare, idle="n" * unmarked)
        screen.query_one("#hints", TextLine).words = words
