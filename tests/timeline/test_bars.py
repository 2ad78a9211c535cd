"""What holds of every drawing of the timeline, and the parts that its cells play."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_scenes import FOUR_AND_TWO, NINE, NINE_AND_SIX, SPAN, TOLD, VAGUE, Case

from tui.base.days import Span
from tui.timeline.bars import draw, draw_words, magnified
from tui.timeline.cells import ASCII, UNICODE, CellRole, text_of
from tui.timeline.granularity import Granularity
from tui.timeline.histogram import Histogram
from tui.timeline.tally import Tally


def roles(case: Case, role: CellRole) -> str:
    """The drawing with nothing but the pieces of one role."""
    rows = draw(case.scene, case.height, case.glyphs)
    return "\n".join("".join(text if part is role else " " * len(text) for text, part in row).rstrip() for row in rows)


def test_bars_outside_the_span_are_told():
    case = Case(NINE, NINE, 80, 3, Span.of_month(2023, 8))
    assert roles(case, CellRole.BAR).rstrip() == "         ███"
    assert roles(case, CellRole.OUTSIDE).splitlines()[0] == (
        " ▃▃▃ ▃▃▃         ▃▃▃     ▃▃▃                                         ▅▅▅"
    )


def test_each_part_has_its_role():
    case = Case(FOUR_AND_TWO, NINE_AND_SIX, 80, 3, SPAN, cursor=date(2024, 11, 7))
    assert roles(case, CellRole.HANDLE).rstrip().endswith("◀" + " " * 29 + "▶")
    assert "━" * 29 in roles(case, CellRole.TRACK)
    assert "Jan 2024" in roles(case, CellRole.AXIS)
    assert "▃▃" in roles(case, CellRole.CURSOR)
    assert "⣀⣀" in roles(case, CellRole.BEHIND)
    assert "Nov 2024: 1 of 2" in roles(case, CellRole.LABEL)
    assert "undated" in roles(case, CellRole.LABEL)
    assert "⡀⡀⡀" in roles(Case(VAGUE, VAGUE, 80, 4), CellRole.FAINT)


@pytest.mark.parametrize(
    ("found", "whole", "times"),
    [(0, 9, 1), (9, 9, 1), (2, 9, 1), (2, 10, 5), (1, 9, 5), (1, 10, 10), (1, 19, 10), (1, 20, 20), (3, 9000, 2000)],
)
def test_few_hits_are_magnified_by_round_figures(found, whole, times):
    histograms = (Histogram(Granularity.YEAR, 2023, (count,), (0,), (0.0,)) for count in (found, whole))
    assert magnified(*histograms) == times


def test_words_stand_in_the_middle_or_not_at_all():
    assert [text_of(row) for row in draw_words("no articles", 21, 3)] == [" " * 21, "     no articles     ", " " * 21]
    assert [text_of(row) for row in draw_words("no articles", 10, 2)] == [" " * 10] * 2


starts = st.integers(date(2015, 1, 1).toordinal(), date(2025, 1, 1).toordinal())
intervals = st.lists(
    st.builds(lambda first, length: (first, first + length), starts, st.sampled_from([0, 0, 30, 364])),
    min_size=1,
    max_size=30,
)
cases = st.builds(
    lambda whole, kept, width, height, unit, glyphs: Case(
        Tally.of(whole[:kept]), Tally.of(whole), width, height, None, unit, None, glyphs
    ),
    intervals,
    st.integers(0, 30),
    st.integers(3, 160),
    st.integers(1, 6),
    st.sampled_from([None, *Granularity]),
    st.sampled_from([UNICODE, ASCII]),
)


@given(cases)
def test_signs_change_nothing_but_the_axis_and_the_words_on_the_slider(case):
    signed = replace(case, milestones=TOLD)
    assert signed.rows[:-2] == case.rows[:-2] or case.height < 3
    assert all(len(row) == case.width for row in signed.rows)
    assert case.glyphs is UNICODE or all(row.isascii() for row in signed.rows)


@given(cases)
def test_every_row_is_as_wide_as_the_screen(case):
    assert [len(row) for row in case.rows] == [case.width] * case.height


@given(cases)
def test_ascii_is_ascii(case):
    assert case.glyphs is UNICODE or all(row.isascii() for row in case.rows)


@given(cases)
def test_what_is_there_is_seen_and_what_is_empty_is_empty(case):
    scene, lowest = case.scene, case.rows[max(1, case.height - 2) - 1]
    for place in range(scene.window.shown):
        column = 1 + place * scene.window.step
        assert (lowest[column] != " ") == bool(scene.whole.counts[place] or scene.whole.faint[place])
        if scene.found.counts[place]:
            assert lowest[column] in case.glyphs.bars


@given(cases)
def test_a_higher_count_never_draws_lower(case):
    scene, bars = case.scene, case.rows[: max(1, case.height - 2)]
    steps = case.glyphs.bars
    drawn = [
        sum(
            steps.index(row[1 + place * scene.window.step]) + 1
            for row in bars
            if row[1 + place * scene.window.step] in steps
        )
        for place in range(scene.window.shown)
    ]
    ranked = sorted(zip(scene.found.counts, drawn, strict=True))
    assert [height for _, height in ranked] == sorted(drawn)


NAME = r"((\d{1,2} )?[A-Z][a-z]{2} |Q[1-4] )?\d{4}(-W\d\d)?"


@given(cases)
def test_labels_of_the_axis_are_whole_and_carry_their_year(case):
    if case.height > 1:
        axis = case.rows[max(1, case.height - 2)][: case.scene.window.width + 2]
        labels = [label for label in re.split(r" {2,}| ?[│╵|'] ?", axis.strip()) if label]
        assert [label for label in labels if not re.fullmatch(NAME, label)] == []


@given(cases)
def test_some_label_of_the_axis_has_room(case):
    if case.height > 1 and case.width >= 14:
        assert re.search(r"\d{4}", case.rows[max(1, case.height - 2)])
