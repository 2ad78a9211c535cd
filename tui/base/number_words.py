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
    teens: Mapping[str, int] = field(default_factory=dict)
    """Words of which `عشر` makes eleven to nineteen, where it stands right behind them."""
    ten: frozenset[str] = frozenset()
    """The ten of those, behind the unit."""
    joined: str = ""
    """`and` written as one with the word behind it, which also joins a unit with its tens: five and twenty."""
    opening: frozenset[str] = field(init=False)
    """Every word with which a number can begin."""

    def __post_init__(self) -> None:
        """Collect the words with which a number can begin."""
        object.__setattr__(self, "opening", frozenset([*self.small, *self.multipliers, *self.articles, *self.teens]))

    def goes_on(self, after: str) -> bool:
        """Return whether the word behind one of a number may belong to it."""
        known = after in self.small or after in self.multipliers or after in self.joins or after in self.ten
        return known or bool(self.joined and after.startswith(self.joined) and self.goes_on(after[len(self.joined) :]))


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
            "واحد=1 واحدة=1 ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 سبعة=7 سبع=7 ثمانية=8 تسعة=9 "
            "تسع=9 عشرة=10 عشرين=20 عشرون=20 ثلاثين=30 ثلاثون=30 أربعين=40 أربعون=40 خمسين=50 خمسون=50 ست=6 "
            "ثماني=8 عشر=10 ستين=60 ستون=60 سبعين=70 سبعون=70 ثمانين=80 ثمانون=80 تسعين=90 تسعون=90 مئتا=200 "
            "مئتي=200 مئتان=200 مائتان=200 مئتين=200 مائتين=200 ثلاثمئة=300 ثلاثمائة=300 أربعمئة=400 "
            "أربعمائة=400 خمسمئة=500 خمسمائة=500 ستمئة=600 ستمائة=600 سبعمئة=700 سبعمائة=700 ثمانمئة=800 "
            "ثمانمائة=800 تسعمئة=900 تسعمائة=900 ألفان=2000 ألفين=2000"
        ),
        multipliers=numbered(
            "مئة=100 مائة=100 ألف=1000 ألفا=1000 ألفًا=1000 آلاف=1000 مليون=1000000 ملايين=1000000 "
            "مليار=1000000000 مليارات=1000000000"
        ),
        teens=numbered("أحد=1 إحدى=1 اثنا=2 اثني=2 اثنتا=2 اثنتي=2"),
        ten=frozenset(fold("عشر عشرة").split()),
        joined="و",
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
    if table.joined:
        return _arabic_at(words, place, table)
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


def _arabic_at(words: Sequence[str], place: int, table: NumberWords) -> WordNumber | None:
    """Return an Arabic number: `and` is one with the word behind it, and units stand before their tens."""
    total, current, at = 0, 0, place
    while at < len(words):
        word, begun = words[at], at > place
        joined = begun and word.startswith(table.joined) and word not in table.small
        bare = word.removeprefix(table.joined) if joined else word
        size, value = table.multipliers.get(bare, 0), table.small.get(bare, 0)
        after = words[at + 1] if at + 1 < len(words) else ""
        if after in table.ten and (bare in table.teens or 2 < value < 10):
            value, at = table.teens.get(bare, value) + 10, at + 1
        if joined == begun and value and _fits(current, value):
            total, current = (total + value, 0) if value >= 1000 else (total, current + value)
        elif joined and size == 100 and not current:
            current = size
        elif size and not (joined and current):
            scaled = max(current, 1) * size
            total, current = (total, scaled) if size == 100 else (total + scaled, 0)
        else:
            break
        at += 1
    return WordNumber(at, total + current, total > 0) if at > place else None


def _fits(current: int, value: int) -> bool:
    """Return whether a number below a thousand may be added: tens to their units, all else to whole hundreds."""
    if value >= 100:
        return not current
    return current % 100 == 0 or (current % 100 < 10 and value % 10 == 0 and value > 10)


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
