"""The title of a page's article: as given, and without the site's name if that is certain."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.base.folding import essence
from tui.importing.clippings.outlet import is_outlet, outlet_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SEPARATOR = re.compile(r"\s+[|\-–—•·»«>/\\:~]{1,2}\s+|\s*[|_]\s*|\s+::\s*|(?<=\w):\s+|(?<=[^\x00-\u1fff])\s*-\s*")
_BRACKETED = re.compile(r"\s*\[[^\[\]]{2,40}\]$")
_LONGEST = 400
_HEADINGS = 3
"""The first headings, which are compared with the title."""

_FEWEST_WORDS = 3
"""The fewest words of a heading that may be printed in place of the title."""

_TOP_LEVEL = frozenset("www com org net co info int gov edu news ac".split())  # noqa: SIM905
_CUT_SHORT = "…"
_SHORTEST = 8
"""The shortest heading that is not a section's."""


@dataclass(frozen=True, slots=True)
class PageTitle:
    """The title of a page."""

    given: str = ""
    """As the metadata state it; otherwise the window's title, without the site's name if the address confirms it."""
    own: str = ""
    """The article's own, without the site's name."""
    shown: str = ""
    """As the page prints it: its only heading, if that is like the title, else as given."""
    site: str = ""
    """The site's name, if the window's title has it and the address agrees."""


def page_title(tree: HtmlElement, stated: tuple[str, ...], names: tuple[str, ...], address: str) -> PageTitle:
    """Return the title.

    `stated` are the titles in the metadata, best first; `names` those of the outlet and the authors, which often follow
    the title in the window's.
    """
    window = window_title(tree)
    headings = _headings(tree)
    titles = [title for title in map(_clean, stated) if title]
    heading = headings[0] if len(headings) == 1 else ""
    known = ({_squashed(name) for name in names} | _labels(address)) - {""}
    chosen = _confirmed(titles, window, headings) or window or heading
    likes = {essence(one) for one in (*headings, *_headings(tree, "h2"), *titles) if _squashed(one) not in known}
    own = _without_site(chosen, known, likes - {essence(chosen)})
    if own == chosen and not titles:
        own = _without_last(own)
    own = _whole(own, headings)
    parts = (part.strip() for part in _SEPARATOR.split(window))
    site = next((part for part in parts if part != own and _is_site(part, known)), "")
    given = titles[0] if titles else own if site else _without_last(window) or heading
    return PageTitle(given, own, _as_printed(heading, given or own, known), site)


def window_title(tree: HtmlElement) -> str:
    """Return the window's title."""
    found = next(tree.iter("title"), None)
    return _clean(str(found.text_content())) if found is not None else ""


def _confirmed(titles: list[str], window: str, headings: list[str]) -> str:
    """Return the stated title that the window's title or a heading confirms, else the first."""
    shown = essence(" ".join((window, *headings)))
    return next((title for title in titles if essence(title) in shown), titles[0] if titles else "")


def _headings(tree: HtmlElement, tag: str = "h1") -> list[str]:
    found = []
    for heading in tree.iter(tag):
        text = _clean(str(heading.text_content()))
        if text:
            found.append(text)
        if len(found) == _HEADINGS:
            break
    return found


def _clean(text: str) -> str:
    """Put a title on one line and unescape it once more."""
    return " ".join(html.unescape(text[: 4 * _LONGEST]).split())[:_LONGEST]


def _without_site(title: str, names: set[str], likes: set[str]) -> str:
    """Remove the site's name and sections from either end, if they are certain not to be the title."""
    bare = _BRACKETED.sub("", title)
    if bare != title and _is_site(title[len(bare) :], names):
        title = bare
    cuts = [(title[: cut.start()].strip(), title[cut.end() :].strip()) for cut in _SEPARATOR.finditer(title)]
    for head, tail in cuts:
        if tail and essence(head) in likes and len(head) >= _SHORTEST:
            return head
    for head, tail in reversed(cuts):
        if head and essence(tail) in likes and len(tail) >= max(_SHORTEST, len(head)):
            return tail
    while cuts and cuts[-1][0] and _is_site(cuts[-1][1], names):
        title = cuts.pop()[0]
    if cuts and cuts[0][1] and _is_site(cuts[0][0], names):
        return title[title.index(cuts[0][1][:20]) :]
    return title


def _without_last(title: str) -> str:
    """Remove what follows the last ` | ` of a window's title: headlines hardly ever contain one."""
    head, stroke, tail = title.rpartition(" | ")
    return head.strip() if stroke and tail.strip() and len(head.split()) > 1 else title


def _is_site(part: str, names: set[str]) -> bool:
    squashed = _squashed(part)
    if squashed in names:
        return True
    return len(part.split()) <= 4 and is_outlet(part) and any(name in squashed or squashed in name for name in names)


def _as_printed(heading: str, title: str, names: set[str]) -> str:
    """Return the only heading if it shares half of its words with the title and is not the site's name."""
    words = set(essence(heading).split())
    if len(words) < _FEWEST_WORDS or _is_site(heading, names):
        return title
    return heading if len(words.intersection(essence(title).split())) * 2 >= len(words) else title


def _whole(title: str, headings: list[str]) -> str:
    """Return the heading that completes a truncated title."""
    stem = title.removesuffix(_CUT_SHORT).removesuffix("...").rstrip()
    if stem == title or len(stem) < 15:
        return title
    return next((heading for heading in headings if heading.startswith(stem)), title)


def _labels(address: str) -> set[str]:
    """Return the names in a host: `example` and `example.org` of `news.example.org`."""
    host = outlet_of(address)
    return {_squashed(label) for label in host.split(".") if label not in _TOP_LEVEL and len(label) > 2} | {
        _squashed(host)
    }


def _squashed(name: str) -> str:
    return essence(name).removeprefix("the ").replace(" ", "")
