"""How a date was resolved, in a sentence that a reader can check."""

from __future__ import annotations

from tui.base.calendar_names import ENGLISH
from tui.base.days import Precision, Span, precision_of
from tui.dates.values import Basis, Kind, Mod, Timex, span_of

_MODS = {
    Mod.START: "the beginning of",
    Mod.MID: "the middle of",
    Mod.END: "the end of",
    Mod.APPROX: "about",
    Mod.MORE_THAN: "more than",
    Mod.LESS_THAN: "less than",
    Mod.EQUAL_OR_MORE: "at least",
    Mod.EQUAL_OR_LESS: "at most",
}
_MODS_OF_A_DAY = {Mod.START: "early", Mod.MID: "the middle of", Mod.END: "late"}
"""A day, or a part of it, has neither beginning nor end in English: it is early or late."""
_SPANLESS = {
    Kind.DURATION: "a length of time, no point on the timeline",
    Kind.SET: "what comes again, no point on the timeline",
}
_VAGUE = {"PAST_REF": "some time in the past", "PRESENT_REF": "the present", "FUTURE_REF": "some time to come"}


def explain(timex: Timex) -> str:
    """Explain how an expression was read and what it was counted from: `“last month”: July 2023, counted from …`."""
    return f"“{' '.join(timex.text.split())}”: {_meaning(timex)}{_origin(timex)}"


def _meaning(timex: Timex) -> str:
    if timex.kind in _SPANLESS:
        return f"{_SPANLESS[timex.kind]} ({timex.value})"
    if timex.value in _VAGUE:
        return _VAGUE[timex.value]
    if timex.span is None:
        return f"left open ({timex.value})"
    return written(timex)


def written(timex: Timex) -> str:
    """Write the days that an expression means: `30 June 2023`, `late on 6 May 2024`, `the end of June 2023`."""
    span = span_of(timex.value)
    if span is None:
        return timex.value
    clock = timex.value.partition("T")[2] if timex.kind is Kind.TIME else ""
    if timex.mod in _MODS_OF_A_DAY and len(span) == 1:
        return _written_day(_MODS_OF_A_DAY[timex.mod], span, _clock(clock))
    mod = _MODS.get(timex.mod, "") if timex.mod else ""
    return f"{mod} {written_span(span)}".strip() + (f", {_clock(clock)}" if clock else "")


def _written_day(mod: str, day: Span, clock: str) -> str:
    """Write an early or late part of a day, or the day itself if no part is named."""
    if clock:
        return f"{written_span(day)}, {mod} {clock}"
    return f"{mod} {written_span(day)}" if mod.startswith("the") else f"{mod} on {written_span(day)}"


_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}


def _clock(value: str) -> str:
    return _PARTS.get(value, value)


def written_span(span: Span) -> str:
    """Write a span in English: the finest unit that it fills, else its first and last day."""
    first, last = span.first, span.last
    precision = precision_of(span)
    if precision is Precision.YEAR:
        return str(first.year)
    if precision is Precision.MONTH:
        return f"{ENGLISH[first.month - 1]} {first.year}"
    if first == last:
        return f"{first.day} {ENGLISH[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year} to {last.year}"
    if first.day == 1 and Span.of_month(last.year, last.month).last == last:
        shared = "" if first.year == last.year else f" {first.year}"
        return f"{ENGLISH[first.month - 1]}{shared} to {ENGLISH[last.month - 1]} {last.year}"
    same_month = (first.year, first.month) == (last.year, last.month)
    begin = str(first.day) if same_month else f"{first.day} {ENGLISH[first.month - 1]}"
    begin += "" if first.year == last.year else f" {first.year}"
    return f"{begin} to {last.day} {ENGLISH[last.month - 1]} {last.year}"


def _origin(timex: Timex) -> str:
    if timex.basis is None or timex.anchor is None:
        return "" if timex.kind in _SPANLESS or timex.value in _VAGUE or timex.span is None else ", as written"
    source = "the publication" if timex.basis is Basis.PUBLISHED else "the last date named"
    return f", counted from {source}, {written_span(timex.anchor)}"
