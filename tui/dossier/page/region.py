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
_HIGHEST = frozenset(("body", "html", "main", "article"))


def is_aside(element: HtmlElement) -> bool:
    """Say whether an element, or one around it up to the article's own, stands beside the article."""
    for one in (element, *element.iterancestors()):
        if one.tag in _HIGHEST:
            return False
        if one.tag in _ASIDE_TAGS or _ASIDE.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return True
    return False
