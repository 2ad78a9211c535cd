"""Whether two figures answer one question: of the same people or place, and of one event or one time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from tui.base.days import Span
from tui.figures.answers import Answer
from tui.figures.comparison import same_days
from tui.figures.context import FORCE
from tui.figures.counted import may_share_owner, related
from tui.figures.figure import Figure, Scope, State
from tui.figures.languages.names import NATIONS

_BRIEF = 31
"""Days of the longest span that may be one event's."""
_YEAR = 366
"""Days back to the beginning of a time over which something is counted, at most; what began before is everything."""
_EVENT_DAYS = 3
"""Days between the publications of reports of one event that name no day."""


class SameQuestion:
    """Says whether two figures answer one question: related things, the same owner, and the same event if any.

    Where no owner is named, the texts must speak of the same names, and a name counts for more where fewer articles
    have it (inverse document frequency): in an archive of many matters a president and a capital stand beside each.
    A name that half of the articles have is what the dossier is about, and is enough.
    """

    def __init__(self, answers: Iterable[Answer]) -> None:
        """Count in how many articles each name stands; only figures among `answers` may be asked about."""
        self._answers = tuple(answers)
        self._names = {id(answer): _names(answer.figure) for answer in self._answers}  # each is asked for many times
        named: dict[int, set[str]] = {}
        for answer in self._answers:
            named.setdefault(answer.report.number, set()).update(self._names[id(answer)])
        counts = Counter(name for names in named.values() for name in names)
        number = max(len(named), 1)
        self._weights = {name: math.log(number / count) for name, count in counts.items()}
        self._subjects = frozenset(name for name, count in counts.items() if 2 * count >= number)
        self._least = math.log(number / max(_FEW_ARTICLES, _FEW_OF_ALL * number)) if number > _FEW_ARTICLES else 0.0

    def holds(self, one: Answer, other: Answer) -> bool:
        """Say whether two figures answer one question."""
        return self._may_be(one, other) and _same_question(one, other)

    def _may_be(self, one: Answer, other: Answer) -> bool:
        if one.figure.owners and other.figure.owners:
            return True
        return self.tells(self._names[id(one)] & self._names[id(other)])

    def tells(self, names: frozenset[str]) -> bool:
        """Say whether some names tell what is spoken of: they are rare enough together, or one is what all is about."""
        if not self._subjects.isdisjoint(names):
            return True
        return bool(names) and sum(self._weights.get(name, 0.0) for name in names) >= self._least


_FEW_ARTICLES, _FEW_OF_ALL = 20, 0.02
"""A name that no more articles have, or no greater part of all, is enough to share."""


def _names(figure: Figure) -> frozenset[str]:
    return figure.names | figure.setting | figure.owners


def _same_question(one: Answer, other: Answer) -> bool:
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
