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
    lines = FILE.read_text(encoding="utf-8").splitlines()
    written = [line for line in lines if line.strip() and not line.startswith("#")]
    return {name.strip() for line in written for name in line.split("=")}


_SHORT = frozenset(
    "turkey u.s. us u.k. uk usa u.s.a. uae drc car europe africa asia america kiev washington tokyo".split()
) | frozenset({"north america", "south america", "latin america", "middle east", "united states of america"})
"""Names of places that CLDR has in another form or not at all."""
