"""No files but its input for a process that reads files, where the system can see to it: Landlock, on Linux since 5.13.

The numbers are those of the kernel's `linux/landlock.h`. Elsewhere the process can read what its user can.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""The system calls, alike on all machines that Linux has had since."""
_VERSION_ASKED = 1
_BENEATH = 1
_NO_NEW_PRIVILEGES = 38
_DEATH_SIGNAL = 1
"""Calls of `prctl`, as `linux/prctl.h` has them."""

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""How many rights of files each version of Landlock knows: the newest one that is not above the system's counts."""
_SCOPED_SINCE, _SIGNALS = 6, 1 << 1

_SYSTEM = (
    *("bin", "dev", "etc", "lib", "lib32", "lib64", "opt", "proc", "sbin", "sys", "usr"),
    *("nix", "gnu", "snap", "app", "apex", "system", "vendor"),
)
"""Folders at the top of a system that hold programs and what these need, and not what people keep."""


def end_with_parent() -> bool:
    """Let the system kill this process when the thread that started it ends; say whether it does.

    A parser in C may keep the process from seeing by itself that its input has ended. A change of what the process may
    do takes this back: to be called after all of them.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    return bool(ctypes.CDLL(None).prctl(_DEATH_SIGNAL, int(signal.SIGKILL), 0, 0, 0) == 0)


def confine(folder: Path, *more: Path) -> bool:
    """Give up for good all files but those of a dossier, of `more` and of the system.

    Says whether the system enforces it. Nothing can be written any more. To be called before the process has a second
    thread.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    try:
        call = ctypes.CDLL(None, use_errno=True).syscall
        version = call(_CREATE, None, 0, _VERSION_ASKED)
        if version < 1:
            return False
        rights = (1 << _RIGHTS[max(known for known in _RIGHTS if known <= version)]) - 1
        scoped = struct.pack("<QQ", 0, _SIGNALS) if version >= _SCOPED_SINCE else b""
        attributes = struct.pack("<Q", rights) + scoped
        rules = call(_CREATE, attributes, len(attributes), 0)
        if rules < 0:
            return False
        for path in _readable(folder, *more):
            with suppress(OSError):
                _allow(call, rules, path, _READ)
        _allow(call, rules, Path(os.devnull), _READ_FILE | _WRITE_FILE)
        kept = ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
        confined = bool(kept and call(_RESTRICT, rules, 0) == 0)
        os.close(rules)
    except (OSError, AttributeError):
        return False
    return confined


def forbid_processes() -> None:
    """Let this process begin no other one; to be called when it has all its threads, which count as processes."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def _readable(*own: Path) -> Iterable[Path]:
    """Yield what may be read: the input, this program, Python with its packages, and the system's folders."""
    yield from own
    yield Path(__file__).resolve().parents[3]
    yield from (Path(place) for place in (sys.prefix, sys.base_prefix, *sys.path) if place)
    yield from (Path("/") / name for name in _SYSTEM)


def _allow(call: Callable[..., int], rules: int, path: Path, rights: int) -> None:
    """Allow something beneath a path; a path that is not there is left out."""
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        if not path.is_dir():
            rights &= ~_READ_DIR
        call(_ADD, rules, _BENEATH, struct.pack("<Qi", rights, place), 0)
    finally:
        os.close(place)
