"""The origin of a saved page: its address, and the day it was saved, by the marks of the tools that save pages.

None of these days is a publication date.
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
"""Characters at the top in which a tool's comment is looked for."""

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
"""Second-level labels shared by many sites: `example.co.uk`."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a copy came from."""

    address: str = ""
    captured: date | None = None


def origin_of(html: str, tree: HtmlElement) -> Origin:
    """Return what the tool that saved a page recorded; empty if nothing.

    `html` is the original page with its comments.
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
    """Return the address of the article: the one the page states as its own, if it is on the same site.

    `saved` is where the copy was taken, `stated` are the addresses in its metadata.
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
    """Say whether a page saved from `saved` may have this `address`: on the same site and not its front page."""
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
    """Return the registrable domain of a host: `example.org`, `example.co.uk`."""
    labels = host.split(".")
    shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHARED
    return labels[-3:] if shared else labels[-2:]


def _joined(saved: str, written: str) -> str:
    try:
        return urljoin(saved, written) if saved and written else written
    except ValueError:
        return ""


def _unarchived(address: str) -> str:
    """Return the original address within that of an archived copy."""
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
