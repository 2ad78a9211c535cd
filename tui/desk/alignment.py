"""Where a passage stands in a text whose words have changed: candidates with how similar they are, best first.

Passage and text are words, written as one character for each word, so that rapidfuzz compares them in microseconds; the
words of the text that the passage has not are all the same character. Places count words, ends exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

_NOWHERE = "\0"
"""Stands for every word that the passage has not."""
_MOST_EXACT = 64
"""Places where a passage stands word for word that are looked at."""
_MOST_SIMILAR = 3
"""Places where a passage may stand in other words that are looked at."""
_SEAM = 4
"""Words on each side that tell that a passage was taken out between them."""
_CUTOFF = 35.0
"""Per cent of similarity below which nothing is a candidate."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a passage with those before and behind it, each as one character."""

    lead: str
    words: str
    tail: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place at which a passage may stand."""

    first: int
    last: int
    similarity: float
    """Of the passage itself, from 0 to 1; 1 only where it stands there word for word."""
    lead: float | None
    """Of the words before it; None where the passage had none before it."""
    tail: float | None
    """Of the words behind it; None where the passage had none behind it."""
    between: bool
    """Whether it stands right between the two words that it stood between."""
    beside: bool
    """Whether what stands there stood beside the passage, which is gone from between."""

    @property
    def surroundings(self) -> float:
        """The sum of what is similar on both sides."""
        return (self.lead or 0.0) + (self.tail or 0.0)


Parted = Callable[[int], bool]
"""Says whether a sentence ends before a word of the text."""


def encoded(lead: Sequence[str], words: Sequence[str], tail: Sequence[str], text: Sequence[str]) -> tuple[Passage, str]:
    """Return a passage and a text as characters."""
    codes: dict[str, str] = {}
    for word in (*words, *lead, *tail):
        codes.setdefault(word, _character(len(codes)))
    passage = Passage(*("".join([codes[word] for word in part]) for part in (lead, words, tail)))
    return passage, "".join([codes.get(word, _NOWHERE) for word in text])


def exact_candidates(passage: Passage, text: str) -> list[Candidate]:
    """Return where a passage stands word for word."""
    return [_rated(passage, text, place, place + len(passage.words)) for place in _occurrences(passage.words, text)]


def similar_candidates(passage: Passage, text: str, parted: Parted) -> list[Candidate]:
    """Return where a passage may stand in other words, the most similar place first."""
    windows = (*islice(_similar(passage.words, text), _MOST_SIMILAR), *_by_surroundings(passage, text))
    widened = dict.fromkeys(_widened(passage, text, window, parted) for window in windows)
    return [_rated(passage, text, *window) for window in widened]


def most_similar(words: str, text: str) -> float:
    """Return how similar the most similar part of a text is to a passage, from 0 to 1."""
    if words and words in text:
        return 1.0
    windows = islice(_similar(words, text), _MOST_SIMILAR)
    return max((Indel.normalized_similarity(words, text[first:last]) for first, last in windows), default=0.0)


def blanked(text: str, first: int, last: int) -> str:
    """Return a text without what stands at a place, each word of which becomes one that no passage has."""
    return text[:first] + _NOWHERE * (last - first) + text[last:]


def projected(words: str, part: str) -> list[int | None]:
    """Return for each word of a passage the word of `part` that stands for it, or None where it was taken out."""
    places: list[int | None] = []
    for step in Levenshtein.opcodes(words, part):
        size = step.src_end - step.src_start
        if step.tag == "delete":
            places.extend([None] * size)
        elif step.tag != "insert":
            places.extend(range(step.dest_start, step.dest_end))
    return places


def _occurrences(words: str, text: str) -> list[int]:
    found: list[int] = []
    place = text.find(words) if words else -1
    while place >= 0 and len(found) < _MOST_EXACT:
        found.append(place)
        place = text.find(words, place + 1)
    return found


def _similar(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the places that are most similar to a passage, none over another."""
    while words:
        found = partial_ratio_alignment(words, text, score_cutoff=_CUTOFF)
        if found is None or found.score <= 0 or found.dest_start >= found.dest_end:
            return
        window = _fitted(words, text, found.dest_start, found.dest_end)
        yield window
        text = blanked(text, min(window[0], found.dest_start), max(window[1], found.dest_end))


