"""What is said of a date that was written and not understood: whose it is, and as what it is written."""

from __future__ import annotations

from tui.base.printable import printable_line

_LONGEST_DATE, _LONGEST_TITLE = 40, 60
"""Characters that are shown."""


def not_understood(written: str) -> str:
    """Return what speaks against the dates of an article whose own date was not understood."""
    return f"its own date {_shown(written)} was not understood"


def quoted(written: str, title: str) -> str:
    """Return a date as it is written, and the article whose it is: `'soon' of “Ferry sinks”`."""
    line = printable_line(title[: 4 * _LONGEST_TITLE])
    short = line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE].rstrip()}…"
    return f"{_shown(written)} of “{short}”" if short else _shown(written)


def _shown(written: str) -> str:
    return f"'{printable_line(written.strip()[:_LONGEST_DATE])}'"
