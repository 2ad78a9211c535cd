"""Suggestions: other queries to try when nothing was found, and the query for articles related to one.

Related articles share rare words. A word weighs more the more often it stands in the article and the fewer articles
hold it: term frequency times inverse document frequency, after K. Sparck Jones, "A statistical interpretation of term
specificity" (1972), with the logarithm of the frequency.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import log
from typing import TYPE_CHECKING

from tui.base.days import shifted
from tui.base.small_words import SMALL_WORDS, TELLING_NOTHING
from tui.errors import Cancelled
from tui.locale import _
from tui.search.analysis import folded, token_pattern, words
from tui.search.language.fields import STEMMED, TEXT_FIELDS, TITLE_FIELDS
from tui.search.language.printing import leaf_text, unparse
from tui.search.language.tree import (
    And,
    Leaf,
    Mentioned,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Word,
    all_of,
    any_of,
    leaves,
)
from tui.search.lexicon import spelling
from tui.search.ranking import TITLE_WEIGHT
from tui.search.slots import MatchKind, Slot, edits, slots_of
from tui.search.snapshot import Snapshot

if TYPE_CHECKING:
    from tui.search.segments import SegmentReader


_MOST_TERMS = 16
"""How many parts of a query are left out in turn."""
_WIDER = 92
"""Days by which a range of dates is widened on either side: a quarter of a year."""
_LOOSE = 10
"""How many other words may stand among those of a phrase that was not found."""


def alternatives(tree: Node) -> list[tuple[str, str]]:
    """Return pairs of a reason and a looser query than `tree`, the closest first.

    Each part is loosened and then dropped in turn, and finally OR replaces AND.
    """
    parts = tree.parts if isinstance(tree, And) else (tree,)
    found = [pair for at in range(min(len(parts), _MOST_TERMS)) for pair in _with_less(parts, at)]
    words = [part for part in parts if _is_wordy(part)]
    if len(words) > 1:
        others = [part for part in parts if part not in words]
        found.append((_("any of the words"), all_of([any_of(words), *others])))
    unique: dict[str, str] = {}
    for reason, other in found:
        if other != tree:
            unique.setdefault(unparse(other), reason)
    return [(reason, query) for query, reason in unique.items()]


def _with_less(parts: Sequence[Node], at: int) -> Iterator[tuple[str, Node]]:
    """Yield queries with one part loosened, then without that part."""
    part, others = parts[at], [*parts[:at], *parts[at + 1 :]]
    looser = _looser(part)
    if looser is not None:
        yield looser[0], all_of([*parts[:at], looser[1], *parts[at + 1 :]])
    if others:
        yield _("without {words}").format(words=_named(part)), all_of(others)


def _looser(part: Node) -> tuple[str, Node] | None:
    """Return a looser form of a part with the reason; None if there is none."""
    match part:
        case Published() | Mentioned():
            return _("dates a quarter of a year wider"), _wider(part)
        case Near():
            return _("the same words, however far apart"), all_of(part.parts)
        case Phrase(slop=0) if len(slots_of(part)) > 1:
            told = _("{phrase} with other words among them").format(phrase=leaf_text(part))
            return told, replace(part, slop=_LOOSE)
    return None


def _is_wordy(part: Node) -> bool:
    """Say whether a part looks for words in titles and texts."""
    if isinstance(part, (Or, Near)):
        return all(_is_wordy(each) for each in part.parts)
    return isinstance(part, Leaf) and part.field in STEMMED


def _named(part: Node) -> str:
    if isinstance(part, Published):
        return _("the dates")
    if isinstance(part, Mentioned):
        return _("the mentioned dates")
    if isinstance(part, Leaf):
        written = leaf_text(part)
        said = written if written.startswith('"') else f'"{written}"'
        return f"{part.field} {said}" if part.field else said
    return unparse(part)


def _wider(part: Published | Mentioned) -> Published | Mentioned:
    first = shifted(part.first, -_WIDER) if part.first else None
    last = shifted(part.last, _WIDER) if part.last else None
    return type(part)(first if first != date.min else None, last if last != date.max else None)


def respelled(tree: Node, snapshot: Snapshot, stop: Callable[[], bool] = lambda: False) -> list[tuple[str, str]]:
    """Return pairs of a reason and a query in which a word that does not occur is replaced by a similar one that does.

    Similar words are one or two letters away; the closest come first, then the most frequent. Raises `Cancelled` soon
    after `stop` returns true.
    """
    found: list[tuple[str, str]] = []
    for leaf in leaves(tree):
        if not isinstance(leaf, Word) or leaf.field == "note" or len(token_pattern().findall(leaf.text)) != 1:
            continue
        word = folded(token_pattern().findall(leaf.text)[0])
        if _is_there(word, leaf.field, snapshot):
            continue
        for other in _nearby(word, leaf.field, snapshot, stop):
            query = unparse(replaced(tree, leaf, replace(leaf, text=other)))
            found.append((_("{other} for {word}").format(other=other, word=leaf.text), query))
    return found


def _fields(field: str) -> tuple[str, ...]:
    return TITLE_FIELDS if field == "title" else (field,) if field else TEXT_FIELDS


def _is_there(word: str, field: str, snapshot: Snapshot) -> bool:
    slot = Slot(MatchKind.FORM if field in STEMMED else MatchKind.EXACT, word)
    return any(snapshot.has(slot, name) for name in _fields(field))


def _nearby(word: str, field: str, snapshot: Snapshot, stop: Callable[[], bool], most: int = 2) -> list[str]:
    """Return the words of a field that are spelled nearly like `word`, without small words."""
    distance, chosen = 1 if len(word) < 5 else 2, set[str]()
    for segment, name in _lexicons(field, snapshot):
        if stop():
            raise Cancelled
        chosen.update(spelling(word, distance).among(segment.lexicon(name)))
    near = {other: edits(word, other, distance) for other in chosen if other != word and other not in SMALL_WORDS}
    counts = {
        other: sum(segment.holders(name, other) for segment, name in _lexicons(field, snapshot)) for other in near
    }
    there = [other for other in near if counts[other]]
    return sorted(there, key=lambda other: (near[other], -counts[other], other))[:most]


def _lexicons(field: str, snapshot: Snapshot) -> Iterator[tuple[SegmentReader, str]]:
    for segment in snapshot.segments:
        for name in _fields(field):
            yield segment, name


def replaced(tree: Node, old: Leaf, new: Leaf) -> Node:
    """Return the tree with one term replaced by another."""
    if tree == old:
        return new
    if isinstance(tree, Not):
        return tree
    if isinstance(tree, (And, Or, Near)):
        return replace(tree, parts=tuple(replaced(part, old, new) for part in tree.parts))
    return tree


MOST = 8
"""How many words; more of them would find unrelated articles."""
_SHORTEST = 3
_NAMES = 2.0
"""How much more a name relates two articles than another word that is as rare."""
_FEWEST = 4
"""With fewer telling words than these, all rare words relate an article to others."""
_OFTEN = 2
"""How often a text has a word that is no name, unless its title has it."""
_COMMONEST = 0.2
"""A word in a larger share of all articles is too common to relate two of them."""


def distinctive_words(
    title: str, text: str, rarity: Callable[[str], int], is_name: Callable[[str], bool], living: int
) -> list[str]:
    """Return the words of an article that it shares with few others, folded, the most distinctive first.

    `rarity` counts the articles whose text holds a word, of `living` articles in all. Names, as `is_name` says, weigh
    more. Words that neither the title has nor the text repeats count only where there are few others, and those of the
    calendar never do.
    """
    counts: Counter[str] = Counter(words(text))
    own = set(words(title))
    for word in own:
        counts[word] += int(TITLE_WEIGHT)
    weights: dict[str, float] = {}
    telling: set[str] = set()
    for word, count in counts.items():
        if len(word) < _SHORTEST or word in TELLING_NOTHING or not word.isalpha():
            continue
        holders = rarity(word)
        if 2 <= holders <= max(2.0, living * _COMMONEST):
            name = is_name(word)
            weights[word] = (1 + log(count)) * log((living + 1) / holders) * (_NAMES if name else 1.0)
            if name or count >= _OFTEN or word in own:
                telling.add(word)
    if len(telling) < _FEWEST:
        telling = set(weights)
    return sorted(telling, key=lambda word: (-weights[word], word))[:MOST]
