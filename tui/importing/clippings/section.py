"""Sections: the names that pages give their parts, alone on a line or as a way through the site."""

from __future__ import annotations

import re

from tui.base.folding import fold

_SECTION_LIST = (
    "news world africa afrique monde mali sahel west africa politics politique security securite opinion analysis"
    " international national societe society economy economie business region regional actualite actualites actu home"
    " accueil top stories breaking conflict conflicts diplomacy diplomatie defence defense middle east europe americas"
    " asia analyse features feature interview reportage editorial tribune explainer live video exclusive"
)
_SECTIONS = frozenset(_SECTION_LIST.split())
_CRUMB = r"[^<>»›/|]{2,25}"
_CRUMBS = re.compile(rf"(?P<first>{_CRUMB})(?:\s*[>»›|]\s*{_CRUMB}|\s+/\s+{_CRUMB}){{1,5}}")


def is_section(line: str) -> bool:
    """Say whether a line could be the name of a page's section: `WORLD`, `Africa`, `Home > News > Mali`."""
    words = re.findall(r"[^\W\d_]+", fold(line))
    if not words or len(line) > 60:
        return False
    if len(words) <= 3 and (line.isupper() or all(word in _SECTIONS for word in words)):
        return True
    crumbs = _CRUMBS.fullmatch(line) if len(words) <= 8 else None
    return crumbs is not None and all(word in _SECTIONS for word in fold(crumbs["first"]).split())
