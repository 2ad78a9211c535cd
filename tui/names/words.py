"""The words with a capital in a text, one by one: where they stand, what they may be, and what joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.base.folding import fold
from tui.names.places import places
from tui.names.vocabulary import (
    ABBREVIATED,
    ACRONYMS_OF_THINGS,
    BODIES,
    KINDS,
    MODIFIERS,
    MONTHS_AND_DAYS,
    OPENERS,
    PARTICLES,
    PEOPLES,
    TITLES,
)

OPENER, TITLE, MODIFIER, BODY, PEOPLE, DAY, KIND, ACRONYM, INITIAL, PLACE, LINKED, OTHER = "stwhdmkaipjx"
"""Classes of words, one letter each, so that those of a run can be read as one string."""
COMMON = "c"
"""A word that the same text also writes small; given by the finder."""

_CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u024f\u1e00-\u1eff]"
_SIGN = r"[^\W_]"
_WORD = re.compile(
    rf"(?<![^\W_])(?<!/)(?:[A-Z]\.(?:-?[A-Z]\.)++|[A-Z]\.(?=[ \u00a0]?[A-Z])"
    rf"|{_CAPITAL}{_SIGN}*+(?:(?:-|['’](?![sS]\b)|&){_SIGN}+)*+)"
)
SMALL = re.compile(r"(?<![\w.'’-])[a-zß-öø-ÿ]\w+")
"""A word that is written small; what follows an elision or a hyphen is none."""

_ARTICLES = re.compile(r"(?:[LlDd]|[Qq]u)['’]")
_LINKS = re.compile(
    r"[ \u00a0](?:(?P<of>of(?: the)?)|(?P<de>de(?: la| l['’])?|du|des|d['’])|(?P<and>and|&|et)|(?P<for>for|pour)"
    r"|(?P<in>in|au|en)|(?P<on>on|sur)"
    r"|(?P<particle>al|el|ag|ould|bin|ben|bint|ibn|von|van|von der|van der|da|dos|di|del|della|es|ul))"
    r"(?:[ \u00a0](?:the )?|-|(?<=['’]))"
    r"|[ \u00a0](?P<arabic>al|el|as|an|ar|ad|ul|es)-"
)
_PARTICLE = re.compile(r"(?<!\w)(?:(?:al|el|as|an|ar|ad|es)-|al )$")
WRAPPED = 40
"""Characters of a line that is long enough to have been broken within a sentence."""


class Word(NamedTuple):
    """A word with a capital."""

    start: int
    end: int
    raw: str
    kind: str
    """Its class."""
    link: str
    """What joins it to the word before: empty where nothing does, ` ` for a space, else a group of the links."""


def capitalised(text: str) -> Iterator[Word]:
    """Yield the words of a text that begin with a capital, in their order."""
    last = -1
    before = ""
    for found in _WORD.finditer(text):
        start, end = found.span()
        raw = found[0]
        if len(raw) > 2 and raw[1] in "'’":
            elided = _ARTICLES.match(raw)
            if elided is not None:
                start += elided.end()
                raw = raw[elided.end() :]
                last = -1
        if not raw[:1].isupper():
            continue
        link = _link(text, last, start, before) if last >= 0 else ""
        if text[start - 1 : start] == "-" and start:
            particle = _PARTICLE.search(text, max(0, start - 4), start)
            if particle is not None and not link:
                start = particle.start()
                raw = text[start:end]
            elif link not in ("arabic", "particle"):
                last = -1
                if end - found.start() < 2 or text[start - 2 : start - 1].islower():
                    continue
        if "-" in raw and all(fold(part) in places() for part in raw.split("-")) and fold(raw) not in places():
            for part in raw.split("-"):
                yield Word(start, start + len(part), part, PLACE, "")
                start += len(part) + 1
        else:
            yield Word(start, end, raw, word_class(raw), link)
        last, before = end, raw


def _link(text: str, last: int, start: int, before: str) -> str:
    """Return what joins two words with a capital: empty where they do not belong together."""
    gap = text[last:start]
    if gap in (" ", "\u00a0"):
        return " "
    if len(gap) > 12:
        return ""
    if gap == ". ":
        return " " if fold(before) in ABBREVIATED else ""
    if "\n" in gap:
        line = last - text.rfind("\n", 0, last)
        if gap.count("\n") > 1 or line < WRAPPED:
            return ""
        gap = " ".join(gap.split()) and f" {' '.join(gap.split())} " if gap.strip() else " "
        if gap == " ":
            return " "
    found = _LINKS.fullmatch(gap)
    return (found.lastgroup or "") if found is not None else ""


@lru_cache(1 << 15)
def word_class(raw: str) -> str:
    """Return the class of a word by itself, whatever its text."""
    low = fold(raw)
    bare = low.replace(".", "")
    if len(raw) == 2 and raw[1] == ".":
        return INITIAL
    if raw in ("Un", "Us") or ("'" in low and low.partition("'")[0] in OPENERS):
        return OPENER
    if bare in PARTICLES:
        return OTHER
    if "-" in raw and raw.rpartition("-")[2][:1].islower() and low not in TITLES:
        return LINKED
    return next((kind for kind, listed in _CLASSES if bare in listed), "") or _unlisted(raw, low, bare)


def _unlisted(raw: str, low: str, bare: str) -> str:
    """Return the class of a word that no list of the vocabulary has."""
    if low in places() or bare in places():
        return PLACE
    if all(part in PEOPLES or part.removesuffix("s") in PEOPLES for part in low.split("-")):
        return PEOPLE
    if raw.isupper() and len(bare) > 1:
        return KIND if sum(map(str.isdigit, raw)) > 2 else ACRONYM
    return OTHER if len(bare) > 1 else KIND


_CLASSES = (
    (DAY, MONTHS_AND_DAYS),
    (KIND, ACRONYMS_OF_THINGS),
    (TITLE, TITLES),
    (BODY, BODIES),
    (MODIFIER, MODIFIERS),
    (PEOPLE, PEOPLES),
    (OPENER, OPENERS),
    (KIND, KINDS),
)
