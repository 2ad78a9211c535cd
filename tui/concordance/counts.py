"""Counts of words: how often each stands in some articles, in how many of them, and how it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.search.analysis import TextWords, scanned, words


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
    spelled: dict[str, str] = field(default_factory=dict)
    """How a folded word that has lost something by folding was first written, in lower case: `août` for `aout`."""

    def add(self, text: str, read: TextWords | None = None) -> None:
        """Count the words of one more article; `read` are its words, where they are known."""
        if read is None and not text.isascii():
            read = scanned(text)
        found = words(text) if read is None else read.words
        self.words.update(found)
        self.articles.update(set(found))
        self.total += len(found)
        self.size += 1
        if read is None or text.isascii():
            return
        for word, chunk, start, end in zip(read.words, read.written, read.starts, read.ends, strict=True):
            if not chunk.isascii() and word not in self.spelled and not (written := text[start:end]).isascii():
                self.spelled[word] = written.lower()

    def written(self, word: str) -> str:
        """Return a folded word as it is written."""
        return self.spelled.get(word, word)

    def copy(self) -> WordCounts:
        """Return the counts as they are now."""
        return WordCounts(self.words.copy(), self.articles.copy(), self.total, self.size, self.spelled.copy())


def counted(texts: Iterable[str]) -> WordCounts:
    """Return the counts of the words of some articles."""
    counts = WordCounts()
    for text in texts:
        counts.add(text)
    return counts
