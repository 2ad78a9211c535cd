"""`mali-tui kwic`: matches in context, collocates and dispersion, as table, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tui.cli import main

TEXTS = {
    "a.md": (
        "2021-03-05",
        "Post",
        "The harbour was closed. Boats left the harbour early. A closed harbour earns nothing.",
    ),
    "b.md": ("2021-03-02", "Gazette", "Nobody closed the harbour of Orma."),
    "c.md": ("", "Courier", "Snow fell."),
}


@pytest.fixture
def harbour(tmp_path: Path) -> str:
    folder = tmp_path / "harbour"
    folder.mkdir()
    for name, (day, source, text) in TEXTS.items():
        front = f"title: Piece {name}\nsource: {source}\nlanguage: en\n" + (f"date: {day}\n" if day else "")
        (folder / name).write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return str(folder)


def records(capsys) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_match_with_its_context_by_day(capsys, harbour: str):
    assert main(["kwic", "harbour", "--words", "2", "--json", "-d", harbour]) == 0
    found = records(capsys)
    assert [(line["date"], line["left"], line["match"], line["right"]) for line in found] == [
        ("2021-03-02", "closed the ", "harbour", " of Orma"),
        ("2021-03-05", "The ", "harbour", " was closed"),
        ("2021-03-05", "left the ", "harbour", " early. A"),
        ("2021-03-05", "A closed ", "harbour", " earns nothing"),
    ]
    text = TEXTS["a.md"][2]
    assert all(text[line["start"] : line["end"]] == "harbour" for line in found[1:])


def test_as_many_as_are_counted_by_hand(capsys, harbour: str):
    for word in ("harbour", "closed", "the", "snow"):
        assert main(["kwic", f"={word}", "--json", "-d", harbour]) == 0
        assert len(records(capsys)) == sum(
            text[2].lower().split().count(word) + text[2].lower().count(f"{word}.") for text in TEXTS.values()
        )


@pytest.mark.parametrize(
    ("order", "rights"), [("right", ["early", "earns", "of", "was"]), ("left", ["earns", "was", "of", "early"])]
)
def test_sorted_by_the_words_right_or_left(capsys, harbour: str, order, rights):
    assert main(["kwic", "harbour", "--sort", order, "--json", "-d", harbour]) == 0
    firsts = [str(line["right"]).split()[0].strip(".") for line in records(capsys)]
    if order == "right":
        assert firsts == rights
    else:
        assert firsts[0] == "earns"  # only here no article stands before it


def test_the_table_is_aligned_at_the_match(capsys, harbour: str):
    assert main(["kwic", "harbour", "-d", harbour]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len({row.index("«") for row in rows}) == 1


def test_a_sample_says_so_and_is_the_same_again(capsys, harbour: str):
    assert main(["kwic", "harbour", "--sample", "2", "--seed", "3", "--json", "-d", harbour]) == 0
    first = capsys.readouterr()
    assert "A sample of 2 of 4 matches, drawn with --seed 3." in first.err
    assert main(["kwic", "harbour", "--sample", "2", "--seed", "3", "--json", "-d", harbour]) == 0
    assert capsys.readouterr().out == first.out
    assert len(first.out.splitlines()) == 2


def test_the_collocates(capsys, harbour: str):
    assert main(["kwic", "harbour", "--words", "1", "--collocates", "--json", "-d", harbour]) == 0
    assert records(capsys) == []
    assert main(["kwic", "harbour", "--words", "1", "--collocates", "-d", harbour]) == 0
    assert "No word stands twice beside these matches." in capsys.readouterr().err
    assert main(["kwic", "harbour", "--words", "2", "--collocates", "--json", "-d", harbour]) == 0
    (closed,) = records(capsys)
    assert (closed["word"], closed["beside"], closed["everywhere"]) == ("closed", 3, 3)
    assert main(["kwic", "harbour", "--collocates", "-d", harbour]) == 0
    assert "closed" in capsys.readouterr().out


def test_where_in_each_article_they_stand(capsys, harbour: str):
    assert main(["kwic", "harbour", "--dispersion", "--json", "-d", harbour]) == 0
    one, other = records(capsys)
    assert (one["source"], one["matches"], other["matches"]) == ("Gazette", 1, 3)
    assert len(str(other["bar"])) == 20
    assert main(["kwic", "harbour", "--dispersion", "--csv", "-d", harbour]) == 0
    assert next(csv.reader(io.StringIO(capsys.readouterr().out))) == ["id", "date", "source", "matches", "bar"]


def test_a_table_for_spreadsheets(capsys, harbour: str):
    assert main(["kwic", "harbour", "--csv", "-d", harbour]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 4
    assert rows[0]["match"] == "harbour"


WRONG = [
    ("no words", (), 2, "Say which words"),
    ("two forms", ("harbour", "--json", "--csv"), 2, "one output has one form"),
    ("no match", ("volcano",), 1, "No text has a match"),
    ("a fault", ("nothere:x",), 2, "column"),
]


@pytest.mark.parametrize(("asked", "status", "told"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_wrong_use_gets_one_sentence(capsys, harbour: str, asked, status, told):
    assert main(["kwic", *asked, "-d", harbour]) == status
    assert told in capsys.readouterr().err
