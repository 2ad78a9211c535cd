"""Two articles side by side, or one text beside each of its copies."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from tui.base.printable import printable_json, printable_line
from tui.comparison.page import as_html_page
from tui.comparison.pair import ComparedArticle, Pair
from tui.comparison.records import records
from tui.comparison.wording import first_words, only_words, share_words, sum_words
from tui.core.archive import Archive
from tui.locale import N_, _
from tui.timeline.granularity import iso_label
from tui.ui.drawing.comparison_rows import Fold
from tui.ui.drawing.key_table import key_named
from tui.ui.drawing.outlets import outlet_mark
from tui.ui.messages import Failed
from tui.ui.query_runner import QueryRunner, Turn
from tui.ui.screens.dossier.pinned import ComparisonState
from tui.ui.screens.filtered_list import Left
from tui.ui.screens.key_sections import hint_words
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.comparison_view import ComparisonView
from tui.ui.widgets.text_line import TextLine


class ComparisonReady(Message):
    """The articles were compared."""

    def __init__(self, pairs: tuple[Pair, ...], words: str) -> None:
        super().__init__()
        self.pairs = pairs
        self.words = words
        """Of copies, which came first; else empty."""


class ComparisonScreen(Screen[Left]):
    """Two articles, or the copies of one text, pair by pair."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("J", "copy_on(1)", "next copy", id="comparison.next-copy", show=False),
        Binding("K", "copy_on(-1)", "previous copy", id="comparison.previous-copy", show=False),
        Binding("x", "export", "write file", id="comparison.export"),
        Binding("escape", "home", "to the list of articles", id="comparison.escape", show=False),
        Binding("q,backspace,C", "leave", "back", id="comparison.back"),
        Binding("question_mark,f1", "keys", "keys", id="comparison.keys"),
        Binding("colon", "app.command_palette", "every action", id="comparison.palette", show=False),
    ]
    DEFAULT_CSS = """
    ComparisonScreen {
        & > #head, & > #beside-head, & > #subhead { padding: 0 1; }
        & > #subhead { border-bottom: solid $rule; height: 2; }
        & > #hints { padding: 0 1; }
        &.-low > #subhead { height: 1; border-bottom: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-regular"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-usual")]
    AUTO_FOCUS = "ComparisonView"

    def __init__(self, explorer: Archive, state: ComparisonState) -> None:
        """Compare two articles, or the copies of one, as they were left in `state`."""
        super().__init__()
        self.explorer = explorer
        self.runner = QueryRunner(self)
        self._state = state
        self._place = state.place
        self._ready: ComparisonReady | None = None

    def compose(self) -> ComposeResult:
        """Lay out a line for each article, a line about both, the sentences and the keys."""
        yield TextLine(id="head")
        yield TextLine(id="beside-head")
        yield TextLine(id="subhead")
        yield ComparisonView(id="listing")
        yield TextLine(id="hints", whole=True)

    def on_mount(self) -> None:
        """Compare."""
        self.query_one(ComparisonView).empty_words = _("Comparing …")
        self.runner.ask("compare", partial(_compare, self.explorer, self._state.one, self._state.other))

    @on(ComparisonReady)
    def show_ready(self, event: ComparisonReady) -> None:
        """Show the pair, with the cursor where it was left."""
        self._ready = event
        self._place = max(0, min(self._place, len(event.pairs) - 1))
        self._show(self._state.cursor, self._state.opened)

    @property
    def pair(self) -> Pair | None:
        """What is shown; None where nothing is yet."""
        return self._ready.pairs[self._place] if self._ready is not None and self._ready.pairs else None

    def _show(self, cursor: int = 0, opened: frozenset[Fold] = frozenset()) -> None:
        view, pair = self.query_one(ComparisonView), self.pair
        view.empty_words = _("There is nothing to compare: the copies are gone.\nq goes back.")
        if pair is None:
            view.refresh()
            return
        for side, name in enumerate(("#head", "#beside-head")):
            self.query_one(name, TextLine).words = _told((pair.one, pair.other)[side], pair, side)
        self.query_one("#subhead", TextLine).words = ((self._about(pair), "muted"),)
        view.show(pair, cursor, opened)
        self.show_hints()

    def _about(self, pair: Pair) -> str:
        assert self._ready is not None
        if self._ready.words:
            place = _("copy {place} of {count}").format(place=self._place + 1, count=len(self._ready.pairs))
            return f"{place} · {self._ready.words}"
        legend = _("= same  ~ reworded  ↕ moved  ◂ ▸ only here  ! another fact")
        return f"{sum_words(pair)} · {legend}"

    @on(Failed)
    def show_failure(self, event: Failed) -> None:
        """Say what went wrong and what to do."""
        view = self.query_one(ComparisonView)
        view.empty_words = _("The articles could not be compared.\nq goes back.")
        view.refresh()
        self.notify(event.sentence, severity="error", timeout=10, markup=False)

    @on(ComparisonView.ReadAsked)
    def read(self, event: ComparisonView.ReadAsked) -> None:
        """Read the chosen sentence in its article: in the first one, where both have it."""
        pair = self.pair
        if pair is None:
            return
        for told, passage in zip((pair.one, pair.other), event.item.passages, strict=True):
            if passage is not None:
                self.leave(Goal(Pane.READER, article=told.number, passage=passage))
                return

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.show_hints()

    def show_hints(self) -> None:
        """Show the keys of what has the focus, as they are now."""
        self.query_one("#hints", TextLine).words = hint_words(self)

    @on(TextLine.KeyPressed)
    def press(self, event: TextLine.KeyPressed) -> None:
        """Do what the key that was clicked would do; sent by the screen itself it would end here."""
        self.app.call_later(self.app.simulate_key, key_named(event.key))

    def leave(self, goal: Goal | None = None) -> None:
        """Close the screen and go to `goal`; without one, one place back."""
        state, view = self._state, self.query_one(ComparisonView)
        if self._ready is not None:
            state = replace(state, place=self._place, cursor=view.cursor, opened=view.opened)
        self.dismiss(Left(state, goal))

    def action_leave(self) -> None:
        """Go one place back."""
        self.leave()

    def action_home(self) -> None:
        """Go to the list of articles."""
        self.leave(Goal(Pane.LIST))

    def action_copy_on(self, steps: int) -> None:
        """Show the next copy beside the wire, or the previous one."""
        count = len(self._ready.pairs) if self._ready is not None else 0
        if 0 <= self._place + steps < count:
            self._place += steps
            self._show()
        else:
            self.notify(_("No further copy that way."), timeout=2)

    def action_export(self) -> None:
        """Ask for a file name and write the comparison, and say so."""
        pair = self.pair
        if pair is None:
            return
        from tui.ui.screens.export import ExportScreen

        forms = {
            ".html": (N_("page of two columns"), partial(as_html_page, pair)),
            ".jsonl": ("JSON", partial(_lines, pair)),
        }

        def written(path: Path | None) -> None:
            if path is not None:
                words = _("Wrote the comparison to {path}.").format(path=printable_line(str(path)))
                self.notify(words, timeout=6, markup=False)

        self.app.push_screen(ExportScreen(_("the comparison"), forms, self.explorer.folder, "comparison"), written)

    def action_keys(self) -> None:
        """Show the keys."""
        from tui.ui.screens.key_help import KeyHelp
        from tui.ui.screens.key_sections import sections_for

        self.app.push_screen(KeyHelp(sections_for(self)))


def _told(told: ComparedArticle, pair: Pair, side: int) -> tuple[tuple[str, str], ...]:
    who = " · ".join(filter(None, (printable_line(told.source), iso_label(told.day) if told.day else _("undated"))))
    sums = f" · {only_words(pair, side)} · {share_words(pair, side)}"
    letters = f"{outlet_mark(told.outlet):<4}"
    return ((letters, "key"), (who, "strong"), (sums, "plain"), (f" · {printable_line(told.title)}", "muted"))


def _lines(pair: Pair) -> str:
    return "".join(printable_json(record) + "\n" for record in records(pair))


def _compare(explorer: Archive, one: int, other: int | None, turn: Turn) -> None:
    if other is not None:
        turn.post(ComparisonReady((explorer.compare(one, other),), ""))
        return
    found = explorer.printings(one, turn.stop)
    turn.post(ComparisonReady(found.pairs, first_words(found)))
