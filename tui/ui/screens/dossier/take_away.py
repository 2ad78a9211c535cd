"""What is taken from the main screen: copies of passages with their citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.ui.citation_style import citation_style
from tui.ui.clipboard import Part, copy, worded
from tui.ui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from tui.core.explorer import Explorer
    from tui.core.view import View
    from tui.search.passage import Passage

KEYS: list[BindingType] = [
    Binding("y", "copy('quotation')", "copy the passage with its citation", id="dossier.copy", show=False),
    Binding("Y", "copy('text')", "copy the passage alone", id="dossier.copy-text", show=False),
    Binding("c", "copy('citation')", "copy the citation alone", id="dossier.cite", show=False),
]


class TakingScreen(Screen[None]):
    """A screen with a list of articles from which things are taken."""

    explorer: Explorer
    view: View | None

    def action_copy(self, part: str) -> None:
        """Copy the passage of the article under the cursor, its citation, or both, and say whose words it has."""
        articles = self.query_one(ArticleList)
        row, number = articles.row, articles.number
        head = None if number is None else next(iter(self.explorer.heads([number])), None)
        if row is None or head is None:
            return
        passage = cited_passage(row.snippet)
        if part == Part.TEXT and not passage:
            self.notify("No passage is shown here; enter reads the article.", timeout=3)
            return
        self.notify(copy(self.app, worded(Part(part), passage, head, citation_style()), head), timeout=4, markup=False)


def cited_passage(passage: Passage | None) -> str:
    """Return the words of a passage, with an ellipsis where it begins or ends within a sentence."""
    if passage is None:
        return ""
    text = passage.text.strip()
    before = passage.cut_before and text[:1].islower()
    after = passage.cut_after and not text.rstrip("\"'”’»)]").endswith((".", "!", "?", "…"))
    return f"{'… ' * before}{text}{' …' * after}"
