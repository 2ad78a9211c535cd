"""Completion of the path of a file that is to be opened: folders, and files of kinds that can be read."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

from textual.suggester import Suggester

from tui.base.printable import printable_line


class PathSuggester(Suggester):
    """Suggests how a path may go on, as shells do; asked in a thread, since a folder may be slow to list."""

    def __init__(self, wanted: Callable[[str], bool]) -> None:
        """Offer folders, and the files whose names are `wanted`."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._wanted = wanted

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole path up to the end of its next name, or None."""
        return await asyncio.to_thread(completed_path, value, self._wanted) if value else None


def completed_path(typed: str, wanted: Callable[[str], bool]) -> str | None:
    """Return what is typed with the end of the first name that it begins; a folder ends in a slash.

    Hidden names are offered only where a dot was typed; names that cannot be shown as they are never are.
    """
    folder, slash, begun = typed.rpartition("/")
    try:
        names = sorted(_names(Path(f"{folder}{slash}" or ".").expanduser(), wanted), key=str.casefold)
    except (OSError, RuntimeError, ValueError):
        return None
    fitting = (name for name in names if name.startswith(begun) and (begun.startswith(".") or name[0] != "."))
    first = next(fitting, None)
    return f"{folder}{slash}{first}" if first is not None and first != begun else None


def _names(folder: Path, wanted: Callable[[str], bool]) -> list[str]:
    with os.scandir(folder) as entries:
        found = [f"{entry.name}/" if entry.is_dir() else entry.name for entry in entries]
    return [name for name in found if (name.endswith("/") or wanted(name)) and printable_line(name) == name]
