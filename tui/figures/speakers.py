"""Who says so: the attribution in a sentence."""

from __future__ import annotations

from functools import cache

from tui.figures.languages import Words, word_set
from tui.figures.tokens import HYPHENS, WORD, Token

_LONGEST = 9
"""Words of a speaker's name at most."""
_SENTENCE_MARKS = frozenset(',;:()«»“”"–—')


def speaker_of(tokens: list[Token], text: str, offset: int, words: Words) -> str:
    """Return who says what a sentence says, in its own words; empty where the outlet says it itself."""
    if words.code == "ar":
        return _arabic(tokens, text, offset, words)
    beginnings = _beginnings(words)
    for place in [place for place, token in enumerate(tokens) if token.low in beginnings]:
        for length in (4, 3, 2, 1):
            phrase = tuple(token.low for token in tokens[place : place + length])
            if len(phrase) == length and phrase in words.according:
                named = _forward(tokens, place + length, words)
                if phrase[-1] in ("source", "sources"):
                    named = (place + length - 1, max(named[1], place + length))
                if named[0] < named[1]:
                    return _written(tokens, named, text, offset)
    for place, token in enumerate(tokens):
        if (
            token.kind == WORD
            and token.low in words.says
            and not (place and token.capital)
            and not _is_noun(tokens, place, words)
        ):
            spans = [_backward(tokens, place, words), _forward(tokens, place + 1, words)]
            if place > 1 and tokens[place - 1].low == ",":
                spans.insert(0, _apposed(tokens, place - 1, words))
            if token.low in _HEARD or (place and tokens[place - 1].low == "se"):
                spans.pop()
            for named in spans:
                if named[0] < named[1] and _is_speaker(tokens[named[0] : named[1]], words):
                    return _written(tokens, named, text, offset)
    return ""


def _arabic(tokens: list[Token], text: str, offset: int, words: Words) -> str:
    """Return whom an Arabic sentence names behind its verb of speech, up to `that`, a colon or a quotation.

    Arabic has no capitals: without one of these nothing tells where the speaker ends and what is announced begins.
    """
    for place, token in enumerate(tokens):
        verb = token.low[1:] if token.low[:1] in words.joined_conjunctions | {"ف"} else token.low
        if token.low not in words.says and verb not in words.says:
            continue
        last = place + 1
        while last < len(tokens) and tokens[last].kind == WORD and tokens[last].low not in _THAT | _ASIDE:
            last += 1
        if not 0 < last - place - 1 < _LONGEST:
            continue
        ended = tokens[last].low if last < len(tokens) else "."
        aside = ended in _ASIDE and any(each.low in _THAT or each.low == ":" for each in tokens[last:])
        behind = place > 0 and tokens[place - 1].low in _QUOTED and ended == "."
        if ended in _THAT or ended in _OPENING or aside or behind:
            return _written(tokens, (place + 1, last), text, offset)
    return ""


_THAT = word_set("أن إن أنه إنه أنها إنها أنهم إنهم بأن")
_ASIDE = word_set("الذي التي في على من عن خلال اليوم أمس بعد قبل")
"""What may stand between a speaker and `that`."""
_OPENING = frozenset(':«"“')
_QUOTED = frozenset(',،»"”')


@cache
def _beginnings(words: Words) -> frozenset[str]:
    """Return the first words of `according to` and its like."""
    return frozenset(phrase[0] for phrase in words.according)


def _is_noun(tokens: list[Token], place: int, words: Words) -> bool:
    """Say whether a word of speech is no verb with a speaker here: `the report`, `it had been said`."""
    if place == 0:
        return False
    before = tokens[place - 1].low
    return before in _PASSIVE or (before in words.determiners and before not in words.pronouns)


_HEARD = word_set("told tells")
"""Verbs behind which stands who hears it; behind `se déclare` stands what somebody declares to be."""
_CLAUSES = word_set("that que qu")
"""What opens the words that are retold."""
_PASSIVE = word_set("been was were is are be so not etre ete")


def _forward(tokens: list[Token], first: int, words: Words) -> tuple[int, int]:
    last = first
    while last < len(tokens) and last - first < _LONGEST:
        token = tokens[last]
        if (
            token.low in _SENTENCE_MARKS | _CLAUSES
            or token.low in words.says
            or (token.low == "." and last == len(tokens) - 1)
        ):
            break
        joined = last + 1 < len(tokens) and tokens[last + 1].low in HYPHENS
        if (
            token.low in words.stops
            and not joined
            and token.low
            not in words.determiners
            | words.of
            | {
                "du",
                "des",
                "in",
                "for",
                "de",
            }
        ):
            break
        last += 1
    while last > first and tokens[last - 1].low in words.stops | words.determiners:
        last -= 1
    return first, last


def _backward(tokens: list[Token], last: int, words: Words) -> tuple[int, int]:
    while last > 0 and tokens[last - 1].low in _HELPERS:
        last -= 1
    first = last
    while first > 0 and last - first < _LONGEST:
        token = tokens[first - 1]
        if token.low in _SENTENCE_MARKS or token.kind != WORD or token.low in words.pronouns:
            break
        if token.low in words.stops and token.low not in words.determiners | words.of | {"in", "for"}:
            break
        first -= 1
    if first < last and tokens[first].low in ("in", "for"):  # In a statement the ministry said
        first = next((at for at in range(first + 1, last) if tokens[at].capital), last)
    return first, last


def _apposed(tokens: list[Token], last: int, words: Words) -> tuple[int, int]:
    """Return the name of two that commas part, the second before the comma at `last`.

    It is the second in `the mayor, Lena Forss, said`, the first in `Lena Forss, the mayor, said`.
    """
    comma = next((at for at in range(last - 1, max(0, last - _LONGEST), -1) if tokens[at].low == ","), 0)
    for first, end in ((comma + 1, last), _backward(tokens, comma, words)):
        if comma and end - first > 1 and all(token.capital for token in tokens[first:end]):
            return first, end
    return last, last


_HELPERS = word_set("has have had a ont avait avaient also later then too aussi")


def _is_speaker(tokens: list[Token], words: Words) -> bool:
    bare = [token for token in tokens if token.low not in words.stops]
    return any(token.capital or token.low in words.speakers for token in bare)


def _written(tokens: list[Token], named: tuple[int, int], text: str, offset: int) -> str:
    first, last = named
    return text[tokens[first].start - offset : tokens[last - 1].end - offset]
