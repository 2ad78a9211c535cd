from __future__ import annotations

import csv
import io

import pytest

from tui.export.csv_cells import csv_table

CELLS = [
    ("plain", "camp", "camp"),
    ("nothing", None, ""),
    ("a number", 3, "3"),
    ("a formula", "=1+1", "'=1+1"),
    ("a formula after a plus", "+1", "'+1"),
    ("a formula after a minus", "-1+1", "'-1+1"),
    ("a function", "@SUM(A1)", "'@SUM(A1)"),
    ("a formula behind a tab", "\t=1", "'\t=1"),
    ("a sign that is no formula", "a=b", "a=b"),
    ("quotes and commas", 'a, "b"', 'a, "b"'),
    ("a line end", "a\nb", "a\nb"),
]


@pytest.mark.parametrize(("cell", "expected"), [case[1:] for case in CELLS], ids=[case[0] for case in CELLS])
def test_a_cell_is_read_back_and_never_run(cell: object, expected: str):
    written = csv_table(("one", "two"), [(cell, "x")])
    assert written.startswith("one,two\r\n")
    assert list(csv.reader(io.StringIO(written, newline="")))[1] == [expected, "x"]
