from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.timeline.granularity import Granularity
from tui.timeline.outlets import (
    COLUMNS,
    LARGEST,
    MOST_COLUMNS,
    Cell,
    OutletMatrix,
    Voice,
    cell_rows,
    extent_of,
    fitting,
    outlet_matrix,
)


def day(year: int, month: int = 1, of_month: int = 1) -> int:
    return date(year, month, of_month).toordinal()


LABELS = [
    (1, "Post", day(2021, 3), day(2021, 3)),
    (2, "Post", day(2021, 3, 9), day(2021, 3, 9)),
    (3, "Post", day(2021, 5), day(2021, 5)),
    (4, "Times", day(2021, 4), day(2021, 4)),
    (5, "Times", day(2021), day(2021, 12, 31)),
    (6, "Courier", day(2021, 1), day(2021, 12, 31)),
    (7, "Courier", 0, 0),
    (8, "", day(2019), day(2019)),
]
SPRING = Span(date(2021, 3, 1), date(2021, 5, 31))


def voices(hits: set[int], unit: Granularity = Granularity.MONTH) -> dict[str, list[Voice]]:
    matrix = outlet_matrix(LABELS, hits, SPRING, unit)
    return {row.source: [cell.voice for cell in row.cells] for row in matrix.rows}


def test_who_has_nothing_of_a_time_is_not_the_same_as_who_is_silent():
    assert voices({1}) == {
        "Post": [Voice.HEARD, Voice.ABSENT, Voice.SILENT],
        "Times": [Voice.UNSURE, Voice.SILENT, Voice.UNSURE],
        "Courier": [Voice.UNSURE] * 3,
        "": [Voice.ABSENT] * 3,
    }


def test_a_hit_of_a_longer_time_leaves_the_cells_that_it_may_lie_in_unsure():
    assert voices({5})["Times"] == [Voice.UNSURE] * 3
    assert voices({5}, Granularity.YEAR)["Times"] == [Voice.HEARD]


def test_every_hit_counts_once_in_the_whole_row():
    matrix = outlet_matrix(LABELS, {1, 2, 5, 7}, SPRING, Granularity.MONTH)
    assert [(row.source, row.whole.hits, row.whole.articles) for row in matrix.rows] == [
        ("Post", 2, 3),
        ("Courier", 1, 2),
        ("Times", 1, 2),
        ("", 0, 1),
    ]
    assert matrix.hits == 4
    assert matrix.rows[1].undated == Cell(1, 1)
    assert [row.is_silent for row in matrix.rows] == [False] * 4
    assert [row.source for row in outlet_matrix(LABELS, {1}, SPRING).rows if row.is_silent] == ["Courier", "Times"]


UNITS = [
    (Span(date(2021, 3, 1), date(2021, 3, 20)), Granularity.DAY),
    (Span(date(2021, 3, 1), date(2021, 6, 20)), Granularity.WEEK),
    (Span(date(2021, 3, 1), date(2022, 12, 31)), Granularity.MONTH),
    (Span(date(2018, 3, 1), date(2022, 12, 31)), Granularity.QUARTER),
    (Span(date(1918, 3, 1), date(2022, 12, 31)), Granularity.YEAR),
]


@pytest.mark.parametrize(("extent", "unit"), UNITS)
def test_the_finest_unit_that_fits_is_chosen(extent, unit):
    assert fitting(extent) is unit


def test_the_columns_run_from_the_first_hit_to_the_last():
    assert extent_of(LABELS, {1, 3}) == Span(date(2021, 3, 1), date(2021, 5, 1))
    assert extent_of(LABELS, {7}) == Span(date(2019, 1, 1), date(2021, 12, 31))
    assert extent_of([(1, "Post", 0, 0)], {1}) is None


def test_too_many_columns_are_cut():
    matrix = outlet_matrix(LABELS, set(), Span(date(1900, 1, 1), date(2021, 12, 31)), Granularity.DAY)
    assert matrix.columns == LARGEST == len(matrix.rows[0].cells)


def test_a_table_has_a_row_for_each_cell_and_for_what_has_no_day():
    matrix = outlet_matrix(LABELS, {1}, SPRING, Granularity.MONTH)
    rows = list(cell_rows(matrix, matrix.rows))
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert rows[0] == ("Post", "2021-03", 1, 2, 0, 0, "heard")
    assert (None, "2021-03", 0, 0, 0, 0, "absent") in rows
    assert ("Courier", None, 0, 1, 0, 0, "silent") in rows
    assert list(cell_rows(OutletMatrix(), ())) == []


def test_a_cell_is_empty_until_something_is_counted():
    assert Cell() == (0, 0, 0, 0)


@given(
    st.lists(
        st.tuples(st.sampled_from(["Post", "Times", ""]), st.integers(-1, 800), st.sampled_from([0, 0, 30, 365])),
        max_size=30,
    ),
    st.sets(st.integers(0, 29)),
    st.sampled_from(list(Granularity)),
)
def test_the_cells_are_what_is_counted_by_hand(made, hits, unit):
    start = day(2020)
    labels = [
        (number, source, 0 if offset < 0 else start + offset, 0 if offset < 0 else start + offset + length)
        for number, (source, offset, length) in enumerate(made)
    ]
    extent = Span(date(2020, 2, 1), date(2021, 6, 30))
    matrix = outlet_matrix(labels, hits, extent, unit)
    assert matrix.hits == sum(number in hits for number, *_ in labels)
    for row in matrix.rows:
        own = [(number, first, last) for number, source, first, last in labels if source == row.source]
        for column, cell in enumerate(row.cells):
            bucket = matrix.bucket(column)
            low, high = bucket.first.toordinal(), bucket.last.toordinal()
            sure = [number for number, first, last in own if first and low <= first and last <= high]
            near = [number for number, first, last in own if first and first <= high and low <= last]
            vague = [number for number in near if number not in sure]
            assert cell == Cell(len(hits.intersection(sure)), len(sure), len(hits.intersection(vague)), len(vague))
    assert fitting(extent, MOST_COLUMNS) in Granularity
