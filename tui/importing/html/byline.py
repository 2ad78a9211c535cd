"""The byline of a page: who wrote its article, as given and as names of persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.base.folding import essence, fold
from tui.importing.clippings.byline import read_byline
from tui.importing.clippings.outlet import is_outlet, is_person
from tui.importing.dating.written_date import dates_in
from tui.importing.html.metadata import PageMetadata, distinct
from tui.importing.html.regions import is_aside

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = re.compile(r"byline|author|dateline|writtenby|p-author", re.I)
_LONGEST = 100
_MOST_WRITERS = 4
"""The most links of a byline; a line with more is a menu."""

_MOST = 20_000
"""Elements in which a byline is looked for."""

_NO_LINES = frozenset(("body", "html", "head", "meta", "link", "script", "style", "form", "button", "input"))
_NAME = re.compile(r"(?:author|byline|writer)[-_]{0,2}(?:name|link)", re.I)
_ROLES = re.compile(r",?\s+(?:edited|translated|illustrat\w+|photograph\w*|photos?)\s+by\s", re.I)

_LINK = re.compile(r"https?://|www\.|@|\.(?:com|org|net|html?)\b", re.I)
_SPLIT = re.compile(r"\s*(?:[,;|•·]|\s&\s|\s(?:and|et|und|y)\s)\s*")
_OPENING = re.compile(
    r"^\W*(?:(?:written|posted|reported|story|text|texte|published|publié|veröffentlicht|publicado|scritto|geschrieben)"
    r"\s+)?(?:(?:by|par|von|por|di|da|door|av|af)\b[\s:]+"
    r"|(?:autor(?:in)?|auteur|author|autore|interview|text|piše|автор)\s*:\s*)",
    re.I,
)
_MOST_WORDS = 8
_BUTTON = re.compile(
    r"\b(?:follow|suivre|sign|log|share|partager|subscribe|abonne\w*|comment\w*|more|plus|view|voir|see|read|lire|about"
    r"|updated?|edit|published|publie\w*|posted|print|email|menu|search|contact|bio|profile|articles?)\b|\d{4}"
)
_NOBODY = frozenset(
    "admin administrator author editor editors staff guest contributor contributors webmaster redaction unknown"  # noqa: SIM905
    " anonymous newsroom redacteur user root default wordpress wordpressadmin siteadmin webadmin publisher redaktion"
    " redaccion redazione redactie no nobody none sponsored gesponserte inhalte zvg".split()
)


@dataclass(frozen=True, slots=True)
class PageByline:
    """Who wrote the article of a page."""

    given: str = ""
    """As the page gives it, with whatever else is in the line."""
    author: str = ""
    """The names of persons in it, with a comma between them."""


def _unlike(authors: tuple[str, ...]) -> list[str]:
    """Return the authors without entries that are another author followed by a button."""
    return [one for one in authors if not any(_goes_on(one, other) for other in authors)]


def _goes_on(name: str, other: str) -> bool:
    """Say whether an entry is another one plus a word: `Ada RellFollow`, not `Ada Relling`."""
    behind = name.removeprefix(other)
    return behind not in ("", name) and not behind[0].islower()


def page_byline(tree: HtmlElement, metadata: Iterable[PageMetadata], sites: tuple[str, ...]) -> PageByline:
    """Return the byline: from the metadata, best first, else from the line marked as such."""
    best = PageByline()
    for source in metadata:
        given = ", ".join(_unlike(source.authors))
        author = ", ".join(_names(source.authors, sites))
        if author:
            return PageByline(given, author)
        best = best if best.given else PageByline(", ".join(name for name in source.authors if _says_who(name)))
    for element in _marked(tree):
        line = " ".join(str(element.text_content()).split())
        author = ", ".join(_of_element(element, sites))
        if author:
            return PageByline(_narrowest(element, author), author)
        best = best if best.given or not _could_sign(line) else PageByline(line)
    return best


def shown_byline(byline: PageByline, sites: tuple[str, ...]) -> str:
    """Return whom the page credits: the names of persons, or its byline as given without the words before a name.

    A site, an account that is nobody's, an address, figures and the buttons beside a name are none; a line of nothing
    else names nobody.
    """
    if byline.author:
        return byline.author
    given = _OPENING.sub("", byline.given).strip(" ,|:")
    letters = sum(map(str.isalpha, given))
    if not letters or given[-1] in "-–—" or sum(map(str.isdigit, given)) > letters or _LINK.search(given):
        return ""
    words = essence(given).split()
    same = "".join(words)
    known = {essence(name).replace(" ", "") for site in sites for name in (site, _host(site))}
    if same in known or all(word in _SHARED or word in _NOBODY for word in words):
        return ""
    return "" if (is_outlet(given) and not is_person(given)) or _ORGANISATION.search(given) else given


def _host(site: str) -> str:
    """Return `example` of `example.org`."""
    return site.partition(".")[0] if _HOST.fullmatch(site) else ""


_ORGANISATION = re.compile(
    r"\b(?:gmbh|inc|llc|ltd|e\. ?v|s\.?a\.?r\.?l|verlag|verband|bund|zeitung|volksblatt|foundation)\b", re.I
)

_SHARED = frozenset(
    "twitter facebook whatsapp linkedin pinterest telegram reddit instagram youtube flipboard pocket x mail email e rss"  # noqa: SIM905
    " print imprimer drucken share partager teilen tweet tweeter pin copy link save comments comment kommentare google"
    " plus send envoyer messenger threads bluesky mastodon tumblr viber vk and on via the this by article story xing"
    " follow us me like likes shares views read more menu search login home subscribe newsletter".split()
)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,12}", re.I)


def _could_sign(line: str) -> bool:
    """Say whether a marked line may be an unusual signature: short, not a button, without a date."""
    return len(line.split()) <= _MOST_WORDS and not _BUTTON.search(fold(line)) and not dates_in(line)


def _says_who(name: str) -> bool:
    """Say whether a stated author is more than an address or an account's name."""
    return not _LINK.search(name) and not all(word in _NOBODY for word in fold(name).split())


