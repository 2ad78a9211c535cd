"""Short labels of the dates that texts name: as exact as they are known, and no more."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len

from tui.base.days import Span
from tui.dates import Mod, Timex, explain, span_of
from tui.timeline.granularity import span_label

OPEN = "open"
"""The label of a date that could not be resolved."""

_MODS = {
    Mod.START: "early ",
    Mod.MID: "mid-",
    Mod.END: "end of ",
    Mod.APPROX: "about ",
    Mod.BEFORE: "before ",
    Mod.AFTER: "after ",
    Mod.ON_OR_BEFORE: "until ",
    Mod.ON_OR_AFTER: "from ",
}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_HALVES = {"H1": "first half of", "H2": "second half of"}
_NAMED = re.compile(r"(\d{4})-(?:(SP|SU|FA|WI)|(Q[1-4])|(H[12]))", re.ASCII)


def date_label(timex: Timex) -> str:
    """Name the days that an expression means: `30 Jun 2023`, `end of Jun 2023`, `mid-2013`, `summer 2022`."""
    return _label(timex.value, timex.mod, timex.span)


def range_label(timex: Timex, until: Timex | None = None) -> str:
    """Name the days from one expression to another, or those of one: `3–5 May 2021`, `30 Jun – 2 Jul 2023`."""
    if until is None or timex.span is None or until.span is None:
        return date_label(timex)
    if timex.mod is None and until.mod is None:
        return span_label(timex.span.joined(until.span))
    return f"{date_label(timex)} – {date_label(until)}"


@lru_cache(4096)
def _label(value: str, modifier: Mod | None, days: Span | None) -> str:
    mod = _MODS.get(modifier, "") if modifier is not None else ""
    named = _NAMED.fullmatch(value)
    if named is not None:
        year, season, quarter, half = named.groups()
        return f"{mod}{_SEASONS.get(season) or quarter or _HALVES[half]} {year}"
    span = span_of(value) or days
    return OPEN if span is None else mod + span_label(span)


def published_label(published: Span | None) -> str:
    """Name the day on which something appeared, as exactly as it is known."""
    return "undated" if published is None else span_label(published)


def explained(timex: Timex, width: int) -> str:
    """Say what an expression means and how that came about, in the fullest words that fit `width` cells.

    The shortest form is returned where none fits.
    """
    quoted, label = f"“{' '.join(timex.text.split())}”", date_label(timex)
    if timex.span is None:
        forms = [explain(timex), f"{quoted} stays open", "stays open"]
    elif timex.anchor is None:
        forms = [explain(timex), f"{quoted} = {label}, as written", label]
    else:
        counted = f"{label}, counted from {span_label(timex.anchor)}"
        forms = [explain(timex), f"{quoted} = {counted}", counted, f"{label}, inferred", label]
    return next((form for form in forms if cell_len(form) <= width), forms[-1])
