"""Structured data: the article that a page describes in JSON-LD or microdata, in the vocabulary of schema.org.

A page also describes its site, its breadcrumbs and other articles. Only top-level items count, and of several articles
only the one with the page's own address or title.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.base.folding import essence
from tui.importing.html.metadata import PageMetadata, distinct

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, object]

_ARTICLE = re.compile(
    r"(?:https?://schema\.org/|schema:)?(?:\w*Article|(?:Live)?Blog(?:Posting)?|Report|Review|Recipe|HowTo|\w+Posting"
    r"|PressRelease|Column|AnalysisNewsArticle)$"
)
_PAGE = re.compile(
    r"(?:https?://schema\.org/|schema:)?(?:WebPage|ItemPage|VideoObject|CreativeWork|BookChapter|Chapter)$"
)
_LONGEST = 2_000_000
"""The longest script that is parsed."""

_DATES = ("datePublished", "dateModified")
_MOST_NODES = 2000
_TRACKED = re.compile(r"[?#].*$")


def read_json_ld(tree: HtmlElement, address: str = "", title: str = "") -> PageMetadata:
    """Return what JSON-LD says about the article.

    `address` and `title` are the page's own and identify its article among others.
    """
    nodes = list(_nodes(tree))
    article = _article(nodes, address, title)
    if article is None:
        return PageMetadata()
    return _metadata(article, {str(node["@id"]): node for node in nodes if node.get("@id")}, title)


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    """Yield the top-level items of the page's scripts."""
    seen = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = [_loaded(script.text or "") or _salvaged(script.text or "")]
        while waiting and seen < _MOST_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting = [*node[:_MOST_NODES], *waiting]
            elif isinstance(node, dict):
                yield node
                waiting += [node.get("@graph"), node.get("mainEntity")]
                if not isinstance(node.get("mainEntityOfPage"), str):
                    waiting.append(node.get("mainEntityOfPage"))


