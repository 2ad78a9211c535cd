"""The list of hits: the cursor, the rows in sight and nothing else.

Only the rows that are visible are ever asked for or drawn, so that a list of 100,000 moves like one of ten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer

from tui.core.view import Row, View
from tui.dossier.article import PublishedDate
from tui.ui.drawing.list_rows import SELECTED, Line, Role, Shape, draw_row
from tui.ui.drawing.outlets import hue_styles, outlet_roles
from tui.ui.widgets.base.virtual_list import VirtualList

PAGE = 24
"""Rows that are made of every answer, those out of sight after it is painted."""
_REST = 0.05
"""Seconds after an answer before more is asked: somebody who types has a newer question by then."""
_AHEAD = 40
"""Rows asked for beyond each edge of the screen, so that a held arrow key never reaches a missing row."""


class ArticleList(VirtualList, can_focus=True):
    """A list of hits that draws only what is in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next article", id="list.next", show=False),
        Binding("up,k", "move(-1)", "previous article", id="list.previous", show=False),
        Binding("ctrl+d,pagedown", "page(1)", "a page of the list down", id="list.page-down", show=False),
        Binding("ctrl+u,pageup", "page(-1)", "a page of the list up", id="list.page-up", show=False),
        Binding("g,home", "edge(-1)", "first article", id="list.first", show=False),
        Binding("G,end", "edge(1)", "last article", id="list.last", show=False),
        Binding("enter", "read", "read", id="list.read"),
        Binding("right,l", "read", "as enter: a row of copies opens first, then reads", id="list.unfold", show=False),
        Binding("v", "select", "select this row, and go on", id="list.select", show=False),
        Binding("comma", "select_all", "select all hits, or none", id="list.select-all", show=False),
        Binding("escape", "unselect", "select nothing", id="list.unselect", show=False),
        Binding("left,h", "fold", "hide the copies again", id="list.fold", show=False),
    ]
    STYLES = "article-list"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article-list--{role}" for role in (*Role, *outlet_roles(), "chosen")}
    DEFAULT_CSS = (
        """
    ArticleList {
        scrollbar-size-vertical: 1;
        & > .article-list--edge { color: $accent; }
        & > .article-list--date { color: $secondary; }
        & > .article-list--undated { color: $quiet; text-style: italic; }
        & > .article-list--title { color: $foreground; text-style: bold; }
        & > .article-list--background { color: $quiet; text-style: italic; }
        & > .article-list--source { color: $quiet; }
        & > .article-list--snippet { color: $foreground; }
        & > .article-list--copies { color: $accent; }
        & > .article-list--sign { color: $secondary; text-style: bold; }
        & > .article-list--mark { color: $warning; text-style: bold underline; }
        & > .article-list--chosen { background: $panel; }
        &:focus > .article-list--chosen { background: $chosen; }
        """
        + hue_styles("article-list")
        + "}"
    )

    view: reactive[View | None] = reactive(None, init=False)
    """What is listed; None before the first answer."""

    signs: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """What the desk holds on articles, by their ids, as short words and signs."""

    selected: reactive[frozenset[int]] = reactive(frozenset(), init=False)
    """The numbers of the articles that were selected, to do one thing to all of them."""

    class SelectionChanged(Message):
        """Other articles are selected."""

    class Moved(Message):
        """The cursor is on another article, or on the same one under another query."""

        def __init__(self, number: int, place: int) -> None:
            super().__init__()
            self.number = number
            """The article's number in the catalogue."""
            self.place = place
            """Its place in the list, from 0."""

    class RowsAsked(Message):
        """Rows that were not made yet came into sight."""

        def __init__(self, view: View, first: int, last: int) -> None:
            super().__init__()
            self.view = view
            self.first = first
            """The first place that is wanted."""
            self.last = last
            """The place after the last one."""

    class ReadAsked(Message):
        """The article under the cursor is to be read."""

    class CopiesAsked(Message):
        """The copies of the article under the cursor are to be listed below it, or hidden."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: dict[int, Row] = {}
        self._asked: tuple[int, int] = (0, 0)
        self._drawn: tuple[Row, Shape, bool, PublishedDate | None, tuple[Line, ...]] | None = None
        self._shape = Shape(1, False)
        self._measured = Size(0, 0)
        """The size for which the shape holds."""
        self._resting: Timer | None = None

    @property
    def count(self) -> int:
        """How many rows are listed."""
        return len(self.view.listed) if self.view is not None else 0

    @property
    def item_height(self) -> int:
        """The lines that each hit takes."""
        return self.shape.height

    @property
    def shape(self) -> Shape:
        """The shape of the rows at the present width."""
        if self._measured != self.size:  # the first frame is painted before the first resize event
            self._measure()
        return self._shape

    @property
    def room(self) -> int:
        """How many hits with a passage can be seen at once, those included that are cut at the edge."""
        return -(-self.size.height // replace(self._shape, snippets=True).height)

    @property
    def number(self) -> int | None:
        """The number of the article under the cursor, or None in an empty list."""
        if self.view is None or not 0 <= self.cursor < len(self.view.listed):
            return None
        return self.view.listed[self.cursor]

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None in an empty list, and while it is not there yet."""
        return self._rows.get(self.cursor)

    def supply(self, view: View, first: int, rows: Sequence[Row]) -> None:
        """Take the rows from place `first` on; those of another view than the present one are dropped."""
        if view is not self.view:
            return
        self._rows.update(enumerate(rows, first))
        self._asked = (0, 0)
        if not self._shape.doubts and any(row.doubtful for row in rows):
            self.lay_out()
            self.refresh()
        seen, last = self._in_sight
        if first < last and seen < first + len(rows):
            self.refresh()

    @property
    def _in_sight(self) -> tuple[int, int]:
        """The first place in sight and the one after the last."""
        top, height = self.scroll_offset.y, self.shape.height
        return top // height, (top + self.size.height) // height + 1

    def _look_ahead(self) -> None:
        """Ask for the rows below those in sight, so that they are there before the cursor is."""
        if self.view is not None and len(self._rows) < min(len(self.view.listed), PAGE):
            self.post_message(self.RowsAsked(self.view, len(self._rows), PAGE))

    def watch_view(self, old: View | None, view: View | None) -> None:
        """List another view with the cursor on the same article where it is still found.

        The same question, asked again because the folder has changed, leaves the cursor at least where it was.
        """
        chosen = old.listed[self.cursor] if old is not None and self.cursor < len(old.listed) else None
        self._rows = dict(enumerate(view.rows)) if view is not None else {}
        self._asked = (0, 0)
        if self.selected:  # what is not listed is not acted upon
            self.selected &= frozenset(view.hits) if view is not None else frozenset()
        self.lay_out()
        place = 0
        if view is not None and chosen is not None and old is not None and old.query.text == view.query.text:
            found = view.place(chosen)
            place = found if found is not None else self.validate_cursor(self.cursor if old.query == view.query else 0)
        self.set_reactive(ArticleList.cursor, place)
        self.show_cursor(_newly_below(old, view))
        self.refresh()
        self.report()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self._look_ahead)

    def watch_signs(self) -> None:
        """Draw the rows with their new signs."""
        self._drawn = None

    def watch_selected(self) -> None:
        """Draw the rows with the sign of what is selected."""
        self._drawn = None
        self.refresh()
        self.post_message(self.SelectionChanged())

    def action_select(self) -> None:
        """Select the article under the cursor, or no longer, and go on to the next one."""
        if self.number is not None:
            self.selected ^= {self.number}
            self.cursor += 1

    def action_select_all(self) -> None:
        """Select all hits, those folded into the rows of others too; where they are, select none."""
        hits = frozenset(self.view.hits) if self.view is not None else frozenset()
        self.selected = frozenset() if self.selected == hits else hits

    def action_unselect(self) -> None:
        """Select nothing; where nothing is selected, leave the key to the screen."""
        if not self.selected:
            raise SkipAction
        self.selected = frozenset()

    def report(self) -> None:
        """Post where the cursor is."""
        if self.number is not None:
            self.post_message(self.Moved(self.number, self.cursor))

    def action_read(self) -> None:
        """Ask to read the article under the cursor; where its row stands for copies, ask for those first."""
        listing = self.view.listing if self.view is not None else None
        number = self.number
        if number is None:
            return
        hides = listing is not None and listing.folded and number in listing.copies and number not in listing.opened
        self.post_message(self.CopiesAsked() if hides else self.ReadAsked())

    def action_fold(self) -> None:
        """Ask for one row again for the article under the cursor and its copies; without any, do nothing."""
        listing = self.view.listing if self.view is not None else None
        if self.number is None or listing is None or not listing.folded:
            return
        if self.number in listing.opened or self.number in listing.stands_for:
            self.post_message(self.CopiesAsked())

    def line(self, place: int, row: int) -> Line:
        """Return a row of a hit; a dot until it is made."""
        known = self._rows.get(place)
        if known is None:
            self._ask()
            return (("  ·", Role.SOURCE),)
        return self._lines(known, place)[row]

    def _lines(self, row: Row, place: int) -> tuple[Line, ...]:
        """Return a row drawn; the last one is kept, since its lines are asked for one after the other."""
        state = (self._shape, place == self.cursor, self._above(place))
        if self._drawn is None or self._drawn[0] is not row or self._drawn[1:4] != state:
            shape, chosen, above = state
            signs = " ".join(filter(None, (SELECTED if row.number in self.selected else "", self.signs.get(row.id))))
            drawn = draw_row(row, shape, chosen, signs, above)
            self._drawn = row, *state, drawn
        return self._drawn[4]

    def _above(self, place: int) -> PublishedDate | None:
        """Return the date of the row above in a list by date, unless that row is out of sight."""
        if self.view is None or self.view.order != "date" or place <= self._in_sight[0]:
            return None
        row = self._rows.get(place - 1)
        return row.published if row is not None else None

    def lay_out(self) -> None:
        """Choose the shape that fits, and set the length of the scrollbar."""
        self._measure()
        super().lay_out()

    def _measure(self) -> None:
        view, width = self.view, self.scrollable_content_region.width
        self._measured = self.size
        snippets = view is not None and any(row.snippet for row in view.rows)
        self._shape = Shape(max(1, width), snippets, any(row.doubtful for row in self._rows.values()))

    def _ask(self) -> None:
        """Ask once for what is in sight and a little beyond."""
        assert self.view is not None
        seen, unseen = self._in_sight
        first, last = max(0, seen - _AHEAD), min(self.count, unseen + _AHEAD)
        if not self._asked[0] <= first < last <= self._asked[1]:
            self._asked = (first, last)
            self.post_message(self.RowsAsked(self.view, first, last))


def _newly_below(old: View | None, view: View | None) -> int:
    """Return how many copies a new view lists below their article that the old one did not."""
    before = old.listing.opened if old is not None and old.listing is not None else frozenset()
    listing = view.listing if view is not None else None
    return sum(len(listing.copies[shown]) for shown in listing.opened - before) if listing is not None else 0
