"""The names of months and weekdays: the one table from which every other form is made."""

from __future__ import annotations

ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The months, January first."""
FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
SHORT = tuple(name[:3] for name in ENGLISH)
"""`Jan`, `Feb` and so on, as addresses, machines and narrow columns have them."""

WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
"""A pattern for a weekday in English or French, written out in lower case; alternatives without a group."""
