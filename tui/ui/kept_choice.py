"""What a reader has chosen once and for all dossiers, each choice a small file in the folder of the reader's data."""

from __future__ import annotations

from tui.base.atomic_write import atomic_write
from tui.base.locations import data_root


class KeptChoice:
    """One choice, as a word."""

    def __init__(self, name: str) -> None:
        """Keep it in the file of that name."""
        self._name = name

    def get(self) -> str:
        """Return what was chosen; empty where nothing was, or where it cannot be read."""
        try:
            return (data_root() / self._name).read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return ""

    def choose(self, word: str) -> bool:
        """Choose a word from now on; say whether that could be kept."""
        folder = data_root()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            atomic_write(folder / self._name, f"{word}\n".encode(), private=True)
        except OSError:
            return False
        return True


THEME = KeptChoice("theme.txt")
"""The theme: `dark`, `light` or `contrast`; empty follows the terminal."""
WELCOMED = KeptChoice("welcomed.txt")
"""Whether the hints of the first start were seen."""
