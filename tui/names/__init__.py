"""Names of people, places and bodies in texts, and which of them are one; pure.

What a name is loads at once; the rules that find names load when they are first asked for.
"""

from __future__ import annotations

from tui.names.name import Name

RULES_VERSION = "1"
"""Increment when other names are found."""

LANGUAGES = ("en", "fr")
"""The languages in which names are found by all of the rules; in others only some are."""

__all__ = ["LANGUAGES", "RULES_VERSION", "Name", "find_names"]


def find_names(text: str, language: str = "en") -> tuple[Name, ...]:
    """Return the names in a text in their order; see `tui.names.finder.find_names`."""
    from tui.names.finder import find_names as find

    return find(text, language)
