"""The body of a page: its article's paragraphs as trafilatura finds them, in their order and without marks."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.importing.parser_errors import translated_errors

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(("body", "div", "dl", "head", "item", "list", "p", "quote", "row", "table"))
_CELL_GAP = "  "
_PARTED = re.compile(r"\n\s*\n")


def body_of(tree: HtmlElement) -> list[str]:
    """Return the paragraphs of the article in a page; none where there is none. The tree is left as it was.

    Raises `FileProblem` where the page is too much for the parser.
    """
    from trafilatura.core import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say of a page goes into the account
    with translated_errors("web page"):
        found = bare_extraction(tree, include_comments=False, with_metadata=False)
        body = getattr(found, "body", None)
        return list(_paragraphs(body)) if body is not None else []


def _paragraphs(body: HtmlElement) -> Iterator[str]:
    """Yield the text of each block; items of lists and rows of tables are paragraphs, two line breaks part one."""
    from lxml.etree import iterwalk

    run: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        block = element.tag in _BLOCKS
        if block:
            yield from _parted(run)
            run = []
        elif event == "start":
            run.append("\n" if element.tag == "lb" else _CELL_GAP if element.tag == "cell" else "")
        run.append(" ".join(((element.text if event == "start" else element.tail) or "").split("\n")))
    yield from _parted(run)


def _parted(run: list[str]) -> Iterator[str]:
    for part in _PARTED.split("".join(run)):
        line = " ".join(part.split())
        if line:
            yield line
