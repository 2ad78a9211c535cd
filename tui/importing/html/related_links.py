"""Strangers among the words of a page: players' controls, lists of other articles and boxes that no reader reads.

Only what marks or shape make sure of goes, and never so much that the article itself could be in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PLAYER = re.compile(
    r"(?:^|\s)(?:video-js|vjs-[\w-]+|jw-?player|jw-[\w-]+|mejs-[\w-]+|mejs__[\w-]+|plyr(?:__[\w-]+)?|flowplayer|fp-ui"
    r"|yvp-[\w-]+|html5-video-player|video-player-controls|player-(?:controls|error)|pane-?(?:busy|system-?error))(?:$|\s)",
    re.I,
)
_BOX = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend(?:ed|ations?)|trending|most-?(?:read|viewed|popular)|newsletter|modal|popup"
    r"|more-?(?:stories|news|from)|cookie\w*|consent|outbrain|taboola|carousel|slide-?show)(?:$|[\s_-])",
    re.I,
)
_BLOCKS = frozenset(("div", "section", "ul", "ol", "aside", "figure"))
_ROLES = frozenset(("dialog", "alertdialog", "menu", "menubar", "toolbar", "progressbar", "tooltip"))
_HEADINGS = ("h2", "h3", "h4", "h5")
_FEWEST = 4
"""Fewer entries make no list of other articles."""

_LONGEST = 90
"""Words of an entry that only announces an article, at most."""

_SHARE = 0.7
"""Of so many entries the heading must be a link."""

_KEPT = 1000
"""Characters of paragraphs that must be left outside of such lists: a page of nothing else is an overview."""

_MANY = 15
_NEARLY_ALL = 0.95
"""So many announcements, and such a part of all paragraphs in them, make a front page."""

_PART = 0.25
"""The part of a page's paragraphs that may go with one box."""


def without_related_links(tree: HtmlElement) -> HtmlElement:
    """Return a copy of a tree without what is no word of its article."""
    tree = deepcopy(tree)
    sizes = _sizes(tree)
    whole = sizes.get(tree, 0)
    lists = [one for one in tree.iter("ul", "ol") if _announces(one)]
    if whole - sum(sizes.get(one, 0) for one in lists) >= _KEPT and not is_overview(tree):
        _drop(lists)
    boxes = [one for one in tree.iter() if _is_player(one) or _is_box(one)]
    _drop([one for one in boxes if sizes.get(one, 0) <= whole * _PART and next(one.iter("h1"), None) is None])
    return tree


def is_overview(tree: HtmlElement) -> bool:
    """Say whether nearly all paragraphs of a page announce other articles, as those of a front page do."""
    announced = [one for one in tree.iter("article", "li") if _is_teaser(one)]
    if len(announced) < _MANY:
        return False
    within = set(announced)
    outermost = [one for one in announced if within.isdisjoint(one.iterancestors())]
    sizes = _sizes(tree)
    return sum(sizes.get(one, 0) for one in outermost) > sizes.get(tree, 0) * _NEARLY_ALL


def _sizes(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Return for each element that holds paragraphs their length in characters."""
    sizes: dict[HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        length = sum(map(len, paragraph.itertext()))
        for one in (paragraph, *paragraph.iterancestors()):
            sizes[one] = sizes.get(one, 0) + length
    return sizes


def _is_player(element: HtmlElement) -> bool:
    return element.get("role") in _ROLES or _PLAYER.search(element.get("class") or "") is not None


def _is_box(element: HtmlElement) -> bool:
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in _BLOCKS and _BOX.search(marks) is not None


def _announces(entries: HtmlElement) -> bool:
    """Say whether the entries of a list are other articles: a heading that is a link, and few words below it."""
    items = [one for one in entries if one.tag == "li"]
    teasers = sum(1 for item in items if _is_teaser(item))
    return teasers >= _FEWEST and teasers >= len(items) * _SHARE


def _is_teaser(item: HtmlElement) -> bool:
    linked = any(
        next(heading.iter("a"), None) is not None or next(heading.iterancestors("a"), None) is not None
        for heading in item.iter(*_HEADINGS)
    )
    return linked and sum(1 for _ in islice(_words(item), _LONGEST + 1)) <= _LONGEST


def _words(item: HtmlElement) -> Iterator[str]:
    return (word for text in item.itertext() for word in text.split())


def _drop(elements: list[HtmlElement]) -> None:
    """Drop elements with all that is in them; the text behind them stays."""
    for element in elements:
        if element.getparent() is not None and element.tag not in ("html", "body"):
            element.drop_tree()
