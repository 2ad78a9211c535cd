"""Feedback: a query is widened by the words of its best hits.

After Lavrenko and Croft, "Relevance-based language models" (2001), in the form RM3 of Abdul-Jaleel et al., "UMass at
TREC 2004": each word of the best hits weighs as its share of their words, each hit by its score; the words of the
query keep most of the weight.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from typing import Any, NamedTuple

from tui.base.small_words import TELLING_NOTHING
from tui.search.analysis import stem, words
from tui.search.language.fields import STEMMED
from tui.search.language.tree import And, Leaf, Near, Node, Or, Word, any_of, leaves
from tui.search.sets import HitSets
from tui.search.slots import slots_of
from tui.search.walk import Walk

BEST = 5
"""Articles whose words are taken."""
MOST = 30
"""Words that are taken."""
ORIGINAL = 0.7
"""The weight of the query's own words; that of all others together is the rest."""
_COMMONEST = 0.3
"""A word in a larger share of all articles says too little; chosen on Cranfield, with the weights as they were."""
_ENOUGH = 0.5
"""An article without the query's words is taken if it scores so much of what the median hit does by the other words."""
_SHORTEST = 3


class Best(NamedTuple):
    """One of the best hits."""

    score: float
    text: str
    """Its title and its text."""


def wordy(tree: Node) -> tuple[Node, ...]:
    """Return the parts of a query that look for words in titles and texts, to which others can be added."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    return tuple(
        part
        for part in parts
        if isinstance(part, (Leaf, Or, Near))
        and (asked := list(leaves(part)))
        and all(leaf.field in STEMMED for leaf in asked)
    )


def feedback(
    tree: Node, best: Sequence[Best], rarity: Callable[[str], int], count: int, language: str
) -> dict[str, float]:
    """Return the words of the best hits that a query lacks, the weightiest first, with their share of all its words.

    `rarity` counts the articles that hold a word, `count` all of them; in `language` the forms of a stem are taken for
    one word; the most frequent one stands for all.
    """
    total = sum(each.score for each in best) or 1.0
    asked = {stem(slot.text, language) for leaf in leaves(tree) for slot in slots_of(leaf)}
    weights: defaultdict[str, float] = defaultdict(float)
    forms: dict[str, Counter[str]] = {}
    for each in best:
        row = words(each.text)
        for word, often in Counter(row).items():
            root = stem(word, language)
            if root not in asked and len(word) >= _SHORTEST and word.isalpha() and word not in TELLING_NOTHING:
                weights[root] += each.score / total * often / len(row)
                forms.setdefault(root, Counter())[word] += often
    found: dict[str, float] = {}
    for root, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])):
        word = min(forms[root], key=lambda form: (-forms[root][form], form))
        if 2 <= rarity(word) <= max(2.0, count * _COMMONEST):
            found[word] = weight
        if len(found) == MOST:
            break
    return found


def widened(tree: Node, weights: Mapping[str, float], walk: Walk[Any, Any, Any], sets: HitSets[Any, Any, Any]) -> Any:  # noqa: ANN401 - the hits of whichever sets these are
    """Return the hits of a query and the articles that hold half as much of the other words as a typical hit does.

    All are scored by its own words and the others, whose weights are shares of any sum.
    """
    own = wordy(tree)
    strict = walk.hits(tree)
    if not own or not weights:
        return strict
    whole = sum(weights.values())
    others = sets.either(
        [sets.weighted(walk.hits(Word(word)), (1 - ORIGINAL) * share / whole) for word, share in weights.items()]
    )
    count = sum(1 for part in own for _ in leaves(part))
    scored = sets.either([sets.weighted(walk.hits(any_of(own)), ORIGINAL / count), others])
    hits = set(sets.numbers(strict))
    shares = dict(zip(*sets.listed(others, False), strict=True))
    least = _ENOUGH * median(shares.get(number, 0.0) for number in hits) if hits else float("inf")
    taken = {number for number, share in shares.items() if share >= least > 0}
    parts = tree.parts if isinstance(tree, And) else (tree,)
    rest = [part for part in parts if part not in own]
    found = sets.kept(scored, hits | taken)
    return sets.both([found, walk.hits(And(tuple(rest)))]) if rest else found


def widened_tree(tree: Node, added: Iterable[str]) -> Node:
    """Return a tree that marks the added words, too."""
    from tui.search.language.tree import all_of

    own = wordy(tree)
    extra = [Word(word) for word in added]
    if not own or not extra:
        return tree
    parts = tree.parts if isinstance(tree, And) else (tree,)
    return all_of([any_of([all_of(own), *extra]), *(part for part in parts if part not in own)])
