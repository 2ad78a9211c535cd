"""Repeats: what a page says twice, such as a title above its picture and a standfirst that the text takes up again.

What is left out stands word for word in another place of the text, or nearly so; no sentence is lost.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from tui.base.folding import essence
from tui.importing.clippings.sheet import Sheet

_WORDS = 5
"""A shorter line may be repeated by design."""

_SENTENCE_WORDS = 8
"""A line that is left out because it stands elsewhere below the head has so many words; a refrain has fewer."""

_NEAR = 0.85
"""The part of a standfirst's words that a paragraph takes up again, in their order."""

_MOST_PARAGRAPHS = 400
"""In a longer text only whole lines are compared."""

_NEAR_LOOKED_AT = 30


def leave_out_repeats(sheet: Sheet, top: int) -> None:
    """Leave out repeated titles, standfirsts and quotes; `top` is the place of the first line below the head."""
    kept = sheet.kept()
    essences = {place: essence(sheet.lines[place].text) for place in kept}
    title = essence(sheet.title)
    for place in kept:
        if title and essences[place] == title:
            sheet.leave_out(place)
    places = [place for place in sheet.kept() if essences[place]]
    opening = {place for place in places if place < top} | set(places[:1])
    for place in sorted(opening):
        later = [essences[other] for other in places if other > place]
        if _taken_up(essences[place], later, near=place < top):
            sheet.leave_out(place)
    _leave_out_doubles(sheet, essences)


def _taken_up(line: str, later: list[str], near: bool) -> bool:
    """Say whether a later paragraph says a line again."""
    words = line.split()
    if len(words) < _WORDS or len(later) > _MOST_PARAGRAPHS:
        return line in later and len(words) >= _WORDS
    if any(f" {line} " in f" {other} " for other in later):
        return True
    return near and any(_is_near(words, other.split()) for other in later[:_NEAR_LOOKED_AT])


def _is_near(words: list[str], other: list[str]) -> bool:
    """Say whether a paragraph has a standfirst's words in their order; every figure in it must be there."""
    there = set(other)
    if sum(word in there for word in words) < len(words) * _NEAR:
        return False
    if any(word not in there for word in words if any(letter.isdigit() for letter in word)):
        return False
    matcher = SequenceMatcher(None, words, other, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= len(words) * _NEAR


def _leave_out_doubles(sheet: Sheet, essences: dict[int, str]) -> None:
    """Leave out paragraphs that stand twice, and lines that stand within another paragraph too."""
    kept = sheet.kept()
    seen: set[str] = set()
    for place in kept:
        line = essences[place]
        if line in seen and len(line.split()) >= _SENTENCE_WORDS:
            sheet.leave_out(place)
        seen.add(line)
    if len(kept) > _MOST_PARAGRAPHS:
        return
    kept = sheet.kept()
    for place in kept:
        line = essences[place]
        if len(line.split()) >= _SENTENCE_WORDS and any(
            f" {line} " in f" {essences[other]} " for other in kept if other != place and essences[other] != line
        ):
            sheet.leave_out(place)