def _loaded(script: str) -> object:
    """Parse a script; None if it is not JSON."""
    if len(script) > _LONGEST:
        return None
    bare = _unwrapped(script)
    for text in (bare, html.unescape(bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _salvaged(script: str) -> Node | None:
    """Return the dates of a script that is not JSON, if it states one publication date only."""
    stated = {name: set(re.findall(rf'"{name}"\s*:\s*"([^"]{{8,40}})"', script[:_LONGEST])) for name in _DATES}
    if len(stated["datePublished"]) != 1:
        return None
    return {"@type": "Article", **{name: values.pop() for name, values in stated.items() if len(values) == 1}}


def _unwrapped(script: str) -> str:
    """Return a script without the comment or CDATA section around it."""
    bare = script.strip()
    for opening in ("<!--", "//", "<![CDATA["):
        bare = bare.removeprefix(opening).lstrip()
    for closing in ("]]>", "//", "-->", ";"):
        bare = bare.removesuffix(closing).rstrip()
    return bare


def _article(nodes: list[Node], address: str, title: str) -> Node | None:
    """Return the item of the page's article; None if there is none, or several and none is the page's."""
    articles = [
        node for node in nodes if _is(node, _ARTICLE) and (_text(node, "headline", "name") or node.get("datePublished"))
    ]
    if len(articles) > 1:
        distinct_titles = {essence(_text(node, "headline", "name")) for node in articles}
        own = [node for node in articles if _is_own(node, address, title)]
        return own[0] if own else (articles[0] if len(distinct_titles) == 1 else None)
    if articles:
        return articles[0]
    pages = [node for node in nodes if _is(node, _PAGE) and node.get("datePublished")]
    return pages[0] if pages else None


def _is(node: Node, form: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(kind, str) and form.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _is_own(node: Node, address: str, title: str) -> bool:
    entity = node.get("mainEntityOfPage")
    named = [node.get("url"), node.get("@id"), entity, entity.get("@id") if isinstance(entity, dict) else ""]
    plain = _TRACKED.sub("", address).rstrip("/")
    if plain and any(isinstance(one, str) and _TRACKED.sub("", one).rstrip("/") == plain for one in named):
        return True
    headline = essence(_text(node, "headline", "name"))
    return bool(headline) and headline in essence(title)


def _metadata(node: Node, by_id: dict[str, Node], title: str) -> PageMetadata:
    publisher = _referred(node.get("publisher"), by_id)
    return PageMetadata(
        title=_headline(node, title),
        published=distinct((_text(node, "datePublished", "dateCreated", "uploadDate"),)),
        changed=distinct((_text(node, "dateModified"),)),
        authors=distinct(_names(node.get("author") or node.get("creator"), by_id)),
        site=next(_names(publisher, by_id), ""),
        language=_text(node, "inLanguage"),
        tags=_tags(node.get("keywords")),
        address=_text(node, "url"),
        text=_text(node, "articleBody", lines=True),
        closed=str(node.get("isAccessibleForFree")).lower() == "false",
    )


def _headline(node: Node, title: str) -> str:
    """Return the headline, or the name if only that is in the page's own title."""
    headline, name = _text(node, "headline"), _text(node, "name")
    shown = essence(title)
    return name if name and essence(headline) not in shown and essence(name) in shown else headline or name


def _text(node: Node, *names: str, lines: bool = False) -> str:
    """Return the first of these properties that is a text, unescaped; of a list the first item."""
    for name in names:
        value = node.get(name)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, str) and value.strip():
            text = html.unescape(value).strip()
            return text if lines else " ".join(text.split())
    return ""


def _referred(value: object, by_id: dict[str, Node]) -> object:
    """Resolve a bare reference."""
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        return by_id.get(str(value["@id"]), value)
    return value


def _names(value: object, by_id: dict[str, Node]) -> Iterator[str]:
    """Yield names of people or organisations: texts, named items, or references to them."""
    for one in value if isinstance(value, list) else [value]:
        thing = _referred(one, by_id)
        if isinstance(thing, str):
            yield html.unescape(thing).strip()
        elif isinstance(thing, dict):
            names = thing.get("name")
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str):
                    yield html.unescape(name).strip()


def _tags(value: object) -> tuple[str, ...]:
    texts = value if isinstance(value, list) else re.split(r"[,;]", value) if isinstance(value, str) else []
    return distinct(html.unescape(text) for text in texts if isinstance(text, str) and ":" not in text[:12])


def read_microdata(tree: HtmlElement) -> PageMetadata:
    """Return what the first article in microdata says."""
    scope = next((one for one in tree.iter() if _ARTICLE.match((one.get("itemtype") or "").strip())), None)
    if scope is None:
        return PageMetadata()
    found: dict[str, list[str]] = {}
    for element in scope.iterdescendants():
        for name in (element.get("itemprop") or "").split():
            if name in _MICRODATA and _scope_of(element) is scope:
                found.setdefault(name, []).append(_value(element))
    return PageMetadata(
        title=next(iter(distinct(found.get("headline", []))), ""),
        published=distinct(found.get("datePublished") or found.get("dateCreated", [])),
        changed=distinct(found.get("dateModified", [])),
        authors=distinct(found.get("author") or found.get("creator", [])),
        site=next(iter(distinct(found.get("publisher", []))), ""),
        tags=distinct(found.get("keywords", [])),
    )


_MICRODATA = frozenset(
    ("headline", "datePublished", "dateCreated", "dateModified", "author", "creator", "publisher", "keywords")
)


def _scope_of(element: HtmlElement) -> HtmlElement | None:
    """Return the item that an element's property belongs to."""
    return next((one for one in element.iterancestors() if one.get("itemscope") is not None), None)


def _value(element: HtmlElement) -> str:
    """Return the value of a property: for machines if it has one, or the name within if it is an item itself."""
    if element.get("itemscope") is not None:
        names = (one for one in element.iterdescendants() if "name" in (one.get("itemprop") or "").split())
        named = next(names, None)
        return _value(named) if named is not None and named.get("itemscope") is None else ""
    return element.get("content") or element.get("datetime") or str(element.text_content())
