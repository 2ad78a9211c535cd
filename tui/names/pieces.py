"""Runs of words with a capital, cut into the names that they are made of.

A run is cut by the classes of its words: titles, days and peoples part names, the nouns of bodies hold them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.base.folding import fold
from tui.names.places import places
from tui.names.vocabulary import (
    BEFORE_OF,
    JOINED_BY_AND,
    KNOWN,
    NAMED_BY_PLACE,
    NAMED_BY_SUBJECT,
    NOT_OF,
    SURNAMES,
    TIED_BY_HYPHEN,
    TITLES_IN_NAMES,
)
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

_EXACT = frozenset((OTHER, PLACE, ACRONYM, INITIAL))
"""Classes of words that name something by themselves."""


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
        if titled:
            while chunk and chunk[0].kind in (KIND, MODIFIER, BODY) and not _is_body(chunk):  # Secretary of State
                chunk.pop(0)
            if len(chunk) > 2 and chunk[0].kind == PLACE:  # President of Mali Ada Holm
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
    last, following = left[-1], right[0]
    low, body = fold(last.raw), last.kind == BODY
    match following.link:
        case "particle" | "arabic":
            held = last.kind in (OTHER, INITIAL, TITLE) and following.kind != PLACE
        case "de" if body or low in BEFORE_OF:
            held = len(left) > 1 or low not in NOT_OF
        case "de":
            held = len(left) == 1 and last.kind == following.kind == OTHER and not french
        case "of":
            held = (body or (low in BEFORE_OF and last.kind != TITLE)) and following.kind != DAY
        case "for":
            held = body and len(left) > 1
        case "in" | "on":
            named_by = NAMED_BY_PLACE if following.link == "in" else NAMED_BY_SUBJECT
            held = low in named_by and len(left) > 1 and following.kind in (OTHER, PLACE, KIND)
        case _:
            held = following.link == "and" and _joined_by_and(left, right)
    return held


def _joined_by_and(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Say whether an `and` is a part of a name: `Wertheim and Co`, `Securities and Exchange Commission`."""
    end = 1
    while end < len(right) and right[end].link == " ":
        end += 1
    final = fold(right[end - 1].raw)
    if final in ("co", "sons", "partners") and end == 1:
        return True
    common = left[-1].kind in (COMMON, KIND, MODIFIER, OPENER) or [each.kind for each in left] == [BODY]
    return final in JOINED_BY_AND and common and right[0].kind != PLACE


def _within(chunk: Sequence[Word], opens: bool, titled: bool, french: bool) -> Iterator[Piece]:
    """Yield the names in an expression, without its titles, days and small words."""
    part: list[Word] = []
    first = chunk[0]
    for place, each in enumerate(chunk):
        word = _as_used(each, part, chunk[place + 1 :], titled, french, opens and not place)
        opening = opens and bool(part) and part[0].start == first.start
        if word.kind in (OPENER, DAY, LINKED):
            yield from _named(part, opening, titled)
            part, titled = [], False
        elif word.kind == TITLE:
            yield from _named(_untitled(part), opening, titled)
            part, titled = [], True
        elif word.kind != MODIFIER or not titled or part or _goes_on(chunk[place + 1 :]):
            part.append(word)
    yield from _named(part, opens and bool(part) and part[0].start == first.start, titled)


def _as_used(word: Word, part: Sequence[Word], rest: Sequence[Word], titled: bool, french: bool, first: bool) -> Word:  # noqa: PLR0917
    """Return a word with the class that it has among those before and after it."""
    low = fold(word.raw)
    kind = word.kind
    if rest and f"{low} {fold(rest[0].raw)}" in places():
        kind = PLACE
    elif kind == OPENER and _is_particle(word, part, rest, french and first):
        kind = OTHER
    elif kind == LINKED and [each.kind for each in part] == [OTHER] and word.link == " ":
        kind = LINKED if word.raw.rpartition("-")[2] in TIED_BY_HYPHEN else OTHER  # Ban Ki-moon
    elif kind == INITIAL and french and not part and word.raw == "M.":
        kind = TITLE
    elif kind == TITLE and low in TITLES_IN_NAMES and _goes_on(rest):  # General Assembly
        kind = MODIFIER
    elif kind == DAY and low in SURNAMES and not (rest and rest[0].kind == DAY):
        kind = OTHER if (titled and not part) or [each.kind for each in part] == [OTHER] else DAY  # Theresa May
    return word if kind == word.kind else word._replace(kind=kind)


def _is_particle(word: Word, part: Sequence[Word], rest: Sequence[Word], may_open: bool) -> bool:
    """Say whether a small word with a capital belongs to a surname: `Marine Le Pen`."""
    if word.raw not in ("Le", "La", "De", "Du", "Des") or not rest or rest[0].kind not in (OTHER, PLACE):
        return False
    return part[-1].kind in (OTHER, INITIAL) if part else not may_open


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
    if words and words[-1].kind == PEOPLE:
        return
    while len(words) > 1 and words[0].kind == MODIFIER and words[1].kind in (ACRONYM, PLACE):
        words.pop(0)
    while len(words) > 2 and words[0].kind == KIND and titled:
        words.pop(0)
    if not words:
        return
    kinds = "".join(word.kind for word in words)
    if (
        len(words) > 2 and kinds[0] in (PLACE, ACRONYM) and not kinds[1:].strip(OTHER)
    ):  # UN envoy Ada Holm, without envoy
        yield Piece((words.pop(0),), opens, titled=False)
        opens = False
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
