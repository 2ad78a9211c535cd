"""The byline of a page: who wrote its article, as the page gives it and as names of persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.dossier.byline import read_byline
from tui.dossier.folding import essence, fold
from tui.dossier.outlet import is_outlet, is_person
from tui.dossier.page.claims import Claims, distinct
from tui.dossier.page.region import is_aside

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = re.compile(r"byline|author|dateline|writtenby|p-author", re.I)
_LONGEST = 100
_MOST = 20_000
"""Elements among which a byline is looked for."""

_LINK = re.compile(r"https?://|www\.|@|\.(?:com|org|net|html?)\b", re.I)
_SPLIT = re.compile(r"\s*(?:[,;|•·]|\s&\s|\s(?:and|et|und|y)\s)\s*")
_OPENING = re.compile(
    r"^\W*(?:(?:written|posted|reported|story|text|texte|published|publié)\s+)?(?:by|par|von|por|di|da)\b[\s:]+", re.I
)
_NOBODY = frozenset(
    "admin administrator author editor editors staff guest contributor contributors webmaster redaction unknown"  # noqa: SIM905
    " anonymous newsroom redacteur user root default wordpress".split()
)


@dataclass(frozen=True, slots=True)
class PageByline:
    """Who wrote the article of a page."""

    given: str = ""
    """As the page gives it, with whatever else stands in the line."""
    author: str = ""
    """The names of persons in it, with a comma between them."""


def page_byline(tree: HtmlElement, claims: Iterable[Claims], sites: tuple[str, ...]) -> PageByline:
    """Return the byline: of the page's claims, best first, else of the line that its marks name as such."""
    best = PageByline()
    for claim in claims:
        if claim.authors:
            authors = ", ".join(_names(claim.authors, sites))
            if authors:
                return PageByline(", ".join(claim.authors), authors)
            best = best if best.given else PageByline(", ".join(claim.authors))
    for line in _marked(tree):
        found = PageByline(line, ", ".join(_of_line(line, sites)))
        if found.author:
            return PageByline(best.given or found.given, found.author)
        best = best if best.given else found
    return best


def _marked(tree: HtmlElement) -> Iterator[str]:
    """Yield the short lines that are marked as bylines, in their order; what stands aside is not looked at."""
    for place, element in enumerate(tree.iter()):
        if place >= _MOST:
            return
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        stands = element.get("rel") == "author" or "author" in (element.get("itemprop") or "") or _MARK.search(marks)
        if not stands or element.tag in ("body", "html", "head", "meta", "link", "script"):
            continue
        text = " ".join(str(element.text_content()).split()) if len(element) < 60 else ""
        if 0 < len(text) < _LONGEST and not is_aside(element):
            yield text


def _names(written: Iterable[str], sites: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons among names that the page's claims give; what is no outlet there is a person."""
    found: list[str] = []
    for one in written:
        if _LINK.search(one):
            continue
        parsed = read_byline(one if _OPENING.match(one) else f"By {one}")
        if parsed is not None and (parsed.author or parsed.source):
            found += parsed.author.split(", ") if parsed.author else []
        else:
            found += _SPLIT.split(_OPENING.sub("", one)) if len(one) < _LONGEST else []
    return distinct(name for name in found if _is_somebody(name, sites))


def _of_line(line: str, sites: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons of a line of the page: it says who by its first word, or holds nothing but a name."""
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
