"""Whom a byline credits, without the words around the name.

An article keeps its byline as published; grouping by author needs the bare name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.base.calendar_names import WEEKDAY
from tui.locale import _

_OPENING = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|story|text|texte|propos recueillis)\s+)?(?:by|par)\b[\s:]+",
    re.IGNORECASE,
)
_DAY = (
    rf"(?:(?:{WEEKDAY}),?\s+)?"
    r"(?:[^\W\d_]{3,9}\.?\s+\d{1,2},?|\d{1,2}\.?\s+[^\W\d_]{3,9}\.?)\s+\d{4}\b.*"
)
_CLOSING = re.compile(
    rf"(?<![\s,·|–—-])[\s,·|–—-]+(?:(?:updated|published|on|le|publié)\W+){{0,3}}{_DAY}$"
    r"|(?<![\s,·|])[\s,·|]+updated\W*$",
    re.IGNORECASE,
)
"""Begins where a run of separators begins: ten thousand of them would be tried from each one otherwise."""
_BY = re.compile(r"(?:by|par)\s+(?=[^\W\d_])", re.IGNORECASE)


def without_by(author: str) -> str:
    """Return an author field without a leading "By"."""
    found = _BY.match(author)
    return author[found.end() :] if found else author


@lru_cache(maxsize=4096)
def credited(author: str) -> str:
    """Return a byline without a leading "By" and a trailing date; unchanged if nothing would be left."""
    bare = _CLOSING.sub("", _OPENING.sub("", author)).strip(" ,;|·")
    return bare or author


def told_by(source: str, retold: bool) -> str:
    """Name whose words an article's are: `AFP`, or `retold from AFP`; empty where its own source is not known."""
    if not retold:
        return source
    return _("retold from {source}").format(source=source) if source else _("retold")
