"""Two articles compared: their aligned sentences, the words that differ, and the fact difference."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.comparison.alignment import Correspondence, Row, align
from tui.comparison.changes import Edit, changes
from tui.comparison.difference import Difference, FactRow, Whole, by_kind, differences
from tui.comparison.facts import Fact, attributions, dates_of, figures_of, names_of, quotations_of, spelled
from tui.comparison.sentence import Sentence, sentences_of
from tui.dates import Timex
from tui.figures import Figure
from tui.figures.languages.names import ALIASES


@dataclass(frozen=True, slots=True)
class Side:
    """An article as it is compared."""

    text: str
    language: str = ""
    figures: Sequence[Figure] = ()
    """As `find_figures` gives them."""
    timexes: Sequence[Timex] = ()
    """As `find_dates` gives them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found out about two articles."""

    ones: tuple[Sentence, ...]
    """The sentences of the first one."""
    others: tuple[Sentence, ...]
    rows: tuple[Row, ...]
    """All sentences of both, side by side."""
    changes: tuple[tuple[Edit, ...], ...]
    """The words that differ, for each row; none where only one side has it."""
    differences: tuple[Difference, ...]
    apart: bool
    """Whether they tell different stories: then no fact of one stands for one of the other."""
    shared: tuple[float, float]
    """The part of each text's words that stand in the other's aligned sentences, 0 to 1."""

    @property
    def corresponding(self) -> tuple[int, int]:
        """Return how many sentences of the text that has fewer stand beside one of the other, and how many it has."""
        return _corresponding(self.ones, self.others, self.rows)


def compare(one: Side, other: Side) -> Comparison:
    """Compare two articles."""
    across = bool(one.language and other.language and one.language != other.language)
    ones, others = (
        sentences_of(side.text, side.language, [(timex.start, timex.end) for timex in side.timexes], across)
        for side in (one, other)
    )
    rows = align(ones, others)
    changed = tuple(_changes(row, ones, others) for row in rows)
    shared = _shared(ones, others, rows)
    apart = _is_apart(*_corresponding(ones, others, rows), max(shared), across)
    here, there = _Facts(one, ones, across), _Facts(other, others, across)
    held = [
        FactRow(
            here.of(row.ones),
            there.of(row.others),
            () if across else changed[number],
            (here.speaks(row.ones), there.speaks(row.others)),
            bool(row.ones and row.others) and not apart,
            not apart and not across and _is_close(row, changed[number], ones),
            across,
        )
        for number, row in enumerate(rows)
    ]
    found = differences(held, here.whole(), there.whole())
    return Comparison(tuple(ones), tuple(others), rows, changed, found, apart, shared)


_RELATED, _SURELY = 0.15, 0.5
"""The parts of the shorter text's sentences with a counterpart: from the first on two articles may be reports of the
same, from the second on they are whatever their words."""
_COMMON, _COMMON_OF_ONE = 0.1, 0.25
"""The part of its words that one of two reports of the same, in one language, shares with the other at least, and the
part where only one sentence of several has a counterpart. All three were set on pairs that were read."""
_SEVERAL = 4


def _is_apart(corresponding: int, shorter: int, shared: float, across: bool) -> bool:
    """Say whether texts tell different stories of which so many sentences, of so many, have a counterpart."""
    if corresponding == 1 and shorter >= _SEVERAL and shared < _COMMON_OF_ONE:
        return True
    if corresponding < _RELATED * shorter:
        return True
    return not across and corresponding < _SURELY * shorter and shared < _COMMON


def _corresponding(ones: Sequence[Sentence], others: Sequence[Sentence], rows: Sequence[Row]) -> tuple[int, int]:
    sides = (len(ones), len(others))
    own = 0 if sides[0] <= sides[1] else 1
    held = [(row.ones, row.others) for row in rows]
    return sum(len(pair[own]) for pair in held if pair[1 - own]), sides[own]


def _changes(row: Row, ones: Sequence[Sentence], others: Sequence[Sentence]) -> tuple[Edit, ...]:
    if row.kind is Correspondence.SAME or not (row.ones and row.others):
        return ()
    return changes(
        [token for place in row.ones for token in ones[place].tokens],
        [token for place in row.others for token in others[place].tokens],
    )


def _is_close(row: Row, changed: Sequence[Edit], ones: Sequence[Sentence]) -> bool:
    """Say whether at most a third of a row's words differ."""
    if not (row.ones and row.others):
        return False
    length = sum(ones[place].end - ones[place].start for place in row.ones)
    return 3 * sum(max(each.end - each.start, each.other_end - each.other_start) for each in changed) <= length


class _Facts:
    """The facts of one text, by the sentence in which each begins."""

    def __init__(self, side: Side, found: Sequence[Sentence], across: bool) -> None:
        self._found = found
        quoted = quotations_of(side.text)
        self._spoken, spoken = attributions(
            side.text, side.language, found, [(fact.start, fact.end) for fact in quoted]
        )
        self._all = [
            *figures_of(side.text, side.figures, side.timexes),
            *dates_of(side.timexes, side.figures),
            *names_of(side.text, side.language, found, side.timexes, across),
            *quoted,
            *spoken,
        ]
        starts = [sentence.start for sentence in found]
        self._placed: dict[int, list[Fact]] = defaultdict(list)
        for fact in self._all:
            self._placed[max(0, bisect_right(starts, fact.start) - 1)].append(fact)

    def of(self, places: Iterable[int]) -> list[Fact]:
        """Return the facts of some sentences."""
        return [fact for place in places for fact in self._placed.get(place, ())]

    def speaks(self, places: Iterable[int]) -> bool:
        """Say whether any of some sentences has a word of speech."""
        return any(self._spoken[place] for place in places)

    def whole(self) -> Whole:
        """Return what a fact of the other text is looked for in."""
        words = [token.word for sentence in self._found for token in sentence.tokens]
        known = frozenset(spelled(ALIASES.get(word, word)) for word in words)
        return Whole(by_kind(self._all), known, f" {' '.join(words)} ")


def _shared(ones: Sequence[Sentence], others: Sequence[Sentence], rows: Sequence[Row]) -> tuple[float, float]:
    from rapidfuzz.distance import LCSseq

    common = 0
    for row in rows:
        if row.ones and row.others:
            here = [token.word for place in row.ones for token in ones[place].tokens]
            there = [token.word for place in row.others for token in others[place].tokens]
            common += LCSseq.similarity(here, there)
    counts = [sum(len(sentence.tokens) for sentence in found) for found in (ones, others)]
    return common / max(1, counts[0]), common / max(1, counts[1])
