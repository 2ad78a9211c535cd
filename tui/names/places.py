"""Countries and cities as CLDR names them, from the file that the glossary reads as well."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.base.folding import fold

FILE = Path(__file__).with_name("places.txt")
"""One place a line, its names in English, French and Arabic joined by `=`."""


@cache
def places() -> frozenset[str]:
    """Return the names of all places, folded."""
    return frozenset(map(fold, names_of_places())) | _SHORT


def names_of_places() -> set[str]:
    """Return the names of all places as the file writes them."""
    return {name for line in _lines() for name in line}


@cache
def in_other_languages() -> dict[str, str]:
    """Return for each name of a place or a union of states, folded, the one name that stands for all of its names."""
    found: dict[str, str] = {}
    for line in (*_SAME, *_lines()):
        folded = [*map(fold, line)]
        one = next((found[name] for name in folded if name in found), folded[0])
        for name in folded:
            found.setdefault(name, one)
    return found


def _lines() -> list[list[str]]:
    """Return the names of each place, English first."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [list(map(str.strip, line.split("="))) for line in lines if line.strip() and not line.startswith("#")]


_SAME = (
    ["United Nations", "UN", "ONU", "Nations Unies"],
    ["European Union", "EU", "UE", "Union européenne"],
    ["United States", "US", "USA", "United States of America", "États-Unis"],
    ["United Kingdom", "UK", "Royaume-Uni"],
)
"""Abbreviations that every reader knows, with what they stand for."""


_SHORT = frozenset(
    (
        *(
            "turkey",
            "u.s.",
            "us",
            "u.k.",
            "uk",
            "usa",
            "u.s.a.",
            "uae",
            "drc",
            "car",
            "europe",
            "africa",
            "asia",
            "america",
        ),
        *("kiev", "washington", "tokyo", "north america", "south america", "latin america", "middle east"),
        "united states of america",
    )
)
"""Names of places that CLDR has in another form or not at all."""
