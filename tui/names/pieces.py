"""Runs of words with a capital, cut into the names that they are made of.

A run is cut by the classes of its words: titles, days and peoples part names, the nouns of bodies hold them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.base.folding import fold
from tui.names.places import places
from tui.names.vocabulary import BEFORE_OF, JOINED_BY_AND, KNOWN
from tui.names.words import (
    ACRONYM,
    BODY,
    COMMON,
    DAY,
    INITIAL,
    KIND,
    LINKED,
    MODIFIER,
    OPENER,
    OTHER,
    PEOPLE,
    PLACE,
    TITLE,
    Word,
)

_THERE = frozenset("mission office operation support".split())
"""Bodies that are named by where they are."""
_ABOUT = frozenset("commission conference committee council institute centre center".split())
"""Bodies that are named by what they are about."""
_NOT_OF = frozenset("mission region cercle commune bureau groupe base camp prefecture communaute centre".split())
"""Bodies behind which French names a place that is no part of their name."""
_WITHIN_NAMES = frozenset("king queen prince princess major general father sister brother lady sir st saint".split())
"""Titles that the names of places and bodies begin with as well."""
_EXACT = frozenset((OTHER, PLACE, ACRONYM, INITIAL))
"""Classes of words that name something by themselves."""
_PARTICLES = frozenset(("particle", "arabic"))


class Piece(NamedTuple):
    """Some words one after another that are a name."""

    words: tuple[Word, ...]
    opens: bool
    """Whether its first word has its capital perhaps only because a sentence begins there."""
    titled: bool
    """Whether a title stands before it."""

    @property
    def start(self) -> int:
        """The first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """The character past the last one."""
        return self.words[-1].end


def pieces(run: Sequence[Word], opens: bool, french: bool) -> Iterator[Piece]:
    """Yield the names in a run; `opens` says whether a sentence begins with it."""
    titled = False
    for chunk in _chunks(run, french):
        opening = opens and chunk[0] is run[0]
        while titled and chunk and chunk[0].kind in (KIND, MODIFIER, BODY) and not _is_body(chunk):  # Secretary of State
            chunk.pop(0)
        if titled and len(chunk) > 2 and chunk[0].kind == PLACE:  # President of Mali Assimi Goita
            yield Piece((chunk.pop(0),), opens=False, titled=False)
        if not chunk:
            continue
        yield from (found := list(_within(chunk, opening, titled and not opening, french)))
        titled = not found and chunk[-1].kind == TITLE


def _chunks(run: Sequence[Word], french: bool) -> Iterator[list[Word]]:
    """Yield the parts of a run that are one expression: cut where `of`, `and` and their like part names."""
    chunk: list[Word] = []
    for place, word in enumerate(run):
        if not chunk or word.link == " " or _joins(chunk, run[place:], french):
            chunk.append(word)
        else:
            yield chunk
            chunk = [word]
    if chunk:
        yield chunk


def _joins(left: Sequence[Word], right: Sequence[Word], french: bool) -> bool:
    """Say whether the link before the first word of `right` holds a name together."""
    link, last = right[0].link, left[-1]
    low = fold(last.raw)
    if link in _PARTICLES:
        return last.kind in (OTHER, INITIAL, TITLE)
    if link == "de":
        if last.kind == BODY or low in BEFORE_OF:
            return len(left) > 1 or low not in _NOT_OF
        return len(left) == 1 and last.kind == OTHER and right[0].kind == OTHER and not french
    if link == "of":
        return last.kind != TITLE and (last.kind == BODY or low in BEFORE_OF) and right[0].kind != DAY
    if link == "for":
        return last.kind == BODY and len(left) > 1
    if link in ("in", "on"):
        return low in (_THERE if link == "in" else _ABOUT) and len(left) > 1 and right[0].kind in (OTHER, PLACE, KIND)
    if link == "and":
        end = 1
        while end < len(right) and right[end].link == " ":
            end += 1
        final = fold(right[end - 1].raw)
        if final in ("co", "sons", "partners") and end == 1:
            return True
        return final in JOINED_BY_AND and last.kind in (COMMON, KIND, MODIFIER, OPENER) and right[0].kind != PLACE
    return False


