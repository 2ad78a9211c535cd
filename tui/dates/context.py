"""What a vague date is resolved against: the day of publication, the dates that the text named before, the tense.

Without a publication date nothing is resolved, whatever the text names: an undated article says what it writes out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tui.base.days import Span
from tui.dates.tokens import Tokens
from tui.dates.values import Basis
from tui.dates.vocabulary import Vocabulary

_ASIDE = 8
"""From how many years off a date does not move a story on by itself."""
_SCOPE = 30
"""How many tokens a verb is looked for to either side."""


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
    first: int = 0
    """The first token of the expression that is being read."""
    last: int = 0
    _named: dict[int, tuple[Span, int]] = field(default_factory=dict)
    """The last date named by its greatest length in days, with the token where it stood."""
    _story: Span | None = None
    """In a narrative, where the story stands."""
    begun: tuple[tuple[int, int], Reference] | None = None
    """Year and month in which the range that is being read begins, and what they were counted from."""

    def remember(self, span: Span, at: int) -> None:
        """Keep a date that the text has named."""
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

    def same_sentence_day(self) -> Reference | None:
        """Return the day that the last 40 tokens named, else the day of publication."""
        entry = self._named.get(1)
        if entry is not None and self.published is not None and (self.first - entry[1] <= 40 or self.narrative):
            return Reference(entry[0], Basis.NAMED)
        return self.written(1)

    def direction(self) -> int:
        """Say whether the verbs around tell of the past (-1) or of what is to come (1); 0 where they do not say."""
        return self._verb(self._behind()) or self._verb(self._ahead())

    def direction_of_date(self) -> int:
        """Do the same for a date of the calendar, where `before 28 April` outweighs a participle beside it."""
        towards = any(self.tokens.word(index) in self.vocabulary.towards for index in range(self.first - 3, self.first))
        found = self.direction()
        return found if found > 0 or not towards else 0

    def _behind(self) -> range:
        return range(self.first - 1, max(self.first - _SCOPE, -1), -1)

    def _ahead(self) -> range:
        return range(self.last, min(self.last + _SCOPE, len(self.tokens.words)))

    def _verb(self, indices: range) -> int:
        vocabulary, tokens = self.vocabulary, self.tokens
        for index in indices:
            word = tokens.words[index]
            if word in ".!?;" and self._ends_sentence(index):
                return 0
            if word in vocabulary.future or (len(word) > 4 and word.endswith(vocabulary.future_ending)):
                return 1
            if word in vocabulary.past or (len(word) > 4 and word.endswith(vocabulary.past_ending)):
                return -1
        return 0

    def _ends_sentence(self, index: int) -> bool:
        return len(self.tokens.word(index - 1)) > 2 and not self.tokens.touches_next(index)
