"""Whether a story says by its title that it corrects an earlier one."""

from __future__ import annotations

import re

_WORDS = {
    "en": "corrected correction corrects correcting refile refiled refiling",
    "fr": "correction corrigé corrigée rectificatif rectifié rectifiée",
    "ar": "تصحيح مصحح مصححة",
    "de": "korrigiert korrektur berichtigung",
    "es": "corregido corregida corrección",
}
"""By language, the words by which agencies and outlets mark a corrected story."""
_WORD = "|".join(sorted({word for words in _WORDS.values() for word in words.split()}, key=len, reverse=True))
_AT_HEAD = re.compile(
    rf"\s*[(\[/*]*(?:update \d+\s*[-–—:]\s*)?(?:{_WORD})(?:\s*[)\]/*]+|\s*[-–—:]|\s*,)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(rf"[(\[/]\s*(?:{_WORD})\s*[)\]/]", re.IGNORECASE)


def is_corrected(title: str) -> bool:
    """Say whether a title marks its story as a corrected one: `CORRECTED-`, `Refile:`, `(rectificatif)`."""
    return _AT_HEAD.match(title) is not None or _IN_BRACKETS.search(title) is not None
