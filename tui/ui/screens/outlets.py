"""Outlets by time: who wrote of a question and when, and who was silent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from tui.base.folding import fold
from tui.base.plurals import counted
from tui.base.printable import printable_json, printable_line
from tui.base.progress import Stop
from tui.core.archive import Archive
from tui.core.outlets import outlets_by_time
from tui.core.view import Query, View
from tui.export.csv_cells import csv_table
from tui.locale import N_, _
from tui.search.facets import clause
from tui.timeline.granularity import Granularity, span_label
from tui.timeline.outlets import COLUMNS, OutletMatrix, OutletRow, Voice, cell_rows
from tui.ui.drawing.outlet_grid import LEGEND, cell_words, draw_head
from tui.ui.drawing.status import fault_words
from tui.ui.messages import Failed
from tui.ui.narrowing import narrowed
from tui.ui.query_runner import Turn
from tui.ui.screens.filtered_list import Filtered, FilteredListScreen, Select, shared_bindings
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.outlet_list import OutletList
from tui.ui.widgets.text_line import TextLine


@dataclass(frozen=True, slots=True)
class OutletsState:
    """How the outlets were left: what comes back when they are opened again."""

    query: Query
    words: str = ""
    """What they were filtered by."""
    granularity: Granularity | None = None
    """The unit of a column, where one was chosen."""
    share: bool = False
    chosen: str | None = None
    """The chosen outlet."""
    column: int = -1
    """The chosen column; -1 for the last one."""


class OutletsReady(Message):
    """The articles were counted."""

    def __init__(self, matrix: OutletMatrix, view: View) -> None:
        super().__init__()
        self.matrix = matrix
        self.view = view


class OutletsScreen(FilteredListScreen):
    """The outlets of a dossier, and how many of their articles answer a query, time by time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "unit('finer')", "finer columns", id="outlets.finer"),
        Binding("Z", "unit('coarser')", "coarser columns", id="outlets.coarser"),
        Binding("v", "share", "counts, or shares of what each wrote", id="outlets.share"),
        Binding("x", "export", "write file", id="outlets.export"),
        Binding("s", "search", "search the dossier", id="outlets.search", show=False),
        *shared_bindings("outlets", "B"),
    ]
    FILTER_HINT = N_("words of the outlet")
    DEFAULT_CSS = """
    OutletsScreen {
        & > #above { padding: 0; }
        & > #subhead { padding: 0; }
        & > #detail { height: 3; }
        & > #legend { padding: 0 1; }
        &.-low > #legend { display: none; }
        &.-low > #detail { height: 2; }
        &.-wide > #beside { display: none; }
    }
    """
    AUTO_FOCUS = "OutletList"

    def __init__(self, explorer: Archive, query: Query, view: View | None, state: OutletsState | None = None) -> None:
        """Count the hits of `query`, of which `view` is the answer if there is one, as they were left in `state`."""
        super().__init__(explorer)
        self._query = query
        self._view = view
        self._state = state if state is not None else OutletsState(query)
        self._matrix: OutletMatrix | None = None
        self._failed = False

    def list_widget(self) -> Widget:
        """Return the list of outlets."""
        return OutletList(id="listing")

    def compose(self) -> ComposeResult:
        """Lay out the years above the names of the columns, and what the cells mean above the keys."""
        between = {"subhead": "above", "hints": "legend"}
        for widget in super().compose():
            if widget.id in between:
                yield TextLine(id=between[widget.id])
            yield widget

    def on_mount(self) -> None:
        """Count."""
        self.query_one("#legend", TextLine).words = ((_(LEGEND), "muted"),)
        faulty = fault_words(self._query.text)
        self._list.empty_words = faulty or _("Counting …")
        self._list.share = self._state.share
        self._show_head()
        if not faulty:
            self._count()

    @property
    def _list(self) -> OutletList:
        return self.query_one(OutletList)

    def _count(self) -> None:
        self.runner.ask("outlets", partial(_count, self.explorer, self._query, self._view, self._state.granularity))

    @on(OutletsReady)
    def show_ready(self, event: OutletsReady) -> None:
        """List the outlets, with the cursor where it was left."""
        self._matrix, self._view = event.matrix, event.view
        if self._state.words and not self.words:
            self.filter_by(self._state.words)
        else:
            self.refilter()

    def selection(self) -> Select | None:
        """Return what selects among all outlets."""
        return None if self._matrix is None else partial(_selected, self._matrix.rows)

    def show_items(self, event: Filtered) -> None:
        """List outlets."""
        assert self._matrix is not None
        state, shown = self._state, self._list
        shown.empty_words = self._empty_words()
        column = state.column if state.column >= 0 else self._matrix.columns - 1
        shown.list_rows(self._matrix, tuple(event.items), state.chosen, column)
        self._show_head()

    def state(self) -> OutletsState:
        """Return how the outlets are left."""
        return self._state

    @on(OutletList.Moved)
    def show_cell(self) -> None:
        """Say what the chosen cell means, and name the columns in sight."""
        shown, row = self._list, self._list.row
        words = ""
        if row is not None and self._matrix is not None:
            self._state = replace(self._state, words=self.words, chosen=row.source, column=shown.column)
            words = cell_words(row, self._matrix, shown.column)
        self.query_one("#detail", TextLine).words = ((words, "plain"),)
        self._show_columns()

    @on(OutletList.ReadAsked)
    def read(self) -> None:
        """List the hits of the chosen cell; of a silent one, what the outlet wrote then."""
        row, matrix, shown = self._list.row, self._matrix, self._list
        if row is None or matrix is None:
            return
        cell = row.cells[shown.column]
        if not row.source or cell.voice in (Voice.ABSENT, Voice.UNSURE):
            self.notify(_("There is nothing to list: no outlet, or no article of just that time."), timeout=3)
            return
        days = matrix.bucket(shown.column)
        asked = self._query if cell.voice is Voice.HEARD else Query()
        time = f"date:{days.first.isoformat()}..{days.last.isoformat()}"
        self.leave(Goal(Pane.LIST, text=narrowed(asked, clause("source", row.source, whole=True), time)))

    @on(Failed)
    def note_failure(self) -> None:
        """Say in the list that nothing will come; what went wrong is said besides."""
        self._failed = self._matrix is None
        self._list.empty_words = self._empty_words()

    def action_unit(self, way: str) -> None:
        """Count in finer or coarser columns."""
        if self._matrix is None:
            return
        unit = self._matrix.granularity
        other = unit.finer if way == "finer" else unit.coarser
        if other is unit:
            self.notify(_("There is no such unit."), timeout=2)
            return
        self._state = replace(self._state, granularity=other, column=-1)
        self._count()

    def action_share(self) -> None:
        """Show what part of each outlet's articles of a time the hits are, or how many they are again."""
        shown = self._list
        shown.share = not shown.share
        self._state = replace(self._state, share=shown.share)
        shown.refresh()
        self._show_head()

    def action_search(self) -> None:
        """Search the dossier."""
        self.leave(Goal(Pane.SEARCH))

    def action_export(self) -> None:
        """Ask for a file name and write the outlets that are listed, and say so."""
        matrix, rows = self._matrix, self._list.rows
        if matrix is None or not rows:
            self.notify(_("Nothing to write: no outlet is listed."), timeout=3)
            return
        from tui.ui.screens.export import ExportScreen

        what = counted(len(rows), "outlet")
        forms = {
            ".csv": (N_("table"), partial(_as_csv, matrix, rows)),
            ".json": ("JSON", partial(_as_json, matrix, rows)),
        }

        def written(path: Path | None) -> None:
            if path is not None:
                words = _("Wrote {what} to {path}.").format(what=what, path=printable_line(str(path)))
                self.notify(words, timeout=6, markup=False)

        self.app.push_screen(ExportScreen(what, forms, self.explorer.folder, "outlets"), written)

    def on_resize(self) -> None:
        """Name the columns that are in sight now."""
        self.call_after_refresh(self._show_columns)

    def _empty_words(self) -> str:
        if self._failed:
            return _("The outlets could not be counted.\nq goes back.")
        if self.words:
            return _("No outlet has these words.\nesc lists all of them again.")
        return _("No article has a day on which it was published.\nq goes back.")

    def _show_columns(self) -> None:
        matrix, shown = self._matrix, self._list
        if matrix is not None:
            above, below = draw_head(shown.sight)
            self.query_one("#subhead", TextLine).words = tuple((name, "muted") for name in below)
            self.query_one("#above", TextLine).words = tuple((name, "muted") for name in above)

    def _show_head(self) -> None:
        """Write the line above the list."""
        query, matrix = self._query, self._matrix
        head = [(_("Outlets by time"), "strong")]
        if matrix is not None:
            silent = sum(row.is_silent for row in matrix.rows)
            told = _("{hits} of {outlets}, {silent:,} silent").format(
                hits=counted(matrix.hits, "hit"),
                outlets=counted(sum(row.whole.hits > 0 for row in matrix.rows), "outlet"),
                silent=silent,
            )
            head.append((f" · {told}", "plain"))
        if self._state.share:
            head.append((" · " + _("shares of what each wrote"), "accent"))
        words = printable_line(query.text) if query.text.strip() else _("all articles")
        words = words if query.span is None else f"{words} · {_(query.clock.value)} {span_label(query.span)}"
        head.append((f" · {words}", "muted"))
        self.query_one("#head", TextLine).words = tuple(head)


def _count(explorer: Archive, query: Query, view: View | None, unit: Granularity | None, turn: Turn) -> None:
    view = view if view is not None else explorer.explore(query, turn.stop, suggest=False)
    turn.post(OutletsReady(outlets_by_time(explorer, view, unit), view))


def _selected(rows: tuple[OutletRow, ...], words: str, stop: Stop) -> list[OutletRow]:  # noqa: ARG001 - rows are few
    wanted = fold(words).split()
    return [row for row in rows if all(word in fold(row.source) for word in wanted)]


def _as_csv(matrix: OutletMatrix, rows: tuple[OutletRow, ...]) -> str:
    return csv_table(COLUMNS, cell_rows(matrix, rows))


def _as_json(matrix: OutletMatrix, rows: tuple[OutletRow, ...]) -> str:
    records = [dict(zip(COLUMNS, row, strict=True)) for row in cell_rows(matrix, rows)]
    return printable_json(records, indent=2) + "\n"
