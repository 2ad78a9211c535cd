"""Queries: a query goes in, and the view of everything that matches it comes out.

The list, the total, the timeline and the line that says how the query was understood come from one evaluation.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.base.days import Clock
from tui.base.progress import Stop
from tui.core.services import Services
from tui.core.view import PAGE, Query, Row, Suggestion, View
from tui.locale import _, ngettext
from tui.timeline.hits import Hits
from tui.timeline.published_dates import PublishedDates
from tui.timeline.tally import Tally

if TYPE_CHECKING:
    from tui.search.engine import Evaluation
    from tui.search.language import Node, Parsed
    from tui.timeline.mentioned_dates import MentionedDates

_MOST_SUGGESTIONS = 5

_BACKGROUND = 1e-6
"""The weight of background articles in a ranking."""


class _Answer(Struct, frozen=True):
    """What the text of a query found, whatever the span."""

    text: str
    parsed: Parsed | None
    """None for the empty query, which asks for everything."""
    hits: Hits
    understood: str = ""
    otherwise: str = ""
    unsearched: int = 0


class Queries:
    """Answers queries about the articles of one dossier, with its services."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def explore(self, query: Query, stop: Stop, suggest: bool, rows: int) -> View:
        """Answer a query; see `Explorer.explore`."""
        dates = self.services.dates.now()
        if not query.text.strip():
            view = self._view(query, _Answer("", None, dates.everything()), dates, rows)
            return self.suggested(view, stop) if suggest else view
        from tui.search.language import half_typed  # a dossier that is only listed needs no query language

        text, half = query.text, half_typed(query.text) if query.unfinished else ""
        if half:
            text = text.rstrip().removesuffix(half).rstrip()
        parsed = self.services.search.parse(text, dates.extent)
        if parsed.fault is not None:
            return View(query, of=len(dates), whole=self._clock(query.clock, dates).whole, fault=parsed.fault)
        answer = self._answer(text, parsed, dates, stop)
        if half:
            note = _("{typed} is not looked for yet: it may become an operator").format(typed=half)
            answer = replace(answer, understood=f"{answer.understood} · {note}")
        elif not answer.hits and query.unfinished and text[-1].isalnum():
            longer = f"{text}*"
            begun = self._answer(longer, self.services.search.parse(longer, dates.extent), dates, stop)
            if begun.hits:
                told = _("{query}: no article has the last word as typed").format(query=begun.understood)
                answer = replace(begun, understood=told)
        view = self._view(query, answer, dates, rows)
        return self.suggested(view, stop) if suggest else view

    def suggested(self, view: View, stop: Stop) -> View:
        """Add queries that do find something to an empty view; see `Explorer.suggested`."""
        if view.total or view.fault is not None or view.unsearched or stop():
            return view
        return replace(view, suggestions=self._suggestions(view, stop))

    def _answer(self, text: str, parsed: Parsed, dates: PublishedDates, stop: Stop) -> _Answer:
        search, unsearched = self.services.search, self.services.catalogue.unsearched()
        tree, added = parsed.tree, parsed.widening
        evaluation = search.widened(tree, added, stop) if added else search.evaluate(tree, stop)
        # The index may still hold articles that the catalogue has just dropped.
        hits = dates.hits(evaluation.numbers, self._reports_first(evaluation))
        notes = evaluation.notes
        dates_asked, names_asked = search.asks_mentions(parsed.tree), search.asks_names(parsed.tree)
        waiting = self.services.mentions.waiting() if dates_asked or names_asked else 0
        if waiting:
            told = (
                _("{count:,} of {whole:,} articles are not searched for dates yet")
                if dates_asked
                else _("{count:,} of {whole:,} articles are not searched for names yet")
            )
            notes = (*notes, told.format(count=waiting, whole=len(dates)))
        notes = (*notes, *self._half_named()) if names_asked else notes
        if unsearched:
            told = _("{count:,} of {whole:,} articles are not searched yet")
            notes = (told.format(count=unsearched, whole=len(dates)), *notes)
        offered = search.offered(text)
        said = search.understood(parsed, offered, notes)
        return _Answer(text, search.marking(parsed), hits, said, offered, unsearched)

    def _half_named(self) -> Iterator[str]:
        """Yield a sentence on the articles in whose languages only some names are found, if there are any."""
        from tui.names import LANGUAGES

        count = self.services.catalogue.mentions.names.articles_not_in(LANGUAGES)
        if count:
            yield ngettext(
                "of {count:,} article that is neither English nor French only some names are known",
                "of {count:,} articles that are neither English nor French only some names are known",
                count,
            ).format(count=count)

    def _reports_first(self, evaluation: Evaluation) -> array[float]:
        """Return the scores of what was found, those of background articles below every report's."""
        background = self.services.background()
        if background.isdisjoint(evaluation.numbers):
            return evaluation.scores
        pairs = zip(evaluation.numbers, evaluation.scores, strict=True)
        return array("d", [score * _BACKGROUND if number in background else score for number, score in pairs])

    def _view(self, query: Query, answer: _Answer, dates: PublishedDates, rows: int) -> View:
        """Build the view of an answer, with its first rows."""
        asked, clock = answer.parsed, self._clock(query.clock, dates)
        found = answer.hits.tally() if isinstance(clock, PublishedDates) else clock.tally(answer.hits.numbers)
        hits = self._within(query, answer.hits)
        order = (asked.order if asked else "") or ("relevance" if hits.ranked() else "date")
        hits = hits.ordered(order, self.services.catalogue.ranks)
        view = View(
            query=query,
            total=len(hits),
            of=len(dates),
            hits=hits.numbers,
            scores=hits.scores,
            listing=self.services.duplicates.groups().listing(hits.numbers, hits.scores, query.opened, query.folded),
            found=found,
            whole=clock.whole,
            answered=answer.text,
            parsed=asked,
            understood=answer.understood,
            otherwise=answer.otherwise,
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
        """Return the rows of a view from `first` up to but not including `last`."""
        scores = view.scores if view.listing is None else view.listing.scores
        score = dict(zip(view.listed[first:last], scores[first:last], strict=True))
        heads = self.services.catalogue.heads(score)  # without those that another program has dropped meanwhile
        if view.tree is None:
            return tuple(Row.of(head).within(view.listing) for head in heads)
        row = self.services.search.row
        return tuple(row(view.tree, head, score[head.number]).within(view.listing) for head in heads)

    def _clock(self, clock: Clock, dates: PublishedDates) -> PublishedDates | MentionedDates:
        """Return the dates that a clock counts."""
        return dates if clock is Clock.PUBLISHED else self.services.mentions.clock()

    def tally(self, numbers: Iterable[int], clock: Clock) -> Tally:
        """Count articles by the days of a clock."""
        if clock is Clock.PUBLISHED:
            return Tally.of(self.services.dates.now().intervals(numbers))
        return self.services.mentions.clock().tally(numbers)

    def tree(self, text: str) -> Node | None:
        """Return the syntax tree of a query, or None for the empty one, which asks for everything."""
        return self.services.search.parse(text, self.services.dates.now().extent).tree if text.strip() else None

    def _suggestions(self, view: View, stop: Stop) -> tuple[Suggestion, ...]:
        """Suggest queries that find something: for all time, then with other or fewer words."""
        query, kept = view.query, []
        if query.span is not None and view.found.total:  # counts mentions on the clock of mentions
            total = self._total(replace(query, text=view.answered, span=None), stop)
            kept.append(Suggestion(_("the same for all time"), replace(query, span=None), total))
        asked = view.parsed
        if asked is None:
            return tuple(kept)
        sorting = f" sort:{asked.order}" if asked.order else ""
        for reason, text in self.services.search.alternatives(asked.tree, stop):
            if stop() or len(kept) == _MOST_SUGGESTIONS:
                break
            other = replace(query, text=text + sorting)
            total = self._total(other, stop)
            if total:
                kept.append(Suggestion(reason, other, total))
        return tuple(kept)

    def _total(self, query: Query, stop: Stop) -> int:
        dates, tree = self.services.dates.now(), self.tree(query.text)
        if tree is None:
            hits = dates.everything()
        else:
            evaluation = self.services.search.evaluate(tree, stop)
            hits = dates.hits(evaluation.numbers, evaluation.scores)
        return len(self._within(query, hits))

    def _within(self, query: Query, hits: Hits) -> Hits:
        """Return the hits within the span of a query, on its clock."""
        if query.span is None:
            return hits
        if query.clock is Clock.PUBLISHED:
            return hits.within(query.span)
        return hits.among(self.services.mentions.clock().mentioning(query.span))
