"""Which sentences of two texts answer each other.

Pairs are found by the rare words, numbers and names that two sentences share; the best ones first, then weaker ones
where the sentences beside them answer each other already. What answers out of order has moved. A sentence that was
parted in two, or two that were joined, are one row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tui.comparison.sentence import Sentence, weights
from tui.locale import N_

_SURE = 0.5
"""From this likeness on two sentences answer each other wherever they stand."""
_BETWEEN = 0.3
"""From this likeness on they do where they stand between others that answer each other."""
_LIKELY = 0.2
"""From this likeness on they do where the sentences right before or behind them answer each other."""
_PART = 0.55
"""The part of a sentence's weight that another one must have for the one to be a piece of the other."""
_RIVAL = 0.9
"""A pair is certain where the next best of either sentence has less than this part of its likeness."""
_NEAR = 0.1
"""The likeness that is lost at most by standing elsewhere than the neighbours say; decides between equals."""
_EQUAL = 0.99
_COMMON = 64
"""A word in more sentences than this finds none; it only counts where others found them."""


class Correspondence(StrEnum):
    """How the sentences of a row stand to each other."""

    SAME = N_("same")
    """Word for word; signs and capitals make no difference."""
    REWORDED = N_("reworded")
    MOVED = N_("moved")
    """In another order than the sentences around; the words may differ as well."""
    ONLY = N_("only here")


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that answer each other, by their places in each text."""

    kind: Correspondence
    ones: tuple[int, ...]
    """The sentences of the first text; empty where only the other one has it."""
    others: tuple[int, ...]


def align(ones: Sequence[Sentence], others: Sequence[Sentence]) -> tuple[Row, ...]:
    """Return all sentences of two texts as rows, in the order of the first text.

    What only the other text has stands behind the sentence that it follows there.
    """
    likeness = _Likeness(ones, others)
    linked = _best(likeness, ones, others)
    groups = _joined(likeness, linked, ones, others)
    return tuple(_rows(groups, ones, others))


class _Likeness:
    """How like each two sentences are: the weight of what they share against the weight of both (Dice), 0 to 1."""

    def __init__(self, ones: Sequence[Sentence], others: Sequence[Sentence]) -> None:
        self.weight = weights([*ones, *others])
        self.ones = [sentence.keys for sentence in ones]
        self.others = [sentence.keys for sentence in others]
        self._sums = [self.sum(keys) for keys in self.ones], [self.sum(keys) for keys in self.others]

    def sum(self, keys: frozenset[str]) -> float:
        return sum([self.weight[key] for key in keys])

    def of(self, one: int, other: int) -> float:
        whole = self._sums[0][one] + self._sums[1][other]
        return 2 * self.sum(self.ones[one] & self.others[other]) / whole if whole else 0.0

    def pairs(self) -> list[tuple[float, int, int]]:
        """Return what may answer each other, with its likeness; two that share no rare word are not among them."""
        found_in: dict[str, list[int]] = defaultdict(list)
        for place, keys in enumerate(self.others):
            for key in keys:
                found_in[key].append(place)
        pairs = []
        for one, keys in enumerate(self.ones):
            shared: dict[int, float] = defaultdict(float)
            whole = True
            for key in keys:
                places = found_in.get(key, ())
                if len(places) > _COMMON:
                    whole = False
                else:
                    weight = self.weight[key]
                    for other in places:
                        shared[other] += weight
            least = _LIKELY / 4 * self._sums[0][one]
            own, sums = self._sums[0][one], self._sums[1]
            pairs += [
                (2 * common / (own + sums[other]) if whole else self.of(one, other), one, other)
                for other, common in shared.items()
                if common >= least
            ]
        return pairs


def _best(likeness: _Likeness, ones: Sequence[Sentence], others: Sequence[Sentence]) -> dict[int, int]:
    """Link each sentence with at most one of the other text, the surest pairs first."""
    written = [sentence.words for sentence in ones], [sentence.words for sentence in others]
    pairs = []
    for like, one, other in likeness.pairs():
        if like >= _LIKELY:
            pairs.append((2.0 if like > _EQUAL and written[0][one] == written[1][other] else like, one, other))
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    linked = _without_rival(pairs)
    taken = set(linked.values())
    expected = _expected(linked, len(ones), len(others))
    pairs.sort(key=lambda pair: (-pair[0] + _NEAR * abs(pair[2] - expected[pair[1]]) / len(others), pair[1]))
    for like, one, other in pairs:
        if like >= _SURE and one not in linked and other not in taken:
            linked[one] = other
            taken.add(other)
    for _round in range(2):  # what a weaker pair stands between may have been linked by the round before
        before, after = _neighbours(linked, len(ones), len(others))
        for like, one, other in pairs:
            beside = linked.get(one - 1) == other - 1 or linked.get(one + 1) == other + 1
            free = one not in linked and other not in taken and before[one] < other < after[one]
            if free and (beside or like >= _BETWEEN):
                linked[one] = other
                taken.add(other)
    chain = set(_in_order(linked))
    sure = {(one, other) for like, one, other in pairs if like >= _SURE}
    return {one: other for one, other in linked.items() if one in chain or (one, other) in sure}


def _without_rival(pairs: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    """Return the sure pairs that are like no others nearly as much; `pairs` come the surest first."""
    best: tuple[dict[int, list[float]], dict[int, list[float]]] = (defaultdict(list), defaultdict(list))
    for like, one, other in pairs:
        best[0][one].append(like)
        best[1][other].append(like)
    return {
        one: other
        for like, one, other in pairs
        if like >= _SURE
        and all(
            likes[0] == like and (len(likes) < 2 or likes[1] < like * _RIVAL)
            for likes in (best[0][one], best[1][other])
        )
    }


def _expected(linked: dict[int, int], count: int, others: int) -> list[float]:
    """Return where the partner of each sentence is to be expected: midway between those of its neighbours."""
    before, after = _neighbours(linked, count, others)
    chain = set(_in_order(linked))
    steps = [0, 0]
    found = [0.0] * count
    for one in range(count):
        steps[0] = 1 if one and one - 1 in chain else steps[0] + 1
        found[one] = float(min(before[one] + steps[0], max(before[one], after[one] - 1)))
    return found


def _neighbours(linked: dict[int, int], count: int, others: int) -> tuple[list[int], list[int]]:
    """Return for each sentence what the nearest ones before and behind it, in their order, are linked with."""
    chain = {one: linked[one] for one in _in_order(linked)}
    before, after = [-1] * count, [others] * count
    last = -1
    for one in range(count):
        before[one] = last
        last = chain.get(one, last)
    last = others
    for one in reversed(range(count)):
        after[one] = last
        last = chain.get(one, last)
    return before, after


def _in_order(linked: dict[int, int]) -> list[int]:
    """Return the most sentences whose partners stand in the same order (longest increasing subsequence)."""
    tails: list[int] = []
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for one in sorted(linked):
        place = bisect_left(tails, linked[one])
        previous[one] = ends[place - 1] if place else None
        tails[place : place + 1] = [linked[one]]
        ends[place : place + 1] = [one]
    chain: list[int] = []
    here = ends[-1] if ends else None
    while here is not None:
        chain.append(here)
        here = previous[here]
    return chain[::-1]


_Group = tuple[list[int], list[int]]


def _joined(
    likeness: _Likeness, linked: dict[int, int], ones: Sequence[Sentence], others: Sequence[Sentence]
) -> list[_Group]:
    """Return the linked sentences in groups, with what was parted from them or joined to them."""
    groups: list[_Group] = [([one], [other]) for one, other in sorted(linked.items())]
    by_one = dict(zip(sorted(linked), groups, strict=True))
    by_other = {linked[one]: group for one, group in by_one.items()}
    for side, places, count in ((0, by_one, len(ones)), (1, by_other, len(others))):
        own, opposite = (likeness.ones, likeness.others) if side == 0 else (likeness.others, likeness.ones)
        for place in range(count):
            if place in places:
                continue
            weight = likeness.sum(own[place])
            for group in [places[beside] for beside in (place - 1, place + 1) if beside in places]:
                used = frozenset[str]().union(*(own[each] for each in group[side]))
                there = frozenset[str]().union(*(opposite[each] for each in group[1 - side]))
                free = there - used
                if weight and likeness.sum(own[place] & free) >= _PART * weight and len(own[place] & free) > 1:
                    group[side].append(place)
                    group[side].sort()
                    places[place] = group
                    break
    return groups


def _rows(groups: list[_Group], ones: Sequence[Sentence], others: Sequence[Sentence]) -> list[Row]:
    ordered = set(_in_order({group[0][0]: group[1][0] for group in groups}))
    placed = {group[0][0]: group for group in groups}
    within = {one for group in groups for one in group[0][1:]}
    behind: dict[int, list[Row]] = defaultdict(list)
    """What only the other text has, by the first sentence of the group that it follows; -1 at the beginning."""
    anchor = {other: group[0][0] for group in groups if group[0][0] in ordered for other in group[1]}
    taken = {other for group in groups for other in group[1]}
    last = -1
    for other in range(len(others)):
        last = anchor.get(other, last)
        if other not in taken:
            behind[last].append(Row(Correspondence.ONLY, (), (other,)))
    rows = list(behind[-1])
    for one in range(len(ones)):
        group = placed.get(one)
        if group is not None:
            rows.append(Row(_kind(group, one in ordered, ones, others), tuple(group[0]), tuple(group[1])))
            rows += behind[one]
        elif one not in within:
            rows.append(Row(Correspondence.ONLY, (one,), ()))
    return rows


def _kind(group: _Group, in_order: bool, ones: Sequence[Sentence], others: Sequence[Sentence]) -> Correspondence:
    if not in_order:
        return Correspondence.MOVED
    written = [word for one in group[0] for word in ones[one].words]
    there = [word for other in group[1] for word in others[other].words]
    return Correspondence.SAME if written == there else Correspondence.REWORDED
