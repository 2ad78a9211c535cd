"""What keys do to the words of the question: undated articles, order, facets, related articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.widgets import Input

from tui.base.locations import data_root
from tui.core.view import Query
from tui.locale import _
from tui.ui.messages import FacetsReady, RelatedReady, Reworded
from tui.ui.query_history import QueryHistory
from tui.ui.sorting import with_next_order
from tui.ui.undated import toggled_undated
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from tui.ui.screens.dossier.screen import DossierScreen


_NOTHING = {
    "forms": lambda: _("These words have no other forms: names of fields, patterns and numbers stay as they are."),
    "glossary": lambda: _("The glossary has nothing more for these words that an article holds."),
    "widen": lambda: _("The best hits have no words by which this can be widened."),
}


class QueryEdits:
    """Asks the question with other words, which can be seen in the search bar and taken back."""

    def __init__(self, screen: DossierScreen) -> None:
        self._screen = screen
        self.history = QueryHistory(data_root())
        """The queries that were asked before."""
        self._taken: dict[str, str] = {}
        """The query as it was before words of the glossary were taken, by what it is since."""
        self._told = False
        """Whether it was said how the query is dropped."""

    def keep(self) -> None:
        """Keep the present question in the history; its last word is no operator that may still come."""
        from tui.search.language import half_typed  # loaded with the first query, not before the first frame

        asked = self._screen.asked
        self.history.add(asked.text)
        if half_typed(asked.text):
            self._screen.asked = replace(asked, unfinished=False)

    def show(self, text: str) -> None:
        """Write the words of the question into the search bar, unless they stand there."""
        bar = self._screen.query_one(SearchBar)
        if bar.value != text:
            with bar.prevent(Input.Changed):
                bar.value = text
                bar.cursor_position = len(text)

    def drop_span(self) -> None:
        """Drop the span; where there is none, say once how the query is dropped: it may have taken long to type."""
        screen = self._screen
        if screen.asked.span is not None:
            screen.asked = replace(screen.asked, span=None)
        elif screen.asked.text.strip() and not self._told:
            self._told = True
            back = screen.navigator.behind is not None
            told = _("/ and typing replaces the query · q goes back") if back else _("/ and typing replaces the query")
            screen.notify(told, timeout=6)

    def toggle_undated(self) -> None:
        """List the undated articles alone, or take that back."""
        asked = self._screen.asked
        self._screen.navigator.ask(replace(asked, text=toggled_undated(asked.text), span=None))

    def change_order(self) -> None:
        """Ask for the next order of the list."""
        asked = self._screen.asked
        self._screen.navigator.ask(replace(asked, text=with_next_order(asked.text)))

    def reword(self, what: str) -> None:
        """Ask in narrower or wider words; taking words from the glossary a second time takes them back."""
        from tui.core.rewording import QueryChange

        screen, text = self._screen, self._screen.asked.text
        if what == "glossary-off":
            on = screen.explorer.toggle_glossary()
            screen.notify(_("The glossary is used.") if on else _("The glossary is not used."), timeout=2)
            screen.explore()
        elif text in self._taken:
            screen.navigator.ask(replace(screen.asked, text=self._taken[text]))
        else:
            screen.questions.reword(text, QueryChange(what))

    def ask_reworded(self, event: Reworded) -> None:
        """Ask in the other words, or say that there are none."""
        from tui.core.rewording import QueryChange

        if event.asked != self._screen.asked.text:
            return
        if event.text == event.asked:
            self._screen.notify(_NOTHING[event.change.value](), timeout=3)
            return
        if event.change is QueryChange.GLOSSARY:
            self._taken = {event.text: event.asked}
        self._screen.navigator.ask(replace(self._screen.asked, text=event.text))

    def ask_what_is_common(self) -> None:
        """Ask what the hits have in common."""
        if self._screen.view is not None:
            self._screen.questions.facets(self._screen.view)

    def ask_what_is_related(self) -> None:
        """Ask what shares rare words with the article under the cursor."""
        number = self._screen.query_one(ArticleList).number
        if number is not None:
            self._screen.questions.related(number)

    def ask_related(self, event: RelatedReady) -> None:
        """List what shares rare words with an article: the query shows them, and so do the marks in every article."""
        if event.text:
            self.keep()
            self._screen.navigator.ask(Query(event.text, folded=self._screen.asked.folded, related=event.title))
            self._screen.navigator.home()
        else:
            self._screen.notify(_("This article shares no rare word with another one."), timeout=3)

    def offer_facets(self, event: FacetsReady) -> None:
        """Offer the values of the hits, unless something else was asked since."""
        if event.view is self._screen.view:
            from tui.ui.screens.facet_list import FacetList

            self._screen.app.push_screen(FacetList(event.facets, self._screen.asked.text), self._refine)

    def _refine(self, text: str | None) -> None:
        """Ask with what was chosen."""
        if text is not None:
            self._screen.navigator.ask(replace(self._screen.asked, text=text))
