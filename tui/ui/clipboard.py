"""Copying to the terminal's clipboard, which may silently ignore the copy, and to a file, which always works."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from textual.app import App

from tui.base.atomic_write import atomic_write
from tui.base.locations import data_root
from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.base.system_clipboard import put, takes_osc_52, tool
from tui.dossier.article import Article
from tui.dossier.serialization import Head
from tui.locale import _
from tui.ui.citation_style import citation_style

_NAME, _NAMES = "last-copy.txt", "copies.json"
_SHOWN = 32
"""Characters of the copy that the message shows, so that one sees what was copied."""
MOST = 20
"""Copies that are kept; older ones go."""
_LONGEST = 100_000
"""Characters; a longer copy is kept as the last one alone."""


class Part(StrEnum):
    """What of a passage is copied."""

    QUOTATION = "quotation"
    """The words in quotation marks, with their citation."""
    TEXT = "text"
    CITATION = "citation"


def worded(part: Part, passage: str, article: Article | Head, style: str, note: str = "") -> str:
    """Return what is copied of a passage of an article, without bullets, soft hyphens and line ends.

    Where no passage is given, a quotation is the citation alone. A `note` on the passage stands in its citation, in
    the plain style. Raises `KeyError` for an unknown style.
    """
    from tui.citations import Reference, as_text, cite, quoted
    from tui.citations.quotation import bare

    words = bare(passage)
    if part is Part.TEXT:
        return words
    reference = Reference.of(article)
    if part is Part.CITATION or not words:
        return as_text(cite(reference, style))
    if note:
        reference = replace(reference, notes=(*reference.notes, note))
    return quoted(words, reference, style)


def copy_part(app: App[Any], part: Part, passage: str, article: Article | Head, note: str = "") -> str:
    """Copy a part of a passage as `worded` writes it in the chosen style; return the sentence that says what it is."""
    words = counted(len(passage.split()), "word")
    if part is Part.CITATION:
        what = _("the citation")
    elif part is Part.TEXT:
        what = words
    elif passage.strip():
        what = _("{words} with their citation").format(words=words)
    else:
        what = _("the citation alone, since no passage is shown here")
    style = citation_style()
    told = "" if part is Part.TEXT else _("Style {style}: ; shows the others.").format(style=style)
    return copy(app, worded(part, passage, article, style, note), article, what, told)


def copy(app: App[Any], text: str, article: Article | Head | None = None, what: str = "", told: str = "") -> str:
    """Copy a text and return the sentence that says what was copied, whose words it is in, and where it can be found.

    `article` is its origin: the sentence warns where that is retold. What is not named by `what` is so many words, and
    what else is `told` of it comes behind the warning.
    """
    way = _sent(app, text)
    kept = _keep(text)
    line = printable_line(text).lstrip("“„«\u202f ")
    begun = line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
    what = what or counted(len(text.split()), "word")
    retold = article is not None and article.retold
    said = _("{way}: {words}: {begun}") if retold else _("{way}: {words}, “{begun}”.")
    sentence = said.format(way=way, words=what, begun=begun)
    if article is not None and retold:
        source = printable_line(article.source)
        warning = _("Retold: not the words of {source}.") if source else _("Retold: not the words of the source.")
        sentence = f"{sentence} {warning.format(source=source)}"
    sentence = " ".join(filter(None, (sentence, told)))
    return sentence + " " + _("Also in {file}").format(file=_short(kept)) if kept is not None else sentence


def _short(path: Path) -> str:
    """Write a path within the home folder as shells do: `~/…`."""
    with suppress(ValueError, RuntimeError):  # elsewhere, or no home folder
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    return str(path)


def _sent(app: App[Any], text: str) -> str:
    """Send a text to the clipboard, by the system's own tool where the terminal is known to take no copy; say how."""
    command = None if takes_osc_52() else tool()
    if command is not None and put(text, command):
        return _("Copied by {program}").format(program=command[0])
    app.copy_to_clipboard(text)
    return _("Copied, if the terminal allows it")


def copies() -> list[str]:
    """Return the last copies, the newest first; none where their file cannot be read."""
    try:
        found = json.loads((data_root() / _NAMES).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return [each for each in found if isinstance(each, str)][:MOST] if isinstance(found, list) else []


def _keep(text: str) -> Path | None:
    """Write the copy to files that only their owner reads, and return that of the last; None where that fails."""
    folder = data_root()
    path = folder / _NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic_write(path, text.encode("utf-8", "replace"), private=True)
        if len(text) <= _LONGEST:
            listed = [text, *(each for each in copies() if each != text)][:MOST]
            atomic_write(folder / _NAMES, json.dumps(listed).encode("ascii"), private=True)
    except OSError:
        return None
    return path
