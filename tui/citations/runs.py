"""Citations as runs of text, some in italics, written as plain text, Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

_MARKS = re.compile(r"([\\`*_\[\]<>])")


class Run(NamedTuple):
    """A piece of a citation."""

    text: str
    italic: bool = False
    """Whether the style sets it in italics: the name of the newspaper."""


def as_text(runs: Iterable[Run]) -> str:
    """Write a citation without italics."""
    return "".join(run.text for run in runs)


def as_markdown(runs: Iterable[Run]) -> str:
    """Write a citation in Markdown; nothing in it is taken for markup but the italics."""
    return "".join(f"*{_escaped(run.text)}*" if run.italic else _escaped(run.text) for run in runs)


def as_html(runs: Iterable[Run]) -> str:
    """Write a citation as HTML; nothing in it is taken for markup but the italics."""
    return "".join(f"<i>{escape(run.text)}</i>" if run.italic else escape(run.text) for run in runs)


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
