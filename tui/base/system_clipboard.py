"""The system's clipboard, for terminals that are known not to take a copy by OSC 52."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

_TAKES_SINCE = {"VTE_VERSION": 8200, "KONSOLE_VERSION": 241200}
"""The first version of a terminal that lets programs copy, by the variable that it sets: VTE 0.82 and Konsole 24.12."""

_SECONDS = 2.0
"""A tool that has not taken the copy by then is given up; xclip waits for ever without a display."""

_DARWIN = (("pbcopy",),)
_WINDOWS = (("clip.exe",),)
_WAYLAND = (("wl-copy",),)
_X11 = (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))


def takes_osc_52(environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether the terminal may take a copy by OSC 52: false only for those that are known not to.

    These are Apple's Terminal, the consoles of Linux and of JetBrains' programs, and older versions of VTE (GNOME
    Terminal and its kin) and Konsole. Within tmux and screen the terminal behind them is not known.
    """
    if environment.get("TMUX") or environment.get("STY"):
        return True
    if environment.get("TERM_PROGRAM") == "Apple_Terminal" or environment.get("TERM") == "linux":
        return False
    if environment.get("TERMINAL_EMULATOR") == "JetBrains-JediTerm":
        return False
    for variable, first in _TAKES_SINCE.items():
        version = environment.get(variable, "")
        if version.isdecimal():
            return int(version) >= first
    return True


def tool(
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> tuple[str, ...] | None:
    """Return the command that puts its standard input on the system's clipboard; None where none is installed."""
    commands: tuple[tuple[str, ...], ...]
    if system == "darwin":
        commands = _DARWIN
    elif system in ("win32", "cygwin"):
        commands = _WINDOWS
    else:
        wayland = _WAYLAND if environment.get("WAYLAND_DISPLAY") else ()
        x11 = _X11 if environment.get("DISPLAY") else ()
        wsl = _WINDOWS if environment.get("WSL_DISTRO_NAME") else ()
        commands = (*wayland, *x11, *wsl)
    return next((command for command in commands if which(command[0])), None)


def put(text: str, command: tuple[str, ...]) -> bool:
    """Put a text on the system's clipboard by a command of `tool`; say whether it took it."""
    encoding = "utf-16-le" if command[0] == "clip.exe" else "utf-8"
    try:
        done = subprocess.run(  # noqa: S603 - one of the commands above, without a shell
            list(command),
            input=text.encode(encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
