"""Short labels of the dates that texts name: as exact as they are known, and no more."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len

from tui.base.days import Span
from tui.dates import Mod, Timex, explain, span_of
from tui.dates.explain import meaning
from tui.locale import N_, _
from tui.timeline.granularity import span_label

OPEN = N_("open")
"""The label of a date that could not be resolved."""

_MODS = {
    Mod.START: N_("early {date}"),
    Mod.MID: N_("mid-{date}"),
    Mod.END: N_("end of {date}"),
    Mod.APPROX: N_("about {date}"),
    Mod.BEFORE: N_("before {date}"),
    Mod.AFTER: N_("after {date}"),
    Mod.ON_OR_BEFORE: N_("until {date}"),
    Mod.ON_OR_AFTER: N_("from {date}"),
}
_PARTS = {
    "SP": N_("spring {year}"),
    "SU": N_("summer {year}"),
    "FA": N_("autumn {year}"),
    "WI": N_("winter {year}"),
    "Q1": N_("first quarter of {year}"),
    "Q2": N_("second quarter of {year}"),
    "Q3": N_("third quarter of {year}"),
    "Q4": N_("last quarter of {year}"),
    "H1": N_("first half of {year}"),
    "H2": N_("second half of {year}"),
}
_NAMED = re.compile(r"(\d{4})-(SP|SU|FA|WI|H[12]|Q[1-4])", re.ASCII)


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
    mod = _(_MODS.get(modifier, "{date}")) if modifier is not None else "{date}"
    named = _NAMED.fullmatch(value)
    if named is not None:
        year, part = named.groups()
        return mod.format(date=_(_PARTS[part]).format(year=year))
    span = span_of(value) or days
    return _(OPEN) if span is None else mod.format(date=span_label(span))


def published_label(published: Span | None) -> str:
    """Name the day on which something appeared, as exactly as it is known."""
    return _("undated") if published is None else span_label(published)


def explained(timex: Timex, width: int) -> str:
    """Say what an expression means and how that came about, in the fullest words that fit `width` cells.

    The shortest form is returned where none fits.
    """
    quoted, label = f"“{' '.join(timex.text.split())}”", date_label(timex)
    if timex.span is None:
        words = meaning(timex)
        forms = [explain(timex), f"{quoted}: {words}", words]
    elif timex.anchor is None:
        forms = [explain(timex), _("{quoted} = {label}, as written").format(quoted=quoted, label=label), label]
    else:
        counted = _("{label}, counted from {span}").format(label=label, span=span_label(timex.anchor))
        forms = [explain(timex), f"{quoted} = {counted}", counted, _("{label}, inferred").format(label=label), label]
    return next((form for form in forms if cell_len(form) <= width), forms[-1])
