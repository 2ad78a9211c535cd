"""What the main screen does with copies of one text: one row for all of them, or each by itself."""

from __future__ import annotations

from dataclasses import replace

from textual import on

from tui.ui.screens.narrowing import Narrowing
from tui.ui.widgets.article_list import ArticleList


class Unfolding(Narrowing):
    """The part of the main screen that lists copies; how they are listed belongs to what is asked."""

    @on(ArticleList.CopiesAsked)
    def toggle_copies(self) -> None:
        """List the copies of the article under the cursor below it, or no longer."""
        number, listing = self.query_one(ArticleList).number, self.view.listing if self.view is not None else None
        if number is None:
            return
        if not self.asked.folded:
            self.notify("Every copy has a row of its own; X puts them in one.", timeout=3)
        elif listing is None or not (number in listing.copies or number in listing.stands_for):
            self.notify(_alone_words(len(self._explorer.groups().others(number))), timeout=3)
        else:
            group = self._explorer.groups().head(number)
            self.asked = replace(self.asked, opened=self.asked.opened ^ {group})

    def action_fold(self) -> None:
        """List copies of one text in one row, or each by itself; this holds for every query from now on."""
        folded = not self.asked.folded
        self.asked = replace(self.asked, folded=folded, opened=frozenset())
        self.notify("Copies of one text: in one row." if folded else "Copies of one text: each by itself.", timeout=2)


def _alone_words(others: int) -> str:
    """Say that no other article found has the same text, and how many of the dossier have."""
    if not others:
        return "No other article has this text."
    return "Its copy is not among those found." if others == 1 else f"Its {others:,} copies are not among those found."
