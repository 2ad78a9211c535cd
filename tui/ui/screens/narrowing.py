"""What the main screen does to its question in words that can be seen: order, facets, completion, older queries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from tui.base.locations import data_root
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.ui.messages import FacetsReady, RelatedReady
from tui.ui.query_history import History
from tui.ui.screens.two_clocks import TwoClocks
from tui.ui.sorting import with_next_order
from tui.ui.suggester import Completer
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from tui.ui.screens.account import Left as AccountLeft

UNDATED = "is:undated"
"""The words of the query language for articles without a date."""


class Narrowing(TwoClocks):
    """The part of the main screen that changes the words of the query."""

    def __init__(self, explorer: Explorer) -> None:
        super().__init__(explorer)
        self._history = History(data_root())
        self._account: AccountLeft | None = None

    def help_typing(self, bar: SearchBar) -> None:
        """Let the bar know what was asked before, and how a word may go on."""
        bar.past = self._history.newest_first
        bar.suggester = Completer(self._explorer.completed)

    @on(SearchBar.Left)
    def note_query(self) -> None:
        """Keep what was asked."""
        self._history.add(self.asked.text)

    def toggle_undated(self) -> None:
        """List the undated articles alone, or take that back."""
        text = self.asked.text
        without = " ".join(word for word in text.split() if word != UNDATED)
        self.asked = replace(
            self.asked, text=without if UNDATED in text.split() else f"{text} {UNDATED}".strip(), span=None
        )

    def action_sort(self) -> None:
        """Change the order, as a visible word of the query."""
        self.asked = replace(self.asked, text=with_next_order(self.asked.text))

    def action_facets(self) -> None:
        """Show what the hits have in common."""
        if self.view is not None:
            self._inquiry.facets(self.view)

    def action_account(self) -> None:
        """Show what became of each file, and which articles to look at."""
        from tui.ui.screens.account import AccountScreen

        self.app.push_screen(AccountScreen(self._explorer, self._account, lambda: self._busy), self._come_from_account)

    def _come_from_account(self, left: AccountLeft | None) -> None:
        """Read the articles that were asked for there, and keep how it was left."""
        self._account = left
        if left is not None and left.query:
            self._history.add(self.asked.text)
            self.asked = Query(left.query, folded=self.asked.folded)
            self.query_one(ArticleList).focus()

    def action_related(self) -> None:
        """Look for what shares rare words with the article under the cursor."""
        number = self.query_one(ArticleList).number
        if number is not None:
            self._inquiry.related(number)

    @on(RelatedReady)
    def ask_related(self, event: RelatedReady) -> None:
        """Ask for the shared words: the query shows them, and the marks show them in every article."""
        if event.text:
            self._history.add(self.asked.text)
            self.asked = Query(event.text, folded=self.asked.folded)
        else:
            self.notify("This article shares no rare word with another one.", timeout=3)

    @on(FacetsReady)
    def show_facets(self, event: FacetsReady) -> None:
        """Offer the values of the hits, unless something else was asked since."""
        if event.view is self.view:
            from tui.ui.screens.facet_list import FacetList

            self.app.push_screen(FacetList(event.facets, self.asked.text), self._narrow)

    def _narrow(self, words: str | None) -> None:
        """Add what was chosen to the query, or take it back."""
        if words:
            from tui.search.facets import toggled

            self.asked = replace(self.asked, text=toggled(self.asked.text, words))
