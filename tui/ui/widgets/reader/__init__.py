"""The reader: one article as it is read."""

from tui.ui.widgets.reader.reader import Reader

__all__ = ["Reader"]
