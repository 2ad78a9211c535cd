"""The words of a text as anchors compare them: typography, hyphenation and case make no difference, figures do.

A word is a run of letters, also over a hyphen and a break behind it; a figure keeps its sign, its decimals and what
separates its thousands; a percent sign or a currency is a word of its own. Apostrophes and other marks are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63\uff0d", "-"),
        **dict.fromkeys("\t\n\r\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f", " "),
    }
)
_WORD = re.compile(
    r"(?<!\w)(?:(?<!\))-)?(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,]\d+)*"
    "|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"  # written without spaces: each character by itself
    r"|[^\W\d_][^\W_]*(?:- {0,2}[^\W\d_]+)*"
    r"|[^\W_]+"
    r"|[%‰€$£¥°]"
)
_JOINT = re.compile(r"- *")


def _set(written: str) -> frozenset[str]:
    return frozenset(written.split())


_NUMERALS = _set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands"
    " million millions billion billions dozen dozens half quarter first second third deux trois quatre cinq sept huit"
    " neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille"
    " millier milliers milliard milliards centaine centaines dizaine dizaines douzaine moitié tiers quart"
)
_NEGATIONS = _set("not no never none neither nor without cannot t ne n pas jamais aucun aucune ni sans")


class Words:
    """The words of one text with their places; offsets are in characters, ends exclusive."""

    def __init__(self, text: str) -> None:
        self.text = text
        plain = text.translate(_FOLDED)
        self.spans = [found.span() for found in _WORD.finditer(plain)]
        self.folded = [_fold(plain[start:end]) for start, end in self.spans]

    def __len__(self) -> int:
        return len(self.spans)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the places of the first word that reaches into a span of characters and of the one behind the last."""
        first = next((place for place, span in enumerate(self.spans) if span[1] > start), len(self.spans))
        last = next((place for place in range(first, len(self.spans)) if self.spans[place][0] >= end), len(self.spans))
        return first, last

    def raw(self, first: int, last: int) -> str:
        """Return the text from word `first` up to word `last`, not included, in one line."""
        return " ".join(self.text[self.spans[first][0] : self.spans[last - 1][1]].split()) if first < last else ""

    @cached_property
    def letters(self) -> str:
        """The words run together."""
        return run_together(self.folded)

    def weighty(self, place: int) -> bool:
        """Say whether a word is a figure, a name or a negation, which never changes without saying so."""
        word, (start, _) = self.folded[place], self.spans[place]
        if any(character.isdigit() for character in word) or word in _NUMERALS or word in _NEGATIONS:
            return True
        if not word[0].isalpha():
            return True
        return self.text[start].isupper() and (len(word) > 3 or not self._opens(place))

    def negates(self, place: int) -> bool:
        """Say whether a word is a negation."""
        return self.folded[place] in _NEGATIONS

    def parted(self, place: int) -> bool:
        """Say whether a sentence or a paragraph ends before a word; abbreviations end none to this rule's knowledge."""
        between = self.text[self.spans[place - 1][1] : self.spans[place][0]]
        return "\n\n" in between or any(mark in between for mark in ".!?…")

    def _opens(self, place: int) -> bool:
        """Say whether a word is the first of a sentence, where it has a capital letter whatever it is."""
        if place == 0:
            return True
        between = self.text[self.spans[place - 1][1] : self.spans[place][0]]
        return any(mark in between for mark in '.!?:\n“"«')


def run_together(folded: Sequence[str]) -> str:
    """Return words without what stands between them, unless figures meet."""
    pieces: list[str] = []
    for word in folded:
        if pieces and pieces[-1][-1].isdigit() and word[0].isdigit():
            pieces.append(" ")
        pieces.append(word)
    return "".join(pieces)


def _fold(word: str) -> str:
    word = word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()
    if not word[-1].isdigit():
        return _JOINT.sub("", word) if "-" in word else word
    return word.replace(" ", "")
