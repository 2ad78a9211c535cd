"""`mali-tui chronology` tells what happened when, in the forms that people and programs read."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tui.cli import main
from tui.core.explorer import Explorer
from tui.errors import ArticleNotFound


def test_a_line_holds_at_least_what_scripts_were_promised(capsys, dated: str):
    assert main(["chronology", "--json", "-d", dated]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["date"], one["precision"], one["source"]) for one in told] == [
        ("1987", "year", "Herald"),
        ("2021-03-01", "day", "Herald"),
        ("2021-03-01", "day", "Gazette"),
        ("2021-06", "month", "Herald"),
    ]
    assert told[0]["sentence"] == "In 1987 the old bridge fell."
    assert set(told[0]) >= {"date", "precision", "sentence", "id", "source", "published", "disputed"}


def test_json_and_jsonl_are_the_same(capsys, dated: str):
    main(["chronology", "--json", "-d", dated])
    first = capsys.readouterr().out
    for asked in (["--format", "jsonl"], ["--json", "--format", "jsonl"]):
        assert main(["chronology", *asked, "-d", dated]) == 0
        assert capsys.readouterr().out == first


def test_words_and_events_narrow_it(capsys, dated: str):
    assert main(["chronology", "harbour", "event:2021-06", "--json", "-d", dated]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["date"] for one in told] == ["2021-06"]


def test_the_table_has_a_row_for_each_statement(capsys, dated: str):
    assert main(["chronology", "-d", dated]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 5
    assert rows[1].startswith("1987 ")
    assert rows[3].startswith("1 Mar 2021           also")
    assert "undated" in rows[1]


def test_the_table_says_what_is_retold_and_what_was_inferred(capsys, dated: str, tmp_path):
    front = "---\ntitle: Sunk\ndate: 2021-03-05\nsource: Courier\nretold: true\nlanguage: en\n---\n\n"
    (tmp_path / "dated" / "e.md").write_text(front + "The ferry sank on Wednesday.\n", encoding="utf-8")
    assert main(["chronology", "sank", "-d", dated]) == 0
    assert "retold from Courier · date inferred" in capsys.readouterr().out
    assert main(["chronology", "sank", "--json", "-d", dated]) == 0
    (told,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (told["source"], told["retold"], told["inferred"]) == ("Courier", True, True)


def test_each_form_is_whole(capsys, dated: str):
    def printed(form: str) -> str:
        assert main(["chronology", "--format", form, "-d", dated]) == 0
        return capsys.readouterr().out

    assert "## 1 Mar 2021\n" in printed("markdown")
    table = list(csv.DictReader(io.StringIO(printed("csv"))))
    assert [row["date"] for row in table] == ["1987", "2021-03-01", "2021-03-01", "2021-06"]
    assert len(json.loads(printed("timelinejs"))["events"]) == 3
    calendar = printed("ics")
    assert calendar.startswith("BEGIN:VCALENDAR\r\n")
    assert calendar.endswith("END:VCALENDAR\r\n")


@pytest.mark.parametrize("form", ["markdown", "csv", "timelinejs", "ics"])
def test_two_forms_at_once_are_wrong_use(capsys, dated: str, form: str):
    assert main(["chronology", "--json", "--format", form, "-d", dated]) == 2
    out, said = capsys.readouterr()
    assert (out, said) == ("", f"mali-tui: Either --json or --format {form}: one output has one form.\n")


STATUS = [
    ("nothing found", ["volcano"], 1, "No dated event in volcano"),
    ("no date named", ["nobody"], 1, "No dated event"),
    ("a faulty query", ["sorce:x"], 2, "column 1"),
]


@pytest.mark.parametrize(("words", "status", "says"), [case[1:] for case in STATUS], ids=[case[0] for case in STATUS])
def test_exit_status_and_sentence(capsys, dated: str, words: list[str], status: int, says: str):
    assert main(["chronology", *words, "-d", dated]) == status
    assert says in capsys.readouterr().err


def test_what_no_calendar_can_place_is_told(capsys, dated: str, tmp_path):
    text = "The ferry sank on Friday. The bridge fell in 1987."
    (tmp_path / "dated" / "e.md").write_text(text + "\n", encoding="utf-8")
    assert main(["chronology", "ferry", "-d", dated]) == 0
    assert "1 more statement with a date that has no place in the calendar" in capsys.readouterr().err


WORDS = [
    ("all have them", ["bridge"], ""),
    ("one has them", ["opened"], "Words of the query are in 1 of 2 statements; the others are from the same articles."),
    (
        "some have them",
        ["closed"],
        "Words of the query are in 2 of 3 statements; the others are from the same articles.",
    ),
    (
        "none has them",
        ["meadow"],
        "Words of the query are in 0 of 1 statement; they are from the articles that it finds.",
    ),
    ("no words", ["source:herald"], ""),
    ("no query", [], ""),
]


@pytest.mark.parametrize(("words", "says"), [case[1:] for case in WORDS], ids=[case[0] for case in WORDS])
def test_statements_that_lack_the_words_of_the_query_are_counted(capsys, dated: str, tmp_path, words, says):
    (tmp_path / "dated" / "e.md").write_text("The weir broke in 1921. Now it is a meadow.\n", encoding="utf-8")
    assert main(["chronology", *words, "-d", dated]) == 0
    assert capsys.readouterr().err == (f"mali-tui: {says}\n" if says else "")


def test_an_article_that_goes_meanwhile_ends_nothing(capsys, dated: str, monkeypatch):
    def gone(*_: object) -> None:
        raise ArticleNotFound("It is gone.")

    monkeypatch.setattr(Explorer, "read", gone)
    assert main(["chronology", "opened", "-d", dated]) == 0
    out, said = capsys.readouterr()
    assert (len(out.splitlines()), said) == (3, "")


def test_an_unknown_form_is_wrong_use(dated: str):
    with pytest.raises(SystemExit) as ended:
        main(["chronology", "--format", "docx", "-d", dated])
    assert ended.value.code == 2
