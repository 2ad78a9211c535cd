"""Regions of a page beside its article: sidebars, related links, players, and boxes of facts.

Only what markup or shape make certain is removed, and never so much that the article itself could be in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from tui.base.folding import essence, fold

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
"""The footer of a post, which says when it was published and by whom."""

_WIDGET = re.compile(r"(?:^|[\s_-])widgets?(?:$|[\s_-])", re.I)
"""What many systems call a sidebar box, and some the box around the article."""

_POST = re.compile(r"(?:^|\s)(?:h-?entry|post-body|entry-content)(?:$|\s)|schema\.org/\w*(?:Article|Posting)", re.I)
_NEAR = 60
"""Elements at the top of a box in which the classes of a post are looked for."""

_MOST_LINKS = 1000
_LOOKED_AT = 50_000
"""Characters of a text in which links are counted."""

_LONGEST_LINK = 300
_FEWEST_LINKS = 8
"""The fewest links that make a list."""

_SHORTEST = 8
"""The shortest link that counts; shorter ones are words of the text."""

_LINKED = 0.6
"""The share of linked characters above which a page is not an article."""

_WORDS = 3
"""A link with more words may be the headline of another article."""

_HEADS = 0.3
"""The share of such headlines among the paragraphs above which a page is an overview."""

_HIGHEST = frozenset(("body", "html", "main", "article"))


def is_aside(element: HtmlElement, feet: bool = True) -> bool:
    """Say whether an element is beside the article, by its ancestors up to the article's own.

    With `feet` the footer of a post counts as beside it.
    """
    for one in (element, *element.iterancestors()):
        if one.tag in _HIGHEST:
            return False
        own, aside, widget = _said_by(f"{one.get('class') or ''} {one.get('id') or ''}", feet)
        if one.tag in _ASIDE_TAGS and not (own and one.tag == "footer"):
            return True
        if aside or (widget and not _holds_post(one)):
            return True
    return False


@lru_cache(maxsize=4096)
def _said_by(marks: str, feet: bool) -> tuple[bool, bool, bool]:
    """Say whether class and id name the footer of a post that counts as its own, something beside it, and a widget."""
    own = not feet and _OWN_FOOT.search(marks) is not None
    aside = _ASIDE.search(_OWN_FOOT.sub(" ", marks) if own else marks) is not None
    return own, aside, _WIDGET.search(marks) is not None


def _holds_post(box: HtmlElement) -> bool:
    """Say whether a box holds a post, by the classes at its top."""
    first = islice(box.iterdescendants(), _NEAR)
    return any(_POST.search(f"{one.get('class') or ''} {one.get('itemtype') or ''}") for one in first)


def is_mostly_links(tree: HtmlElement, paragraphs: list[str]) -> bool:
    """Say whether paragraphs are a menu or a front page: mostly links, or many headed by links."""
    links = _links(tree)
    if len(links) < _FEWEST_LINKS:
        return False
    text = "".join("".join(paragraphs).split())[:_LOOKED_AT]
    covered = sum(text.count(link) * len(link) for link in links if len(link) >= _SHORTEST)
    if covered > len(text) * _LINKED:
        return True
    heads = sum("".join(paragraph.split()) in links for paragraph in paragraphs if len(paragraph.split()) > _WORDS)
    return heads >= _FEWEST_LINKS and heads >= len(paragraphs) * _HEADS


def _links(tree: HtmlElement) -> set[str]:
    """Return the texts of the first links out of a page, without spaces."""
    links: set[str] = set()
    for link in tree.iter("a"):
        if len(links) >= _MOST_LINKS:
            break
        if not (link.get("href") or "").startswith("#"):
            links.add("".join("".join(link.itertext()).split())[:_LONGEST_LINK])
    return links


_PLAYER = re.compile(
    r"(?:^|\s)(?:video-js|vjs-[\w-]+|jw-?player|jw-[\w-]+|mejs-[\w-]+|mejs__[\w-]+|plyr(?:__[\w-]+)?|flowplayer|fp-ui"
    r"|yvp-[\w-]+|html5-video-player|video-player-controls|player-(?:controls|error)|pane-?(?:busy|system-?error))(?:$|\s)",
    re.I,
)
_RELATED_BOX = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend(?:ed|ations?)|trending|most-?(?:read|viewed|popular)|newsletter|modal|popup"
    r"|more-?(?:stories|news|from)|cookie\w*|consent|outbrain|taboola|carousel|slide-?show)(?:$|[\s_-])",
    re.I,
)
_BLOCKS = frozenset(("div", "section", "ul", "ol", "aside", "figure"))
_ROLES = frozenset(("dialog", "alertdialog", "menu", "menubar", "toolbar", "progressbar", "tooltip"))
_HEADINGS = ("h2", "h3", "h4", "h5")
_FEWEST_TEASERS = 4
"""The fewest entries that make a list of other articles."""

_TEASER_WORDS = 90
"""The most words of a teaser."""

_TEASERS = 0.7
"""The share of entries whose heading must be a link."""

_KEPT = 1000
"""Characters of paragraphs that must remain outside of such lists; otherwise the page is an overview."""

_MANY = 15
_NEARLY_ALL = 0.95
"""So many teasers, with this share of all paragraphs, make a front page."""

_PART = 0.25
"""The largest share of a page's paragraphs that may be removed with one box."""


