"""Proper names near a figure, folded so that they can be compared across languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import permutations

from tui.base.folding import fold
from tui.figures.languages import Words, word_set
from tui.figures.languages.names import ALIASES
from tui.figures.tokens import WORD, Token

_CAPITALISED = re.compile(r"\b[^\W\d_a-zà-ÿ][^\W\d_]+")
_EMPTY = word_set(
    "united blue bleus casques general colonel captain minister ministre president mr mrs ms inc corp co ltd plc llc "
    "ag nv january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday janvier fevrier mars avril mai juin juillet aout septembre octobre "
    "novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche"
)
"""Capitalised words that name nobody by themselves."""


def names_in(tokens: Iterable[Token], words: Words, opening: int = -1) -> frozenset[str]:
    """Return the names among some tokens, one word each; the token that begins at `opening` opens the sentence."""
    found: set[str] = set()
    for token in tokens:
        if token.kind != WORD or not (token.raw[0].isupper() or _bare(token.low) in _LOWER_NAMES):
            continue
        if token.start == opening and not (token.raw[1:].isupper() or token.low in ALIASES):
            continue
        bare = _bare(token.low)
        if len(bare) < 2 or bare in words.stops or bare in _EMPTY or bare in words.things or _is_number(bare, words):
            continue
        found.add(ALIASES.get(bare, bare))
    return frozenset(found)


_ARABIC = re.compile("[\u0621-\u064a]")
_LOWER_NAMES = frozenset(
    word
    for word in ALIASES
    if word.endswith(("ien", "iens", "ienne", "iennes", "ais", "aise", "ois")) or _ARABIC.match(word)
)
"""Names without capitals: adjectives of nations in French, and all names in Arabic."""
_ARABIC_PREFIXES = ("و", "ف", "ب", "ل", "ك")
"""Words of one letter that Arabic writes together with the next word."""


def _bare(low: str) -> str:
    """Return a folded word without the full stops of an abbreviation and, in Arabic, without what is joined to it."""
    if low not in _LOWER_NAMES and low[1:] in _LOWER_NAMES and low.startswith(_ARABIC_PREFIXES):
        return low[1:]
    return low if low in ALIASES else low.replace(".", "")


def names_in_text(text: str, start: int, end: int, words: Words) -> frozenset[str]:
    """Return the names of a sentence without splitting it into tokens: its capitalised words but the first."""
    found = set()
    for match in _CAPITALISED.finditer(text, start, end):
        bare = _bare(fold(match[0]))
        if not match[0][0].isupper() and bare not in _LOWER_NAMES:
            continue
        if match.start() <= start + 2 and not match[0].isupper() and bare not in ALIASES:
            continue
        if bare not in words.stops and bare not in _EMPTY and bare not in words.things and not _is_number(bare, words):
            found.add(ALIASES.get(bare, bare))
    return frozenset(found)


def spelled(names: frozenset[str], texts: Iterable[str], most: int) -> tuple[str, ...]:
    """Return folded names as the texts write them, those first that stand there most often; no more than `most`.

    Words of one name, such as `Ivory Coast`, that always stand side by side are one.
    """
    found = {name: Counter[str]() for name in names}
    texts = tuple(texts)
    for text in texts:
        for raw in _CAPITALISED.findall(text):
            low = fold(raw)
            name = ALIASES.get(low, low)
            if name in found:
                found[name][raw] += 1
    ordered = sorted(names, key=lambda name: (-found[name].total(), name))[:most]
    written = [
        min(found[name], key=lambda raw: (not raw.isupper(), -found[name][raw], raw), default=name) for name in ordered
    ]
    return tuple(_joined(written, texts))


def _joined(names: list[str], texts: tuple[str, ...]) -> list[str]:
    """Join two names of which one never stands without the other one behind it."""
    for one, other in permutations(names, 2):
        both = re.compile(rf"{re.escape(one)}(?: |-| of | de | du | d[’']){re.escape(other)}")
        together = [found[0] for text in texts for found in both.finditer(text)]
        if together and all(sum(text.count(name) for text in texts) == len(together) for name in (one, other)):
            return [together[0] if name == one else name for name in names if name != other]
    return names


def _is_number(low: str, words: Words) -> bool:
    return low in words.small or low in words.multipliers or low in words.vague or low in words.units
