"""The sentences of articles that tell of the same thing as a sentence of the manuscript."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from tui.base.days import Span
from tui.dates import Timex
from tui.proof.archive import Archive, SourceText
from tui.proof.attributions import Credit
from tui.search.analysis import Token, stem
from tui.search.ranking import COMMON

LEAST = 0.35
"""The score from which on a sentence of an article bears on one of the manuscript."""
ALIKE = 0.6
"""The score from which on it tells of the same thing."""
_TELLING = 4
"""Words that two sentences have in common at least where they tell of the same thing."""
_ASKED = 8
"""The rarest words of a sentence, by which articles are looked for."""
_ARTICLES = 14
"""Articles that are looked through for a sentence."""
SPEECH = frozenset(
    (
        *("said", "says", "reported", "reports", "according", "told", "wrote", "writes"),
        *("selon", "rapporte", "ecrit", "indique", "affirme", "declare", "precise"),
    )
)
"""Words that only give a sentence to somebody."""
_KEPT = 10
"""Sentences that are kept."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence of an article, and how much of a sentence of the manuscript it has: from 0 to 1."""

    source: SourceText
    sentence: int
    score: float
    common: int
    """How many of its telling words the two have in common."""

    @property
    def is_alike(self) -> bool:
        """Whether it tells of the same thing, so that what it has otherwise speaks against the manuscript."""
        return self.score >= ALIKE and self.common >= _TELLING

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the article's text."""
        return self.source.sentences[self.sentence]


class Sentence:
    """A sentence of the manuscript, and what the dossier has like it."""

    def __init__(
        self,
        span: tuple[int, int],
        *,
        words: Sequence[Token],
        language: str,
        dates: Sequence[Timex],
        credits: Sequence[Credit],
        archive: Archive,
    ) -> None:
        self.start, self.end = span
        self.language = language
        self.dates = dates
        self.credits = credits
        """To whom it is given, in itself."""
        self._words = words
        self._archive = archive

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The words by which it is known, with their weights: no numbers, dates, outlets, and none of every text."""
        found: dict[str, float] = {}
        passed_over = [(date.start, date.end) for date in self.dates]
        passed_over += [(credit.start, credit.end) for credit in self.credits]
        for token in self._words:
            word = token.word
            if word in COMMON or len(word) < 2 or word[0].isdigit():
                continue
            if any(start <= token.start < end for start, end in passed_over) or (self.credits and word in SPEECH):
                continue
            found[word] = log((self._archive.count + 1.5) / (self._archive.rarity(word) + 0.5))
        return {word: max(weight, 0.1) for word, weight in found.items()}

    @cached_property
    def rarest(self) -> list[str]:
        """The words that the dossier has in the fewest articles, but in one at least."""
        there = [word for word in self.weights if self._archive.rarity(word)]
        return sorted(there, key=lambda word: -self.weights[word])[:_ASKED]

    @cached_property
    def sources(self) -> list[SourceText]:
        """The articles that are most likely to tell of it."""
        return self.sources_of(frozenset())

    def sources_of(self, outlets: frozenset[str]) -> list[SourceText]:
        """Return the articles that are most likely to tell of it, of some outlets alone where they are given."""
        numbers = self._archive.candidates(self.rarest, _ARTICLES, outlets) if self.rarest else ()
        return [source for number in numbers if (source := self._archive.source(number)) is not None]

    @cached_property
    def hits(self) -> list[Hit]:
        """The sentences that bear on it, best first."""
        return self.hits_in(self.sources)

    def hits_in(self, sources: Iterable[SourceText]) -> list[Hit]:
        """Return the sentences of some articles that bear on it, best first."""
        found = [hit for source in sources for hit in self._of(source)]
        found.sort(key=lambda hit: (-hit.score, hit.source.number, hit.sentence))
        return found[:_KEPT]

    def _of(self, source: SourceText) -> Iterable[Hit]:
        whole = sum(self.weights.values())
        if not whole:
            return
        language = source.article.language or "en"
        scores: dict[int, float] = {}
        common: dict[int, int] = {}
        for word, weight in self.weights.items():
            for sentence in source.stems.get(stem(word, language), ()):
                scores[sentence] = scores.get(sentence, 0.0) + weight
                common[sentence] = common.get(sentence, 0) + 1
        least = min(3, len(self.weights))
        for sentence, score in scores.items():
            if common[sentence] >= least and score >= LEAST * whole:
                yield Hit(source, sentence, score / whole, common[sentence])


def overlaps(one: Span | None, other: Span | None) -> bool:
    """Say whether two spans share a day; not where either is not known."""
    return one is not None and other is not None and one.overlaps(other)
