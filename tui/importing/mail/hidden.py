"""The parts of a newsletter's HTML that no reader sees: the preview line of the list, and copies for other screens."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    r"<(?P<tag>div|span|p|td|table|tr)\b[^<>]{0,2000}?\bstyle\s*=\s*(?:\"[^\"<>]{0,2000}?|'[^'<>]{0,2000}?)"
    r"(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)",
    re.I,
)
_MOST = 200
_LONGEST = 100_000


def hidden_parts(html: str) -> tuple[str, list[str]]:
    """Return HTML without the elements whose style hides them, and those elements.

    Elements of the same name within one are counted, so that it ends where it ends; one that does not is left as it is.
    """
    kept: list[str] = []
    hidden: list[str] = []
    behind = 0
    for found in _HIDDEN.finditer(html):
        if found.start() < behind:
            continue
        end = _end(html, found)
        if end < 0 or len(hidden) >= _MOST:
            continue
        kept.append(html[behind : found.start()])
        hidden.append(html[found.start() : end])
        behind = end
    kept.append(html[behind:])
    return "".join(kept), hidden


def _end(html: str, found: re.Match[str]) -> int:
    """Return the place behind the end of an element, or -1."""
    tags = re.compile(rf"<(?P<close>/?){found['tag']}\b[^<>]{{0,5000}}>", re.I)
    depth = 0
    for tag in tags.finditer(html, found.start(), found.start() + _LONGEST):
        depth += -1 if tag["close"] else 1
        if depth == 0:
            return tag.end()
    return -1
