"""The lexicon of a segment: the words of each field, sorted, in one piece of memory, and the forms of each stem.

A piece of a hundred thousand words is searched in place; it is never split into a list unless all words are asked for.
"""

from __future__ import annotations

import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tui.search.analysis import stem
from tui.search.slots import edits

_COUNT = struct.Struct("=I")


class Lexicon:
    """Sorted words, one a line; offsets count bytes of UTF-8."""

    def __init__(self, lines: bytes = b"\n", forms: dict[str, bytes] | None = None) -> None:
        self._lines = lines
        self._forms = forms or {}

    @classmethod
    def of(cls, words: Iterable[str], languages: Sequence[str] = ()) -> Lexicon:
        """Make the lexicon of `words`, with their stems in each of `languages`."""
        ordered = sorted(_encoded(word) for word in words)
        forms = {language: _forms(ordered, language) for language in languages}
        return cls(b"\n" + b"".join(word + b"\n" for word in ordered), forms)

    def __contains__(self, word: str) -> bool:
        encoded = _encoded(word)
        return b"\n" not in encoded and self._lines.find(b"\n" + encoded + b"\n", *self._around(encoded)) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(_decoded(self._lines).split("\n")[1:-1])

    def __len__(self) -> int:
        return self._lines.count(b"\n") - 1

    def beginning(self, prefix: str) -> list[str]:
        """Return the words that begin with `prefix`, in order."""
        lines = self._lines_beginning(prefix)
        return lines.split("\n") if lines else []

    def numbers(self) -> list[str]:
        """Return the words that begin with a digit, in order."""
        first, last = self._bisect(b"0"), self._bisect(b":")
        return _decoded(self._lines[first : last - 1]).split("\n") if last > first else []

    def matching(self, pattern: re.Pattern[str], prefix: str = "") -> list[str]:
        """Return the words that match a pattern fully and begin with `prefix`, in order.

        The pattern must not capture groups or match line ends.
        """
        lines = self._lines_beginning(prefix)
        return _line_pattern(pattern.pattern).findall(lines) if lines else []

    def _lines_beginning(self, prefix: str) -> str:
        encoded = _encoded(prefix)
        if b"\n" in encoded:
            return ""
        first = self._bisect(encoded) if encoded else 1
        last = self._bisect(encoded + b"\xff") if encoded else len(self._lines)
        return _decoded(self._lines[first : last - 1]) if last > first else ""

    def forms(self, word: str, language: str) -> list[str]:
        """Return the words that have the stem of `word` in a language, including itself if it is there."""
        found = {word} if word in self else set()
        root = stem(word, language)
        lines = self._forms.get(language)
        if lines is not None and "\n" not in root and "\t" not in root:
            encoded = b"\n" + _encoded(root) + b"\t"
            at = lines.find(encoded)
            if at >= 0:
                at += len(encoded)
                found.update(_decoded(lines[at : lines.index(b"\n", at)]).split(" "))
        if root != word and root in self and stem(root, language) == root:
            found.add(root)
        return sorted(found)

    def _around(self, encoded: bytes) -> tuple[int, int]:
        at = self._bisect(encoded)
        return max(0, at - 1), min(len(self._lines), at + len(encoded) + 2)

    def _bisect(self, encoded: bytes) -> int:
        """Return the offset of the first word that is not before `encoded`; the end of the lines if there is none."""
        lines = self._lines
        low, high = 1, len(lines)
        while low < high:
            middle = lines.rfind(b"\n", 0, (low + high) // 2) + 1
            middle = max(middle, low)
            end = lines.index(b"\n", middle)
            if lines[middle:end] < encoded:
                low = end + 1
            else:
                high = middle
        return low

    def pack(self) -> bytes:
        """Return the lexicon as bytes that `unpack` reads."""
        pieces = [self._lines, *(piece for name, lines in self._forms.items() for piece in (name.encode(), lines))]
        return b"".join(_COUNT.pack(len(piece)) + piece for piece in [_COUNT.pack(len(pieces)), *pieces])

    @classmethod
    def unpack(cls, packed: bytes, at: int = 0) -> tuple[Lexicon, int]:
        """Read a lexicon that begins at an offset; return it and the offset past it."""
        count, at = _piece(packed, at)
        pieces = []
        for _ in range(_COUNT.unpack(count)[0]):
            piece, at = _piece(packed, at)
            pieces.append(piece)
        forms = {name.decode(): lines for name, lines in zip(pieces[1::2], pieces[2::2], strict=True)}
        return cls(pieces[0], forms), at


@lru_cache(32)
def _line_pattern(pattern: str) -> re.Pattern[str]:
    """Return the pattern of a whole line that holds a word."""
    return re.compile(f"^(?:{pattern})$", re.MULTILINE)


def _piece(packed: bytes, at: int) -> tuple[bytes, int]:
    (length,) = _COUNT.unpack_from(packed, at)
    begin = at + _COUNT.size
    return packed[begin : begin + length], begin + length


def _forms(ordered: Sequence[bytes], language: str) -> bytes:
    """Return lines of stem, tab, words; a word that is its own stem and has no other form needs no line."""
    groups: dict[str, list[str]] = defaultdict(list)
    for encoded in ordered:
        word = _decoded(encoded)
        groups[stem(word, language)].append(word)
    lines = [f"{root}\t{' '.join(words)}\n" for root, words in groups.items() if words != [root]]
    return _encoded("\n" + "".join(lines))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decoded(text: bytes) -> str:
    return text.decode("utf-8", "surrogatepass")


class Spelling:
    """Words that are spelled nearly like one word; each candidate is compared once."""

    def __init__(self, word: str, distance: int) -> None:
        self._word = word
        self._distance = distance
        self._letters = set(word)
        self._pattern = re.compile(_pattern(word, distance))
        self._known: dict[str, bool] = {}

    def among(self, lexicon: Lexicon) -> list[str]:
        """Return the words of a lexicon that are no further away, the word itself included, in order."""
        return [other for other in lexicon.matching(self._pattern) if self._accepts(other)]

    def _accepts(self, other: str) -> bool:
        near = self._known.get(other)
        if near is None:
            distance = self._distance
            near = len(self._letters.difference(other)) <= distance and edits(self._word, other, distance) <= distance
            self._known[other] = near
        return near


@lru_cache(4)
def spelling(word: str, distance: int) -> Spelling:
    """Return the comparison with one word; its results are shared by all segments and the next key press."""
    return Spelling(word, distance)


def _pattern(word: str, distance: int) -> str:
    """Return a pattern that all candidates match."""
    length = len(word)
    right = f"(?=.{{{max(1, length - distance)},{length + distance}}}$)"
    size = (length - distance) // (distance + 1)
    if size < 1:
        return f"{right}.*"
    starts = [piece * (size + 1) for piece in range(distance + 1)]
    pieces = [
        f".{{{max(0, start - distance)},{start + distance}}}{re.escape(word[start : start + size])}" for start in starts
    ]
    return f"{right}(?:{'|'.join(pieces)}).*"
