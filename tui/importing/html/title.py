"""The title of a page's article: as given, and without the site's name if that is certain."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tui.base.folding import essence
from tui.importing.clippings.outlet import is_outlet, outlet_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SEPARATOR = re.compile(r"\s+[|\-–—•·»«›‹>/\\:~]{1,2}\s+|\s*[|_]\s*|\s+::\s*|(?<=\w):\s+|(?<=[^\x00-\u1fff])\s*-\s*")
_BRACKETED = re.compile(r"\s*\[[^\[\]]{2,40}\]$")
_LONGEST = 400
_HEADINGS = 3
"""The first headings, which are compared with the title."""

_LINKS = 80
"""The first links, among which those to the front page are looked for."""

_TELLING = 4
"""Letters of a word that two titles of one article share."""

_DASHED = re.compile(r"(?P<head>(?:\S+\s+){3,}?\S+)\s+[-–—›‹»«·•]\s+(?P<tail>[^-–—›‹»«·•]+)")
_SITE = re.compile(r"\b(?:website|webseite|site web|weblog|blog|homepage|web ?magazin|online)\b", re.I)
_SITE_WORDS = 4
_LINES = frozenset(("br", "div", "p", "time", "small", "li", "h2", "h3"))
_NAME_WORDS = 8
_NAMES = 2
"""The first names in links to the front page: menus may lead there with each of their entries."""

_ROOT = re.compile(r"(?:https?://[^/?#\s]+)?/?(?:(?:index|default|home)\.\w{3,5})?")
_WELCOME = re.compile(
    r"(?:(?:zur|back to|go to|retour a l|volver a|la|the|a) )*(?:home|homepage|home page|startseite|start|accueil"
    r"|inicio|logo|frontpage|front page|portada|forside|etusivu|hauptseite|main page|skip to \w+(?: \w+)?)?"
)
_HOST = re.compile(r"(?:[\w-]+\.)+(?:[a-z]{2,3}|info|news|blog|media|online|org|net)", re.I)

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
    """As the page prints it: the heading above the text, else the article's own."""
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
    own = _own(chosen, known, [*headings, *_headings(tree, "h2"), *titles])
    if own == chosen and not titles:
        own = _without_last(own)
    own = _whole(own, headings)
    parts = (part.strip() for part in _SEPARATOR.split(window))
    site = next((part for part in parts if part != own and _is_site(part, known)), "")
    given = titles[0] if titles else own if site else _without_last(window) or heading
    linked = {_squashed(name) for name in _home_names(tree)} - {""}
    bare = (
        own if any(essence(own) == essence(one) for one in headings) else _without_named(given or own, known | linked)
    )
    return PageTitle(given, own, _as_printed(headings, bare, window, known, linked), site)


def _own(title: str, names: set[str], headings: list[str]) -> str:
    """Return a title without the site's name; `headings` may be the title's own part."""
    likes = {essence(one) for one in headings if _squashed(one) not in names}
    return _without_site(title, names, likes - {essence(title)})


def window_title(tree: HtmlElement) -> str:
    """Return the window's title."""
    found = next(tree.iter("title"), None)
    return _clean(str(found.text_content())) if found is not None else ""


def _confirmed(titles: list[str], window: str, headings: list[str]) -> str:
    """Return the stated title that the window's title or a heading confirms, else the first."""
    shown = essence(" ".join((window, *headings)))
    return next((title for title in titles if essence(title) in shown), titles[0] if titles else "")


