"""What people do with the program, key by key."""

from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Span
from tui.base.progress import Step
from tui.ui.messages import Progressed
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.timeline import Timeline


async def test_somebody_opens_a_dossier_and_sees_all_of_it(visit, dossier):
    async with visit(dossier) as reader:
        assert "6 articles" in reader.rows[0]
        assert [line for line in reader.rows if "Ferry sinks" in line]
        assert "A ferry sank near the harbour." in reader.text
        assert "undated" in reader.text


async def test_somebody_types_and_everything_follows(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("slash")
        await reader.write("harbour")
        assert "3 of 6 articles" in reader.rows[0]
        assert "understood as harbour" in reader.rows[1]
        assert reader.app.screen.query_one(Timeline).found.total == 3
        await reader.press("enter")
        assert isinstance(reader.app.focused, ArticleList)
        assert "mark 1 of" in reader.text


async def test_somebody_mistypes_a_field_and_is_told_where(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("slash")
        await reader.write("ferry sorce:post")
        assert "column 7:" in reader.rows[1]
        assert "source" in reader.rows[1]
        assert "not searched" in reader.rows[0]
        timeline = reader.app.screen.query_one(Timeline)
        assert (timeline.found.total, timeline.whole.total) == (0, 6), "no hits of the query before"


async def test_somebody_is_left_in_peace_while_typing_a_field(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("slash")
        await reader.write("harbour date:")
        assert "3 of 6 articles" in reader.rows[0]
        assert "one of 2023 · 2023-06 · 2023-06..2023-12" in reader.rows[1]


async def test_somebody_finds_nothing_and_takes_what_is_offered(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("slash")
        await reader.write("ferry volcano")
        assert "0 of 6 articles" in reader.rows[0]
        assert "Nothing found" in reader.text
        await reader.press("enter", "down", "enter")
        assert "0 of 6" not in reader.rows[0]
        assert reader.app.screen.query_one(SearchBar).value != "ferry volcano"


async def test_somebody_walks_the_marks_into_the_next_article(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("slash")
        await reader.write("harbour sort:date")
        await reader.press("enter")
        articles = reader.app.screen.query_one(ArticleList)
        assert articles.cursor == 0
        await reader.press("n")
        assert "mark 2 of 2" in reader.text
        await reader.press("n")
        assert articles.cursor == 1
        assert "mark 1 of 1" in reader.text
        await reader.press("N")
        assert articles.cursor == 0
        assert "mark 2 of 2" in reader.text


async def test_somebody_chooses_a_month_and_gives_it_back(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("t", "g", "enter")
        screen = reader.app.screen
        assert screen.asked.span is not None
        assert date(2021, 3, 4) in screen.asked.span
        assert screen.view.total == screen.view.found.within(screen.asked.span) > 0
        assert len(screen.query_one(ArticleList).view.hits) == screen.view.total
        await reader.press("escape")
        assert screen.asked.span is None
        assert "6 articles" in reader.rows[0]


async def test_the_span_and_the_query_narrow_together(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("slash")
        await reader.write("bridge")
        reader.app.screen.query_one(Timeline).post_message(
            Timeline.SpanChanged(Span(date(2022, 1, 1), date(2022, 12, 31)))
        )
        await reader.rest()
        assert "1 of 6 articles" in reader.rows[0]
        assert "2022" in reader.rows[0]
        await reader.press("escape")
        assert reader.app.screen.asked.text == ""


async def test_somebody_lists_the_undated(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("d")
        assert "1 of 6 articles" in reader.rows[0]
        assert "Looking back" in reader.text
        assert reader.app.screen.query_one(SearchBar).value == "is:undated"
        await reader.press("d")
        assert "6 articles" in reader.rows[0]


async def test_somebody_reads_and_steps_back(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("enter")
        assert isinstance(reader.app.focused, Reader)
        await reader.press("J")
        assert reader.app.screen.query_one(ArticleList).cursor == 1
        await reader.press("q")
        assert isinstance(reader.app.focused, ArticleList)
        await reader.press("q")
        assert not reader.app.is_running


async def test_somebody_finds_within_the_article(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("enter", "slash")
        await reader.write("harbour")
        assert "1 of 2" in reader.text
        await reader.press("enter", "n")
        assert "2 of 2" in reader.text
        await reader.press("escape")
        assert "2 of 2" not in reader.text


async def test_a_narrow_terminal_shows_one_pane_at_a_time(visit, dossier):
    async with visit(dossier, size=(40, 12)) as reader:
        assert "Articles" in reader.text
        assert "sank near the harbour" not in reader.text
        await reader.press("enter")
        assert "Articles" not in reader.text
        await reader.press("space")
        assert "sank near" in reader.text
        await reader.press("q")
        assert "Articles" in reader.text


async def test_the_help_shows_the_keys_of_the_pane(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("question_mark")
        assert "first article" in reader.text.lower()
        await reader.press("escape", "t", "question_mark")
        assert "zoom" in reader.text


async def test_every_action_is_in_the_palette(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("ctrl+p")
        await reader.write("undated")
        await reader.press("enter")
        await reader.rest()
        assert reader.app.screen.query_one(SearchBar).value == "is:undated"


async def test_somebody_looks_at_one_pane_alone(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("enter", "z")
        assert "Articles" not in reader.text
        await reader.press("z")
        assert "Articles" in reader.text


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_a_pane_alone_is_alone_only_while_it_has_the_focus(visit, dossier, size):
    async with visit(dossier, size) as reader:
        before = [row for row in reader.rows[:-1] if row.strip()]
        await reader.press("enter", "z")
        alone = reader.rows[:-1]
        await reader.press("q")
        assert [row for row in reader.rows[:-1] if row.strip()] == before
        await reader.press("enter")
        assert reader.rows[:-1] == alone
        await reader.press("t")
        assert reader.app.screen.query_one(Timeline).display
        await reader.press("q", "z")
        assert reader.app.screen.query_one(Timeline).display


async def test_the_order_is_a_word_of_the_query(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("o", "o")
        assert reader.app.screen.asked.text == "sort:-date"
        hits = reader.app.screen.view.rows
        assert hits[0].title == "Bridge opened"
        assert hits[-1].title == "Looking back"


async def test_keys_that_come_at_once_are_answered_in_turn(visit, dossier):
    async with visit(dossier) as reader:
        reader.post("slash", *"harbour", "enter", "t", "g", "enter")
        await reader.rest()
        screen = reader.app.screen
        assert screen.asked.text == "harbour"
        assert "2 of 6 articles" in reader.rows[0]
        assert "Mar 2021" in reader.rows[0]
        assert isinstance(reader.app.focused, ArticleList)
        reader.post("question_mark", "escape", "enter", "slash", *"ferry", "enter")
        await reader.rest()
        assert isinstance(reader.app.focused, Reader)
        assert "found 1 of" in reader.text
        reader.post("q", "q", "q", "q")
        await reader.rest()
        assert not reader.app.is_running


async def test_a_selection_says_what_its_keys_do(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("enter", "v")
        assert "1 word selected" in reader.text
        assert "y copy" in reader.rows[-1]
        assert "v more" in reader.rows[-1]
        await reader.press("v")
        assert "words selected" in reader.text
        await reader.press("escape")
        assert "selected" not in reader.text
        assert "v more" not in reader.rows[-1]


async def test_a_span_says_that_it_hides_the_undated(visit, dossier):
    async with visit(dossier) as reader:
        assert "hidden" not in reader.text
        await reader.press("t", "g", "enter")
        assert "hidden" in reader.text


async def test_somebody_adds_a_clipping_while_the_dossier_is_open(visit, dossier):
    async with visit(dossier) as reader:
        (dossier / "late.md").write_text("# Lamps for the quay\n\nThe quay is lit since Monday.\n", encoding="utf-8")
        await reader.press("f5")
        assert "7 articles" in reader.rows[0]
        assert "Lamps for the quay" in reader.text
        assert "Read again: 7 files, 7 articles." in reader.text
        (dossier / "late.md").unlink()
        await reader.press("f5")
        assert "6 articles" in reader.rows[0]


async def test_somebody_reads_a_folder_again_in_which_nothing_changed(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("f5")
        assert "Nothing has changed in the folder." in reader.text
        assert "Nothing has changed in the folder." in reader.rows[-1], "over no part of what it speaks of"


async def test_reading_goes_on_where_it_was_when_the_folder_has_been_read_again(visit, dossier):
    text = "The harbour wall is watched day and night. " * 400
    (dossier / "long.md").write_text(f"---\ntitle: The watch\ndate: 2022-05-01\n---\n\n{text}\n", encoding="utf-8")
    async with visit(dossier, query="watched") as reader:
        await reader.press("enter", *"nnnnnn", "space", "v", "v")
        page, shown = reader.app.screen.query_one(Reader), [row[46:] for row in reader.rows[3:-14]]
        (dossier / "copy.md").write_text(f"# The watch, again\n\n{text}\n", encoding="utf-8")
        await reader.press("f5")
        assert "2 of 8 articles" in reader.rows[0]
        assert page.reading.copies_total == 1
        assert [row[46:] for row in reader.rows[3:-14]] == shown
        assert page.selection.spots is not None


async def test_a_note_that_comes_late_does_not_move_the_text(visit, dossier):
    text = "The harbour wall is watched day and night. " * 400
    late, front = dossier / "late.md", "---\ntitle: The watch\ndate: 2022-05-01\n"
    late.write_text(f"{front}---\n\n{text}\n", encoding="utf-8")
    async with visit(dossier, query="watched") as reader:
        await reader.press("enter", "space", "space")
        page, shown = reader.app.screen.query_one(Reader), [row[46:] for row in reader.rows[4:-14]]
        late.write_text(f"{front}retold: true\n---\n\n{text}\n", encoding="utf-8")
        await reader.press("f5")
        assert [row[46:] for row in reader.rows[4:-14]] == shown
        assert page.viewport.document.section("note") is not None


async def test_an_article_whose_file_has_changed_is_read_on_at_the_same_place(visit, dossier):
    text = "The harbour wall is watched day and night. " * 400
    file, front = dossier / "long.md", "---\ntitle: The watch\ndate: 2022-05-01\n---\n\n"
    file.write_text(f"{front}{text}\n", encoding="utf-8")
    (dossier / "later.md").write_text("# The watch ends\n\n2023-05-01\n\nNo wall is watched.\n", encoding="utf-8")
    async with visit(dossier, query="watched sort:-date") as reader:
        await reader.press("enter", "space", "space")
        page = reader.app.screen.query_one(Reader)
        assert page.reading.article.title == "The watch"
        place = page.line
        file.write_text(f"{front}{text}Nobody came.\n", encoding="utf-8")
        await reader.press("f5")
        assert page.reading.article.text.endswith("Nobody came.")
        assert page.line == place


async def test_what_is_shown_stays_while_a_folder_that_was_read_is_read_again(visit, dossier):
    async with visit(dossier, query="ferry") as reader:
        screen = reader.app.screen
        before, asked = screen.view, []
        screen.questions.explore = lambda *wanted: asked.append(wanted)
        for done in (0, 3, 6):
            screen.post_message(Progressed(Step("indexing", done, 6), "indexing"))
        await reader.rest()
        assert asked == []
        assert screen.view is before


async def test_a_selection_that_scrolls_is_told_until_it_ends(visit, dossier):
    text = "The harbour wall is watched day and night. " * 400
    (dossier / "long.md").write_text(f"---\ntitle: The watch\ndate: 2020-05-01\n---\n\n{text}\n", encoding="utf-8")
    async with visit(dossier) as reader:
        await reader.press("enter", "v", "v", "v")
        assert "3,200 words selected" in reader.text
        await reader.press("escape")
        assert "words selected" not in reader.text
        assert " % · no source named" in reader.text


async def test_what_the_signs_of_the_timeline_mean_stands_below_its_keys(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("t", "question_mark")
        assert "Solid bars are hits" in reader.text


async def test_the_sheet_of_keys_is_scrolled_as_texts_are(visit, dossier):
    async with visit(dossier, (80, 24)) as reader:
        await reader.press("enter", "question_mark")
        top = reader.text
        await reader.press("G")
        assert "esc closes" in reader.text
        await reader.press("b", "space", "k", "j")
        assert "esc closes" in reader.text
        await reader.press("g")
        assert reader.text == top


async def test_the_only_pane_begins_at_the_edge(visit, dossier):
    async with visit(dossier, (40, 12)) as reader:
        for key in ("enter", "left"):
            await reader.press(key)
            (shown,) = (pane for pane in reader.app.screen.query(".pane") if pane.display)
            assert (shown.region.x, shown.region.width) == (0, 40)
    async with visit(dossier) as reader:
        await reader.press("enter", "z")
        assert reader.app.screen.query_one("#reader-pane").region.x == 0


async def test_only_what_has_to_be_acted_upon_lies_over_the_keys_for_long(visit, dossier):
    async with visit(dossier) as reader:
        reader.app.notify("The article is starred.", timeout=60)
        assert [said.timeout for said in reader.app._notifications] == [4]
        reader.app.notify("The disk is full.", severity="warning", timeout=60)
        assert [said.timeout for said in reader.app._notifications] == [60]
