"""The names of the months, January first: the one table from which every other form is made."""

from __future__ import annotations

ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
SHORT = tuple(name[:3] for name in ENGLISH)
"""`Jan`, `Feb` and so on, as addresses, machines and narrow columns have them."""
