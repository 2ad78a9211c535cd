"""`check`: every file, what lies within it, and every article whose date is to be looked at."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from tui.cli import main
from tui.commands.check import COLUMNS, Checked, _cells, _print, _records
from tui.commands.printer import Printer
from tui.dossier.account import FileAccount, Outcome, Sums, members_with
from tui.dossier.article import Provenance, PublishedDate
from tui.dossier.serialization import Head

READ, SKIPPED, FAILED = Outcome


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A dossier with a file of each kind: read, skipped, failed, undated, doubtful."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "2021-03-02.md").write_text("---\ntitle: =1+1\ndate: 2021-08-20\n---\n\nA ferry sank.\n")
    (folder / "calm.md").write_text("---\ntitle: Calm\ndate: 2021-08-21\n---\n\nNobody saw anything.\n")
    (folder / "lost.md").write_text("---\ntitle: Lost\n---\n\nNobody knows when.\n")
    (folder / "empty.md").write_text("")
    (folder / "noise.md").write_bytes(bytes(range(256)) * 20)
    return folder


def records(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> list[dict[str, object]]:
    main(["check", str(folder), "--json", *words])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_for_each_file_with_its_articles_to_look_at_then_the_sums(capsys, mixed: Path):
    *files, sums = records(capsys, mixed)
    articles = [article for line in files for article in line["to_check"]]
    assert [line["path"] for line in files] == ["2021-03-02.md", "calm.md", "empty.md", "lost.md", "noise.md"]
    assert {line["path"]: line["doubt"] for line in articles} == {
        "lost.md": None,
        "2021-03-02.md": "the front matter says 2021-08-20, the file name 2021-03-02",
    }
    assert articles[0]["candidates"] == [{"date": "2021-03-02", "precision": "day", "source": "file name"}]
    assert sums == {
        "files": 5,
        "read": 3,
        "skipped": 1,
        "failed": 1,
        "articles": 3,
        "undated": 1,
        "doubtful": 1,
        "left_out": 0,
        "failed_within": 0,
        "skipped_within": 0,
    }


ONLY = [
    ("failed", ["noise.md"]),
    ("skipped", ["empty.md"]),
    ("undated", ["lost.md"]),
    ("doubtful", ["2021-03-02.md"]),
]


@pytest.mark.parametrize(("only", "paths"), ONLY, ids=[case[0] for case in ONLY])
def test_only_one_kind_is_listed_on_demand_and_the_sums_stay_whole(capsys, mixed: Path, only: str, paths: list[str]):
    *lines, sums = records(capsys, mixed, "--only", only)
    assert [line["path"] for line in lines] == paths
    assert sums["files"] == 5


def test_nothing_of_a_kind_is_status_one(capsys, dossier: Path):
    assert main(["check", str(dossier), "--only", "failed"]) == 1
    assert "6 files: 6 read, 0 skipped, 0 failed.\n6 articles, 1 of them undated" in capsys.readouterr().out


def test_people_read_why_a_date_is_doubtful(capsys, mixed: Path):
    assert main(["check", str(mixed)]) == 0
    said = capsys.readouterr().out
    assert "5 files: 3 read, 1 skipped, 1 failed.\n3 articles, 1 of them undated, 1 of doubtful date" in said
    doubtful = said.partition("\nDoubtful")[2].splitlines()
    assert [line.strip() for line in doubtful[2:]] == [
        "the front matter says 2021-08-20, the file name 2021-03-02",
        "also 2021-03-02 (from the file name)",
        "2021-03-02.md",
    ]


def test_a_table_is_written_beside_the_dossier_and_never_into_it(capsys, mixed: Path, tmp_path: Path):
    assert main(["check", str(mixed), "--csv", str(tmp_path / "account.csv")]) == 0
    assert str(tmp_path / "account.csv") in capsys.readouterr().out
    first = (tmp_path / "account.csv").read_bytes()
    (tmp_path / "account.csv").write_text("notes of somebody")
    assert main(["check", str(mixed), "--csv", str(tmp_path / "account.csv")]) == 2
    assert (tmp_path / "account.csv").read_text() == "notes of somebody"
    assert "--force" in capsys.readouterr().err
    assert main(["check", str(mixed), "--csv", str(tmp_path / "account.csv"), "--force"]) == 0
    assert "Written to" in capsys.readouterr().out
    assert (tmp_path / "account.csv").read_bytes() == first
    assert first.startswith(b"kind,path,")
    main(["check", str(mixed), "--csv", "-"])
    assert capsys.readouterr().out.encode().replace(b"\r\n", b"\n") == first.replace(b"\r\n", b"\n")
    before = sorted(mixed.iterdir())
    assert main(["check", str(mixed), "--csv", str(mixed / "account.csv")]) == 2
    assert "never written" in capsys.readouterr().err
    assert sorted(mixed.iterdir()) == before


def test_no_cell_of_the_table_is_a_formula(capsys, mixed: Path):
    main(["check", str(mixed), "--csv", "-"])
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["kind"] for row in table] == ["file"] * 5 + ["article"] * 2
    assert table[-1]["title"] == "'=1+1"
    assert table[-1]["candidates"] == "2021-03-02 (from the file name)"


def test_one_output_has_one_form(capsys, mixed: Path):
    assert main(["check", str(mixed), "--csv", "-", "--json"]) == 2
    assert "one form" in capsys.readouterr().err


INNER = FileAccount(
    "a.zip/in.zip",
    READ,
    "2 files in it: 1 read, 1 failed",
    1,
    0,
    (
        FileAccount("a.zip/in.zip/x.md", READ, "", 1),
        FileAccount("a.zip/in.zip/y.md", FAILED, "not text"),
    ),
)
ARCHIVE = FileAccount(
    "a.zip",
    READ,
    "2 files in it: 1 read, 1 skipped",
    1,
    3,
    (
        INNER,
        FileAccount("a.zip/p.jpeg", SKIPPED, "not a supported format: .jpeg"),
    ),
)
HEAD = Head(
    *(1, "abcdefghij", "a.zip/in.zip/x.md", "Ferry", False, None, "", "", "", (), False, 3),
    doubt="the order of day and month is open",
    candidates=(PublishedDate.from_iso("2021-03", Provenance.PAGE_HEADER),),
    captured=date(2021, 3, 5),
)
CHECKED = Checked([ARCHIVE], [HEAD], [HEAD], Sums(1, 1, 0, 0, 1, 1, 1, 3))


def test_an_archive_holds_the_lines_of_its_members():
    file, _ = _records(CHECKED)
    (article,) = file["to_check"]
    inner, picture = file["members"]
    assert (picture["path"], picture["status"], picture["reason"]) == (
        "a.zip/p.jpeg",
        "skipped",
        "not a supported format: .jpeg",
    )
    assert [(one["path"], one["status"], one["articles"]) for one in inner["members"]] == [
        ("a.zip/in.zip/x.md", "read", 1),
        ("a.zip/in.zip/y.md", "failed", 0),
    ]
    assert (article["id"], article["captured"]) == ("abcdefghij", "2021-03-05")


def test_members_stand_below_their_archive(capsys):
    _print(CHECKED, Printer(False))
    rows = capsys.readouterr().out.splitlines()
    for row, place in zip(
        rows[2:5], ("└ a.zip/in.zip ", "└ └ a.zip/in.zip/x.md", "└ └ a.zip/in.zip/y.md "), strict=True
    ):
        assert f"  {place}" in row
    assert "            copy taken on 2021-03-05" in rows


def test_the_table_names_members_and_an_article_once():
    assert [(row[0], row[1], row[2]) for row in _cells(CHECKED)] == [
        ("file", "a.zip", "read"),
        ("member", "a.zip/in.zip", "read"),
        ("member", "a.zip/in.zip/x.md", "read"),
        ("member", "a.zip/in.zip/y.md", "failed"),
        ("member", "a.zip/p.jpeg", "skipped"),
        ("article", "a.zip/in.zip/x.md", "undated"),
    ]
    assert {len(row) for row in _cells(CHECKED)} == {len(COLUMNS)}


def test_of_an_archive_only_the_members_that_failed_are_kept():
    (kept,) = members_with([ARCHIVE, FileAccount("b.md", READ)], FAILED)
    assert [member.path for member in kept.members] == ["a.zip/in.zip"]
    assert [member.path for member in kept.members[0].members] == ["a.zip/in.zip/y.md"]


def test_strict_ends_with_3_only_where_a_file_failed(capsys, mixed: Path, dossier: Path):
    assert main(["check", "--strict", "-d", str(dossier)]) == 0
    assert main(["check", "-d", str(mixed)]) == 0
    assert main(["check", "--strict", "-d", str(mixed)]) == 3
    assert main(["check", "--strict", "--only", "undated", "-d", str(mixed)]) == 3
