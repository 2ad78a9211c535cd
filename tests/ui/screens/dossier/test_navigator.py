"""What people do with the dates that texts name, key by key."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tui.base.days import Clock
from tui.ui.screens.chronology import ChronologyScreen
from tui.ui.screens.dossier import DossierScreen, questions
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.chronology_list import ChronologyList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.timeline import Timeline

ARTICLES = (
    (
        "a",
        "The ferry is gone",
        "2031-03-06",
        "Lake Post",
        "The last ferry left the harbour of Orma on 4 March 2031. Nobody waved.\n\n"
        "The harbour was founded in 1998. Last month the mayor signed an agreement with the fishermen.",
    ),
    (
        "b",
        "A lake without a ferry",
        "2031-04-02",
        "Inland Times",
        "The last ferry left the harbour of Orma on 9 March 2031, the harbour master said.",
    ),
    ("c", "Silence", "2031-05-01", "Lake Post", "Nothing more was heard of the matter."),
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A dossier whose articles name dates, two of which contradict each other."""
    folder = tmp_path / "told"
    folder.mkdir()
    for name, title, day, source, text in ARTICLES:
        front = f"title: {title}\ndate: {day}\nsource: {source}\nlanguage: en\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return folder


async def test_somebody_walks_the_dates_and_is_told_what_they_mean(visit, told):
    async with visit(told) as reader:
        await reader.press("enter", "e")
        assert "“4 March 2031”: 4 March 2031, as written" in reader.rows[1]
        assert "date 1 of 3" in reader.text
        await reader.press("e", "e")
        assert "“Last month”: February 2031, counted from the publication, 6 March 2031" in reader.rows[1]
        await reader.press("e")
        assert "date 3 of 3" in reader.text
        await reader.press("E", "escape")
        assert "as written" not in reader.rows[1]
        assert "date" not in reader.rows[2]


async def test_an_article_without_dates_says_so(visit, told):
    async with visit(told) as reader:
        await reader.press("G", "enter", "e")
        assert "names no date" in reader.text


async def test_somebody_follows_a_date_and_comes_back_to_the_same_place(visit, told):
    async with visit(told) as reader:
        screen = reader.app.screen
        await reader.press("enter", "e", "e")
        before, asked, place = reader.rows, screen.asked, screen.query_one(Reader).line
        await reader.press("enter")
        timeline = screen.query_one(Timeline)
        assert timeline.has_focus
        assert screen.asked.clock is timeline.clock is Clock.MENTIONED
        assert timeline._day == date(1998, 1, 1)
        assert "mentioned" in reader.rows[0]
        await reader.press("q")
        assert isinstance(reader.app.focused, Reader)
        assert (screen.asked, screen.query_one(Reader).line) == (asked, place)
        assert reader.rows == before
        await reader.press("enter", "t")
        assert reader.rows == before


async def test_a_span_that_was_chosen_comes_back_with_the_reader(visit, told):
    async with visit(told) as reader:
        await reader.press("t", "g", "enter")
        screen = reader.app.screen
        span, number = screen.asked.span, screen.query_one(ArticleList).number
        assert span is not None
        await reader.press("enter", "e", "e", "enter")
        assert screen.asked.span is None
        await reader.press("backspace")
        assert screen.asked.span == span
        assert screen.query_one(ArticleList).number == number


async def test_enter_on_the_other_clock_keeps_what_happened_then(visit, told):
    async with visit(told) as reader:
        await reader.press("enter", "e", "e", "enter", "enter")
        screen = reader.app.screen
        assert screen.asked.clock is Clock.MENTIONED
        assert date(1998, 6, 1) in screen.asked.span
        assert "1 of 3 articles · mentioned 1998" in reader.rows[0]
        assert isinstance(reader.app.focused, ArticleList)


async def test_somebody_changes_the_clock_and_is_told_which_one_it_is(visit, told):
    async with visit(told) as reader:
        assert "published" in reader.rows[0]
        await reader.press("t", "c")
        timeline = reader.app.screen.query_one(Timeline)
        assert "mentioned" in reader.rows[0]
        assert timeline.whole.extent.first == date(1998, 1, 1)
        assert not [count for day, count in timeline.whole.days if day == date(1998, 1, 1).toordinal()]
        await reader.press("c")
        assert "published" in reader.rows[0]
        assert timeline.whole.extent.first == date(2031, 3, 6)


async def test_far_mentions_can_be_reached_by_keys(visit, told):
    async with visit(told, size=(80, 24)) as reader:
        await reader.press("t", "c", "g")
        assert "1998" in reader.text
        await reader.press("G")
        assert "2031" in reader.text


