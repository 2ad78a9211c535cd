"""Normalises dates that are counted from another: `yesterday`, `last Friday`, `a month later`, `ten years ago`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from tui.dates.context import Context, Reference
from tui.dates.grammar import Slot
from tui.dates.normalise_calendar import normalise_date
from tui.dates.normalise_durations import duration
from tui.dates.slots import HALVES_OF_DAY, PARTS, UNIT_ROLES, Meaning, Slots, amount, clock_of
from tui.dates.steps import TERMS, is_clock, length_of, stepped, unit_value
from tui.dates.values import Basis, TimexType, span_of

_SOME_DAY = "XXXX-XX-XX"
_THIS = 4
"""How many days ahead `this Friday` lies at most, unless a verb says that it does."""
_SOON = 2
"""How many days ahead a weekday may lie that nothing says the direction of, as in a headline without a verb."""


def _day_meaning(day: date | None, slots: Slots, reference: Reference) -> Meaning | None:
    if day is None:
        return None
    clock = clock_of(slots)
    part = slots.word(*PARTS)
    if clock is not None:
        return Meaning(TimexType.TIME, day.isoformat() + clock, None, reference)
    if part is not None:
        return Meaning(TimexType.TIME, f"{day.isoformat()}T{part}", slots.mod, reference)
    return Meaning(TimexType.DATE, day.isoformat(), slots.mod, reference)


def normalise_named_day(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `yesterday`, `tomorrow morning`, `the day before yesterday`."""
    step = (slots.number("NAMED") or 0) + (slots.number("BESIDE") or 0)
    reference = context.written(1)
    if reference is None or (step == 0 and (context.narrative or context.is_nowadays())):
        return Meaning(TimexType.DATE, "PRESENT_REF" if step == 0 else _SOME_DAY)
    return _day_meaning(stepped(reference.span.first, "D", step), slots, reference)


