"""Somebody takes passages, citations and files from the list and the reader."""

from __future__ import annotations

import csv
import json

import pytest

from tui.search.passage import Passage
from tui.ui.screens.dossier.take_away import cited_passage

CITED = "Lake Post, “The ferry is gone”, 6 March 2021"

PASSAGES = [
    ("none", None, ""),
    ("whole", Passage("The last ferry left."), "The last ferry left."),
    ("between sentences", Passage("The ferry left. Gone.", (), True, True), "The ferry left. Gone."),
    ("within sentences", Passage("ferry left the", (), True, True), "… ferry left the …"),
    ("a sentence that ends in a quotation", Passage("“Gone.”", (), True, True), "“Gone.”"),
]


@pytest.mark.parametrize(("passage", "words"), [case[1:] for case in PASSAGES], ids=[case[0] for case in PASSAGES])
def test_a_passage_shows_where_it_was_cut(passage, words):
    assert cited_passage(passage) == words


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_somebody_quotes_from_the_list(visit, lost_ferry, size):
    async with visit(lost_ferry, size, query="fishermen") as reader:
        await reader.press("y")
        assert reader.app.clipboard.startswith("“")
        assert "signed an agreement with the fishermen." in reader.app.clipboard
        assert reader.app.clipboard.endswith(f" ({CITED})")
        await reader.press("Y")
        assert CITED not in reader.app.clipboard
        assert "fishermen" in reader.app.clipboard
        await reader.press("c")
        assert reader.app.clipboard == CITED


async def test_without_a_passage_the_list_has_the_citation_alone(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("G", "Y")
        assert "No passage is shown here" in reader.text
        assert not reader.app.clipboard
        await reader.press("y")
        assert reader.app.clipboard.startswith("Lake Post, “")


async def test_somebody_quotes_from_the_reader(visit, lost_ferry):
    async with visit(lost_ferry, query="ferry source:inland") as reader:
        await reader.press("enter", "v", "y")
        assert reader.app.clipboard == "“ferry” (Inland Times, “A lake without a ferry”, 2 April 2021)"
        await reader.press("Y")
        assert reader.app.clipboard.startswith("The last ferry left the harbour of Orma on 9 March 2021")
        await reader.press("c")
        assert reader.app.clipboard == "Inland Times, “A lake without a ferry”, 2 April 2021"


async def test_on_the_timeline_c_stays_the_clock(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        clock = reader.app.screen.asked.clock
        await reader.press("t", "c")
        assert reader.app.screen.asked.clock is not clock
        assert not reader.app.clipboard


async def name_file(reader, name: str) -> None:
    reader.app.screen.query_one("FileName").value = name
    await reader.press("enter")


ENDINGS = ("csv", "json", "jsonl", "md", "html", "bib", "biblatex.bib", "ris", "csl.json")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_somebody_writes_what_is_listed_in_every_form(visit, lost_ferry, elsewhere, size):
    async with visit(lost_ferry, size, query="harbour sort:-date") as reader:
        await reader.press("x")
        assert "Write 2 articles to a file" in reader.text
        await reader.press("enter")
        assert "Wrote 2 articles to" in reader.text
        with (elsewhere / "articles.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["title"] for row in rows] == ["A lake without a ferry", "The ferry is gone"]
        assert "harbour" in rows[0]["passage"]
        for ending in ENDINGS:
            await reader.press("x")
            await name_file(reader, f"all.{ending}")
            assert "A lake without a ferry" in (elsewhere / f"all.{ending}").read_text(encoding="utf-8")
        assert "entrysubtype" in (elsewhere / "all.biblatex.bib").read_text(encoding="utf-8")
        assert "entrysubtype" not in (elsewhere / "all.bib").read_text(encoding="utf-8")
        assert json.loads((elsewhere / "all.csl.json").read_text(encoding="utf-8"))[0]["type"] == "article-newspaper"
        assert "citation" in json.loads((elsewhere / "all.json").read_text(encoding="utf-8"))[0]


async def test_a_file_that_is_there_is_written_over_only_when_asked_again(visit, lost_ferry, elsewhere):
    (elsewhere / "taken.csv").write_text("mine", encoding="utf-8")
    async with visit(lost_ferry) as reader:
        await reader.press("x")
        await name_file(reader, "taken.csv")
        assert "is there already" in reader.text
        assert (elsewhere / "taken.csv").read_text(encoding="utf-8") == "mine"
        await reader.press("enter")
        assert "Wrote 3 articles" in reader.text
        assert (elsewhere / "taken.csv").read_text(encoding="utf-8").startswith("id,date,")


async def test_where_nothing_is_listed_nothing_is_written(visit, lost_ferry, elsewhere):
    async with visit(lost_ferry, query="title:volcano") as reader:
        await reader.press("x")
        assert "Nothing to write: no article is listed." in reader.text
        assert not list(elsewhere.iterdir())


async def test_copies_that_are_folded_away_are_left_out_and_counted(visit, lost_ferry, elsewhere):
    text = (lost_ferry / "a.md").read_text(encoding="utf-8")
    (lost_ferry / "d.md").write_text(text.replace("Lake Post", "Courier"), encoding="utf-8")
    async with visit(lost_ferry) as reader:
        await reader.press("x", "enter")
        assert "Wrote 3 articles" in reader.text
        assert any("without 1 folded" in notice.message for notice in reader.app._notifications)
        await reader.press("X", "x", "enter")
        assert "Wrote 4 articles" in reader.text


async def test_a_row_without_a_passage_says_that_its_citation_alone_is_copied(visit, dossier):
    async with visit(dossier, (80, 24)) as reader:
        await reader.press("y")
        assert "the citation alone, since no passage is shown here" in " ".join(reader.text.split())
        assert "with their citation" not in reader.text


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)])
async def test_what_is_said_covers_whole_lines(visit, dossier, size):
    async with visit(dossier, size) as reader:
        await reader.press("y")
        toast = reader.app.screen.query("Toast").first().region
        assert (toast.x, toast.right, toast.bottom) == (0, size[0], size[1])
