"""Somebody looks at a word in all its contexts, and goes from there to the articles."""

from __future__ import annotations

import csv
import json
import re
import threading
from pathlib import Path

import pytest
from harbour_words import ARTICLES, write_harbour

from tui.core.concordance import readings
from tui.core.explorer import Explorer
from tui.errors import MaliTuiError
from tui.ui.screens.dossier import DossierScreen
from tui.ui.screens.words import WordsScreen
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.context_list import ContextList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.timeline import Timeline

SIZES = [(160, 45), (120, 36), (80, 24), (40, 12)]
NAMES = [f"{width}x{height}" for width, height in SIZES]


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write_harbour(tmp_path / "harbour")


def listed(reader) -> ContextList:
    return reader.app.screen.query_one(ContextList)


def days(reader) -> list[str]:
    return [line.document.day for line in listed(reader).items]


@pytest.mark.parametrize("size", SIZES, ids=NAMES)
async def test_every_match_is_a_line_and_all_of_them_begin_in_one_column(visit, harbour, size):
    async with visit(harbour, size, query="harbour") as reader:
        await reader.press("w")
        shown = listed(reader)
        assert len(shown.items) == sum(article[-1].lower().count("harbour") for article in ARTICLES)
        drawn = [row[: shown.size.width] for row in reader.rows if re.match("[ ▌](\\d.*2021|2021|undated)", row[:12])]
        drawn = drawn[: len(shown.items)]
        columns = [{found.start() for found in re.finditer("harbour", row)} for row in drawn]
        assert len(set.intersection(*columns)) == 1
        assert "Words in context · 6 matches in 3 articles"[: size[0] - 5] in reader.rows[0]


async def test_three_keys_sort_one_after_the_other(visit, harbour):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "d")
        assert days(reader) == ["2021-03-02", "2021-03-05", "2021-03-05", "2021-03-05", "", ""]
        assert "by day" in reader.rows[0]
        await reader.press("o")
        assert [line.document.source[0] for line in listed(reader).items] == [*"CCILLL"]
        assert "by outlet, then day" in reader.rows[0]
        await reader.press("greater_than_sign")
        behind = [line.right_words[:1] for line in listed(reader).items]
        assert behind == sorted(behind)
        await reader.press("less_than_sign")
        before = [line.left_words[:1] for line in listed(reader).items]
        assert before == sorted(before)
        assert "by the words before, then the words behind, then outlet" in reader.rows[0]


@pytest.mark.parametrize("size", SIZES, ids=NAMES)
async def test_somebody_reads_a_line_in_its_article_and_comes_back_to_it(visit, harbour, size):
    async with visit(harbour, size, query="harbour") as reader:
        await reader.press("w", "d", "enter")
        text = reader.app.focused
        assert isinstance(text, Reader)
        assert text.reading.article.title == "Orma"
        await reader.press("Y")
        assert reader.app.clipboard == "harbour"
        await reader.press("q")
        assert isinstance(reader.app.screen, WordsScreen)
        assert listed(reader).item.document.title == "Orma"
        assert days(reader)[0] == "2021-03-02"
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, ArticleList)


async def test_the_words_open_from_the_reader_but_a_selection_and_the_timeline_keep_their_key(visit, harbour):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("enter", "w", "w")
        assert isinstance(reader.app.focused, Reader)
        await reader.press("v", "w")
        assert isinstance(reader.app.screen, DossierScreen)
        await reader.press("escape", "t", "w")
        assert isinstance(reader.app.focused, Timeline)


async def test_words_narrow_the_lines_and_escape_lists_all_again(visit, harbour):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "slash")
        await reader.write("orma")
        assert [line.document.title for line in listed(reader).items] == ["Orma", "Calm"] or len(days(reader)) == 2
        assert "2 have the words" in reader.rows[0]
        await reader.press("enter", "enter", "q")
        assert "2 have the words" in reader.rows[0]
        await reader.press("escape")
        assert len(listed(reader).items) == 6
        await reader.press("slash")
        await reader.write("volcano")
        assert "No line has these words." in reader.text
        await reader.press("enter", "enter", "y", "x", "j", "k", "G", "g", "t", "T")
        assert isinstance(reader.app.screen, WordsScreen)


