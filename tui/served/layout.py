"""How the documents of an index are laid out, which is all that `Searching` has to know of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from tui.base.days import Clock, Span
from tui.dossier.article import Article
from tui.search.facets import Facet
from tui.search.language import Node
from tui.served import answers
from tui.served.schema import article_of
from tui.served.translation import Asked, Context, naming, translated, within
from tui.timeline.tally import Tally

Body = dict[str, Any]

WRITES: Body = {"sum": {"field": "_seq_no"}}
"""Sums the numbers that the shards give to what they write: a document that is written again has a higher one, whatever
the clock of the machine that sent it says."""

_BACKGROUND = 1e-6
"""The weight of background articles in a ranking."""


class Layout(Protocol):
    """What is asked of an index, and what its answers mean."""

    is_ours: bool
    """Whether the words were analysed by us, so that forms, frequent words and facets of words can be asked."""
    source: Sequence[str]
    """What of each document is needed to list and read it."""
    state: Body
    """The search whose total and aggregations `at` and `writes` tell one state of the index from another."""
    everything: Asked
    """What finds all articles."""
    notes: Sequence[str]
    """What the understood line says of every query."""

    def asked(self, tree: Node, context: Context) -> Asked:
        """Return the query of a tree."""

    def ranked(self, asked: Asked) -> Asked:
        """Return a query as it ranks."""

    def chosen(self, span: Span, clock: Clock) -> Asked:
        """Return the query for the days that were chosen on a clock."""

    def sorted_by(self, order: str) -> list[Body]:
        """Return how hits are sorted; equals always in the same order."""

    def tally_by(self, clock: Clock, daily: bool) -> Body:
        """Return the aggregations that count by day, or by month where not `daily`."""

    def tally_of(self, found: Body, clock: Clock, daily: bool) -> Tally:
        """Return what those aggregations counted."""

    def facets_by(self) -> Body:
        """Return the aggregations that count the values of facets."""

    def facets_of(self, found: Body) -> tuple[Facet, ...]:
        """Return what those aggregations counted."""

    def article(self, hit: Body) -> Article:
        """Return the article of a hit, cleaned."""


class OwnLayout:
    """The layout of what `push` writes."""

    is_ours = True
    source: Sequence[str] = ("article", "copy_of")
    state: Body = {
        "size": 0,
        "track_total_hits": True,
        "aggs": {
            "at": {"max": {"field": "pushed"}},
            "writes": WRITES,
            "told": {"terms": {"field": "language", "size": 200}},
        },
    }
    everything: Asked = {"match_all": {}}
    notes: Sequence[str] = ()

    def asked(self, tree: Node, context: Context) -> Asked:
        """Return the query of a tree."""
        return translated(tree, context)

    def ranked(self, asked: Asked) -> Asked:
        """Return a query whose background articles rank below every report."""
        background = {"term": {"background": True}}
        return {"boosting": {"positive": asked, "negative": background, "negative_boost": _BACKGROUND}}

    def chosen(self, span: Span, clock: Clock) -> Asked:
        """Return the query for the days that were chosen on a clock."""
        days = span.first.toordinal(), span.last.toordinal()
        return within(*days) if clock is Clock.PUBLISHED else naming(*days)

    def sorted_by(self, order: str) -> list[Body]:
        """Return how hits are sorted; equals by date, the undated last, and then by number."""
        key, down = order.removeprefix("-"), "desc" if order.startswith("-") else "asc"
        by_date: Body = {"first": {"order": down if key == "date" else "asc", "missing": "_last"}}
        keys: dict[str, list[Body]] = {
            "date": [],
            "relevance": [{"_score": {"order": "asc" if order.startswith("-") else "desc"}}],
            "source": [{"source_order": {"order": down}}],
            "length": [{"length": {"order": down}}],
        }
        return [*keys[key], by_date, {"number": "asc"}, {"id": "asc"}]

    def tally_by(self, clock: Clock, daily: bool) -> Body:
        """Return the aggregations that count by day."""
        return answers.tally_by(clock, daily)

    def tally_of(self, found: Body, clock: Clock, daily: bool) -> Tally:  # noqa: ARG002 - both clocks count alike
        """Return what those aggregations counted."""
        return answers.tally_of(found, daily)

    def facets_by(self) -> Body:
        """Return the aggregations that count the values of facets."""
        return answers.facets_by()

    def facets_of(self, found: Body) -> tuple[Facet, ...]:
        """Return what those aggregations counted."""
        return answers.facets_of(found)

    def article(self, hit: Body) -> Article:
        """Return the article of a hit."""
        return article_of({**hit.get("_source", {}).get("article", {}), "id": hit["_id"]})
