"""The chronology: what the articles of a query say happened, in the order in which it happened."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.base.progress import Stop
from tui.chronology.chronology import Chronology, Told
from tui.core.archive import Archive
from tui.core.view import Query
from tui.export import chronology as formats
from tui.locale import N_, _
from tui.timeline.granularity import span_label
from tui.ui.citation_style import citation_style
from tui.ui.clipboard import Part, copy, worded
from tui.ui.drawing.chronology_items import (
    Item,
    disputes_in,
    events_in,
    filtered,
    items_of,
    nameless,
    narrowed,
    open_in,
)
from tui.ui.drawing.date_labels import date_label, explained
from tui.ui.drawing.find_in_text import pattern_of
from tui.ui.query_runner import Turn
from tui.ui.screens.chronology_cache import ChronologyCache, KnownChronology
from tui.ui.screens.filtered_list import Filtered, FilteredListScreen, Select, shared_bindings
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.chronology_list import ChronologyList
from tui.ui.widgets.text_line import TextLine


@dataclass(frozen=True, slots=True)
class ChronologyState:
    """How a chronology was left: what comes back when it is opened again."""

    query: Query
    words: str = ""
    """What it was filtered by."""
    chosen: Told | None = None
    """The chosen statement."""


class ChronologyReady(Message):
    """The statements were put in order."""

    def __init__(self, known: KnownChronology) -> None:
        super().__init__()
        self.known = known


class ChronologyScreen(FilteredListScreen):
    """The dated statements of a query's articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "timeline", "timeline", id="chronology.timeline"),
        Binding("x", "export", "write file", id="chronology.export"),
        Binding("y", "copy('quotation')", "copy the sentence with its citation", id="chronology.copy", show=False),
        Binding("Y", "copy('text')", "copy the sentence alone", id="chronology.copy-text", show=False),
        Binding("c", "copy('citation')", "copy the citation alone", id="chronology.cite", show=False),
        Binding("s", "search", "search the dossier", id="chronology.search", show=False),
        *shared_bindings("chronology", "T"),
    ]
    FILTER_HINT = N_("words of the sentence, a source, a year")
    DEFAULT_CSS = """
    ChronologyScreen {
        &.-low.-of-all > #subhead { display: none; }
        &.-low > #detail { height: 1; border-top: none; }
    }
    """
    AUTO_FOCUS = "ChronologyList"

    def __init__(
        self,
        explorer: Archive,
        query: Query,
        state: ChronologyState | None = None,
        cache: ChronologyCache | None = None,
    ) -> None:
        """Show the chronology of `query`, as it was left where it is of the same articles."""
        super().__init__(explorer)
        self._query = query
        self._cache = cache or ChronologyCache()
        self._known: KnownChronology | None = None
        self._state = state
        self.set_class(not query.text.strip() and query.span is None, "-of-all")

    def list_widget(self) -> Widget:
        """Return the list of statements."""
        return ChronologyList(id="listing")

    def on_mount(self) -> None:
        """Show what was put in order before, or put it in order."""
        known = self._cache.get(self._query)
        if known is not None:
            self._take(known)
        else:
            self._show_head()
            self.runner.ask("chronology", partial(_put_in_order, self.explorer, self._query))

    @on(ChronologyReady)
    def show_chronology(self, event: ChronologyReady) -> None:
        """List everything."""
        self._cache.keep(event.known)
        self._take(event.known)

    def selection(self) -> Select | None:
        """Return what selects among all statements."""
        return None if self._known is None else partial(_selected, self._known.items)

    def show_items(self, event: Filtered) -> None:
        """List statements, the words marked in them; at first with the cursor where it was left."""
        patterns: list[re.Pattern[str]] = [
            pattern for word in event.words.split() if (pattern := pattern_of(word)) is not None
        ]
        listing = self.query_one(ChronologyList)
        listing.empty_words = self._empty_words()
        listing.list_items(event.items, patterns)
        state, self._state = self._state, None
        if state is not None and state.chosen is not None:
            listing.choose(state.chosen)
        self._show_head()

    def state(self) -> ChronologyState:
        """Return how the chronology is left."""
        if self._state is not None:  # it was not listed yet
            return self._state
        item = self.query_one(ChronologyList).item
        return ChronologyState(self._query, self.words, None if item is None else item.statement)

    @on(ChronologyList.Moved)
    def explain(self, event: ChronologyList.Moved) -> None:
        """Say how the chosen date came about."""
        words = "" if event.item is None else explained(event.item.statement.timex, max(10, self.size.width - 2))
        self.query_one("#detail", TextLine).words = ((words, "plain"),)

    @on(ChronologyList.ReadAsked)
    def read(self, event: ChronologyList.ReadAsked) -> None:
        """Read the chosen statement in its article."""
        self.leave(Goal(Pane.READER, article=event.statement.number, date=event.statement.timex.start))

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._show_head()

    def action_timeline(self) -> None:
        """Go to the day of the chosen statement on the timeline; one without a day leads nowhere."""
        item = self.query_one(ChronologyList).item
        if item is None:
            return
        if item.statement.timex.span is None:
            self.notify(_("This date could not be resolved: it has no place on the timeline."), timeout=3)
        else:
            self.leave(Goal(Pane.TIMELINE, day=item.statement.timex.span.first))

    def action_search(self) -> None:
        """Search the dossier."""
        self.leave(Goal(Pane.SEARCH))

    def action_copy(self, part: str) -> None:
        """Copy the chosen sentence with its citation, or one of them alone, and say whose words it has."""
        item = self.query_one(ChronologyList).item
        head = None if item is None else next(iter(self.explorer.heads([item.statement.number])), None)
        if item is not None and head is not None:
            timex = item.statement.timex
            note = _("day of the event inferred: {date}").format(date=date_label(timex)) if timex.inferred else ""
            words = worded(Part(part), item.statement.sentence, head, citation_style(), note)
            self.notify(copy(self.app, words, head), timeout=4, markup=False)

    def action_export(self) -> None:
        """Ask for a file name and write what is listed, without statements whose date is open, and say so."""
        listed = self.query_one(ChronologyList).items
        if self._known is None or not listed:
            return
        if not events_in(listed):
            self.notify(_("Nothing to write: every date that is listed is open."), timeout=4)
            return
        from tui.ui.screens.export import ExportScreen

        omitted = open_in(listed)
        what = f"{counted(events_in(listed), 'event')}, {counted(len(listed) - omitted, 'statement')},"
        told = (
            _("Wrote {what} to {path}, without {statements} whose date is open.")
            if omitted
            else _("Wrote {what} to {path}.")
        )
        forms = _forms(partial(narrowed, self._known.found, listed))

        def written(path: Path | None) -> None:
            if path is not None:
                without = counted(omitted, "statement")
                words = told.format(what=what, path=printable_line(str(path)), statements=without)
                self.notify(words, timeout=6, markup=False)

        self.app.push_screen(ExportScreen(what, forms, self.explorer.folder, "chronology"), written)

    def _take(self, known: KnownChronology) -> None:
        self._known = known
        if self._state is not None and self._state.words:
            self.filter_by(self._state.words)
        else:
            self.show_items(Filtered(known.items, "", None))

    def _empty_words(self) -> str:
        if self.words:
            return _("No statement has these words.\nesc lists all of them again.")
        return _("No sentence of these articles says when something happened.\nq goes back; ask for more there.")

    def _show_head(self) -> None:
        """Write the lines above the list."""
        items = self.query_one(ChronologyList).items
        head: list[tuple[str, str]] = [(_("Chronology"), "strong")]
        if self._known is None:
            head.append((" · " + _("reading what the texts say happened …"), "muted"))
        else:
            whole, part = events_in(self._known.items), events_in(items)
            events = counted(whole, "event")
            if part != whole:
                events = _("{count:,} of {whole}").format(count=part, whole=events)
            head.append((f" · {events}", "plain"))
            if disputes_in(items):
                head.append((" · " + _("{count:,} disputed").format(count=disputes_in(items)), "accent"))
            head.append((f" · {counted(len(items), 'statement')}", "muted"))
            if open_in(items):
                head.append((", " + _("{count:,} with an open date").format(count=open_in(items)), "muted"))
        self.query_one("#head", TextLine).words = tuple(head)
        self.query_one("#subhead", TextLine).words = ((self._scope(), "muted"),)

    def _scope(self) -> str:
        """Say which articles it is of."""
        query = self._query
        words = (
            _("of the articles found by {text}").format(text=printable_line(query.text))
            if query.text.strip()
            else _("of all articles")
        )
        return words if query.span is None else f"{words} · {_(query.clock.value)} {span_label(query.span)}"


def _put_in_order(explorer: Archive, query: Query, turn: Turn) -> None:
    found = explorer.chronology(query, turn.stop)
    titles = {head.number: head.title for head in explorer.heads(sorted(nameless(found)))}
    turn.post(ChronologyReady(KnownChronology(query, found, items_of(found, titles))))


def _selected(items: tuple[Item, ...], words: str, stop: Stop) -> tuple[Item, ...]:
    return filtered(items, words, stop)


def _forms(listed: Callable[[], Chronology]) -> dict[str, tuple[str, Callable[[], str]]]:
    """Return the forms in which a chronology is written, by the ending of a file's name."""
    return {
        ".md": ("Markdown", lambda: formats.as_markdown(listed())),
        ".csv": (N_("table"), lambda: formats.as_csv(listed())),
        ".jsonl": ("JSON Lines", lambda: formats.as_json_lines(listed())),
        ".json": ("TimelineJS", lambda: formats.as_timelinejs(listed())),
        ".ics": (N_("calendar"), lambda: formats.as_icalendar(listed())),
    }