async def test_two_keys_show_what_happened_and_who_disagrees(visit, told):
    async with visit(told) as reader:
        await reader.press("T")
        assert isinstance(reader.app.screen, ChronologyScreen)
        assert "3 events · 1 disputed · 4 statements" in reader.rows[0]
        assert "disputed: 4 Mar 2031 (Lake Post) or 9 Mar 2031 (Inland Times)" in reader.text
        lines = [line for line in reader.rows if "1998" in line or "Feb 2031" in line or "disputed:" in line]
        assert "1998" in lines[0]
        await reader.press("n")
        assert "“4 March 2031”: 4 March 2031, as written" in reader.text


async def test_each_statement_leads_to_its_sentence_and_back(visit, told):
    async with visit(told) as reader:
        await reader.press("T", "G")
        assert reader.app.screen.query_one(ChronologyList).item.told.source == "Inland Times"
        left = reader.rows
        await reader.press("enter")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, Reader)
        assert reader.app.screen.query_one(Reader).date.text == "9 March 2031"
        assert "A lake without a ferry" in reader.text
        assert "“9 March 2031”" in reader.rows[1]
        await reader.press("T")
        assert reader.rows == left


async def test_a_statement_of_the_article_that_is_open_is_found_too(visit, told):
    async with visit(told) as reader:
        await reader.press("T", "enter")
        assert reader.app.screen.query_one(Reader).date.text == "1998"


async def test_somebody_narrows_the_chronology_and_gives_it_back(visit, told):
    async with visit(told) as reader:
        await reader.press("T", "slash")
        await reader.write("mayor")
        assert "1 of 3 events" in reader.rows[0]
        assert "Last month the mayor" in reader.text
        await reader.press("enter")
        assert isinstance(reader.app.focused, ChronologyList)
        await reader.press("enter", "T")
        assert "1 of 3 events" in reader.rows[0]
        await reader.press("escape")
        assert "3 events" in reader.rows[0]
        await reader.press("escape")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_nothing_that_matches_says_what_to_do(visit, told):
    async with visit(told) as reader:
        await reader.press("T", "slash")
        await reader.write("volcano")
        assert "No statement has these words." in reader.text
        await reader.press("enter", "enter", "y", "t", "n")
        assert isinstance(reader.app.screen, ChronologyScreen)


async def test_a_statement_is_copied_with_its_source_and_whose_words_it_holds(visit, told, own_surroundings):
    for path in told.glob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\nretold: true\n", 1), encoding="utf-8")
    async with visit(told) as reader:
        await reader.press("T", "y")
        copied = (own_surroundings / "data" / "last-copy.txt").read_text(encoding="utf-8")
        assert reader.app.clipboard == copied
        assert copied == "The harbour was founded in 1998. (retold from Lake Post, 6 Mar 2031)"
        assert "retold from Lake Post · 6 Mar 2031" in reader.text
        assert "Retold: not" in reader.text


async def test_the_chronology_is_that_of_the_query(visit, told):
    async with visit(told, query="fishermen") as reader:
        await reader.press("T")
        assert "found by fishermen" in reader.rows[1]
        assert "Inland Times" not in reader.text
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_articles_without_dates_have_an_empty_chronology(visit, told):
    async with visit(told, query="silence") as reader:
        await reader.press("T", "n", "G", "space", "enter", "x", "y")
        assert isinstance(reader.app.screen, ChronologyScreen)
        assert "No sentence of these articles says when" in reader.text


async def test_the_chronology_leads_to_the_timeline(visit, told):
    async with visit(told) as reader:
        await reader.press("T", "t")
        timeline = reader.app.screen.query_one(Timeline)
        assert timeline.has_focus
        assert (timeline.clock, timeline._day) == (Clock.MENTIONED, date(1998, 1, 1))


async def test_a_small_terminal_shows_the_chronology_too(visit, told):
    async with visit(told, size=(40, 12)) as reader:
        await reader.press("T")
        assert "1998" in reader.text
        seen = set()
        for _ in range(12):
            await reader.press("j")
            seen |= {row.strip() for row in reader.rows}
        assert any("Inland Times · 2 Apr 2031" in row for row in seen)
        await reader.press("enter")
        assert "9 March 2031" in reader.text


async def test_pages_go_through_every_statement(visit, told):
    async with visit(told, size=(40, 12)) as reader:
        await reader.press("T")
        listed = reader.app.screen.query_one(ChronologyList)
        for _ in range(8):
            await reader.press("space")
        assert listed.cursor == len(listed.items) - 1
        for _ in range(8):
            await reader.press("b")
        assert listed.cursor == 0


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program was started."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def name_file(reader, name: str) -> None:
    reader.app.screen.query_one("FileName").value = name
    await reader.press("enter")


