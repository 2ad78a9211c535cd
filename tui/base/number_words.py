"""Numbers in words: the words of English, French and Arabic, and what a row of them is worth."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.base.folding import fold


def numbered(written: str) -> dict[str, int]:
    """Read `one=1 two=2`; the words are folded."""
    return {word: int(value) for word, value in (pair.split("=") for pair in fold(written).split())}


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """The words of which a language makes its numbers, folded."""

    small: Mapping[str, int]
    """Number words below a hundred."""
    multipliers: Mapping[str, int]
    """`hundred`, `thousand`, `million` and their plurals and short forms."""
    joins: frozenset[str] = frozenset()
    """`and` within a number."""
    articles: frozenset[str] = frozenset()
    """What may stand before a multiplier: `a hundred`."""
    opening: frozenset[str] = field(init=False)
    """Every word with which a number can begin."""

    def __post_init__(self) -> None:
        """Collect the words with which a number can begin."""
        object.__setattr__(self, "opening", frozenset([*self.small, *self.multipliers, *self.articles]))


NUMBER_WORDS: Mapping[str, NumberWords] = {
    "en": NumberWords(
        small=numbered(
            "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 "
            "thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 "
            "forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"
        ),
        multipliers=numbered(
            "hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000 mln=1000000 "
            "bln=1000000000 mn=1000000 bn=1000000000"
        ),
        joins=frozenset(["and"]),
        articles=frozenset(["a", "an"]),
    ),
    "fr": NumberWords(
        small=numbered(
            "zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 "
            "treize=13 quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 "
            "soixante=60 septante=70 huitante=80 nonante=90"
        ),
        multipliers=numbered(
            "cent=100 cents=100 mille=1000 milliers=1000 million=1000000 millions=1000000 milliard=1000000000 "
            "milliards=1000000000"
        ),
        joins=frozenset(["et"]),
        articles=frozenset(["un", "une"]),
    ),
    "ar": NumberWords(
        small=numbered(
            "ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 سبعة=7 سبع=7 ثمانية=8 تسعة=9 تسع=9 عشرة=10 عشرين=20 "
            "عشرون=20 ثلاثين=30 ثلاثون=30 أربعين=40 أربعون=40 خمسين=50 خمسون=50"
        ),
        multipliers=numbered(
            "مئة=100 مائة=100 مئتي=200 ألف=1000 ألفا=1000 ألفًا=1000 آلاف=1000 مليون=1000000 ملايين=1000000 "
            "مليار=1000000000 مليارات=1000000000"
        ),
    ),
}
"""The languages whose numbers in words are read, as codes of two letters."""


class WordNumber(NamedTuple):
    """A number in words."""

    last: int
    """The place after its last word."""
    value: int
    scaled: bool
    """Whether a multiplier from a thousand on belongs to it."""


def _never(_place: int) -> bool:
    return False


def number_at(
    words: Sequence[str], place: int, table: NumberWords, hyphened: Callable[[int], bool] = _never
) -> WordNumber | None:
    """Return the number that begins at a place of a row of folded words, or None where none does.

    `hyphened` says whether the entry at a place is a hyphen within a word, for rows that hold hyphens.
    """
    if words[place] in table.articles and place + 1 < len(words) and words[place + 1] in table.multipliers:
        place += 1
    total, current, before, last = 0, 0, 0, place
    at = place
    while at < len(words):
        word = words[at]
        if word in table.small and _adds(current, before, table.small[word]):
            value = table.small[word]
            current = current - before + before * value if before == 4 and value == 20 else current + value
            before = 80 if before == 4 and value == 20 else value
        elif word in table.multipliers and (at > place or table.multipliers[word] in (100, 1000)):
            size = table.multipliers[word]
            if size == 100:
                current = max(current, 1) * size
            else:
                total, current = total + max(current, 1) * size, 0
            before = 0
        elif (hyphened(at) or word in table.joins) and _goes_on(words, at, table, total + current, hyphened(at)):
            at += 1
            continue
        else:
            break
        at += 1
        last = at
    if last == place or not (total or current or words[place] in table.small):
        return None
    return WordNumber(last, total + current, total > 0)


def _adds(current: int, before: int, value: int) -> bool:
    """Say whether a small number goes on a number word: `twenty` `one`, `soixante` `dix`, `quatre` `vingts`."""
    if current % 100 == 0:
        return before == 0
    if before == 4 and value == 20:
        return current % 100 == 4
    return (before >= 20 and before % 10 == 0 and 0 < value < (20 if before in (60, 80) else 10)) or (
        before in (10, 70, 90) and 7 <= value <= 9
    )


def _goes_on(words: Sequence[str], at: int, table: NumberWords, so_far: int, hyphened: bool) -> bool:
    after = words[at + 1] if at + 1 < len(words) else ""
    if hyphened:
        return after in table.small or after in table.multipliers or after in table.joins
    return after in table.small and so_far >= 20 and (so_far >= 100 or table.small[after] in (1, 11))
