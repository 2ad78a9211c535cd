"""Pieces of text at their places become lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.pdf.lines import LineBuilder, PrintedLine, TextColumns, extent

PLAIN = (1, 0, 0, 1, 0, 0)


def at(x: float, y: float, scale: float = 1.0) -> tuple[float, ...]:
    return (scale, 0, 0, scale, x, y)


def lines(*pieces: tuple[str, tuple[float, ...], float]) -> list[PrintedLine]:
    builder = LineBuilder()
    for text, inner, size in pieces:
        builder.add(text, PLAIN, inner, size)
    builder.end_line()
    return builder.lines


PIECES = [
    ("letters", [("Fer", at(70, 500), 10), ("ry", at(85, 500), 10)], [("Ferry", 70, 500, 10)]),
    ("a break within a piece", [("Ferry\nsinks", at(70, 500), 10)], [("Ferry", 70, 500, 10), ("sinks", 70, 500, 10)]),
    ("spaces alone", [("  ", at(70, 500), 10), ("\n", at(70, 488), 10)], []),
    ("a space between", [("Ferry", at(70, 500), 10), (" ", at(95, 500), 10), ("sinks", at(98, 500), 10)],
     [("Ferry sinks", 70, 500, 10)]),
    ("a size of the matrix", [("Ferry", at(70, 500, 12), 1)], [("Ferry", 70, 500, 12)]),
    ("the size of most letters", [("F", at(70, 500), 30), ("erry sinks", at(90, 500), 10)],
     [("Ferry sinks", 70, 500, 10)]),
    ("the number of a note", [("It sank", at(70, 500), 10), ("12", at(104, 504), 6), (" off Ouro.", at(110, 500), 10)],
     [("It sank[12] off Ouro.", 70, 500, 10)]),
    ("small figures on the line", [("CO", at(70, 500), 10), ("2", at(84, 498), 6)], [("CO2", 70, 500, 10)]),
    ("joined letters", [("\ufb01sh", at(70, 500), 10)], [("fish", 70, 500, 10)]),
    ("from right to left", [("العبارة", at(300, 500), 10)], [("العبارة", 0, 500, 10)]),
]  # fmt: skip


@pytest.mark.parametrize(("pieces", "expected"), [row[1:] for row in PIECES], ids=[row[0] for row in PIECES])
def test_pieces(
    pieces: list[tuple[str, tuple[float, ...], float]], expected: list[tuple[str, float, float, float]]
) -> None:
    assert [(line.text, line.x, line.y, line.size) for line in lines(*pieces)] == expected


def test_an_outer_place_moves_the_inner_one() -> None:
    builder = LineBuilder()
    builder.add("Ferry", (2, 0, 0, 2, 100, 50), at(10, 20), 5)
    builder.end_line()
    assert builder.lines == [PrintedLine("Ferry", 120, 90, 10)]


@given(st.lists(st.tuples(st.text("ab \n12", max_size=6), st.floats(-1e6, 1e6), st.floats(-99, 99)), max_size=8))
def test_no_letter_is_lost(pieces: list[tuple[str, float, float]]) -> None:
    found = lines(*[(text, at(70, y), size) for text, y, size in pieces])
    letters = "".join("".join(text.split()) for text, _, _ in pieces)
    assert "".join(line.text for line in found).translate(str.maketrans("", "", " []")) == letters
    assert all(line.size > 0 for line in found)


def column(x: float, *texts: str) -> list[PrintedLine]:
    return [PrintedLine(text, x, 700.0 - 12 * place, 10.0) for place, text in enumerate(texts)]


def test_a_full_line_of_each_column_is_known_though_a_title_spans_both() -> None:
    full, whole = "n" * 30, "n" * 70
    left, right = column(70, whole, *[full] * 12, "n" * 10), column(320, *[full] * 12)
    columns = TextColumns([[*left, *right]])
    assert columns.width(0, left[5]) == columns.width(0, left[-1]) == extent(full, 10.0)
    assert columns.width(0, left[0]) == extent(whole, 10.0)


def test_without_columns_the_widest_line_is_the_measure() -> None:
    page = column(70, "n" * 40, "n" * 38, "n" * 12)
    assert TextColumns([page]).width(0, page[2]) == extent("n" * 40, 10.0)


def test_narrow_letters_are_narrow() -> None:
    assert extent("illi") < extent("nnnn") < extent("NNNN") < extent("WWWW")
