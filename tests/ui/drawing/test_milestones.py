"""Which events of a chronology are milestones, and how they are worded."""

from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Span
from tui.chronology.chronology import DatedArticle, chronology
from tui.dates import find_dates
from tui.timeline.milestones import Milestone
from tui.ui.drawing.milestones import milestones_of

LEFT = "The last ferry left the harbour of Orma on 4 March 2031."
GONE = "On 4 March 2031 the last ferry left Orma and its harbour."
LATER = "The last ferry left the harbour of Orma on 9 March 2031."
WIDE = "The last ferry 渡船 left the harbour of Orma on 4 March 2031."


def told(*accounts: tuple[str, str]) -> tuple[Milestone, ...]:
    published = Span.of_day(date(2031, 5, 22))
    return milestones_of(
        chronology(
            DatedArticle(
                number, str(number), source, published, text, find_dates(text, language="en", published=published)
            )
            for number, (source, text) in enumerate(accounts)
        )
    )


def day(number: int) -> tuple[int, int]:
    return (date(2031, 3, number).toordinal(),) * 2


BOTH = "4 Mar 2031 or 9 Mar 2031"
CASES = [
    ("one-source", [("Lake Post", LEFT)], ()),
    ("one-source-twice", [("Lake Post", LEFT), ("Lake Post", GONE)], ()),
    ("two-sources", [("Lake Post", LEFT), ("Inland", GONE)], (Milestone(*day(4), "4 Mar 2031", LEFT),)),
    ("two-articles-without-a-source", [("", LEFT), ("", GONE)], (Milestone(*day(4), "4 Mar 2031", LEFT),)),
    (
        "a-dispute-has-both-its-days",
        [("Lake Post", LEFT), ("Inland", LATER)],
        (Milestone(*day(4), BOTH, LEFT, True), Milestone(*day(9), BOTH, LEFT, True)),
    ),
    ("wide-characters", [("Lake Post", WIDE), ("Inland", GONE)], (Milestone(*day(4), "4 Mar 2031", ""),)),
]


@pytest.mark.parametrize(("accounts", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_several_sources_tell_of_is_a_milestone(accounts, expected):
    assert told(*accounts) == expected
