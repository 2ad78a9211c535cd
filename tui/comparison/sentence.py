"""The sentences of a text as they are aligned: their words, and what each of these weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from tui.base.sentences import sentences
from tui.base.small_words import SMALL_WORDS
from tui.figures.languages.names import ALIASES
from tui.search.analysis import LANGUAGES, WordToken, stem, tokens, words
from tui.search.glossary import brought_glossary

_NUMBER, _NAME, _WORD = 2.0, 1.5, 1.0
"""What a number, a name and any other word count for, before their rarity."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words."""

    start: int
    """Its first character in the text."""
    end: int
    """The character past its last one."""
    tokens: tuple[WordToken, ...]
    keys: frozenset[str]
    """What it is found by: stems, numbers, names; the small words only where it has nothing else."""
    names: frozenset[str]
    """Those keys that are names."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words in order."""
        return tuple(token.word for token in self.tokens)


def sentences_of(
    text: str, language: str, unbroken: Sequence[tuple[int, int]] = (), across: bool = False
) -> list[Sentence]:
    """Return the sentences of a text that have words.

    None ends inside a span of `unbroken`. `across` says that the other text is of another language: then words are
    known by the glossary where it has them, which makes them the same in all its languages.
    """
    held = list(tokens(text))
    found: list[Sentence] = []
    place = 0
    for start, end in sentences(text, unbroken):
        first = place
        while place < len(held) and held[place].start < end:
            place += 1
        own = tuple(held[first:place])
        if own:
            keys, names = _keys(text, own, language, across)
            found.append(Sentence(start, end, own, keys, names))
    return found


def _keys(text: str, own: tuple[WordToken, ...], language: str, across: bool) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of a sentence, and those of them that are names."""
    keys, names = set[str](), set[str]()
    for place, token in enumerate(own):
        if token.word in SMALL_WORDS:
            continue
        key = _key(token.word, language, across)
        keys.add(key)
        if place and text[token.start].isupper():
            names.add(key)
    return frozenset(keys or {token.word for token in own}), frozenset(names)


def _key(word: str, language: str, across: bool) -> str:
    if word[0].isdecimal():
        return word
    if not across:
        return stem(word, language)
    if word in ALIASES:
        return ALIASES[word]
    return _meanings().get((language, stem(word, language)), word)


@cache
def _meanings() -> dict[tuple[str, str], str]:
    """Return the group of each single word of the glossary, by language and stem."""
    found: dict[tuple[str, str], str] = {}
    glossary = brought_glossary()
    for number, group in enumerate((*glossary.names, *glossary.groups)):
        for name in group:
            split = words(name)
            if len(split) == 1:
                for language in (*LANGUAGES, ""):
                    found.setdefault((language, stem(split[0], language)), f"={number}")
    return found


def weights(all_sentences: Iterable[Sentence]) -> dict[str, float]:
    """Return what each key weighs: the rarer it is in both texts together, the more; numbers and names more yet."""
    found = list(all_sentences)
    often = Counter(key for sentence in found for key in sentence.keys)
    names = frozenset().union(*(sentence.names for sentence in found))
    return {
        key: (_NUMBER if key[0].isdecimal() else _NAME if key in names else _WORD) * log(1 + 2 * len(found) / times)
        for key, times in often.items()
    }
