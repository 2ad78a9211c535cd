"""What the account and the chronology have in common: a list over the whole screen that typed words narrow.

Whatever takes time runs in a thread, through the query runner: fetching what is listed, and filtering it at every key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from msgspec import Struct
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from tui.base.progress import Stop
from tui.core.archive import Archive
from tui.core.view import Reading
from tui.locale import _
from tui.search.passage import Mark
from tui.ui.drawing.key_table import key_named
from tui.ui.messages import Failed
from tui.ui.query_runner import QueryRunner, Turn, tell_failure
from tui.ui.screens.key_sections import hint_words
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.filter_bar import FilterBar
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.text_line import TextLine

Select = Callable[[str, Stop], Sequence[Any]]
"""Returns what has all the words; called in a thread."""


class Left(Struct, frozen=True):
    """The answer of a screen over the panes: how it was left, and for where."""

    state: object
    """What brings it back as it was."""
    goal: Goal | None = None
    """Where it leads; None goes one place back."""


class Filtered(Message):
    """The items that have the typed words were found."""

    def __init__(self, items: Sequence[Any], words: str, chosen: object) -> None:
        super().__init__()
        self.items = items
        self.words = words
        self.chosen = chosen
        """What is to be chosen among them; None keeps what is chosen."""


class PassageRead(Message):
    """The article of the chosen item was fetched."""

    def __init__(self, reading: Reading, passage: Mark) -> None:
        super().__init__()
        self.reading = reading
        self.passage = passage


def shared_bindings(name: str, key: str) -> list[BindingType]:
    """Return the keys that every such screen has; `name` begins their ids, and `key` opened the screen."""
    return [
        Binding("slash", "filter", "filter", id=f"{name}.filter"),
        Binding("escape", "escape", "drop the filter, then to the list of articles", id=f"{name}.escape", show=False),
        Binding(f"q,backspace,{key}", "leave", "back", id=f"{name}.back"),
        Binding("question_mark,f1", "keys", "keys", id=f"{name}.keys"),
        Binding("colon", "app.command_palette", "every action", id=f"{name}.palette", show=False),
    ]


class FilteredListScreen(Screen[Left]):
    """A list with lines about it above, lines about the chosen item below, and a filter."""

    FILTER_HINT: ClassVar[str] = ""
    """What the empty filter says can be typed."""
    DEFAULT_CSS = """
    FilteredListScreen {
        & > #head { padding: 0 1; }
        & > #subhead { padding: 0 1; border-bottom: solid $rule; height: 2; }
        & > #detail { padding: 0 1; border-top: solid $rule; height: 2; }
        & > #hints { padding: 0 1; }
        &.-low > #subhead { height: 1; border-bottom: none; }
        & > #beside { display: none; }
        &.-wide > #beside { display: block; dock: right; width: 47%; border-left: solid $rule; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-regular"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-usual")]

    def __init__(self, explorer: Archive) -> None:
        super().__init__()
        self.explorer = explorer
        self.runner = QueryRunner(self)
        self.words = ""
        """What the list is filtered by."""
        self._beside: tuple[int, Mark] | None = None
        self._listed = False
        """Whether anything was listed yet: until then nobody knows that the list is empty."""
        self._typed: list[events.Key] = []
        """Keys that were typed before the screen could open; they wait for the list."""

    def list_widget(self) -> Widget:
        """Return a new list."""
        return Widget()

    def detail_widget(self) -> Widget:
        """Return what says more about the chosen item."""
        return TextLine(id="detail")

    def selection(self) -> Select | None:
        """Return what selects from all that there is now; None while there is nothing yet."""
        return None

    def show_items(self, event: Filtered) -> None:
        """List what was found."""

    def is_whole(self) -> bool:
        """Say whether all of it is listed that there will be."""
        return True

    def hand_over(self, typed: Sequence[events.Key]) -> None:
        """Press what was typed for this screen before it could open, as soon as all is listed.

        The key that opens the screen also closes it: who pressed it again out of impatience did not mean that.
        """
        closing = {entry.key for entry in self.BINDINGS if isinstance(entry, Binding) and entry.action == "leave"}
        closers = {key for keys in closing for key in keys.split(",")}
        self._typed = [key for key in typed if key.key not in closers]

    def state(self) -> object:
        """Return what brings the screen back as it is."""
        return None

    def compose(self) -> ComposeResult:
        """Lay out the lines above, the list, what is known of the chosen item, and the keys."""
        self._take_size()
        yield TextLine(id="head")
        yield TextLine(id="subhead")
        yield self.list_widget()
        yield self.detail_widget()
        yield TextLine(id="hints", whole=True)
        beside = Reader(id="beside")
        beside.can_focus = False  # the keys stay with the list
        yield beside

    def _take_size(self) -> None:
        """Have the classes of the breakpoints before anything is styled; from the first resize all would be anew."""
        width, height = self.app.size
        for side, points in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            reached = [name for least, name in points if side >= least]
            self.update_classes({name: name == reached[-1] for _, name in points}, update=False)

    def on_mount(self) -> None:
        """Follow the cursor with the article beside the list."""
        self.watch(self.listing, "cursor", self.fill_room)

    def passage(self) -> tuple[int, Mark] | None:
        """Return the article of the chosen item, by number, and its passage; None where there is none."""
        return None

    def show_beside(self) -> None:
        """Show the passage of the chosen item in its article, where there is room beside the list."""
        chosen = self.passage() if self.has_class("-wide") else None
        if chosen is not None and chosen != self._beside:
            self._beside = chosen
            self.runner.ask("beside", partial(_read, self.explorer, *chosen))

    @on(PassageRead)
    def take_beside(self, event: PassageRead) -> None:
        """Show an article that was fetched, unless another one is chosen by now."""
        if (event.reading.number, event.passage) == self._beside:
            beside = self.query_one("#beside", Reader)
            if beside.reading is None or beside.reading.number != event.reading.number:
                beside.show(event.reading, 0)
            beside.select(event.passage)

    @on(events.Resize)
    def fill_room(self) -> None:
        """Use the room that there is now."""
        self.call_after_refresh(self.show_beside)

    @property
    def listing(self) -> Widget:
        """The list."""
        return self.query_one("#listing")

    def refilter(self, chosen: object = None) -> None:
        """List what has the words, with the cursor on what is `chosen`."""
        select = self.selection()
        if select is not None:
            self.runner.ask("filter", partial(_filter, select, self.words, chosen))

    def filter_by(self, words: str) -> None:
        """Open the filter with words in it; the list keeps the focus."""
        self._open_filter().value = words  # which filters, and then lists

    @on(Filtered)
    def show_filtered(self, event: Filtered) -> None:
        """List what has the words, unless others were typed since."""
        if event.words == self.words:
            self._listed = True
            self.show_items(event)
            self.show_beside()
            self.show_hints()
            if self._typed and self.is_whole():
                self.app.call_later(self._press_typed)  # sent by the screen itself they would end here

    def _press_typed(self) -> None:
        typed, self._typed = self._typed, []
        for key in typed:
            self.app.post_message(events.Key(key.key, key.character))

    @on(Input.Changed, "#filter")
    def filter_typed(self, event: Input.Changed) -> None:
        """Filter by what is typed, at every key."""
        self.words = event.value
        self.refilter()

    @on(FilterBar.Accepted)
    def accept_filter(self) -> None:
        """Go on in the list."""
        self.set_focus(self.listing)

    @on(FilterBar.Closed)
    def drop_filter(self) -> None:
        """List everything again."""
        self.query(FilterBar).remove()
        self.set_focus(self.listing)
        self.words = ""
        self.refilter()

    @on(Failed)
    def show_failure(self, event: Failed) -> None:
        """Say what went wrong and what to do."""
        tell_failure(self, event)

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.show_hints()

    def show_hints(self) -> None:
        """Show the keys of what has the focus, as they are now."""
        empty = self._listed and getattr(self.listing, "count", None) == 0
        self.query_one("#hints", TextLine).words = hint_words(self, empty=empty)

    @on(TextLine.KeyPressed)
    def press(self, event: TextLine.KeyPressed) -> None:
        """Do what the key that was clicked would do; sent by the screen itself it would end here."""
        self.app.call_later(self.app.simulate_key, key_named(event.key))

    def leave(self, goal: Goal | None = None) -> None:
        """Close the screen and go to `goal`; without one, one place back."""
        self.dismiss(Left(self.state(), goal))

    def action_filter(self) -> None:
        """Type words to filter by."""
        bars = self.query(FilterBar)
        (bars.first() if bars else self._open_filter()).focus()

    def action_escape(self) -> None:
        """Drop the filter; without one, go to the list of articles."""
        if self.query(FilterBar):
            self.drop_filter()
        else:
            self.leave(Goal(Pane.LIST))

    def action_leave(self) -> None:
        """Go one place back."""
        self.leave()

    def action_keys(self) -> None:
        """Show the keys."""
        from tui.ui.screens.key_help import KeyHelp
        from tui.ui.screens.key_sections import sections_for

        self.app.push_screen(KeyHelp(sections_for(self)))

    def _open_filter(self) -> FilterBar:
        bar = FilterBar(_(self.FILTER_HINT), id="filter")
        self.mount(bar, after="#listing")
        return bar


def _read(explorer: Archive, number: int, passage: Mark, turn: Turn) -> None:
    turn.post(PassageRead(explorer.read(number), passage))


def _filter(select: Select, words: str, chosen: object, turn: Turn) -> None:
    turn.post(Filtered(select(words, turn.stop), words, chosen))
