"""`mali-tui figures`: figures one by one and by question, as table, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tui.cli import main
from tui.commands.figures import COLUMNS

TEXTS = {
    "a.md": ("2022-03-04", "Gazette", "", "On Thursday the blast in Torvik killed at least 14 dockers, police said."),
    "b.md": ("2022-03-04", "Herald", "", "The blast in Torvik on Thursday killed 11 dockers. It cost $2 million."),
    "c.md": ("2022-03-09", "Courier", "retold: true", "Nothing is known of the blast."),
    "d.md": ("", "Notes", "tags: [reference]", "The blast in Torvik on 3 March 2022 killed 30 dockers."),
}


@pytest.fixture
def figured(tmp_path: Path) -> str:
    folder = tmp_path / "figured"
    folder.mkdir()
    for name, (day, source, more, text) in TEXTS.items():
        front = f"title: Piece {name}\nsource: {source}\nlanguage: en\n{more}\n" + (f"date: {day}\n" if day else "")
        (folder / name).write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return str(folder)


def test_every_figure_with_its_place_and_sentence(capsys, figured: str):
    assert main(["figures", "source:gazette", "--json", "-d", figured]) == 0
    (record,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert tuple(record) == COLUMNS
    text = TEXTS["a.md"][3]
    assert text[record["start"] : record["end"]] == record["text"] == "at least 14 dockers"
    assert record | {"id": "?"} == {
        "id": "?",
        "start": text.index("at least"),
        "end": text.index(", police"),
        "text": "at least 14 dockers",
        "value": 14,
        "low": 14,
        "high": None,
        "bound": "at-least",
        "unit": None,
        "noun": "dockers",
        "state": "killed",
        "subject": None,
        "change": None,
        "planned": False,
        "negated": False,
        "speaker": "police",
        "when": "2022-03-03",
        "date": "2022-03-04",
        "source": "Gazette",
        "retold": False,
        "sentence": text,
    }


def test_the_table_and_the_csv_hold_the_same_figures(capsys, figured: str):
    assert main(["figures", "blast", "--csv", "-d", figured]) == 0
    heads, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    assert tuple(heads) == COLUMNS
    assert sorted(row[heads.index("text")] for row in rows) == [
        "$2 million",
        "11 dockers",
        "30 dockers",
        "at least 14 dockers",
    ]
    assert main(["figures", "blast", "-d", figured]) == 0
    table = capsys.readouterr().out
    assert "killed «at least 14 dockers», police said." in table
    assert len(table.splitlines()) == 1 + len(rows)


def test_a_question_with_its_verdict_leaves_summaries_out(capsys, figured: str):
    assert main(["figures", "--questions", "--json", "-d", figured]) == 0
    (question,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (question["question"], question["verdict"], question["sources"]) == (
        "killed · docker · Torvik",
        "contradicts",
        2,
    )
    assert sorted(figure["source"] for figure in question["figures"]) == ["Gazette", "Herald"]
    (pair,) = question["pairs"]
    assert (pair["one"], pair["other"], pair["verdict"]) == (0, 1, "contradicts")
    assert pair["reason"]


def test_questions_as_text_and_as_csv(capsys, figured: str):
    assert main(["figures", "--questions", "-d", figured]) == 0
    told = capsys.readouterr().out
    assert told.startswith("killed · docker · Torvik: contradicts, 2 sources\n")
    assert "  contradicts (the same thing at the same time, and no number fits both): “" in told
    assert main(["figures", "--questions", "--csv", "-d", figured]) == 0
    heads, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    assert heads == ["question", "verdict", "kind", *COLUMNS]
    assert len(rows) == 2


def test_questions_as_markdown(capsys, figured: str):
    assert main(["figures", "--markdown", "-d", figured]) == 0
    told = capsys.readouterr().out
    assert told.startswith("# Figures\n\n## killed · docker · Torvik\n\n- **")
    assert "- **11 (Herald, 2022-03-04)** The blast in Torvik on Thursday killed 11 dockers." in told
    assert told.endswith("- contradicts (the same thing at the same time, and no number fits both): 1 pair\n")
    assert main(["figures", "--markdown", "source:courier", "-d", figured]) == 1


WRONG = [
    ("two forms", ["--csv", "--json"], 2, "One of --json, --csv and --markdown"),
    ("a faulty query", ["sorce:x"], 2, "column 1"),
    ("no figure", ["source:courier"], 1, "No figure stands in"),
    ("no question", ["source:courier", "--questions"], 1, "No two sources give figures of one question in"),
]


@pytest.mark.parametrize(("words", "status", "said"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_exit_status_and_sentence(capsys, figured: str, words: list[str], status: int, said: str):
    assert main(["figures", *words, "-d", figured]) == status
    assert said in capsys.readouterr().err


def test_a_retold_article_is_no_words_of_its_source(capsys):
    assert main(["figures", "peacekeepers", "--questions"]) == 0
    told = capsys.readouterr().out
    assert "retold from AFP" in told


def test_the_bundled_reports_give_the_size_of_the_force_and_the_dead(capsys):
    assert main(["figures", "--questions", "--json"]) == 0
    asked = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    sizes = next(
        question for question in asked if question["state"] == "deployed" and "MINUSMA" in question["question"]
    )
    assert {1500, 11600, 15000} <= {figure["value"] for figure in sizes["figures"]}
    dead = next(question for question in asked if {180, 303} <= {figure["value"] for figure in question["figures"]})
    values = [figure["value"] for figure in dead["figures"]]
    told = {(pair["one"], pair["other"]): pair["verdict"] for pair in dead["pairs"]}
    both = [pair for pair in told if {values[pair[0]], values[pair[1]]} == {180, 303}]
    assert both
    assert {told[pair] for pair in both} == {"different in kind"}
    assert all(figure["source"] != "mali-tui" for question in asked for figure in question["figures"])


def test_an_error_at_one_article_costs_it_its_figures_and_no_other_one_anything(
    capsys, figured: str, monkeypatch: pytest.MonkeyPatch
):
    from tui import figures

    def failing(text: str, **rest):
        if "$2 million" in text:
            raise KeyError(text)
        return find(text, **rest)

    find = figures.find_figures
    monkeypatch.setattr(figures, "find_figures", failing)
    assert main(["figures", "blast", "--csv", "-d", figured]) == 0
    told = capsys.readouterr()
    assert "at least 14 dockers" in told.out
    assert "11 dockers" not in told.out
    assert "KeyError" in told.err
