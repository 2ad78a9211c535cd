"""Opening a file or a web address with another program, only ever because somebody asked for it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tui.errors import MaliTuiError
from tui.locale import _

_OPENERS = {"darwin": "open", "cygwin": "cygstart"}
_PATIENCE = 5.0
"""Seconds after which a program that has not failed is taken to have opened what it was given."""


def open_outside(target: str) -> None:
    """Open a file, by its whole path, or a web address with the program that the system has for it.

    To be called in a thread. Raises `MaliTuiError` where that fails.
    """
    if sys.platform == "win32":
        try:
            os.startfile(target)  # type: ignore[attr-defined, unused-ignore]  # noqa: S606 - asked for by a key
        except OSError as error:
            raise MaliTuiError(_failed(target, str(error.strerror or error))) from None
        return
    name = _OPENERS.get(sys.platform, "xdg-open")
    opener = shutil.which(name)
    if opener is None:
        raise MaliTuiError(_("There is no program {name} here; y copies {target}.").format(name=name, target=target))
    try:
        done = subprocess.run(  # noqa: S603 - what the system opens files with
            [opener, target],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise MaliTuiError(_failed(target, str(error.strerror or error))) from None
    if done.returncode:
        raise MaliTuiError(_failed(target, _("{name} ended with {status}").format(name=name, status=done.returncode)))


def editor(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command of the user's editor; empty where none is named or its name cannot be read."""
    named = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        return shlex.split(named)
    except ValueError:
        return []


def edit(path: Path, command: list[str]) -> str:
    """Open a file in an editor, which takes the terminal until it ends; return what went wrong, mostly nothing."""
    try:
        status = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603 - the user's own editor
    except OSError as error:
        return _failed(str(path), str(error.strerror or error))
    return _failed(str(path), _("{name} ended with {status}").format(name=command[0], status=status)) if status else ""


def _failed(target: str, why: str) -> str:
    return _("{target} was not opened: {why}; y copies it.").format(target=target, why=why)
