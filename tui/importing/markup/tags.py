"""HTML tags: cut apart from the text in one pass, and recognised or stripped inside other texts.

The standard library's parser searches the rest of a page again for each tag that is never closed, and needs hours for a
megabyte of them; here no character is looked at more than a few times. A tag is only what HTML knows as one, so
`<BAC>` in a wire story stays a word.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]{0,40})(?=[\s/>])")
_LONGEST = 10_000
"""The longest tag in whose quoted attributes a `>` may occur; a longer one ends at its first `>`."""

_TRIES = 8
_COMMENT, _CDATA = "<!--", "<![CDATA["


class TagKind(Enum):
    """Whether a piece of HTML is a tag or text."""

    START = auto()
    END = auto()
    TEXT = auto()


def pieces_of(html: str) -> Iterator[tuple[TagKind, str]]:
    """Yield the tags of HTML as lower-case names, and the text between them with entities resolved."""
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
    """Return the end of a comment or CDATA section and its text; an unclosed one is skipped."""
    closing = "-->" if mark == _COMMENT else "]]>"
    end = -1 if mark in open_ended else html.find(closing, start + len(mark) - 2 * (mark == _COMMENT))
    if end < 0:
        open_ended.add(mark)
        return start + len(mark), ""
    return end + len(closing), "" if mark == _COMMENT else html[start + len(mark) : end]


def _end_of_tag(html: str, start: int) -> int:
    """Return the offset after a tag, or `start` if no `>` follows."""
    first = end = html.find(">", start)
    for _ in range(_TRIES):
        if end < 0 or end - start > _LONGEST:
            break
        tag = html[start:end]
        if tag.count('"') % 2 == 0 and ("='" not in tag or tag.count("'") % 2 == 0):
            return end + 1
        end = html.find(">", end + 1)
    return first + 1 if first >= 0 else start


_FLOWING_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt rtc ruby "
    "s samp small span strike strong sub sup time tt u var wbr"
)
_BREAKING_NAMES = (
    "address article aside blockquote body br button caption center col colgroup dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav ol"
    " optgroup option p pre section select summary table tbody td tfoot th thead title tr ul area base canvas embed img"
    " input map meter param picture progress source track"
)
_FLOWING = frozenset(_FLOWING_NAMES.split())
"""Tags within a paragraph."""

_BREAKING = frozenset(_BREAKING_NAMES.split())
"""Tags between paragraphs."""

_SWALLOWED = ("script", "style", "iframe", "object", "video", "audio", "noscript", "svg", "template", "textarea")
"""Elements whose content is not text of an article."""

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>")
_NAMES = _FLOWING | _BREAKING | frozenset(_SWALLOWED)


def is_tag(written: str) -> bool:
    """Say whether `<…>` is an HTML tag or comment rather than words in angle brackets."""
    found = _TAG.fullmatch(written)
    if found is None:
        return written.startswith(("<!", "<?"))
    return found.group(1).lower() in _NAMES


def is_break(written: str) -> bool:
    """Say whether a tag ends its paragraph."""
    found = _TAG.fullmatch(written)
    return found is not None and found.group(1).lower() in _BREAKING


def strip_markup(source: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a piece of HTML, and the comments and embedded elements cut out of it."""
    left_out: list[str] = []
    source = _cut(source, "<!--", "-->", left_out)
    for name in _SWALLOWED:
        source = _cut(source, f"<{name}", f"</{name}", left_out)
    paragraphs = _TAG.sub(_replacement, source).split("\0")
    return [text for text in (" ".join(html.unescape(one).split()) for one in paragraphs) if text], left_out


def _replacement(tag: re.Match[str]) -> str:
    name = tag.group(1).lower()
    if name in _BREAKING:
        return "\0"
    return "" if name in _NAMES else tag.group()


def _cut(source: str, opening: str, closing: str, left_out: list[str]) -> str:
    """Cut out everything between two marks, inclusive; an unclosed opening stays."""
    folded = source.lower()
    if len(folded) != len(source):
        folded = source
    kept, behind = [], 0
    while (start := folded.find(opening, behind)) >= 0 and (end := folded.find(closing, start)) >= 0:
        if closing != "-->":
            end = folded.find(">", end)
            end = len(source) - 1 if end < 0 else end
            after = end + 1
        else:
            after = end + len(closing)
        kept.append(source[behind:start])
        left_out.append(" ".join(source[start:after].split()))
        behind = after
    kept.append(source[behind:])
    return "".join(kept)