def _marked(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the short lines marked as bylines, sidebars excluded."""
    for place, element in enumerate(tree.iter()):
        if place >= _MOST:
            return
        if _is_marked(element) and not is_aside(element) and 0 < _length(element) < _LONGEST:
            yield element


def _is_marked(element: HtmlElement) -> bool:
    if element.tag in _NO_LINES:
        return False
    if element.get("rel") == "author" or "author" in (element.get("itemprop") or ""):
        return True
    return _MARK.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _narrowest(element: HtmlElement, author: str) -> str:
    """Return the narrowest marked element that still names the authors, with its "By"."""
    line = " ".join(str(element.text_content()).split())
    opening = _OPENING.match(line)
    for one in element.iterdescendants():
        text = " ".join(str(one.text_content()).split())
        if _is_marked(one) and all(name in text for name in author.split(", ")) and len(text) < len(line):
            line = text if not opening or _OPENING.match(text) else line
    return line


def _length(element: HtmlElement) -> int:
    """Return the length of an element's text in characters, up to the limit."""
    length = 0
    for text in element.itertext():
        length += len(" ".join(text.split()))
        if length >= _LONGEST:
            break
    return length


def _of_element(element: HtmlElement, sites: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons of a marked line: from the name marked in it, its links, or all of it."""
    whole = " ".join(" ".join(element.itertext()).split())
    links = [" ".join(str(link.text_content()).split()) for link in element.iter("a")]
    people = distinct(link for link in links[:_MOST_WRITERS] if is_person(link))
    return (
        _of_line(_named(element), sites)
        or (people if len(links) <= _MOST_WRITERS and not _OPENING.match(whole) else ())
        or _of_line(_ROLES.split(whole)[0], sites)
    )


def _named(element: HtmlElement) -> str:
    """Return what is marked as the author's name or link within a line, or ""."""
    for one in element.iterdescendants():
        if one.get("itemprop") == "name" or one.get("rel") == "author" or _NAME.search(one.get("class") or ""):
            return " ".join(str(one.text_content()).split())
    return ""


def _names(written: Iterable[str], sites: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons among the names in the metadata: whatever is not an outlet."""
    found: list[str] = []
    for one in written:
        if _LINK.search(one) or not _is_somebody(one, sites):
            continue
        parsed = read_byline(one if _OPENING.match(one) else f"By {one}")
        if parsed is not None and (parsed.author or parsed.source):
            found += _SPLIT.split(parsed.author)
        else:
            found += _SPLIT.split(_OPENING.sub("", one)) if len(one) < _LONGEST else []
    return distinct(name for name in found if _is_somebody(name, sites))


def _of_line(line: str, sites: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons of a line: it begins like a byline, or is only a name."""
    if _LINK.search(line):
        return ()
    parsed = read_byline(line)
    names = parsed.author.split(", ") if parsed is not None else [line] if is_person(line) else []
    return distinct(name for name in names if _is_somebody(name, sites) and is_person(name))


def _is_somebody(name: str, sites: tuple[str, ...]) -> bool:
    same = essence(name)
    if not same or same in {essence(site) for site in sites} or is_outlet(name):
        return False
    return not all(word in _NOBODY for word in fold(name).split())
