"""The sentences of articles that tell of the same thing as a sentence of the manuscript."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import log

from tui.base.days import Span
from tui.base.small_words import SMALL_WORDS
from tui.dates import Timex
from tui.proof.archive import Archive, SourceText
from tui.proof.attributions import Credit
from tui.search.analysis import WordToken, stem

LEAST = 0.35
"""The score from which on a sentence of an article bears on one of the manuscript."""
_ALIKE = ((0.5, 6), (0.6, 4), (0.8, 3))
"""The scores, with the words that two sentences have in common at least, from which on they tell of the same thing."""
_ASKED = 7
"""The rarest words of a sentence, by which articles are looked for."""
_ARTICLES = 10
"""Articles that are looked through for a sentence."""
SPEECH = frozenset(
    (
        *("said", "says", "reported", "reports", "according", "told", "wrote", "writes"),
        *("selon", "rapporte", "ecrit", "indique", "affirme", "declare", "precise"),
    )
)
"""Words that only give a sentence to somebody."""
_TELLING = 4
"""Words by which a clause is known from others."""
_KEPT = 10
"""Sentences that are kept."""
_SUMMED_UP = 0.3
"""By how much less alike a sentence may be that comes before one of an article that only sums up."""


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
        return any(self.score >= score and self.common >= common for score, common in _ALIKE)

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the article's text."""
        return self.source.sentences[self.sentence]

    @property
    def rank(self) -> float:
        """How well it serves as evidence: its score, less where the article only sums up what others report."""
        return self.score - _SUMMED_UP * self.source.sums_up


def merged(*found: Iterable[Hit]) -> list[Hit]:
    """Return the sentences of several lists, each once and as it is most alike, best first."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in chain(*found):
        key = hit.source.number, hit.sentence
        if key not in best or (hit.is_alike, hit.score) > (best[key].is_alike, best[key].score):
            best[key] = hit
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.source.number, hit.sentence))


class Sentence:
    """A sentence of the manuscript, and what the dossier has like it."""

    def __init__(
        self,
        span: tuple[int, int],
        *,
        words: Sequence[WordToken],
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
        self.words = words
        self._archive = archive

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The words by which it is known, with their weights: no numbers, dates, outlets, and none of every text."""
        found: dict[str, float] = {}
        passed_over = [(date.start, date.end) for date in self.dates]
        passed_over += [(credit.start, credit.end) for credit in self.credits]
        for token in self.words:
            word = token.word
            if word in SMALL_WORDS or len(word) < 2 or word[0].isdigit():
                continue
            if any(start <= token.start < end for start, end in passed_over) or (self.credits and word in SPEECH):
                continue
            found[word] = log((self._archive.count + 1.5) / (self._archive.rarity(word) + 0.5))
        return {word: max(weight, 0.1) for word, weight in found.items()}

    @property
    def is_telling(self) -> bool:
        """Whether it has words enough to be told from others."""
        return len(self.weights) >= _TELLING

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

    def hits_with(self, words: Sequence[str]) -> list[Hit]:
        """Return the sentences that bear on it, with those of articles that have some words beside its rarest.

        Many articles may tell of like things; among them these are the ones that may tell of this one.
        """
        asked = list(dict.fromkeys((*words, *self.rarest)))
        known = {source.number for source in self.sources}
        numbers = [number for number in self._archive.candidates(asked, 2 * _ARTICLES) if number not in known]
        more = [source for number in numbers if (source := self._archive.source(number)) is not None]
        return merged(self.hits, self.hits_in(more))

    def hits_in(self, sources: Iterable[SourceText]) -> list[Hit]:
        """Return the sentences of some articles that bear on it, best first."""
        return self.touching(sources, LEAST, 3)[:_KEPT]

    def touching(self, sources: Iterable[SourceText], least: float, common: int = 1) -> list[Hit]:
        """Return the sentences of some articles that have this score and so many of its words, best first."""
        found = [hit for source in sources for hit in self._of(source, least, common)]
        found.sort(key=lambda hit: (-hit.score, hit.source.number, hit.sentence))
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Finds its words in a folded text, also with another ending; the n-th group is the n-th word."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(_with_endings(word, self.language) for word in self.weights)})(?!\w)")

    def _of(self, source: SourceText, score: float, common: int) -> Iterator[Hit]:
        """Yield the sentences of an article that bear on it."""
        weights = list(self.weights.values())
        if not weights:
            return
        whole, fewest = sum(weights), min(common, len(weights))
        found = [(match.start(), match.lastindex or 1) for match in self._pattern.finditer(source.folded)]
        if sum(weights[group - 1] for group in {group for _, group in found}) < score * whole:
            return
        there: defaultdict[int, set[int]] = defaultdict(set)
        for place, group in found:
            there[source.sentence_at(place)].add(group)
        for sentence, groups in there.items():
            weight = sum(weights[group - 1] for group in groups)
            if len(groups) >= fewest and weight >= score * whole:
                yield Hit(source, sentence, weight / whole, len(groups))


def _with_endings(word: str, language: str) -> str:
    """Return a pattern of a word and its other forms: what is left of it as a stem, and up to four letters."""
    root = stem(word, language)
    if len(root) < 4 or not word.startswith(root[:-1]):
        return f"({re.escape(word)})"
    return rf"({re.escape(root[:-1] if root[-1] in 'iy' else root)}\w{{0,4}})"


def overlaps(one: Span | None, other: Span | None) -> bool:
    """Say whether two spans share a day; not where either is not known."""
    return one is not None and other is not None and one.overlaps(other)
