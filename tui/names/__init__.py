"""Names of people, places and bodies in texts, and which of them are one; pure."""

from tui.names.finder import find_names
from tui.names.name import Name

RULES_VERSION = "1"
"""Increment when other names are found."""

__all__ = ["RULES_VERSION", "Name", "find_names"]
