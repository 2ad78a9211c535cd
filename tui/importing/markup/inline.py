"""HTML that stands inside other texts: its tags go, its words stay.

A tag is only what HTML knows as one, so that `<BAC>` in a wire story stays a word of the story. Each scan is linear.
"""

from __future__ import annotations

import html
import re

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
"""Elements whose content is no text of an article."""

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>")
_NAMES = _FLOWING | _BREAKING | frozenset(_SWALLOWED)


def is_tag(written: str) -> bool:
    """Say whether `<…>` is a tag or a comment of HTML and not some words in angle brackets."""
    found = _TAG.fullmatch(written)
    if found is None:
        return written.startswith(("<!", "<?"))
    return found.group(1).lower() in _NAMES


def is_break(written: str) -> bool:
    """Say whether a tag ends the paragraph that it stands in."""
    found = _TAG.fullmatch(written)
    return found is not None and found.group(1).lower() in _BREAKING


def strip_markup(source: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a piece of HTML, and the comments and embedded things that were cut out of it."""
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
    """Cut what stands between two marks, both included; an opening that is never closed stays."""
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
