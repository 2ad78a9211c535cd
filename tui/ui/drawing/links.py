"""The web addresses that stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.base.printable import printable_line

MOST = 200
"""Addresses that are listed at most."""

_ADDRESS = re.compile(r"https?://[^\s<>\"'“”«»‘’`{}|\\^]{4,2000}", re.IGNORECASE)
_ENDS = ".,;:!?…*_"


def links_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses that stand in texts, each once, in their order; `MOST` of them.

    Punctuation at the end is the sentence's, and so is a closing bracket that was not opened in the address.
    """
    found: dict[str, None] = {}
    for text in texts:
        for match in _ADDRESS.finditer(text):
            address = _trimmed(match[0])
            if is_address(address):
                found.setdefault(address)
            if len(found) == MOST:
                return tuple(found)
    return tuple(found)


def is_address(address: str) -> bool:
    """Say whether a text is a web address that can be shown as it is, and opened."""
    return bool(_ADDRESS.fullmatch(address)) and printable_line(address) == address


def _trimmed(address: str) -> str:
    while address:
        last = address[-1]
        opened = {")": "(", "]": "["}.get(last)
        if last in _ENDS or (opened and address.count(opened) < address.count(last)):
            address = address[:-1]
        else:
            break
    return address
