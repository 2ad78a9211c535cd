"""The fact difference: the facts that only one of two articles has, and those that differ.

Within sentences that answer each other a fact is held against its counterpart there: 11,600 where the other has 15,000
differs even if 15,000 stands elsewhere. What has no counterpart is looked for in the whole other text, and only one
side has it if it is nowhere there; that is told once, at its first place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from tui.base.days import Span
from tui.comparison.changes import Edit
from tui.comparison.facts import Fact, FactKind
from tui.figures.counted import related

_SIMILAR = 0.6
"""From this share of common words on two quotations are one that was changed."""
_BRIEF = 40
"""Characters of a change that puts one fact for another."""
_LONG = 4
"""Words from which on a quotation that stands within another one is no other quotation."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact of one article, of the other, or one that differs between them; one of the two may be missing."""

    kind: FactKind
    one: Fact | None
    other: Fact | None
    row: int
    """The row of the alignment in which it stands first."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """The facts of a row of the alignment, by the side on which they stand, and where its words differ."""

    ones: Sequence[Fact]
    others: Sequence[Fact]
    changes: Sequence[Edit]
    speaks: tuple[bool, bool]
    """Whether each side has a word of speech, by whomever."""
    aligned: bool
    close: bool
    """Whether the two sides are nearly the same words, so that what stands in one place is of one thing."""
    across: bool = False
    """Whether they are in different languages: a quotation is translated then, and so is a speaker without a name."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a text has, as what its counterpart's facts are looked for in."""

    facts: dict[FactKind, list[Fact]]
    words: frozenset[str]
    folded: str
    """Its folded words in order, with a space between two and around all."""


def differences(rows: Sequence[FactRow], one: Whole, other: Whole) -> tuple[Difference, ...]:
    """Return the differences in the order of the rows, by kind within each."""
    found: dict[tuple[object, ...], Difference] = {}
    for number, row in enumerate(rows):
        for kind in FactKind:
            for difference in _of_row(number, row, kind, one, other):
                found.setdefault(_name(difference), difference)
    return tuple(each for each in found.values() if not _is_told_whole(each, found.values()))


def _is_told_whole(difference: Difference, found: Iterable[Difference]) -> bool:
    """Say whether a name that one side has is told already with its first name or title: `Brandt`, `Lena Brandt`."""
    one, other = difference.one, difference.other
    fact = one or other
    if difference.kind is not FactKind.NAME or fact is None or (one is not None and other is not None):
        return False
    sides = ((each.one, each.other) for each in found if each.kind is FactKind.NAME)
    wholes = (pair[0 if one is not None else 1] for pair in sides if None in pair)
    return any(whole is not None and _is_shorter(fact, whole) for whole in wholes)


def _name(difference: Difference) -> tuple[object, ...]:
    """Return what two differences have in common that are told once: a fact of one side; never two changed ones."""
    one, other = difference.one, difference.other
    if (one is not None and other is not None) or difference.kind is FactKind.ATTRIBUTION:
        return difference.kind, one and one.start, other and other.start
    return difference.kind, _key(one), _key(other)


def _key(fact: Fact | None) -> object:
    if fact is None:
        return None
    if fact.kind is FactKind.DATE and fact.timex is not None:
        return fact.timex.value
    return fact.words


def _of_row(number: int, row: FactRow, kind: FactKind, one: Whole, other: Whole) -> Iterator[Difference]:
    ones, others = _unmatched(
        [fact for fact in row.ones if fact.kind is kind],
        [fact for fact in row.others if fact.kind is kind],
        _same_closely if row.close else same,
    )
    if kind is FactKind.NAME:
        ones, others = _new_names(ones, row.others), _new_names(others, row.ones)
    for here in list(ones):
        there = _counterpart(here, others, row) if row.aligned else None
        if there is not None and _differs(here, there, row, one, other):
            ones.remove(here)
            others.remove(there)
            yield Difference(kind, here, there, number)
    for fact in ones:
        if _is_only(fact, other, row, 1):
            yield Difference(kind, fact, None, number)
    for fact in others:
        if _is_only(fact, one, row, 0):
            yield Difference(kind, None, fact, number)


def _differs(here: Fact, there: Fact, row: FactRow, one: Whole, other: Whole) -> bool:
    """Say whether two facts that stand for each other differ; where the sentences do, each must be new to the other."""
    if here.kind is FactKind.NAME and not _is_swapped(here, there):
        return False
    return row.close or (_is_only(here, other, row, 1) and _is_only(there, one, row, 0))


def _unmatched(
    ones: Iterable[Fact], others: Iterable[Fact], equal: Callable[[Fact, Fact], bool]
) -> tuple[list[Fact], list[Fact]]:
    """Return the facts of both sides that have no equal on the other one; each is the equal of one at most."""
    left, right = list[Fact](), list(others)
    for fact in ones:
        match = next((each for each in right if equal(fact, each)), None)
        if match is None:
            left.append(fact)
        else:
            right.remove(match)
    return left, right


def same(one: Fact, other: Fact) -> bool:
    """Say whether two facts of one kind are the same."""
    match one.kind:
        case FactKind.FIGURE:
            return _same_figure(one, other)
        case FactKind.DATE:
            return _value(one) == _value(other) or one.words == other.words or _days(one) == _days(other) is not None
        case FactKind.NAME:
            return set(one.words) == set(other.words)
        case FactKind.ATTRIBUTION:
            return bool(set(one.words) & set(other.words))
    return one.words == other.words


def _value(fact: Fact) -> str:
    return fact.timex.value if fact.timex is not None else ""


