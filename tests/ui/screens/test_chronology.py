"""What people take away from the chronology, and the ways that lead out of it and back, key by key."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tui.base.days import Clock
from tui.chronology.telling import Sign
from tui.errors import CacheError
from tui.ui.screens.chronology import ChronologyScreen
from tui.ui.screens.dossier import DossierScreen
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.chronology_list import ChronologyList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.timeline import Timeline

ARTICLES = (
    (
        "a",
        "The weir",
        "date: 2021-03-06\nsource: Lake Post\n",
        "The weir of Orma broke on 4 March 2021. It had been built in 1998.",
    ),
    (
        "b",
        "Still no weir",
        "date: 2021-08-02\nsource: Inland Times\n",
        "The council promised in May a weir of stone. The miller left the valley in 2020.",
    ),
    ("c", "The mill", "", "The mill burnt down on Friday. The roof fell in yesterday."),
)


@pytest.fixture
def weir(tmp_path: Path) -> Path:
    """A dossier whose articles name dates, one of them without a day to count them from."""
    folder = tmp_path / "told"
    folder.mkdir()
    for name, title, facts, text in ARTICLES:
        (folder / f"{name}.md").write_text(f"---\ntitle: {title}\n{facts}language: en\n---\n\n{text}\n", "utf-8")
    return folder


async def test_what_is_written_is_counted_and_what_stayed_open_is_told_of(visit, weir, elsewhere):
    async with visit(weir) as reader:
        await reader.press("T", "a", "z")
        assert "4 events · 6 statements, 2 without a day" in reader.rows[0]
        await reader.press("x")
        assert "Write 4 events, 4 statements, to a file" in reader.text
        reader.app.screen.query_one("FileName").value = "told.jsonl"
        await reader.press("enter")
        assert len((elsewhere / "told.jsonl").read_text(encoding="utf-8").splitlines()) == 4
        (told_of,) = (notice.message for notice in reader.app._notifications)
        assert told_of.startswith("Wrote 4 events, 4 statements, to ")
        assert told_of.endswith("told.jsonl, without 2 statements whose date is open.")


async def test_where_no_date_has_a_place_nothing_is_written(visit, weir, elsewhere):
    async with visit(weir, query="mill") as reader:
        await reader.press("T", "a", "z", "slash")
        await reader.write("burnt")
        await reader.press("enter", "x")
        assert "every date that is listed is open" in reader.text
        assert len(reader.app.screen.query_one(ChronologyList).items) == 1
        assert list(elsewhere.iterdir()) == []


async def test_somebody_reads_a_statement_and_goes_back_one_step_at_a_time(visit, weir):
    async with visit(weir) as reader:
        await reader.press("T", "a", "z", "j", "j")
        left = reader.rows
        await reader.press("enter")
        assert isinstance(reader.app.focused, Reader)
        await reader.press("q")
        assert reader.rows == left
        await reader.press("j", "enter", "q", "q")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, ArticleList)
        await reader.press("q")
        assert not reader.app.is_running


async def test_the_way_back_is_that_to_where_the_chronology_was_asked_for(visit, weir):
    async with visit(weir) as reader:
        await reader.press("enter", "T", "G", "enter", "q", "q")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, Reader)
        await reader.press("q")
        assert isinstance(reader.app.focused, ArticleList)


OTHER_WAYS = [
    ("to the list and in again", ("h", "enter")),
    ("other words", ("f5", "s", "w", "e", "i", "r", "enter", "enter")),
]


@pytest.mark.parametrize("keys", [way[1] for way in OTHER_WAYS], ids=[way[0] for way in OTHER_WAYS])
async def test_another_way_leads_back_to_the_list_as_ever(visit, weir, keys):
    async with visit(weir) as reader:
        await reader.press("T", "enter", *keys)
        assert isinstance(reader.app.focused, Reader)
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, ArticleList)


async def test_a_statement_of_a_copy_leads_back_too(visit, weir):
    for name, source in (("x", "Lake Post"), ("y", "Inland Times"), ("z", "Courier")):
        text = (
            "The lock keeper of Orma counted nine barges and twenty rafts on the day that the lock opened in 2029. " * 3
        )
        (weir / f"{name}.md").write_text(f"---\ntitle: {name}\nsource: {source}\n---\n\n{text}\n", encoding="utf-8")
    async with visit(weir) as reader:
        screen = reader.app.screen
        await reader.press("T", "a", "z", "slash")
        await reader.write("2029")
        await reader.press("enter", "G", "enter")
        assert screen.asked.opened
        await reader.press("q")
        assert "1 of 5 events" in reader.rows[0]
        assert reader.app.screen.query_one(ChronologyList).item.statement.source == "Courier"


async def test_a_narrow_terminal_leads_back_too(visit, weir):
    async with visit(weir, size=(40, 12)) as reader:
        await reader.press("T", "enter", "q", "q")
        assert isinstance(reader.app.focused, ArticleList)
        assert "The weir" in reader.text


async def test_the_timeline_says_what_the_chronology_changed_and_leads_back(visit, weir):
    async with visit(weir) as reader:
        screen = reader.app.screen
        await reader.press("t", "g", "enter", "T")
        asked, left = screen.asked, reader.rows[:6]
        assert asked.span is not None
        await reader.press("t")
        assert (screen.asked.clock, screen.asked.span) == (Clock.MENTIONED, None)
        (notice,) = reader.app._notifications
        assert notice.message.startswith(
            "Now showing the dates that texts name, for all time; q goes back to published "
        )
        await reader.press("t")
        assert (screen.asked, reader.rows[:6]) == (asked, left)
        await reader.press("q")
        assert isinstance(reader.app.focused, ArticleList)


async def test_a_date_that_is_followed_out_of_a_span_says_so(visit, weir):
    async with visit(weir) as reader:
        await reader.press("enter", "e", "enter", "t")
        assert not reader.app._notifications
        await reader.press("t", "g", "enter", "enter", "e", "enter")
        (notice,) = reader.app._notifications
        assert "for all time; q goes back to published" in notice.message
        await reader.press("t")
        assert isinstance(reader.app.focused, Reader)


async def test_a_span_of_what_happened_stays_where_the_date_lies_in_it(visit, weir):
    async with visit(weir) as reader:
        screen = reader.app.screen
        await reader.press("t", "c", "G", "enter", "T", "a", "z", "g")
        asked = screen.asked
        assert asked.span is not None
        await reader.press("t")
        assert screen.asked == asked
        assert screen.query_one(Timeline).has_focus
        assert not reader.app._notifications
        await reader.press("q", "q")
        assert isinstance(reader.app.focused, ArticleList)
        assert screen.asked == asked


async def test_the_clock_alone_is_told_of_too(visit, weir):
    async with visit(weir) as reader:
        await reader.press("T", "t")
        (notice,) = reader.app._notifications
        assert notice.message == "Now showing the dates that texts name; q goes back to published."
        await reader.press("enter")
        assert reader.app.screen.asked.span is not None
        assert isinstance(reader.app.focused, ArticleList)
        await reader.press("t", "t")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, ArticleList)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)])
async def test_it_opens_where_the_reports_disagree_and_again_where_it_was_left(visit, lost_ferry, size):
    async with visit(lost_ferry, size) as reader:
        await reader.press("T")
        listing = reader.app.screen.query_one(ChronologyList)
        assert listing.items.signs(listing.items.position(listing.cursor)) & Sign.DISPUTED
        assert "disputed:" in reader.text
        await reader.press("g", "q", "T")
        assert reader.app.screen.query_one(ChronologyList).cursor == 0


async def test_two_keys_show_what_happened_and_who_disagrees(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "a", "z")
        assert isinstance(reader.app.screen, ChronologyScreen)
        assert "3 events · 1 disputed · 4 statements" in reader.rows[0]
        assert "disputed: 4 Mar 2021 (Lake Post) or 9 Mar 2021 (Inland Times)" in reader.text
        lines = [line for line in reader.rows if "1998" in line or "Feb 2021" in line or "disputed:" in line]
        assert "1998" in lines[-1]
        await reader.press("n")
        assert "“4 March 2021”: 4 Mar 2021, as written" in reader.text


async def test_each_statement_leads_to_its_sentence_and_back(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "G")
        assert reader.app.screen.query_one(ChronologyList).item.statement.source == "Inland Times"
        left = reader.rows
        await reader.press("enter")
        assert isinstance(reader.app.screen, DossierScreen)
        assert isinstance(reader.app.focused, Reader)
        assert reader.app.screen.query_one(Reader).date.text == "9 March 2021"
        assert "A lake without a ferry" in reader.text
        assert "“9 March 2021”" in reader.rows[1]
        await reader.press("T")
        assert reader.rows == left


async def test_a_statement_of_the_article_that_is_open_is_found_too(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "a", "z", "G", "enter")
        assert reader.app.screen.query_one(Reader).date.text == "1998"


async def test_somebody_narrows_the_chronology_and_gives_it_back(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "a", "z", "slash")
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


async def test_nothing_that_matches_says_what_to_do(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "slash")
        await reader.write("volcano")
        assert "No statement has these words." in reader.text
        await reader.press("enter", "enter", "y", "t", "n")
        assert isinstance(reader.app.screen, ChronologyScreen)


async def test_a_statement_is_copied_with_its_source_and_whose_words_it_holds(visit, lost_ferry, own_surroundings):
    for path in lost_ferry.glob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\nretold: true\n", 1), encoding="utf-8")
    async with visit(lost_ferry) as reader:
        await reader.press("T", "a", "z", "G", "y")
        copied = (own_surroundings / "data" / "last-copy.txt").read_text(encoding="utf-8")
        assert reader.app.clipboard == copied
        assert copied == ("The harbour was founded in 1998. (retold from Lake Post, “The ferry is gone”, 6 March 2021)")
        assert "retold from Lake Post · 6 Mar 2021" in reader.text
        assert "Retold: not" in reader.text
        await reader.press("Y")
        assert reader.app.clipboard == "The harbour was founded in 1998."
        await reader.press("c")
        assert reader.app.clipboard == "retold from Lake Post, “The ferry is gone”, 6 March 2021"


async def test_a_day_that_was_inferred_is_named_in_the_citation(visit, lost_ferry):
    async with visit(lost_ferry, query="fishermen") as reader:
        await reader.press("T", "a", "z", "slash")
        await reader.write("mayor")
        await reader.press("enter", "y")
        assert reader.app.clipboard == (
            "“Last month the mayor signed an agreement with the fishermen.” "
            "(Lake Post, “The ferry is gone”, 6 March 2021, day of the event inferred: Feb 2021)"
        )


async def test_the_chronology_is_that_of_the_query(visit, lost_ferry):
    async with visit(lost_ferry, query="fishermen") as reader:
        await reader.press("T")
        assert "found by fishermen" in reader.rows[1]
        assert "Inland Times" not in reader.text
        await reader.press("q")
        assert isinstance(reader.app.screen, DossierScreen)


async def test_articles_without_dates_have_an_empty_chronology(visit, lost_ferry):
    async with visit(lost_ferry, query="silence") as reader:
        await reader.press("T", "n", "G", "space", "enter", "x", "y")
        assert isinstance(reader.app.screen, ChronologyScreen)
        assert "No sentence of these articles says when" in reader.text


async def test_the_chronology_leads_to_the_timeline(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "a", "z", "G", "t")
        timeline = reader.app.screen.query_one(Timeline)
        assert timeline.has_focus
        assert (timeline.clock, timeline._day) == (Clock.MENTIONED, date(1998, 1, 1))


async def test_a_small_terminal_shows_the_chronology_too(visit, lost_ferry):
    async with visit(lost_ferry, size=(40, 12)) as reader:
        await reader.press("T", "a")
        assert "Mar 2021" in reader.text
        seen = set()
        for _ in range(12):
            await reader.press("j")
            seen |= {row.strip() for row in reader.rows}
        assert any("Inland Times · 2 Apr 2021" in row for row in seen)
        await reader.press("enter")
        assert "9 March 2021" in reader.text


async def test_pages_go_through_every_statement(visit, lost_ferry):
    async with visit(lost_ferry, size=(40, 12)) as reader:
        await reader.press("T", "a", "z")
        listed = reader.app.screen.query_one(ChronologyList)
        for _ in range(8):
            await reader.press("space")
        assert listed.cursor == len(listed.items) - 1
        for _ in range(8):
            await reader.press("b")
        assert listed.cursor == 0


async def name_file(reader, name: str) -> None:
    reader.app.screen.query_one("FileName").value = name
    await reader.press("enter")


async def test_somebody_writes_the_chronology_to_a_file(visit, lost_ferry, elsewhere):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "a", "z", "x", "enter")
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


async def test_only_what_is_listed_is_written(visit, lost_ferry, elsewhere):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "a", "z", "slash")
        await reader.write("mayor")
        await reader.press("enter", "x", "enter")
        written = (elsewhere / "chronology.md").read_text(encoding="utf-8")
        assert "mayor" in written
        assert "ferry" not in written


async def test_no_file_is_written_over_unasked_nor_into_the_dossier(visit, lost_ferry, elsewhere):
    (elsewhere / "mine.md").write_text("mine", encoding="utf-8")
    before = sorted(lost_ferry.iterdir())
    async with visit(lost_ferry) as reader:
        await reader.press("T", "a", "z", "x")
        await name_file(reader, "mine.md")
        assert "is there already" in reader.text
        assert (elsewhere / "mine.md").read_text(encoding="utf-8") == "mine"
        await name_file(reader, str(lost_ferry / "new.md"))
        assert "never written" in reader.text
        await name_file(reader, "mine.md")
        assert (elsewhere / "mine.md").read_text(encoding="utf-8") == "mine"
        await reader.press("enter")
        assert "Wrote 3 events" in reader.text
        assert (elsewhere / "mine.md").read_text(encoding="utf-8") != "mine"
    assert sorted(lost_ferry.iterdir()) == before


async def test_the_keys_are_in_the_help_and_the_palette(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("enter", "question_mark")
        assert "previous date named in the text" in reader.text
        await reader.press("escape", "T", "question_mark")
        assert "next disputed date" in reader.text
        await reader.press("escape", "colon")
        await reader.write("disputed")
        assert "Next disputed date" in reader.text


async def test_the_bundled_dossier_tells_2012_to_2024(visit, bundled):
    async with visit(bundled) as reader:
        await reader.press("T", "a", "z")
        items = reader.app.screen.query_one(ChronologyList).items
        assert items[0].date == "4 Jul 2012"
        assert items[-1].statement.timex.span is None or items[-1].statement.timex.span.last.year == 2024
        assert any(item.disputed for item in items)
        assert len({item.statement.source for item in items}) >= 5


HARBOUR = (
    ("a", "Lake Post", "2021-03-06", "The last ferry left Orma on 4 March 2021. The pier fell on 7 May 2020."),
    ("b", "Inland Times", "2021-03-09", "The last ferry left Orma on 4 March 2021. In 2028 the quay was built."),
    ("c", "Courier", "2021-04-01", "A new quay will be built on 9 June 2022. There is a fair on 8 May 2020."),
    ("d", "Courier", "2021-04-02", "The mill of Orma was sold on 12 March 2021. It had burnt in 1899."),
)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A dossier in which several outlets tell of one event."""
    folder = tmp_path / "harbour"
    folder.mkdir()
    for name, source, day, text in HARBOUR:
        front = f"title: {name}\ndate: {day}\nsource: {source}\nlanguage: en\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", "utf-8")
    return folder


