"""What the lines around the panes say: how much was found, how it was understood, how far the reading has come."""

from __future__ import annotations

from tui.days import Clock
from tui.timeline.granularity import span_label
from tui.view import View

Words = tuple[tuple[str, str], ...]
"""Pairs of a text and its style: plain, muted, strong, key, fault or accent."""

_BAR_CELLS = 16


def counted(number: int, noun: str) -> str:
    """Return `1 article`, `9 articles`, `12,345 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def count_words(view: View) -> Words:
    """Say how much was found, and by which clock: `4 of 9 articles · published Jun – Dec 2023 · by date`."""
    if view.fault is not None:
        return (("not searched", "muted"),)
    number = f"{view.total:,}" if view.total == view.of else f"{view.total:,} of {view.of:,}"
    words = [(number, "strong"), (" article" + ("" if view.of == 1 else "s"), "plain")]
    style = "muted" if view.query.clock is Clock.PUBLISHED else "accent"
    words += [(" · ", "muted"), (view.query.clock.value, style)]
    if view.query.span is not None:
        words += [(" ", "muted"), (span_label(view.query.span), "accent")]
    if view.total > 1 and view.order:
        words += [(" · ", "muted"), (f"by {view.order}", "muted")]
    return tuple(words)


def understood_words(view: View, notice: str = "") -> Words:
    """Say how the query was understood, or what is wrong with it and in which column, counted from 1."""
    if view.fault is not None:
        return ((f"column {view.fault.column + 1}: ", "fault"), (view.fault.message, "fault"))
    if view.understood:
        return (("understood as ", "muted"), (view.understood, "plain"))
    return ((notice, "muted"),) if notice else ()


def progress_words(doing: str, done: int, of: int) -> Words:
    """Say how far a piece of work has come, with a bar: `reading 120 of 487  ████░░░░░░░░░░░░`."""
    full = _BAR_CELLS * done // of if of else 0
    return (
        (f"{doing} {done:,} of {of:,}  ", "plain"),
        ("█" * full, "accent"),
        ("░" * (_BAR_CELLS - full), "muted"),
    )


def empty_words(view: View | None, busy: bool) -> str:
    """Say why a list is empty and what to try, in lines."""
    if view is None:
        return "One moment …"
    if view.fault is not None:
        return "Mend the query to see articles.\nThe line above says what and where."
    if view.of == 0:
        return "Reading the articles …" if busy else "No article in this folder.\nmali-tui check FOLDER says why."
    lines = ["Nothing found."]
    if view.suggestions:
        lines.append("enter takes one of these:")
        lines += [
            f"{place}  {suggestion.reason}: {counted(suggestion.total, 'article')}"
            for place, suggestion in enumerate(view.suggestions, 1)
        ]
    elif view.query.span is not None:
        lines.append("esc gives the whole time back.")
    else:
        lines.append("Try fewer words, or the beginning of one: camp*")
    return "\n".join(lines)
