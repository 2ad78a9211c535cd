"""`mali-tui doctor`: what the program runs on, what it keeps, what is missing, and the command that adds it."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from tui import __version__
from tui.base import system_clipboard
from tui.base.installation import DISTRIBUTION, command_to_add, installer, origin, packages_of
from tui.base.locations import cache_root, data_root
from tui.base.settings import settings_file
from tui.commands.printer import Printer
from tui.locale import N_, _

_SHOWN = ("textual", "rich", "python-dateutil", "Whoosh")

_EXTRAS = {
    "import": N_("saved web pages"),
    "large": N_("dossiers of 5,000 articles and more"),
    "sign": N_("signatures of packed dossiers"),
}
"""The optional parts, and what each is for."""

_MEGABYTE = 1_000_000

Finding = tuple[str, str, str]
"""A topic, what was found, and what to do; the last is empty where nothing is."""


def run_without_dossier(_asked: argparse.Namespace, printer: Printer) -> int:
    """Print what there is, by topic; 1 where there is something to do."""
    found = list(findings())
    if printer.as_json:
        for topic, said, advice in found:
            printer.record({"topic": topic, "found": said, "advice": advice or None})
    else:
        printer.table((_("topic"), _("found"), _("what to do")), found)
    return 1 if any(advice for _topic, _said, advice in found) else 0


def findings() -> Iterator[Finding]:
    """Return everything that may explain why something does not work here."""
    yield "mali-tui", __version__, ""
    yield _("installed"), " · ".join(filter(None, (installer(), origin()))), ""
    yield "Python", f"{platform.python_version()} · {sys.executable}", ""
    yield _("system"), f"{platform.system()} {platform.release()} · {platform.machine()}", ""
    for name in _SHOWN:
        yield name, _version(name) or _("missing"), "" if _version(name) else command_to_add([name])
    for extra, use in _EXTRAS.items():
        yield _extra(extra, _(use))
    yield _terminal()
    yield _clipboard()
    yield _folder(_("cache"), cache_root())
    yield _folder(_("what you added"), data_root())
    settings = settings_file()
    yield _("settings"), str(settings) if settings.is_file() else _("{path} (not there)").format(path=settings), ""


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _extra(extra: str, use: str) -> Finding:
    """Say whether all packages of an extra are there."""
    wanted = packages_of(extra)
    missing = [name for name in wanted if not _version(name)]
    topic = f"[{extra}]"
    if not wanted:
        return topic, _("not known: {name} is not installed").format(name=DISTRIBUTION), ""
    if missing:
        said = _("missing: {names}; for {use}").format(names=", ".join(missing), use=use)
        return topic, said, command_to_add(missing)
    return topic, _("there; for {use}").format(use=use), ""


def _terminal() -> Finding:
    """Say what the terminal is, and what keeps the application from being shown in it."""
    size = shutil.get_terminal_size()
    encoding = sys.stdout.encoding or "?"
    names = (os.environ.get(name, "") for name in ("TERM_PROGRAM", "TERM", "COLORTERM"))
    told = [*filter(None, names), f"{size.columns}x{size.lines}", encoding]
    advice = ""
    if encoding.lower().replace("-", "") != "utf8":
        advice = _("set the locale to UTF-8, such as: export LANG=C.UTF-8")
    elif os.environ.get("TERM") == "dumb":
        advice = _("use a terminal that can place text; this one can only run verbs")
    return _("terminal"), " · ".join(told), advice


def _clipboard() -> Finding:
    """Say by which way a copy reaches the clipboard."""
    if system_clipboard.takes_osc_52():
        return _("clipboard"), _("by the terminal (OSC 52)"), ""
    command = system_clipboard.tool()
    if command is not None:
        return _("clipboard"), _("by {program}; this terminal takes no copies").format(program=command[0]), ""
    advice = _("install wl-copy, xclip or xsel; until then every copy is in a file only")
    return _("clipboard"), _("this terminal takes no copies"), advice


def _folder(topic: str, folder: Path) -> Finding:
    """Say where a folder is, how large, and whether it can be written."""
    if not folder.is_dir():
        return topic, _("{path} (not there yet)").format(path=folder), ""
    size = sum(_size(path) for path in folder.rglob("*"))
    said = f"{folder} · {size / _MEGABYTE:,.1f} MB"
    return topic, said, "" if os.access(folder, os.W_OK) else _("make this folder writable, or name another one")


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0
