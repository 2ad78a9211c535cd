"""Keyness: the words that some articles have more often, or more seldom, than others.

Log-likelihood says how sure that is (see `collocates`), the ratio how great it is. Words of a text come in bursts, of
which log-likelihood knows nothing: a word counts only where several articles have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from tui.concordance.collocates import log_likelihood

LEAST_ARTICLES = 2
"""A word is key where so many articles have it on the side where it is more frequent."""
LEVELS = ((15.14, "0.01 %"), (10.83, "0.1 %"), (6.64, "1 %"))
"""The log-likelihood from which on chance gives as much in so few cases (χ² with one degree of freedom)."""


@dataclass(slots=True)
class WordCounts:
    """The words of some articles."""

    words: Counter[str] = field(default_factory=Counter)
    """How often each folded word stands in them."""
    articles: Counter[str] = field(default_factory=Counter)
    """How many of them have it."""
    total: int = 0
    """The words of all of them."""
    size: int = 0
    """How many articles they are."""

    def add(self, words: Collection[str]) -> None:
        """Count the folded words of one more article."""
        self.words.update(words)
        self.articles.update(set(words))
        self.total += len(words)
        self.size += 1


class Keyword(NamedTuple):
    """A word that some articles have more often than others, or more seldom."""

    word: str
    """Folded."""
    here: int
    """How often it stands in these articles."""
    there: int
    """How often it stands in the others."""
    articles: int
    """How many of these have it."""
    others: int
    """How many of the others have it."""
    per_thousand: float
    """How often it stands among 1,000 words of these."""
    others_per_thousand: float
    ratio: float
    """How many times as frequent it is here as there; infinite where the others never have it."""
    log_likelihood: float
    """Negative where it is more seldom here."""

    @property
    def chance(self) -> str:
        """In how few cases chance gives such a difference: `0.01 %`, `0.1 %` or `1 %`."""
        return next(name for least, name in LEVELS if abs(self.log_likelihood) >= least)


@dataclass(frozen=True, slots=True)
class Keyness:
    """The key words of some articles against others."""

    keywords: tuple[Keyword, ...]
    """The surest that they have more often first, the surest that they have more seldom last."""
    articles: int
    words: int
    others: int
    """The articles that they are compared with."""
    others_words: int
    languages: tuple[str, ...] = ()
    """The languages of the articles; others are not compared. Empty where none is known."""
    copies: int = 0
    """How many articles were left out as copies of a text that was counted on the same side."""


def keywords(
    here: WordCounts, there: WordCounts, left_out: Callable[[str], bool] = lambda _word: False
) -> list[Keyword]:
    """Return the words in which two lots of articles differ beyond chance (1 %), those of `here` first.

    Words that are `left_out` say nothing. None where either side is empty.
    """
    found = []
    for word in {*here.words, *there.words}:
        one, other = here.words[word], there.words[word]
        likelihood = log_likelihood(one, here.total, other, there.total)
        spread = here.articles[word] if likelihood > 0 else there.articles[word]
        if abs(likelihood) < LEVELS[-1][0] or spread < LEAST_ARTICLES or left_out(word):
            continue
        mine, theirs = 1000 * one / here.total, 1000 * other / there.total
        found.append(
            Keyword(
                *(word, one, other, here.articles[word], there.articles[word], mine, theirs),
                mine / theirs if theirs else inf,
                likelihood,
            )
        )
    return sorted(found, key=lambda each: (-each.log_likelihood, each.word))


def counted(texts: Iterable[Collection[str]]) -> WordCounts:
    """Return the counts of the folded words of some articles."""
    counts = WordCounts()
    for words in texts:
        counts.add(words)
    return counts
