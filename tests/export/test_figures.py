from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from storm_figures import storm_questions

from tui.export.figures import COLUMNS, as_csv, as_json, as_markdown


def test_a_table_has_a_row_for_each_figure_with_its_question():
    heading, *rows = csv.reader(io.StringIO(as_csv(storm_questions())))
    assert tuple(heading) == ("question", "verdict", "kind", *COLUMNS)
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


def test_markdown_has_each_figure_with_its_outlet_and_day_and_no_markup_of_the_text():
    first, *_ = questions = storm_questions()
    answer = first.answers[0]
    hostile = replace(answer.report, text=answer.report.text.replace("fishermen", "*fisher*  "))
    told = as_markdown([replace(first, answers=(replace(answer, report=hostile), *first.answers[1:]))])
    assert "- **12 (Lake Post, 2021-03-05)** On 4 March 2021, 12 \\*fisher\\* were killed" in told
    assert as_markdown(questions).count("\n## ") == 2
    assert as_markdown(questions).count("\n- **") == 5


def test_kinds_name_their_figures_by_their_places():
    first, second = json.loads(as_json(storm_questions()))
    assert first["kinds"] == [{"traits": [], "verdict": "contradicts", "figures": [0, 1, 2]}]
    assert second["kinds"] == [{"traits": [], "verdict": "same", "figures": [0, 1]}]
