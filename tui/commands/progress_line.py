"""The line that says how far work is."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable

from tui.base.progress import Pace, Step

_PULSE = 0.1
"""Seconds between two updates of the line."""


class ProgressLine:
    """Writes progress over itself on standard error, and erases it when done."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take a monotonic clock in seconds."""
        self._clock = clock
        self._pace = Pace(clock)
        self._written = float("-inf")

    def __call__(self, step: Step) -> None:
        """Write how far it is; the line goes when it is done."""
        told, now = self._pace.words(step), self._clock()
        if step.done >= step.of:
            sys.stderr.write("\r\x1b[K")
        elif now - self._written >= _PULSE:
            self._written = now
            sys.stderr.write(f"\r{told[: shutil.get_terminal_size().columns - 1]}\x1b[K")
        sys.stderr.flush()
