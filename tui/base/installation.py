"""How this program was installed, and the command that adds what an optional part of it needs."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from tui.locale import _

DISTRIBUTION = "mali-tui"
"""The name under which the program is installed."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")


class Installer(StrEnum):
    """What keeps the environment in which the program runs."""

    PIP = "pip"
    PIPX = "pipx"
    UV = "uv"


def installer(prefix: Path | None = None) -> Installer:
    """Return what keeps an environment (by default the one in use), as told by the file that each of them leaves."""
    folder = Path(sys.prefix) if prefix is None else prefix
    if (folder / "pipx_metadata.json").is_file():
        return Installer.PIPX
    return Installer.UV if (folder / "uv-receipt.toml").is_file() else Installer.PIP


def packages_of(extra: str) -> list[str]:
    """Return the names of the packages that an extra asks for, in the order of the metadata; none if it is unknown."""
    try:
        lines = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return []
    named = []
    for line in lines:
        found, name = _EXTRA.search(line), _NAME.match(line)
        if found and name and found[1] == extra and name[0] != DISTRIBUTION:
            named.append(name[0])
    return named


def command_to_add(packages: Sequence[str], kept_by: Installer | None = None) -> str:
    """Return the shell command that adds packages to the environment in which the program runs."""
    names = shlex.join(packages)
    match kept_by or installer():
        case Installer.PIPX:
            return f"pipx inject {DISTRIBUTION} {names}"
        case Installer.UV:
            return f"uv pip install --python {_quoted(sys.executable)} {names}"
        case _:
            return f"{_quoted(sys.executable)} -m pip install {names}"


def origin() -> str:
    """Return where the program was installed from: an address, `a clone at PATH`, or "" where that is not known."""
    try:
        written = metadata.distribution(DISTRIBUTION).read_text("direct_url.json")
        told = json.loads(written) if written else {}
    except (metadata.PackageNotFoundError, ValueError):
        return ""
    url = str(told.get("url", ""))
    if told.get("dir_info", {}).get("editable"):
        return _("a clone at {path}").format(path=url.removeprefix("file://"))
    return url


def _quoted(path: str) -> str:
    """Write a path as the shell of this system takes it."""
    return subprocess.list2cmdline([path]) if sys.platform == "win32" else shlex.quote(path)
