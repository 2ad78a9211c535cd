"""Scripts learn which articles are copies of one text, and may have each text once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.cli import main
from tui.commands import records

STORY = (
    "The council of the lake towns has put off the vote on the new sluice until the fishermen have been heard, its "
    "chair said after a meeting that went on past midnight. Boats from all seven towns had closed the canal."
)
TEXTS = {
    "a.md": ("2021-03-05", "Lake Wire", STORY),
    "b.md": ("2021-03-06", "Inland Times", STORY + " With agencies."),
    "c.md": ("2021-03-09", "Lake Wire", "The council heard the fishermen and will vote on the sluice."),
    "d.md": ("2021-03-07", "Coast Post", STORY.replace("put off", "postponed")),
}


@pytest.fixture
def lake(tmp_path: Path) -> str:
    folder = tmp_path / "lake"
    folder.mkdir()
    for name, (day, source, text) in TEXTS.items():
        front = f"title: Article {name}\ndate: {day}\nsource: {source}\nlanguage: en\n"
        (folder / name).write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return str(folder)


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main([*words, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def files(found: list[dict[str, object]]) -> dict[object, set[object]]:
    """Return the copies of each article, by their files."""
    path = {record["id"]: record["path"] for record in found}
    return {record["path"]: {path[ident] for ident in record["copies"]} for record in found}


def test_each_hit_is_a_line_and_names_its_copies(capsys, lake: str):
    found = lines(capsys, "search", "sluice", "sort:date", "-d", lake)
    assert [record["path"] for record in found] == ["a.md", "b.md", "d.md", "c.md"]
    assert files(found) == {"a.md": {"b.md", "d.md"}, "b.md": {"a.md", "d.md"}, "d.md": {"a.md", "b.md"}, "c.md": set()}
    assert all("hits" not in record for record in found)


def test_grouped_each_text_is_a_line(capsys, lake: str):
    found = lines(capsys, "search", "sluice", "sort:-date", "--grouped", "-d", lake)
    assert [(record["path"], record["hits"], len(record["copies"])) for record in found] == [
        ("c.md", 1, 0),
        ("d.md", 3, 2),
    ]
    assert [
        record["path"]
        for record in lines(capsys, "search", "sluice sort:date", "--grouped", "--limit", "1", "-d", lake)
    ] == ["a.md"]


def test_a_copy_that_is_no_hit_is_named_but_not_counted(capsys, lake: str):
    (found,) = lines(capsys, "search", "postponed", "--grouped", "-d", lake)
    assert found["hits"] == 1
    assert len(found["copies"]) == 2


def test_the_table_says_for_how_many_a_line_stands(capsys, lake: str):
    assert main(["search", "sluice", "--grouped", "-d", lake]) == 0
    assert " ×3" in capsys.readouterr().out


def test_list_and_read_name_copies_too(capsys, lake: str):
    found = lines(capsys, "list", "-d", lake)
    assert files(found)["a.md"] == {"b.md", "d.md"}
    (read,) = lines(capsys, "read", "c.md", "-d", lake)
    assert read["copies"] == []


def test_of_very_many_copies_the_first_are_named(capsys, lake: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(records, "MOST_COPIES", 1)
    assert [len(record["copies"]) for record in lines(capsys, "list", "-d", lake)] == [1, 1, 1, 0]
