"""The citation style that the reader has chosen, kept in the folder of the reader's data."""

from __future__ import annotations

from tui.base.settings import settings
from tui.ui.kept_choice import KeptChoice

_STYLE = KeptChoice("citation-style.txt")
FIRST = "plain"
"""The style until another one is chosen."""


def citation_style() -> str:
    """Return the name of the chosen style; the first one where none was chosen, or one that there is not."""
    from tui.citations import STYLES

    name = _STYLE.get() or settings().citation_style
    return name if name in STYLES else FIRST


def choose_citation_style(name: str) -> bool:
    """Cite in this style from now on; say whether that could be kept."""
    return _STYLE.choose(name)
