from __future__ import annotations

import csv
import io
import json

from storm_figures import storm_questions

from tui.export.figures import COLUMNS, as_csv, as_json


def test_a_table_has_a_row_for_each_figure_with_its_question():
    heading, *rows = csv.reader(io.StringIO(as_csv(storm_questions())))
    assert tuple(heading) == ("question", "verdict", *COLUMNS)
    told = [dict(zip(heading, row, strict=True)) for row in rows]
    assert [(row["value"], row["bound"], row["source"]) for row in told[:3]] == [
        ("12", "exact", "Lake Post"),
        ("15", "exact", "Inland Times"),
        ("12", "at-least", "Courier"),
    ]
    assert {row["verdict"] for row in told[:3]} == {"contradicts"}
    assert told[0]["date"] == "2021-03-05"


def test_json_has_the_pairs_by_their_places():
    first, second = json.loads(as_json(storm_questions()))
    assert first["verdict"] == "contradicts"
    assert {(pair["one"], pair["other"]) for pair in first["pairs"]} == {(0, 1), (0, 2), (1, 2)}
    assert second["verdict"] == "same"
