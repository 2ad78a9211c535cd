"""Which articles are new since the last visit to a dossier.

A visit keeps what it saw as fingerprints in a file of the user's data folder. An article whose file was moved, or saved
in another format, is not new: it is known by its id, or by its title, source and day.
"""

from __future__ import annotations

import sys
import threading
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from tui.base.atomic_write import atomic_write
from tui.base.folding import essence
from tui.core.archive import Archive

_MAGIC = b"seen 1\n"
_MOST = 2**28
"""Bytes; a longer file was not written by this program."""


@dataclass(frozen=True, slots=True)
class NewArticles:
    """The articles that the last visit did not see."""

    ids: frozenset[str] = frozenset()
    numbers: frozenset[int] = frozenset()
    days: tuple[tuple[int, int], ...] = ()
    """The ordinals of the first and the last day on which each dated one may have appeared."""


class Visits:
    """What the last visit saw, and what this one sees; may be asked from any thread."""

    def __init__(self, explorer: Archive, file: Path) -> None:
        """Take the file in which it is kept; it need not exist yet."""
        self._explorer = explorer
        self._file = file
        self._lock = threading.Lock()
        self._last: tuple[str, array[int]] | None = None
        self._read = False
        self._edition = ""
        self._now: array[int] | None = None
        self._new = NewArticles()

    def new(self) -> NewArticles:
        """Return what the last visit did not see; nothing on the first visit."""
        with self._lock:
            return self._compared()

    def keep(self) -> None:
        """Let the next visit know what this one saw; where that cannot be written, it is new once more."""
        with self._lock:
            self._compared()
            if self._now is None:  # the last visit saw the same
                return
            content = _MAGIC + self._edition.encode() + b"\n" + _portable(self._now).tobytes()
            with suppress(OSError):
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                atomic_write(self._file, content, private=True)

    def _compared(self) -> NewArticles:
        edition = self._explorer.edition
        if edition == self._edition:
            return self._new
        last = self._last_visit()
        self._edition, self._now, self._new = edition, None, NewArticles()
        if last is not None and last[0] == edition:
            return self._new
        now = array("Q")
        unseen: list[tuple[int, str, int, int]] = []
        for number, ident, other, first, reached in self._fingerprinted():
            prints = (_fingerprint(ident), _fingerprint(other))
            now.extend(prints)
            if last is not None and not any(_holds(last[1], each) for each in prints):
                unseen.append((number, ident, first, reached))
        self._now = array("Q", sorted(now))
        self._new = NewArticles(
            frozenset(ident for _, ident, *_ in unseen),
            frozenset(number for number, *_ in unseen),
            tuple((first, reached) for *_, first, reached in unseen if first),
        )
        return self._new

    def _fingerprinted(self) -> Iterator[tuple[int, str, str, int, int]]:
        """Yield each article's number, its id, what else it is known by, and the ordinals of its days or 0."""
        for number, ((ident,), (title,), (source,)), first, last in self._explorer.labels(("id", "title", "source")):
            yield number, ident, f"{essence(title)}\n{essence(source)}\n{first or 0}", first or 0, last or 0

    def _last_visit(self) -> tuple[str, array[int]] | None:
        if self._read:
            return self._last
        self._read = True
        with suppress(OSError, ValueError):
            with self._file.open("rb") as file:
                content = file.read(_MOST)
            magic, edition, prints = content[: len(_MAGIC)], *content[len(_MAGIC) :].split(b"\n", 1)
            if magic == _MAGIC:
                seen = array("Q")
                seen.frombytes(prints)
                self._last = edition.decode(), _portable(seen)
        return self._last


def _fingerprint(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def _holds(prints: array[int], wanted: int) -> bool:
    place = bisect_left(prints, wanted)
    return place < len(prints) and prints[place] == wanted


def _portable(prints: array[int]) -> array[int]:
    """Return numbers in the byte order of the file, or back from it."""
    if sys.byteorder == "big":
        prints = prints[:]
        prints.byteswap()
    return prints
