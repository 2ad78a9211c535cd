"""The frozen values that a screen shows: the query, its answer, and one article as it is read.

List and timeline are painted from one `View`, so they can never disagree.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from tui.base.days import Clock, Span
from tui.dossier.article import BACKGROUND, Article, PublishedDate
from tui.search.passage import Mark, Passage
from tui.timeline.tally import Tally

if TYPE_CHECKING:
    from tui.copies.listing import Listing
    from tui.dates.values import Timex
    from tui.dossier.serialization import Head
    from tui.search.analysis import TextWords
    from tui.search.language import Fault, Node, Parsed

PAGE = 24
"""Rows that come with a view; the passages of others are found when they are asked for."""


class Query(Struct, frozen=True):
    """What is asked of a dossier."""

    text: str = ""
    """The words of the query language; empty asks for everything."""
    span: Span | None = None
    """The days chosen on the timeline, or None for all time, including undated articles."""
    clock: Clock = Clock.PUBLISHED
    """Which dates `span`, `View.found` and `View.whole` count: publication dates, or dates that the texts mention."""
    unfinished: bool = False
    """Whether the last word may be incomplete: if no article has it as typed, it is taken as a prefix."""
    folded: bool = True
    """Whether hits that are copies of one text are listed in one row."""
    opened: frozenset[int] = frozenset()
    """The heads of groups of copies whose members are listed nevertheless."""
    related: str = ""
    """The title of the article whose rare words the text holds; empty for a query that somebody wrote."""


class Row(Struct, frozen=True):
    """One hit as the list shows it."""

    number: int
    """The article's number in the catalogue; valid while the program runs."""
    id: str
    title: str
    published: PublishedDate | None
    source: str
    snippet: Passage | None = None
    """The best passage for the query, or None if the query marks nothing in the text."""
    title_marks: tuple[Mark, ...] = ()
    words: int = 0
    """The length of the text."""
    retold: bool = False
    score: float = 0.0
    """The BM25F score of the hit; 0 if the query does not rank."""
    marks: int = 0
    """How many marks the query has in the text."""
    copies: int = 0
    """How many other hits are copies that this row stands for."""
    opened: bool = False
    """Whether those are listed below it."""
    below: int = 0
    """For a copy that is listed below the article that stands for it, the number of that article; else 0."""
    doubtful: bool = False
    """Whether the date is in doubt."""
    background: bool = False
    """Whether it explains what others report, and reports nothing itself."""
    opening: Passage | None = None
    """How the text begins, for a hit whose text the query does not mark; else None."""

    @classmethod
    def of(
        cls,
        head: Head,
        score: float = 0.0,
        passage: Passage | None = None,
        title_marks: tuple[Mark, ...] = (),
        marks: int = 0,
    ) -> Row:
        """Make the row of an article of the catalogue; a passage without marks is how its text begins."""
        return cls(
            number=head.number,
            id=head.id,
            title=head.title,
            published=head.published,
            source=head.source,
            snippet=passage if marks else None,
            opening=None if marks else passage,
            title_marks=title_marks,
            words=head.words,
            retold=head.retold,
            score=score,
            marks=marks,
            doubtful=head.doubt != "",
            background=BACKGROUND in head.tags,
        )

    def within(self, listing: Listing | None) -> Row:
        """Return the row with what its list says about copies."""
        if listing is None or not listing.folded:
            return self
        copies, below = len(listing.copies.get(self.number, ())), listing.stands_for.get(self.number, 0)
        if not (copies or below):
            return self
        return replace(self, copies=copies, opened=self.number in listing.opened, below=below)


class Suggestion(Struct, frozen=True):
    """Another query to try if nothing was found."""

    reason: str
    """What it changes, in a few words: `without "goundam"`."""
    query: Query
    total: int
    """How many articles it finds; never 0."""


class View(Struct, frozen=True):
    """The answer to a query: everything that list, timeline and status line show."""

    query: Query
    total: int = 0
    """The number of hits in the span."""
    of: int = 0
    """The number of articles in the dossier."""
    hits: array[int] = field(default_factory=lambda: array("q"))
    """The numbers of all hits, copies included, in order; of an archive on a server, of the first ones."""
    scores: array[float] = field(default_factory=lambda: array("d"))
    """The BM25F score of each hit, parallel to `hits`; empty if the query does not rank."""
    listing: Listing | None = None
    """How the hits are listed if some are copies of others; None if each is a row of its own."""
    rows: tuple[Row, ...] = ()
    """The first rows of the list; the others are asked for when they become visible."""
    found: Tally = field(default_factory=Tally)
    """The hits of the query by day, whatever the span; on the clock of mentions, the mentions in them."""
    whole: Tally = field(default_factory=Tally)
    """All articles of the dossier by day, or all mentions in them."""
    answered: str = ""
    """The query text that was answered: as asked, or with `*` after its last word."""
    parsed: Parsed | None = None
    """How `answered` was read, so that nothing reads it again; None for the empty query and a faulty one."""
    understood: str = ""
    """How the query was understood, in words; empty for an empty query."""
    otherwise: str = ""
    """What the glossary offers beside the words of the query, in words; `understood` has it too. Empty for nothing."""
    unsearched: int = 0
    """How many articles were not searched yet."""
    fault: Fault | None = None
    """What is wrong with the query and where; there are no hits then."""
    lack: Fault | None = None
    """What would be wrong with it as a finished query: a clause that breaks off, or nothing to look for."""
    untaken: tuple[str, ...] = ()
    """A few words on each part of the query that is ignored; `understood` ends with them."""
    order: str = ""
    """What the hits are sorted by, in a word: `date` or `relevance`."""
    suggestions: tuple[Suggestion, ...] = ()
    offered: tuple[str, ...] = ()
    """What may follow the field that a query which is being typed ends with."""

    @property
    def listed(self) -> array[int]:
        """The number of the article of each row."""
        return self.hits if self.listing is None else self.listing.numbers

    @property
    def distinct(self) -> int:
        """The number of hits, counting copies of one text once; as long as not all are known, the number of hits."""
        return (
            self.total
            if self.listing is None or len(self.hits) < self.total
            else self.total - len(self.listing.stands_for)
        )

    @property
    def tree(self) -> Node | None:
        """The syntax tree of what was answered; None where that is everything, or nothing because of a fault."""
        return self.parsed.tree if self.parsed is not None else None

    def place(self, number: int) -> int | None:
        """Return the row of a hit, or of the hit that stands for it; None if it is not among the hits."""
        if self.listing is not None:
            return self.listing.place(number)
        return self.hits.index(number) if number in self.hits else None


class Reading(Struct, frozen=True):
    """One article as it is read under a query."""

    number: int
    article: Article
    marks: tuple[Mark, ...] = ()
    """The places of the text that the query matched, ascending, not overlapping; offsets in characters."""
    title_marks: tuple[Mark, ...] = ()
    dates: tuple[Timex, ...] = ()
    """The dates that the text mentions, ascending, not overlapping; offsets in characters."""
    copies: tuple[Head, ...] = ()
    """The other articles that are copies of its text; the first ones if there are very many."""
    copies_total: int = 0
    """How many there are."""
    words: TextWords | None = None
    """The words of the text, where they were needed for the marks and are of use to others."""
