"""The list of pages in a web archive (WACZ): which of the captured HTML are pages, and which only parts of pages.

A page brings other pages with it, in frames: advertisements, players, comments. Where an archive lists its pages, only
those that are listed, and those to which they lead on, are taken for articles.
"""

from __future__ import annotations

import json
from urllib.parse import urljoin

from tui.importing.limits import ARCHIVE_FILES, RECORD_HEAD_BYTES


class PageList:
    """The addresses that an archive lists, as far as they were met."""

    def __init__(self) -> None:
        self._listed: set[str] = set()
        self._met: set[str] = set()
        self._led_to: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._listed)

    @property
    def missing(self) -> int:
        """The number of listed pages of which nothing was captured."""
        return len(self._listed) - len(self._met)

    @property
    def any_met(self) -> bool:
        """Whether anything was captured that is listed."""
        return bool(self._met)

    def read(self, content: bytes) -> None:
        """Take in a list: lines of JSON with an address each (WACZ 1.1.1, pages.jsonl); other lines are passed over."""
        for line in content.splitlines():
            if len(self._listed) >= ARCHIVE_FILES:
                return
            try:
                page = json.loads(line) if len(line) <= RECORD_HEAD_BYTES else None
            except (ValueError, RecursionError):
                continue
            address = page.get("url") if isinstance(page, dict) else None
            if isinstance(address, str) and address:
                self._listed.add(_plain(address))

    def meets(self, address: str) -> bool:
        """Say whether a page is listed, or one that is listed led to it; and remember that it was captured."""
        plain = _plain(address)
        if plain in self._listed:
            self._met.add(plain)
            return True
        return plain in self._led_to

    def follow(self, address: str, location: str) -> None:
        """Learn that an address leads on to another one."""
        if self.meets(address) and len(self._led_to) < ARCHIVE_FILES:
            try:
                self._led_to.add(_plain(urljoin(address, location)))
            except ValueError:  # of an address that is none
                return


def _plain(address: str) -> str:
    """Return an address without what does not tell pages apart."""
    place = address.partition("#")[0]
    return (place.partition("://")[2] or place).rstrip("/")
