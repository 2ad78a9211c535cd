"""Regions of a page: what stands beside its article, told by the marks around it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ASIDE_TAGS = frozenset(("aside", "nav", "footer", "form", "noscript", "select", "button", "dialog", "iframe"))
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus|related|sidebar|side-?bar|recommend\w*|recirc\w*|trending|popular"
    r"|most-?(?:read|viewed|popular)|more-?(?:stories|news|from)|read-?(?:more|next)|newsletter|promo\w*|teasers?"
    r"|cookie\w*|consent|modal|popup|carousel|latest-?news|breadcrumbs?|outbrain|taboola|footer|nav|menu)(?:$|[\s_-])",
    re.I,
)
_OWN_FOOT = re.compile(r"(?:^|[\s_-])(?:post|entry|article)[_-]footer(?=$|[\s_-])", re.I)
"""The foot of a post, which says when it appeared and who wrote it."""

_WIDGET = re.compile(r"(?:^|[\s_-])widgets?(?:$|[\s_-])", re.I)
"""What many systems call a box of their sidebars, and some the box around the article too."""

_POST = re.compile(r"(?:^|\s)(?:h-?entry|post-body|entry-content)(?:$|\s)|schema\.org/\w*(?:Article|Posting)", re.I)
_NEAR = 60
"""Elements at the top of a box among which the marks of a post are looked for."""

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

_WORDS = 3
"""A link with more words could be the headline of another article."""

_HEADS = 0.3
"""The share of paragraphs that are such headlines from which on a page is an overview of articles."""

_HIGHEST = frozenset(("body", "html", "main", "article"))


def is_aside(element: HtmlElement, feet: bool = True) -> bool:
    """Say whether an element, or one around it up to the article's own, stands beside the article.

    `feet` says that the foot of a post, which tells when it appeared, counts as beside it.
    """
    for one in (element, *element.iterancestors()):
        if one.tag in _HIGHEST:
            return False
        marks = f"{one.get('class') or ''} {one.get('id') or ''}"
        own = not feet and _OWN_FOOT.search(marks) is not None
        if one.tag in _ASIDE_TAGS and not (own and one.tag == "footer"):
            return True
        if _ASIDE.search(_OWN_FOOT.sub(" ", marks) if own else marks):
            return True
        if _WIDGET.search(marks) and not _holds_post(one):
            return True
    return False


def _holds_post(box: HtmlElement) -> bool:
    """Say whether the marks of a post stand at the top of a box."""
    first = islice(box.iterdescendants(), _NEAR)
    return any(_POST.search(f"{one.get('class') or ''} {one.get('itemtype') or ''}") for one in first)


def is_mostly_links(tree: HtmlElement, paragraphs: list[str]) -> bool:
    """Say whether paragraphs are those of a menu or a front page: links make most of them, or head many of them."""
    links = _links(tree)
    if len(links) < _FEWEST:
        return False
    text = "".join("".join(paragraphs).split())[:_LOOKED_AT]
    covered = sum(text.count(link) * len(link) for link in links if len(link) >= _SHORTEST)
    if covered > len(text) * _SHARE:
        return True
    heads = sum("".join(paragraph.split()) in links for paragraph in paragraphs if len(paragraph.split()) > _WORDS)
    return heads >= _FEWEST and heads >= len(paragraphs) * _HEADS


def _links(tree: HtmlElement) -> set[str]:
    """Return the texts of the first links that lead out of a page, without their spaces."""
    links: set[str] = set()
    for link in tree.iter("a"):
        if len(links) >= _MOST_LINKS:
            break
        if not (link.get("href") or "").startswith("#"):
            links.add("".join("".join(link.itertext()).split())[:_LONGEST])
    return links
