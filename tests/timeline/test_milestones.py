"""Milestones: placed where a bucket holds them whole, named from the fullest form to the shortest."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.granularity import Granularity
from tui.timeline.milestones import Milestone, milestone_captions, placed


def milestone(
    first: str, last: str = "", when: str = "4 Mar 2031", words: str = "", disputed: bool = False
) -> Milestone:
    ends = (date.fromisoformat(day).toordinal() for day in (first, last or first))
    return Milestone(*ends, when, words, disputed)


DAY, MONTH, YEAR = (
    milestone("2031-03-04"),
    milestone("2031-03-01", "2031-03-31"),
    milestone("2031-01-01", "2031-12-31"),
)
PLACED = [
    ("at-years-everything", Granularity.YEAR, {2031: (YEAR, MONTH, DAY)}),
    ("at-months-no-year", Granularity.MONTH, {2031 * 12 + 2: (MONTH, DAY)}),
    ("at-days-no-month", Granularity.DAY, {DAY.first: (DAY,)}),
]


@pytest.mark.parametrize(("unit", "expected"), [c[1:] for c in PLACED], ids=[c[0] for c in PLACED])
def test_what_no_bucket_holds_has_no_place(unit, expected):
    assert placed((DAY, MONTH, YEAR), unit) == expected


ordinals = st.integers(date(1800, 1, 1).toordinal(), date(2100, 1, 1).toordinal())
some = st.lists(
    st.builds(lambda first, length: Milestone(first, first + length, "", ""), ordinals, st.integers(0, 500))
)


@given(some, st.sampled_from(Granularity))
def test_each_stands_in_the_bucket_that_holds_all_its_days(milestones, unit):
    buckets = placed(milestones, unit)
    assert list(buckets) == sorted(buckets)
    for number, those in buckets.items():
        assert all(unit.reach(Span.from_ordinals(each.first, each.last)) == (number, number) for each in those)


CAPTIONS = [
    ("none", (), ()),
    ("a-date-alone", (DAY,), ("◆ 4 Mar 2031",)),
    (
        "a-sentence-is-cut-between-words",
        (milestone("2031-03-04", words="The last ferry, an old one, left."),),
        (
            "◆ 4 Mar 2031: The last ferry, an old one, left.",
            "◆ 4 Mar 2031: The last ferry, an old one…",
            "◆ 4 Mar 2031: The last ferry, an old…",
            "◆ 4 Mar 2031: The last ferry, an…",
            "◆ 4 Mar 2031: The last ferry…",
            "◆ 4 Mar 2031",
        ),
    ),
    (
        "a-dispute-is-told-by-its-sign-and-its-dates",
        (milestone("2031-03-04", when="4 Mar 2031 or 9 Mar 2031", disputed=True),),
        ("◇ 4 Mar 2031 or 9 Mar 2031",),
    ),
    (
        "two-dates-of-one-event-are-one",
        (milestone("2031-03-04", disputed=True), milestone("2031-03-09", disputed=True)),
        ("◇ 4 Mar 2031",),
    ),
    (
        "others-are-counted",
        (DAY, milestone("2031-03-05", when="5 Mar 2031"), milestone("2031-03-06", when="6 Mar 2031")),
        ("◆ 4 Mar 2031 +2",),
    ),
]


@pytest.mark.parametrize(("milestones", "expected"), [c[1:] for c in CAPTIONS], ids=[c[0] for c in CAPTIONS])
def test_the_first_is_named(milestones, expected):
    assert milestone_captions(milestones) == expected


@given(st.text(st.sampled_from("ab, .—"), max_size=300))
def test_captions_become_shorter_and_never_long(words):
    lengths = [len(caption) for caption in milestone_captions((milestone("2031-03-04", words=words),))]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] <= 72 + len("◆ 4 Mar 2031: ")


def test_a_sentence_is_offered_whole_up_to_72_characters():
    most = "a word " * 10 + "ab"
    assert len(most) == 72
    whole, *_ = milestone_captions((milestone("2031-03-04", words=most),))
    assert whole.endswith(most)
    cut, *_ = milestone_captions((milestone("2031-03-04", words=most + "c"),))
    assert cut.endswith("a word…")
