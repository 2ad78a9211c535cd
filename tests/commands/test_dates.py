"""`mali-tui dates` names every date of a text with its place, its value and its sentence."""

from __future__ import annotations

import json

import pytest

from tui.cli import main


def records(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["dates", *words, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_date_has_its_place_and_its_value(capsys, dated: str):
    found = records(capsys, "a.md", "b.md", "-d", dated)
    told = [(one["text"], one["type"], one["value"], one["mod"], one["inferred"]) for one in found]
    assert told == [
        ("Monday", "DATE", "2021-03-01", None, True),
        ("the end of June", "DATE", "2021-06", "END", True),
        ("1 March 2021", "DATE", "2021-03-01", None, False),
        ("three weeks", "DURATION", "P3W", None, False),
    ]
    assert (found[0]["first"], found[0]["last"]) == ("2021-03-01", "2021-03-01")
    assert (found[3]["first"], found[3]["last"]) == (None, None)
    assert "4 Mar 2021" in str(found[0]["explanation"])
    assert found[1]["sentence"] == "It will be opened again by the end of June."


def test_places_are_those_of_the_text_that_read_prints(capsys, dated: str):
    found = records(capsys, "-d", dated)
    main(["read", "a.md", "b.md", "c.md", "--json", "-d", dated])
    texts = {one["id"]: one["text"] for one in map(json.loads, capsys.readouterr().out.splitlines())}
    assert {one["id"] for one in found} == set(texts)
    for one in found:
        assert texts[one["id"]][one["start"] : one["end"]] == one["text"]
        assert one["text"] in one["sentence"]


def test_the_table_shows_each_date_in_its_sentence(capsys, dated: str):
    assert main(["dates", "b.md", "-d", dated]) == 0
    head, first, second = capsys.readouterr().out.splitlines()
    assert head.split() == ["id", "date", "type", "value", "from", "sentence"]
    assert first.endswith("written  Workers closed the harbour on «1 March 2021».")
    assert second.endswith("It lasted «three weeks».")


def test_a_long_sentence_is_cut_round_the_date_and_says_so(capsys, dated: str, tmp_path):
    long = "very " * 40
    (tmp_path / "dated" / "e.md").write_text(f"A {long}day came in May 2020 with {long}rain.\n", encoding="utf-8")
    assert main(["dates", "e.md", "-d", dated]) == 0
    row = capsys.readouterr().out.splitlines()[1]
    assert "… very" in row
    assert "day came in «May 2020» with very" in row
    assert row.endswith("very …")


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_where_no_date_is_named_the_status_says_so(capsys, dated: str, more: list[str]):
    assert main(["dates", "d.md", "-d", dated, *more]) == 1
    assert capsys.readouterr().out == ""


def test_an_unknown_article_ends_it_before_anything_is_printed(capsys, dated: str):
    assert main(["dates", "a.md", "zzzz", "-d", dated]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "zzzz" in told.err
