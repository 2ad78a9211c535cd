"""What the screen of words in context lists: lines, the words beside them, where they stand, or key words.

Everything is a function of frozen values, so that it can run in any thread; the screen shows and exports the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.base.folding import fold
from tui.base.progress import Stop, never
from tui.base.small_words import SMALL_WORDS
from tui.concordance import (
    Collocate,
    ContextLine,
    Dispersion,
    Keyness,
    Keyword,
    RankedLines,
    collocates,
    dispersions,
    sampled,
)
from tui.concordance.records import Table, collocate_table, dispersion_table, keyword_table, line_table
from tui.errors import Cancelled
from tui.locale import N_, _
from tui.ui.drawing.context_rows import Item


class Showing(StrEnum):
    """What is listed."""

    LINES = N_("lines")
    BESIDE = N_("words beside")
    WHERE = N_("where in the texts")
    KEYS = N_("key words")


ORDER_WORDS = {
    "day": N_("day"),
    "source": N_("outlet"),
    "right": N_("the words behind"),
    "left": N_("the words before"),
}
THINNED = (1_000, 200, 50)
"""To how many lines a list can be thinned, one after the other."""

_STEMS = {
    Showing.LINES: "words",
    Showing.BESIDE: "collocates",
    Showing.WHERE: "dispersion",
    Showing.KEYS: "keyness",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """How the lines are listed."""

    showing: Showing = Showing.LINES
    orders: tuple[str, ...] = ()
    """The keys by which they are sorted, the first one first; without any, as the articles are listed."""
    sample: int = 0
    """To how many lines the list is thinned; 0 shows all."""
    seed: int = 1
    """Which sample is drawn."""
    words: str = ""
    """What the lines are filtered by: words that all of them have; one behind `=` stands by itself beside the match."""

    def sorted_by(self, order: str) -> Listing:
        """Return the same sorted by one more key, before the others; they order what it leaves equal."""
        return replace(self, orders=(order, *(each for each in self.orders if each != order))[:3])

    def thinned(self, whole: int) -> Listing:
        """Return the same thinned to the next smaller number of lines of a `whole`; after the smallest, to none."""
        smaller = [most for most in THINNED if most < (self.sample or whole)]
        return replace(self, sample=smaller[0] if smaller else 0)

    def shown(self, steps: int) -> Listing:
        """Return the same with what comes next to be listed, or before."""
        every = tuple(Showing)
        return replace(self, showing=every[(every.index(self.showing) + steps) % len(every)])

    @property
    def stem(self) -> str:
        """What the name of an export begins with."""
        return _STEMS[self.showing]

    @property
    def order_words(self) -> str:
        """Say what the lines are sorted by."""
        if not self.orders:
            return _("in the order of the articles")
        return _("by {keys}").format(keys=_(", then ").join(_(ORDER_WORDS[each]) for each in self.orders))


def listed(
    ranked: RankedLines,
    everywhere: Mapping[str, int],
    listing: Listing,
    keyness: Keyness | None,
    stop: Stop = never,
) -> tuple[Sequence[Item], int]:
    """Return what is listed, and how many lines have the words of the filter before they are thinned.

    `everywhere` counts each word in all texts. Raises `Cancelled` soon after `stop` returns true.
    """
    if listing.showing is Showing.KEYS:
        found = keyness.keywords if keyness is not None else ()
        wanted = fold(listing.words).split()
        return [each for each in found if all(word in each.word for word in wanted)], 0
    places = _having(ranked.lines, listing.words, stop)
    whole = len(ranked.lines) if places is None else len(places)
    if listing.sample:
        places = sampled(range(len(ranked.lines)) if places is None else places, listing.sample, listing.seed)
    lines = [ranked.lines[place] for place in ranked.places(listing.orders, places)]
    if listing.showing is Showing.WHERE:
        return dispersions(lines), whole
    if listing.showing is Showing.BESIDE:
        total = sum(everywhere.values())
        return [each for each in collocates(lines, everywhere, total) if each.word not in SMALL_WORDS], whole
    return lines, whole


def _having(lines: Sequence[ContextLine], words: str, stop: Stop) -> Sequence[int] | None:
    """Return the places of the lines that have all words; None where no word is given."""
    wanted = fold(words).split()
    if not wanted:
        return None
    kept = []
    for place, line in enumerate(lines):
        if not place % 1000 and stop():
            raise Cancelled
        if _has(line, wanted):
            kept.append(place)
    return kept


def _has(line: ContextLine, wanted: Sequence[str]) -> bool:
    document, said = line.document, ""
    for word in wanted:
        if len(word) > 1 and word[0] == "=":
            if word[1:] not in line.left_words and word[1:] not in line.right_words:
                return False
            continue
        said = said or fold(f"{document.text[line.low : line.high]}\n{document.source}\n{document.day}")
        if word not in said:
            return False
    return True


def table_of(items: Sequence[Item], listing: Listing) -> Table:
    """Return what is listed as a table."""
    makers: dict[Showing, tuple[type, Callable[..., Table]]] = {
        Showing.LINES: (ContextLine, line_table),
        Showing.BESIDE: (Collocate, collocate_table),
        Showing.WHERE: (Dispersion, dispersion_table),
        Showing.KEYS: (Keyword, keyword_table),
    }
    kind, make = makers[listing.showing]
    return make([item for item in items if isinstance(item, kind)])