async def test_somebody_writes_the_chronology_to_a_file(visit, told, elsewhere):
    async with visit(told) as reader:
        await reader.press("T", "x", "enter")
        assert "Wrote 3 events" in reader.text
        assert "Lake Post" in (elsewhere / "chronology.md").read_text(encoding="utf-8")
        for ending in ("csv", "jsonl", "json", "ics"):
            await reader.press("x")
            await name_file(reader, f"told.{ending}")
        rows = (elsewhere / "told.jsonl").read_text(encoding="utf-8").splitlines()
        assert len([json.loads(row) for row in rows]) == 4
        assert len(json.loads((elsewhere / "told.json").read_text(encoding="utf-8"))["events"]) == 4
        assert (elsewhere / "told.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
        assert len((elsewhere / "told.csv").read_text(encoding="utf-8").splitlines()) == 5


async def test_only_what_is_listed_is_written(visit, told, elsewhere):
    async with visit(told) as reader:
        await reader.press("T", "slash")
        await reader.write("mayor")
        await reader.press("enter", "x", "enter")
        written = (elsewhere / "chronology.md").read_text(encoding="utf-8")
        assert "mayor" in written
        assert "ferry" not in written


async def test_no_file_is_written_over_unasked_nor_into_the_dossier(visit, told, elsewhere):
    (elsewhere / "mine.md").write_text("mine", encoding="utf-8")
    before = sorted(told.iterdir())
    async with visit(told) as reader:
        await reader.press("T", "x")
        await name_file(reader, "mine.md")
        assert "is there already" in reader.text
        assert (elsewhere / "mine.md").read_text(encoding="utf-8") == "mine"
        await name_file(reader, str(told / "new.md"))
        assert "never written" in reader.text
        await name_file(reader, "mine.md")
        assert (elsewhere / "mine.md").read_text(encoding="utf-8") == "mine"
        await reader.press("enter")
        assert "Wrote 3 events" in reader.text
        assert (elsewhere / "mine.md").read_text(encoding="utf-8") != "mine"
    assert sorted(told.iterdir()) == before


async def test_the_keys_are_in_the_help_and_the_palette(visit, told):
    async with visit(told) as reader:
        await reader.press("enter", "question_mark")
        assert "previous date named in the text" in reader.text
        await reader.press("escape", "T", "question_mark")
        assert "next disputed date" in reader.text
        await reader.press("escape", "colon")
        await reader.write("disputed")
        assert "Next disputed date" in reader.text


async def test_the_bundled_dossier_tells_2012_to_2024(visit, bundled):
    async with visit(bundled) as reader:
        await reader.press("T")
        items = reader.app.screen.query_one(ChronologyList).items
        assert items[0].date == "2012"
        assert items[-1].told.timex.span is None or items[-1].told.timex.span.last.year == 2024
        assert any(item.disputed for item in items)
        assert len({item.told.source for item in items}) >= 5


def axis(screen: DossierScreen) -> str:
    timeline = screen.query_one(Timeline)
    return timeline.render_line(timeline.size.height - 2).text


async def test_what_sources_disagree_on_stands_on_both_clocks_and_keys_lead_to_it(visit, told):
    async with visit(told) as reader:
        screen = reader.app.screen
        assert axis(screen).count("◇") == 1  # both dates lie in one week
        await reader.press("t", "g", "m")
        assert "◇ 4 Mar 2031 or 9 Mar 2031" in reader.text
        await reader.press("c", "g")
        assert axis(screen).count("◇") == 1
        assert "◇" not in reader.rows[-2]
        await reader.press("m")
        assert "◇ 4 Mar 2031 or 9 Mar 2031: The last ferry left" in reader.rows[-2]


async def test_a_span_keeps_the_milestones_and_other_words_have_their_own(visit, told, monkeypatch):
    async with visit(told) as reader:
        screen = reader.app.screen
        shown = screen.query_one(Timeline).milestones
        assert len(shown) == 2
        asked = []
        monkeypatch.setattr(screen.questions, "milestones", lambda *wanted: asked.append(wanted))
        await reader.press("t", "g", "enter")
        assert screen.asked.span is not None
        assert screen.query_one(Timeline).milestones == shown
        assert asked == []


async def test_no_milestones_are_looked_for_while_words_are_typed(visit, told):
    async with visit(told) as reader:
        timeline = reader.app.screen.query_one(Timeline)
        await reader.press("slash")
        assert len(timeline.milestones) == 2
        await reader.write("harbour")
        assert timeline.milestones == ()
        await reader.press("enter")
        assert len(timeline.milestones) == 2
        await reader.press("slash")
        await reader.write("silence")
        await reader.press("enter")
        assert timeline.milestones == ()


async def test_a_large_dossier_has_milestones_once_its_chronology_was_asked_for(visit, told, monkeypatch):
    monkeypatch.setattr(questions, "FEW", 2)
    async with visit(told) as reader:
        timeline = reader.app.screen.query_one(Timeline)
        assert timeline.milestones == ()
        await reader.press("T", "q")
        assert len(timeline.milestones) == 2
