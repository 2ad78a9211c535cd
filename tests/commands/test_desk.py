from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tui.cli import main
from tui.errors import no_room


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], dossier: Path):
    """Run a command on the dossier with --json; give its status, its lines and what it said."""

    def run(*words: str, folder: Path = dossier) -> tuple[int, list[dict[str, object]], str]:
        status = main([*words, "--json", "-d", str(folder)])
        out, err = capsys.readouterr()
        return status, [json.loads(line) for line in out.splitlines()], err

    return run


@pytest.fixture
def ferry(run) -> str:
    """The id of the article on the ferry."""
    return str(run("list")[1][0]["id"])


def exported(run, **more: Path) -> list[dict[str, object]]:
    return run("desk", "export", **more)[1]


def test_a_note_stands_where_its_quote_does(run, ferry):
    status, (event,), _ = run("note", ferry[:5], "--quote", "sank near the harbour", "--text", "Which one?")
    assert (status, event["op"], event["article"]) == (0, "note", ferry)
    assert event["body"] == {"text": "Which one?", "quote": "sank near the harbour"}
    (note,) = exported(run)
    assert {"id", "article", "quote", "sentence", "state", "start", "end", "text", "tags", "at", "by"} <= set(note)
    assert note["sentence"] == "A ferry sank near the harbour."
    (article,) = run("read", ferry)[1]
    assert article["text"][note["start"] : note["end"]] == note["quote"]
    assert (note["id"], note["state"]) == (event["id"], "anchored")


def test_a_note_may_be_on_a_whole_article_and_have_tags(run, ferry):
    status, events, _ = run("note", ferry, "--text", "To read", "--tag", "later", "--tag", "boats")
    assert (status, [event["op"] for event in events]) == (0, ["note", "tag", "tag"])
    (note,) = exported(run)
    assert (note["quote"], note["tags"]) == (None, ["later", "boats"])


def test_a_note_is_edited_tied_elsewhere_and_deleted(run, ferry):
    (event,) = run("note", ferry, "--quote", "ferry", "--text", "One")[1]
    ident = str(event["id"])
    assert run("note", "--edit", ident[:8], "--text", "Two", "--quote", "Nobody drowned")[0] == 0
    (note,) = exported(run)
    assert (note["text"], note["quote"]) == ("Two", "Nobody drowned")
    assert run("note", "--delete", ident)[0] == 0
    assert exported(run) == []
    run("desk", "undo")
    assert exported(run) == [note]


REFUSED = [
    ("no article", ["note", "--text", "x"], 2, "Name the article"),
    ("nothing to keep", ["note", "a.md"], 2, "Say what to keep"),
    ("words that are not there", ["note", "a.md", "--quote", "a volcano"], 1, "has no such words"),
    ("words that stand twice", ["note", "a.md", "--quote", "harbour"], 2, "stand 2 times"),
    ("a third of two", ["note", "a.md", "--quote", "harbour", "--nth", "3"], 2, "only 2 times"),
    ("an article that is not there", ["star", "zzz"], 1, "No article"),
    ("a note that is not there", ["note", "--delete", "zzz"], 2, "No note has an id"),
    ("a date that is none", ["correct", "a.md", "--date", "June"], 2, "is no date"),
    ("a language that is none", ["correct", "a.md", "--language", "Elvish"], 2, "no code of a language"),
    ("a value and none", ["correct", "a.md", "--date", "2021", "--as-in-file", "date"], 2, "one field, one value"),
    ("a query without a name", ["saved", "ferry"], 2, "Give the query a name"),
    ("a faulty query", ["saved", "--save", "x", "sorce:x"], 2, "column 1"),
    ("a time that is none", ["saved", "--save", "x", "--span", "June", "ferry"], 2, "is no time"),
    ("a saved query that is not there", ["saved", "--remove", "x"], 2, "No query is saved"),
    ("nothing to undo", ["desk", "undo"], 1, "Nothing is left to undo"),
    ("nothing to do again", ["desk", "redo"], 1, "Nothing is left to do again"),
    ("nothing to merge", ["desk", "merge"], 2, "Name the desks"),
    ("a desk that is not there", ["desk", "merge", "none.jsonl"], 2, "cannot be read"),
    ("a file for a log", ["desk", "log", "x"], 2, "takes no file"),
    ("tags to take off", ["tag", "a.md", "--off"], 2, "Say which tags"),
    ("an empty list of stars", ["star"], 1, ""),
    ("an empty log", ["desk", "log"], 1, ""),
]


