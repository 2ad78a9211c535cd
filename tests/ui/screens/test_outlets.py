"""Somebody looks which outlets wrote of a matter and when, and which were silent."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tui.core.explorer import Explorer
from tui.errors import MaliTuiError
from tui.ui.screens.dossier import DossierScreen
from tui.ui.screens.outlets import OutletsScreen
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.outlet_list import OutletList

SIZES = [(160, 45), (120, 36), (80, 24), (40, 12)]
NAMES = [f"{width}x{height}" for width, height in SIZES]

ARTICLES = (
    ("2021-03-01", "Lake Post", "The harbour is closed."),
    ("2021-03-20", "Lake Post", "The harbour is still closed."),
    ("2021-05-02", "Lake Post", "Snow in May."),
    ("2021-05-03", "Inland Times", "The harbour opens."),
    ("2021-03-05", "Inland Times", "Nothing new."),
    ("2021-04-05", "Courier", "Snow in April."),
    ("", "Courier", "A day without a harbour."),
)


@pytest.fixture
def silence(tmp_path: Path) -> Path:
    folder = tmp_path / "silence"
    folder.mkdir()
    for place, (day, source, text) in enumerate(ARTICLES):
        front = f"title: Piece {place}\nsource: {source}\nlanguage: en\n" + (f"date: {day}\n" if day else "")
        (folder / f"{place}.md").write_text(f"---\n{front}---\n\n{text} It is number {place}.\n", encoding="utf-8")
    return folder


def listed(reader) -> OutletList:
    return reader.app.screen.query_one(OutletList)


def row(reader, outlet: str) -> str:
    return next(row for row in reader.rows if outlet in row)


@pytest.mark.parametrize("size", SIZES, ids=NAMES)
async def test_who_is_silent_looks_different_from_who_has_nothing_of_that_time(visit, silence, size):
    async with visit(silence, size, query="harbour") as reader:
        await reader.press("B", "Z")
        shown = listed(reader)
        assert shown.matrix.granularity.value == "month"
        assert [row.source for row in shown.rows] == ["Lake Post", "Courier", "Inland Times"]
        voices = {row.source: [cell.voice.value for cell in row.cells] for row in shown.rows}
        assert voices == {
            "Lake Post": ["heard", "absent", "silent"],
            "Inland Times": ["silent", "absent", "heard"],
            "Courier": ["absent", "silent", "absent"],
        }
        assert "Outlets by time"[: size[0]] in reader.rows[0]


async def test_the_cell_is_explained_and_leads_to_its_articles(visit, silence):
    async with visit(silence, query="harbour") as reader:
        await reader.press("B", "Z", "g", "left", "left", "left")
        assert "Lake Post, Mar 2021: 2 of its 2 articles." in reader.text
        assert row(reader, "LP  Lake Post").split()[-3:] == ["2", "2", "0"]
        await reader.press("enter")
        assert isinstance(reader.app.screen, DossierScreen)
        assert reader.app.screen.asked.text == 'harbour source:="Lake Post" date:2021-03-01..2021-03-31'
        assert reader.app.screen.view.total == 2
        assert isinstance(reader.app.focused, ArticleList)
        await reader.press("q")
        assert isinstance(reader.app.screen, OutletsScreen)
        assert "Lake Post, Mar 2021" in reader.text
        await reader.press("q")
        assert reader.app.screen.asked.text == "harbour"


async def test_a_silent_cell_leads_to_what_the_outlet_wrote_then(visit, silence):
    async with visit(silence, query="harbour") as reader:
        await reader.press("B", "Z", "right")
        assert "Lake Post, May 2021: silent, none of its 1 article." in reader.text
        await reader.press("left")
        assert "Lake Post, Apr 2021: no article of that time in the dossier." in reader.text
        await reader.press("enter")
        assert "There is nothing to list" in reader.text
        await reader.press("right", "enter")
        assert reader.app.screen.asked.text == 'source:="Lake Post" date:2021-05-01..2021-05-31'
        assert reader.app.screen.view.total == 1


async def test_columns_are_finer_and_coarser_as_on_the_timeline(visit, silence):
    async with visit(silence, query="harbour") as reader:
        await reader.press("B")
        assert listed(reader).matrix.granularity.value == "week"
        await reader.press("z")
        assert listed(reader).matrix.granularity.value == "day"
        await reader.press("z")
        assert "There is no such unit." in reader.text
        await reader.press("Z", "Z", "Z", "Z")
        assert listed(reader).matrix.granularity.value == "year"
        assert row(reader, "LP  Lake Post").split()[-1] == "2"
        await reader.press("v")
        assert row(reader, "LP  Lake Post").split()[-1] == "67%"
        assert "shares of what each wrote" in reader.rows[0]


async def test_a_click_chooses_a_cell(visit, silence):
    async with visit(silence, query="harbour") as reader:
        await reader.press("B", "Z")
        shown = listed(reader)
        x = shown.sight.name_cells + 2
        await reader.pilot.click(OutletList, offset=(x, 1))
        await reader.rest()
        assert (shown.row.source, shown.column) == ("Courier", 0)
        assert "Courier, Mar 2021: no article of that time" in reader.text


async def test_the_span_of_the_question_is_the_time_across(visit, silence):
    async with visit(silence, query="date:2021-04") as reader:
        await reader.press("B", *["Z"] * 4)
        assert listed(reader).matrix.columns == 1
        assert "1 hit of 1 outlet, 2 silent" in reader.rows[0]


async def test_words_narrow_the_outlets_and_what_is_listed_is_written(visit, silence, elsewhere):
    async with visit(silence, query="harbour") as reader:
        await reader.press("B", "Z", "slash")
        await reader.write("courier")
        assert [row.source for row in listed(reader).rows] == ["Courier"]
        await reader.press("enter", "x", "enter")
        assert "Wrote 1 outlet" in reader.text
        with (elsewhere / "outlets.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [(row["time"], row["voice"], row["articles"]) for row in rows] == [
            ("2021-03", "absent", "0"),
            ("2021-04", "silent", "1"),
            ("2021-05", "absent", "0"),
            ("", "heard", "1"),
        ]
        await reader.press("escape", "x")
        reader.app.screen.query_one("FileName").value = "all.json"
        await reader.press("enter")
        assert len(json.loads((elsewhere / "all.json").read_text(encoding="utf-8"))) == 10
        await reader.press("slash")
        await reader.write("nobody")
        assert "No outlet has these words." in reader.text
        await reader.press("enter", "enter", "x", "v", "left", "G", "z")
        assert isinstance(reader.app.screen, OutletsScreen)


async def test_without_any_day_there_are_no_columns(visit, tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: A\nsource: Post\n---\n\nThe harbour.\n", encoding="utf-8")
    async with visit(tmp_path, query="harbour") as reader:
        await reader.press("B")
        assert "No article has a day on which it was published." in reader.text
        await reader.press("left", "enter", "z", "v", "x", "q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_outlets_that_cannot_be_counted_say_so(visit, silence, monkeypatch):
    async with visit(silence, query="harbour") as reader:

        def broken(*_):
            raise MaliTuiError("The cache is gone; start again.")

        monkeypatch.setattr(Explorer, "labels", broken)
        await reader.press("B")
        assert "The cache is gone; start again." in reader.text
        assert "The outlets could not be counted." in reader.text
        await reader.press("z", "enter", "x", "q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_an_archive_that_is_too_large_to_be_looked_through_says_so(visit, silence, monkeypatch):
    async with visit(silence, query="harbour") as reader:
        monkeypatch.setattr(Explorer, "labels", lambda *_: iter(()))
        await reader.press("B")
        assert "Outlets by time are counted in all articles of a dossier on this machine" in " ".join(
            reader.text.split()
        )


async def test_the_keys_are_in_the_help_and_the_palette(visit, silence):
    async with visit(silence, query="harbour") as reader:
        await reader.press("question_mark")
        assert "outlets by time" in reader.text
        await reader.press("escape", "B", "question_mark")
        assert "coarser columns" in reader.text
        await reader.press("escape", "colon")
        await reader.write("finer")
        assert "Finer columns" in reader.text
