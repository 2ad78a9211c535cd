"""The query language: from what is typed to one syntax tree, and back."""

from tui.search.language.fault import Fault

__all__ = ["Fault"]
