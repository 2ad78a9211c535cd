"""What a proof asks of a dossier, and one article as it is looked through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Protocol

from tui.base.days import Span
from tui.base.folding import fold
from tui.base.sentences import sentences
from tui.dates import Timex
from tui.dossier.article import Article
from tui.figures import Figure, find_figures
from tui.proof.quotations import quotations
from tui.proof.values import Evidence, Verdict
from tui.search.analysis import WordToken, tokens, words

SUMMARY = "reference"
"""The tag of articles that only sum up what others report."""


class Archive(Protocol):
    """A dossier, as far as a proof needs it."""

    @property
    def count(self) -> int:
        """The number of articles."""

    @property
    def outlets(self) -> Sequence[str]:
        """The outlets of the articles, each once."""

    def foresee(self, words: Iterable[str]) -> None:
        """Take note of words whose rarity will be asked for, so that they can be looked up at once."""

    def rarity(self, word: str) -> int:
        """Return how many articles have a folded word in this very form."""

    def candidates(self, words: Sequence[str], limit: int, outlets: frozenset[str] = frozenset()) -> Sequence[int]:
        """Return the articles that have most of some folded words, best first; of these outlets alone, where given."""

    def with_phrases(self, phrases: Sequence[Sequence[str]], limit: int) -> Sequence[int]:
        """Return articles that have any of some phrases of folded words, best first."""

    def source(self, number: int) -> SourceText | None:
        """Return an article by its number; None where it is gone."""


class SourceText:
    """One article: its words, sentences, dates and figures, each found at its first use."""

    def __init__(self, number: int, article: Article, dates: Callable[[], Sequence[Timex]]) -> None:
        self.number = number
        self.article = article
        self._dates = dates
        self._figures: dict[int, tuple[Figure, ...]] = {}

    @property
    def outlet(self) -> str:
        """The outlet, as the article names it."""
        return self.article.source

    @property
    def sums_up(self) -> bool:
        """Whether it only sums up what others report."""
        return SUMMARY in self.article.tags

    @property
    def is_secondhand(self) -> bool:
        """Whether its words are not those of an outlet, so that they are no evidence for a wording."""
        return self.article.retold or self.sums_up

    @property
    def published(self) -> Span | None:
        """The days that the date of publication may mean."""
        return self.article.published.span if self.article.published else None

    @cached_property
    def tokens(self) -> list[WordToken]:
        """The words, folded, with their places."""
        return list(tokens(self.article.text))

    @cached_property
    def words(self) -> list[str]:
        """The folded words, the n-th of which is the n-th of `tokens`."""
        return words(self.article.text)

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        joined, starts, at = [" "], [], 1
        for word in self.words:
            starts.append(at)
            joined.append(f"{word} ")
            at += len(word) + 1
        return "".join(joined), starts

    def occurrences(self, words: Sequence[str], most: int = 8) -> list[int]:
        """Return the places at which some words stand one after another, counted in words."""
        joined, starts = self._joined
        wanted, found = f" {' '.join(words)} ", list[int]()
        at = joined.find(wanted)
        while at >= 0 and len(found) < most:
            found.append(bisect_right(starts, at + 1) - 1)
            at = joined.find(wanted, at + 1)
        return found

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The spans of the sentences."""
        return list(sentences(self.article.text))

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """The spans of the quotations."""
        return [(each.start, each.end) for each in quotations(self.article.text)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Return the place of the sentence that a character belongs to."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    @cached_property
    def folded(self) -> str:
        """The text without capitals and accents, each character in its place."""
        folded = fold(self.article.text)
        return folded if len(folded) == len(self.article.text) else self.article.text.lower()

    @cached_property
    def dates(self) -> Sequence[Timex]:
        """The dates that the text names."""
        return self._dates()

    def dates_in(self, start: int, end: int) -> list[Timex]:
        """Return the dates that stand within a span."""
        return [timex for timex in self.dates if start <= timex.start and timex.end <= end]

    def figures_in(self, sentence: int) -> tuple[Figure, ...]:
        """Return the figures of a sentence, their offsets counted in the whole text."""
        if sentence not in self._figures:
            from msgspec.structs import replace

            start, end = self.sentences[sentence]
            own = [
                replace(timex, start=timex.start - start, end=timex.end - start) for timex in self.dates_in(start, end)
            ]
            found = find_figures(self.article.text[start:end], language=self.article.language or "en", timexes=own)
            self._figures[sentence] = tuple(
                replace(figure, start=figure.start + start, end=figure.end + start) for figure in found
            )
        return self._figures[sentence]

    def evidence(self, start: int, end: int, verdict: Verdict, score: float = 0.0) -> Evidence:
        """Make a passage of the text the evidence for a verdict."""
        text, article = self.article.text, self.article
        first, last = self.sentences[self.sentence_at(start)], self.sentences[self.sentence_at(max(start, end - 1))]
        return Evidence(
            number=self.number,
            id=article.id,
            start=start,
            end=end,
            text=text[start:end],
            sentence=text[first[0] : last[1]],
            source=article.source,
            date=article.published.iso if article.published else "",
            title=article.title,
            verdict=verdict,
            retold=article.retold,
            score=round(score, 3),
        )
