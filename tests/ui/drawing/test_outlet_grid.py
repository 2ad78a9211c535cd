from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.base.days import Span
from tui.timeline.granularity import Granularity
from tui.timeline.outlets import OutletMatrix, outlet_matrix
from tui.ui.drawing.outlet_grid import Role, Sight, cell_words, draw_head, draw_row


def day(month: int, of_month: int = 1) -> int:
    return date(2021, month, of_month).toordinal()


LABELS = [
    *((number, "Lake Post", day(3, number), day(3, number)) for number in range(1, 13)),
    (13, "Lake Post", day(5), day(5)),
    (14, "Inland Times", day(4), day(4)),
    (15, "Courier", day(1), day(12, 31)),
    (16, "", 0, 0),
]
SPRING = Span(date(2021, 3, 1), date(2021, 5, 31))
MATRIX = outlet_matrix(LABELS, {*range(1, 11), 15}, SPRING, Granularity.MONTH)
ROWS = {row.source: row for row in MATRIX.rows}


def drawn(sight: Sight, cursor: int | None = None) -> list[str]:
    return ["".join(text for text, _role in draw_row(row, sight, cursor)).rstrip() for row in sight.matrix.rows]


def test_a_hit_is_a_number_a_silence_a_nought_and_nothing_at_all_an_empty_cell():
    sight = Sight(MATRIX, 60)
    above, below = draw_head(sight)
    assert "".join(above) == "                             2021"
    assert "".join(below) == "                        hits  Mar  Apr  May"
    assert drawn(sight) == [
        " LP  Lake Post            10   10         0",
        " Cou Courier               1    ?    ?    ?",
        " ?   no outlet named       0",
        " IT  Inland Times          0         0",
    ]


def test_names_are_cut_only_where_the_columns_need_their_room():
    assert drawn(Sight(MATRIX, 38))[3] == " IT  Inland Ti…       0         0"


def test_shares_are_of_what_the_outlet_wrote_then():
    assert drawn(Sight(MATRIX, 60, share=True))[0] == " LP  Lake Post           77%  83%        0%"


def test_the_chosen_cell_is_told_apart():
    pieces = draw_row(ROWS["Lake Post"], Sight(MATRIX, 60), 1)
    assert pieces[0] == ("▌", Role.EDGE)
    assert [text for text, role in pieces if role is Role.CURSOR] == ["    "]


UNITS = [
    (Granularity.YEAR, "", "2021"),
    (Granularity.QUARTER, "2021", "Q1   Q2"),
    (Granularity.WEEK, "2021", "W09  W10"),
    (Granularity.DAY, "Mar 2021", "1    2    3"),
]


@pytest.mark.parametrize(("unit", "upper", "lower"), UNITS)
def test_the_columns_have_names_in_every_unit(unit, upper, lower):
    above, below = draw_head(Sight(outlet_matrix(LABELS, set(), SPRING, unit), 80))
    assert "".join(above).strip().startswith(upper)
    assert lower in "".join(below)


@given(
    width=st.integers(1, 200), first=st.integers(0, 90), unit=st.sampled_from(list(Granularity)), share=st.booleans()
)
def test_every_row_is_as_wide_as_was_asked_for_and_the_names_stand_above_their_columns(width, first, unit, share):
    matrix = outlet_matrix(LABELS, {1, 2, 15}, SPRING, unit)
    sight = Sight(matrix, width, min(first, matrix.columns - 1), share)
    for row in matrix.rows:
        assert sum(cell_len(text) for text, _role in draw_row(row, sight, sight.first)) == width
    above, below = draw_head(sight)
    names = sight.name_cells + 5 * len(sight.columns)
    more = sight.columns.stop < matrix.columns and names < width
    assert cell_len("".join(below)) == names + more
    assert "".join(below).endswith("▸") == more
    assert ("◂" in "".join(below)) == (sight.first > 0)
    assert cell_len("".join(above)) <= width
    for column in sight.columns:
        place = sight.name_cells + 5 * (column - sight.first)
        assert {sight.column_at(x) for x in range(place, place + 5)} == {column}
    assert sight.column_at(0) is None


def test_signs_say_that_there_are_columns_out_of_sight():
    days = outlet_matrix(LABELS, set(), SPRING, Granularity.DAY)
    assert "".join(draw_head(Sight(days, 38))[1]) == " " * 18 + "hits    1    2    3▸"
    assert "".join(draw_head(Sight(days, 38, 2))[1]) == " " * 18 + "hits◂   3    4    5▸"


def test_a_count_too_long_for_its_column_says_that_it_is_more():
    many = [(number, "Post", day(3), day(3)) for number in range(12_345)]
    (row,) = drawn(Sight(outlet_matrix(many, set(range(12_345)), SPRING, Granularity.MONTH), 60))
    assert row.split() == ["Pos", "Post", "12345", "999+"]


WORDS = [
    ("Lake Post", 0, "Lake Post, Mar 2021: 10 of its 12 articles."),
    ("Lake Post", 1, "Lake Post, Apr 2021: no article of that time in the dossier."),
    ("Lake Post", 2, "Lake Post, May 2021: silent, none of its 1 article."),
    (
        "Courier",
        0,
        "Courier, Mar 2021: not known. 1 of 1 article known only to a longer time may be of it.",
    ),
]


@pytest.mark.parametrize(("source", "column", "told"), WORDS)
def test_a_cell_says_what_it_means(source, column, told):
    assert cell_words(ROWS[source], MATRIX, column) == told


def test_without_any_column_there_is_nothing_to_draw():
    sight = Sight(OutletMatrix(), 60)
    assert draw_head(sight)[0] == ()
    assert sight.column_at(40) is None