def _days(fact: Fact) -> Span | None:
    return fact.timex.span if fact.timex is not None else None


def _same_closely(one: Fact, other: Fact) -> bool:
    """Say whether two facts in the same words are the same: then what happened to those counted is asked as well."""
    a, b = one.figure, other.figure
    if a is not None and b is not None and (a.negated is not b.negated or (a.state and b.state and a.state != b.state)):
        return False
    return same(one, other)


def _same_figure(one: Fact, other: Fact) -> bool:
    a, b = one.figure, other.figure
    if a is None or b is None:
        return _bare(one) == _bare(other)
    if (a.value, a.low, a.high, a.unit) != (b.value, b.low, b.high, b.unit):
        return False
    return (
        not (a.things and b.things) or related(a.things, b.things) or not {*one.words[1:]}.isdisjoint(other.words[1:])
    )


def _bare(fact: Fact) -> str:
    """Return the number of a figure as digits; empty for a range."""
    if fact.figure is None:
        return fact.words[0]
    value = fact.figure.value
    return "" if value is None else f"{value:g}" if value < 1e6 else str(int(value))


def _counterpart(fact: Fact, others: Sequence[Fact], row: FactRow) -> Fact | None:
    """Return what stands in place of a fact on the other side of its row: by the words around, else by its kind."""
    opposite = [
        change for change in row.changes if change.start < fact.end and fact.start < change.end and _is_brief(change)
    ]
    swapped = (
        each
        for each in others
        if any(change.other_start < each.end and each.start < change.other_end for change in opposite)
    )
    lone = len(others) == 1 and row.across and len(_value(fact)) == len(_value(others[0])) > 0
    return next(swapped, None) or next((each for each in others if lone or _is_comparable(fact, each)), None)


def _is_brief(change: Edit) -> bool:
    """Say whether a change puts one fact for another, rather than one clause for another."""
    lengths = change.end - change.start, change.other_end - change.other_start
    return max(lengths) <= _BRIEF and min(lengths) * 4 >= max(lengths)


def _is_comparable(one: Fact, other: Fact) -> bool:
    match one.kind:
        case FactKind.FIGURE:
            a, b = one.figure, other.figure
            return a is not None and b is not None and a.unit == b.unit and bool(a.things & b.things)
        case FactKind.QUOTATION:
            return Indel.normalized_similarity(one.words, other.words) >= _SIMILAR
        case FactKind.ATTRIBUTION:
            return True
    return False


def _new_names(facts: Iterable[Fact], others: Iterable[Fact]) -> list[Fact]:
    """Return the names that have a word which no name on the other side has."""
    known = {word for fact in others if fact.kind is FactKind.NAME for word in fact.words}
    return [fact for fact in facts if not known.issuperset(fact.words)]


def _is_swapped(one: Fact, other: Fact) -> bool:
    """Say whether each of two names has a word that the other lacks; a shorter form of a name is the same name."""
    return bool(set(one.words) - set(other.words)) and bool(set(other.words) - set(one.words))


def _is_only(fact: Fact, there: Whole, row: FactRow, side: int) -> bool:
    """Say whether a fact stands nowhere in the other text; who says what is aligned is asked there alone."""
    if row.across and _is_translated(fact, (row.ones, row.others)[side] if row.aligned else ()):
        return False
    return _is_missing(fact, there, row, side)


def _is_missing(fact: Fact, there: Whole, row: FactRow, side: int) -> bool:
    if fact.kind is FactKind.ATTRIBUTION and row.aligned:
        return not row.speaks[side]
    facts = there.facts.get(fact.kind, [])
    if fact.kind is FactKind.NAME:
        return not there.words.issuperset(fact.words) and not any(_is_shorter(each, fact) for each in facts)
    if any(same(fact, each) for each in facts):
        return False
    if fact.kind is FactKind.DATE:
        return not any(_covers(fact, each) for each in facts)
    if fact.kind is FactKind.QUOTATION:
        return not (f" {' '.join(fact.words)} " in there.folded and _is_quoted(fact, facts))
    return True


def _is_translated(fact: Fact, others: Iterable[Fact]) -> bool:
    """Say whether a fact may stand in another language where no word of it is: a quotation, the harbour’s master."""
    if fact.kind is FactKind.QUOTATION:
        return any(other.kind is FactKind.QUOTATION for other in others)
    return fact.kind is FactKind.ATTRIBUTION and not any(word[:1].isupper() for word in fact.text.split()[1:])


def _is_shorter(name: Fact, whole: Fact) -> bool:
    """Say whether a name is a whole one without its first name or title: `Brandt` for `Mayor Lena Brandt`."""
    return name.words[-1] == whole.words[-1] and set(name.words) < set(whole.words)


def _covers(fact: Fact, other: Fact) -> bool:
    """Say whether a date of the other text tells it as well: the day of a month that is named here."""
    a, b = fact.timex, other.timex
    if a is None or b is None or a.span is None or b.span is None:
        return False
    return a.span.first <= b.span.first and b.span.last <= a.span.last


def _is_quoted(fact: Fact, quoted: Iterable[Fact]) -> bool:
    """Say whether the words stand within a quotation there, or are one that has a piece of it."""
    own = f" {' '.join(fact.words)} "
    for other in quoted:
        words = f" {' '.join(other.words)} "
        if own in words or (words in own and len(other.words) >= _LONG):
            return True
    return False


def by_kind(facts: Iterable[Fact]) -> dict[FactKind, list[Fact]]:
    """Return facts by their kind."""
    found: dict[FactKind, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.kind].append(fact)
    return found
