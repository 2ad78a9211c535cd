"""The list's pane: the hits, or what else could be asked where there are none."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from tui.core.view import View
from tui.locale import _, ngettext
from tui.ui.panes.titled_pane import TitledPane
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.suggestion_list import SuggestionList


class ListPane(TitledPane):
    """A list with its title line; everything that its list says goes on to the screen."""

    def compose(self) -> ComposeResult:
        """Hold the list; suggestions come when they are wanted."""
        yield ArticleList(id="list")

    def on_mount(self) -> None:
        """Name the pane."""
        self.set_title(_("Articles"))

    def show(self, view: View, empty_words: str) -> None:
        """List the hits of a view, or say why there are none and offer what else could be asked."""
        articles, offered = self.query_one(ArticleList), self.query(SuggestionList)
        articles.empty_words = empty_words
        articles.view = view
        # The list that has the focus and keeps it is not given it again: it may be on its way to another pane.
        focused = self.screen.focused
        loses_focus = isinstance(focused, SuggestionList) or (focused is articles and bool(view.suggestions))
        offered.remove()
        articles.set_class(bool(view.suggestions), "-replaced")
        if view.suggestions:
            self.mount(SuggestionList(view.suggestions))
        if loses_focus:
            self.take_focus()

    @on(ArticleList.SelectionChanged)
    def count_selected(self) -> None:
        """Say in the title how many articles are selected, and what can be done to them."""
        count = len(self.query_one(ArticleList).selected)
        words = ngettext("{count} article selected", "{count} articles selected", count).format(count=f"{count:,}")
        self.set_title(f"{words} · * + - R · esc" if count else _("Articles"))

    def take_focus(self) -> None:
        """Give the focus to what can be chosen from, at once: with the next view that may be gone."""
        offered = [each for each in self.query(SuggestionList) if each.display]  # not those that are being removed
        self.screen.set_focus(offered[-1] if offered else self.query_one(ArticleList))
