"""Somebody pins an article and opens another one beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.ui.screens.comparison import ComparisonScreen
from tui.ui.screens.dossier import DossierScreen
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.comparison_view import ComparisonView
from tui.ui.widgets.reader import Reader

SIZES = [(130, 36), (80, 24), (40, 12)]
SHARED = (
    "The ferry Heron sank in the night off the old lighthouse of Orma, and nobody on the shore heard a thing. "
    "Divers looked for the wreck for many hours before the wind made them turn back to the harbour. "
    "The mayor of the town asked everybody to stay away from the cliffs until the search comes to an end. "
    "Fishermen say that the light of the tower had not been burning since the beginning of the winter. "
    "The owner of the ship did not answer the questions that were sent to his office in the capital. "
)
ARTICLES = (
    ("a", "The Heron is lost", "2021-03-05", "AFP", SHARED + "At least 12 fishermen were killed, the police said."),
    ("b", "Ferry lost", "2021-03-06", "Lake Post", SHARED + "At least 15 fishermen were killed, the police said."),
    ("c", "Silence", "2021-05-01", "Courier", "Nothing more was heard of the matter."),
)


@pytest.fixture
def heron(tmp_path: Path) -> Path:
    folder = tmp_path / "heron"
    folder.mkdir()
    for name, title, day, source, text in ARTICLES:
        front = f"title: {title}\ndate: {day}\nsource: {source}\nlanguage: en\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return folder


async def pin_and_open(reader, *, alone: bool = False) -> ComparisonScreen:
    """Pin the first article and open the next one beside it, each copy in its own row."""
    await reader.press("X", "g", "C")
    assert "Pinned: The Heron is lost" in reader.text
    await reader.press(*(() if alone else ("j",)), "C")
    screen = reader.app.screen
    assert isinstance(screen, ComparisonScreen)
    return screen


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
async def test_the_next_article_opens_beside_the_pinned_one(visit, heron, size):
    async with visit(heron, size) as reader:
        screen = await pin_and_open(reader)
        assert screen.pair.one.outlet, screen.pair.other.outlet == ("AFP", "Lake Post")
        assert "figure: At least 12 fishermen" in " ".join(reader.text.replace("▌", " ").split())
        assert "The ferry Heron sank" in " ".join(reader.text.split())
        assert "AFP" in reader.rows[0]
        assert "Lake Pos" in reader.rows[1]


async def test_the_words_that_differ_are_marked_and_keys_walk_what_differs(visit, heron):
    async with visit(heron, (130, 36)) as reader:
        screen = await pin_and_open(reader)
        view = screen.query_one(ComparisonView)
        assert "1 fact differs" in reader.text
        fact = view.item
        assert fact.fact
        await reader.press("n")
        assert not view.item.fact
        assert view.item.differs
        assert view.item.passages[0] == (len(SHARED), len(ARTICLES[0][4]))
        await reader.press("n")
        assert "No further difference that way." in reader.text
        await reader.press("N", "G", "g")
        assert view.item is fact


async def test_where_nothing_differs_no_key_to_a_difference_is_named_and_it_says_so(visit, heron):
    for name in ("a", "b"):
        front = f"title: {name}\ndate: 2021-03-05\nsource: AFP\nlanguage: en\n"
        (heron / f"{name}.md").write_text(f"---\n{front}---\n\n{SHARED}\n", encoding="utf-8")
    async with visit(heron, (130, 36)) as reader:
        await reader.press("X", "g", "C", "j", "C")
        assert isinstance(reader.app.screen, ComparisonScreen)
        assert "n next difference" not in reader.rows[-1]
        await reader.press("n")
        assert "Nothing differs between these two." in reader.text
    (heron / "b.md").write_text(f"---\n{front}---\n\n{SHARED}At least 15 were killed.\n", encoding="utf-8")
    async with visit(heron, (130, 36)) as reader:
        await reader.press("X", "g", "C", "j", "C")
        assert "n next difference" in reader.rows[-1]


async def test_only_what_differs_and_everything_again(visit, heron):
    async with visit(heron, (130, 36)) as reader:
        screen = await pin_and_open(reader)
        view = screen.query_one(ComparisonView)
        assert view.count == 7
        await reader.press("o")
        assert view.count == 2
        assert "sank in the night" not in reader.text
        await reader.press("o")
        assert view.count == 7


async def test_facts_of_one_kind_open_and_are_open_on_the_way_back(visit, tmp_path):
    folder = tmp_path / "names"
    folder.mkdir()
    for name, source, added in (("a", "AFP", ""), ("b", "Lake Post", "Otto Lind met Runa Falk in Silen near Varn.")):
        front = f"title: {name}\ndate: 2021-03-05\nsource: {source}\nlanguage: en\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{SHARED}{added}\n", encoding="utf-8")
    async with visit(folder, (130, 36)) as reader:
        await reader.press("X", "g", "C", "j", "C")
        view = reader.app.screen.query_one(ComparisonView)
        assert "+ 4 names: Otto Lind · Runa Falk · Silen · Varn" in reader.text
        await reader.press("enter", "j", "j")
        assert "- 4 names:" in reader.text
        await reader.press("left")
        assert view.cursor == 0
        assert "+ 4 names:" in reader.text
        await reader.press("right", "j", "enter")
        assert reader.app.screen.query_one(Reader).reading.article.title == "b"
        await reader.press("q")
        assert reader.app.screen.query_one(ComparisonView).cursor == 1
        assert "- 4 names:" in reader.text


async def test_both_scroll_together_and_a_page_is_a_page(visit, heron):
    async with visit(heron, (80, 10)) as reader:
        screen = await pin_and_open(reader)
        view = screen.query_one(ComparisonView)
        await reader.press("space", "space", "space", "space")
        assert view.cursor == view.count - 1
        assert "15 fishermen" in reader.text
        await reader.press("b", "b", "b", "b")
        assert view.cursor == 0


async def test_enter_reads_the_sentence_and_q_comes_back_to_it(visit, heron):
    async with visit(heron, (130, 36)) as reader:
        await pin_and_open(reader)
        await reader.press("G", "enter")
        assert isinstance(reader.app.screen, DossierScreen)
        assert reader.app.screen.query_one(Reader).reading.article.title == "The Heron is lost"
        await reader.press("q")
        screen = reader.app.screen
        assert isinstance(screen, ComparisonScreen)
        assert screen.query_one(ComparisonView).cursor == 6
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_the_article_stays_pinned_for_the_next_one(visit, heron):
    async with visit(heron, (130, 36)) as reader:
        await pin_and_open(reader)
        await reader.press("q", "j", "C")
        assert reader.app.screen.pair.other.outlet == "Courier"
        assert "only here: 1 figure" in reader.rows[0]


async def test_an_article_is_let_go_by_the_same_key(visit, heron):
    async with visit(heron, (130, 36)) as reader:
        await reader.press("G", "C", "C")
        assert "No longer pinned." in reader.text
        assert isinstance(reader.app.screen, DossierScreen)


async def test_a_pinned_article_with_copies_is_shown_beside_each(visit, tmp_path):
    folder = tmp_path / "wire"
    folder.mkdir()
    added = " The bell of the church was rung."
    for name, day, source, text in (
        ("a", "2021-03-05", "AFP", SHARED * 2),
        ("b", "2021-03-06", "Lake Post", SHARED * 2 + added),
        ("c", "2021-03-07", "Courier", SHARED + SHARED.replace(SHARED.split(". ", maxsplit=1)[0] + ". ", "")),
    ):
        front = f"title: The Heron\ndate: {day}\nsource: {source}\nlanguage: en\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    async with visit(folder, (130, 36)) as reader:
        await reader.press("X", "g", "C", "C")
        screen = reader.app.screen
        assert isinstance(screen, ComparisonScreen)
        assert "The wire is that of AFP. AFP printed it first, on 2021-03-05." in reader.text
        assert "copy 1 of 2" in reader.text
        assert "┈ not here ┈" in reader.text
        await reader.press("J")
        assert screen.pair.other.outlet == "Courier"
        await reader.press("J")
        assert "No further copy that way." in reader.text


async def test_the_comparison_is_written_as_a_page_or_as_records(visit, heron, elsewhere):
    async with visit(heron, (130, 36)) as reader:
        await pin_and_open(reader)
        await reader.press("x", "enter")
        await reader.press("x")
        await reader.press("ctrl+u", *"both.jsonl", "enter")
    page = (elsewhere / "comparison.html").read_text(encoding="utf-8")
    assert "<mark>15</mark>" in page
    lines = [json.loads(line) for line in (elsewhere / "both.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["what"] for line in lines[:3]] == ["article", "article", "fact"]


async def test_what_is_gone_is_said_not_raised(visit, heron):
    async with visit(heron, (130, 36)) as reader:
        from tui.ui.screens.dossier.pinned import ComparisonState

        reader.app.push_screen(ComparisonScreen(reader.app.screen.explorer, ComparisonState(998, 999)))
        await reader.rest()
        assert "The articles could not be compared." in reader.text
        assert reader.app.screen_stack[-2].query_one(ArticleList).number is not None
