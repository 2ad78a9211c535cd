"""How a date was resolved, in a sentence that a reader can check."""

from __future__ import annotations

import re
from datetime import date

from tui.base.calendar_names import short_month
from tui.base.days import Precision, Span, precision_of
from tui.dates.values import Basis, Mod, Timex, TimexType, span_of
from tui.locale import N_, _

_MODS = {
    Mod.START: N_("the beginning of {date}"),
    Mod.MID: N_("the middle of {date}"),
    Mod.END: N_("the end of {date}"),
    Mod.APPROX: N_("about {date}"),
    Mod.MORE_THAN: N_("more than {date}"),
    Mod.LESS_THAN: N_("less than {date}"),
    Mod.EQUAL_OR_MORE: N_("at least {date}"),
    Mod.EQUAL_OR_LESS: N_("at most {date}"),
}
_MODS_OF_A_DAY = {Mod.START: N_("early on {date}"), Mod.MID: N_("the middle of {date}"), Mod.END: N_("late on {date}")}
"""A day, or a part of it, has neither beginning nor end in English: it is early or late."""
_MODS_OF_A_PART = {
    Mod.START: N_("{date}, early {part}"),
    Mod.MID: N_("{date}, the middle of {part}"),
    Mod.END: N_("{date}, late {part}"),
}
_SPANLESS = {
    TimexType.DURATION: N_("a length of time, no point on the timeline"),
    TimexType.SET: N_("what comes again, no point on the timeline"),
}
_VAGUE = {
    "PAST_REF": N_("some time in the past"),
    "PRESENT_REF": N_("the present"),
    "FUTURE_REF": N_("some time to come"),
}


_MISSING = (
    (r"XXXX-WXX.*", N_("the week is not given")),
    (r"XXXX-XX-XX", N_("the day is not given")),
    (r"XXXX-XX", N_("the month is not given")),
    (r"XXXX-XX-\d\d", N_("month and year are not given")),
    (r"XXXX.*", N_("the year is not given")),
    (r".*", N_("the day is not given")),
)
"""By the value of a date that stays open, as TimeML writes it: what the text does not say of it."""


def missing(value: str) -> str:
    """Say what a text does not say of a date that stays open, by its value: `the week is not given`."""
    return next(words for pattern, words in _MISSING if re.fullmatch(pattern, value))


def explain(timex: Timex) -> str:
    """Explain how an expression was read and what it was counted from: `“last month”: July 2023, counted from …`."""
    return f"“{' '.join(timex.text.split())}”: {meaning(timex)}{_origin(timex)}"


def meaning(timex: Timex) -> str:
    """Say which days an expression means, or what is not known of them."""
    if timex.kind in _SPANLESS:
        return _(_SPANLESS[timex.kind])
    if timex.value in _VAGUE:
        return _(_VAGUE[timex.value])
    if timex.span is None:
        return _(missing(timex.value))
    return written(timex)


def written(timex: Timex) -> str:
    """Write the days that an expression means: `30 Jun 2023`, `late on 6 May 2024`, `the end of Jun 2023`."""
    span = span_of(timex.value)
    if span is None:
        return timex.value
    clock = timex.value.partition("T")[2] if timex.kind is TimexType.TIME else ""
    if timex.mod in _MODS_OF_A_DAY and len(span) == 1:
        form = (_MODS_OF_A_PART if clock else _MODS_OF_A_DAY)[timex.mod]
        return _(form).format(date=written_span(span), part=_clock(clock))
    mod = _(_MODS.get(timex.mod, "{date}")) if timex.mod else "{date}"
    return mod.format(date=written_span(span)) + (f", {_clock(clock)}" if clock else "")


_PARTS = {
    "MO": N_("morning"),
    "AF": N_("afternoon"),
    "EV": N_("evening"),
    "NI": N_("night"),
    "DT": N_("daytime"),
}


def _clock(value: str) -> str:
    return _(_PARTS[value]) if value in _PARTS else value


def written_span(span: Span) -> str:
    """Write a span: the finest unit that it fills, else its first and last day."""
    first, last = span.first, span.last
    precision = precision_of(span)
    if precision is Precision.YEAR:
        return str(first.year)
    if precision is Precision.MONTH:
        return _month(first)
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _("{first} to {last}").format(first=first.year, last=last.year)
    if first.day == 1 and Span.of_month(last.year, last.month).last == last:
        begin = short_month(first.month) if first.year == last.year else _month(first)
        return _("{first} to {last}").format(first=begin, last=_month(last))
    begin = _day(first)
    if (first.year, first.month) == (last.year, last.month):
        begin = str(first.day)
    elif first.year == last.year:
        begin = _("{day} {month}").format(day=first.day, month=short_month(first.month))
    return _("{first} to {last}").format(first=begin, last=_day(last))


def _month(day: date) -> str:
    return _("{month} {year}").format(month=short_month(day.month), year=day.year)


def _day(day: date) -> str:
    return _("{day} {month} {year}").format(day=day.day, month=short_month(day.month), year=day.year)


def _origin(timex: Timex) -> str:
    if timex.basis is None or timex.anchor is None:
        return "" if timex.kind in _SPANLESS or timex.value in _VAGUE or timex.span is None else ", " + _("as written")
    told = (
        _("counted from the publication, {date}")
        if timex.basis is Basis.PUBLISHED
        else _("counted from the last date named, {date}")
    )
    return f", {told.format(date=written_span(timex.anchor))}"
