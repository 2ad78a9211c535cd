"""Times of day: how clocks are read, and the day that they belong to."""

from __future__ import annotations

from tui.dates.context import Context
from tui.dates.slots import Meaning, Slots
from tui.dates.values import Kind


def clock_of(slots: Slots) -> str | None:
    """Write the clock time of an expression as `T17:30`, or return None where it has none."""
    pair = slots.get("CLOCK", "DOTTED")
    minute: int | None = slots.number("MINUTE")
    second = None
    if isinstance(pair, tuple):
        hour, minute = int(pair[0]), int(pair[1])
        second = int(pair[2]) if len(pair) > 2 else None
    elif slots.has("NOON"):
        return {12: "T12:00", 0: "T24:00"}[slots.number("NOON") or 0]
    elif slots.has("FOUR"):
        hour, minute = divmod(slots.number("FOUR") or 0, 100)
    else:
        found = slots.number("HOUR", "NUM") if slots.has("HOURMARK", "MERIDIEM", "MERIDIEMLETTER", "HOUR") else None
        if found is None:
            return None
        hour = found
    half = slots.number("MERIDIEM", "MERIDIEMLETTER")
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return _written(hour, minute, second)


def _written(hour: int, minute: int | None, second: int | None) -> str | None:
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return f"T{hour:02}:{minute or 0:02}" + ("" if second is None else f":{second:02}")


def read_clock(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Read a time of day that stands alone; it belongs to the day named last, else to that of publication."""
    clock = clock_of(slots)
    if clock is None and slots.has("HOUR"):
        clock = clock_of(Slots([*slots.entries, *(slot for slot in whole.entries if slot.role.startswith("MERID"))]))
    if clock is None and slots.number("HOUR") is not None:
        clock = _written(slots.number("HOUR") or 0, None, None)
    if clock is None:
        return None
    reference = context.same_sentence_day()
    if reference is None:
        return Meaning(Kind.TIME, clock)
    return Meaning(Kind.TIME, reference.span.first.isoformat() + clock, slots.mod, reference)
