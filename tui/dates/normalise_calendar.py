"""Normalises dates of the calendar: days, months, years, seasons, quarters, decades, feasts."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from tui.dates.context import Context, Reference
from tui.dates.slots import PARTS, Meaning, Slots, clock_of
from tui.dates.values import TimexType, span_of

_Year = tuple[int | None, Reference | None]


def normalise_date(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise a day or a month, with whatever year, weekday and time of day it has."""
    month = _month(slots, whole)
    if month is None:
        return normalise_year(slots, whole, context)
    day = _day(slots)
    if day is not None and day > 31:
        return None
    year, reference = _year_of(slots, whole, month, day, context)
    if year is not None and day is not None and day > calendar.monthrange(year, month)[1]:
        return None
    written = f"{year:04}-{month:02}" if year is not None else f"XXXX-{month:02}"
    if day is None:
        return Meaning(TimexType.DATE, written, slots.mod, reference)
    return _with_time(f"{written}-{day:02}", slots, reference)


def _with_time(day: str, slots: Slots, reference: Reference | None) -> Meaning:
    clock = clock_of(slots)
    part = slots.word(*PARTS)
    if clock is not None:
        return Meaning(TimexType.TIME, day + clock, None, reference)
    if part is not None:
        return Meaning(TimexType.TIME, f"{day}T{part}", slots.mod, reference)
    return Meaning(TimexType.DATE, day, slots.mod, reference)


def _month(slots: Slots, whole: Slots) -> int | None:
    own = slots.number("MONTH", "MABBR")
    if own is not None:
        return own
    return whole.number("MONTH", "MABBR") if slots.has("DAY", "ORDDAY") else None


def _day(slots: Slots) -> int | None:
    day = slots.number("DAY", "ORDDAY")
    tens = slots.number("TENS")
    return day if day is None or tens is None or day > 9 else day + tens


def _year_of(slots: Slots, whole: Slots, month: int, day: int | None, context: Context) -> _Year:
    """Return the year that is written out, or what the context makes of `that year`, `last year`, nothing."""
    year = slots.year()
    if year is None and whole is not slots:
        year = whole.year()
        later = [slot.value for slot in whole.entries if slot.role in ("MONTH", "MABBR")]
        if year is not None and len(later) > 1 and isinstance(later[-1], int) and month > later[-1]:
            year -= 1
    if year is not None:
        return year, None
    if slots.has("DEIC", "THEN", "THAT", "AYEAR") and slots.has("UNIT", "AYEAR"):
        return relative_year(slots, context)
    if context.begun is not None:
        (begun, first_month), first_reference = context.begun
        end = begun + (month < first_month)
        return (end, first_reference) if end <= 9999 else (None, None)
    found, reference = _nearest_year(month, day, slots, context)
    if found is not None and reference is not None:
        context.begun = (found, month), reference
    return found, reference


def relative_year(slots: Slots, context: Context) -> _Year:
    """Return the year of `last year`, `that year`, counted from its reference."""
    step = slots.number("DEIC", "THEN", "THAT") or 0
    reference = context.nearest(366, then=slots.has("THEN", "THAT", "THERE"))
    if reference is None:
        return None, None
    year = reference.span.first.year + step
    return (year, reference) if 1 <= year <= 9999 else (None, None)


def _nearest_year(month: int, day: int | None, slots: Slots, context: Context) -> _Year:
    """Return the year in which a day or a month without one lies, by tense and distance.

    Against the day of publication, verbs choose between the last and the next; in a narrative the text moves on from
    the last date that it named.
    """
    step = slots.number("DEIC")
    reference = context.nearest(366, then=False) if step is None else context.written(366)
    if reference is None:
        return None, None
    span, weekday = reference.span, slots.number("WEEKDAY", "WABBR")
    narrative = context.narrative and span != context.published
    if narrative and len(span) > 31:
        return span.first.year, reference
    years = [year for year in (span.first.year + step for step in (-1, 0, 1)) if _exists(year, month, day)]
    if weekday is not None and day is not None:
        years = [year for year in years if date(year, month, day).isoweekday() == weekday] or years
    if not years:
        return None, None
    base = span.first + timedelta(days=40) if narrative and span.first.year < 9999 else span.first
    distances = {year: (date(year, month, day or min(base.day, 28)) - base).days for year in years}
    direction = 0 if narrative or weekday is not None else step or context.direction_of_date()
    wrong = _WRONG_LATELY if day and not step and direction > 0 else _WRONG_SIDE
    return min(years, key=lambda year: _cost(distances[year], direction, wrong, slack=0 if day else 31)), reference


