"""What else may be asked of an archive on a server: other spellings, looser queries, ends of words, related ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from msgspec import structs

from tui.base.progress import Stop, never
from tui.base.small_words import SMALL_WORDS
from tui.core.view import Query, Suggestion, View
from tui.dossier.article import Article
from tui.locale import _
from tui.search.analysis import folded, names, token_pattern, words
from tui.search.language import Node
from tui.search.language.fields import STEMMED
from tui.search.language.tree import Everything, Word, any_of, leaves
from tui.served.answers import Body, escaped
from tui.served.searching import Searching
from tui.served.translation import Asked

_MOST_SUGGESTIONS = 5
_MOST_ALTERNATIVES = 24


class Offers:
    """Offers queries that find something in one index."""

    def __init__(self, searching: Searching) -> None:
        self._searching = searching
        self._values: dict[tuple[tuple[int, int, int], str], list[str]] = {}

    def suggested(self, view: View, stop: Stop = never) -> View:
        """Add queries that do find something to an empty view."""
        if view.total or view.fault is not None or stop():
            return view
        offered: list[tuple[str, Query]] = []
        if view.query.span is not None and view.found.total:
            offered.append((_("the same for all time"), structs.replace(view.query, span=None)))
        offered += self._others(view, stop)
        offered = offered[:_MOST_ALTERNATIVES]
        trees = [(self._searching.tree(query.text, stop) or Everything(), query) for _, query in offered]
        totals = self._totals(trees, stop)
        found = [
            Suggestion(reason, query, total) for (reason, query), total in zip(offered, totals, strict=True) if total
        ]
        return structs.replace(view, suggestions=tuple(found[:_MOST_SUGGESTIONS]))

    def _others(self, view: View, stop: Stop) -> Iterator[tuple[str, Query]]:
        """Yield other spellings, then looser queries."""
        from tui.search.language.printing import unparse
        from tui.search.suggestions import alternatives, replaced

        if view.parsed is None:
            return
        tree, sorting = view.parsed.tree, f" sort:{view.parsed.order}" if view.parsed.order else ""
        asked = [
            leaf
            for leaf in leaves(tree)
            if isinstance(leaf, Word) and leaf.field in STEMMED and len(token_pattern().findall(leaf.text)) == 1
        ]
        ours = self._searching.layout.is_ours
        similar = self._similar([leaf.text for leaf in asked], stop) if asked and ours else {}
        for leaf in asked:
            for other in similar.get(folded(token_pattern().findall(leaf.text)[0]), [])[:2]:
                if other not in SMALL_WORDS:
                    query = unparse(replaced(tree, leaf, replace(leaf, text=other)))
                    yield (
                        _("{other} for {word}").format(other=other, word=leaf.text),
                        structs.replace(view.query, text=query + sorting),
                    )
        for reason, text in alternatives(tree):
            yield reason, structs.replace(view.query, text=text + sorting)

    def completed(self, text: str) -> str:
        """Complete a query that is being typed."""
        from tui.search.completion import completed
        from tui.search.language.fields import completions, field_of

        def values(name: str) -> list[str]:
            field = field_of(name)
            return self.known_values(field.name) if field is not None and field.facet else []

        return completed(text, completions(), values, self._frequent)

    def known_values(self, field: str) -> list[str]:
        """Return the values of a field, the most frequent first; none of an index that others made."""
        if not self._searching.layout.is_ours:
            return []
        key = self._searching.state, field
        if key not in self._values:
            facet = self._most_frequent(f"facet.{field}", ".*", 500, {"match_all": {}})
            self._values = {**self._values, key: [value.split("\x01")[-1] for value in facet]}
        return self._values[key]

    def _frequent(self, beginning: str) -> str:
        if not self._searching.layout.is_ours:
            return ""
        word = folded(beginning)
        found = self._most_frequent("words", f"{escaped(word)}.*", 1, {"prefix": {"words": word}})
        return found[0] if found else ""

    def related(self, article: Article) -> str:
        """Return a query for articles that share rare words with this one; empty if there are none."""
        from tui.search.language.printing import unparse
        from tui.search.suggestions import distinctive_words

        if not self._searching.layout.is_ours:
            return ""
        held = sorted({*words(article.title), *words(article.text)})
        counts = self._counts(held, never) if held else {}
        # What is a name elsewhere would take another question: what this article uses as one has to do.
        named = frozenset(names(article.text, token_pattern().findall(article.text)))
        found = distinctive_words(
            article.title, article.text, lambda word: counts.get(word, 0), named.__contains__, self._searching.state[0]
        )
        return unparse(any_of([Word(word) for word in found])) if found else ""

    def _totals(self, trees: Sequence[tuple[Node, Query]], stop: Stop) -> list[int]:
        """Count the hits of several queries at once."""
        bodies: list[Body] = []
        for tree, query in trees:
            parts = [self._searching.translated(tree, stop)]
            if query.span is not None:
                parts.append(self._searching.layout.chosen(query.span, query.clock))
            bodies.append({"size": 0, "track_total_hits": True, "query": {"bool": {"filter": parts}}})
        found = self._searching.server.searches(self._searching.index, bodies, stop) if bodies else []
        return [int(each["hits"]["total"]["value"]) for each in found]

    def _counts(self, words: Sequence[str], stop: Stop) -> Mapping[str, int]:
        """Count the articles whose text holds each of some words in this very form."""
        body: Body = {"size": 0, "query": {"terms": {"words": list(words)}}}
        body["aggs"] = {"words": {"terms": {"field": "words", "include": list(words), "size": max(1, len(words))}}}
        (found,) = self._searching.server.searches(self._searching.index, [body], stop)
        return {str(each["key"]): int(each["doc_count"]) for each in found["aggregations"]["words"]["buckets"]}

    def _most_frequent(self, field: str, pattern: str, most: int, query: Asked) -> list[str]:
        """Return the most frequent values of a field that match a pattern, in the articles of a query."""
        body: Body = {"size": 0, "query": query}
        body["aggs"] = {"values": {"terms": {"field": field, "include": pattern, "size": most}}}
        (found,) = self._searching.server.searches(self._searching.index, [body])
        return [str(each["key"]) for each in found["aggregations"]["values"]["buckets"]]

    def _similar(self, words: Sequence[str], stop: Stop) -> Mapping[str, list[str]]:
        """Return for each word those of the texts that are spelled nearly like it, the closest first."""
        suggest = {
            word: {"text": word, "term": {"field": "words", "suggest_mode": "always", "prefix_length": 0, "size": 5}}
            for word in map(folded, words)
        }
        (found,) = self._searching.server.searches(self._searching.index, [{"size": 0, "suggest": suggest}], stop)
        return {
            word: [str(option["text"]) for entry in entries for option in entry.get("options", ())]
            for word, entries in found.get("suggest", {}).items()
        }
