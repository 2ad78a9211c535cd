"""Finds the names of people, places and bodies in a text, by its capitals and its own small writing; no model.

Names of English and French are found by their form. In other languages of the Latin script the same rules hold, but
titles and bodies are known in English and French only; in German, which writes every noun with a capital, only known
places, abbreviations and names behind titles are found. Arabic has no capitals: see `tui.names.arabic`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.base.folding import fold
from tui.names.expansions import expansions
from tui.names.french import bodies_in_french
from tui.names.name import Name
from tui.names.people import resolved
from tui.names.pieces import Piece, pieces
from tui.names.places import places
from tui.names.vocabulary import PARTICLES, SPEECH
from tui.names.words import ACRONYM, COMMON, INITIAL, OTHER, PLACE, SMALL, WRAPPED, Word, capitalised

_OPENS = re.compile(r"(?:\A|[.!?…:;•|][\"'”’»)\]*_]*\s|\n)[\s\W]*\Z|[“«\"‘]\s?\Z|[)\d]\s[-–—]+\s\Z")
_AROUND = 12
"""Characters before a word that tell whether a sentence begins with it."""
_FOLLOWS = re.compile(r" (?:(?:a|ont|has|had) )?([^\W\d_]*)")
_HEADING = re.compile(r"^[^\n]{12,150}(?<![.!?,;:])$", re.MULTILINE)
_CAPITALS = 0.75
"""How many of the longer words of a heading begin with a capital."""
_PARTICIPLE = 6
"""Letters that a participle or an adverb has at least, counting its ending."""
_SHOUTED = 4
"""Letters of a word that, with only capitals beside others such, is shouted rather than an abbreviation."""


class _Fixed(NamedTuple):
    """A name that words around it or a list tell, whatever its capitals."""

    start: int
    end: int
    whole: str


def find_names(text: str, language: str = "en") -> tuple[Name, ...]:
    """Return the names in a text in their order, none over another; `language` is a code of two letters."""
    if language == "ar":
        from tui.names.arabic import find_arabic_names

        return find_arabic_names(text)
    fixed, headings = _fixed(text, language), _headings(text)
    cut = [piece for run in _runs(text) for piece in _cut(text, run, headings, language)]
    names = [*_judged(text, _apart(cut, fixed), language)]
    names += [Name(start, end, _even(text[start:end]), whole) for start, end, whole in fixed]
    return resolved(sorted(names))


def _even(text: str) -> str:
    return " ".join(text.split())


def _runs(text: str) -> Iterator[list[Word]]:
    """Yield the words with a capital that stand together; one that the text also writes small is a common word."""
    small = set(SMALL.findall(text))
    run: list[Word] = []
    for word in capitalised(text):
        if run and not word.link:
            yield run
            run = []
        low = word.raw.lower()
        common = word.kind == OTHER and low in small and low not in PARTICLES
        run.append(word._replace(kind=COMMON) if common else word)
    if run:
        yield run


def _headings(text: str) -> list[tuple[int, int]]:
    """Return the lines that write most of their words with a capital."""
    found = []
    for line in _HEADING.finditer(text):
        longer = [word for word in line[0].split() if len(word) > 3]
        if len(longer) > 3 and sum(word[0].isupper() for word in longer) >= _CAPITALS * len(longer):
            found.append(line.span())
    return found


def _cut(text: str, run: Sequence[Word], headings: Sequence[tuple[int, int]], language: str) -> Iterator[Piece]:
    """Yield the names that a run of words may be made of."""
    start = run[0].start
    place = bisect_right(headings, (start, len(text))) - 1
    if place >= 0 and start < headings[place][1]:
        part: list[Word] = []
        for word in run:
            if word.kind == COMMON:
                yield from (each._replace(opens=True) for each in pieces(part, True, language == "fr"))
                part = []
            else:
                part.append(word)
        yield from (each._replace(opens=True) for each in pieces(part, True, language == "fr"))
        return
    opens = _opens(text, start)
    yield from pieces(run, opens, language == "fr")


def _opens(text: str, start: int) -> bool:
    """Say whether a sentence, a quotation or an entry of a list begins at a place; a wrapped line is none."""
    found = _OPENS.search(text, max(0, start - _AROUND), start)
    if found is None:
        return False
    if not found[0].startswith("\n") or found[0].strip() or found[0].count("\n") > 1:
        return True
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].rstrip()
    return len(line) < WRAPPED or not (line[-1].isalnum() or line[-1] in ",-")


def _fixed(text: str, language: str) -> list[_Fixed]:
    """Return what abbreviations stand for, wherever it stands, and the bodies that French names in small words."""
    found: dict[tuple[int, int], str] = {}
    for each in expansions(text):
        written = text[each.start : each.end].rstrip('”"’»')
        place = text.find(written)
        while place >= 0:
            found[place, place + len(written)] = each.short
            place = text.find(written, place + len(written))
    if language == "fr":
        for span in bodies_in_french(text):
            if not any(start < span[1] and span[0] < end for start, end in found):
                found[span] = ""
    return [_Fixed(*span, short or _even(text[slice(*span)])) for span, short in sorted(found.items())]


def _apart(cut: Iterable[Piece], fixed: Sequence[_Fixed]) -> list[Piece]:
    """Return the pieces that do not touch what is a name already."""
    if not fixed:
        return list(cut)
    starts = [each.start for each in fixed]
    kept = []
    for piece in cut:
        place = bisect_right(starts, piece.end - 1) - 1
        if place < 0 or fixed[place].end <= piece.start:
            kept.append(piece)
    return kept


def _judged(text: str, cut: Sequence[Piece], language: str) -> Iterator[Name]:
    """Yield the pieces that are names; a word that opens a sentence is one where something else tells so."""
    sure = {word.raw for piece in cut if not piece.opens for word in piece.words if word.kind in (OTHER, ACRONYM)}
    for piece in cut:
        words = piece.words
        if language == "de" and not (piece.titled or all(word.kind in (PLACE, ACRONYM) for word in words)):
            continue
        if _is_shouted(text, piece) and not sure.issuperset(word.raw for word in words):
            continue
        if _is_adverb(words) and not _is_said(text, words):
            continue
        if piece.opens:
            if len(words) > 1 and (words[0].kind == COMMON or _is_participle(words[0], sure)):
                words = words[1:]
            certain = _is_certain(text, words, sure)
        else:
            certain = True
        start, end = words[0].start, words[-1].end
        yield Name(start, end, written := _even(text[start:end]), written, certain, _is_person(words, piece.titled))


def _is_certain(text: str, words: Sequence[Word], sure: set[str]) -> bool:
    """Say whether words at the beginning of a sentence or in a heading are a name."""
    if all(word.kind in (PLACE, ACRONYM) or word.raw in sure for word in words):
        return True
    if len(words) > 1:
        return words[0].kind != COMMON
    return not words[-1].raw.endswith("s") and _is_said(text, words)


def _is_said(text: str, words: Sequence[Word]) -> bool:
    """Say whether a verb of speech in the singular follows."""
    follows = _FOLLOWS.match(text, words[-1].end)
    return follows is not None and fold(follows[1]) in SPEECH


def _is_participle(word: Word, sure: set[str]) -> bool:
    """Say whether a word that opens a sentence is a verb: `Considering Mali`."""
    return word.kind == OTHER and len(word.raw) > _PARTICIPLE and word.raw.endswith("ing") and word.raw not in sure


def _is_adverb(words: Sequence[Word]) -> bool:
    return len(words) == 1 and len(words[0].raw) > _PARTICIPLE and words[0].raw.endswith(("ly", "ment"))


def _is_shouted(text: str, piece: Piece) -> bool:
    """Say whether a piece is a part of a line of capitals only; the place of a dateline is none."""
    if not all(word.kind in (ACRONYM, PLACE) and word.raw.isupper() for word in piece.words):
        return False
    if fold(" ".join(word.raw for word in piece.words)) in places():
        return False
    if len(piece.words) > 1 and max(len(word.raw) for word in piece.words) >= _SHOUTED:
        return True
    start = text.rfind("\n", 0, piece.start) + 1
    end = text.find("\n", piece.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) > len(piece.words[0].raw) + _AROUND and line.isupper()


def _is_person(words: Sequence[Word], titled: bool) -> bool:
    """Say whether words have the form of a person's name, or a title stands before a single one."""
    if not all(word.kind in (OTHER, INITIAL, PLACE) for word in words) or words[-1].kind == PLACE:
        return False
    return titled or (len(words) > 1 and words[0].kind != PLACE)
