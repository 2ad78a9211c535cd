"""`mali-tui count`: articles and occurrences by one or two properties."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tui.cli import main

COUNTS = [
    ("source and year", "harbour", "source,year", [("Gazette", "2021", 1, 1, 2), ("Herald", "2021", 1, 1, 1)]),
    ("one property", "the OR harbour", "source", [("Gazette", 1, 2, 2), ("Herald", 2, 5, 2)]),
    ("month", "harbour OR bridge OR nobody", "month",
     [("2021-03", 2, 2, 2), ("2021-04", 1, 1, 1), ("undated", 1, 1, 1)]),
    ("author", "harbour", "author", [("none", 2, 2, 4)]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "by", "rows"), [case[1:] for case in COUNTS], ids=[case[0] for case in COUNTS])
def test_values_articles_and_occurrences(capsys, dated: str, query: str, by: str, rows: list[tuple[object, ...]]):
    assert main(["count", query, "--by", by, "--json", "-d", dated]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [tuple(record.values()) for record in records] == rows
    assert list(records[0]) == [*by.split(","), "articles", "occurrences", "in_dossier"]


def test_the_table_is_the_same(capsys, dated: str):
    assert main(["count", "harbour", "--csv", "-d", dated]) == 0
    assert list(csv.reader(io.StringIO(capsys.readouterr().out))) == [
        ["source", "year", "articles", "occurrences", "in_dossier"],
        ["Gazette", "2021", "1", "1", "2"],
        ["Herald", "2021", "1", "1", "1"],
    ]


def test_an_outlet_that_is_silent_has_a_row_and_one_that_has_nothing_of_the_time_has_none(capsys, tmp_path: Path):
    made = [
        ("Herald", "2021-03-01", "harbour"),
        ("Herald", "2022-03-01", "harbour"),
        ("Gazette", "2021-05-01", "snow"),
        ("Courier", "2020-05-01", "snow"),
    ]
    for place, (source, day, text) in enumerate(made):
        front = f"title: Article {place}\nsource: {source}\ndate: {day}\n"
        (tmp_path / f"{place}.md").write_text(f"---\n{front}---\n\nThe {text} of {place}.\n", encoding="utf-8")
    assert main(["count", "harbour", "--by", "source,year", "--json", "-d", str(tmp_path)]) == 0
    rows = [tuple(json.loads(line).values()) for line in capsys.readouterr().out.splitlines()]
    assert rows == [("Gazette", "2021", 0, 0, 1), ("Herald", "2021", 1, 1, 1), ("Herald", "2022", 1, 1, 1)]


WRONG = [
    ("no words", [], 2, "Say what to count"),
    ("an unknown property", ["harbour", "--by", "colour"], 2, "--by takes"),
    ("three properties", ["harbour", "--by", "source,year,tag"], 2, "--by takes"),
    ("twice the same", ["harbour", "--by", "year,year"], 2, "--by takes"),
    ("nothing found", ["elephant"], 1, "Nothing answers"),
]


@pytest.mark.parametrize(("words", "status", "said"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_exit_status_and_sentence(capsys, dated: str, words: list[str], status: int, said: str):
    assert main(["count", *words, "-d", dated]) == status
    assert said in capsys.readouterr().err
