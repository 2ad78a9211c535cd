"""What the main screen asks: each text is parsed once, and an answer that came too late is not shown."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tui.core.search_service import SearchService
from tui.core.view import Query
from tui.ui.app import MaliTui
from tui.ui.messages import DatesReady, FolderRead, MilestonesReady, ReadingReady, ViewReady
from tui.ui.screens.dossier import questions
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.timeline import Timeline


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each text was parsed."""
    counts: Counter[str] = Counter()
    parse = SearchService.parse

    def counted(self: SearchService, text: str, *arguments: object, **others: object):
        counts[text] += 1
        return parse(self, text, *arguments, **others)

    monkeypatch.setattr(SearchService, "parse", counted)
    return counts


async def test_a_key_press_parses_its_text_once(visit, dossier: Path, parsed: Counter[str]):
    async with visit(dossier) as somebody:
        await somebody.press("slash", *"ferry")
        assert {text: parsed[text] for text in ("f", "fe", "fer", "ferr", "ferry")} == dict.fromkeys(
            ("f", "fe", "fer", "ferr", "ferry"), 1
        )


async def test_moving_and_reading_parse_nothing(visit, dossier: Path, parsed: Counter[str]):
    async with visit(dossier, query="ferry") as somebody:
        await somebody.press("j")
        parsed.clear()
        await somebody.press("j", "k", "enter", "J", "n", "h", "G", "f", "escape", "right")
        assert parsed == {}


async def test_nothing_found_parses_each_text_once(visit, dossier: Path, parsed: Counter[str]):
    async with visit(dossier) as somebody:
        parsed.clear()
        somebody.app.screen.asked = Query("ferry volcano")
        await somebody.rest()
        assert "Nothing found" in somebody.text
        assert parsed["ferry volcano"] == 1
        assert set(parsed.values()) == {1}


async def test_a_view_of_another_question_is_not_shown(visit, dossier: Path):
    async with visit(dossier) as somebody:
        screen = somebody.app.screen
        screen.asked = Query("harbour")
        await somebody.rest()
        shown = screen.view
        late = screen.explorer.explore(Query("bridge"))
        assert late.hits != shown.hits
        screen.post_message(ViewReady(late))
        await somebody.rest()
        assert screen.view is shown
        assert "3 of 6 articles" in somebody.rows[0]


async def test_an_article_under_other_words_or_off_the_cursor_is_not_shown(visit, dossier: Path):
    async with visit(dossier, query="harbour") as somebody:
        screen = somebody.app.screen
        reader, articles = screen.query_one(Reader), screen.query_one(ArticleList)
        shown = reader.reading
        other = articles.view.listed[1]
        screen.post_message(ReadingReady(screen.explorer.read(other, "harbour"), "harbour"))
        screen.post_message(ReadingReady(screen.explorer.read(shown.number, "ferry"), "ferry"))
        await somebody.rest()
        assert reader.reading is shown


async def test_a_folder_that_another_program_reads_is_looked_at_again(visit, dossier: Path, monkeypatch):
    async with visit(dossier) as somebody:
        screen = somebody.app.screen
        timers: list[object] = []
        monkeypatch.setattr(screen, "set_timer", lambda seconds, what: timers.append(what))
        screen.post_message(FolderRead(changed=False, busy=True))
        await somebody.rest()
        assert screen.folder.busy
        assert timers == [screen.questions.refresh]
        screen.post_message(FolderRead(changed=False, busy=False))
        await somebody.rest()
        assert not screen.folder.busy
        assert len(timers) == 1


async def test_dates_of_an_article_that_was_left_are_not_underlined(visit, lost_ferry: Path):
    async with visit(lost_ferry) as somebody:
        screen = somebody.app.screen
        reader, first = screen.query_one(Reader), screen.query_one(ArticleList).number
        await somebody.press("j")
        before = reader.stops["date"].spans
        screen.post_message(DatesReady(first, screen.explorer.dates(first)))
        await somebody.rest()
        assert reader.stops["date"].spans == before


async def test_milestones_of_other_words_are_not_shown(visit, lost_ferry: Path):
    async with visit(lost_ferry) as somebody:
        timeline = somebody.app.screen.query_one(Timeline)
        shown = timeline.milestones
        assert shown
        somebody.app.screen.post_message(MilestonesReady("silence", ()))
        await somebody.rest()
        assert timeline.milestones == shown


async def test_nothing_is_indexed_before_articles_are_on_the_screen(visit, dossier: Path, monkeypatch):
    painted, seen = [], []
    display, update = MaliTui._display, SearchService.update

    def shown(self: MaliTui, screen, renderable):
        display(self, screen, renderable)
        painted.append(screen.query_one(ArticleList).number)

    def updated(self: SearchService, *arguments: object):
        seen.append(any(painted))
        return update(self, *arguments)

    monkeypatch.setattr(MaliTui, "_display", shown)
    monkeypatch.setattr(SearchService, "update", updated)
    async with visit(dossier):
        assert seen
        assert all(seen)


@pytest.mark.parametrize("key", ["T", "equals_sign", "w", "B"])
async def test_a_screen_opened_over_a_query_that_cannot_be_searched_says_so_and_not_that_nothing_was_found(
    visit, dossier, key
):
    async with visit(dossier, (80, 24), query="is:foo") as reader:
        await reader.press(key)
        told = " ".join(reader.text.split())
        assert "The query is not searched, so nothing is listed: column 4: " in told
        assert "s corrects it, q goes back." in told
        assert not any(word in told for word in ("No two", "No sentence", "No text", "No article"))
        await reader.press("s", "end")
        await reader.write("x")
        assert reader.rows[0].strip() == "/ is:foox"


async def test_once_the_folder_is_read_the_figures_are_loaded(visit, dossier: Path, monkeypatch):
    loaded: list[str] = []
    monkeypatch.setattr(questions, "import_module", loaded.append)
    async with visit(dossier):
        assert loaded == list(questions.AHEAD)


def test_loading_ahead_stops_when_it_is_told_to(monkeypatch):
    loaded: list[str] = []
    monkeypatch.setattr(questions, "import_module", loaded.append)
    questions.load_ahead(lambda: len(loaded) == 2)
    assert loaded == list(questions.AHEAD[:2])


def test_what_is_loaded_ahead_is_what_opens_with_the_figures_and_no_more(process_environment: dict[str, str]):
    program = """
import sys
import tui.ui.app
from tui.ui.screens.dossier.questions import AHEAD, load_ahead
before = set(sys.modules)
if sys.argv[1] == "ahead":
    load_ahead(lambda: False)
else:
    import tui.core.figure_service, tui.figures.packing, tui.ui.screens.figures
print(*sorted(set(sys.modules) - before))
"""
    ahead, asked = (
        subprocess.run(
            [sys.executable, "-c", program, way],
            env=process_environment,
            cwd=Path(questions.__file__).parents[4],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for way in ("ahead", "asked")
    )
    assert "tui.figures.questions" in ahead
    assert ahead == asked
