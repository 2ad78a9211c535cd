"""Suggestions: other queries to try where nothing was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tui.days import shifted
from tui.errors import Cancelled
from tui.search.analysis import folded, token_pattern
from tui.search.collection import Collection
from tui.search.language.printing import leaf_text, unparse
from tui.search.language.tree import And, Leaf, Mentioned, Near, Node, Not, Or, Published, Word, all_of, any_of, leaves
from tui.search.slots import STEMMED, Asked, Slot, edits
from tui.search.spelling import spelling

if TYPE_CHECKING:
    from tui.search.segments import SegmentReader

_MOST_TERMS = 8
_WIDER = 92
"""Days by which a range of dates is widened on either side: a quarter of a year."""


def alternatives(tree: Node) -> list[tuple[str, str]]:
    """Return pairs of a reason and a query that asks for less than `tree`, the nearest first.

    Each part is dropped in turn, dates are widened and then dropped, and OR takes the place of AND.
    """
    parts = list(tree.parts) if isinstance(tree, And) else [tree]
    found: list[tuple[str, Node]] = []
    for at, part in enumerate(parts):
        others = [*parts[:at], *parts[at + 1 :]]
        if isinstance(part, (Published, Mentioned)):
            found.append(("dates a quarter of a year wider", all_of([*parts[:at], _wider(part), *parts[at + 1 :]])))
        if others:
            found.append((f"without {_named(part)}", all_of(others)))
    words = [part for part in parts if _is_wordy(part)]
    if len(words) > 1:
        others = [part for part in parts if part not in words]
        found.append(("any of the words", all_of([any_of(words), *others])))
    unique: dict[str, str] = {}
    for reason, other in found[: 2 * _MOST_TERMS]:
        if other != tree:
            unique.setdefault(unparse(other), reason)
    return [(reason, query) for query, reason in unique.items()]


def _is_wordy(part: Node) -> bool:
    """Say whether a part looks for words in titles and texts."""
    if isinstance(part, (Or, Near)):
        return all(_is_wordy(each) for each in part.parts)
    return isinstance(part, Leaf) and part.field in STEMMED


def _named(part: Node) -> str:
    if isinstance(part, Published):
        return "the dates"
    if isinstance(part, Mentioned):
        return "the mentioned dates"
    if isinstance(part, Leaf):
        written = leaf_text(part)
        said = written if written.startswith('"') else f'"{written}"'
        return f"{part.field} {said}" if part.field else said
    return unparse(part)


def _wider(part: Published | Mentioned) -> Published | Mentioned:
    first = shifted(part.first, -_WIDER) if part.first else None
    last = shifted(part.last, _WIDER) if part.last else None
    return type(part)(first if first != date.min else None, last if last != date.max else None)


def respelled(tree: Node, collection: Collection, stop: Callable[[], bool] = lambda: False) -> list[tuple[str, str]]:
    """Return pairs of a reason and a query in which a word that stands nowhere gives way to one that does.

    Words of the dossier that are one or two letters away, the nearest first and then the most frequent. Raises
    `Cancelled` soon after `stop` answers yes.
    """
    found: list[tuple[str, str]] = []
    for leaf in leaves(tree):
        if not isinstance(leaf, Word) or len(token_pattern().findall(leaf.text)) != 1:
            continue
        word = folded(token_pattern().findall(leaf.text)[0])
        if _is_there(word, leaf.field, collection):
            continue
        for other in _nearby(word, leaf.field, collection, stop):
            query = unparse(_replaced(tree, leaf, replace(leaf, text=other)))
            found.append((f"{other} for {leaf.text}", query))
    return found


def _fields(field: str) -> tuple[str, ...]:
    return (field,) if field else ("title", "text")


def _is_there(word: str, field: str, collection: Collection) -> bool:
    slot = Slot(Asked.FORM if field in ("", "title", "text") else Asked.EXACT, word)
    return any(collection.has(slot, name) for name in _fields(field))


def _nearby(word: str, field: str, collection: Collection, stop: Callable[[], bool], most: int = 2) -> list[str]:
    """Return the words of a field that are spelled nearly like `word`."""
    distance, chosen = 1 if len(word) < 5 else 2, set[str]()
    for segment, name in _lexicons(field, collection):
        if stop():
            raise Cancelled
        chosen.update(spelling(word, distance).among(segment.lexicon(name)))
    near = {other: edits(word, other, distance) for other in chosen if other != word}
    counts = {
        other: sum(segment.holders(name, other) for segment, name in _lexicons(field, collection)) for other in near
    }
    there = [other for other in near if counts[other]]
    return sorted(there, key=lambda other: (near[other], -counts[other], other))[:most]


def _lexicons(field: str, collection: Collection) -> Iterator[tuple[SegmentReader, str]]:
    for segment in collection.segments:
        for name in _fields(field):
            yield segment, name


def _replaced(tree: Node, old: Leaf, new: Leaf) -> Node:
    """Return the tree with one term in the place of another."""
    if tree == old:
        return new
    if isinstance(tree, Not):
        return tree
    if isinstance(tree, (And, Or, Near)):
        return replace(tree, parts=tuple(_replaced(part, old, new) for part in tree.parts))
    return tree
