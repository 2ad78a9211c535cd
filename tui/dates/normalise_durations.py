"""Normalises durations and sets (frequencies)."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dates.context import Context
from tui.dates.grammar import Slot
from tui.dates.slots import PARTS, UNIT_ROLES, Meaning, Slots, amount, decimal
from tui.dates.values import TimexType

_NONE: tuple[str, ...] = ()


def length(entries: Sequence[Slot]) -> str:
    """Write numbers and units as a TIMEX3 duration: `P3D`, `PT48H`, `P2Y3M`, `PXY`; the same unit twice adds up."""
    amounts: dict[str, str] = {}
    pending: list[Slot] = []
    for slot in entries:
        if slot.role not in UNIT_ROLES:
            pending.append(slot)
            continue
        number, unit = _whole(_count_of(pending, slot.role), str(slot.value))
        amounts[unit] = _sum(amounts[unit], number) if unit in amounts else number
        pending = []
    behind = [slot for slot in pending if slot.role == "NUM"]
    if behind and list(amounts.values()) == ["X"]:
        amounts = {unit: amount(behind) for unit in amounts}
    ordered = sorted(amounts.items(), key=lambda pair: _ORDER.index(pair[0]))
    days = "".join(number + unit for unit, number in ordered if not unit.startswith("T"))
    clock = "".join(number + unit[1:] for unit, number in ordered if unit.startswith("T"))
    if any(slot.role == "HALF" for slot in pending) and ordered:
        days, clock = (_with_half(days), clock) if days else (days, _with_half(clock))
    return f"P{days}" + (f"T{clock}" if clock else "")


_ORDER = ("CE", "DE", "Y", "Q", "M", "W", "WE", "D", "TH", "TM", "TS")
"""The units of a duration as TIMEX3 orders them."""


def _count_of(entries: Sequence[Slot], unit_role: str) -> str:
    """Return the number before a unit: that of the words, 1 for a bare unit, `X` for a bare plural."""
    if unit_role == "DUAL":
        return "2"
    plural = unit_role in ("UNITS", "CLOCKUNITS")
    counts = [entry for entry in entries if entry.role in ("NUM", "QUANT", "ONE", "HALF")]
    if not counts or (unit_role == "UNITS" and all(entry.role == "ONE" for entry in counts)):
        return "X" if plural else "1"
    return amount(entries)


def _sum(one: str, other: str) -> str:
    return "X" if "X" in (one, other) else decimal(float(one) + float(other))


def _with_half(written: str) -> str:
    digits = "".join(char for char in written if char.isdigit())
    return written.replace(digits, f"{digits}.5", 1) if digits else written


def _whole(number: str, unit: str) -> tuple[str, str]:
    """Write half units and units that TIMEX3 lacks in smaller ones."""
    factors = {"2W": (2, "W"), "ML": (1000, "Y"), "H": (6, "M"), "FY": (1, "Y"), "5Y": (5, "Y"), "7Y": (7, "Y")}
    halves = {"CE": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M"), "TH": (60, "TM"), "D": (24, "TH"), "Q": (3, "M")}
    if unit in factors:
        times, unit = factors[unit]
        return ("X" if number == "X" else decimal(float(number) * times)), unit
    if number == "0.5" and unit in halves:
        times, unit = halves[unit]
        return decimal(times / 2), unit
    return number, unit


def duration(slots: Slots, _whole_match: Slots, _context: Context) -> Meaning | None:
    """Normalise `the past 12 months`, `two-year`, `nearly a decade`."""
    entries = [slot for slot in slots.entries if slot.role not in ("STRETCH", "THAN", "ABOUT", "LEAST", "PAST", "DEIC")]
    return Meaning(TimexType.DURATION, length(entries), slots.mod)


def duration_range(slots: Slots, whole: Slots, context: Context) -> Meaning | None:
    """Normalise either end of `8 to 24 months`; the first borrows the unit."""
    if slots.has(*UNIT_ROLES):
        return duration(slots, whole, context)
    units = [slot for slot in whole.entries if slot.role in UNIT_ROLES]
    return duration(Slots([*slots.entries, *units[-1:]]), whole, context)


def frequency(slots: Slots, _whole_match: Slots, _context: Context) -> Meaning | None:
    """Normalise `daily`, `every two weeks`, `twice a year`, `Mondays`."""
    written = slots.word("FREQ")
    if written is not None:
        return Meaning(TimexType.SET, written)
    weekday = slots.number("WEEKDAYS", "WEEKDAY")
    part = slots.word(*PARTS)
    if weekday is not None:
        return Meaning(TimexType.SET, f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if part is not None:
        return Meaning(TimexType.SET, f"XXXX-XX-XXT{part}")
    month, season = slots.number("MONTH"), slots.word("SEASON")
    if month is not None:
        return Meaning(TimexType.SET, f"XXXX-{month:02}")
    if season is not None:
        return Meaning(TimexType.SET, f"XXXX-{season}")
    units = [slot for slot in slots.entries if slot.role in UNIT_ROLES]
    counts = _after_each(slots)
    return Meaning(TimexType.SET, length([*counts, *units[-1:]]))


def _after_each(slots: Slots) -> list[Slot]:
    """Return the numbers between `every` and the unit; those before count how often."""
    last = -1
    for slot in slots.entries:
        if slot.role in ("EACH", "ONE"):
            last = slot.index
    counts = [slot for slot in slots.entries if slot.role in ("NUM", "QUANT", "ORD") and slot.index > last >= 0]
    return [Slot(slot.index, "NUM", slot.value) if slot.role == "ORD" else slot for slot in counts] or [
        Slot(0, "NUM", 1)
    ]


def reference(slots: Slots, _whole_match: Slots, _context: Context) -> Meaning | None:
    """Normalise references to the past, the present or the future as a whole."""
    written = slots.word("REF", "RECENT", "TENSE", "STAMP", "TIMES", "AWHILE", "AGE")
    return Meaning(TimexType.DATE, written or "PRESENT_REF")
