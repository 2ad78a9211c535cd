"""The chronology: what the articles of a query say happened, in the order in which it happened.

Whatever takes time runs in a thread: putting the statements in order, and narrowing them while words are typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.chronology.chronology import Chronology, Told
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.errors import Cancelled, MaliTuiError
from tui.export import chronology as formats
from tui.timeline.granularity import span_label
from tui.ui.clipboard import copy
from tui.ui.drawing.chronology_items import (
    Item,
    copied_words,
    disputes_in,
    events_in,
    filtered,
    items_of,
    nameless,
    narrowed,
    open_in,
)
from tui.ui.drawing.date_labels import explained
from tui.ui.drawing.find_in_text import pattern_of
from tui.ui.messages import Failed
from tui.ui.screens.key_sections import hint_words
from tui.ui.widgets.chronology_list import ChronologyList
from tui.ui.widgets.filter_bar import FilterBar
from tui.ui.widgets.text_line import TextLine


@dataclass(frozen=True, slots=True)
class Left:
    """How a chronology was left: what comes back unchanged when it is opened again."""

    query: Query
    found: Chronology
    items: tuple[Item, ...]
    words: str
    """What it was narrowed by."""
    at: Told | None
    """The chosen statement."""
    towards: str = ""
    """Where to go: `article` or `timeline` at the chosen statement, `search`, or nowhere else."""


class ChronologyReady(Message):
    """The statements were put in order."""

    def __init__(self, found: Chronology, items: tuple[Item, ...]) -> None:
        super().__init__()
        self.found = found
        self.items = items


class Narrowed(Message):
    """The statements that have the words that were typed."""

    def __init__(self, items: tuple[Item, ...], words: str) -> None:
        super().__init__()
        self.items = items
        self.words = words


class ChronologyScreen(Screen[Left | None]):
    """The dated statements of a query's articles; answers with how it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "narrow", id="chronology.filter"),
        Binding("t", "leave('timeline')", "timeline", id="chronology.timeline"),
        Binding("x", "export", "write file", id="chronology.export"),
        Binding("y", "copy", "copy the sentence with its source", id="chronology.copy", show=False),
        Binding("s", "leave('search')", "search the dossier", id="chronology.search", show=False),
        Binding("escape", "back", "all again, then back", id="chronology.escape", show=False),
        Binding("q,T", "leave('')", "back", id="chronology.back"),
        Binding("question_mark,f1", "keys", "keys", id="chronology.keys"),
        Binding("colon", "app.command_palette", "every action", id="chronology.palette", show=False),
    ]
    DEFAULT_CSS = """
    ChronologyScreen {
        & > #told-head { padding: 0 1; }
        & > #told-of { padding: 0 1; border-bottom: solid $foreground 20%; height: 2; }
        & > #told-explained { padding: 0 1; border-top: solid $foreground 20%; height: 2; }
        & > #told-hints { padding: 0 1; }
        &.-low > #told-of { height: 1; border-bottom: none; }
        &.-low.-of-all > #told-of { display: none; }
        &.-low > #told-explained { height: 1; border-top: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-regular")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-usual")]
    AUTO_FOCUS = "ChronologyList"

    def __init__(self, explorer: Explorer, query: Query, left: Left | None = None) -> None:
        """Show the chronology of `query`, as it was `left` where it is the same."""
        super().__init__()
        self._explorer = explorer
        self._query = query
        self._found: Chronology | None = None
        self._items: tuple[Item, ...] = ()
        self._words = ""
        self._left = left if left is not None and left.query == query else None
        self.set_class(not query.text.strip() and query.span is None, "-of-all")

    def compose(self) -> ComposeResult:
        """Lay out what it is of, the statements, how the chosen date came about, and the keys."""
        yield TextLine(id="told-head")
        yield TextLine(id="told-of")
        yield ChronologyList(id="told")
        yield TextLine(id="told-explained")
        hints = TextLine(id="told-hints")
        hints.whole = True
        yield hints

    def on_mount(self) -> None:
        """Show what was left, or begin the work."""
        if self._left is not None:
            self._take(self._left.found, self._left.items)
        else:
            self._say()
            self._ask("chronology", self._put_in_order)

    @on(ChronologyReady)
    def show_chronology(self, event: ChronologyReady) -> None:
        """List everything."""
        self._take(event.found, event.items)

    @on(Narrowed)
    def show_narrowed(self, event: Narrowed) -> None:
        """List what has the words."""
        self._words = event.words
        self._list(event.items)

    @on(Input.Changed, "#told-filter")
    def narrow(self, event: Input.Changed) -> None:
        """Narrow by what is typed, at every key."""
        self._ask("narrow", partial(self._narrow, event.value))

    @on(FilterBar.Settled)
    def settle(self) -> None:
        """Go on in the list."""
        self.query_one(ChronologyList).focus()

    @on(FilterBar.Closed)
    def give_up(self) -> None:
        """List everything again."""
        self.query(FilterBar).remove()
        self.query_one(ChronologyList).focus()
        self._ask("narrow", partial(self._narrow, ""))

    @on(ChronologyList.Moved)
    def explain(self, event: ChronologyList.Moved) -> None:
        """Say how the chosen date came about."""
        line = self.query_one("#told-explained", TextLine)
        words = "" if event.item is None else explained(event.item.told.timex, max(10, self.size.width - 2))
        line.words = ((words, "plain"),)

    @on(ChronologyList.ReadAsked)
    def read(self) -> None:
        """Read the chosen statement where it stands."""
        self.action_leave("article")

    @on(Failed)
    def tell_failure(self, event: Failed) -> None:
        """Say what went wrong and what to do."""
        self.notify(event.sentence, severity="error", timeout=10, markup=False)

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._say()

    def action_filter(self) -> None:
        """Type words to narrow by."""
        bars = self.query(FilterBar)
        if not bars:
            bar = FilterBar("words of the sentence, a source, a year", id="told-filter")
            self.mount(bar, after="#told")
            bar.focus()
        else:
            bars.first().focus()

    def action_leave(self, towards: str) -> None:
        """Go back, or on to an article or the timeline."""
        item = self.query_one(ChronologyList).item
        if self._found is None:
            self.dismiss(None)
        elif not (item is None and towards in ("article", "timeline")):
            at = None if item is None else item.told
            self.dismiss(Left(self._query, self._found, self._items, self._words, at, towards))

    def action_back(self) -> None:
        """List everything again; where everything is listed, go back."""
        if self.query(FilterBar):
            self.give_up()
        else:
            self.action_leave("")

    def action_copy(self) -> None:
        """Copy the chosen sentence with its source and the day of its publication, and say whose words it holds."""
        item = self.query_one(ChronologyList).item
        if item is not None:
            head = next(iter(self._explorer.heads([item.told.number])), None)
            self.notify(copy(self.app, copied_words(item.told), head), timeout=4, markup=False)

    def action_export(self) -> None:
        """Ask for a file name and write what is listed; dates that stayed open are in no file, which is said."""
        listed = self.query_one(ChronologyList).items
        if self._found is None or not listed:
            return
        if not events_in(listed):
            self.notify("Nothing to write: every date that is listed stayed open.", timeout=4)
            return
        from tui.ui.screens.export import ExportScreen

        left_out = open_in(listed)
        what = f"{counted(events_in(listed), 'event')}, {counted(len(listed) - left_out, 'statement')},"
        without = f", without {counted(left_out, 'statement')} whose date stayed open" if left_out else ""
        screen = ExportScreen(what, _forms(partial(narrowed, self._found, listed)), self._explorer.folder, "chronology")

        def written(path: Path | None) -> None:
            if path is not None:
                self.notify(f"Wrote {what} to {printable_line(str(path))}{without}.", timeout=6, markup=False)

        self.app.push_screen(screen, written)

    def action_keys(self) -> None:
        """Show the keys."""
        from tui.ui.screens.key_help import KeyHelp
        from tui.ui.screens.key_sections import sections_for

        self.app.push_screen(KeyHelp(sections_for(self)))

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one("#told-hints", TextLine).words = hint_words(self)

    def _take(self, found: Chronology, items: tuple[Item, ...]) -> None:
        self._found, self._items = found, items
        if self._left is not None and self._left.words:
            self.action_filter()
            self.query_one(FilterBar).value = self._left.words  # which narrows, and then lists
            self.query_one(ChronologyList).focus()
        else:
            self._list(items)

    def _list(self, items: tuple[Item, ...]) -> None:
        patterns: list[re.Pattern[str]] = [
            pattern for word in self._words.split() if (pattern := pattern_of(word)) is not None
        ]
        listed = self.query_one(ChronologyList)
        listed.empty_words = self._empty_words()
        listed.list_items(items, patterns)
        left, self._left = self._left, None
        if left is not None and left.at is not None:
            listed.choose(left.at)
        self._say()

    def _empty_words(self) -> str:
        if self._words:
            return "No statement has these words.\nesc lists all of them again."
        return "No sentence of these articles says when something happened.\nq goes back; ask for more there."

    def _say(self) -> None:
        """Write the lines above the list."""
        items = self.query_one(ChronologyList).items
        head: list[tuple[str, str]] = [("Chronology", "strong")]
        if self._found is None:
            head.append((" · reading what the texts say happened …", "muted"))
        else:
            whole, part = events_in(self._items), events_in(items)
            head.append((" · " + (f"{part:,} of " if part != whole else "") + counted(whole, "event"), "plain"))
            if disputes_in(items):
                head.append((f" · {disputes_in(items):,} disputed", "accent"))
            head.append((f" · {counted(len(items), 'statement')}", "muted"))
            if open_in(items):
                head.append((f", {open_in(items):,} with an open date", "muted"))
        self.query_one("#told-head", TextLine).words = tuple(head)
        self.query_one("#told-of", TextLine).words = ((self._of(), "muted"),)

    def _of(self) -> str:
        """Say which articles it is of."""
        query = self._query
        words = f"of the articles found by {printable_line(query.text)}" if query.text.strip() else "of all articles"
        return words if query.span is None else f"{words} · {query.clock} {span_label(query.span)}"

    def _ask(self, group: str, work: Callable[[], None]) -> None:
        self.run_worker(partial(self._guarded, work), thread=True, exclusive=True, group=group)

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Cancelled:
            return
        except MaliTuiError as problem:
            self.post_message(Failed(str(problem)))

    def _put_in_order(self) -> None:
        worker = get_current_worker()
        found = self._explorer.chronology(self._query, lambda: worker.is_cancelled)
        titles = {head.number: head.title for head in self._explorer.heads(sorted(nameless(found)))}
        items = items_of(found, titles)
        if not worker.is_cancelled:
            self.post_message(ChronologyReady(found, items))

    def _narrow(self, words: str) -> None:
        worker = get_current_worker()
        items = filtered(self._items, words, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(Narrowed(items, words))


def _forms(listed: Callable[[], Chronology]) -> dict[str, tuple[str, Callable[[], str]]]:
    """Return the forms in which a chronology is written, by the ending of a file's name."""
    return {
        ".md": ("Markdown", lambda: formats.as_markdown(listed())),
        ".csv": ("table", lambda: formats.as_csv(listed())),
        ".jsonl": ("JSON Lines", lambda: formats.as_json_lines(listed())),
        ".json": ("TimelineJS", lambda: formats.as_timelinejs(listed())),
        ".ics": ("calendar", lambda: formats.as_icalendar(listed())),
    }
