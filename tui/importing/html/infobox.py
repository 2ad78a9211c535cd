"""Facts of a page: what its tables and lists of facts say of their subject, whose days are not the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tui.base.folding import essence, fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FACT = re.compile(
    r"\W*(?:(?:date|day|year|place)\s+(?:of\s+)?)?(?:founded|foundation|founding|formed|formation|born|birth|birthday|died"
    r"|death|established|establishment|incorporated|inaugurated|inauguration|dissolved|disbanded|defunct|abolished|built"
    r"|construct(?:ed|ion)|completed|commissioned|held|opened|opening|closed|launched|launch|started|begins?|began|ended"
    r"|signed|ratified|enacted|elected|appointed|sworn in|in office|assumed office|term (?:began|ended|expires)|married"
    r"|independence|discovered|introduced|premiered|premiere|recorded|(?:initial|stable|latest) release|deadline"
    r"|fonde(?:e|s)?|fondation|nee?|naissance|morte?|deces|decede(?:e)?|etabli(?:e)?|inaugure(?:e)?|construit(?:e)?"
    r"|ouvert(?:e|ure)?|ferme(?:e|ture)?|dissolution|dissous|tenue?|signe(?:e)?|elue?|mariage|independance|sortie)\b"
)
_BOX = re.compile(r"(?:^|[\s_-])(?:infobox|fact-?(?:box|file|sheet|s)|key-?facts|quick-?facts)(?:$|[\s_-])", re.I)
_HIGHEST = frozenset(("body", "article", "main"))
_MOST_ROWS = 500
_LONGEST = 200
_FARTHEST = 10
"""Definitions below one term."""


def is_fact(line: str) -> bool:
    """Say whether a line begins with a word that makes the day behind it one of a subject: `Founded 3 May 1998`."""
    return _FACT.match(fold(line)) is not None


def in_facts(element: HtmlElement) -> bool:
    """Say whether an element stands in a table with headings, in a box of facts or under a term that is a fact's."""
    for one in (element, *element.iterancestors()):
        if one.tag in _HIGHEST:
            return False
        if one.tag == "table" and (one.find("tr/th") is not None or one.find("*/tr/th") is not None):
            return True
        if one.tag in ("tr", "dd") and is_fact(_label(one)):
            return True
        if _BOX.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return True
    return False


def fact_lines(tree: HtmlElement) -> frozenset[str]:
    """Return the essence of the first rows and definitions of a page that are facts, each with its heading."""
    return frozenset(essence(line) for line in _lines(tree) if line)


def _lines(tree: HtmlElement) -> Iterator[str]:
    for place, row in enumerate(tree.iter("tr", "dd")):
        if place >= _MOST_ROWS:
            return
        if in_facts(row):
            yield _text(row)
            yield f"{_label(row)} {_text(row)}" if row.tag == "dd" else ""


def _label(row: HtmlElement) -> str:
    """Return the first cell of a row, or the term above a definition."""
    if row.tag == "tr":
        return _text(row[0]) if len(row) > 1 else ""
    before = islice(row.itersiblings(preceding=True), _FARTHEST)
    term = next((one for one in before if one.tag == "dt"), None)
    return _text(term) if term is not None else ""


def _text(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())[:_LONGEST]
