"""Progress of long work: how far it is, how fast, and whether it should stop."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from msgspec import Struct

from tui.base.plurals import counted
from tui.locale import N_, _


class Step(Struct, frozen=True):
    """How far one stage of opening a dossier has come."""

    doing: str
    """`reading` files, `indexing` articles, `finding dates in` them or `comparing` them."""
    done: int
    of: int

    @property
    def words(self) -> str:
        """Say it: `reading 1,240 of 3,824 files`."""
        whole = counted(self.of, "file" if self.doing == READING else "article")
        return _("{doing} {count:,} of {whole}").format(doing=_(self.doing), count=self.done, whole=whole)


READING = N_("reading")
"""The stage that counts files; all others count articles."""

_SETTLING = 2.0
"""Seconds before a pace is given."""
_REPORTS = 3
"""Reports before a pace is given."""
_WINDOW = 20.0
"""Seconds over which a pace is measured, or a quarter of the time so far if that is more."""
_BETWEEN = 0.25
"""Seconds between two previews."""
_APART = 0.2
"""Seconds between two reports that are kept."""


class Pace:
    """The pace of work and the time left, as far as they can be known.

    Work comes in bursts, so the pace is the mean of the last while. It is measured anew when another stage begins.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take a monotonic clock in seconds."""
        self._clock = clock
        self._doing = ""
        self._began = 0.0
        self._reports: deque[tuple[float, int]] = deque()

    def words(self, step: Step) -> str:
        """Record a report; return the progress and, once known, the pace and the time left.

        `reading 1,240 of 3,824 files · 85/s · about 30 s left`
        """
        self.hear(step)
        rate = self.rate
        if rate is None or step.done >= step.of:
            return step.words
        return f"{step.words} · {rate_words(rate)} · {left_words((step.of - step.done) / rate)}"

    def hear(self, step: Step) -> None:
        """Take a report."""
        now = self._clock()
        if step.doing != self._doing or (self._reports and step.done < self._reports[-1][1]):
            self._doing, self._began = step.doing, now
            self._reports.clear()
        if len(self._reports) > 1 and now - self._reports[-2][0] < _APART:
            self._reports.pop()
        self._reports.append((now, step.done))
        window = max(_WINDOW, (now - self._began) / 4)
        while len(self._reports) > _REPORTS and now - self._reports[1][0] >= window:
            self._reports.popleft()

    @property
    def rate(self) -> float | None:
        """Items a second, or None while unknown."""
        if len(self._reports) < _REPORTS:
            return None
        (first, before), (last, done) = self._reports[0], self._reports[-1]
        if last - first < _SETTLING or done <= before:
            return None
        return (done - before) / (last - first)


class Paced:
    """Says when something may be told again: never more often than once in so many seconds."""

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        """Take a monotonic clock in seconds."""
        self._clock = clock
        self._seconds = seconds
        self._told: float | None = None

    def due(self) -> bool:
        """Say whether it is time; if so, the next time is counted from now."""
        now = self._clock()
        due = self._told is None or now - self._told >= self._seconds
        if due:
            self._told = now
        return due


class Looks:
    """Decides when to show a preview: rarely enough not to slow the work."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take a monotonic clock in seconds; the last preview was just now."""
        self._clock = clock
        self._seen = clock()
        self._done = 0
        self._doing = ""

    def due(self, step: Step) -> bool:
        """Record a report; say whether to preview now: when all files are read, or twice as much is done."""
        now = self._clock()
        read = self._doing == READING != step.doing
        further = (step.done == 0 or step.done >= 2 * self._done) and now - self._seen >= _BETWEEN
        if read or further:
            self._seen, self._done = now, step.done
        self._doing = step.doing
        return read or further


def rate_words(rate: float) -> str:
    """Format a pace: `85/s`, `2.5/s`, `12/min`."""
    if rate >= 1:
        return (_("{rate:,.0f}/s") if rate >= 10 else _("{rate:.1f}/s")).format(rate=rate)
    return _("{rate:.0f}/min").format(rate=rate * 60) if rate * 60 >= 1 else _("less than 1/min")


def left_words(seconds: float) -> str:
    """Format the time left, no finer than it is known: `about 30 s left`, `about 4 min left`."""
    if seconds < 10:
        return _("a few seconds left")
    if seconds < 57.5:
        return _("about {seconds} s left").format(seconds=5 * round(seconds / 5))
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return _("about {minutes} min left").format(minutes=minutes)
    hours, rest = divmod(round(minutes / 10) * 10, 60)
    told = _("about {hours} h {minutes} min left") if rest else _("about {hours} h left")
    return told.format(hours=hours, minutes=rest)


class RefreshResult(Struct, frozen=True):
    """The result of a refresh; true if anything changed."""

    changed: bool
    busy: bool = False
    """Whether another program is doing the same work, so that more may change soon."""

    def __bool__(self) -> bool:
        return self.changed


Stop = Callable[[], bool]
Progress = Callable[[Step], None]
ReportDone = Callable[[int, int], None]
"""Called with how much of one stage is done, and of how much."""


def never() -> bool:
    """Never ask to stop."""
    return False


def no_progress(step: Step) -> None:
    """Ignore progress."""


def reporting(progress: Progress, doing: str) -> ReportDone:
    """Return a callback that reports one stage's progress."""
    return lambda done, of: progress(Step(doing, done, of))
