"""The fingerprint of a text: its word triples as numbers, by which two texts can be compared.

The numbers are the same in every process and Python version, so that they can be stored. Case, accents and punctuation
make no difference.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from unicodedata import normalize

from tui.importing.limits import COMPARED_CHARACTERS

FEWEST_WORDS = 20
"""A shorter text has too few triples for a comparison: only an equal text with an equal title is a copy."""

LONG_WORDS = 100
"""A shorter text that appears again on another day may report something that happened again."""

SKETCH = 24
"""Numbers in a sketch."""

KEYS = 6
"""How many of the smallest numbers are keys, under which a text is found."""

Ordinals = tuple[int, int]
"""The ordinals of the first and the last day on which an article may have appeared; (0, 0) for an undated one."""

_WORD = re.compile(r"[^\W_]{1,64}")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DATELINE = re.compile(
    r"\s*[^\W\d_][^\n.!?]{1,40}?\b\d{1,2}(?:st|nd|rd|th|er)?\b(?:[ ,]+[^\W\d_]{3,9}\.?)?(?:,? \d{4})?\s*"
    r"(?:\([^)\n]{1,30}\)\s*)?[-–—]\s"
)
"""Where and when a story was sent: `LONDON, March 3 - `. Its day is no figure of the story."""
_ACCENTS = re.compile("[\u0300-\u036f]+")
_UNPARTED = str.maketrans("", "", ".,")
_RANGE = (1 << 63) - 1
"""Numbers are below this, so that they fit a database integer."""

_PLACES = (0x243F6A8885A308D3, 0x13198A2E03707345, 0x24093822299F31D1)
"""An odd multiplier for each place of a triple, so that order counts: digits of pi, the last made odd."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is stored of a fingerprint: enough to find the few texts worth comparing it with."""

    whole: int
    """All words as one number: the same for equal texts."""
    size: int
    """How many different word triples the text has; 0 if only equal texts are its copies."""
    least: array[int]
    """The smallest numbers of its triples, ascending, at most `SKETCH`. Two texts share about the same part of these as
    of all (A. Broder, "On the resemblance and containment of documents", 1997)."""

    @property
    def keys(self) -> tuple[int, ...]:
        """The numbers under which a nearly equal text finds it; the one of all words comes first."""
        return self.whole, *self.least[:KEYS]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared of an article: the word triples of its text, its figures and its days."""

    whole: int
    """All words as one number."""
    rows: frozenset[int] = frozenset()
    """A number for each different word triple; none if only equal texts are its copies."""
    words: int = 0
    figures: tuple[str, ...] = ()
    """The figures of the text in order, without separators of thousands and decimals."""
    title_figures: tuple[str, ...] = ()
    days: Ordinals = (0, 0)

    def sketch(self) -> Sketch:
        """Return the sketch to be stored."""
        return Sketch(self.whole, len(self.rows), array("q", sorted(self.rows)[:SKETCH]))


def fingerprint(title: str, text: str, days: Ordinals = (0, 0)) -> Fingerprint | None:
    """Return the fingerprint of a text, or None if it has no word; that of a very short text includes the title."""
    if len(text) > COMPARED_CHARACTERS:
        return Fingerprint(_digest("long", text), words=len(text) // 10, days=days)
    words = _words(text)
    if not words:
        return None
    if len(words) < FEWEST_WORDS:
        whole, rows = _digest("short", " ".join([*_words(title), "|", *words])), frozenset[int]()
    else:
        whole, rows = _digest("whole", " ".join(words)), _rows(words)
    dateline = _DATELINE.match(text)
    told = text[dateline.end() :] if dateline is not None else text
    return Fingerprint(whole, rows, len(words), _figures(told), _figures(title), days)


def _figures(text: str) -> tuple[str, ...]:
    return tuple(figure.translate(_UNPARTED) for figure in _FIGURE.findall(text))


def _words(text: str) -> list[str]:
    if not text.isascii():
        text = _ACCENTS.sub("", normalize("NFD", text))
    return _WORD.findall(text.casefold())


def _rows(words: list[str]) -> frozenset[int]:
    numbers = list(map(_number, words))
    p, q, r = _PLACES
    rows = zip(numbers, numbers[1:], numbers[2:], strict=False)
    return frozenset([(a * p + b * q + c * r) & _RANGE for a, b, c in rows])


@lru_cache(1 << 16)
def _number(word: str) -> int:
    return _digest("word", word)


def _digest(kind: str, text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8, person=kind.encode())
    return int.from_bytes(digest.digest(), "big") & _RANGE
