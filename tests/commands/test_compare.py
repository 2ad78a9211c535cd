"""`mali-tui compare`: two articles, or one and its copies, as table, JSON and page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.cli import main

SHARED = (
    "The ferry Heron sank in the night off the old lighthouse of Orma, and nobody on the shore heard a thing. "
    "Divers looked for the wreck for many hours before the wind made them turn back to the harbour. "
    "The mayor of the town asked everybody to stay away from the cliffs until the search comes to an end. "
    "Fishermen say that the light of the tower had not been burning since the beginning of the winter. "
    "The owner of the ship did not answer the questions that were sent to his office in the capital."
)
ADDED = "The bell was heard in Linden."
TEXTS = {
    "a.md": ("2021-03-05", "AFP", SHARED),
    "b.md": ("2021-03-06", "Lake Post", f"{SHARED} {ADDED}"),
    "c.md": ("2021-03-05", "Gazette", "On 4 March 2021 the ferry Heron sank off Orma with 12 sailors."),
    "d.md": ("2021-03-05", "Herald", "On 4 March 2021 the ferry Heron sank off Orma with 14 sailors."),
}


@pytest.fixture
def ferry(tmp_path: Path) -> str:
    folder = tmp_path / "ferry"
    folder.mkdir()
    for name, (day, source, text) in TEXTS.items():
        front = f"title: Piece {name}\ndate: {day}\nsource: {source}\nlanguage: en\n"
        (folder / name).write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return str(folder)


def test_the_facts_that_differ_and_the_sentences_as_records(capsys, ferry: str):
    assert main(["compare", "c.md", "d.md", "--json", "-d", ferry]) == 0
    one, other, fact, row = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (one["what"], one["side"], one["source"], one["date"]) == ("article", "one", "Gazette", "2021-03-05")
    assert other["share"] == pytest.approx(12 / 13, abs=1e-3)
    assert (fact["kind"], fact["verdict"]) == ("figure", "differs")
    text = TEXTS["c.md"][2]
    assert text[fact["one"]["start"] : fact["one"]["end"]] == fact["one"]["text"] == "12 sailors"
    assert row["kind"] == "reworded"
    (change,) = row["changes"]
    assert (change["text"], change["other_text"]) == ("12", "14")
    assert TEXTS["d.md"][2][change["other_start"] : change["other_end"]] == "14"


def test_the_table_says_who_left_out_what(capsys, ferry: str):
    assert main(["compare", "a.md", "b.md", "-d", ferry]) == 0
    printed = capsys.readouterr().out
    assert "Left out by AFP · 1 fact:\n" in printed
    assert "  name: Linden\n" in printed
    assert " with a counterpart · no fact differs · 1 fact on one side only.\n" in printed
    assert ADDED in printed


def test_a_page_of_two_columns(capsys, ferry: str, tmp_path: Path):
    page = tmp_path / "page.html"
    assert main(["compare", "c.md", "d.md", "--html", "-o", str(page), "-d", ferry]) == 0
    written = page.read_text(encoding="utf-8")
    assert "<mark>12</mark>" in written
    assert "<mark>14</mark>" in written
    assert "figure: 12 sailors → 14 sailors" in written
    capsys.readouterr()
    assert main(["compare", "c.md", "d.md", "--html", "-o", str(page), "-d", ferry]) == 2
    assert "--force writes over it" in capsys.readouterr().err
    assert main(["compare", "c.md", "d.md", "--html", "-d", ferry]) == 0
    assert capsys.readouterr().out == written


def test_the_copies_of_a_text_beside_the_wire(capsys, ferry: str):
    assert main(["compare", "b.md", "-d", ferry]) == 0
    printed = capsys.readouterr().out
    assert "The wire is that of AFP. AFP printed it first, on 2021-03-05." in printed
    assert "100%" in printed
    assert f"added: {ADDED}" in printed
    assert main(["compare", "b.md", "--json", "-d", ferry]) == 0
    wire, printing = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert wire["first"] == wire["id"]
    assert (printing["share_of_wire"], printing["cut"], printing["added"]) == (1.0, [], [ADDED])


WRONG = [
    ("one twice", ("c.md", "c.md"), 2, "one article twice"),
    ("three", ("a.md", "c.md", "d.md"), 2, "Name two articles"),
    ("no such article", ("a.md", "zz.md"), 1, "zz.md"),
    ("two forms", ("a.md", "c.md", "--json", "--html"), 2, "one output has one form"),
    ("a file without a page", ("a.md", "c.md", "-o", "x.html"), 2, "add --html"),
    ("a page of one", ("b.md", "--html"), 2, "name the other one"),
    ("no copies", ("c.md",), 1, "has no copies"),
]


@pytest.mark.parametrize(("asked", "status", "told"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_wrong_use_gets_one_sentence(capsys, ferry: str, asked, status, told):
    assert main(["compare", *asked, "-d", ferry]) == status
    assert told in capsys.readouterr().err