async def test_a_sample_says_so_and_another_one_is_another(visit, harbour, monkeypatch):
    monkeypatch.setattr("tui.ui.screens.words.listing.THINNED", (4, 2))
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "t")
        assert len(listed(reader).items) == 4
        assert "6 matches in 3 articles · a sample of 4, seed 1" in reader.rows[0]
        seen = {tuple(line.name for line in listed(reader).items)}
        for _ in range(4):
            await reader.press("T")
            seen.add(tuple(line.name for line in listed(reader).items))
        assert len(seen) > 1
        assert "a sample of 4, seed 5" in reader.rows[0]
        await reader.press("t")
        assert len(listed(reader).items) == 2
        await reader.press("t")
        assert len(listed(reader).items) == 6
        assert "a sample" not in reader.text
        await reader.press("T")
        assert "All lines are listed" in reader.text


async def test_too_few_lines_are_not_thinned(visit, harbour):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "t")
        assert "There are too few lines to be thinned." in reader.text
        assert len(listed(reader).items) == 6


async def test_the_words_beside_lead_to_their_lines(visit, harbour):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "v")
        words = [item.word for item in listed(reader).items]
        assert "closed" in words
        assert "likelihood" in reader.text
        await reader.press(*["j"] * words.index("closed"))
        assert "“closed” stands 3 times within 5 words of these 6 matches" in " ".join(reader.text.split())
        await reader.press("d")
        assert "Words are sorted by log-likelihood" in reader.text
        await reader.press("enter")
        lines = listed(reader).items
        assert all("closed" in (*line.left_words, *line.right_words) for line in lines)
        assert len(lines) == 4
        await reader.press("escape")
        assert len(listed(reader).items) == 6


async def test_where_the_matches_stand_is_a_bar_an_article(visit, harbour):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "d", "v", "v")
        assert [item.document.title for item in listed(reader).items] == ["Orma", "The harbour closes", "Calm"]
        assert "▁" in reader.text
        await reader.press("j", "enter")
        assert reader.app.focused.reading.article.title == "The harbour closes"
        await reader.press("q")
        assert listed(reader).item.document.title == "The harbour closes"


@pytest.fixture
def outlets(tmp_path: Path) -> Path:
    folder = tmp_path / "outlets"
    folder.mkdir()
    for day in range(1, 9):
        source, text = ("Lake Post", "The boat leaves. ") if day % 2 else ("Hill Times", "The snow falls. ")
        front = f"title: Piece {day}\nsource: {source}\nlanguage: en\ndate: 2021-03-0{day}\n"
        (folder / f"{day}.md").write_text(f"---\n{front}---\n\n{text * 6}{day} times.\n", encoding="utf-8")
    return folder


async def test_the_key_words_of_an_outlet_are_held_against_all_others(visit, outlets):
    async with visit(outlets, query="source:lake") as reader:
        await reader.press("w")
        assert "No text has a match of this query." in reader.text
        await reader.press("V")
        words = [item.word for item in listed(reader).items]
        assert words[:2] == ["boat", "leaves"]
        assert set(words[-2:]) == {"snow", "falls"}
        assert "In the 4 other articles: never." in " ".join(reader.text.split())
        await reader.press("enter")
        assert isinstance(reader.app.screen, DossierScreen)
        assert reader.app.screen.asked.text == "source:lake =boat"
        assert reader.app.screen.view.total == 4
        await reader.press("q")
        assert listed(reader).item.word == "boat"


async def test_where_all_is_found_there_is_nothing_to_compare_with(visit, outlets):
    async with visit(outlets, query="the") as reader:
        await reader.press("w", "V")
        assert "There is nothing to compare with" in reader.text
        await reader.press("enter", "x", "d", "y")
        assert isinstance(reader.app.screen, WordsScreen)


