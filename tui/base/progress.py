"""How far a piece of work has come, what came of it, and whether its answer is still wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from tui.base.plurals import counted


@dataclass(frozen=True, slots=True)
class Step:
    """How far the reading of a dossier has come."""

    doing: str
    """`reading` files, `indexing` articles, `finding dates in` them or `comparing` them."""
    done: int
    of: int

    @property
    def words(self) -> str:
        """Say it: `reading 1,240 of 3,824 files`."""
        return f"{self.doing} {self.done:,} of {counted(self.of, 'file' if self.doing == READING else 'article')}"


READING = "reading"
"""What is done to files; everything else is done to articles."""

_SETTLING = 2.0
"""Seconds before anything is said of a pace."""
_REPORTS = 3
"""Reports of progress before anything is said of a pace."""
_WINDOW = 20.0
"""Seconds over which a pace is measured; a quarter of all the time that the work took, where that is more."""
_BETWEEN = 0.25
"""Seconds between two looks at what was done so far."""
_APART = 0.2
"""Seconds between two reports that are kept."""


class Pace:
    """How fast work goes and how long it will take, as far as both can be known.

    Work goes in bursts: what counts is the mean of the last while, and nothing is said before there was one. Another
    kind of work, or work that begins again, is measured anew.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take a clock that tells seconds and never goes back."""
        self._clock = clock
        self._doing = ""
        self._began = 0.0
        self._reports: deque[tuple[float, int]] = deque()

    def words(self, step: Step) -> str:
        """Take a report; say how far the work has come and, once they are known, its pace and the time left.

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
        """Pieces a second, or None where it cannot be known yet."""
        if len(self._reports) < _REPORTS:
            return None
        (first, before), (last, done) = self._reports[0], self._reports[-1]
        if last - first < _SETTLING or done <= before:
            return None
        return (done - before) / (last - first)


class Looks:
    """Tells when what was done so far is worth a look: rarely enough to leave the work its time."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take a clock that tells seconds and never goes back; it is just now that all was looked at."""
        self._clock = clock
        self._seen = clock()
        self._done = 0
        self._doing = ""

    def due(self, step: Step) -> bool:
        """Take a report; say whether to look now: when all files are read and kept, and when as much again was done."""
        now = self._clock()
        read = self._doing == READING != step.doing
        further = (step.done == 0 or step.done >= 2 * self._done) and now - self._seen >= _BETWEEN
        if read or further:
            self._seen, self._done = now, step.done
        self._doing = step.doing
        return read or further


def rate_words(rate: float) -> str:
    """Say how fast work goes: `85/s`, `2.5/s`, `12/min`."""
    if rate >= 1:
        return f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s"
    return f"{rate * 60:.0f}/min" if rate * 60 >= 1 else "less than 1/min"


def left_words(seconds: float) -> str:
    """Say how long work will take, no finer than it can be known: `about 30 s left`, `about 4 min left`."""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 57.5:
        return f"about {5 * round(seconds / 5)} s left"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"about {minutes} min left"
    hours, rest = divmod(round(minutes / 10) * 10, 60)
    return f"about {hours} h {rest} min left" if rest else f"about {hours} h left"


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """What came of a refresh; true where anything changed."""

    changed: bool
    busy: bool = False
    """Whether another program is at the same work, so that more may change soon."""

    def __bool__(self) -> bool:
        return self.changed


Stop = Callable[[], bool]
Progress = Callable[[Step], None]
ReportDone = Callable[[int, int], None]
"""Hears how much of one piece of work is done, and of how much."""


def never() -> bool:
    """Never ask to stop."""
    return False


def no_progress(step: Step) -> None:
    """Hear of progress and tell nobody."""


def reporting(progress: Progress, doing: str) -> ReportDone:
    """Return what tells how far one piece of work has come."""
    return lambda done, of: progress(Step(doing, done, of))
