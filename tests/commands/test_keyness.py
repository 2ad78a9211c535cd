"""`mali-tui keyness`: the words that set articles apart, as table, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tui.cli import main

HILL = "The hill is high and the snow is deep. " * 4
BOAT = "The boat leaves the harbour, and the boat comes back. " * 4


@pytest.fixture
def outlets(tmp_path: Path) -> str:
    folder = tmp_path / "outlets"
    folder.mkdir()
    made = [("Lake Post", f"{BOAT}{day} boats.") for day in range(1, 5)]
    made += [("Hill Times", f"{HILL}{day} hills.") for day in range(1, 5)]
    for day, (source, text) in enumerate(made, 1):
        front = f"title: Piece {day}\nsource: {source}\nlanguage: en\ndate: 2021-03-0{day}\n"
        (folder / f"{day}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    front = "title: Le lac\nsource: Hill Times\nlanguage: fr\ndate: 2021-03-09\n"
    (folder / "fr.md").write_text(f"---\n{front}---\n\n{'Le bateau quitte le port. ' * 9}\n", encoding="utf-8")
    return str(folder)


def test_the_words_of_an_outlet_against_all_others_in_its_language(capsys, outlets: str):
    assert main(["keyness", 'source:"Lake Post"', "--json", "-d", outlets]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    words = {each["word"]: each for each in found}
    assert found[0]["word"] == "boat"
    assert (words["boat"]["here"], words["boat"]["there"], words["boat"]["ratio"]) == (
        *(sum((BOAT + " boats").split().count("boat") for _ in range(4)), 0, None),
    )
    assert words["snow"]["log_likelihood"] < 0
    assert "bateau" not in words


def test_the_same_words_the_other_way_round(capsys, outlets: str):
    assert main(["keyness", 'source:"Lake Post"', "--json", "-d", outlets]) == 0
    ours = {each["word"]: each["log_likelihood"] for each in map(json.loads, capsys.readouterr().out.splitlines())}
    asked = ["keyness", 'source:"Hill Times" lang:en', "--against", 'source:"Lake Post"', "--json", "-d", outlets]
    assert main(asked) == 0
    theirs = {each["word"]: each["log_likelihood"] for each in map(json.loads, capsys.readouterr().out.splitlines())}
    assert theirs == {word: pytest.approx(-value) for word, value in ours.items()}


def test_the_table_says_in_a_sentence_what_it_means(capsys, outlets: str):
    assert main(["keyness", 'source:"Lake Post"', "-d", outlets]) == 0
    told = capsys.readouterr()
    assert "4 articles" in told.err
    assert "held against 4 other articles" in told.err
    assert "“boat” in these 4 articles: 32 times, in 4 of them" in " ".join(told.out.split())
    assert "In the 4 other articles: never." in " ".join(told.out.split())


def test_a_table_for_spreadsheets(capsys, outlets: str):
    assert main(["keyness", 'source:"Lake Post"', "--csv", "-d", outlets]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows[0]["word"] == "boat"


WRONG = [
    ("no words", (), 2, "Say which articles"),
    ("two forms", ("boat", "--json", "--csv"), 2, "one output has one form"),
    ("nothing found", ("volcano",), 1, "There is nothing to compare"),
    ("everything found", ("date:2021",), 1, "There is nothing to compare"),
    ("a fault", ("nothere:x",), 2, "column"),
    ("a fault in the other query", ("boat", "--against", "nothere:x"), 2, "column"),
    ("no difference", ("date:2021-03-01 OR date:2021-03-05",), 1, "No word sets these articles apart"),
]


@pytest.mark.parametrize(("asked", "status", "told"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_wrong_use_gets_one_sentence(capsys, outlets: str, asked, status, told):
    assert main(["keyness", *asked, "-d", outlets]) == status
    assert told in capsys.readouterr().err


def test_copies_of_one_text_are_counted_once(capsys, outlets: str):
    text = (Path(outlets) / "1.md").read_text(encoding="utf-8").split("---\n\n")[1]
    for name in ("copy", "other"):
        front = f"title: Piece {name}\nsource: Lake Post\nlanguage: en\ndate: 2021-03-11\n"
        (Path(outlets) / f"{name}.md").write_text(f"---\n{front}---\n\n{text}", encoding="utf-8")
    assert main(["keyness", 'source:"Lake Post"', "--json", "-d", outlets]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    copied = {each["word"]: each["here"] for each in found}["boat"]
    assert main(["keyness", 'source:"Lake Post"', "-d", outlets]) == 0
    said = capsys.readouterr().err
    assert "of texts counted already left out" in said
    left_out = int(said.split(";")[1].split()[0])
    assert copied == 8 * (6 - left_out)
