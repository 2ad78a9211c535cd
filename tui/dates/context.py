"""What a vague date is resolved against: the day of publication, the dates that the text named before, the tense.

Without a publication date nothing is resolved, whatever the text names: an undated article says what it writes out.
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
"""From how many years off a date does not move a story on by itself."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The days that something is counted from, and where they come from."""

    span: Span
    basis: Basis


@dataclass(slots=True)
class Context:
    """The state of a reading that goes through a text from its first to its last date."""

    tokens: Tokens
    vocabulary: Vocabulary
    published: Span | None
    narrative: bool = False
    """Whether the text tells of another time than that of its publication: dates then lean on one another."""
    day_behind: Reference | None = None
    """The day that stands right behind the expression that is being read: `10:35 a.m. (0735 GMT) Friday`."""
    first: int = 0
    """The first token of the expression that is being read."""
    last: int = 0
    _named: dict[int, tuple[Span, int]] = field(default_factory=dict)
    """The last date named by its greatest length in days, with the token where it stood."""
    _weekdays: dict[int, date] = field(default_factory=dict)
    """The last day named of each weekday, near the publication."""
    _story: Span | None = None
    """In a narrative, where the story stands."""
    quarter: Span | None = None
    """The last quarter that was named."""
    begun: tuple[tuple[int, int], Reference] | None = None
    """Year and month in which the range that is being read begins, and what they were counted from."""

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

    def _is_aside(self, span: Span) -> bool:
        """Say whether a date is told on the way: in brackets, far off, or a mere year; the story then stays."""
        if self._story is None:
            return False
        opening = self._opens_sentence()
        years_on = span.first.year - self._story.first.year
        mere_year = len(span) > 31 and len(self._story) <= 31 and years_on not in (0, 1)
        return self.tokens.word(self.first - 1) == "(" or ((abs(years_on) > _ASIDE or mere_year) and not opening)

    def _opens_sentence(self) -> bool:
        """Say whether the expression stands at the head of a sentence, behind a preposition at most."""
        return any(self.tokens.word(index) in (".", "") or index < 0 for index in (self.first - 1, self.first - 2))

    def today(self) -> date | None:
        """Return the day of publication, or None where it is not known to the day."""
        return self.published.first if self.published is not None and len(self.published) == 1 else None

    def written(self, longest: int) -> Reference | None:
        """Return the publication date where it is known to `longest` days or better."""
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
        """Return the reference of an expression: what was named last where it leans on that, else the publication."""
        if self.narrative and not then and self._story is not None and len(self._story) <= max(longest, 1):
            return Reference(self._story, Basis.NAMED)
        return self.named(longest) if then or self.narrative else self.written(longest)

    def day_of_time(self) -> Reference | None:
        """Return the day that a time of day belongs to: right behind it, else named last, else that of publication."""
        if self.day_behind is not None:
            return self.day_behind
        entry = self._named.get(1)
        if entry is not None and self.published is not None and (self.first - entry[1] <= _NEAR or self.narrative):
            return Reference(entry[0], Basis.NAMED)
        return self.written(1)

    def direction(self) -> int:
        """Say whether the words around tell of the past (-1) or of what is to come (1); 0 where they do not say."""
        return direction(self.tokens, self.vocabulary, self.first, self.last)

    def direction_of_date(self) -> int:
        """Do the same for a date of the calendar, where `before 28 April` outweighs a participle beside it."""
        found = self.direction()
        return found if found > 0 or not leads(self.tokens, self.vocabulary.bounds, self.first) else 0

    def same_weekday(self, weekday: int) -> date | None:
        """Return the day of a weekday that the text has named already, a week from its publication at most."""
        return None if self.narrative else self._weekdays.get(weekday)

    def is_nowadays(self) -> bool:
        """Say whether a word such as `today` means the present age rather than the day of publication."""
        return is_state(self.tokens, self.vocabulary, self.first, self.last)