def without_related_links(tree: HtmlElement) -> HtmlElement:
    """Return a copy of a tree without players, boxes and lists of related links."""
    tree = deepcopy(tree)
    _held = list(tree.iter())  # so that no walk makes them again
    sizes = _sizes(tree)
    whole = sizes.get(tree, 0)
    lists = [one for one in tree.iter("ul", "ol") if _announces(one)]
    if whole - sum(sizes.get(one, 0) for one in lists) >= _KEPT and not is_overview(tree):
        _drop(lists)
    boxes = [one for one in tree.iter() if _is_player(one) or _is_box(one)]
    _drop([one for one in boxes if sizes.get(one, 0) <= whole * _PART and next(one.iter("h1"), None) is None])
    return tree


def is_overview(tree: HtmlElement) -> bool:
    """Say whether nearly all paragraphs of a page are teasers of other articles."""
    announced = [one for one in tree.iter("article", "li") if _is_teaser(one)]
    if len(announced) < _MANY:
        return False
    within = set(announced)
    outermost = [one for one in announced if within.isdisjoint(one.iterancestors())]
    sizes = _sizes(tree)
    return sum(sizes.get(one, 0) for one in outermost) > sizes.get(tree, 0) * _NEARLY_ALL


def _sizes(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Return the length in characters of the paragraphs in each element."""
    sizes: dict[HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        length = sum(map(len, paragraph.itertext()))
        for one in (paragraph, *paragraph.iterancestors()):
            sizes[one] = sizes.get(one, 0) + length
    return sizes


def _is_player(element: HtmlElement) -> bool:
    marks = element.get("class")
    return element.get("role") in _ROLES or (bool(marks) and _PLAYER.search(marks) is not None)


def _is_box(element: HtmlElement) -> bool:
    if element.tag not in _BLOCKS:
        return False
    return _RELATED_BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _announces(entries: HtmlElement) -> bool:
    """Say whether the entries of a list are teasers: a linked heading and few words."""
    items = [one for one in entries if one.tag == "li"]
    teasers = sum(1 for item in items if _is_teaser(item))
    return teasers >= _FEWEST_TEASERS and teasers >= len(items) * _TEASERS


def _is_teaser(item: HtmlElement) -> bool:
    linked = any(
        next(heading.iter("a"), None) is not None or next(heading.iterancestors("a"), None) is not None
        for heading in item.iter(*_HEADINGS)
    )
    return linked and sum(1 for _ in islice(_words(item), _TEASER_WORDS + 1)) <= _TEASER_WORDS


def _words(item: HtmlElement) -> Iterator[str]:
    return (word for text in item.itertext() for word in text.split())


def _drop(elements: list[HtmlElement]) -> None:
    """Drop elements with their content; the text after them stays."""
    for element in elements:
        if element.getparent() is not None and element.tag not in ("html", "body"):
            element.drop_tree()


_FACT = re.compile(
    r"\W*(?:(?:date|day|year|place)\s+(?:of\s+)?)?(?:founded|foundation|founding|formed|formation|born|birth|birthday|died"
    r"|death|established|establishment|incorporated|inaugurated|inauguration|dissolved|disbanded|defunct|abolished|built"
    r"|construct(?:ed|ion)|completed|commissioned|held|opened|opening|closed|launched|launch|started|begins?|began|ended"
    r"|signed|ratified|enacted|elected|appointed|sworn in|in office|assumed office|term (?:began|ended|expires)|married"
    r"|independence|discovered|introduced|premiered|premiere|recorded|(?:initial|stable|latest) release|deadline"
    r"|fonde(?:e|s)?|fondation|nee?|naissance|morte?|deces|decede(?:e)?|etabli(?:e)?|inaugure(?:e)?|construit(?:e)?"
    r"|ouvert(?:e|ure)?|ferme(?:e|ture)?|dissolution|dissous|tenue?|signe(?:e)?|elue?|mariage|independance|sortie)\b"
)
_FACT_BOX = re.compile(r"(?:^|[\s_-])(?:infobox|fact-?(?:box|file|sheet|s)|key-?facts|quick-?facts)(?:$|[\s_-])", re.I)
_ABOVE_FACTS = frozenset(("body", "article", "main"))
_MOST_ROWS = 500
_FACT_CHARACTERS = 200
_FARTHEST = 10
"""The most definitions below one term."""


def is_fact(line: str) -> bool:
    """Say whether a line opens with a word that marks the date after it as a fact of the subject: `Founded 1998`."""
    return _FACT.match(fold(line)) is not None


def in_facts(element: HtmlElement) -> bool:
    """Say whether an element is in a table with headings, in a fact box or under a fact's term."""
    for one in (element, *element.iterancestors()):
        if one.tag in _ABOVE_FACTS:
            return False
        if one.tag == "table" and (one.find("tr/th") is not None or one.find("*/tr/th") is not None):
            return True
        if one.tag in ("tr", "dd") and is_fact(_label(one)):
            return True
        if _FACT_BOX.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return True
    return False


def fact_lines(tree: HtmlElement) -> frozenset[str]:
    """Return the first rows and definitions of a page that are facts, folded."""
    return frozenset(essence(line) for line in _lines(tree) if line)


def _lines(tree: HtmlElement) -> Iterator[str]:
    for place, row in enumerate(tree.iter("tr", "dd")):
        if place >= _MOST_ROWS:
            return
        if in_facts(row):
            yield _text(row)
            yield f"{_label(row)} {_text(row)}" if row.tag == "dd" else ""


def _label(row: HtmlElement) -> str:
    """Return the first cell of a row, or the term of a definition."""
    if row.tag == "tr":
        return _text(row[0]) if len(row) > 1 else ""
    before = islice(row.itersiblings(preceding=True), _FARTHEST)
    term = next((one for one in before if one.tag == "dt"), None)
    return _text(term) if term is not None else ""


def _text(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())[:_FACT_CHARACTERS]
