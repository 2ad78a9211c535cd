"""Reports of errors of the program itself: where in its code, never with what text.

A report names the kinds of the errors and the lines of code that they came through. What an error says is left out,
for it may quote the dossier.
"""

from __future__ import annotations

import os
import platform
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tui import __version__
from tui.base.atomic_write import atomic_write
from tui.base.locations import private_folder, state_root
from tui.locale import _

MOST = 20
"""Reports that are kept; the oldest ones are removed."""

_DEEPEST = 60
"""Lines of code of each error that are named: those nearest to it."""

_PACKAGE = Path(__file__).resolve().parents[1]


def report_fault(error: BaseException) -> str:
    """Write a report of an error into the state folder; return the sentence that tells the reader of it."""
    kind = type(error).__name__
    try:
        folder = private_folder(state_root())
        path = folder / f"fault-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{os.getpid()}.txt"
        atomic_write(path, report_of(error).encode(), private=True)
        for old in sorted(folder.glob("fault-*.txt"))[:-MOST]:
            with suppress(OSError):
                old.unlink()
    except OSError:
        return _("An error of the program ({kind}) hindered this; nothing else is lost.").format(kind=kind)
    told = _("An error of the program ({kind}) hindered this; nothing else is lost. Report, without any text: {path}")
    return told.format(kind=kind, path=path)


def report_of(error: BaseException) -> str:
    """Return the report of an error: versions, and for it and each error behind it its kind and the lines of code."""
    python = f"Python {platform.python_version()} on {sys.platform} ({platform.machine()})"
    lines = [f"mali-tui {__version__}, {python}"]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines += ["", type(current).__qualname__]
        frames = traceback.extract_tb(current.__traceback__)[-_DEEPEST:]
        lines += [f"  {_shortened(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def _shortened(name: str) -> str:
    """Return the place of a module without the folders above it, in which a person may be named."""
    path = Path(name)
    if path.is_relative_to(_PACKAGE):
        return str(Path("tui") / path.relative_to(_PACKAGE))
    parts = path.parts
    return "/".join(parts[parts.index("site-packages") + 1 :] if "site-packages" in parts else parts[-2:])