def _home_names(tree: HtmlElement) -> list[str]:
    """Return how the page names its site: in the first links to its front page, their pictures, and its feeds."""
    names: list[str] = []
    for link, _ in zip(tree.iter("a"), range(_LINKS), strict=False):
        if _ROOT.fullmatch(str(link.get("href") or "-").strip()):
            images = [str(image.get("alt") or "") for image in link.iter("img")]
            names += [_clean(one) for one in (str(link.text_content()), str(link.get("title") or ""), *images)]
    kept = [name for name in names if len(name.split()) <= _NAME_WORDS and not _WELCOME.fullmatch(essence(name))]
    feeds = [_clean(str(link.get("title") or "")) for link in tree.iter("link") if link.get("rel") == "alternate"]
    return [*list(dict.fromkeys(kept))[:_NAMES], *(one.partition("»")[0].strip() for one in feeds if "»" in one)]


def _headings(tree: HtmlElement, tag: str = "h1") -> list[str]:
    found = []
    for heading in tree.iter(tag):
        text = _clean("".join(_words(heading))).rstrip("¶#§ ")
        if text:
            found.append(text)
        if len(found) == _HEADINGS:
            break
    return found


def _words(heading: HtmlElement) -> Iterator[str]:
    """Yield the text of a heading, with a space around what stands in a line of its own."""
    for event, element in etree.iterwalk(heading, events=("start", "end")):
        apart = " " if element is not heading and element.tag in _LINES else ""
        if event == "start":
            yield apart + (element.text or "" if isinstance(element.tag, str) else "")
        elif element is not heading:
            yield apart + (element.tail or "")


def _clean(text: str) -> str:
    """Put a title on one line and unescape it once more."""
    return " ".join(html.unescape(text[: 4 * _LONGEST]).replace("\xad", "").split())[:_LONGEST]


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
    """Remove what follows the last ` | ` of a title, which headlines hardly ever contain, or a site behind a dash."""
    head, stroke, tail = title.rpartition(" | ")
    if stroke and tail.strip() and len(head.split()) > 1:
        return head.strip()
    cut = _DASHED.fullmatch(title)
    named = cut is not None and len(cut["tail"].split()) <= _SITE_WORDS
    return cut["head"] if cut and named and (is_outlet(cut["tail"]) or _SITE.search(cut["tail"])) else title


def _is_site(part: str, names: set[str]) -> bool:
    squashed = _squashed(part)
    if squashed in names:
        return True
    return len(part.split()) <= 4 and is_outlet(part) and any(name in squashed or squashed in name for name in names)


def _as_printed(headings: list[str], title: str, window: str, names: set[str], linked: set[str]) -> str:
    """Return the heading that the page prints above its text, or else the title without the site's name.

    That is a heading like the title or the window's, or the only one; `linked` are names that only the page's links to
    its front page give, which count where they are the whole of a part.
    """
    usable = [one for one in headings if _squashed(one) not in linked and not _is_site(one, names)]
    for one in usable:
        words = essence(one).split()
        if len(title.split()) > _FEWEST_WORDS and essence(one).startswith(f"{essence(title)} "):
            return title
        shared = len(set(words).intersection(essence(title).split()))
        if len(words) >= _FEWEST_WORDS and (shared * 2 >= len(set(words)) or window.startswith(one)):
            return _without_named(one, linked - {_squashed(one)})
    if len(headings) == 1 and usable and len(essence(usable[0]).split()) > _FEWEST_WORDS and _akin(usable[0], title):
        return _without_named(usable[0], linked)
    return title if any(essence(title) in essence(one) for one in headings) else _without_last(title)


def _akin(one: str, other: str) -> bool:
    """Say whether two titles share a word that is long enough to tell."""
    return any(len(word) >= _TELLING for word in set(essence(one).split()).intersection(essence(other).split()))


def _without_named(title: str, names: set[str]) -> str:
    """Cut the site's name off the end of a title, with the channels before it where strokes part them (`_`)."""
    cuts = [
        (title[: cut.start()].strip(), title[cut.end() :].strip(), cut[0].strip()) for cut in _SEPARATOR.finditer(title)
    ]
    for head, tail, sign in cuts:
        if head and (_squashed(tail) in names or _HOST.fullmatch(tail)):
            return title.partition("_")[0].strip() if sign == "_" else head
    return title


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
