"""Words in context: a line a match, aligned at the word, and what stands beside it, where, and which words are key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.concordance import Collocate, ContextLine, Dispersion, Keyword
from tui.core.archive import Archive
from tui.core.view import Query, View
from tui.locale import N_, _
from tui.search.passage import Mark
from tui.ui.clipboard import Part, copy_part
from tui.ui.drawing.context_rows import Item, detail_lines, heading
from tui.ui.messages import Failed
from tui.ui.narrowing import narrowed
from tui.ui.screens.filtered_list import Filtered, FilteredListScreen, shared_bindings
from tui.ui.screens.words.gathering import KeptWords, KeynessReady, LinesRead, Listed, compare, gather, select
from tui.ui.screens.words.listing import Listing, Showing, table_of
from tui.ui.screens.words.telling import LinesProgress, empty_words, head_words, view_words
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.context_list import ContextList, name_of
from tui.ui.widgets.text_line import TextLine

_PLAIN = Listing()
_NOUNS = {Showing.LINES: "line", Showing.WHERE: "article", Showing.BESIDE: "word", Showing.KEYS: "word"}


@dataclass(frozen=True, slots=True)
class WordsState:
    """How the words were left: what comes back when they are opened again."""

    query: Query
    words: str = ""
    """What they were filtered by."""
    listing: Listing = _PLAIN
    chosen: object = None
    """The name of what was chosen."""


class WordsScreen(FilteredListScreen):
    """The matches of a query in their contexts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "show(1)", "words beside, where, key words", id="words.next-view"),
        Binding("V", "show(-1)", "back among these lists", id="words.previous-view", show=False),
        Binding("d", "order('day')", "by day", id="words.by-day"),
        Binding("o", "order('source')", "by outlet", id="words.by-outlet"),
        Binding("less_than_sign", "order('left')", "by the words before", id="words.by-left"),
        Binding("greater_than_sign", "order('right')", "by the words behind", id="words.by-right"),
        Binding("t", "thin", "fewer lines: a sample; then all again", id="words.thin", show=False),
        Binding("T", "draw", "another sample", id="words.draw", show=False),
        Binding("x", "export", "write file", id="words.export"),
        Binding("y", "copy('quotation')", "copy the line with its citation", id="words.copy", show=False),
        Binding("Y", "copy('text')", "copy the line alone", id="words.copy-text", show=False),
        Binding("c", "copy('citation')", "copy the citation alone", id="words.cite", show=False),
        Binding("s", "search", "search the dossier", id="words.search", show=False),
        *shared_bindings("words", "w"),
    ]
    FILTER_HINT = N_("words of the line, the outlet, the year; =word beside the match")
    DEFAULT_CSS = """
    WordsScreen {
        & > #columns { padding: 0 1; display: none; }
        &.-table > #columns { display: block; }
        & > #detail { height: 5; }
        &.-low > #detail { height: 3; }
    }
    """
    AUTO_FOCUS = "ContextList"

    def __init__(
        self, explorer: Archive, query: Query, view: View | None, state: WordsState | None, kept: KeptWords
    ) -> None:
        """Show the matches of `query`, of which `view` is the answer if there is one, as they were left in `state`."""
        super().__init__(explorer)
        self._kept = kept
        self._query = query
        self._view = view
        self._state = state
        self._read: LinesRead | None = None
        self._keyness = kept.keyness(view)
        self._told = LinesProgress(state.listing if state is not None else _PLAIN)
        self._failed = False

    def list_widget(self) -> Widget:
        """Return the list."""
        return ContextList(id="listing")

    def detail_widget(self) -> Widget:
        """Return the lines about what is chosen."""
        return Static(id="detail")

    def compose(self) -> ComposeResult:
        """Lay out the names of the columns between the lines above and the list."""
        for widget in super().compose():
            yield widget
            if widget.id == "subhead":
                yield TextLine(id="columns")

    def on_mount(self) -> None:
        """Read the lines; without words there are none."""
        kept = self._kept.lines(self._view)
        self._list.empty_words = self._empty_words() if not self._query.text.strip() else ""
        self._show_head()
        if kept is not None:
            self.call_after_refresh(self.show_read, kept)
        elif self._query.text.strip():
            self.runner.ask("lines", partial(gather, self.explorer, self._query, self._view))
        if self._query.text.strip():
            self._ask_keyness()

    @property
    def _list(self) -> ContextList:
        return self.query_one(ContextList)

    @property
    def _listing(self) -> Listing:
        return self._told.listing

    @on(LinesRead)
    def show_read(self, event: LinesRead) -> None:
        """Show the lines that were found so far; what is sorted or narrowed is listed anew when all are there."""
        first, self._read, self._view = self._read is None, event, event.view
        self.call_after_refresh(event.shown.set)
        self._kept.keep(event)
        state = self._state
        grows = self._listing == _PLAIN and not self.words and state is None
        self._tell(
            matches=len(event.lines),
            articles=event.articles,
            total=event.view.total,
            is_whole=event.ranked is not None,
            having=len(event.lines) if grows or first else self._told.having,
        )
        if grows:
            self._list.empty_words = self._empty_words() if event.ranked is not None else ""
            self._list.list_items(event.lines, grown=not first)
            self.show_hints()
        elif event.ranked is None:
            return
        elif state is not None and state.words:
            self.filter_by(state.words)
        else:
            self.refilter()

    @on(KeynessReady)
    def show_keyness(self, event: KeynessReady) -> None:
        """List the key words, or say how far the reading is."""
        if event.keyness is None:
            progress = _("read {done:,} of {total:,} articles …").format(done=event.done, total=event.total)
            self._tell(progress=progress)
        else:
            self._keyness = event.keyness
            self._kept.keep_keyness(event.view, event.keyness)
            self._tell(progress="")
            self.refilter()

    def refilter(self, chosen: object = None) -> None:
        """List what has the words in the order that was asked for, with the cursor on what is `chosen`."""
        read, waits = self._read, self._listing.showing is Showing.KEYS and self._keyness is None
        if waits:
            self._list.empty_words = self._empty_words()
            self._list.list_items(())
        elif read is not None:
            listing = replace(self._listing, words=self.words)
            self.runner.ask("filter", partial(select, read, listing, self._keyness, chosen))

    def show_items(self, event: Filtered) -> None:
        """List items; at first with the cursor where it was left."""
        if not isinstance(event, Listed) or replace(event.listing, words="") != self._listing:
            return
        state, self._state = self._state, None
        if self._listing.showing is not Showing.KEYS:
            self._tell(having=event.whole)
        self._list.empty_words = self._empty_words()
        self._list.list_items(event.items, event.chosen or (state.chosen if state is not None else None))
        self._show_head()

    def state(self) -> WordsState:
        """Return how the words are left."""
        if self._state is not None:  # they were not listed yet
            return self._state
        item = self._list.item
        return WordsState(self._query, self.words, self._listing, None if item is None else name_of(item))

    @on(ContextList.Moved)
    def show_detail(self) -> None:
        """Say what is chosen, and what it means."""
        box, told = self.query_one("#detail", Static), self._told
        matches = told.sample or told.having
        lines = detail_lines(
            self._list.item, self._keyness, matches, max(10, box.content_size.width), box.content_size.height or 3
        )
        box.update(Content("\n".join(lines)))
        self.show_beside()

    def passage(self) -> tuple[int, Mark] | None:
        """Return the article of the chosen line and its match."""
        line = _line_of(self._list.item)
        return (line.document.number, (line.start, line.end)) if line is not None else None

    @on(ContextList.ReadAsked)
    def read(self, event: ContextList.ReadAsked) -> None:
        """Read the chosen line in its article; of a word beside matches list its lines, of a key word its articles."""
        line = _line_of(event.item)
        if line is not None:
            self.leave(Goal(Pane.READER, article=line.document.number, passage=(line.start, line.end)))
        elif isinstance(event.item, Collocate):
            self._tell(listing=replace(self._listing, showing=Showing.LINES))
            self.filter_by(f"={event.item.word}")
        elif isinstance(event.item, Keyword):
            self.leave(Goal(Pane.LIST, text=narrowed(self._query, f"={event.item.word}")))

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self.call_after_refresh(self.show_detail)
        self.call_after_refresh(self._show_head)

    @on(Failed)
    def note_failure(self) -> None:
        """Say in the list that nothing will come; what went wrong is said besides."""
        self._failed = True
        self._tell(progress="")
        self._list.empty_words = self._empty_words()

    def action_show(self, steps: int) -> None:
        """List something else of the same lines."""
        self._list_as(self._listing.shown(steps))
        if self._failed and self._listing.showing is Showing.KEYS:
            self._failed = False
        self._ask_keyness()

    def action_order(self, order: str) -> None:
        """Sort by one more key, before those that were taken earlier."""
        if self._listing.showing in (Showing.BESIDE, Showing.KEYS):
            self.notify(_("Words are sorted by log-likelihood; v goes on to the lines."), timeout=3)
        else:
            self._list_as(self._listing.sorted_by(order))

    def action_thin(self) -> None:
        """Thin the list to a sample, a smaller one each time; after the smallest show all."""
        before, after = self._listing, self._listing.thinned(self._told.having)
        if before == after:
            self.notify(_("There are too few lines to be thinned."), timeout=3)
        else:
            self._list_as(after)

    def action_draw(self) -> None:
        """Draw another sample of the same size."""
        if self._told.sample:
            self._list_as(replace(self._listing, seed=self._listing.seed + 1))
        else:
            self.notify(_("All lines are listed; t thins them to a sample."), timeout=3)

    def action_search(self) -> None:
        """Search the dossier."""
        self.leave(Goal(Pane.SEARCH))

    def action_copy(self, part: str) -> None:
        """Copy the chosen line with its citation, or one of them alone."""
        line = _line_of(self._list.item)
        head = next(iter(self.explorer.heads([line.document.number])), None) if line is not None else None
        if line is None or head is None:
            self.notify(_("Only a line can be copied; v goes on to the lines."), timeout=3)
            return
        told = copy_part(self.app, Part(part), f"{line.left}{line.match}{line.right}", head)
        self.notify(told, timeout=4, markup=False)

    def action_export(self) -> None:
        """Ask for a file name and write what is listed, and say so."""
        items, listing = self._list.items, self._listing
        if not items:
            self.notify(_("Nothing to write: nothing is listed."), timeout=3)
            return
        from tui.ui.screens.export import ExportScreen

        what = counted(len(items), _NOUNS[listing.showing])
        forms = {
            ".csv": (N_("table"), lambda: table_of(items, listing).csv),
            ".json": ("JSON", lambda: table_of(items, listing).json),
        }

        def written(path: Path | None) -> None:
            if path is not None:
                words = _("Wrote {what} to {path}.").format(what=what, path=printable_line(str(path)))
                self.notify(words, timeout=6, markup=False)

        self.app.push_screen(ExportScreen(what, forms, self.explorer.folder, listing.stem), written)

    def _list_as(self, listing: Listing) -> None:
        self._tell(listing=listing)
        self.refilter()

    def _ask_keyness(self) -> None:
        """Have the key words found, once they are wanted."""
        if self._listing.showing is Showing.KEYS and self._keyness is None:
            self.runner.ask("keyness", partial(compare, self.explorer, self._query, self._view))

    def _empty_words(self) -> str:
        if self._failed:
            return _("This could not be found.\nq goes back.")
        return empty_words(self._query, self._listing.showing, bool(self.words), self._keyness)

    def _tell(self, **changes: object) -> None:
        """Take note of what is known of the lines, and write it above the list."""
        self._told = replace(self._told, **changes)  # type: ignore[arg-type] # the fields of `LinesProgress`
        self._show_head()

    def _show_head(self) -> None:
        """Write the lines above the list."""
        told = replace(self._told, filtered=bool(self.words))
        self.query_one("#head", TextLine).words = tuple(head_words(told))
        self.query_one("#subhead", TextLine).words = tuple(view_words(self._query, self._listing.showing))
        item = self._list.item
        named = heading(item, max(1, self._list.scrollable_content_region.width - 1))
        self.set_class(bool(named), "-table")
        self.query_one("#columns", TextLine).words = tuple((name, "muted") for name in named)


def _line_of(item: Item | None) -> ContextLine | None:
    if isinstance(item, Dispersion):
        return item.lines[0]
    return item if isinstance(item, ContextLine) else None