def listed(reader) -> list[str]:
    """Return the dates that are listed, with the heads of months."""
    items = reader.app.screen.query_one(ChronologyList).items
    return [f"{item.month}: {item.date}" if item.month else item.date for item in items if item.date]


async def test_what_is_worth_reading_is_listed_and_one_key_lists_all(visit, harbour):
    async with visit(harbour) as reader:
        await reader.press("T")
        worth = ["May 2020: 7 May 2020", "Mar 2021: 4 Mar 2021", "12 Mar 2021", "Jun 2022: 9 Jun 2022"]
        assert listed(reader) == worth
        assert "4 of 7 events" in reader.rows[0]
        assert "worth reading · a 1 more · z 2 vague or far off" in reader.rows[1]
        await reader.press("a")
        assert listed(reader) == ["May 2020: 7 May 2020", "8 May 2020", *worth[1:]]
        await reader.press("z")
        assert listed(reader)[-2:] == ["Vague and far-off dates: 1899", "2028"]
        assert "7 events" in reader.rows[0]
        await reader.press("a", "z")
        assert listed(reader) == worth


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_is_listed_and_what_each_key_lists_more_add_up_to_all_events(visit, harbour, size):
    async with visit(harbour, size) as reader:
        await reader.press("T")
        for keys in ((), ("a",), ("z",), ("a",), ("z",)):
            await reader.press(*keys)
            head, keyed = reader.rows[0], reader.rows[1]
            whole = re.search(r"(\d+) events", head)
            listed = re.search(r"(\d+) of \d+ events", head) or whole
            more, far = re.search(r"· a (\d+) more", keyed), re.search(r"z (\d+) vague or far off", keyed)
            assert int(whole[1]) == int(listed[1]) + sum(int(found[1]) for found in (more, far) if found)
        for narrower in ("f", "d"):
            await reader.press(narrower)
            assert "· a every event" in reader.rows[1]


