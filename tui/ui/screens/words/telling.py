"""What the screen of words in context says of its lists: above them, and where nothing is listed."""

from __future__ import annotations

from dataclasses import dataclass

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.concordance import Keyness
from tui.core.view import Query
from tui.locale import _
from tui.timeline.granularity import span_label
from tui.ui.drawing.status import fault_words
from tui.ui.screens.words.listing import Listing, Showing

Words = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LinesProgress:
    """What is known of the lines."""

    listing: Listing
    matches: int = 0
    """How many were found."""
    articles: int = 0
    """How many articles were read."""
    total: int = 0
    """How many the question finds."""
    is_whole: bool = False
    """Whether all of these were read that will be."""
    having: int = 0
    """How many lines have the words of the filter."""
    filtered: bool = False
    progress: str = ""
    """How far something else is."""

    @property
    def sample(self) -> int:
        """To how many lines the list is thinned; 0 where all are listed."""
        return self.listing.sample if 0 < self.listing.sample < self.having else 0


def head_words(told: LinesProgress) -> Words:
    """Say how many lines there are, in which order, and of which sample."""
    listing = told.listing
    parts: Words = [(_counts(told), "plain")] if told.total else []
    if told.filtered and listing.showing is not Showing.KEYS:
        parts.append((_("{count:,} have the words").format(count=told.having), "plain"))
    if told.sample and listing.showing is not Showing.KEYS:
        sample = _("a sample of {shown:,}, seed {seed}")
        parts.append((sample.format(shown=told.sample, seed=listing.seed), "accent"))
    if listing.showing in (Showing.LINES, Showing.WHERE):
        parts.append((listing.order_words, "muted"))
    if told.progress:
        parts.append((told.progress, "muted"))
    return [(_("Words in context"), "strong"), *((f" · {words}", role) for words, role in parts)]


def _counts(told: LinesProgress) -> str:
    matches, articles = counted(told.matches, "match"), counted(told.total, "article")
    if not told.is_whole:
        form = _("{matches} so far · read {number:,} of {articles} …")
    elif told.articles < told.total:
        form = _("{matches} in the {number:,} that can be read of {articles}")
    else:
        form = _("{matches} in {articles}")
    return form.format(matches=matches, number=told.articles, articles=articles)


def view_words(query: Query, showing: Showing) -> Words:
    """Name the lists, the one that is shown strongly, and the question."""
    views: Words = []
    for each in Showing:
        views += [(" · ", "muted")] if views else []
        views.append((_(each.value), "strong" if each is showing else "muted"))
    words = printable_line(query.text)
    if query.span is not None:
        words = f"{words} · {_(query.clock.value)} {span_label(query.span)}"
    return [*views, (f"   {words}", "muted")]


def empty_words(query: Query, showing: Showing, filtered: bool, keyness: Keyness | None) -> str:
    """Say why nothing is listed, and what to do."""
    if not query.text.strip():
        return _("Words in context are the words of a query.\nq goes back; s types one.")
    if faulty := fault_words(query.text):
        return faulty
    if filtered:
        return _("No line has these words.\nesc lists all of them again.")
    if showing is Showing.KEYS:
        return _key_words(keyness)
    if showing is Showing.BESIDE:
        return _("No word stands twice beside these matches.\nv goes on.")
    return _("No text has a match of this query.\nq goes back; s types another one, v goes on to its key words.")


def _key_words(keyness: Keyness | None) -> str:
    if keyness is None:
        return _("Reading all articles …")
    if not (keyness.articles and keyness.others):
        return _("There is nothing to compare with: no other article has the language of these.\nv goes on.")
    return _("No word sets these articles apart from the others beyond chance.\nv goes on.")
