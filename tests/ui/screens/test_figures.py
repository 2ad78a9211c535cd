"""Somebody asks which numbers the articles give, and goes from there to the sentences."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from storm_figures import write_storm

from tui import figures
from tui.core.explorer import Explorer
from tui.errors import MaliTuiError
from tui.ui.screens.dossier import DossierScreen
from tui.ui.screens.figures import FiguresScreen
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.figure_list import FigureList
from tui.ui.widgets.reader import Reader

SIZES = [(120, 36), (80, 24), (40, 12)]
SENTENCE = "On 4 March 2021, 12 fishermen were killed in the storm at Orma, the police said."

KINDS = (
    ("2021-03-05", "In all, 303 peacekeepers of the Orma mission have died since 2013."),
    ("2021-03-05", "In all, 180 peacekeepers of the Orma mission have been killed in attacks since 2013."),
)
"""Two counts of the dead that are not counted alike: each with its day and sentence."""


@pytest.fixture
def storm(tmp_path: Path) -> Path:
    return write_storm(tmp_path / "storm")


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
async def test_the_figures_stand_below_their_questions_what_contradicts_first(visit, storm, size):
    async with visit(storm, size) as reader:
        await reader.press("equals_sign")
        listed = reader.app.screen.query_one(FigureList)
        assert [item.answer.figure.text if item.answer else item.question.state.value for item in listed.items] == [
            "killed",
            "12 fishermen",
            "15 fishermen",
            "At least 12 fishermen",
            "deployed",
            "40 police officers",
            "40 police officers",
        ]
        assert "Figures · 2 questions · 1 contradicts" in reader.rows[0]
        assert listed.item.answer.figure.text == "12 fishermen"
        assert "contradicts" in reader.text
        assert "5 Mar 2021" in reader.text


async def test_the_head_says_that_nothing_contradicts_and_what_different_in_kind_comes_to(visit, tmp_path):
    folder = tmp_path / "orma"
    folder.mkdir()
    for number, (day, text) in enumerate(KINDS):
        head = f'---\ntitle: "Orma {number}"\ndate: {day}\nsource: "Paper {number}"\n---\n\n'
        (folder / f"{number}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    async with visit(folder) as reader:
        await reader.press("equals_sign")
        assert "1 question · nothing contradicts · 1 differs in kind · 2 figures" in reader.rows[0]
        assert "of all articles · different in kind: no contradiction, see below why" in reader.rows[1]
        assert "one counts only those in attacks" in reader.text


async def test_the_chosen_figure_is_shown_with_its_sentence_and_what_stands_against_it(visit, storm):
    async with visit(storm) as reader:
        await reader.press("equals_sign")
        assert SENTENCE in reader.text
        assert "no number fits both): “15 fishermen”" in reader.text
        await reader.press("n")
        assert "same (the same number): “40 police officers” (Inland Times, 9 Mar 2021)" in reader.text
        await reader.press("k")
        assert "“At least 12" in reader.text or "At least 12 fishermen were killed" in reader.text


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
async def test_somebody_reads_a_figure_in_its_article_and_comes_back_to_it(visit, storm, size):
    async with visit(storm, size) as reader:
        await reader.press("equals_sign", "j", "enter")
        text = reader.app.focused
        assert isinstance(text, Reader)
        assert text.reading.article.title == "After the storm"
        assert "15 fishermen" in " ".join(reader.text.split())
        await reader.press("Y")
        assert reader.app.clipboard == SENTENCE.replace("12", "15")
        await reader.press("q")
        assert isinstance(reader.app.screen, FiguresScreen)
        assert reader.app.screen.query_one(FigureList).item.answer.figure.text == "15 fishermen"
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, ArticleList)


async def test_the_figures_open_from_the_reader_and_lead_back_to_it(visit, storm):
    async with visit(storm) as reader:
        await reader.press("enter", "equals_sign", "q")
        assert isinstance(reader.app.focused, Reader)
        await reader.press("equals_sign", "equals_sign")
        assert isinstance(reader.app.focused, Reader)


async def test_words_narrow_the_figures_and_come_back_with_them(visit, storm):
    async with visit(storm) as reader:
        await reader.press("equals_sign", "slash")
        await reader.write("inland contradicts")
        listed = reader.app.screen.query_one(FigureList)
        assert [item.place is None for item in listed.items] == [True, False]
        assert "1 of 5 figures" in reader.rows[0]
        await reader.press("enter", "enter", "q")
        assert "1 of 5 figures" in reader.rows[0]
        await reader.press("escape")
        assert "5 figures" in reader.rows[0]
        await reader.press("slash")
        await reader.write("volcano")
        assert "No figure has these words." in reader.text
        await reader.press("enter", "enter", "y", "x", "n", "N", "j", "k", "G", "g")
        assert isinstance(reader.app.screen, FiguresScreen)


async def test_a_figure_is_copied_with_its_citation(visit, storm):
    async with visit(storm) as reader:
        await reader.press("equals_sign", "y")
        assert reader.app.clipboard == f"“{SENTENCE}” (Lake Post, “The storm”, 5 March 2021)"
        await reader.press("Y")
        assert reader.app.clipboard == SENTENCE
        await reader.press("c")
        assert reader.app.clipboard == "Lake Post, “The storm”, 5 March 2021"


async def test_what_is_listed_is_written_to_a_file(visit, storm, elsewhere):
    async with visit(storm) as reader:
        await reader.press("equals_sign", "x", "enter")
        assert "Wrote 5 figures of 2 questions" in reader.text
        with (elsewhere / "figures.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["value"] for row in rows] == ["12", "15", "12", "40", "40"]
        assert rows[0]["sentence"] == SENTENCE
        await reader.press("slash")
        await reader.write("storm")
        await reader.press("enter", "x")
        reader.app.screen.query_one("FileName").value = "storm.json"
        await reader.press("enter")
        (question,) = json.loads((elsewhere / "storm.json").read_text(encoding="utf-8"))
        assert question["verdict"] == "contradicts"
        assert len(question["figures"]) == 3


async def test_the_figures_are_those_of_the_query(visit, storm):
    async with visit(storm, query="police source:inland") as reader:
        await reader.press("equals_sign")
        assert "found by police source:inland" in reader.rows[1]
        assert "No two sources of these articles give figures of one question." in reader.text
        assert "and no prices" in reader.text
        await reader.press("y", "x")
        assert "Nothing to write: no figure is listed." in reader.text
        await reader.press("enter", "G", "n")
        assert "No further question that way." in reader.text
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_somebody_sees_the_figures_of_all_articles_and_those_of_the_search_again(visit, storm):
    async with visit(storm, query="police source:inland") as reader:
        await reader.press("equals_sign")
        assert "found by police source:inland · a: of all articles" in reader.rows[1]
        assert "a shows those of all articles; q goes back." in reader.text
        await reader.press("a", "slash")
        assert "of all articles · a: of police source:inland" in reader.rows[1]
        await reader.write("contradicts")
        await reader.press("enter")
        assert "2 of 5 figures" in reader.rows[0]
        await reader.press("enter")
        assert reader.app.focused.reading.article.title == "The storm"
        await reader.press("q")
        assert "2 of 5 figures" in reader.rows[0]
        assert "of all articles · a: of police source:inland" in reader.rows[1]
        await reader.press("a")
        assert "found by police source:inland · a: of all articles" in reader.rows[1]
        assert "No figure has these words." in reader.text
        await reader.press("a")
        assert "2 of 5 figures" in reader.rows[0]


async def test_figures_of_all_articles_already_offer_no_others(visit, storm):
    async with visit(storm) as reader:
        await reader.press("equals_sign", "a")
        assert reader.rows[1].strip() == "of all articles"
        assert "5 figures" in reader.rows[0]


async def test_an_article_at_which_the_rules_fail_costs_no_other_its_figures(visit, storm, monkeypatch):
    found = figures.find_figures

    def failing(text, **about):
        if about["title"] == "Silence":
            raise RuntimeError("broken")
        return found(text, **about)

    monkeypatch.setattr(figures, "find_figures", failing)
    async with visit(storm) as reader:
        await reader.press("equals_sign")
        assert "5 figures" in reader.rows[0]
        assert "those of 1 article are missing" in reader.rows[0]


async def test_the_head_assures_nothing_about_articles_whose_figures_are_missing(visit, storm, monkeypatch):
    found = figures.find_figures

    def failing(text, **about):
        if about["title"] == "After the storm":
            raise RuntimeError("broken")
        return found(text, **about)

    monkeypatch.setattr(figures, "find_figures", failing)
    async with visit(storm) as reader:
        await reader.press("equals_sign")
        assert "· no contradiction found ·" in reader.rows[0]
        assert "nothing contradicts" not in reader.text


async def test_figures_that_cannot_be_found_say_so(visit, storm, monkeypatch):
    def broken(*_, **_about):
        raise MaliTuiError("The cache is gone; start again.")

    monkeypatch.setattr(Explorer, "reports", broken)
    async with visit(storm) as reader:
        await reader.press("equals_sign")
        assert "The cache is gone; start again." in reader.text
        assert "The figures could not be found." in reader.text
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_the_keys_are_in_the_help_and_the_palette(visit, storm):
    async with visit(storm) as reader:
        await reader.press("question_mark")
        assert "figures, by source" in reader.text
        await reader.press("escape", "equals_sign", "question_mark")
        assert "next question" in reader.text
        assert "copy the sentence with its citation" in reader.text
        await reader.press("escape", "colon")
        await reader.write("previous question")
        assert "Previous question" in reader.text
