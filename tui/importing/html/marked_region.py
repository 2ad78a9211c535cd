"""The region that a page's own markup names as its article, where the extraction has chosen another.

An extraction weighs blocks by their words; a page that says which block is the article knows better.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from tui.base.folding import essence
from tui.importing.html.regions import is_aside

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEWEST = 25
"""The fewest words of paragraphs that make a region an article."""

_HELD = 0.5
"""The share of the region's words that the extracted body must hold to be believed."""


def asides_as_articles(tree: HtmlElement) -> None:
    """Rename each `aside` that holds a main heading to `div`, in place: it is the article, whatever its tag."""
    for element in list(tree.iter("aside")):
        if next(element.iter("h1"), None) is not None:
            element.tag = "div"


def has_region(tree: HtmlElement) -> bool:
    """Say whether a page marks one region as its article, with as many words as an article has."""
    region = _marked(tree)
    return region is not None and sum(len(text.split()) for text in _paragraphs(region)) >= _FEWEST


def region_missed(tree: HtmlElement, body: list[str]) -> HtmlElement | None:
    """Return a document of the region marked as the article if `body` holds less than half of it, else None."""
    region = _marked(tree)
    if region is None:
        return None
    own = [essence(text) for text in _paragraphs(region)]
    words = sum(len(text.split()) for text in own)
    if words < _FEWEST:
        return None
    held = essence(" ".join(body))
    if sum(len(text.split()) for text in own if text in held) >= words * _HELD:
        return None
    return _document(region)


def holds_half(body: list[str], stated: str) -> bool:
    """Say whether a body holds at least half of the distinct words that the page's metadata give as its text."""
    said = set(essence(stated).split())
    return len(said.intersection(essence(" ".join(body)).split())) * 2 >= len(said)


def _marked(tree: HtmlElement) -> HtmlElement | None:
    """Return the only `article`, else the only `main`; None if there are several of both."""
    for tag in ("article", "main"):
        found = [one for one in tree.iter(tag) if next(one.iterancestors(tag), None) is None]
        if len(found) == 1:
            return found[0]
    return None


def _paragraphs(region: HtmlElement) -> list[str]:
    texts = (" ".join(" ".join(one.itertext()).split()) for one in region.iter("p") if not is_aside(one))
    return [text for text in texts if text]


def _document(region: HtmlElement) -> HtmlElement:
    from lxml.html import document_fromstring

    document: HtmlElement = document_fromstring("<html><body></body></html>")
    copied = deepcopy(region)
    copied.tail = None
    document[0].append(copied)
    return document
