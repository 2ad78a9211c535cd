"""The origin of a saved page: the address it came from, and the day on which the copy was taken.

Each tool that saves pages leaves its own mark; none of these days is ever one of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tui.importing.clippings.outlet import outlet_of
from tui.importing.dating.written_date import first_day
from tui.importing.html.metadata import named_meta

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TOP = 10_000
"""Characters in which the comment of a tool is looked for: before the page, or at once below its first mark."""

_BOTTOM = 3_000
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s(?P<said>.{0,4000}?)-->", re.S | re.I)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=(?:\(\d+\))?(?P<address>\S+?)\s*-->", re.I)
_MIRRORED = re.compile(
    r"<!--\s*Mirrored from (?P<address>\S+) by HTTrack.{0,200}?,\s*(?P<day>[^<>]{6,60}?)\s*-->", re.I
)
_ARCHIVED = re.compile(r"FILE ARCHIVED ON \d\d:\d\d:\d\d (?P<day>[A-Z][a-z]{2} \d\d, \d{4})")
_URL_LINE = re.compile(r"^\s*url:\s*(\S+)", re.M | re.I)
_DATE_LINE = re.compile(r"^\s*saved date:\s*(.{6,80})", re.M | re.I)
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(?P<stamp>\d{8,14})(?:[a-z]{2}_)?/(?P<address>.+)", re.I)
_SCRAPBOOK = re.compile(r"\d{8}")
_WEB = re.compile(r"https?://[^\s/]+(?:/\S*)?", re.I)
_SHARED = frozenset(("ac", "asso", "co", "com", "edu", "go", "gob", "gouv", "gov", "ne", "net", "or", "org", "presse"))
"""What stands below the name of a country for many sites: `example.co.uk`."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a copy came from."""

    address: str = ""
    captured: date | None = None


def origin_of(html: str, tree: HtmlElement) -> Origin:
    """Return what the tool that saved a page noted; empty where none left a mark.

    `html` is the page as it stood, with its comments.
    """
    top, bottom = html[:_TOP], html[-_BOTTOM:]
    single = _SINGLE_FILE.search(top)
    if single:
        address, written = _URL_LINE.search(single["said"]), _DATE_LINE.search(single["said"])
        return _origin(address[1] if address else "", written[1] if written else "")
    meta = named_meta(tree)
    if "savepage-url" in meta:
        return _origin(meta["savepage-url"][0], next(iter(meta.get("savepage-date", [])), ""))
    if "data-scrapbook-source" in tree.attrib:
        stamp = _SCRAPBOOK.match(tree.get("data-scrapbook-create") or "")
        return _origin(tree.get("data-scrapbook-source"), _hyphened(stamp.group()) if stamp else "")
    mirrored = _MIRRORED.search(top)
    if mirrored:
        return _origin(f"http://{mirrored['address']}", mirrored["day"])
    saved, archived = _SAVED_FROM.search(top), _ARCHIVED.search(bottom)
    return _origin(saved["address"] if saved else "", archived["day"] if archived else "")


def article_address(tree: HtmlElement, saved: str, stated: tuple[str, ...]) -> str:
    """Return the address of the article: the one that the page calls its own, where that is one of the same site.

    `saved` is where the copy was taken, `stated` what the page's metadata say.
    """
    canonical = next(
        (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), ""
    )
    saved = _unarchived(saved)
    for written in (canonical, *stated):
        address = _unarchived(_joined(saved, written.strip()))
        if _WEB.fullmatch(address) and _could_be(address, saved):
            return address
    return saved if _WEB.fullmatch(saved) and outlet_of(saved) else ""


def _could_be(address: str, saved: str) -> bool:
    """Say whether a page taken from `saved` may call itself `address`: the same site, and no mere front page."""
    try:
        own, taken = urlsplit(address), urlsplit(saved)
        if not own.hostname:
            return False
        if not taken.hostname:
            return len(own.path) > 1 or bool(own.query)
    except ValueError:
        return False
    return _site(own.hostname) == _site(taken.hostname) and (len(own.path) > 1 or len(taken.path) <= 1)


def _site(host: str) -> list[str]:
    """Return the part of a host that all pages of a site share: `example.org`, `example.co.uk`."""
    labels = host.split(".")
    shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHARED
    return labels[-3:] if shared else labels[-2:]


def _joined(saved: str, written: str) -> str:
    try:
        return urljoin(saved, written) if saved and written else written
    except ValueError:
        return ""


def _unarchived(address: str) -> str:
    """Return the address of the page within that of its copy in an archive."""
    found = _WAYBACK.fullmatch(address)
    return found["address"] if found else address


def _origin(address: str | None, written: str) -> Origin:
    address = (address or "").strip()
    stamp = _WAYBACK.fullmatch(address)
    return Origin(
        address if _WEB.fullmatch(address) else "", first_day(written or (_hyphened(stamp["stamp"]) if stamp else ""))
    )


def _hyphened(stamp: str) -> str:
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