async def test_no_key_is_hinted_at_that_has_nowhere_to_go(visit, harbour):
    async with visit(harbour, (80, 24)) as reader:
        await reader.press("T")
        if "disputed" in reader.rows[0]:
            assert "n next disputed date" in reader.rows[-1]
            await reader.press("slash")
            await reader.write("ferry")
            await reader.press("enter")
        assert "n next disputed date" not in reader.rows[-1]
        await reader.press("n")
        assert "No date is disputed among these events." in reader.text


async def test_one_key_lists_what_several_sources_tell_or_one_source_or_disputes(visit, harbour):
    async with visit(harbour) as reader:
        await reader.press("T", "f")
        assert listed(reader) == ["Mar 2021: 4 Mar 2021"]
        await reader.press("f", "G", "o")
        assert "by Courier" in reader.rows[1]
        assert listed(reader) == ["Mar 2021: 12 Mar 2021", "Jun 2022: 9 Jun 2022"]
        await reader.press("o", "d")
        assert listed(reader) == []
        assert "Nothing of this kind is told." in reader.text


async def test_keys_go_by_years(visit, harbour):
    async with visit(harbour) as reader:
        await reader.press("T")
        chosen = []
        for key in (">", ">", ">", "<", "j", "<", "<"):
            await reader.press("greater_than_sign" if key == ">" else "less_than_sign" if key == "<" else key)
            chosen.append(reader.app.screen.query_one(ChronologyList).item.statement.timex.value)
        days = ["2021-03-04", "2022-06-09", "2022-06-09", "2021-03-04", "2021-03-04", "2020-05-07", "2020-05-07"]
        assert chosen == days
        assert "No other year that way." in {notice.message for notice in reader.app._notifications}


