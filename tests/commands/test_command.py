from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tui.base.printable import printable
from tui.cli import main
from tui.commands import command, parser


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, object]]]:
    """Run a verb with --json and return its status and its lines."""
    status = main([*words, "--json"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def dated(folder: Path) -> None:
    """Add an article that tells of an event."""
    front = "---\ntitle: Ferry lost\ndate: 2021-03-06\nsource: Lake Post\nlanguage: en\n---\n"
    (folder / "g.md").write_text(f"{front}\nThe last ferry left the harbour on 4 March 2021.\n", encoding="utf-8")


def test_list_names_every_article_with_where_its_date_was_read(capsys, dossier: Path):
    status, records = lines(capsys, "list", "-d", str(dossier))
    assert status == 0
    assert [record["title"] for record in records][-1] == "Looking back"
    assert set(records[0]) >= {
        "id",
        "path",
        "title",
        "date",
        "date_precision",
        "date_source",
        "source",
        "author",
        "language",
        "words",
    }
    assert records[0] | {"id": "?"} == records[0] | {"id": "?", "date": "2021-03-04", "date_source": "front matter"}
    assert records[-1]["date"] is None
    assert [record["date_precision"] for record in records] == ["day", "day", "day", "month", "day", None]


def test_read_prints_the_text_by_the_beginning_of_an_id(capsys, dossier: Path):
    _, records = lines(capsys, "list", "-d", str(dossier))
    wanted = str(records[0]["id"])
    status, read = lines(capsys, "read", wanted[:5], "-d", str(dossier))
    assert status == 0
    assert read[0]["text"] == "A ferry sank near the harbour. The harbour master saw it.\n\nNobody drowned."
    assert read[0]["id"] == wanted


def test_search_ranks_and_says_where_it_matched(capsys, dossier: Path):
    status, hits = lines(capsys, "search", "harbour", "-d", str(dossier))
    assert status == 0
    assert len(hits) == 3
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    for hit in hits:
        _, read = lines(capsys, "read", str(hit["id"]), "-d", str(dossier))
        for match in hit["matches"]:
            assert read[0]["text"][match["start"] : match["end"]] == match["text"]
            assert match["text"].lower() == "harbour"


def test_search_finds_what_shares_rare_words_with_an_article(capsys, tmp_path: Path):
    texts = ("The dredger came to the quay.", "A dredger left the quay.", *(f"Town number {n}." for n in range(9)))
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.md").write_text(f"---\ntitle: Piece {number}\n---\n\n{text}\n", encoding="utf-8")
    status, hits = lines(capsys, "search", "--related", "0.md", "-d", str(tmp_path))
    assert (status, [hit["title"] for hit in hits]) == (0, ["Piece 1"])
    assert {match["text"] for match in hits[0]["matches"]} == {"dredger", "quay"}
    assert lines(capsys, "search", "--related", "5.md", "-d", str(tmp_path)) == (1, [])
    assert main(["search", "--related", "0.md", "town date:", "-d", str(tmp_path)]) == 2
    assert "column 6: date:" in capsys.readouterr().err


def test_search_stops_at_the_limit(capsys, dossier: Path):
    assert len(lines(capsys, "search", "ferry", "--limit", "2", "-d", str(dossier))[1]) == 2


def test_a_query_of_several_words_needs_no_quotes(capsys, dossier: Path):
    assert len(lines(capsys, "search", "ferry", "harbour", "-d", str(dossier))[1]) == 3


@pytest.mark.parametrize("unit", ["day", "month", "year"])
def test_timeline_counts_every_article_once(capsys, dossier: Path, unit: str):
    status, buckets = lines(capsys, "timeline", "--by", unit, "-d", str(dossier))
    assert status == 0
    assert sum(bucket["count"] for bucket in buckets) == 6
    assert buckets[-1] == {"bucket": None, "count": 1}


def test_timeline_shows_empty_months(capsys, dossier: Path):
    _, buckets = lines(capsys, "timeline", "-d", str(dossier))
    assert [bucket["bucket"] for bucket in buckets[:5]] == ["2021-03", "2021-04", "2021-05", "2021-06", "2021-07"]
    assert [bucket["count"] for bucket in buckets[:5]] == [2, 0, 0, 0, 2]


def test_check_accounts_for_every_file(capsys, dossier: Path):
    (dossier / "picture.bin").write_bytes(b"\x00\x01\x02" * 100)
    status, records = lines(capsys, "check", "-d", str(dossier))
    assert status == 0
    *files, sums = records
    assert {record["path"] for record in files} == {*(f"{name}.md" for name in "abcdef"), "picture.bin"}
    assert sums["files"] == 7 == sums["read"] + sums["skipped"] + sums["failed"]
    assert sums["articles"] == 6 == sum(record["articles"] for record in files)
    assert all(record["reason"] for record in files if record["status"] != "read")


STATUS = [
    ("a hit", ["search", "ferry"], 0, ""),
    ("no hit", ["search", "volcano"], 1, "No article matches"),
    ("nothing to look for", ["search"], 2, "Say what to look for"),
    ("no bucket", ["timeline", "volcano"], 1, "No article matches"),
    ("a faulty query", ["search", "sorce:x"], 2, "column 1"),
    ("a clause that breaks off", ["search", "ferry AND date:"], 2, "column 11: date: is incomplete"),
    ("a clause that breaks off, counted", ["timeline", "is:"], 2, "column 1: is: is incomplete"),
    ("a clause that breaks off, told", ["chronology", "text:"], 2, "column 1: text: is incomplete"),
    ("empty quotation marks", ["search", '""'], 2, 'column 1: "" is incomplete'),
    ("no letter at all", ["search", "🚧"], 2, "column 1: 🚧 has no letter"),
    ("a word without a letter", ["search", "ferry 🚧"], 0, "In the query, 🚧 is ignored"),
    ("a distance that is no number", ["search", "ferry NEAR/ harbour"], 2, "column 7"),
    ("everything that is of a date", ["search", "sort:-date"], 0, ""),
    ("no such article", ["read", "zzzz"], 1, "zzzz"),
]


@pytest.mark.parametrize(("words", "status", "says"), [case[1:] for case in STATUS], ids=[case[0] for case in STATUS])
def test_exit_status_and_sentence(capsys, dossier: Path, words: list[str], status: int, says: str):
    assert main([*words, "-d", str(dossier)]) == status
    error = capsys.readouterr().err
    assert says in error
    assert bool(says) == bool(error)


ARRANGED = [
    ("a minus in front", ["-camp"], ["--", "-camp"]),
    ("a field behind a minus", ["-event:2023"], ["--", "-event:2023"]),
    ("a field that begins as an option does", ["-date:2023", "-d", "x"], ["-d", "x", "--", "-date:2023"]),
    ("an option within the query", ["gao", "--json", "camp"], ["--json", "--", "gao", "camp"]),
    ("an option with a value", ["gao", "--limit", "2", "-camp"], ["--limit", "2", "--", "gao", "-camp"]),
    ("the beginning of an option", ["--lim", "2", "gao"], ["--lim", "2", "--", "gao"]),
    ("an option with an equals sign", ["--limit=2", "gao"], ["--limit=2", "--", "gao"]),
    ("a folder right behind its option", ["-d/", "gao"], ["-d/", "--", "gao"]),
    ("behind two minus signs", ["--json", "--", "--limit", "-gao"], ["--json", "--", "--limit", "-gao"]),
    ("an option that there is not", ["--colour", "gao"], ["--colour", "--", "gao"]),
]


@pytest.mark.parametrize(("words", "arranged"), [case[1:] for case in ARRANGED], ids=[case[0] for case in ARRANGED])
def test_options_come_before_a_query_that_may_begin_with_a_minus(words: list[str], arranged: list[str]):
    assert command.arranged(words, parser.verb_parsers(parser.verbs_parser())["search"]) == arranged


@pytest.mark.parametrize("verb", ["search", "timeline", "chronology"])
def test_a_query_may_begin_with_a_minus(capsys, dossier: Path, verb: str):
    dated(dossier)
    status, found = lines(capsys, verb, "-volcano", "-d", str(dossier))
    assert status == 0
    assert (status, found) == lines(capsys, verb, "NOT volcano", "-d", str(dossier))
    assert (
        lines(capsys, "search", "-ferry", "-d", str(dossier))[1] != lines(capsys, "search", "*", "-d", str(dossier))[1]
    )


@pytest.mark.parametrize("words", [["list", "--colour"], ["search", "--colour", "a"], ["check", "a", "b"]])
def test_what_a_verb_does_not_know_is_told_with_its_own_usage(capsys, words: list[str]):
    with pytest.raises(SystemExit) as stopped:
        main(words)
    error = capsys.readouterr().err
    assert stopped.value.code == 2
    assert f"usage: mali-tui {words[0]} " in error
    assert "not understood: " in error


def test_a_missing_folder_is_one_sentence(capsys, tmp_path: Path):
    assert main(["list", "-d", str(tmp_path / "nowhere")]) == 2
    error = capsys.readouterr().err
    assert error.startswith("mali-tui: There is no folder")
    assert error.count("\n") == 1


@pytest.mark.parametrize("verb", ["search", "figures", "chronology", "count", "quotes"])
def test_a_folder_where_a_query_stands_is_told_with_the_command_that_was_meant(capsys, dossier: Path, verb: str):
    assert main([verb, str(dossier), "camp"]) == 2
    printed = capsys.readouterr()
    assert (
        f"is a folder, and this command takes the words of a query; for that folder: mali-tui {verb} -d " in printed.err
    )
    assert printed.err.endswith("dossier camp\n")
    assert not printed.out


def test_words_that_are_no_folder_are_searched_even_where_they_look_like_a_path(capsys, dossier: Path):
    assert main(["search", "/nowhere/at/all", "-d", str(dossier)]) == 1
    assert main(["search", str(dossier), "-d", str(dossier)]) == 1
    assert "is a folder" not in capsys.readouterr().err


def test_an_empty_folder_finds_nothing(capsys, tmp_path: Path):
    assert main(["list", "-d", str(tmp_path)]) == 1
    assert main(["check", "-d", str(tmp_path)]) == 1
    assert capsys.readouterr().out


def test_aligned_text_is_printed_without_json(capsys, dossier: Path):
    main(["list", "-d", str(dossier)])
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].split() == ["id", "date", "title", "source", "date", "from", "words"]
    assert len({row.index("2021") for row in rows[1:5]}) == 1
    main(["check", "-d", str(dossier)])
    assert "6 files: 6 read, 0 skipped, 0 failed." in capsys.readouterr().out


def test_the_bundled_dossier_answers_without_a_folder(capsys, bundled: Path):
    status, records = lines(capsys, "list")
    assert status == 0
    assert {record["path"] for record in records} == {path.name for path in bundled.glob("*.md")} - {"README.md"}


def run(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "verb", ["list", "search ferry", "check", "timeline", "timeline --clock mentioned", "dates", "chronology"]
)
def test_verbs_do_not_load_textual(process_environment, dossier: Path, verb: str):
    dated(dossier)
    code = f"""
import sys
from tui.cli import main
status = main({verb.split()!r} + ["-d", {str(dossier)!r}])
print("textual" in sys.modules, file=sys.stderr)
sys.exit(status)
"""
    done = run(code, process_environment)
    assert (done.returncode, done.stderr) == (0, "False\n")


def test_version_and_help_load_nothing_heavy(process_environment):
    code = """
import sys
from tui.cli import main
try:
    main(["--version"])
finally:
    print([name for name in ("textual", "whoosh", "rich", "sqlite3", "yaml") if name in sys.modules])
"""
    done = run(code, process_environment)
    assert done.stdout.splitlines()[-1] == "[]"
    assert done.stdout.startswith("mali-tui ")


def test_listing_does_not_load_the_engine(process_environment, dossier: Path):
    main(["list", "-d", str(dossier)])
    code = f"""
import sys
from tui.cli import main
main(["list", "-d", {str(dossier)!r}])
print("whoosh" in sys.modules, file=sys.stderr)
"""
    assert run(code, process_environment).returncode == 0
    environment = process_environment
    assert run(code, environment).stderr == "False\n"


ODD = "odd\x9b2J\u202egnp\U000e0067\x7f.md"


@pytest.mark.parametrize("words", [["list"], ["search", "ferry"], ["check"], ["read", ODD], ["dates", ODD]])
def test_json_shows_no_character_of_a_file_name_that_acts_on_a_terminal(tmp_path, capsys, words):
    (tmp_path / ODD).write_text("A ferry sank on 3 May 2021.\n", encoding="utf-8")
    assert main([*words, "--json", "-d", str(tmp_path)]) == 0
    written = capsys.readouterr().out
    assert printable(written) == written
    found = [json.loads(line) for line in written.splitlines()]
    assert words[0] in ("search", "dates") or found[0]["path"] == ODD
