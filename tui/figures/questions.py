"""Questions: the figures of many articles that answer the same one, and how they stand to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tui.figures.answers import Answer, Report, answers_of
from tui.figures.comparison import Comparison, Verdict, compare
from tui.figures.context import ARMED
from tui.figures.figure import Figure, State
from tui.figures.names import spelled
from tui.figures.nouns import PEOPLE
from tui.figures.same_question import SameQuestion
from tui.locale import N_

_MOST_COMPARED = 60
"""Figures of a question that are held against each other; the others are listed, and counted in `uncompared`."""
_LOOK_BACK = 80
"""Questions of a kind with which a figure is compared; keeps a large dossier linear."""
_MEMBERS = 8
"""Figures of a question with which a new one is compared."""
_SHARE = 0.5
"""The part of those that has to answer the same question; figures of other articles tell more than those of its own."""
_SHOWN_NAMES = 3
_SHOWN_THINGS = 3
"""Kinds of people that a question names; more are all people."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two answers, by their places in the question, and how they stand to each other."""

    one: int
    other: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Question:
    """Figures of the same kind of thing, state and owner, in the order of their publication; the undated last."""

    state: State
    things: frozenset[str]
    unit: str
    owners: tuple[str, ...]
    """The names that most of its figures share, as the texts write them; three at most."""
    answers: tuple[Answer, ...]
    pairs: tuple[Pair, ...]
    """Pairs of different witnesses."""
    uncompared: int = 0
    """How many answers are listed and were not compared, because there are too many."""

    @property
    def label(self) -> str:
        """What is asked, in a few words: `killed · peacekeeper, person · MINUSMA`."""
        many = len(self.things) > _SHOWN_THINGS and self.things <= PEOPLE
        things = "people" if many else ", ".join(sorted(self.things))
        parts = (self.state.value, self.unit or things, ", ".join(self.owners))
        return " · ".join(part for part in parts if part)

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict of its pairs."""
        return max((pair.comparison.verdict for pair in self.pairs), key=GRAVITY.index)

    @property
    def witnesses(self) -> int:
        """How many sources answer it."""
        return len({answer.report.witness for answer in self.answers})

    def pairs_of(self, place: int) -> tuple[Pair, ...]:
        """Return the pairs in which one answer stands."""
        return tuple(pair for pair in self.pairs if place in (pair.one, pair.other))


GRAVITY = (Verdict.SAME, Verdict.COMPATIBLE, Verdict.GROWS, Verdict.DIFFERENT, Verdict.CONTRADICTS)
"""The verdicts, the gravest last."""


def questions(reports: Iterable[Report]) -> tuple[Question, ...]:
    """Group the figures of reports by the question that they answer: the most disputed question first, then the dead.

    A question has figures of two witnesses at least. Reports that only retell others are left out.
    """
    shelves: dict[tuple[State, str], list[_Group]] = {}
    groups: list[_Group] = []
    answers = [answer for report in reports if not report.retells for answer in answers_of(report)]
    same = SameQuestion(answers)
    for answer in sorted(answers, key=lambda answer: not answer.figure.owners):  # the others find their group then
        _place(answer, shelves, groups, same)
    for shelf in shelves.values():
        _join_lone(shelf, same)
    asked = [question for group in groups if _is_one(group.answers, same) and (question := _joined(group.answers))]
    return tuple(sorted((question for question in asked if question.pairs), key=_disputed_first))


def _is_one(answers: Sequence[Answer], same: SameQuestion) -> bool:
    """Say whether answers make one question: of two witnesses, who speak of one thing by name; a force has arms."""
    if not _has_two_witnesses(answers):
        return False
    figures = [answer.figure for answer in answers]
    if figures[0].state is State.DEPLOYED and not any(figure.things & ARMED for figure in figures):
        return False
    return same.tells(_shared(figures))


@dataclass(slots=True)
class _Group:
    answers: list[Answer] = field(default_factory=list)


def _place(
    answer: Answer, shelves: dict[tuple[State, str], list[_Group]], groups: list[_Group], same: SameQuestion
) -> None:
    shelf = shelves.setdefault((answer.figure.state, _family(answer.figure)), [])
    best = _nearest(answer, shelf[-_LOOK_BACK:], same)
    if best is None:
        best = _Group()
        shelf.append(best)
        groups.append(best)
    best.answers.append(answer)


def _nearest(answer: Answer, groups: Iterable[_Group], same: SameQuestion) -> _Group | None:
    """Return the group of which most answer the same question as a figure; None where none does."""
    best, most = None, (False, _SHARE)
    for group in groups:
        members = group.answers[:_MEMBERS]
        others = [member for member in members if member.report is not answer.report]
        share = _share(answer, others or members, same)
        if share >= _SHARE and (bool(others), share) >= most:
            best, most = group, (bool(others), share)
    return best


def _share(answer: Answer, members: Sequence[Answer], same: SameQuestion) -> float:
    """Return the share of figures that answer the same question as one; 0 once it can only be below `_SHARE`."""
    missed, most = 0, len(members) * (1 - _SHARE)
    for member in members:
        missed += not same.holds(answer, member)
        if missed > most:
            return 0.0
    return (len(members) - missed) / len(members)


def _join_lone(shelf: list[_Group], same: SameQuestion) -> None:
    """Place the figures of one witness again, now that all groups are there."""
    for lone in shelf[-_LOOK_BACK:]:
        if _has_two_witnesses(lone.answers):
            continue
        others = [group for group in shelf[-_LOOK_BACK:] if group is not lone and group.answers]
        for answer in list(lone.answers):
            best = _nearest(answer, others, same)
            if best is not None:
                lone.answers.remove(answer)
                best.answers.append(answer)


def _family(figure: Figure) -> str:
    if figure.unit:
        return figure.unit
    if not figure.things or figure.things & PEOPLE:
        return "people"
    return min(figure.things)


def _has_two_witnesses(answers: Sequence[Answer]) -> bool:
    return len({answer.report.witness for answer in answers}) > 1


def _joined(answers: Sequence[Answer]) -> Question | None:
    """Return the question of those answers that stand to another witness's in some way; None where too few do.

    What shares no more than a name with all others, at another time, of other people, only looks like an answer.
    """
    asked = _question(answers)
    compared = len(asked.answers) - asked.uncompared
    held = {place for pair in asked.pairs if not pair.comparison.unrelated for place in (pair.one, pair.other)}
    kept = [answer for place, answer in enumerate(asked.answers) if place in held or place >= compared]
    if not held or not _has_two_witnesses(kept):
        return None
    return asked if len(kept) == len(asked.answers) else _question(kept)


def _question(answers: Sequence[Answer]) -> Question:
    ordered = sorted(answers, key=_by_publication)
    compared = ordered[:_MOST_COMPARED]
    pairs = tuple(
        Pair(one, other, _compared(compared[one], compared[other]))
        for one, other in combinations(range(len(compared)), 2)
        if compared[one].report.witness != compared[other].report.witness
    )
    figures = [answer.figure for answer in ordered]
    return Question(
        state=figures[0].state,
        things=frozenset().union(*(figure.things for figure in figures)),
        unit=figures[0].unit,
        owners=spelled(_shared(figures), (answer.report.text for answer in ordered[:_MEMBERS]), _SHOWN_NAMES),
        answers=tuple(ordered),
        pairs=pairs,
        uncompared=len(ordered) - len(compared),
    )


def _compared(one: Answer, other: Answer) -> Comparison:
    found = compare(one.dated, other.dated)
    if found.verdict is Verdict.CONTRADICTS and (_knows(one.report, other.figure) or _knows(other.report, one.figure)):
        return Comparison(Verdict.DIFFERENT, N_("one source gives both numbers"))
    return found


def _knows(report: Report, figure: Figure) -> bool:
    """Say whether an article has another's number as well: then it knows two counts, and neither is wrong."""
    return any(
        (other.value, other.low, other.high) == (figure.value, figure.low, figure.high) and other.unit == figure.unit
        for other in report.figures
    )


def _shared(figures: Sequence[Figure]) -> frozenset[str]:
    """Return the names that what is counted has in most figures, or else those that all or most of them speak of."""
    owners = frozenset().union(*(figure.owners for figure in figures))
    often = owners & _most_often([figure.owners | figure.setting for figure in figures])
    named = frozenset.intersection(*(figure.names for figure in figures))
    spoken = [figure.names | figure.setting for figure in figures]
    return often or named or frozenset.intersection(*spoken) or _most_often(spoken)


def _most_often(each: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the names that stand in more than half of some sets."""
    counts = Counter(name for names in each for name in names)
    return frozenset(name for name, count in counts.items() if 2 * count > len(each))


def _by_publication(answer: Answer) -> tuple[bool, int, int, int]:
    published = answer.report.published
    day = published.first.toordinal() if published is not None else 0
    return published is None, day, answer.report.number, answer.figure.start


def _disputed_first(question: Question) -> tuple[int, bool, int, int, str]:
    grave = sum(pair.comparison.verdict is Verdict.CONTRADICTS for pair in question.pairs)
    return -grave, question.state is not State.KILLED, -question.witnesses, -len(question.answers), question.label
