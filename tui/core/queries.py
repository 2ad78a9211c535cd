"""Answering: a query goes in, and the view of all that answers it comes out.

List, total, timeline and the line that says how the query was understood are of one evaluation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.base.days import Clock
from tui.base.progress import Stop
from tui.core.services import Halves
from tui.core.view import PAGE, Query, Row, Suggestion, View
from tui.timeline.dated import Dated
from tui.timeline.hits import Hits

if TYPE_CHECKING:
    from tui.search.language import Node, Parsed
    from tui.timeline.mentioned import Mentioned

_MOST_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found for the text of a query, whatever the span."""

    text: str
    parsed: Parsed | None
    """None for the empty query, which asks for everything."""
    hits: Hits
    understood: str = ""
    unsearched: int = 0


class Answering:
    """Answers queries about the articles of one dossier."""

    def __init__(self, halves: Halves) -> None:
        self._halves = halves

    def explore(self, query: Query, stop: Stop, suggest: bool, rows: int) -> View:
        """Answer a query; never raises for what was typed: a faulty query is a view with a fault.

        Without `suggest` a view of nothing has no suggestions yet; `suggested` adds them. `rows` come with the view, a
        `PAGE` where none of them has a passage. Raises `Cancelled` soon after `stop` answers yes.
        """
        dates = self._halves.datebook.now()
        if not query.text.strip():
            view = self._view(query, _Answer("", None, dates.everything()), dates, rows)
            return self.suggested(view, stop) if suggest else view
        parsed = self._halves.searcher().parse(query.text, dates.extent)
        if parsed.fault is not None:
            return View(query, of=len(dates), whole=self._clock(query.clock, dates).whole, fault=parsed.fault)
        answer = self._answer(query.text, parsed, dates, stop)
        if not answer.hits and query.unfinished and query.text[-1].isalnum():
            longer = f"{query.text}*"
            begun = self._answer(longer, self._halves.searcher().parse(longer, dates.extent), dates, stop)
            if begun.hits:
                answer = replace(begun, understood=f"{begun.understood}: no article has the last word as it stands")
        view = self._view(query, answer, dates, rows)
        return self.suggested(view, stop) if suggest else view

    def suggested(self, view: View, stop: Stop) -> View:
        """Return a view that found nothing with other queries that find something; any other as it is.

        So is one that found nothing yet, because not all articles are searched.
        """
        if view.total or view.fault is not None or view.unsearched or stop():
            return view
        return replace(view, suggestions=self._suggestions(view, stop))

    def _answer(self, text: str, parsed: Parsed, dates: Dated, stop: Stop) -> _Answer:
        searcher, unsearched = self._halves.searcher(), self._halves.catalogue.unsearched()
        evaluation = searcher.evaluate(parsed.tree, stop)
        # The index may hold articles that the catalogue dropped a moment ago.
        hits = dates.hits(evaluation.numbers, evaluation.scores)
        notes = evaluation.notes
        waiting = self._halves.dater().waiting() if searcher.asks_mentions(parsed.tree) else 0
        if waiting:
            notes = (*notes, f"the dates in {waiting:,} of {len(dates):,} articles are not found yet")
        if unsearched:
            notes = (f"{unsearched:,} of {len(dates):,} articles are not searched yet", *notes)
        return _Answer(text, parsed, hits, searcher.understood(parsed, notes), unsearched)

    def _view(self, query: Query, answer: _Answer, dates: Dated, rows: int) -> View:
        """Make the view of what was found, with its first rows."""
        asked, clock = answer.parsed, self._clock(query.clock, dates)
        found = answer.hits.tally() if isinstance(clock, Dated) else clock.tally(answer.hits.numbers)
        hits = self._within(query, answer.hits)
        order = (asked.order if asked else "") or ("relevance" if hits.ranked() else "date")
        hits = hits.ordered(order, self._halves.catalogue.ranks)
        view = View(
            query=query,
            total=len(hits),
            of=len(dates),
            hits=hits.numbers,
            scores=hits.scores,
            listing=self._halves.comparer.groups().listing(hits.numbers, hits.scores, query.opened, query.folded),
            found=found,
            whole=clock.whole,
            answered=answer.text,
            parsed=asked,
            understood=answer.understood,
            unsearched=answer.unsearched,
            order=order.removeprefix("-"),
            lack=asked.lack if asked else None,
            untaken=asked.untaken if asked else (),
        )
        first = self.rows(view, 0, rows)
        if not any(row.snippet for row in first):
            first += self.rows(view, rows, PAGE)
        return replace(view, rows=first)

    def rows(self, view: View, first: int, last: int) -> tuple[Row, ...]:
        """Return the rows of a view from place `first` up to `last`, not included."""
        scores = view.scores if view.listing is None else view.listing.scores
        score = dict(zip(view.listed[first:last], scores[first:last], strict=True))
        heads = self._halves.catalogue.heads(score)  # without those that another program has dropped meanwhile
        if view.tree is None:
            return tuple(Row.of(head).within(view.listing) for head in heads)
        row = self._halves.searcher().row
        return tuple(row(view.tree, head, score[head.number]).within(view.listing) for head in heads)

    def _clock(self, clock: Clock, dates: Dated) -> Dated | Mentioned:
        """Return the days that a clock counts."""
        return dates if clock is Clock.PUBLISHED else self._halves.dater().clock()

    def tree(self, text: str) -> Node | None:
        """Return the syntax tree of a query, or None for the empty one, which asks for everything."""
        return self._halves.searcher().parse(text, self._halves.datebook.now().extent).tree if text.strip() else None

    def _suggestions(self, view: View, stop: Stop) -> tuple[Suggestion, ...]:
        """Return other queries that find something: for all time, then with other words or less of them."""
        query, kept = view.query, []
        if query.span is not None and view.found.total:  # which counts mentions, where the clock is theirs
            total = self._total(replace(query, text=view.answered, span=None), stop)
            kept.append(Suggestion("the same for all time", replace(query, span=None), total))
        asked = view.parsed
        if asked is None:
            return tuple(kept)
        sorting = f" sort:{asked.order}" if asked.order else ""
        for reason, text in self._halves.searcher().alternatives(asked.tree, stop):
            if stop() or len(kept) == _MOST_SUGGESTIONS:
                break
            other = replace(query, text=text + sorting)
            total = self._total(other, stop)
            if total:
                kept.append(Suggestion(reason, other, total))
        return tuple(kept)

    def _total(self, query: Query, stop: Stop) -> int:
        dates, tree = self._halves.datebook.now(), self.tree(query.text)
        if tree is None:
            hits = dates.everything()
        else:
            evaluation = self._halves.searcher().evaluate(tree, stop)
            hits = dates.hits(evaluation.numbers, evaluation.scores)
        return len(self._within(query, hits))

    def _within(self, query: Query, hits: Hits) -> Hits:
        """Return the hits that the span of a query holds on its clock."""
        if query.span is None:
            return hits
        if query.clock is Clock.PUBLISHED:
            return hits.within(query.span)
        return hits.among(self._halves.dater().clock().naming(query.span))
