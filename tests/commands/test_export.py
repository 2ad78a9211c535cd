"""`mali-tui export`: the hits in the screen's order, in each form, over nothing unasked."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tui.cli import main
from tui.export.articles import COLUMNS, FORMATS


def out(capsys, *words: str) -> str:
    assert main([*words]) == 0
    return capsys.readouterr().out


def test_the_order_is_that_of_the_list(capsys, dated: str):
    listed = [json.loads(line)["id"] for line in out(capsys, "list", "--json", "-d", dated).splitlines()]
    exported = [json.loads(line)["id"] for line in out(capsys, "export", "--json", "-d", dated).splitlines()]
    assert exported == listed


def test_a_table_has_the_hits_with_their_passages_and_citations(capsys, dated: str):
    written = out(capsys, "export", "harbour", "sort:date", "--style", "mla", "-d", dated)
    heading, *rows = csv.reader(io.StringIO(written))
    assert tuple(heading) == COLUMNS
    first = dict(zip(heading, rows[0], strict=True))
    assert (first["date"], first["source"]) == ("2021-03-04", "Herald")
    assert "harbour" in first["passage"]
    assert first["citation"] == "“Article a.md.” Herald, 4 Mar. 2021."
    assert len(rows) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_holds_every_hit(capsys, dated: str, form: str):
    written = out(capsys, "export", "harbour", "--format", form, "-d", dated)
    assert "Article a.md" in written
    assert "Article b.md" in written


@pytest.mark.parametrize("form", ["json", "csl"])
def test_forms_of_json_are_json(capsys, dated: str, form: str):
    assert len(json.loads(out(capsys, "export", "--format", form, "-d", dated))) == 4


def test_a_file_is_written_once_and_over_only_when_asked(capsys, dated: str, tmp_path: Path):
    target = tmp_path / "hits"
    assert main(["export", "harbour", "-o", str(target), "-d", dated]) == 0
    assert f"Wrote 2 articles to {target}.csv" in capsys.readouterr().err
    before = target.with_suffix(".csv").read_bytes()
    assert main(["export", "-o", f"{target}.csv", "-d", dated]) == 2
    assert "--force" in capsys.readouterr().err
    assert target.with_suffix(".csv").read_bytes() == before
    assert main(["export", "-o", f"{target}.csv", "--force", "-d", dated]) == 0
    assert target.with_suffix(".csv").read_bytes() != before


def test_nothing_is_written_into_the_dossier(capsys, dated: str):
    assert main(["export", "-o", f"{dated}/hits.csv", "-d", dated]) == 2
    assert sorted(path.name for path in Path(dated).iterdir()) == ["a.md", "b.md", "c.md", "d.md"]


WRONG = [
    ("two forms", ["export", "--json", "--format", "ris"], 2, "one output has one form"),
    ("nothing found", ["export", "elephant"], 1, "Nothing answers"),
    ("a faulty query", ["export", "date:yesterdayish"], 2, "column"),
]


@pytest.mark.parametrize(("words", "status", "said"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_exit_status_and_sentence(capsys, dated: str, words: list[str], status: int, said: str):
    assert main([*words, "-d", dated]) == status
    assert said in capsys.readouterr().err
