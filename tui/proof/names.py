"""Names with a title, and whether the dossier writes them so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from tui.base.folding import fold
from tui.names import find_names
from tui.names.vocabulary import MODIFIERS, PEOPLES, TITLES, word_set
from tui.proof.archive import Archive, SourceText
from tui.proof.values import Change, Verdict
from tui.search.analysis import words

_TITLE_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?")
_TITLES = TITLES - word_set("""
    mr mrs ms miss m mm mme mlle me monsieur madame sir lady dame father brother sister singer actor actress
""")
"""Titles that an article may be wrong about; forms of address are none."""
_TIES = word_set("of des de la du")
_WITHIN_TITLE = MODIFIERS | PEOPLES | _TIES | word_set("state affaires affairs")
"""Words between a title and a name that belong to the title."""
_IN_TITLES = _TITLES | _WITHIN_TITLE
_NEAR = 12
"""Words around a name among which its title is looked for."""
_FARTHEST = 2
"""Letters by which a name may be misspelt."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A name with a title, and where the two stand together."""

    start: int
    end: int
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """What an article makes of a name with a title; places count words."""

    verdict: Verdict
    source: SourceText
    first: int
    last: int
    changes: tuple[Change, ...] = ()


def titled_names(text: str, start: int, end: int) -> Iterator[Titled]:
    """Yield the names with a title before them in a part of a text."""
    for name in find_names(text[start:end]):
        title = _title_before(text, start, start + name.start) if name.person else None
        if title is not None:
            yield Titled(title[0], start + name.end, text[title[0] : title[1]], name.text)


def _title_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the title stands that ends at a name; None where none does."""
    first, next_word, stop = end, end, end
    for word in reversed(list(_TITLE_WORD.finditer(text, start, end))):
        low = fold(word[0]).rstrip(".")
        adjacent = next_word == end
        if text[word.end() : next_word].strip(" ,-" if adjacent else " -") or low not in _IN_TITLES:
            break
        if adjacent and low in _TIES:
            break
        stop = word.end() if adjacent else stop
        next_word = word.start()
        first = next_word if low in _TITLES or (low in MODIFIERS and first < end) else first
    return (first, stop) if first < end else None


def look_up(titled: Titled, near: Iterable[SourceText], archive: Archive) -> Named | None:
    """Return what the dossier makes of a name: best where it stands with its title, else where one like it does."""
    name, title = words(titled.name), words(titled.title)
    if not name:
        return None
    numbers = archive.candidates([*name], 12)
    sources = [source for number in numbers if (source := archive.source(number)) is not None]
    best: Named | None = None
    for source in sources:
        for first in source.occurrences(name):
            around = source.words[max(0, first - _NEAR) : first + len(name) + _NEAR]
            verdict = Verdict.VERBATIM if set(title) <= set(around) else Verdict.COMPATIBLE
            if best is None or (verdict is Verdict.VERBATIM and best.verdict is not verdict):
                best = Named(verdict, source, first, first + len(name))
        if best is not None and best.verdict is Verdict.VERBATIM:
            return best
    return best or _misspelt(titled, name, [*near, *sources])


def _misspelt(titled: Titled, name: list[str], sources: Iterable[SourceText]) -> Named | None:
    """Return a name that differs in a few letters, and has the same title or the same other words."""
    title = words(titled.title)
    for source in sources:
        there = source.words
        for first in range(len(there) - len(name) + 1):
            if there[first] != name[0] and there[first + len(name) - 1] != name[-1] and len(name) > 1:
                continue
            other = there[first : first + len(name)]
            if other == name or not _alike(name, other):
                continue
            before = there[max(0, first - len(title)) : first]
            if len(name) == 1 and before != title:
                continue
            start, end = source.tokens[first].start, source.tokens[first + len(name) - 1].end
            written = source.article.text[start:end]
            if written[:1].isupper():
                change = Change(written, titled.name)
                return Named(Verdict.ALTERED, source, first, first + len(name), (change,))
    return None


def _alike(name: list[str], other: list[str]) -> bool:
    far = [OSA.distance(a, b, score_cutoff=_FARTHEST) for a, b in zip(name, other, strict=True)]
    longest = max(len(word) for word, distance in zip(name, far, strict=True) if distance) if any(far) else 0
    return 0 < sum(far) <= _FARTHEST and longest >= 5
