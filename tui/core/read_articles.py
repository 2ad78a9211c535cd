"""Which articles of a dossier were read to their end.

It is kept beside the desk, one id a line in a file of the user's data folder, and is no work of the reader's: what is
said by hand of an article holds before it, and no undo has to go through it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from tui.base.locations import place_folder, private_folder
from tui.core.archive import Archive

FILE_NAME = "read"
_MOST = 2**26
"""Bytes; a longer file was not written by this program."""


class ReadArticles:
    """The ids of the articles that were read; may be asked from any thread."""

    def __init__(self, file: Path) -> None:
        """Take the file in which they are kept; it need not exist yet."""
        self._file = file
        self._lock = threading.Lock()
        self._ids: frozenset[str] | None = None

    @classmethod
    def of(cls, folder: Path) -> ReadArticles:
        """Return those of the dossier in a folder."""
        return cls(place_folder(folder) / FILE_NAME)

    @property
    def ids(self) -> frozenset[str]:
        """The ids; the same object until there is another one."""
        with self._lock:
            return self._known()

    def add(self, ident: str) -> bool:
        """Keep that an article was read, and say whether that is news; what cannot be written holds until the end."""
        with self._lock:
            known = self._known()
            if ident in known:
                return False
            self._ids = known | {ident}
            with suppress(OSError):
                private_folder(self._file.parent)
                with self._file.open("ab") as file:
                    file.write(ident.encode("utf-8", "replace") + b"\n")
            return True

    def _known(self) -> frozenset[str]:
        if self._ids is None:
            self._ids = frozenset()
            with suppress(OSError):
                with self._file.open("rb") as file:
                    content = file.read(_MOST)
                self._ids = frozenset(content.decode("utf-8", "replace").split())
        return self._ids


def read_states(
    explorer: Archive, read: Callable[[], Iterable[str]], touched: Callable[[], Iterable[str]]
) -> Mapping[str, Callable[[], frozenset[int]]]:
    """Return what finds the articles that are read, and those that are unread.

    `read` returns the ids of the first, `touched` those of all that are not unread; both are asked when a query is.
    """

    def numbered(ids: Iterable[str]) -> frozenset[int]:
        return frozenset(explorer.numbers_of(list(ids)).values())

    def unread() -> frozenset[int]:
        others = frozenset(touched())
        return frozenset(number for number, ((ident,), *_), *_ in explorer.labels(("id",)) if ident not in others)

    return {
        "read": lambda: numbered(read()),
        "unread": unread,
    }