_WRONG_SIDE = 300
"""What the wrong side of the tense costs, in days: most of a year."""
_WRONG_LATELY = 240
"""What it costs where a verb looks ahead from a day: one that is nearly a year off would be given with its year.

`The firm will not be bound by the order of January 24`, written in March, means that of two months ago.
"""


def _cost(distance: int, direction: int, wrong_side: int, *, slack: int) -> int:
    """Rank a distance in days; the wrong side of the tense costs as much as `wrong_side` days."""
    wrong = direction and distance * direction < -slack
    return abs(distance) + (wrong_side if wrong else 0)


def _exists(year: int, month: int, day: int | None) -> bool:
    return 1 <= year <= 9999 and (day is None or day <= calendar.monthrange(year, month)[1])


def normalise_iso_date(slots: Slots, _whole: Slots, _context: Context) -> Meaning | None:
    """Normalise `2023-12-31`."""
    parts = slots.get("ISO")
    assert isinstance(parts, tuple)
    value = f"{int(parts[0]):04}-{int(parts[1]):02}-{int(parts[2]):02}"
    return _with_time(value, slots, None) if span_of(value) else None


def normalise_slashed(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `31/12/23`; an ambiguous order is settled by the publication date, else by the language.

    With full stops, `02.01.2017`, the day stands first in every language.
    """
    parts = slots.get("SLASHED")
    assert isinstance(parts, tuple)
    one, two, year = (int(part) for part in parts)
    if year < 100:
        year += 1900 if year >= 50 else 2000
    dotted = "." in context.tokens.word(context.first)
    month_first = context.vocabulary.month_first and not dotted
    orders = [(one, two), (two, one)] if month_first else [(two, one), (one, two)]
    values = [f"{year:04}-{month:02}-{day:02}" for month, day in orders]
    days = [span.first for span in map(span_of, values) if span is not None]
    if not days:
        return None
    today = context.today()
    chosen = days[0]
    if today is not None and len(days) > 1 and not dotted:
        near = [day for day in days if abs((day - today).days) <= 45]
        chosen = near[0] if len(near) == 1 else chosen
    return _with_time(chosen.isoformat(), slots, None)


def normalise_year(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `2013`, `early 2013`, `'89`."""
    year = slots.year()
    if year is None and slots.has("DEIC", "THEN", "THAT", "AYEAR"):
        found, reference = relative_year(slots, context)
        return Meaning(TimexType.DATE, "XXXX" if found is None else f"{found:04}", slots.mod, reference)
    return None if year is None else Meaning(TimexType.DATE, f"{year:04}", slots.mod)


def normalise_year_range(slots: Slots, whole: Slots, _context: Context) -> Meaning | None:
    """Normalise either end of `1990-94`; the second borrows the century."""
    year = slots.number("YEAR")
    if year is None:
        first, short = whole.number("YEAR"), slots.number("YY")
        if first is None or short is None:
            return None
        year = first // 100 * 100 + short
    return Meaning(TimexType.DATE, f"{year:04}", slots.mod)


def normalise_era(slots: Slots, _whole: Slots, _context: Context) -> Meaning | None:
    """Normalise a year or a decade before our era; its months and seasons have no value in TIMEX3."""
    decade = slots.number("DECADE")
    if decade is not None:
        return Meaning(TimexType.DATE, f"BC{decade // 10:03}")
    year = slots.number("NUM", "FOUR", "THREE", "YEAR")
    return None if year is None or year > 9999 else Meaning(TimexType.DATE, f"BC{year:04}", slots.mod)


def normalise_decade(slots: Slots, _whole: Slots, _context: Context) -> Meaning | None:
    """Normalise `the 1990s`, `the '90s`, `the nineties`, `the 1990's`."""
    decade = slots.number("DECADE", "DECADENAME", "YY", "YEAR")
    tens = slots.number("TENSOFYEARS")
    if tens is not None:
        decade = tens * (slots.number("TIMESFOUR") or 1) + (slots.number("PLUSTEN") or 0)
    if decade is None:
        return None
    if decade < 100:
        decade += 1900 if decade >= 20 else 2000
    value = f"{decade:04}"
    if decade % 10:
        return Meaning(TimexType.DATE, value, slots.mod)
    century = slots.has("DECADE", "PLURAL") and decade % 100 == 0 and not slots.has("EARLY") and decade < 1900
    return Meaning(TimexType.DATE, value[:2] if century else value[:3], slots.mod)


def normalise_century(slots: Slots, _whole: Slots, _context: Context) -> Meaning | None:
    """Normalise `the 19th century`, whose years begin with 18."""
    tens = slots.number("NUM")
    number = slots.number("ORD", "ROMAN")
    if number is None:
        return None
    number += tens if tens is not None and number < 10 else 0
    if not 1 <= number <= 30:
        return None
    return Meaning(TimexType.DATE, f"BC{number * 100 - 50:04}" if slots.has("ERA") else f"{number - 1:02}", slots.mod)


def normalise_hijri(slots: Slots, _whole: Slots, _context: Context) -> Meaning | None:
    """Normalise a Hijri date; it has no value of its own, since its days depend on where the moon was seen."""
    if slots.has("DAY", "ORDDAY"):
        return Meaning(TimexType.DATE, "XXXX-XX-XX")
    return Meaning(TimexType.DATE, "XXXX-XX" if slots.has("HIJRI") else "XXXX", slots.mod)


def normalise_hijri_pair(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise a date that the text gives in both calendars: each part means the day of the common one."""
    if not slots.has("HIJRI"):
        return normalise_date(slots, slots, context)
    common = Slots([slot for slot in whole.entries if slot not in slots.entries])
    return normalise_date(common, common, context)


def normalise_quarter(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `the third quarter of 2023`, `Q3`, `last quarter`."""
    number = slots.number("ORD", "NUM", "FINAL")
    if number is None or not 1 <= number <= 4:
        return None
    year, reference = _stated_year(slots, context)
    if year is None:
        written = context.nearest(92, then=False)
        if written is None:
            return Meaning(TimexType.DATE, f"XXXX-Q{number}", slots.mod)
        year, reference = _year_of_part(number * 3, written, context), written
    return Meaning(TimexType.DATE, f"{year:04}-Q{number}", slots.mod, reference)


def _stated_year(slots: Slots, context: Context) -> _Year:
    year = slots.year()
    if year is not None:
        return year, None
    return relative_year(slots, context) if slots.has("AYEAR") or _deictic_unit(slots) else (None, None)


def _deictic_unit(slots: Slots) -> bool:
    return slots.has("DEIC", "THEN", "THAT") and slots.has("UNIT")


def _year_of_part(last_month: int, reference: Reference, context: Context) -> int:
    """Choose the year of a quarter or season without one: the past one unless the verbs look ahead."""
    day = reference.span.first
    if last_month > 12:
        last_month -= 3
    begun = day.month > last_month - 3
    return day.year if begun or context.direction() > 0 else day.year - 1


def normalise_half(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `the first half of 2023`."""
    number = slots.number("ORD")
    if number not in (1, 2):
        return None
    year, reference = _stated_year(slots, context)
    if year is None:
        written = context.nearest(366, then=False)
        year, reference = (written.span.first.year, written) if written else (None, None)
    return Meaning(TimexType.DATE, f"{year:04}-H{number}" if year else f"XXXX-H{number}", slots.mod, reference)


def normalise_fiscal(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `fiscal 2023`, `the current fiscal year`."""
    year = slots.year()
    if year is not None:
        return Meaning(TimexType.DATE, f"FY{year:04}", slots.mod)
    found, reference = relative_year(slots, context)
    return Meaning(TimexType.DATE, f"FY{found:04}" if found else "XXXX", slots.mod, reference)


def normalise_season(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `spring of 2022`, `last summer`, `the winter`."""
    season = slots.word("SEASON")
    year, reference = _stated_year(slots, context)
    if year is not None:
        return Meaning(TimexType.DATE, f"{year:04}-{season}", slots.mod, reference)
    last_month = {"SP": 5, "SU": 8, "FA": 11, "WI": 14}[str(season)]
    written = context.nearest(366, then=slots.has("THEN", "THAT"))
    if written is None:
        return Meaning(TimexType.DATE, f"XXXX-{season}", slots.mod)
    day, step = written.span.first, slots.number("DEIC", "THEN", "THAT")
    if step is None and not context.narrative:
        year = _year_of_part(last_month, written, context)
    else:
        begun = day.month >= last_month - 2 - (3 if last_month > 12 else 0)
        over = day.month > last_month
        year = day.year + (-(not over) if step == -1 else int(begun) if step == 1 else 0)
    if not 1 <= year <= 9999:  # beyond the calendar
        return Meaning(TimexType.DATE, f"XXXX-{season}", slots.mod)
    return Meaning(TimexType.DATE, f"{year:04}-{season}", slots.mod, written)


def normalise_generic_season(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise a season that stands alone: in a narrative it is a season of that time, else any."""
    if context.narrative:
        return normalise_season(slots, whole, context)
    return Meaning(TimexType.DATE, f"XXXX-{slots.word('SEASON')}")


def normalise_month_of(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `last June`, `next May`, `that July`."""
    month = slots.number("MONTH", "MABBR")
    step = slots.number("DEIC", "THEN", "THAT")
    if month is None or step is None:
        return None
    reference = context.nearest(366, then=slots.has("THEN", "THAT"))
    if reference is None:
        return Meaning(TimexType.DATE, f"XXXX-{month:02}", slots.mod)
    day = reference.span.first
    year = day.year
    if step < 0 and month >= day.month:
        year -= 1
    if step > 0 and month <= day.month:
        year += 1
    if not 1 <= year <= 9999:  # beyond the calendar
        return Meaning(TimexType.DATE, f"XXXX-{month:02}", slots.mod)
    return Meaning(TimexType.DATE, f"{year:04}-{month:02}", slots.mod, reference)


def normalise_feast(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `Christmas`, `New Year's Eve`, `Easter 2016`."""
    name = slots.word("FEAST", "NEWYEAR")
    if name is None:
        return None
    year, reference = _stated_year(slots, context)
    if year is None:
        reference = context.nearest(366, then=slots.has("THEN", "THAT"))
        if reference is None:
            return (
                Meaning(TimexType.DATE, f"XXXX-{name}") if name[0].isdigit() else Meaning(TimexType.DATE, "XXXX-XX-XX")
            )
        year = _feast_year(name, slots.number("DEIC", "THEN", "THAT"), reference.span.first, context)
    eve = slots.number("EVE") or 0
    year += 1 if eve and name == "01-01" and year < 9999 else 0
    day = feast_day(name, year) + timedelta(days=eve)
    weekday = slots.number("WEEKDAY")
    if weekday is not None and year < 9999:
        day += timedelta(days=(weekday - day.isoweekday()) % 7)
    return _with_time(day.isoformat(), slots, reference)


def _feast_year(name: str, step: int | None, today: date, context: Context) -> int:
    if context.narrative:
        return today.year
    direction = step or context.direction()
    years = [year for year in (today.year - 1, today.year, today.year + 1) if 1 < year < 9999]
    return min(years, key=lambda year: _cost((feast_day(name, year) - today).days, direction, _WRONG_SIDE, slack=0))


def feast_day(name: str, year: int) -> date:
    """Return the day of a feast: of the form `12-25`, or a movable one by its name."""
    if name[0].isdigit():
        return date(year, int(name[:2]), int(name[3:]))
    if name == "thanksgiving":
        first = date(year, 11, 1)
        return first + timedelta(days=(4 - first.isoweekday()) % 7 + 21)
    from dateutil.easter import easter

    shift = {"easter": 0, "ascension": 39, "pentecost": 49}[name]
    return easter(max(year, 1583)) + timedelta(days=shift)