def _fitted(words: str, text: str, first: int, last: int) -> tuple[int, int]:
    """Return the ends near `first` and `last` between which a text is most similar to a passage."""
    slack = max(4, len(words) // 4)

    def from_here(end: int) -> tuple[float, int]:
        return Indel.normalized_similarity(words, text[first:end]), -abs(end - last)

    def up_to_there(start: int) -> tuple[float, int]:
        return Indel.normalized_similarity(words, text[start:last]), -abs(start - first)

    last = max(range(max(first + 1, last - slack), min(len(text), last + slack) + 1), key=from_here, default=last)
    return max(range(max(0, first - slack), min(first + slack + 1, last)), key=up_to_there, default=first), last


def _widened(passage: Passage, text: str, window: tuple[int, int], parted: Parted) -> tuple[int, int]:
    """Take in the words at the edges of a window that stand in the place of those that the passage had there.

    They are of the same sentence, and none of them is the word that stood beside the passage.
    """
    first, last = window
    places = projected(passage.words, text[first:last])
    for _ in takewhile(lambda place: place is None, places):
        if not first or text[first - 1] in passage.lead[-1:] or parted(first):
            break
        first -= 1
    for _ in takewhile(lambda place: place is None, reversed(places)):
        if last == len(text) or text[last] in passage.tail[:1] or parted(last):
            break
        last += 1
    return first, last


def _by_surroundings(passage: Passage, text: str) -> list[tuple[int, int]]:
    """Return the place between what stood before the passage and what stood behind it."""
    whole = passage.lead + passage.words + passage.tail
    found = partial_ratio_alignment(whole, text, score_cutoff=_CUTOFF)
    if found is None or found.dest_start >= found.dest_end:
        return []
    slack = max(4, len(passage.words) // 4)
    start = max(0, found.dest_start - slack)
    places = projected(whole, text[start : found.dest_end + slack])
    own = [place for place in places[len(passage.lead) : len(passage.lead) + len(passage.words)] if place is not None]
    return [_fitted(passage.words, text, start + own[0], start + own[-1] + 1)] if own else []


def _rated(passage: Passage, text: str, first: int, last: int) -> Candidate:
    before, behind = text[max(0, first - len(passage.lead)) : first], text[last : last + len(passage.tail)]
    return Candidate(
        first,
        last,
        Indel.normalized_similarity(passage.words, text[first:last]),
        Indel.normalized_similarity(passage.lead, before) if passage.lead else None,
        Indel.normalized_similarity(passage.tail, behind) if passage.tail else None,
        between=before[-1:] == passage.lead[-1:] and behind[:1] == passage.tail[:1],
        beside=_stood_beside(passage, text, first, last),
    )


def _stood_beside(passage: Passage, text: str, first: int, last: int) -> bool:
    """Say whether a place is what stood before or behind a passage, or lies across the seam where it was taken out."""
    lead, words, tail = passage.lead, passage.words, passage.tail
    if _is_rather(text[first : first + len(tail)], tail, (words + tail)[: len(tail)]):
        return True
    if _is_rather(text[max(0, last - len(lead)) : last], lead, (lead + words)[len(words) :]):
        return True
    seam = lead[-_SEAM:], tail[:_SEAM]
    at = text.find("".join(seam), max(0, first - _SEAM), last + _SEAM) if all(seam) else -1
    return at >= 0 and first < at + len(seam[0]) < last


def _is_rather(here: str, beside: str, own: str) -> bool:
    """Say whether what stands at a place is more like what stood beside a passage than like the passage itself."""
    return bool(beside) and Indel.normalized_similarity(here, beside) > Indel.normalized_similarity(here, own)


def _character(number: int) -> str:
    """Return a character for a number from 0 on; none of them is a surrogate."""
    return chr(number + 1) if number < 0xD000 else chr(number + 0x10000)
