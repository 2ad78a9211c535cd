"""The reader: an article with its stops, what is sought in it and what is selected from it."""

from tui.ui.widgets.reader.messages import (
    Copied,
    FindAsked,
    FindChanged,
    FindLeft,
    PageEnded,
    PositionChanged,
    ReadThrough,
    Selecting,
    StopChosen,
    StopOpened,
    StopsEnded,
)
from tui.ui.widgets.reader.reader import Reader
from tui.ui.widgets.reader.stops import DATE, MARK, NOTE

__all__ = [
    "DATE",
    "MARK",
    "NOTE",
    "Copied",
    "FindAsked",
    "FindChanged",
    "FindLeft",
    "PageEnded",
    "PositionChanged",
    "ReadThrough",
    "Reader",
    "Selecting",
    "StopChosen",
    "StopOpened",
    "StopsEnded",
]
