"""What a page tells machines about its article, and the `meta` elements of its head by their many names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.dossier.credit import without_by

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What one source of a page's metadata says: JSON-LD, `meta` elements or microdata; empty by default."""

    title: str = ""
    published: tuple[str, ...] = ()
    """Dates verbatim, best first."""
    changed: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    site: str = ""
    """The outlet's name."""
    language: str = ""
    tags: tuple[str, ...] = ()
    address: str = ""
    text: str = ""
    """The whole text, if the page has it for machines too."""
    closed: bool = False
    """Whether the page says that it is not free to read."""


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts on one line each, without empty and duplicate ones."""
    return tuple(dict.fromkeys(line for line in (" ".join(text.split()) for text in texts) if line))


_TITLE = (
    "dc:title", "dcterms:title", "dcterm:title", "og:title", "citation_title", "twitter:title", "parsely-title",
    "sailthru:title", "title", "headline", "hdl",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru:date", "citation_publication_date", "citation_online_date", "citation_date",
    "dc:date:issued", "dcterms:issued", "dc:date", "dcterms:date", "pubdate", "publishdate", "publish_date",
    "publish-date", "published_date", "published-date", "publication_date", "publicationdate", "date_published",
    "published_time", "published_at", "publish_time", "originalpublicationdate", "article_date_original",
    "article:post_date", "article:published_date", "cxenseparse:recs:publishtime", "bt:pubdate", "rbpubdate", "ptime",
    "pdate", "dcsext:articlefirstpublished", "vr:published_time", "mediator_published_time", "og:pubdate", "og:date",
    "og:publish_date", "og:regdate", "displaydate", "dateposted", "date", "shareaholic:article_published_time",
)  # fmt: skip
_CREATED = (
    "dcterms:created", "dc:date:created", "dc:created", "datecreated", "created", "article:create_time",
    "release_date", "video:release_date",
)  # fmt: skip
"""Used only without a publication date: an article may wait for weeks."""

_CHANGED = (
    "article:modified_time", "og:updated_time", "article:modified", "og:article:modified_time", "datemodified",
    "dcterms:modified", "dc:date:modified", "dc:modified", "lastmod", "last-modified", "lastmodified", "last_modified",
    "modified_time", "revision_date", "article:post_modified", "bt:moddate", "utime", "date_modified", "updated_time",
)  # fmt: skip
_AUTHOR = (
    "dc:creator", "dcterms:creator", "dcterm:creator", "author", "parsely-author", "article:author",
    "og:article:author", "article:author_name", "book:author", "books:author",
    "citation_author", "sailthru:author", "byl", "byline", "og:author", "dc:contributor", "cxenseparse:author",
    "article:author:name", "authors", "shareaholic:article_author_name", "rbauthors", "twitter:data1",
)  # fmt: skip
_SITE = (
    "og:site_name", "dc:publisher", "dcterms:publisher", "article:publisher:name", "citation_journal_title",
    "publisher", "cre", "application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone",
)  # fmt: skip
_LANGUAGE = ("og:locale", "dc:language", "dcterms:language", "content-language", "language", "inlanguage")
_TAGS = (
    "article:tag",
    "parsely-tags",
    "news_keywords",
    "keywords",
    "sailthru:tags",
    "dc:subject",
    "cxenseparse:keywords",
)
_ADDRESS = ("og:url", "parsely-link", "twitter:url", "citation_public_url", "dc:identifier", "identifier")
_KNOWN = frozenset((*_TITLE, *_PUBLISHED, *_CREATED, *_CHANGED, *_AUTHOR, *_SITE, *_LANGUAGE, *_TAGS, *_ADDRESS))
_ATTRIBUTES = ("property", "name", "itemprop", "http-equiv")
"""Attributes that hold the name, most trusted first."""

_LINK = re.compile(r"(?:https?:)?//\S+|www\.\S+")
_MOST = 400
"""Elements that are examined."""

_EACH = 64
"""Values kept for one name."""


def read_meta_tags(tree: HtmlElement) -> PageMetadata:
    """Return the metadata in a page's `meta` elements."""
    found = named_meta(tree)
    label = " ".join(found.get("twitter:label1", [])).lower()
    if not re.match(r"(?:written )?by\b|author|[ée]crit par|auteur|par\b|verfasst von", label):
        found.pop("twitter:data1", None)
    return PageMetadata(
        title=_first(found, _TITLE),
        published=_all(found, _PUBLISHED) or _all(found, _CREATED),
        changed=_all(found, _CHANGED),
        authors=next((names for names in (_people(found.get(name, [])) for name in _AUTHOR) if names), ()),
        site=_first(found, _SITE).removeprefix("@"),
        language=_first(found, _LANGUAGE),
        tags=next((tags for tags in (_tags(found.get(name, [])) for name in _TAGS) if tags), ()),
        address=next((text for text in _all(found, _ADDRESS) if _LINK.fullmatch(text)), ""),
    )


def named_meta(tree: HtmlElement) -> dict[str, list[str]]:
    """Return the contents of the `meta` elements by name, in lower case and with colons for dots.

    If a name occurs under both `property` and `name`, only the property counts.
    """
    found: dict[str, dict[str, list[str]]] = {attribute: {} for attribute in _ATTRIBUTES}
    for place, element in enumerate(tree.iter("meta")):
        if place >= _MOST:
            break
        content = " ".join((element.get("content") or "").split())
        for attribute in _ATTRIBUTES if content else ():
            for name in (element.get(attribute) or "").lower().replace(".", ":").split():
                if name in _KNOWN or name.startswith(("twitter:label", "savepage-")):
                    values = found[attribute].setdefault(name, [])
                    values.extend([content] if len(values) < _EACH else [])
    return {name: values for attribute in reversed(_ATTRIBUTES) for name, values in found[attribute].items()}


def _all(found: dict[str, list[str]], names: tuple[str, ...]) -> tuple[str, ...]:
    return distinct(text for name in names for text in found.get(name, []))


def _first(found: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next(iter(_all(found, names)), "")


def _people(values: list[str]) -> tuple[str, ...]:
    return distinct(without_by(value.strip()) for value in values if not _LINK.fullmatch(value))


def _tags(values: list[str]) -> tuple[str, ...]:
    """Return the tags; a long run of words without a comma is a sentence, not a tag."""
    parts = [part for value in values for part in re.split(r"[,;]", value)]
    return distinct(part.strip(" #") for part in parts if len(part) <= 60)
