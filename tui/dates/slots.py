"""The slots of an expression, and the meaning that a normaliser returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.dates.context import Reference
from tui.dates.grammar import Slot
from tui.dates.lexicon import Value
from tui.dates.values import Mod, TimexType

_MODS = ("EARLY", "PHASE", "PHASED", "ADVERB", "THAN", "LEAST", "ABOUT")
PARTS = ("PART", "PARTS", "TONIGHT", "AFTERNOON")
HALVES_OF_DAY = ("MERIDIEM", "MERIDIEMLETTER")
UNIT_ROLES = ("UNIT", "UNITS", "CLOCKUNIT", "CLOCKUNITS", "DUAL")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression was read as."""

    kind: TimexType
    value: str
    mod: Mod | None = None
    reference: Reference | None = None
    """What it was counted from; None where it is spelled out or unresolved."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The words of an expression by the role that they play, in their order."""

    entries: Sequence[Slot]

    def get(self, *roles: str) -> Value | None:
        """Return the first value of any of the roles, or None."""
        return next((slot.value for slot in self.entries if slot.role in roles), None)

    def number(self, *roles: str) -> int | None:
        """Return the first whole number of any of the roles, or None."""
        return next((slot.value for slot in self.entries if slot.role in roles and isinstance(slot.value, int)), None)

    def word(self, *roles: str) -> str | None:
        """Return the first value of any of the roles that is a string, or None."""
        return next((slot.value for slot in self.entries if slot.role in roles and isinstance(slot.value, str)), None)

    def has(self, *roles: str) -> bool:
        """Return whether one of the roles is played."""
        return any(slot.role in roles for slot in self.entries)

    def count(self, role: str) -> int:
        """Count the words that play a role."""
        return sum(slot.role == role for slot in self.entries)

    @property
    def mod(self) -> Mod | None:
        """The modifier that the words amount to."""
        found = next((slot.value for slot in self.entries if slot.role in _MODS and slot.value), None)
        return Mod(found) if isinstance(found, str) else None

    def year(self) -> int | None:
        """Return the year that is written out; two digits belong to the century from 1930 on."""
        year = self.number("YEAR")
        if year is not None:
            return year
        short = self.number("YY")
        return None if short is None else short + (1900 if short >= 30 else 2000)


def amount(entries: Sequence[Slot]) -> str:
    """Add up number words: `twenty-five`, `two hundred`, `a few`; `X` for an unknown number, 1 for none."""
    total = 0.0
    seen = False
    for slot in entries:
        value = slot.value
        if slot.role == "QUANT":
            return "X"
        if slot.role == "HALF":
            total, seen = total + 0.5, True
        elif slot.role in ("NUM", "HUNDRED") and isinstance(value, (int, float)):
            times = seen and (value >= 100 > total or (value == 20 and total == 4) or (value == 12 and total < 10))
            total = total * value if times else total + value
            seen = True
        elif slot.role == "ONE" and seen:
            total += 1
    if not seen:
        return "1" if any(slot.role == "ONE" for slot in entries) else "X"
    return decimal(total)


def decimal(number: float) -> str:
    """Write a number as TIMEX3 does: digits, at most four of them behind a point, never an exponent."""
    return f"{number:.4f}".rstrip("0").rstrip(".")


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
        marks = ("HOURMARK", *HALVES_OF_DAY, "HOUR", "CLOCKWORD")
        found = slots.number("HOUR", "NUM", "ORD", "ONE") if slots.has(*marks) else None
        if found is None:
            return None
        hour = found
    half = slots.number(*HALVES_OF_DAY)
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return written_clock(hour, minute, second)


def written_clock(hour: int, minute: int | None, second: int | None) -> str | None:
    """Write a time of day as `T17:30`; None where no clock shows it."""
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return f"T{hour:02}:{minute or 0:02}" + ("" if second is None else f":{second:02}")
