"""Names of people, places and bodies in texts, and which of them are one; pure."""

from tui.names.finder import find_names
from tui.names.name import Name

RULES_VERSION = "1"
"""Increment when other names are found."""

LANGUAGES = ("en", "fr")
"""The languages in which names are found by all of the rules; in others only some are."""

__all__ = ["LANGUAGES", "RULES_VERSION", "Name", "find_names"]
