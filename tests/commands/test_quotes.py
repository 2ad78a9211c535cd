"""`mali-tui quotes`: quotations and their speakers, as table, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tui.cli import main

TEXT = (
    "“We go home,” Foreign Minister Ada Holm said. “Never,” he said. Mayor Lena Brandt said: “The harbour is closed.”"
    " Brandt said that gulls cried."
)


@pytest.fixture
def quoted(tmp_path: Path) -> str:
    folder = tmp_path / "quoted"
    folder.mkdir()
    front = "title: Piece\nsource: Post\nlanguage: en\ndate: 2021-03-05\n"
    (folder / "a.md").write_text(f"---\n{front}---\n\n{TEXT}\n", encoding="utf-8")
    (folder / "b.md").write_text("---\ntitle: Snow\nlanguage: en\n---\n\nSnow fell.\n", encoding="utf-8")
    return str(folder)


def test_every_quotation_with_its_place_and_its_speaker(capsys, quoted: str):
    assert main(["quotes", "--json", "-d", quoted]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["speaker"] for each in found] == ["Ada Holm", "Ada Holm", "Lena Brandt"]
    assert [each["named"] for each in found] == ["Ada Holm", "he", "Lena Brandt"]
    assert all(TEXT[each["start"] : each["end"]] == each["quotation"] for each in found)
    assert found[0]["sentence"] == "“We go home,” Foreign Minister Ada Holm said."


def test_those_of_one_speaker(capsys, quoted: str):
    assert main(["quotes", "--by", "holm", "-d", quoted]) == 0
    printed = capsys.readouterr().out
    assert "“We go home,”" in printed
    assert "Never" in printed
    assert "harbour" not in printed
    assert main(["quotes", "--by", "Lena Brandt", "--csv", "-d", quoted]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["quotation"] == "The harbour is closed."


def test_what_is_told_without_quotation_marks_is_counted_and_listed_when_asked_for(capsys, quoted: str):
    assert main(["quotes", "--by", "brandt", "-d", quoted]) == 0
    printed = capsys.readouterr()
    assert "gulls" not in printed.out
    assert "1 statement is told without quotation marks" in printed.err
    assert main(["quotes", "--by", "brandt", "--indirect", "--json", "-d", quoted]) == 0
    direct, retold = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (direct["kind"], retold["kind"]) == ("direct", "indirect")
    assert retold["quotation"] is None
    assert TEXT[retold["start"] : retold["end"]] == "Brandt said that gulls cried."
    assert main(["quotes", "--indirect", "-d", quoted]) == 0
    assert "indirect: Brandt said that gulls cried." in capsys.readouterr().out


WRONG = [
    ("nobody", ("--by", "Kurtz"), 1, "No quotation is given to Kurtz"),
    ("none", ("snow",), 1, "No quotation stands"),
    ("no name", ("--by", "…"), 2, "Say who"),
    ("two forms", ("--json", "--csv"), 2, "one output has one form"),
]


@pytest.mark.parametrize(("asked", "status", "told"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_wrong_use_gets_one_sentence(capsys, quoted: str, asked, status, told):
    assert main(["quotes", *asked, "-d", quoted]) == status
    assert told in capsys.readouterr().err
