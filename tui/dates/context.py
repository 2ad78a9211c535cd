"""What a relative date is resolved against: the day of publication, the dates that the text named before, the tense.

Without a publication date no relative date is resolved: an undated article has only the dates that it spells out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tui.base.days import Span
from tui.dates.direction import direction, is_state, leads
from tui.dates.tokens import Tokens
from tui.dates.values import Basis
from tui.dates.vocabulary import Vocabulary

_NEAR = 120
"""How many tokens later a time of day still belongs to the day that was named."""
_ASIDE = 8
"""How many years off a date must be before it no longer moves a narrative on."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The days that something is counted from, and where they come from."""

    span: Span
    basis: Basis


@dataclass(slots=True)
class Context:
    """The state kept while the dates of a text are resolved in order."""

    tokens: Tokens
    vocabulary: Vocabulary
    published: Span | None
    narrative: bool = False
    """Whether the text is about another time than that of its publication: its dates then depend on each other."""
    day_behind: Reference | None = None
    """The day that stands right after the expression that is being read: `10:35 a.m. (0735 GMT) Friday`."""
    first: int = 0
    """The first token of the expression that is being read."""
    last: int = 0
    _named: dict[int, tuple[Span, int]] = field(default_factory=dict)
    """The last date named by its greatest length in days, with the token where it stood."""
    _weekdays: dict[int, date] = field(default_factory=dict)
    """The last day named of each weekday, near the publication."""
    _story: Span | None = None
    """In a narrative, the time that the story has reached."""
    quarter: Span | None = None
    """The last quarter that was named."""
    entry: Span | None = None
    """The day at the head of the paragraph that is being read: `06.04.22: The gunmen`, in a diary or a digest."""
    _aside: tuple[date, int] | None = None
    """The day of a weekday in brackets, `today (Thursday)`, and the token where it stands."""
    begun: tuple[tuple[int, int], Reference] | None = None
    """Year and month in which the current range begins, and what they were counted from."""

    def remember(self, span: Span, at: int) -> None:
        """Keep a date that the text has named."""
        today = self.today()
        if len(span) == 1 and today is not None and abs((span.first - today).days) <= 7:
            self._weekdays[span.first.isoweekday()] = span.first
        if 85 < len(span) < 95:
            self.quarter = span
        for size in (1, 31, 366, 3660, 36600):
            if len(span) <= size:
                self._named[size] = (span, at)
        if self.narrative and len(span) <= 366 and not self._is_aside(span):
            self._story = span

    def enter(self, entry: Span | None) -> None:
        """Begin a paragraph that is headed by a day, or by none."""
        if entry != self.entry:
            self.entry = entry
            self._weekdays.clear()

    def _is_aside(self, span: Span) -> bool:
        """Return whether a date is only mentioned in passing: in brackets, far off, or a bare year."""
        if self._story is None:
            return False
        opening = self._opens_sentence()
        years_on = span.first.year - self._story.first.year
        mere_year = len(span) > 31 and len(self._story) <= 31 and years_on not in (0, 1)
        return self.tokens.word(self.first - 1) == "(" or ((abs(years_on) > _ASIDE or mere_year) and not opening)

    def _opens_sentence(self) -> bool:
        """Return whether the expression stands at the head of a sentence, after a preposition at most."""
        return any(self.tokens.word(index) in (".", "") or index < 0 for index in (self.first - 1, self.first - 2))

    def is_possessive(self) -> bool:
        """Return whether `'s` follows the expression: `Thursday's vote`."""
        return self.tokens.word(self.last) == "'" and self.tokens.word(self.last + 1) == "s"

    def today(self) -> date | None:
        """Return the day of publication or of the entry, or None where it is not known to the day."""
        if self.entry is not None:
            return self.entry.first
        return self.published.first if self.published is not None and len(self.published) == 1 else None

    def written(self, longest: int) -> Reference | None:
        """Return the publication date where it is known to `longest` days or better; in an entry, its day."""
        if self.entry is not None and longest >= 1:
            return Reference(self.entry, Basis.NAMED)
        if self.published is None or len(self.published) > longest:
            return None
        return Reference(self.published, Basis.PUBLISHED)

    def named(self, longest: int) -> Reference | None:
        """Return the last date that the text named, known to `longest` days or better; else the publication date."""
        if self.published is None:
            return None
        fitting = [entry for size, entry in self._named.items() if size <= max(longest, 1)]
        if fitting:
            return Reference(max(fitting, key=lambda entry: entry[1])[0], Basis.NAMED)
        return self.written(longest)

    def nearest(self, longest: int, *, then: bool) -> Reference | None:
        """Return the anchor of an expression: the last date named if it depends on that, else the publication."""
        if self.narrative and not then and self._story is not None and len(self._story) <= max(longest, 1):
            return Reference(self._story, Basis.NAMED)
        return self.named(longest) if then or self.narrative else self.written(longest)

    def day_of_time(self) -> Reference | None:
        """Return the day of a time of day: the one right after it, else the last named, else that of publication."""
        if self.day_behind is not None:
            return self.day_behind
        entry = self._named.get(1)
        if entry is not None and self.published is not None and (self.first - entry[1] <= _NEAR or self.narrative):
            return Reference(entry[0], Basis.NAMED)
        return self.written(1)

    def near_day(self) -> Reference | None:
        """Return the day that the text named last, if it stands not far before."""
        entry = self._named.get(1)
        return Reference(entry[0], Basis.NAMED) if entry is not None and self.first - entry[1] <= _NEAR else None

    def direction(self) -> int:
        """Return -1 if the words around the date point to the past, 1 if to the future, 0 if neither."""
        return direction(self.tokens, self.vocabulary, self.first, self.last)

    def direction_of_date(self) -> int:
        """Do the same for a calendar date, where `before 28 April` outweighs a participle beside it."""
        found = self.direction()
        return found if found > 0 or not leads(self.tokens, self.vocabulary.bounds, self.first) else 0

    def remember_aside(self, day: date, at: int) -> None:
        """Keep what the weekday at token `at` means, which stands in brackets behind `today`."""
        self._aside = day, at

    def day_aside(self) -> date | None:
        """Return the day that the expression in brackets means, if it is one that `remember_aside` was told of."""
        return self._aside[0] if self._aside is not None and self._aside[1] == self.first else None

    def same_weekday(self, weekday: int) -> date | None:
        """Return the day of a weekday that the text has named already, a week from its publication at most."""
        return None if self.narrative else self._weekdays.get(weekday)

    def is_nowadays(self) -> bool:
        """Return whether a word such as `today` means the present age rather than the day of publication."""
        return is_state(self.tokens, self.vocabulary, self.first, self.last)