async def test_what_is_listed_is_written_to_a_file(visit, harbour, elsewhere):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "d", "x", "enter")
        assert "Wrote 6 lines" in reader.text
        with (elsewhere / "words.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["date"] for row in rows] == days(reader)
        assert [row["left"] + row["match"] + row["right"] for row in rows] == [
            f"{line.left}{line.match}{line.right}" for line in listed(reader).items
        ]
        await reader.press("slash")
        await reader.write("orma")
        await reader.press("enter", "v", "v", "x")
        reader.app.screen.query_one("FileName").value = "where.json"
        await reader.press("enter")
        written = json.loads((elsewhere / "where.json").read_text(encoding="utf-8"))
        assert [each["matches"] for each in written] == [len(item.lines) for item in listed(reader).items] == [1, 1]


async def test_a_line_is_copied_with_its_citation(visit, harbour):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "d", "y")
        line = "Nobody closed the harbour of Orma, the mayor said"
        assert reader.app.clipboard == f"“{line}” (Inland Times, “Orma”, 2 March 2021)"
        await reader.press("Y")
        assert reader.app.clipboard == line
        await reader.press("c")
        assert reader.app.clipboard == "Inland Times, “Orma”, 2 March 2021"
        await reader.press("v", "y")
        assert "Only a line can be copied" in reader.text


async def test_without_words_there_is_nothing_to_list(visit, harbour):
    async with visit(harbour) as reader:
        await reader.press("w")
        assert "Words in context are the words of a query." in reader.text
        await reader.press("v", "d", "t", "T", "x", "y", "enter", "q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_lines_that_cannot_be_found_say_so(visit, harbour, monkeypatch):
    async with visit(harbour, query="harbour") as reader:

        def broken(*_, **__):
            raise MaliTuiError("The cache is gone; start again.")

        monkeypatch.setattr(Explorer, "readings", broken)
        await reader.press("w")
        assert "The cache is gone; start again." in reader.text
        assert "This could not be found." in reader.text
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_what_was_read_so_far_is_sorted_and_narrowed_at_once(visit, harbour, monkeypatch):
    """The reading ends when the test says so: until then the first lines are all there is."""
    go_on = threading.Event()

    def held(archive, view, stop):
        first, *others = readings(archive, view, stop)
        yield first
        go_on.wait(60)
        yield from others

    monkeypatch.setattr("tui.ui.screens.words.gathering.readings", held)
    monkeypatch.setattr("tui.ui.screens.words.gathering._SCREENFUL", 1)
    async with visit(harbour, query="harbour") as reader:
        reader.post("w")
        while not isinstance(reader.app.screen, WordsScreen) or not listed(reader).items:
            await reader.pilot.pause(0)
        few = len(listed(reader).items)
        reader.post("o", "slash", "h", "a", "r", "b")
        while "have the words" not in reader.rows[0]:
            await reader.pilot.pause(0)
        assert "so far" in reader.rows[0]
        assert "by outlet" in reader.rows[0]
        assert len(listed(reader).items) == few < 6
        go_on.set()
        await reader.rest()
        assert len(listed(reader).items) == 6
        assert "6 matches in 3 articles · 6 have the words" in reader.rows[0]


async def test_coming_back_to_the_same_answer_reads_nothing_again(visit, harbour, monkeypatch):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "d", "V", "v", "enter")
        assert isinstance(reader.app.focused, Reader)
        monkeypatch.setattr("tui.ui.screens.words.screen.gather", None)
        monkeypatch.setattr("tui.ui.screens.words.screen.compare", None)
        await reader.press("q")
        assert len(listed(reader).items) == 6
        await reader.press("V")
        assert listed(reader).items or "No word sets these articles apart" in reader.text
        await reader.press("q", "w")
        assert "6 matches in 3 articles" in reader.rows[0]


async def test_what_was_added_to_the_folder_is_among_the_lines(visit, harbour):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("w", "q")
        (harbour / "z.md").write_text("---\ntitle: Z\n---\n\nOne more harbour.\n", encoding="utf-8")
        await reader.press("f5", "w")
        assert "7 matches in 4 articles" in reader.rows[0]


async def test_the_keys_are_in_the_help_and_the_palette(visit, harbour):
    async with visit(harbour, query="harbour") as reader:
        await reader.press("question_mark")
        assert "words in context" in reader.text
        await reader.press("escape", "w", "question_mark")
        assert "by the words before" in reader.text
        assert "another sample" in reader.text
        await reader.press("escape", "colon")
        await reader.write("by outlet")
        assert "By outlet" in reader.text
