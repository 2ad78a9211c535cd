"""Dates that texts name: found, resolved and given a value; pure."""

from tui.dates.explain import explain
from tui.dates.resolver import find_dates
from tui.dates.values import Basis, Kind, Mod, Timex, span_of

__all__ = ["Basis", "Kind", "Mod", "Timex", "explain", "find_dates", "span_of"]
