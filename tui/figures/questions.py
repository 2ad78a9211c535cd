"""Questions: the figures of many articles that answer the same one, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from msgspec.structs import replace

from tui.base.days import Span
from tui.figures.comparison import Comparison, Dated, Verdict, compare, may_share_owner, related, same_days
from tui.figures.context import FORCE
from tui.figures.figure import Figure, Scope, State
from tui.figures.languages.english import TIME_UNITS
from tui.figures.languages.names import NATIONS
from tui.figures.names import spelled
from tui.figures.nouns import PEOPLE
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
_BRIEF = 31
"""Days of the longest span that may be one event's."""
_YEAR = 366
"""Days back to the beginning of a time over which something is counted, at most; what began before is everything."""
_EVENT_DAYS = 3
"""Days between the publications of reports of one event that name no day."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article as its figures are taken."""

    number: int
    """The article's number in the catalogue."""
    id: str
    source: str
    """The outlet; empty where it is unknown."""
    published: Span | None
    figures: tuple[Figure, ...]
    text: str = ""
    retells: bool = False
    """Whether it only sums up other articles of the dossier; it is then no witness and is left out."""
    copied_from: str = ""
    """Where its text is a copy of another article's, that one's witness."""
    retold: bool = False
    """Whether it is told in other words than the source's, which must not be quoted as such."""
    fault: str = ""
    """The name of the error that cost it its figures; empty where there was none."""

    @property
    def witness(self) -> str:
        """Who tells it: the source, or the article where that is unknown; for a copy, whom it copies."""
        return self.copied_from or self.source or self.id


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure as one article gives it."""

    report: Report
    figure: Figure

    @property
    def dated(self) -> Dated:
        """The figure with the day of its article."""
        return Dated(self.figure, self.report.published)

    @property
    def sentence(self) -> str:
        """The sentence in which it stands."""
        return self.report.text[self.figure.sentence_start : self.figure.sentence_end]


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
    answers = [answer for report in reports if not report.retells for answer in _answers(report)]
    for answer in sorted(answers, key=lambda answer: not answer.figure.owners):  # the others find their group then
        _place(answer, shelves, groups)
    for shelf in shelves.values():
        _join_lone(shelf)
    asked = [_question(group.answers) for group in groups if _has_two_witnesses(group.answers)]
    return tuple(sorted((question for question in asked if question.pairs), key=_disputed_first))


def _answers(report: Report) -> list[Answer]:
    """Return the figures of an article that answer something; one that it repeats is of the day it once names."""
    days: dict[object, Span] = {}
    for figure in report.figures:
        day = figure.when or figure.about
        if day is not None and not figure.since:
            days.setdefault(_repeated(figure), day)
    return [
        Answer(report, replace(figure, about=days.get(_repeated(figure))) if figure.when is None else figure)
        for figure in report.figures
        if is_answer(figure)
    ]


def _repeated(figure: Figure) -> object:
    return figure.state, figure.value, figure.bound, figure.things


def is_answer(figure: Figure) -> bool:
    """Say whether a figure can answer a question: it has a state, is no time and no share, and no pick from a set."""
    told = figure.state is not State.NONE and figure.unit not in TIME_UNITS and not figure.unit.startswith("percent")
    return told and not figure.partitive and _has_number(figure)


def _has_number(figure: Figure) -> bool:
    return any(number is not None for number in (figure.value, figure.low, figure.high))


@dataclass(slots=True)
class _Group:
    answers: list[Answer] = field(default_factory=list)


def _place(answer: Answer, shelves: dict[tuple[State, str], list[_Group]], groups: list[_Group]) -> None:
    shelf = shelves.setdefault((answer.figure.state, _family(answer.figure)), [])
    best = _nearest(answer, shelf[-_LOOK_BACK:])
    if best is None:
        best = _Group()
        shelf.append(best)
        groups.append(best)
    best.answers.append(answer)


def _nearest(answer: Answer, groups: Iterable[_Group]) -> _Group | None:
    """Return the group of which most answer the same question as a figure; None where none does."""
    best, most = None, (False, _SHARE)
    for group in groups:
        members = group.answers[:_MEMBERS]
        others = [member for member in members if member.report is not answer.report]
        share = _share(answer, others or members)
        if share >= _SHARE and (bool(others), share) >= most:
            best, most = group, (bool(others), share)
    return best


def _share(answer: Answer, members: Sequence[Answer]) -> float:
    """Return the share of figures that answer the same question as one; 0 once it can only be below `_SHARE`."""
    missed, most = 0, len(members) * (1 - _SHARE)
    for member in members:
        missed += not same_question(answer, member)
        if missed > most:
            return 0.0
    return (len(members) - missed) / len(members)


def _join_lone(shelf: list[_Group]) -> None:
    """Place the figures of one witness again, now that all groups are there."""
    for lone in shelf[-_LOOK_BACK:]:
        if _has_two_witnesses(lone.answers):
            continue
        others = [group for group in shelf[-_LOOK_BACK:] if group is not lone and group.answers]
        for answer in list(lone.answers):
            best = _nearest(answer, others)
            if best is not None:
                lone.answers.remove(answer)
                best.answers.append(answer)


def _family(figure: Figure) -> str:
    if figure.unit:
        return figure.unit
    if not figure.things or figure.things & PEOPLE:
        return "people"
    return min(figure.things)


def same_question(one: Answer, other: Answer) -> bool:
    """Say whether two figures answer one question: related things, the same owner, and the same event if any."""
    a, b = one.figure, other.figure
    if not _share_owner(a, b) or (one.report is other.report and bool(a.owners) != bool(b.owners)):
        return False
    if a.state is State.DEPLOYED:
        return a.things | b.things <= FORCE or related(a.things, b.things)
    if a.things and b.things and not related(a.things, b.things):
        return False
    totals = _is_total(a), _is_total(b)
    if any(totals) and not same_days(a, b):
        return (all(totals) or _of_one_period(one, other)) and bool(a.things and b.things)
    return _same_event(one, other)


_STANDING = frozenset({State.DISPLACED, State.WITHDRAWN, State.CLOSED, State.HANDED_OVER, State.PLEDGED})
"""States that are counted up to now where a text names no day."""


def _is_total(figure: Figure) -> bool:
    standing = figure.scope is Scope.OPEN and figure.state in _STANDING and figure.when is None
    return figure.scope is Scope.TOTAL or standing


def _of_one_period(one: Answer, other: Answer) -> bool:
    """Say whether two figures count the same months, and neither one event: since January, earlier this year."""
    a, b = one.figure, other.figure
    if Scope.EVENT in (a.scope, b.scope) or a.when is None or b.when is None or not a.when.overlaps(b.when):
        return False
    return all(_counts_months(each) for each in (one, other))


def _counts_months(answer: Answer) -> bool:
    """Say whether a figure is of a time of months that began within a year before it was published."""
    when, published = answer.figure.when, answer.report.published
    if when is None or published is None or len(when) <= _BRIEF:
        return False
    return 0 <= (published.first - when.first).days <= _YEAR


def _same_event(one: Answer, other: Answer) -> bool:
    a, b = one.figure, other.figure
    if _is_retold(one, other):
        return True
    if a.when is not None and b.when is not None:
        return a.when.overlaps(b.when)
    days = a.when or a.about, b.when or b.about
    if days[0] is not None and days[1] is not None and days[0].overlaps(days[1]):
        return True
    published = one.report.published, other.report.published
    first, second = a.when or published[0], b.when or published[1]
    if first is None or second is None:
        return _close_numbers(a, b) and bool(a.names & b.names)
    return _near_days(first, second) or _near_days(days[0] or published[0], days[1] or published[1])


def _near_days(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return False
    return abs((one.first - other.first).days) <= _EVENT_DAYS or one.overlaps(other)


def _is_retold(one: Answer, other: Answer) -> bool:
    """Say whether a later report gives the very number of an earlier one, large enough to be of the same event.

    Within a week three are enough, within some months it takes ten; and both speak of the same names.
    """
    a, b = one.figure, other.figure
    numbers = {(figure.value, figure.value is None and (figure.low, figure.high)) for figure in (a, b)}
    if len(numbers) > 1 or one.report.published is None or other.report.published is None:
        return False
    days = abs((one.report.published.first - other.report.published.first).days)
    stated = a.value if a.value is not None else a.low or 0.0
    least = _FEW if days <= _SOON else _MANY
    return days <= _RECALLED and stated >= least and bool((a.names | a.setting) & (b.names | b.setting))


_SOON, _RECALLED = 7, 120
"""Days within which a number is told again of the same event: a small one, and a large one."""
_FEW, _MANY = 3, 10


def _close_numbers(a: Figure, b: Figure) -> bool:
    return (a.value, a.noun.lower()) == (b.value, b.noun.lower())


def _share_owner(a: Figure, b: Figure) -> bool:
    """Say whether two figures are of the same people or place, by what they count or by what the texts speak of."""
    if a.owners and b.owners:
        return may_share_owner(a, b)
    if a.owners or b.owners:
        owned, bare = (a, b) if a.owners else (b, a)
        return not (owned.owners.isdisjoint(bare.names) and owned.owners.isdisjoint(bare.setting))
    if a.state in _OF_BODIES:
        return bool(((a.names | a.setting) & (b.names | b.setting)) - NATIONS)
    of_names = a.names.isdisjoint(b.names) and a.names.isdisjoint(b.setting)
    return not (of_names and a.setting.isdisjoint(b.names) and a.setting.isdisjoint(b.setting))


_OF_BODIES = frozenset({State.DEPLOYED, State.PLEDGED})
"""States of what a body has or promises: that two texts speak of one nation does not make them speak of one body."""


def _has_two_witnesses(answers: Sequence[Answer]) -> bool:
    return len({answer.report.witness for answer in answers}) > 1


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
    """Return the names that what is counted has in most figures, or else those that all of them speak of."""
    owners = frozenset().union(*(figure.owners for figure in figures))
    often = frozenset(
        name for name in owners if 2 * sum(name in figure.owners | figure.setting for figure in figures) > len(figures)
    )
    named = frozenset.intersection(*(figure.names for figure in figures))
    return often or named or frozenset.intersection(*(figure.names | figure.setting for figure in figures))


def _by_publication(answer: Answer) -> tuple[bool, int, int, int]:
    published = answer.report.published
    day = published.first.toordinal() if published is not None else 0
    return published is None, day, answer.report.number, answer.figure.start


def _disputed_first(question: Question) -> tuple[int, bool, int, int, str]:
    grave = sum(pair.comparison.verdict is Verdict.CONTRADICTS for pair in question.pairs)
    return -grave, question.state is not State.KILLED, -question.witnesses, -len(question.answers), question.label
