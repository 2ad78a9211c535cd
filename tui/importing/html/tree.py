"""The tree of a page: made lean before it is parsed, so that no page costs more than its words are worth.

A tree that comes out of here is never deeper than `PAGE_DEPTH`, whatever the page nests.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from tui.errors import FileProblem
from tui.importing.limits import PAGE_CHARACTERS, PAGE_DEPTH, PAGE_ELEMENTS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_INLINED = re.compile(r"(?<![\w-])data:[\w.+/-]{0,60}(?:;[\w=.-]{1,40}){0,4},[\w%+/=.~!*-]{64,}", re.ASCII)
_LONG_VALUE = re.compile(r"""=\s*(?:"[^"<>]{5000,}"|'[^'<>]{5000,}')""")
_LONG_TAG = re.compile(r"(<[a-z][a-z0-9]{0,20})\s[^<>]{16000,}>", re.I)
"""A tag with so much in it has hundreds of attributes, and the parser compares each with all."""

_CONTROL = re.compile(r"&#(?:x0*(?P<hex>[0-9a-f]{1,8})|0*(?P<decimal>\d{1,8}));?", re.I)
_UNSEEN = tuple((re.compile(rf"<{tag}\b", re.I), re.compile(rf"</{tag}\s{{0,20}}>", re.I)) for tag in ("style", "svg"))
_NESTING = re.compile(
    r"</?(?:font|span|b|i|u|em|strong|small|big|center|tt|a|abbr|acronym|bdo|bdi|ins|del|s|strike|sub|sup|nobr|label)\b"
    r"[^<>]{0,2000}>",
    re.I,
)
_ALL_BUT_TEXT = re.compile(
    r"</?(?!(?:p|br|h[1-6]|title|meta|link|script|time|html|head|body|li|pre|!doctype)\b)[a-z][^<>]{0,2000}>", re.I
)
_DROPPED = ("style", "svg", "template", "object", "embed", "applet", "canvas", "map")


def lean(html: str) -> str:
    """Return a page without what no reader sees: images written out within it, styles, overlong values.

    Raises `FileProblem` where more is left than is read.
    """
    html = _INVALID.sub("", html)
    if "data:" in html:
        html = _INLINED.sub("data:,", html)
    for opening, closing in _UNSEEN:
        html = _without(html, opening, closing)
    html = _LONG_TAG.sub(r"\1>", _LONG_VALUE.sub('=""', html))
    if "&#" in html:
        html = _CONTROL.sub(_allowed, html)
    if len(html) > PAGE_CHARACTERS:
        raise FileProblem(f"a page of more than {PAGE_CHARACTERS // 1_000_000} million characters")
    return html


def _allowed(reference: re.Match[str]) -> str:
    """Return a reference to a character, or nothing where no text may hold it: parsers fall over it much later."""
    number = int(reference["hex"], 16) if reference["hex"] else int(reference["decimal"])
    return (
        "" if number > sys.maxunicode or (number not in (9, 10, 13) and _INVALID.match(chr(number))) else reference[0]
    )


def _without(html: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """Cut out what stands between two marks; a mark that is not closed stays, with all that follows it."""
    kept, behind = [], 0
    for found in opening.finditer(html):
        if found.start() < behind:
            continue
        end = closing.search(html, found.end())
        if end is None:
            break
        kept += [html[behind : found.start()], " "]
        behind = end.end()
    return "".join((*kept, html[behind:])) if kept else html


def parse(html: str) -> tuple[HtmlElement | None, str]:
    """Return the tree of a lean page, and a sentence where it had to be parsed without some of its marks.

    None where the page holds nothing at all. Raises `FileProblem` where it has more elements than are read, or nests
    them too deeply for any reading.
    """
    tree = _parsed(html)
    note = ""
    for pattern in (_NESTING, _ALL_BUT_TEXT):
        if tree is None or not _too_deep(tree):
            break
        html = pattern.sub("" if pattern is _NESTING else " ", html)
        tree = _parsed(html)
        note = "its marks are nested too deeply; only paragraphs and headings were read"
    if tree is None:
        return None, note
    if _too_deep(tree):
        raise FileProblem("a page whose marks are nested too deeply")
    if sum(1 for _ in tree.iter()) > PAGE_ELEMENTS:
        raise FileProblem(f"a page of more than {PAGE_ELEMENTS:,} marks: no article is looked for in it")
    for element in list(tree.iter(*_DROPPED)):
        element.drop_tree()
    return tree, note


def _parsed(html: str) -> HtmlElement | None:
    """Parse with what trafilatura asks of a tree: no comments, no instructions."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        collect_ids=False, remove_comments=True, remove_pis=True, encoding="utf-8", no_network=True, huge_tree=True
    )
    try:
        return document_fromstring(html.encode("utf-8", "ignore"), parser=parser)
    except ParserError:
        return None


def _too_deep(tree: HtmlElement) -> bool:
    """Say whether a tree is deeper than is read; walks without recursion."""
    from lxml.etree import iterwalk

    depth = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > PAGE_DEPTH:
            return True
    return False
