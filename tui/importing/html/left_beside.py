"""What choosing a page's region has passed over: every visible line that is not in the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.base.folding import essence
from tui.importing.clippings.lines import is_sentence
from tui.locale import N_

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BREAKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure"  # noqa: SIM905
    " footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th"
    " thead tr ul".split()
)
_SILENT = frozenset(
    "script style noscript template svg math title select option textarea iframe object button canvas audio video"  # noqa: SIM905
    " datalist map".split()
)
_MOST = 200_000
"""Elements that are walked."""

_SHORT_WORDS = 2
"""Fewer words than these may stand in any text by chance: such a line is accounted for only as a line of its own."""

_SIGN = " · "
_ROW = 400
"""Characters of the lines of a menu that are kept as one."""

_SENTENCE_END = re.compile(r"(?<=[.!?。؟…])\s+")

PARTIAL = N_("partial: more sentences of it were left out than read")


def lines_beside(tree: HtmlElement, accounted: Iterable[str]) -> list[str]:
    """Return the visible lines of a page that are in none of those accounted for.

    Of a line of which a part is accounted for the other sentences are returned. Short lines that follow one another, as
    those of menus, are joined.
    """
    lines = list(accounted)
    known = {essence(line) for line in lines}
    held = f" {essence(' '.join(lines))} "
    words = set(held.split())
    return list(_joined(_missing(_visible(tree), known, held, words)))


def _missing(lines: Iterable[str], known: set[str], held: str, words: set[str]) -> Iterator[str]:
    """Yield the lines, or their sentences, that are not in the text `held`, whose words are `words`."""

    def is_held(same: str) -> bool:
        return words.issuperset(same.split()) and f" {same} " in held

    for line in lines:
        same = essence(line)
        if not same or same in known:
            continue
        if same.count(" ") + 1 < _SHORT_WORDS:
            yield line
        elif not is_held(same):
            parts = _SENTENCE_END.split(line)
            kept = parts if len(parts) == 1 else [part for part in parts if not is_held(essence(part))]
            yield " ".join(kept)


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines, those that are no sentences in rows."""
    row: list[str] = []
    for line in lines:
        if is_sentence(line) or sum(map(len, row)) > _ROW:
            if row:
                yield _SIGN.join(row)
            row = []
        if is_sentence(line):
            yield line
        else:
            row.append(line)
    if row:
        yield _SIGN.join(row)


def _visible(tree: HtmlElement) -> Iterator[str]:
    """Yield the text of a page, a line for each block or break."""
    parts: list[str] = []
    todo: list[tuple[HtmlElement, bool]] = [(tree, False)]
    seen = 0
    while todo:
        element, closing = todo.pop()
        seen += 1
        tag = element.tag  # made anew each time that it is asked for
        if parts and tag in _BREAKS:
            line = " ".join("".join(parts).split())
            parts = []
            if line:
                yield line
        if closing:
            parts.append(element.tail or "")
            continue
        if element is not tree:
            todo.append((element, True))
        if tag not in _SILENT and isinstance(tag, str) and seen < _MOST:
            parts.append(element.text or "")
            todo += [(child, False) for child in reversed(element)]
    line = " ".join("".join(parts).split())
    if line:
        yield line


def is_partial(read: Iterable[str], left: Iterable[str]) -> bool:
    """Say whether more words of sentences were left out than words were read."""
    return sum(len(line.split()) for line in left if is_sentence(line)) > sum(len(line.split()) for line in read)
