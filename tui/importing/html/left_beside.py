"""The sentences of a page that choosing its article's region has passed over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.base.folding import essence
from tui.importing.clippings.lines import is_sentence
from tui.locale import N_

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = ("p", "li", "blockquote", "dd", "td", "figcaption")
_MOST = 3000
"""Blocks that are compared with the text."""

PARTIAL = N_("more sentences of the page were left out than read")


def sentences_beside(tree: HtmlElement, accounted: Iterable[str]) -> list[str]:
    """Return the sentences in the page's blocks that are in none of the lines accounted for, each once."""
    lines = list(accounted)
    known = {essence(line) for line in lines}
    held = f" {essence(' '.join(lines))} "
    found: dict[str, None] = {}
    for place, block in enumerate(tree.iter(*_BLOCKS)):
        if place >= _MOST:
            break
        if next(block.iterdescendants(*_BLOCKS), None) is not None:
            continue  # its inner blocks are met by themselves
        line = " ".join(" ".join(block.itertext()).split())
        if is_sentence(line) and essence(line) not in known and f" {essence(line)} " not in held:
            found[line] = None
    return list(found)


def is_partial(read: Iterable[str], left: Iterable[str]) -> bool:
    """Say whether more words of sentences were left out than words were read."""
    return sum(len(line.split()) for line in left) > sum(len(line.split()) for line in read)
