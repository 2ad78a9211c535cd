"""How a sheet of keys looks: keys in one column, what they do in the next."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from textwrap import wrap

from msgspec import Struct

from tui.locale import _, stored

_KEY_CELLS = 24
"""The widest column of keys; longer ones have a line of their own."""

_KEY_PART = 3
"""Keys take at most this fraction of the width, as its divisor."""

_SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "shift+left": "shift+←",
    "shift+right": "shift+→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "question_mark": "?",
    "slash": "/",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "colon": ":",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "semicolon": ";",
    "equals_sign": "=",
    "escape": "esc",
    "f1": "F1",
    "f2": "F2",
    "asterisk": "*",
    "f5": "F5",
    "f6": "F6",
    "home": "Home",
    "end": "End",
    "full_stop": ".",
}


class Section(Struct, frozen=True):
    """Keys that belong together."""

    title: str
    keys: tuple[tuple[str, str], ...]
    """Pairs of the keys, as they are shown, and what they do."""
    note: str = ""
    """A note below the keys."""


def shown_keys(keys: str) -> str:
    """Write a binding's comma-separated keys as they are printed on a keyboard: `down,j` becomes `↓ j`."""
    return " ".join(_SHOWN.get(key.strip()) or _character(key.strip()) for key in keys.split(","))


def _character(key: str) -> str:
    """Return the sign of a key that is called by its name in Unicode: `#` for `number_sign`; else the key."""
    try:
        return unicodedata.lookup(key.replace("_", " ").upper()) if "_" in key else key
    except KeyError:
        return key


def key_named(shown: str) -> str:
    """Return the key of what `shown_keys` writes for it."""
    return next((key for key, sign in _SHOWN.items() if sign == shown), shown)


def key_table(sections: list[Section], width: int, closes: bool = True) -> list[tuple[str, str]]:
    """Return pairs of text and style, lines ended by newlines; what a key does is wrapped within its column.

    Only notes may be longer than `width` cells. The last line says what `closes` the sheet.
    """
    words: list[tuple[str, str]] = []
    for section in sections:
        if not section.keys:
            continue
        words.append((f"{_(section.title)}\n", "bold $accent"))
        for keys, does in section.keys:
            words += _key_lines(keys, stored(does), width)
        if section.note:
            words.append((f"\n{_(section.note)}\n", "$quiet"))
        words.append(("\n", ""))
    return [*words, (_("esc closes"), "$text-muted")] if closes else words


def _key_lines(keys: str, does: str, width: int) -> Iterator[tuple[str, str]]:
    """Yield keys and, beside or below them, what they do."""
    column = min(_KEY_CELLS, max(1, width // _KEY_PART))
    lines = wrap(does, max(1, width - column - 2))
    if len(keys) >= column:
        yield f"  {keys}\n", "bold $foreground"
        keys = ""
    for line in lines:
        yield f"  {keys:<{column}}", "bold $foreground"
        yield f"{line}\n", "$foreground"
        keys = ""
