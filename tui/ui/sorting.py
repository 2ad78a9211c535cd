"""The order of the list as a word of the query, so that it can be seen, typed and taken back."""

from __future__ import annotations

import re

_ORDERS = ("date", "-date", "relevance", "source", "length")
_SORT = re.compile(r"(?<!\S)sort:(\S+)")


def with_next_order(text: str) -> str:
    """Return the query `text` with the next order in turn: after the last one, with none."""
    found = _SORT.search(text)
    bare = " ".join(_SORT.sub(" ", text).split()) if found else text.strip()
    place = _ORDERS.index(found[1]) + 1 if found and found[1] in _ORDERS else 0
    if place == len(_ORDERS):
        return bare
    return f"{bare} sort:{_ORDERS[place]}".strip()
