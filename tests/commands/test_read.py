"""What `read` and `list` tell of a date: where it was read, what speaks against it, what else the file offers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.cli import main

OFFERED = [{"date": "2021-03-02", "precision": "day", "source": "file name"}]


@pytest.fixture
def torn(tmp_path: Path) -> str:
    """A dossier with an article whose file name and front matter disagree, and one that nothing speaks against."""
    folder = tmp_path / "torn"
    folder.mkdir()
    (folder / "2021-03-02 ferry.md").write_text(
        "---\ntitle: Ferry sinks\ndate: 2021-08-20\nurl: https://coast.example/ferry\n---\n\nA ferry sank.\n"
    )
    (folder / "calm.md").write_text("---\ntitle: Calm\ndate: 2021-08-21\n---\n\nNobody saw anything.\n")
    return str(folder)


@pytest.mark.parametrize("words", [["list"], ["read", "2021-03-02 ferry.md", "calm.md"]], ids=["list", "read"])
def test_a_doubtful_date_comes_with_its_doubt_and_the_other_dates(capsys, torn: str, words: list[str]):
    assert main([*words, "--json", "-d", torn]) == 0
    doubtful, calm = map(json.loads, capsys.readouterr().out.splitlines())
    assert doubtful["date"] == "2021-08-20"
    assert doubtful["doubt"] == "the front matter says 2021-08-20, the file name 2021-03-02"
    assert doubtful["candidates"] == OFFERED
    assert doubtful["captured"] is None
    assert doubtful["address"] == "https://coast.example/ferry"
    assert {name: calm[name] for name in ("doubt", "candidates", "captured", "address")} == {
        "doubt": None,
        "candidates": [],
        "captured": None,
        "address": None,
    }


def test_the_head_of_a_text_says_that_its_date_is_doubtful(capsys, torn: str):
    main(["read", "2021-03-02 ferry.md", "calm.md", "-d", torn])
    doubtful, calm = capsys.readouterr().out.split("─" * 40)
    assert "\nThe date is doubtful: the front matter says 2021-08-20, the file name 2021-03-02.\n" in doubtful
    assert "\nhttps://coast.example/ferry\n" in doubtful
    assert "also 2021-03-02 (from the file name)" in doubtful
    assert "doubtful" not in calm


def test_what_was_left_out_is_printed_below_where_it_is_asked_for(capsys, tmp_path: Path):
    (tmp_path / "quay.md").write_text("---\ntitle: New quay\n---\n\n# New quay\n\nA crane came.\n")
    (tmp_path / "calm.md").write_text("---\ntitle: Calm\n---\n\nNobody saw anything.\n")
    assert main(["read", "quay.md", "calm.md", "--left-out", "-d", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "A crane came.\n\nLeft out, 1 line:\n  New quay\n" in printed
    assert printed.endswith("Nobody saw anything.\n\nNothing was left out.\n")
    assert main(["read", "quay.md", "-d", str(tmp_path)]) == 0
    assert "Left out" not in capsys.readouterr().out


def left_out(capsys, folder: Path, name: str) -> str:
    assert main(["read", name, "--left-out", "-d", str(folder)]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.md", "---\ntitle: Calm\nmood: windy\n---\n\nNobody saw it.\n", "mood: windy"),
        ("a.txt", "Title: Calm\nDate: 4 March 2023\nDesk: night\n\nNobody saw it.\n", "Desk: night"),
        ("a.csv", "title,text,desk\nCalm,Nobody saw it.,night\n", "desk: night"),
        ("a.json", '[{"title": "Calm", "text": "Nobody saw it.", "geo": {"place": "Tassara"}}]', "geo.place: Tassara"),
        ("a.sgml", "<DOC><TITLE>Calm</TITLE><DESK>night shift</DESK><TEXT>Nobody saw it.</TEXT></DOC>", "night shift"),
        (
            "a.html",
            "<title>Calm</title><nav><a href=/>Tides</a></nav><article><h1>Calm</h1><p>Nobody saw it at the weir.</p>"
            "<p>They came at noon, and it was gone by then.</p></article>",
            "Tides",
        ),
    ],
)
def test_nothing_was_left_out_is_never_said_of_a_file_with_more_in_it(
    capsys, tmp_path: Path, name: str, content: str, word: str
) -> None:
    (tmp_path / name).write_text(content)
    printed = left_out(capsys, tmp_path, name)
    assert word in printed
    assert "Nothing was left out" not in printed


def test_of_a_file_with_more_to_say_in_the_account_nothing_is_assured(capsys, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        "Calm\n\nNobody saw the café there, and nobody at the weir knew why.\n".encode("cp1252")
    )
    printed = left_out(capsys, tmp_path, "a.txt")
    assert "No line was left out, but of the file: not UTF-8 throughout" in printed


def test_a_day_that_was_left_out_is_offered_and_no_file_is_said_to_hold_none(capsys, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text,number\nCalm,Nobody saw it.,issue of 4 March 2023\n")
    printed = left_out(capsys, tmp_path, "a.csv")
    assert "2023-03-04 (from the lines left out)" in printed
    assert "The date is doubtful" in printed
    (tmp_path / "b.csv").write_text("title,text,seen\nCalm,Nobody saw it.,4 March 2023 or 9 May 2023\n")
    printed = left_out(capsys, tmp_path, "b.csv")
    assert "undated: no publication date could be found" in printed
    assert "also 2023-03-04 (from the lines left out)" in printed
    assert "holds no date" not in printed


def test_the_account_says_how_often_days_like_a_doubtful_one_were_right(capsys, tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2023-03-04T10:00:00Z">'
    body = "<p>Nobody saw it at the weir, and they all came at noon.</p>" * 3
    (tmp_path / "a.html").write_text(
        f"<html><head><title>Calm</title>{head}</head><body><h1>Calm</h1>{body}</body></html>"
    )
    assert main(["check", "--only", "doubtful", "-d", str(tmp_path)]) == 0
    assert "On 65 pages of known days, 91% of those from the page metadata were right." in capsys.readouterr().out
