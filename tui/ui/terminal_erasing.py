"""Whether the terminal erases in the colour of the present background, as the system's terminfo says of it."""

from __future__ import annotations

_ERASE_LINE, _ERASE_CHARACTERS = b"\x1b[K", b"\x1b[%p1%dX"
"""The codes of ECMA-48 that erase to the end of the line (EL) and so many characters (ECH), as terminfo writes them."""


def erases_in_colour(terminal: str) -> bool:
    """Say whether a kind of terminal, as TERM names it, is known to erase in colour, by the codes of ECMA-48."""
    try:
        import curses
    except ImportError:  # no part of Python on Windows
        return False
    try:
        curses.setupterm(terminal, 1)
        known = curses.tigetstr("el"), curses.tigetstr("ech")
        return curses.tigetflag("bce") == 1 and known == (_ERASE_LINE, _ERASE_CHARACTERS)
    except (curses.error, OSError):
        return False
