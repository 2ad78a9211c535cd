"""Copying to the terminal's clipboard, which may silently ignore the copy, and to a file, which always works."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from textual.app import App

from tui.base.locations import data_root
from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.dossier.article import Article
from tui.dossier.serialization import Head

_NAME = "last-copy.txt"
_SHOWN = 32
"""Characters of the copy that the message shows."""


def copy(app: App[None], text: str, article: Article | Head | None = None) -> str:
    """Copy a text and return the sentence that says what was copied, whose words it is in, and where it can be found.

    `article` is its origin: the sentence warns where that is retold.
    """
    app.copy_to_clipboard(text)
    kept = _keep(text)
    line = printable_line(text)
    begun = line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
    sentence = f"Sent to the terminal's clipboard: {counted(len(text.split()), 'word')}, “{begun}”."
    if article is not None and article.retold:
        sentence += f" Retold: not the words of {printable_line(article.source) or 'the source'}."
    return f"{sentence} Also in {kept}" if kept is not None else sentence


def _keep(text: str) -> Path | None:
    """Write the copy to a file that only its owner reads; None where it cannot be written."""
    path = data_root() / _NAME
    fresh = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.touch(mode=0o600)
        fresh.write_text(text, encoding="utf-8")
        os.replace(fresh, path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        return None
    return path
