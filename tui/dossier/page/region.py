"""Regions of a page: what stands beside its article, told by the marks around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ASIDE_TAGS = frozenset(("aside", "nav", "footer", "form", "noscript", "select", "button", "dialog", "iframe"))
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus|related|sidebar|side-?bar|recommend\w*|recirc\w*|trending|popular"
    r"|most-?(?:read|viewed|popular)|more-?(?:stories|news|from)|read-?(?:more|next)|newsletter|promo\w*|widgets?|teasers?"
    r"|cookie\w*|consent|modal|popup|carousel|latest-?news|breadcrumbs?|outbrain|taboola|footer|nav|menu)(?:$|[\s_-])",
    re.I,
)
_MOST_LINKS = 1000
_LOOKED_AT = 50_000
"""Characters of a text in which its links are counted."""

_LONGEST = 300
_FEWEST = 8
"""Fewer links make no list of them."""

_SHORTEST = 8
"""A link with fewer characters is a word, which stands in texts too."""

_SHARE = 0.6
"""The share of a page's characters that are links from which on it is no article."""

_HIGHEST = frozenset(("body", "html", "main", "article"))


def is_aside(element: HtmlElement) -> bool:
    """Say whether an element, or one around it up to the article's own, stands beside the article."""
    for one in (element, *element.iterancestors()):
        if one.tag in _HIGHEST:
            return False
        if one.tag in _ASIDE_TAGS or _ASIDE.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return True
    return False


def links_alone(tree: HtmlElement, paragraphs: list[str]) -> bool:
    """Say whether paragraphs are those of a menu or a front page: most of their characters stand in links."""
    text = "".join("".join(paragraphs).split())[:_LOOKED_AT]
    links: dict[str, None] = {}
    for link in tree.iter("a"):
        if len(links) >= _MOST_LINKS:
            break
        links["".join("".join(link.itertext()).split())[:_LONGEST]] = None
    if len(links) < _FEWEST:
        return False
    covered = sum(text.count(link) * len(link) for link in links if len(link) >= _SHORTEST)
    return covered > len(text) * _SHARE
