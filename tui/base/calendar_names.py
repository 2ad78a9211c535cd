"""The names of months and weekdays: the one table from which every other form is made."""

from __future__ import annotations

from tui.locale import N_, _

ENGLISH = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)
"""The months, January first."""
FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
SHORT = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)
"""`Jan`, `Feb` and so on, as addresses, machines and narrow columns have them."""


def month_name(month: int) -> str:
    """Name a month, 1 to 12, in the language of the interface."""
    return _(ENGLISH[month - 1])


def short_month(month: int) -> str:
    """Name a month, 1 to 12, in three or four letters, in the language of the interface."""
    return _(SHORT[month - 1])


WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
"""A pattern for a weekday in English or French, written out in lower case; alternatives without a group."""
