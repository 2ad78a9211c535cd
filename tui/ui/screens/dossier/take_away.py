"""What is taken from the main screen: copies of passages with their citations, and what is listed as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.core.citable import citable_heads
from tui.core.exported import exported
from tui.locale import N_, _
from tui.ui.citation_style import citation_style
from tui.ui.clipboard import Part, copy_part
from tui.ui.screens.dossier.panes_screen import PanesScreen
from tui.ui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from tui.core.archive import Archive
    from tui.core.view import View
    from tui.export.articles import Exported
    from tui.export.files import Forms
    from tui.search.passage import Passage

KEYS: list[BindingType] = [
    Binding("x", "export", "write what is listed to a file", id="dossier.export", show=False),
    Binding("y", "copy('quotation')", "copy the passage with its citation", id="dossier.copy", show=False),
    Binding("Y", "copy('text')", "copy the passage alone", id="dossier.copy-text", show=False),
    Binding("O", "origin", N_("where it comes from: file, address, links"), id="dossier.origin", show=False),
    Binding("c", "copy('citation')", "copy the citation alone", id="dossier.cite", show=False),
]


class TakingScreen(PanesScreen):
    """A screen with a list of articles from which things are taken."""

    explorer: Archive
    view: View | None

    def action_copy(self, part: str) -> None:
        """Copy the passage of the article under the cursor, its citation, or both, and say whose words it has."""
        articles = self.query_one(ArticleList)
        row, number = articles.row, articles.number
        head = None if number is None else next(citable_heads(self.explorer, [number]), None)
        if row is None or head is None:
            return
        passage = cited_passage(row.snippet)
        if part == Part.TEXT and not passage:
            self.notify(_("No passage is shown here; enter reads the article."), timeout=3)
            return
        self.notify(copy_part(self.app, Part(part), passage, head), timeout=4, markup=False)

    def action_origin(self) -> None:
        """Show where the article under the cursor comes from, and open that on request."""
        number = self.query_one(ArticleList).number
        if number is None:
            self.notify(_("There is no article under the cursor."), timeout=2)
            return
        from tui.ui.screens.origin import OriginScreen

        folder = self.explorer.folder if self.explorer.has_files else None
        self.app.push_screen(OriginScreen(self.explorer.article(number), folder))

    def action_export(self) -> None:
        """Ask for a file name and write the articles that are listed, in their order, and say what was left out."""
        view = self.view
        if view is None or not view.listed:
            self.notify(_("Nothing to write: no article is listed."), timeout=3)
            return
        from tui.ui.screens.export import ExportScreen

        listed, folded = len(view.listed), len(view.hits) - len(view.listed)
        what = counted(listed, "article")
        told = (
            _("Wrote {what} to {path}, without {count:,} folded into the rows of others (X lists each by itself).")
            if folded
            else _("Wrote {what} to {path}.")
        )

        def made(report: Callable[[int], object]) -> Iterator[Exported]:
            return exported(self.explorer, view, screen.stop, report)

        def written(path: Path | None) -> None:
            if path is not None:
                words = told.format(what=what, path=printable_line(str(path)), count=folded)
                self.notify(words, timeout=6, markup=False)

        forms = article_forms(
            made, lambda done: screen.report(done, listed), view.answered.strip() or _("All articles")
        )
        screen = ExportScreen(what, forms, self.explorer.folder, "articles")
        self.app.push_screen(screen, written)


_FORMS = (
    (".csv", "csv", N_("table")),
    (".json", "json", "JSON"),
    (".jsonl", "jsonl", "JSON Lines"),
    (".md", "markdown", "Markdown"),
    (".html", "html", N_("page to print")),
    (".bib", "bibtex", "BibTeX"),
    (".biblatex.bib", "biblatex", "biblatex"),
    (".ris", "ris", "RIS"),
    (".csl.json", "csl", "CSL"),
)
"""By the ending of a file's name: the form and what it is called."""


def article_forms(
    made: Callable[[Callable[[int], object]], Iterator[Exported]], report: Callable[[int], object], title: str
) -> Forms:
    """Return the forms in which articles are written, in the chosen citation style.

    `made` makes the articles anew for each file, and tells `report` how many it has made.
    """
    from tui.export.articles import FORMATS

    def text(form: str) -> str:
        return FORMATS[form][1](made(report), citation_style(), title)

    return {ending: (name, partial(text, form)) for ending, form, name in _FORMS}


def cited_passage(passage: Passage | None) -> str:
    """Return the words of a passage, with an ellipsis where it begins or ends within a sentence."""
    if passage is None:
        return ""
    text = passage.text.strip()
    before = passage.cut_before and text[:1].islower()
    after = passage.cut_after and not text.rstrip("\"'”’»)]").endswith((".", "!", "?", "…"))
    return f"{'… ' * before}{text}{' …' * after}"