@pytest.mark.parametrize(("words", "status", "says"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_done_is_told_in_one_sentence(run, words, status, says):
    found, records, said = run(*words)
    assert (found, records) == (status, [])
    assert says in said
    assert said.count("\n") <= 1


def test_tags_stars_and_statuses(run, ferry):
    assert [event["body"] for event in run("tag", ferry, "boats", "sea")[1]] == [{"tag": "boats"}, {"tag": "sea"}]
    run("tag", "b.md", "sea")
    assert run("tag")[1] == [{"tag": "sea", "articles": 2}, {"tag": "boats", "articles": 1}]
    run("tag", ferry, "sea", "--off")
    assert run("tag", ferry)[1] == [{"tag": "boats", "articles": 1}]
    run("star", ferry, "b.md")
    run("star", "b.md", "--off")
    assert [record["id"] for record in run("star")[1]] == [ferry]
    assert run("status", ferry)[1][0]["status"] == "unread"
    run("status", ferry, "to-check")
    assert [(record["id"], record["status"]) for record in run("status")[1]] == [(ferry, "to check")]


def test_saved_queries_tell_their_counts_and_what_is_new(run, dossier):
    run("saved", "--save", "Boats", "ferry", "-bridge")
    run("saved", "--save", "March", "--span", "2021-03", "*")
    boats, march = run("saved", "--seen")[1]
    assert (boats["name"], boats["query"], boats["count"], boats["new"]) == ("Boats", "ferry -bridge", 3, None)
    assert (march["span"], march["count"]) == ("2021-03", 2)
    text = "---\ntitle: New ferry\ndate: 2021-03-30\n---\n\nA new ferry came.\n"
    (dossier / "new.md").write_text(text, encoding="utf-8")
    assert [(each["count"], each["new"]) for each in run("saved")[1]] == [(4, 1), (3, 1)]
    run("saved", "--save", "Boats", "ferry")
    assert [each["query"] for each in run("saved")[1]] == ["ferry", "*"]
    run("saved", "--remove", "Boats")
    assert [each["name"] for each in run("saved")[1]] == ["March"]


def test_undo_and_redo_go_over_runs_and_say_what(run, ferry):
    run("star", ferry)
    run("tag", ferry, "a", "b")
    assert [event["op"] for event in run("desk", "undo")[1]] == ["tag", "tag"]
    ((event,), _) = run("desk", "undo")[1:]
    assert (event["op"], event["article"], event["turned"]) == ("star", ferry, "undone")
    assert run("star")[0] == 1
    run("desk", "redo")
    assert [record["id"] for record in run("star")[1]] == [ferry]
    log = run("desk", "log")[1]
    assert [(entry["op"], entry["holds"]) for entry in log][:3] == [("star", True), ("tag", False), ("tag", False)]
    assert log[-1]["undoes"]


def test_desks_of_two_people_merge(run, ferry, tmp_path, monkeypatch):
    mine, theirs = tmp_path / "mine.jsonl", tmp_path / "theirs.jsonl"
    run("star", ferry, "--desk", str(mine))
    monkeypatch.setenv("MALI_TUI_DATA", str(tmp_path / "other"))
    run("tag", ferry, "sea", "--desk", str(theirs))
    run("note", ferry, "--quote", "Nobody drowned", "--desk", str(theirs))
    (merged,) = run("desk", "merge", str(theirs), "--desk", str(mine))[1]
    assert merged["events"] == 2
    assert run("desk", "merge", str(theirs), "--desk", str(mine))[1][0]["events"] == 0
    assert len({entry["by"] for entry in run("desk", "log", "--desk", str(mine))[1]}) == 2
    assert run("tag", ferry, "--desk", str(mine))[1] == [{"tag": "sea", "articles": 1}]


def test_the_environment_names_a_desk(run, ferry, tmp_path, monkeypatch):
    monkeypatch.setenv("MALI_TUI_DESK", str(tmp_path / "mine.jsonl"))
    run("star", ferry)
    assert (tmp_path / "mine.jsonl").exists()


def test_the_dossier_is_never_written(run, ferry, dossier):
    before = {path: path.read_bytes() for path in dossier.iterdir()}
    assert run("star", ferry, "--desk", str(dossier / "desk.jsonl"))[0] == 2
    run("star", ferry)
    assert run("desk", "export", "-o", str(dossier / "notes.md"))[0] == 2
    assert {path: path.read_bytes() for path in dossier.iterdir()} == before


def test_a_dossier_that_was_moved_and_imported_anew_keeps_its_notes(run, ferry, dossier, tmp_path):
    run("note", ferry, "--quote", "sank near the harbour", "--text", "Where?")
    run("note", ferry, "--quote", "Nobody drowned", "--text", "Sure?")
    run("star", ferry)
    moved = Path(shutil.move(dossier, tmp_path / "moved"))
    (moved / "a.md").rename(moved / "ferry-sinks.md")
    page = (moved / "ferry-sinks.md").read_text(encoding="utf-8")
    page = page.replace("near the", "near\nthe").replace("Nobody drowned.", "It was windy.")
    (moved / "ferry-sinks.md").write_text(page, encoding="utf-8")
    status, notes, said = run("desk", "export", folder=moved)
    assert status == 0
    assert "goes on here" in said
    assert [(note["text"], note["state"]) for note in notes] == [("Where?", "anchored"), ("Sure?", "orphaned")]
    assert notes[0]["path"] == "ferry-sinks.md"
    assert notes[0]["article"] != ferry
    assert [record["id"] for record in run("star", folder=moved)[1]] == [notes[0]["article"]]


def test_the_note_of_an_article_that_is_gone_is_kept_as_an_orphan(run, ferry, dossier):
    run("note", ferry, "--quote", "Nobody drowned", "--text", "Sure?")
    (dossier / "a.md").unlink()
    (note,) = exported(run)
    assert (note["state"], note["title"], note["sentence"]) == ("orphaned", "Ferry sinks", "Nobody drowned.")


def test_exports_are_written_in_every_form(run, ferry, tmp_path, capsys, dossier):
    run("note", ferry, "--quote", "Nobody drowned", "--text", "=Sure?")
    for name, begins in (("n.md", "# Notes"), ("n.csv", "id,article"), ("n.jsonl", '{"id"'), ("n.jsonld", "{\n")):
        words = ["desk", "export", "-o", str(tmp_path / name), "-d", str(dossier)]
        assert main(words) == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
        assert main(words) == 2
        assert "--force" in capsys.readouterr().err
        assert main([*words, "--force"]) == 0
    assert main(["desk", "export", "--format", "markdown", "--by", "tag", "-d", str(dossier)]) == 0
    assert "Without a tag" in capsys.readouterr().out


def test_annotations_come_back_and_come_once(run, ferry, tmp_path, capsys, dossier):
    run("note", ferry, "--quote", "Nobody drowned", "--text", "Sure?", "--tag", "sea")
    before = exported(run)
    main(["desk", "export", "-o", str(tmp_path / "n.jsonld"), "-d", str(dossier)])
    capsys.readouterr()
    other = str(tmp_path / "other.jsonl")
    assert [event["op"] for event in run("desk", "import", str(tmp_path / "n.jsonld"), "--desk", other)[1]] == [
        "note",
        "tag",
    ]
    assert run("desk", "import", str(tmp_path / "n.jsonld"), "--desk", other)[1] == []
    (again,) = run("desk", "export", "--desk", other)[1]
    assert {key: again[key] for key in ("id", "quote", "state", "text", "tags")} == {
        key: before[0][key] for key in ("id", "quote", "state", "text", "tags")
    }


def test_an_annotation_of_nothing_here_is_kept_as_an_orphan(run, tmp_path):
    selector = {"type": "TextQuoteSelector", "exact": "a volcano"}
    page = {"id": "x", "bodyValue": "Hm", "target": {"source": "http://a.example/", "selector": selector}}
    (tmp_path / "x.json").write_text(json.dumps(page), encoding="utf-8")
    status, _, said = run("desk", "import", str(tmp_path / "x.json"))
    assert (status, "kept as orphans" in said) == (0, True)
    (note,) = exported(run)
    assert (note["state"], note["quote"]) == ("orphaned", "a volcano")


def test_a_command_that_cannot_keep_anything_fails(run, ferry, tmp_path, monkeypatch):
    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.desk.journal.os.write", refuse)
    assert no_room(OSError(28, ""))
    status, records, said = run("star", ferry)
    assert (status, records) == (2, [])
    assert "make room there" in said
    assert "--desk" in said


def test_what_cannot_be_read_of_a_desk_is_told(run, ferry, tmp_path):
    path = tmp_path / "desk.jsonl"
    run("star", ferry, "--desk", str(path))
    path.write_text(path.read_text(encoding="utf-8") + '{"v":2,"id":"x"}\n{"v":1,"id', encoding="utf-8")
    status, records, said = run("star", "--desk", str(path))
    assert (status, len(records)) == (0, 1)
    assert "newer version" in said
    assert "1 line of" in said


def test_for_people_lines_are_short(ferry, dossier, capsys):
    for words in (
        ["star", ferry],
        ["tag", ferry, "sea"],
        ["note", ferry, "--quote", "Nobody drowned"],
        ["correct", ferry, "--date", "2021"],
    ):
        assert main([*words, "-d", str(dossier)]) == 0
    for words in (
        ["star"],
        ["tag"],
        ["status", ferry],
        ["correct"],
        ["desk", "log"],
        ["desk", "where"],
        ["desk", "undo"],
    ):
        assert main([*words, "-d", str(dossier)]) == 0
    out = capsys.readouterr().out
    assert "sea" in out
    assert "undone: " in out
    assert f"{ferry}  date  2021" in out


def test_a_correction_holds_in_the_whole_program_until_it_is_undone(run, dossier, capsys):
    run("correct", "e.md", "--date", "2021-03-07", "--source", "Harbour News", "--title", "A harbour looks back")
    (found,) = [each for each in run("list")[1] if each["path"] == "e.md"]
    assert (found["date"], found["source"], found["title"]) == ("2021-03-07", "Harbour News", "A harbour looks back")
    assert found["date_source"] == "correction"
    assert [each["path"] if "path" in each else each["id"] for each in run("search", 'source:"harbour news"')[1]] == [
        "e.md"
    ]
    assert [each["title"] for each in run("search", "title:looks date:2021-03")[1]] == ["A harbour looks back"]
    assert run("timeline")[1][0] == {"bucket": "2021-03", "count": 3}
    assert main(["read", "e.md", "-d", str(dossier)]) == 0
    assert "2021-03-07 (set by you on " in capsys.readouterr().out
    cited = str(run("cite", "e.md")[1][0]["citation"])
    assert "day set by you" in cited
    assert "title set by you" in cited
    run("note", "e.md", "--text", "Mended")
    assert exported(run)[0]["date"] == "2021-03-07"
    run("desk", "undo")
    run("desk", "undo")
    (found,) = [each for each in run("list")[1] if each["path"] == "e.md"]
    assert (found["date"], found["source"], found["title"]) == (None, "Coast Post", "Looking back")
    assert run("search", 'source:"harbour news"')[0] == 1
    assert "set by you" not in str(run("cite", "e.md")[1][0]["citation"])


def test_a_correction_is_taken_back_by_itself(run):
    run("correct", "e.md", "--date", "2021-03-07", "--author", "Ada")
    run("correct", "e.md", "--as-in-file", "date")
    assert [(each["field"], each["value"]) for each in run("correct", "e.md")[1]] == [("author", "Ada")]
    (found,) = [each for each in run("list")[1] if each["path"] == "e.md"]
    assert (found["date"], found["author"]) == (None, "Ada")


def test_a_damaged_desk_stops_no_search(run, dossier, tmp_path, monkeypatch):
    (tmp_path / "diary.txt").write_text("Dear diary,\n")
    monkeypatch.setenv("MALI_TUI_DESK", str(tmp_path / "diary.txt"))
    status, records, said = run("search", "ferry")
    assert (status, len(records)) == (0, 5)
    assert "something else than a desk" in said
