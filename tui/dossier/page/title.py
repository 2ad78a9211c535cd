"""The title of a page's article: as the page gives it, and without the site's name where that is certain."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.dossier.folding import essence
from tui.dossier.outlet import is_outlet, outlet_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SEPARATOR = re.compile(r"\s+[|\-–—•·»«>/\\:~]{1,2}\s+|\s*\|\s*|\s+::\s+|(?<=\w):\s+")
_BRACKETED = re.compile(r"\s*\[[^\[\]]{2,40}\]$")
_LONGEST = 400
_HEADINGS = 3
"""First headings that are compared with the title."""

_TOP_LEVEL = frozenset("www com org net co info int gov edu news ac".split())  # noqa: SIM905
_WORST_END = "…"


@dataclass(frozen=True, slots=True)
class PageTitle:
    """The title of a page."""

    given: str = ""
    """As the page's own claims, or its window's title, have it."""
    own: str = ""
    """The article's own: without the name of the site."""


def page_title(tree: HtmlElement, claimed: tuple[str, ...], sites: tuple[str, ...], address: str) -> PageTitle:
    """Return the title; `claimed` are the titles of the page's claims, best first, `sites` the outlet's names."""
    window = window_title(tree)
    headings = _headings(tree)
    claims = [_clean(one) for one in claimed if _clean(one)]
    given = _chosen(claims, window, headings) or window or (headings[0] if len(headings) == 1 else "")
    names = {_squashed(site) for site in sites} | _labels(address)
    names.discard("")
    likes = {essence(heading) for heading in headings} | {essence(one) for one in claims}
    own = _without_site(given, names, likes - {essence(given)})
    return PageTitle(given, _whole(own, headings))


def window_title(tree: HtmlElement) -> str:
    """Return what the page's window is called."""
    found = next(tree.iter("title"), None)
    return _clean(str(found.text_content())) if found is not None else ""


def _chosen(claims: list[str], window: str, headings: list[str]) -> str:
    """Return the claim that the window's title or a heading confirms, else the first."""
    shown = essence(" ".join((window, *headings)))
    return next((claim for claim in claims if essence(claim) in shown), claims[0] if claims else "")


def _headings(tree: HtmlElement) -> list[str]:
    found = []
    for heading in tree.iter("h1"):
        text = _clean(str(heading.text_content()))
        if text:
            found.append(text)
        if len(found) == _HEADINGS:
            break
    return found


def _clean(text: str) -> str:
    """Put a title on one line; marks that were escaped twice are read."""
    return " ".join(html.unescape(text[: 4 * _LONGEST]).split())[:_LONGEST]


def _without_site(title: str, names: set[str], likes: set[str]) -> str:
    """Take the site's name off either end, and sections with it, while it is sure that they are no words of the title."""
    bare = _BRACKETED.sub("", title)
    if bare != title and _squashed(title[len(bare) :]) in names:
        title = bare
    cuts = list(_SEPARATOR.finditer(title))
    for cut in cuts:  # the longest ending first
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if head and tail and (essence(head) in likes or (cut is cuts[-1] and _is_site(tail, names))):
            return head
    for cut in reversed(cuts):
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if head and tail and (essence(tail) in likes or (cut is cuts[0] and _is_site(head, names))):
            return tail
    return title


def _is_site(part: str, names: set[str]) -> bool:
    squashed = _squashed(part)
    if squashed in names:
        return True
    return len(part.split()) <= 4 and is_outlet(part) and any(name in squashed or squashed in name for name in names)


def _whole(title: str, headings: list[str]) -> str:
    """Return the heading that a title cut short begins."""
    stem = title.removesuffix(_WORST_END).removesuffix("...").rstrip()
    if stem == title or len(stem) < 15:
        return title
    return next((heading for heading in headings if heading.startswith(stem)), title)


def _labels(address: str) -> set[str]:
    """Return the names that a host gives away: `example` and `example.org` of `news.example.org`."""
    host = outlet_of(address)
    return {_squashed(label) for label in host.split(".") if label not in _TOP_LEVEL and len(label) > 2} | {
        _squashed(host)
    }


def _squashed(name: str) -> str:
    return essence(name).removeprefix("the ").replace(" ", "")
