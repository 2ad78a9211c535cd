"""Who says so, at a glance: each outlet's own letters and its own colour, the same on every screen and every day.

Both are worked out from the outlet's name alone, so that they hold in every dossier. Colours are few and outlets are
many: the letters tell those of one colour apart, and stand where there is no colour at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

from rich.cells import cell_len, set_cell_size

from tui.base.printable import printable_line
from tui.ui.theme import HUES

MARK_CELLS = 3
"""The width of an outlet's letters."""

NOBODY = "?"
"""The sign of an article that names no outlet."""

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    [
        "a",
        "and",
        "das",
        "de",
        "der",
        "des",
        "die",
        "du",
        "el",
        "et",
        "la",
        "le",
        "les",
        "l",
        "of",
        "the",
        "to",
        "und",
        "et",
    ]
)
"""Words that no outlet is called by."""


@lru_cache(4096)
def outlet_mark(source: str) -> str:
    """Return the letters of an outlet, at most `MARK_CELLS` cells: `AFP`, `VA` for Voice of America, `Wik`.

    A name of one word gives its beginning, one of several their initials, after an abbreviation its first two letters.
    """
    words = _WORD.findall(printable_line(source))
    telling = [word for word in words if word.casefold() not in _SMALL] or words
    if not telling:
        return NOBODY
    first = telling[0]
    if len(telling) == 1:
        letters = first[:MARK_CELLS]
    elif first.isupper() and len(first) > 1:
        letters = first[:2] + telling[1][0].upper()
    else:
        letters = "".join(word[0] for word in telling[:MARK_CELLS]).upper()
    return letters if cell_len(letters) <= MARK_CELLS else set_cell_size(letters, MARK_CELLS).rstrip()


def outlet_letter(source: str) -> str:
    """Return the first letter of an outlet, in one cell; a dot where that is impossible."""
    letter = outlet_mark(source)[0]
    return letter if cell_len(letter) == 1 else "•"


@lru_cache(4096)
def outlet_hue(source: str) -> int:
    """Return which of the theme's colours an outlet has, from 1; 0 for none, where no outlet is named."""
    name = " ".join(_WORD.findall(source)).casefold()
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest()) % HUES + 1 if name else 0


def hue_styles(prefix: str) -> str:
    """Return the rules of a widget's component classes for outlets; `prefix` begins the names of all its classes."""
    coloured = (
        f"& > .{prefix}--outlet-{hue} {{ color: $outlet-{hue}; text-style: bold; }}" for hue in range(1, HUES + 1)
    )
    return "\n".join((f"& > .{prefix}--outlet-0 {{ color: $quiet; }}", *coloured))


def outlet_roles() -> tuple[str, ...]:
    """Return the roles of what is drawn in the colour of an outlet, each the end of a component class."""
    return tuple(f"outlet-{hue}" for hue in range(HUES + 1))


def outlet_role(source: str) -> str:
    """Return the role of what is drawn in an outlet's colour."""
    return f"outlet-{outlet_hue(source)}"
