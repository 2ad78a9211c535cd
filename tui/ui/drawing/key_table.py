"""How a sheet of keys looks: keys in one column, what they do in the next."""

from __future__ import annotations

from dataclasses import dataclass

_KEY_CELLS = 24

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
    "f5": "F5",
    "home": "Home",
    "end": "End",
    "full_stop": ".",
}


@dataclass(frozen=True, slots=True)
class Section:
    """Keys that belong together."""

    title: str
    keys: tuple[tuple[str, str], ...]
    """Pairs of the keys, as they are shown, and what they do."""
    note: str = ""
    """What else is to be known, below the keys."""


def shown_keys(keys: str) -> str:
    """Write a binding's comma-separated keys as a reader knows them: `down,j` becomes `↓ j`."""
    return " ".join(_SHOWN.get(key.strip(), key.strip()) for key in keys.split(","))


def key_table(sections: list[Section]) -> list[tuple[str, str]]:
    """Return pairs of text and style, lines ended by newlines."""
    words: list[tuple[str, str]] = []
    for section in sections:
        if not section.keys:
            continue
        words.append((f"{section.title}\n", "bold $accent"))
        words += [
            piece
            for keys, does in section.keys
            for piece in ((f"  {keys:<{_KEY_CELLS}}", "bold $foreground"), (f"{does}\n", "$foreground"))
        ]
        if section.note:
            words.append((f"\n{section.note}\n", "$foreground 80%"))
        words.append(("\n", ""))
    words.append(("esc closes", "$text-muted"))
    return words
