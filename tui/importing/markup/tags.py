"""Tags: HTML cut into marks and text in one pass, whatever is left open in it.

The standard library's parser looks through the rest of a page again for each mark that is never closed, and needs
hours for a megabyte of them; here no character is looked at more than a few times. Attributes are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]{0,40})(?=[\s/>])")
_LONGEST = 10_000
"""Characters of a tag in whose attributes a `>` may stand between quotes; a longer one ends at its first."""

_TRIES = 8
_COMMENT, _CDATA = "<!--", "<![CDATA["


class TagKind(Enum):
    """What a piece of HTML is."""

    START = auto()
    END = auto()
    TEXT = auto()


def pieces_of(html: str) -> Iterator[tuple[TagKind, str]]:
    """Yield the tags of HTML by their names in lower case, and the text between them with its entities resolved."""
    behind, length = 0, len(html)
    open_ended: set[str] = set()
    while behind < length:
        start = html.find("<", behind)
        if start < 0:
            break
        if start > behind:
            yield TagKind.TEXT, unescape(html[behind:start])
        behind = start
        mark = next((one for one in (_COMMENT, _CDATA) if html.startswith(one, start)), "")
        if mark:
            end, text = _enclosed(html, start, mark, open_ended)
            if text:
                yield TagKind.TEXT, text
        elif name := _NAME.match(html, start):
            end = _end_of_tag(html, start)
            if end == start:
                break
            yield TagKind.END if name[1] else TagKind.START, name[2].lower()
            if html.endswith("/", start, end - 1) and not name[1]:
                yield TagKind.END, name[2].lower()
        elif html.startswith(("<!", "<?", "</"), start):
            end = html.find(">", start) + 1 or length
        else:
            yield TagKind.TEXT, "<"
            end = start + 1
        behind = end
    if behind < length:
        yield TagKind.TEXT, unescape(html[behind:])


def _enclosed(html: str, start: int, mark: str, open_ended: set[str]) -> tuple[int, str]:
    """Return where a comment or a block of plain characters ends, and its text; one without an end is passed over."""
    closing = "-->" if mark == _COMMENT else "]]>"
    end = -1 if mark in open_ended else html.find(closing, start + len(mark) - 2 * (mark == _COMMENT))
    if end < 0:
        open_ended.add(mark)
        return start + len(mark), ""
    return end + len(closing), "" if mark == _COMMENT else html[start + len(mark) : end]


def _end_of_tag(html: str, start: int) -> int:
    """Return the offset behind a tag; `start` where no `>` follows at all."""
    first = end = html.find(">", start)
    for _ in range(_TRIES):
        if end < 0 or end - start > _LONGEST:
            break
        tag = html[start:end]
        if tag.count('"') % 2 == 0 and ("='" not in tag or tag.count("'") % 2 == 0):
            return end + 1
        end = html.find(">", end + 1)
    return first + 1 if first >= 0 else start