def _within(chunk: Sequence[Word], opens: bool, titled: bool, french: bool) -> Iterator[Piece]:
    """Yield the names in an expression, without its titles, days and small words."""
    part: list[Word] = []
    first = chunk[0]
    for place, word in enumerate(chunk):
        kind = word.kind
        if place + 1 < len(chunk) and fold(f"{word.raw} {chunk[place + 1].raw}") in places():
            kind = PLACE
            word = word._replace(kind=PLACE)
        if kind == OPENER and _is_particle(word, part, chunk[place + 1 :], opens and french and not place):
            kind, word = OTHER, word._replace(kind=OTHER)
        if kind == INITIAL and french and not part and word.raw == "M.":
            kind = TITLE
        if kind == TITLE and _names_with(word, chunk[place + 1 :]):
            kind = MODIFIER
        if kind == DAY and _is_surname(word, part, titled, chunk[place + 1 :]):
            kind, word = OTHER, word._replace(kind=OTHER)
        if kind in (OPENER, DAY, LINKED):
            yield from _named(part, opens and bool(part) and part[0] is first, titled)
            part, titled = [], False
        elif kind == TITLE:
            yield from _named(_untitled(part), opens and bool(part) and part[0] is first, titled)
            part, titled = [], True
        elif kind == MODIFIER and titled and not part and not _goes_on(chunk[place + 1 :]):
            continue
        else:
            part.append(word)
    yield from _named(part, opens and bool(part) and part[0] is first, titled)


def _names_with(word: Word, rest: Sequence[Word]) -> bool:
    """Say whether a title is a part of the name of a place or body here: `General Assembly`, `King's College`."""
    return bool(rest) and rest[-1].kind == BODY and (fold(word.raw) in _WITHIN_NAMES)


def _is_particle(word: Word, part: Sequence[Word], rest: Sequence[Word], may_open: bool) -> bool:
    """Say whether a small word with a capital belongs to a surname: `Marine Le Pen`."""
    if word.raw not in ("Le", "La", "De", "Du", "Des") or not rest or rest[0].kind not in (OTHER, PLACE):
        return False
    return part[-1].kind in (OTHER, INITIAL) if part else not may_open


def _is_surname(word: Word, part: Sequence[Word], titled: bool, rest: Sequence[Word]) -> bool:
    """Say whether the name of a month is that of a person: `Theresa May`, but not `Kidal May 3`."""
    low = fold(word.raw)
    named = titled and not part or [each.kind for each in part] == [OTHER]
    return low in ("may", "april", "june", "august", "jan") and bool(named) and (not rest or rest[0].kind != DAY)


def _goes_on(rest: Sequence[Word]) -> bool:
    return bool(rest) and rest[-1].kind == BODY


def _untitled(part: list[Word]) -> list[Word]:
    """Return what stands before a title without what belongs to the title: `Dutch`, `Foreign`, `Immigration`."""
    kept = list(part)
    if kept and kept[0].kind == BODY and len(kept) > 2:
        return kept
    while kept and kept[-1].kind in (MODIFIER, PEOPLE, KIND):
        kept.pop()
    if len(kept) == 1 and kept[0].kind == COMMON:
        return []
    return kept


def _named(part: Sequence[Word], opens: bool, titled: bool) -> Iterator[Piece]:
    """Yield the name that a few words are, if they are one."""
    words = list(part)
    if fold(" ".join(word.raw for word in words)) in KNOWN:
        yield Piece(tuple(words), opens, titled)
        return
    while words and words[0].kind == PEOPLE and not _is_body(words):
        words.pop(0)
        opens = False
    while words and words[-1].kind == PEOPLE:
        return
    while len(words) > 1 and words[0].kind == MODIFIER and words[1].kind in (ACRONYM, PLACE):
        words.pop(0)
    while len(words) > 2 and words[0].kind == KIND and titled:
        words.pop(0)
    if not words:
        return
    kinds = "".join(word.kind for word in words)
    if any(kind in _EXACT for kind in kinds):
        if len(words) > 1 or words[0].kind != INITIAL:
            yield Piece(tuple(words), opens, titled)
        return
    if len(words) == 1:
        return
    spelled = fold(" ".join(word.raw for word in words))
    if spelled in places() or (BODY in (kinds[-1], kinds[0]) and kinds.strip(MODIFIER)):
        yield Piece(tuple(words), opens, titled)
    elif kinds.strip(COMMON) == "" and not opens:
        yield Piece(tuple(words), True, titled)


def _is_body(words: Sequence[Word]) -> bool:
    return len(words) > 1 and words[-1].kind == BODY