async def test_nothing_is_denied_while_it_is_being_read(visit, harbour, monkeypatch):
    monkeypatch.setattr("tui.ui.screens.chronology.partial", lambda *_: lambda turn: None)
    async with visit(harbour) as reader:
        await reader.press("T")
        assert "Reading what the texts say happened" in reader.text
        assert "No statement" not in reader.text


async def test_how_it_was_narrowed_comes_back(visit, harbour):
    async with visit(harbour) as reader:
        await reader.press("T", "a", "z", "G", "enter", "q")
        assert "every event" in reader.rows[1]
        assert reader.app.screen.query_one(ChronologyList).item.statement.timex.value == "2028"


async def test_what_could_not_be_read_to_its_end_is_read_anew(visit, harbour, monkeypatch):
    from tui.core.queried_statements import QueriedStatements

    real = QueriedStatements.open_ones

    def failing(statements):
        raise CacheError("The catalogue cannot be used.")

    monkeypatch.setattr(QueriedStatements, "open_ones", failing)
    async with visit(harbour) as reader:
        await reader.press("T")
        assert "The catalogue cannot be used." in {notice.message for notice in reader.app._notifications}
        monkeypatch.setattr(QueriedStatements, "open_ones", real)
        await reader.press("q", "T")
        assert len(listed(reader)) == 4