def normalise_then_named(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `la veille`, `le lendemain matin`: counted from the day that the text named last."""
    reference = context.named(1)
    of_something = context.tokens.word(context.last) in context.vocabulary.of  # la veille de la fête
    if reference is None or reference.basis is Basis.PUBLISHED or of_something:
        return Meaning(TimexType.DATE, _SOME_DAY)
    return _day_meaning(
        stepped(reference.span.first, "D", (slots.number("THENNAMED") or 0) + (slots.number("BESIDE") or 0)),
        slots,
        reference,
    )


def normalise_night_from(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise `la nuit de lundi à mardi`, `la nuit du 3 au 4 mai`: the night that begins on the first day."""
    if slots.has("WEEKDAY"):
        return normalise_weekday(slots, whole, context)
    return normalise_date(slots, whole, context)


def normalise_tonight(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `tonight`."""
    reference = context.written(1)
    if reference is None:
        return Meaning(TimexType.TIME, f"{_SOME_DAY}TNI")
    return _day_meaning(reference.span.first, slots, reference)


def normalise_part(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `this morning`, `last night`, `that afternoon`, `overnight`."""
    part = slots.word(*PARTS) or "NI"
    step = slots.number("DEIC", "THEN", "THAT") or 0
    of_the_day = slots.has("DEIC", "OVERNIGHT") and not (context.narrative or slots.has("THERE"))
    reference = context.written(1) if of_the_day else context.day_of_time()
    if reference is None:
        return Meaning(TimexType.TIME, f"{_SOME_DAY}T{part}")
    day = stepped(reference.span.first, "D", step)
    return None if day is None else Meaning(TimexType.TIME, f"{day.isoformat()}T{part}", slots.mod, reference)


def normalise_weekday_of_month(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise `vendredi 13`: the nearest day of that number which is that weekday, else the weekday by itself."""
    weekday, number = slots.number("WEEKDAY", "WABBR"), slots.number("DAY", "ORDDAY")
    reference = context.nearest(1, then=False)
    if reference is None or weekday is None or number is None:
        return normalise_weekday(slots, whole, context)
    nearby = (stepped(reference.span.first, "D", step) for step in range(-_FAR, _FAR + 1))
    fitting = [day for day in nearby if day is not None and (day.isoweekday(), day.day) == (weekday, number)]
    if not fitting:
        return normalise_weekday(slots, whole, context)
    return _day_meaning(min(fitting, key=lambda day: abs((day - reference.span.first).days)), slots, reference)


_FAR = 45
"""How many days off a weekday with a number is looked for."""


def normalise_nth_of_month(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise `the first Sunday of July 2023`, `la dernière semaine de mai`."""
    month = normalise_date(Slots([slot for slot in slots.entries if slot.role in _OF_MONTH]), whole, context)
    place, weekday, unit = slots.number("ORD", "FINAL", "DEIC"), slots.number("WEEKDAY"), slots.word("UNIT")
    span = span_of(month.value) if month is not None else None
    last = place is not None and (place < 0 or slots.has("FINAL"))
    if month is None or place is None or (place == 0 and not last) or unit not in (None, "W", "WE", "D"):
        return None
    if span is None:
        return Meaning(TimexType.DATE, _SOME_DAY if unit is None else _vague(unit), slots.mod)
    wanted = weekday or (6 if unit == "WE" else 0)
    days = [span.first + timedelta(days=step) for step in range(len(span))]
    fitting = [day for day in days if not wanted or day.isoweekday() == wanted][:: 7 if unit == "W" else 1]
    if not last and place > len(fitting):
        return None
    chosen = (days[-1] if unit == "W" else fitting[-1]) if last else fitting[place - 1]
    value = chosen.isoformat() if unit in (None, "D") else unit_value(chosen, unit)
    return Meaning(TimexType.DATE, value, slots.mod, month.reference)


_OF_MONTH = ("MONTH", "MABBR", "YEAR", "YY")


def normalise_weekday(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise `Friday`, `last Friday`, `next Tuesday morning`."""
    weekday = slots.number("WEEKDAY", "WABBR")
    if weekday is None:
        return None
    after = _opens_sentence_after(slots, context)
    then = slots.has("THEN", "THAT") and not after
    reference = context.nearest(1, then=then)
    if reference is None:
        part = slots.word(*PARTS)
        kind = TimexType.TIME if part else TimexType.DATE
        return Meaning(kind, f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    aside = context.day_aside()
    if aside is not None:
        return _day_meaning(aside, slots, reference)
    today = reference.span.first
    step = None if after else (whole if slots is not whole else slots).number("DEIC", "THEN", "THAT", "PAST")
    ahead = (weekday - today.isoweekday()) % 7
    known = context.same_weekday(weekday) if step is None and context.direction() == 0 else None
    if known is not None:
        return _day_meaning(known, slots, reference)
    return _day_meaning(stepped(today, "D", _weekday_distance(ahead, step, context)), slots, reference)


def normalise_weekday_of_week(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `Monday of last week`: the Monday of the week before the one of the day, which begins with its own."""
    weekday, reference = slots.number("WEEKDAY"), context.written(1)
    if reference is None or weekday is None:
        return None
    today = reference.span.first
    monday = stepped(today, "D", 1 - today.isoweekday() + 7 * (slots.number("DEIC") or 0))
    return _day_meaning(monday and stepped(monday, "D", weekday - 1), slots, reference)


def normalise_weekday_week(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `Friday week`: a week after the Friday to come."""
    weekday, reference = slots.number("WEEKDAY"), context.written(1)
    if reference is None or weekday is None:
        return None
    ahead = (weekday - reference.span.first.isoweekday()) % 7
    return _day_meaning(stepped(reference.span.first, "D", ahead + 7), slots, reference)


def normalise_bare_day(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `on the 15th`: the next one from the day named just before it, else counted as the verb looks.

    It is the one before where the next is still to come and no verb looks ahead; it stays open where nothing tells the
    month.
    """
    number = slots.number("NTH")
    if number is None:
        return None
    near, written, direction = context.near_day(), context.written(1), context.direction()
    reference = near or written
    if reference is None or (near is None and direction == 0):
        return Meaning(TimexType.DATE, f"XXXX-XX-{number:02}")
    first = reference.span.first
    nearby = (stepped(first, "D", step) for step in range(-_FAR, _FAR + 1))
    days = [day for day in nearby if day is not None and day.day == number]
    if direction <= 0 and written is not None:
        days = [day for day in days if day <= written.span.first]
    ahead = near is not None or direction > 0
    fitting = [day for day in days if ahead and day >= first] or days[::-1]
    return _day_meaning(fitting[0], slots, reference) if fitting else Meaning(TimexType.DATE, f"XXXX-XX-{number:02}")


def _opens_sentence_after(slots: Slots, context: Context) -> bool:
    """Return whether the words are `Following Thursday's vote`, at the head of a sentence: after that vote."""
    tokens = context.tokens
    heads = tokens.is_capital(context.first) and tokens.word(context.first) not in context.vocabulary.determiners
    return heads and slots.has("THEN") and context.is_possessive()


_NEAR = 4
"""Up to how many days on `Saturday's game` is still to come where the verb says so."""


def _weekday_distance(ahead: int, step: int | None, context: Context) -> int:
    """Choose between the weekday `ahead` days on and the one a week before it."""
    if step == -1:
        return ahead - 7 if ahead != 6 else -8  # "last Monday" said on a Tuesday is not the day before
    if step == 1:
        return ahead or 7
    if step == 0 and ahead > _THIS and context.direction() <= 0:
        return ahead - 7
    direction = (1 if context.narrative else context.direction()) if step is None else 1
    if step is None and ahead > _NEAR and context.is_possessive():
        return ahead - 7
    if direction > 0 or ahead == 0:
        return ahead
    return ahead - 7 if direction < 0 or ahead > _SOON else ahead


def normalise_unit(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise `last month`, `the following day`, `the end of the year`, `earlier this week`.

    A term of office (`ce quinquennat`) stays a length of time: the text does not say when it began.
    """
    unit = slots.word("UNIT", "UNITS")
    if unit is None:
        return None
    if unit in TERMS:
        return duration(slots, whole, context)
    step = slots.number("DEIC", "THEN", "THAT", "SHIFT", "AGO", "PAST", "LATEST") or 0
    leaning = slots.has("THEN", "THAT", "SHIFT", "THERE") or (_is_the_next(slots) and length_of(unit) <= 366)
    reference = context.nearest(max(length_of(unit), 1), then=leaning)
    if reference is None:
        return Meaning(TimexType.DATE, _vague(unit), slots.mod)
    if unit == "D" and not slots.has("DEIC", "THEN", "THAT", "SHIFT", "AGO", "PAST", "LATEST"):
        reference = context.day_of_time() or reference
    quarterly = any(slot.value == "Q" for slot in slots.entries)
    if quarterly and context.quarter is not None and not slots.has("DEIC", "LATEST"):
        reference = Reference(context.quarter, Basis.NAMED)
    today = reference.span.first
    if (
        unit == "WE"
        and not slots.has("DEIC", "THEN", "THAT", "PAST")
        and today.isoweekday() < 6
        and context.direction() < 0
    ):
        step = -1
    day = stepped(today, unit, step)
    part = next((slot.value for slot in reversed(slots.entries) if slot.role == "UNIT"), unit)  # year-earlier quarter
    return None if day is None else Meaning(TimexType.DATE, unit_value(day, str(part)), slots.mod, reference)


def _is_the_next(slots: Slots) -> bool:
    """Return whether `the next year` is read, which leans on the text; `l'année prochaine` and `next year` do not."""
    roles = [slot.role for slot in slots.entries]
    return slots.number("DEIC") == 1 and "THE" in roles and roles.index("THE") + 1 == roles.index("DEIC")


def _vague(unit: str) -> str:
    return {"D": _SOME_DAY, "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(unit, "XXXX")


def normalise_day_of_month(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `le 13 du même mois`, `the 13th of this month`: a day of the month named or of publication."""
    day = slots.number("DAY", "ORDDAY")
    if day is None or slots.word("UNIT") != "M":
        return None
    step = slots.number("DEIC", "THEN") or 0
    reference = context.written(31) if slots.has("DEIC") else context.named(31)
    if reference is None:
        return Meaning(TimexType.DATE, f"XXXX-XX-{day:02}")
    month = stepped(reference.span.first.replace(day=1), "M", step)
    if month is None or day > monthrange(month.year, month.month)[1]:
        return None
    return _day_meaning(month.replace(day=day), slots, reference)


def normalise_shift(slots: Slots, _whole: Slots, context: Context) -> Meaning | None:
    """Normalise `ten years ago`, `a month later`, `two days from now`; the coarsest unit gives the precision."""
    direction = slots.number("AGO", "SHIFT", "FROMNOW", "BESIDE")
    steps = _counted(slots.entries)
    if direction is None or not steps:
        return None
    unit = steps[-1][1]
    leaning = not slots.has("AGO", "FROMNOW")
    named = slots.number("NAMED")
    reference = context.nearest(_needed(unit), then=leaning) if named is None else context.written(1)
    if reference is None:
        return Meaning(TimexType.DATE, _vague(unit), slots.mod)
    if unit == "Y" and leaning and reference.span == context.quarter and steps[-1][0] != "X":
        day = stepped(reference.span.first, "Y", direction * float(steps[-1][0]))  # of a quarter, the same one
        return None if day is None else Meaning(TimexType.DATE, unit_value(day, "Q"), slots.mod, reference)
    if any(number == "X" for number, _ in steps):
        return Meaning(TimexType.DATE, "PAST_REF" if direction < 0 else "FUTURE_REF", slots.mod)
    day = stepped(reference.span.first, "D", named or 0)
    for number, name in steps:
        day = day and stepped(day, name, direction * float(number))
    if day is not None and slots.has("SHIFT") and not context.narrative and _is_beyond(day, context):
        return duration(slots, _whole, context)
    return None if day is None else Meaning(TimexType.DATE, _shifted_value(day, unit), slots.mod, reference)


def _is_beyond(day: date, context: Context) -> bool:
    """Return whether a day is after the publication though no verb looks ahead: `now, ten years later`."""
    return context.published is not None and day > context.published.last and context.direction() <= 0


def _needed(unit: str) -> int:
    """Return how precisely the anchor must be known, in days: a year after a decade means nothing."""
    return 1 if is_clock(unit) else max(length_of(unit), 1) if unit != "W" else 1


def _shifted_value(day: date, unit: str) -> str:
    return day.isoformat() if is_clock(unit) else unit_value(day, unit)


def _counted(entries: Sequence[Slot]) -> list[tuple[str, str]]:
    """Return pairs of a number and a unit, in their order."""
    found: list[tuple[str, str]] = []
    pending: list[Slot] = []
    for slot in entries:
        if slot.role in UNIT_ROLES:
            bare = slot.role in ("UNITS", "CLOCKUNITS") or any(entry.role == "QUANT" for entry in pending)
            counted = any(entry.role in ("NUM", "ONE", "HALF", "QUANT") for entry in pending)
            alone = "2" if slot.role == "DUAL" else "X" if bare else "1"
            found.append((amount(pending) if counted else alone, str(slot.value)))
            pending = []
        else:
            pending.append(slot)
    return found


def normalise_shift_range(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise either end of `two or three years ago`; the first borrows unit and direction."""
    if slots.has("AGO", "SHIFT"):
        return normalise_shift(slots, whole, context)
    borrowed = [slot for slot in whole.entries if slot.role in (*UNIT_ROLES, "AGO", "SHIFT")]
    return normalise_shift(Slots([*slots.entries, *borrowed]), whole, context)


def normalise_clock(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise a time of day that stands alone; it belongs to the day named last, else to that of publication."""
    clock = _begin_in_the_half_of_the_end(slots, whole) or clock_of(slots)
    if clock is None:
        return None
    reference = context.day_of_time()
    if reference is None:
        return Meaning(TimexType.TIME, clock)
    return Meaning(TimexType.TIME, reference.span.first.isoformat() + clock, slots.mod, reference)


def _begin_in_the_half_of_the_end(slots: Slots, whole: Slots) -> str | None:
    """Read the 8 of `8 and 10 p.m.` as T20:00; None where it would not be before the end, as in `11 to 1 p.m.`."""
    halves = [slot for slot in whole.entries if slot.role in HALVES_OF_DAY]
    if not halves or slots.has(*HALVES_OF_DAY):
        return None
    begin = clock_of(Slots([*slots.entries, *halves]))
    end = clock_of(Slots([slot for slot in whole.entries if slot.index > slots.entries[-1].index]))
    return begin if begin is not None and end is not None and begin < end else None


def normalise_clock_range(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise either end of `from 10 to 11 a.m.`, `entre 0 h 30 et 4 h mardi`; a weekday holds for both."""
    if not whole.has("WEEKDAY"):
        return normalise_clock(slots, whole, context)
    days = [slot for slot in whole.entries if slot.role in ("WEEKDAY", "DEIC")]
    times = [slot for slot in slots.entries if slot.role not in ("WEEKDAY", "DEIC")]
    return normalise_weekday(Slots([*days, *times]), whole, context)


def normalise_weekday_clock(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise either part of `Friday at 5 p.m.`; the time belongs to the day."""
    return normalise_weekday(slots, whole, context) if slots.has("WEEKDAY") else normalise_clock(slots, whole, context)
