"""Steps over the calendar: the value of a unit that holds a day, and the day that lies some units away.

Units are written as in TIMEX3: `D`, `W`, `WE` (weekend), `M`, `Q`, `Y`, `DE`, `CE`, and `TH`, `TM`, `TS` for hours,
minutes and seconds. `5Y` and `7Y` are French terms of office (`quinquennat`, `septennat`), which TIMEX3 lacks.
"""

from __future__ import annotations

from datetime import date, timedelta

from tui.base.days import Span
from tui.dates.values import span_of

_DAYS = {"D": 1, "W": 7, "WE": 7, "2W": 14}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "FY": 12, "5Y": 60, "7Y": 84, "DE": 120, "CE": 1200, "ML": 12000}
LENGTHS = {
    "D": 1,
    "WE": 7,
    "W": 7,
    "2W": 14,
    "M": 31,
    "Q": 92,
    "H": 184,
    "Y": 366,
    "FY": 366,
    "5Y": 1830,
    "7Y": 2562,
    "DE": 3660,
    "CE": 36600,
    "ML": 365250,
}
"""The longest that a unit lasts, in days."""
TERMS = ("5Y", "7Y")
"""Units that begin with an election, not with the calendar."""


def is_clock(unit: str) -> bool:
    """Return whether a unit is shorter than a day."""
    return unit.startswith("T")


def length_of(unit: str) -> int:
    """Return the longest that a unit lasts, in days; 1 for those shorter than a day."""
    return LENGTHS.get(unit, 1)


def stepped(day: date, unit: str, count: float) -> date | None:
    """Return the day that lies `count` units later, earlier where negative; None beyond the calendar's ends.

    Months of unequal length end on their last day: a month after 31 January is the end of February.
    """
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(_DAYS[unit] * count))
        if unit in _MONTHS:
            return _months_later(day, round(_MONTHS[unit] * count))
        seconds = {"TH": 3600, "TM": 60, "TS": 1}[unit]
        return day + timedelta(days=int(count * seconds / 86400))
    except (OverflowError, ValueError):
        return None


def _months_later(day: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def unit_value(day: date, unit: str) -> str:
    """Write the unit that holds a day: `2023-W26`, `2023-06`, `2023-Q2`, `202`, `20`; of a term of office its year."""
    year = f"{day.year:04}"
    week_year, week, _ = day.isocalendar()
    weeks = f"{week_year:04}-W{week:02}"
    written = {
        "W": weeks,
        "2W": weeks,
        "WE": f"{weeks}-WE",
        "M": f"{year}-{day.month:02}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "H": f"{year}-H{1 if day.month < 7 else 2}",
        "Y": year,
        "FY": f"FY{year}",
        "5Y": year,
        "7Y": year,
        "DE": year[:3],
        "CE": year[:2],
        "ML": year[:2],
    }
    return written.get(unit, day.isoformat())


def unit_span(day: date, unit: str) -> Span | None:
    """Return the days of the unit that holds a day."""
    return span_of(unit_value(day, unit))
