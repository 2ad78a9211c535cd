"""Whether the terminal is dark or light, as far as it says so: asked once, before the application begins.

Terminals of the rxvt family name their colours in COLORFGBG. Others answer the xterm query OSC 11 with the colour of
their background; behind it stands a query that every terminal answers (DA1), so that silence ends at once. Over a slow
line an answer could come so late that it would be taken for keys: there nothing is asked.
"""

from __future__ import annotations

import os
import re
import select
import sys
from collections.abc import Mapping
from time import monotonic

_QUERY = b"\x1b]11;?\x1b\\\x1b[c"
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-f]+)/([0-9a-f]+)/([0-9a-f]+)[^\x07\x1b]*(?:\x07|\x1b\\)", re.IGNORECASE)
_DONE = re.compile(rb"\x1b\[\?[\d;]*c")
_PATIENCE = 0.1
"""Seconds until a terminal that answers nothing is left alone; one that answers does so in a few milliseconds."""
_HALF = 0.5


def terminal_background(environment: Mapping[str, str]) -> tuple[str, str]:
    """Return `dark`, `light` or nothing, and what was typed while the answer was waited for."""
    named = named_background(environment.get("COLORFGBG", ""))
    if named or not _can_ask(environment):
        return named, ""
    try:
        answer = _ask(sys.stdin.fileno(), sys.stdout.fileno())
    except (OSError, ValueError, ImportError):
        return "", ""
    return background_in(answer), typed_in(answer)


def named_background(colours: str) -> str:
    """Return what COLORFGBG says: `15;0` is dark; its last number is one of the 16 colours."""
    last = colours.rpartition(";")[2]
    if not last.isdecimal():
        return ""
    return "light" if int(last) in (7, *range(9, 16)) else "dark"


def background_in(answer: bytes) -> str:
    """Return what an answer to OSC 11 says; nothing where there is none."""
    found = _COLOUR.search(answer)
    if found is None:
        return ""
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return "light" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _HALF else "dark"


def typed_in(answer: bytes) -> str:
    """Return what stands in an answer besides it: keys that were pressed meanwhile."""
    rest = _DONE.sub(b"", _COLOUR.sub(b"", answer))
    return "".join(filter(str.isprintable, rest.decode("utf-8", "ignore"))) if b"\x1b" not in rest else ""


def _can_ask(environment: Mapping[str, str]) -> bool:
    remote = any(name in environment for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))
    capable = environment.get("TERM", "dumb") not in ("dumb", "linux", "")
    return sys.platform != "win32" and capable and not remote and sys.stdin.isatty() and sys.stdout.isatty()


def _ask(source: int, target: int) -> bytes:
    """Ask the terminal and return all that it answers; nothing of it is shown."""
    import termios
    import tty

    before = termios.tcgetattr(source)
    answer, until = b"", monotonic() + _PATIENCE
    try:
        tty.setcbreak(source, termios.TCSANOW)
        os.write(target, _QUERY)
        while not _DONE.search(answer) and (left := until - monotonic()) > 0:
            if select.select([source], [], [], left)[0]:
                answer += os.read(source, 1024)
    finally:
        termios.tcsetattr(source, termios.TCSANOW, before)
    return answer
