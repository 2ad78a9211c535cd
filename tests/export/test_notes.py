from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from desk_events import anchor

from tui.desk.anchoring import AnchorState, Correction, Placement
from tui.desk.placed_note import PlacedNote
from tui.desk.state import Note
from tui.export.notes import COLUMNS, as_csv, as_json_lines, as_markdown, escaped

AT = "2024-05-06T12:00:00Z"
HERE = Placement(AnchorState.ANCHORED, 10, 19)


def placed(ident: str, name: str, text: str, placement: Placement = HERE, tags: tuple[str, ...] = ()) -> PlacedNote:
    note = Note(ident, anchor(name), text, "ada", AT, tags=tags)
    return PlacedNote(note, placement, f"The {name}", "Coast Post", "2021-03-04", f"{name}.md")


NOTES = [
    placed("n1", "heron", "Rare here.", tags=("birds", "May")),
    placed("n2", "heron", "", Placement(AnchorState.CHANGED, 10, 14, (Correction("303", "186"),))),
    placed("n3", "egret", "=1+1\n# no heading", Placement(AnchorState.ORPHANED), ("birds",)),
]


def test_markdown_by_article_has_quote_origin_state_and_text() -> None:
    assert as_markdown(NOTES).splitlines() == [
        *("# Notes", "", "## The heron", ""),
        *(
            "> came back",
            "",
            "— Coast Post, 2021-03-04 · anchored · `heron.md`",
            "",
            "Rare here.",
            "",
            "Tags: birds, May",
            "",
        ),
        *("> came back", "", "— Coast Post, 2021-03-04 · changed · `heron.md`", "", "**Changed since:** 303 → 186", ""),
        *("## The egret", "", "> came back", "", "— Coast Post, 2021-03-04 · orphaned · `egret.md`", ""),
        "**Orphaned:** the sentence is no longer in the article. It read: The heron came back in May.",
        *("", "=1+1  ", "\\# no heading", "", "Tags: birds"),
    ]


def test_markdown_by_tag_repeats_a_note_under_each_of_its_tags() -> None:
    headings = [line for line in as_markdown(NOTES, "tag").splitlines() if line.startswith("## ")]
    assert headings == ["## birds", "## May", "## Without a tag"]
    assert as_markdown(NOTES, "tag").count("Rare here.") == 2


def test_hostile_text_is_no_markup() -> None:
    assert escaped("<script>*x*</script> [a](b)\x1b[31m") == "\\<script\\>\\*x\\*\\</script\\> \\[a\\](b)\\[31m"
    assert escaped("- 1. item") == "\\- 1. item"


def test_no_cell_of_the_table_is_a_formula() -> None:
    head, *rows = csv.reader(io.StringIO(as_csv(NOTES), newline=""))
    assert tuple(head) == COLUMNS
    assert [row[head.index("text")] for row in rows] == ["Rare here.", "", "'=1+1\n# no heading"]
    assert [row[head.index("changes")] for row in rows] == ["", "303 → 186", ""]
    assert rows[0][head.index("tags")] == "birds; May"


def test_json_lines_have_every_field() -> None:
    records = [json.loads(line) for line in as_json_lines(NOTES).splitlines()]
    assert all(tuple(record) == COLUMNS for record in records)
    assert [(record["state"], record["start"]) for record in records] == [
        ("anchored", 10),
        ("changed", 10),
        ("orphaned", None),
    ]
    assert records[1]["changes"] == [{"old": "303", "new": "186"}]


def test_a_note_on_a_retold_article_says_so() -> None:
    retold = replace(NOTES[0], retold=True)
    assert "— retold from Coast Post, 2021-03-04 · anchored" in as_markdown([retold])
    assert json.loads(as_json_lines([retold]))["retold"] is True
