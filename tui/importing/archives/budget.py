"""The room for what comes out of archives: one for a file of the folder and for all that lies within it together.

Whoever unpacks takes from it while it unpacks, whether what comes out is read or thrown away; so that no archive,
however it is built, keeps the program at work for longer than the limit allows.
"""

from __future__ import annotations

from tui.errors import FileProblem
from tui.importing.limits import ARCHIVE_BYTES


class BudgetExceeded(FileProblem):
    """The room is used up; nothing more is unpacked, whatever comes next."""


class Budget:
    """Bytes that may still be unpacked."""

    def __init__(self, size: int = ARCHIVE_BYTES) -> None:
        self._size = size
        self._left = size

    def take(self, count: int) -> None:
        """Take `count` bytes that were unpacked; raises `BudgetExceeded` where there is none left for them."""
        self._left -= count
        if self._left < 0:
            raise BudgetExceeded(f"more than {self._size // 2**20} MB when it is unpacked: the rest was not read")
