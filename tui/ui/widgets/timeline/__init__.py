"""The timeline: the histogram with its keys, and beside it what the mouse does."""

from tui.ui.widgets.timeline.timeline import Timeline

__all__ = ["Timeline"]
