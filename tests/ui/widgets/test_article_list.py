"""The list asks for rows before anybody comes to them, and not while somebody types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tui.core.view import Query
from tui.dossier.article import Provenance, PublishedDate
from tui.ui.widgets.article_list import _REST, PAGE, ArticleList

SMALL = (100, 14)


class Alarm:
    """A timer that rings when it is told to."""

    def __init__(self, after: float, ring: Callable[[], object]) -> None:
        self.after, self.ring = after, ring
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(PAGE + 6):
        text = f"The ferry {number} came in. " * (number + 2)
        (folder / f"{number:02}.md").write_text(f"---\ntitle: Ferry {number}\n---\n\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture
def alarms(monkeypatch: pytest.MonkeyPatch) -> list[Alarm]:
    """Collect the timers of the list; none of them rings by itself."""
    kept: list[Alarm] = []

    def set_timer(_list: ArticleList, delay: float, callback: Callable[[], object], **_: object) -> Alarm:
        kept.append(Alarm(delay, callback))
        return kept[-1]

    monkeypatch.setattr(ArticleList, "set_timer", set_timer)
    return kept


async def test_rows_out_of_sight_are_made_once_nobody_types_any_more(visit, many: Path, alarms: list[Alarm]):
    async with visit(many, SMALL, "ferry") as visiting:
        listed = visiting.app.screen.query_one(ArticleList)
        assert len(listed.view.listed) == PAGE + 6
        assert len(listed._rows) < PAGE
        assert alarms[-1].after == _REST
        alarms[-1].ring()
        await visiting.rest()
        assert sorted(listed._rows) == list(range(PAGE))
        assert [listed._rows[place].number for place in range(PAGE)] == list(listed.view.listed[:PAGE])


async def test_a_newer_answer_puts_the_rows_of_the_one_before_off(visit, many: Path, alarms: list[Alarm]):
    async with visit(many, SMALL, "ferry") as visiting:
        visiting.app.screen.asked = Query("came")
        await visiting.rest()
        assert len(alarms) > 1
        assert [alarm.stopped for alarm in alarms] == [True] * (len(alarms) - 1) + [False]


async def test_nothing_more_is_asked_for_where_all_rows_are_there(
    visit, dossier: Path, alarms: list[Alarm], monkeypatch: pytest.MonkeyPatch
):
    async with visit(dossier, query="ferry") as visiting:
        listed = visiting.app.screen.query_one(ArticleList)
        rows = dict(listed._rows)
        assert len(rows) == len(listed.view.listed)
        asked: list[object] = []
        with monkeypatch.context() as listening:
            listening.setattr(listed, "post_message", asked.append)
            alarms[-1].ring()
        assert asked == []


async def test_a_held_arrow_key_never_meets_a_row_that_is_not_there(visit, many: Path, alarms: list[Alarm]):
    async with visit(many, SMALL, "ferry") as visiting:
        listed = visiting.app.screen.query_one(ArticleList)
        alarms[-1].ring()
        await visiting.rest()
        for _ in range(PAGE - listed.room):
            await visiting.press("down")
            seen, unseen = listed._in_sight
            assert set(range(seen, min(unseen, PAGE))) <= set(listed._rows)


async def test_a_doubtful_day_that_comes_into_sight_makes_room_for_its_sign(visit, many: Path):
    async with visit(many, (80, 24)) as visiting:
        listed = visiting.app.screen.query_one(ArticleList)
        assert not listed.shape.doubts
        day = PublishedDate.from_iso("2021-05-04", Provenance.TEXT)
        row = replace(listed._rows[1], published=day, doubtful=True, source="")
        listed.supply(listed.view, 1, [row])
        await visiting.rest()
        assert "2021 May  4? ?   Ferry" in visiting.text
