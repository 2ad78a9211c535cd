"""Captions: from the fullest form to the shortest."""

from __future__ import annotations

from datetime import date

from tui.base.days import Clock, Span
from tui.timeline.captions import nothing_caption, side_lines, slider_captions
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import Histogram
from tui.timeline.milestones import Milestone
from tui.timeline.tally import Tally

EXTENT = Span(date(2023, 6, 30), date(2024, 11, 7))


def june(certain: int, coarse: int = 0, unit: Granularity = Granularity.MONTH) -> Histogram:
    number = unit.number(date(2023, 6, 1).toordinal())
    return Histogram(unit, number, (certain,), (coarse,), (coarse / 12,))


def test_all_time_is_called_so():
    assert slider_captions(june(3), june(9), None, EXTENT, None) == (
        "all time · 30 Jun 2023 – 7 Nov 2024",
        "30 Jun 2023 – 7 Nov 2024",
    )


def test_a_bucket_is_told_before_the_span():
    assert slider_captions(june(3), june(9), Span.of_year(2023), EXTENT, june(3).first) == (
        "Jun 2023: 3 of 9 articles · 2023",
        "Jun 2023: 3 of 9 articles",
        "Jun 2023: 3 of 9 articles",
        "Jun 2023: 3 of 9",
        "3 of 9",
    )


def test_a_milestone_is_named_before_the_span_and_after_its_bucket():
    day = date(2023, 6, 30).toordinal()
    milestone = Milestone(day, day, "30 Jun 2023", "The bridge was closed.")
    captions = slider_captions(june(3), june(9), Span.of_year(2023), EXTENT, june(3).first, milestones=(milestone,))
    assert captions[0] == "Jun 2023: 3 of 9 articles · ◆ 30 Jun 2023: The bridge was closed."
    assert captions[2:5] == (
        "Jun 2023: 3 of 9 articles · ◆ 30 Jun 2023",
        "Jun 2023: 3 of 9 · ◆ 30 Jun 2023",
        "Jun 2023: 3 of 9 articles · 2023",
    )


def test_coarse_hits_are_told_as_possible():
    assert slider_captions(june(3, 2), june(9, 4), Span.of_year(2023), EXTENT, june(3).first)[1] == (
        "Jun 2023: 3 of 9 articles, perhaps 2 more"
    )


def test_dates_that_texts_mention_are_called_so():
    captions = slider_captions(june(110, 2), june(3290, 4), Span.of_year(2023), EXTENT, june(3).first, noun="date")
    assert captions[-3] == "Jun 2023: 110 of 3,290 dates, perhaps 2 more"


def test_a_week_is_named_by_its_days_where_there_is_room():
    weeks = june(1, unit=Granularity.WEEK)
    assert slider_captions(weeks, weeks, Span.of_year(2023), EXTENT, weeks.first)[1:] == (
        "2023-W22, 29 May 2023 – 4 Jun 2023: 1 of 1 article",
        "2023-W22: 1 of 1 article",
        "2023-W22: 1 of 1",
        "1 of 1",
    )


def test_hits_that_are_magnified_are_said_to_be():
    assert slider_captions(june(3), june(9000), Span.of_year(2023), EXTENT, None) == (
        "2023 · solid: hits, 2000 times as tall · dots: all",
        "2023 · hits ×2000, dots: all",
        "hits ×2000, dots: all",
        "hits ×2000",
    )


def test_the_side_counts_the_undated_hits_even_when_there_are_none():
    assert side_lines(Tally(undated=2), Tally(undated=1234), Clock.PUBLISHED, 5) == ("+2", "undated")
    assert side_lines(Tally(), Tally(undated=6), Clock.PUBLISHED, 5) == ("+0", "undated")
    assert side_lines(Tally(), Tally(), Clock.PUBLISHED, 5) == ()
    assert side_lines(Tally(undated=2), Tally(undated=6), Clock.PUBLISHED, 5, spanned=True) == (
        "2",
        "undated",
        "hidden",
    )
    assert side_lines(Tally(undated=2), Tally(undated=6), Clock.PUBLISHED, 4, spanned=True)[-1] == "hidden"
    assert side_lines(Tally(undated=2), Tally(undated=6), Clock.PUBLISHED, 3, spanned=True) == ("+2", "undated")


def test_the_side_names_an_unusual_clock_in_its_last_row():
    assert side_lines(Tally(), Tally(undated=6), Clock.MENTIONED, 5) == ("+0", "undated", "", "", "mentioned")
    assert side_lines(Tally(), Tally(), Clock.MENTIONED, 3) == ("", "", "mentioned")
    assert side_lines(Tally(), Tally(undated=6), Clock.MENTIONED, 2) == ("+0", "undated")


def test_why_there_are_no_bars():
    assert nothing_caption(Tally()) == "no articles"
    assert nothing_caption(Tally(undated=1)) == "1 article, none with a date"
    assert nothing_caption(Tally(undated=1200)) == "1,200 articles, none with a date"
    assert nothing_caption(Tally(((738000, 1),))) == ""
