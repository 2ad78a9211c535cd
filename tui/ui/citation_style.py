"""The citation style that the reader has chosen, kept in the folder of the reader's data."""

from __future__ import annotations

from tui.base.atomic_write import atomic_write
from tui.base.locations import data_root
from tui.base.settings import settings

_NAME = "citation-style.txt"
FIRST = "plain"
"""The style until another one is chosen."""


def citation_style() -> str:
    """Return the name of the chosen style; the first one where none was chosen, or one that there is not."""
    from tui.citations import STYLES

    try:
        name = (data_root() / _NAME).read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        name = settings().citation_style
    return name if name in STYLES else FIRST


def choose_citation_style(name: str) -> bool:
    """Cite in this style from now on; say whether that could be kept."""
    folder = data_root()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic_write(folder / _NAME, f"{name}\n".encode(), private=True)
    except OSError:
        return False
    return True
