"""The weight of a file: whether it is read where it is, or in a process apart, and what that takes."""

from __future__ import annotations

from collections.abc import Iterable

from tui.importing.folder import FileEntry
from tui.importing.limits import HEAVY, OWN_BYTES
from tui.importing.registry import is_ours


def is_light(entry: FileEntry) -> bool:
    """Say whether a file may be read in this process: a small one of our own formats, or one that no format reads."""
    return entry.outcome is not None or (entry.size <= OWN_BYTES and is_ours(entry.path))


def effort(entries: Iterable[FileEntry]) -> int:
    """Return about how many light files could be read in the time that these take."""
    return sum(1 if is_light(entry) else HEAVY for entry in entries)
