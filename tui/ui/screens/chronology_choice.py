"""What a chronology is narrowed to: what is worth reading, what several sources tell, what is disputed, one source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tui.base.progress import Stop
from tui.chronology.telling import Sign
from tui.locale import N_
from tui.ui.drawing.chronology_items import has_words
from tui.ui.drawing.event_items import FOLDED, EventItems

if TYPE_CHECKING:
    from tui.ui.screens.chronology_cache import KnownChronology


class Level(Enum):
    """Which events are listed."""

    WORTH = (Sign.TELLING, N_("worth reading"))
    ALL = (Sign(0), N_("every event"))
    SEVERAL = (Sign.SEVERAL, N_("what several sources tell"))
    DISPUTED = (Sign.DISPUTED, N_("what is disputed"))

    @property
    def sign(self) -> Sign:
        """What an event must be."""
        return self.value[0]

    @property
    def words(self) -> str:
        """How it is named on the screen, to be translated."""
        return self.value[1]


class LeftOut(NamedTuple):
    """How much of a chronology is not listed."""

    more: int
    """Events that another level lists."""
    far: int
    """Events that are folded away at the end, vague or far off."""
    opened: int
    """Statements whose date stayed open, folded away too."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is listed of a chronology."""

    level: Level = Level.WORTH
    unfolded: bool = False
    """Whether what is vague, far off or open is listed at the end."""
    source: str = ""
    """The only source that is listed; empty for all."""

    def select(
        self, known: KnownChronology, patterns: Sequence[re.Pattern[str]] = (), stop: Stop = lambda: False
    ) -> EventItems:
        """Return the list of the events of a chronology that have all of some words."""
        events = [*self._near(known), *self.folded(known)] if self.unfolded else [*self._near(known)]
        if self.source:
            events = known.listed.of_articles(events, known.articles_of(self.source))
        items = EventItems(known.listed, events, known.extracts(), FOLDED if self.level is Level.WORTH else 0)
        if patterns:
            items = items.with_events(list(_having(items, patterns, stop)))
        if items:
            items[0]  # read here, in a thread
        return items

    def _near(self, known: KnownChronology) -> Iterator[int]:
        return known.listed.with_signs(self.level.sign, unwanted=Sign.FAR | Sign.OPEN)

    def left_out(self, known: KnownChronology) -> LeftOut:
        """Count what is not listed of a chronology, words and the source set aside; with what is listed it is all."""
        more = sum(1 for _event in replace(self, level=Level.ALL)._near(known)) - sum(1 for _event in self._near(known))
        folded = [] if self.unfolded else self.folded(known)
        far = sum(bool(known.listed.signs[event] & Sign.FAR) for event in folded)
        return LeftOut(more, far, len(folded) - far)

    def folded(self, known: KnownChronology) -> list[int]:
        """Return the events that are folded away at the end: vague and far-off ones, then open dates."""
        sign = self.level.sign & ~Sign.TELLING
        far = known.listed.with_signs(Sign.FAR | sign)
        return [*far, *(known.listed.with_signs(Sign.OPEN) if not sign else ())]


WORTH_READING = Choice()
"""What is listed at first."""


def _having(items: EventItems, patterns: Sequence[re.Pattern[str]], stop: Stop) -> Iterator[int]:
    """Yield the events that have all words; ends early, with what was found so far, when `stop` says so."""
    for event, found in items.all_items():
        if stop():
            return
        if has_words(found, patterns):
            yield event
