"""Questions that come faster than they are answered."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker

from tui.core.explorer import Explorer
from tui.core.view import Query, View
from tui.errors import MaliTuiError
from tui.ui.key_queue import KeyQueue
from tui.ui.query_runner import _LONG, _YIELD, QueryRunner, Turn, _yielding


async def test_however_many_questions_come_at_once_one_thread_answers_and_the_last_one_is_shown(
    visit, dossier: Path, monkeypatch
):
    async with visit(dossier) as visiting:
        begun: list[str] = []
        run = Worker._start

        def counted(self: Worker[None], *arguments: object, **others: object) -> None:
            begun.append(self.group)
            run(self, *arguments, **others)

        monkeypatch.setattr(Worker, "_start", counted)
        for number in range(200):
            visiting.app.screen.asked = Query(f"no{number}")
        visiting.app.screen.asked = Query("ferry")
        assert begun.count("explore") == 1
        await visiting.rest()
        assert visiting.app.screen.view.query.text == "ferry"
        assert visiting.app.screen.view.total


async def test_a_question_that_comes_after_the_thread_has_ended_is_answered_too(visit, dossier: Path):
    async with visit(dossier) as visiting:
        for words in ("ferry", "harbour", "ferry"):
            visiting.app.screen.asked = Query(words)
            await visiting.rest()
            assert visiting.app.screen.view.query.text == words


class Clock:
    """A clock that goes on only while somebody sleeps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        self.slept = 0.0
        monkeypatch.setattr("tui.ui.query_runner.monotonic", lambda: self.now)
        monkeypatch.setattr("tui.ui.query_runner.sleep", self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


def asked(app: object, is_old: Callable[[], bool] = lambda: False) -> Callable[[], bool]:
    """Return what work is given to ask whether its answer is still wanted, as it begins in a worker of `app`."""
    return _yielding(SimpleNamespace(node=SimpleNamespace(app=app)), is_old)


@pytest.mark.parametrize(
    ("worked", "since_key", "back"),
    [
        (_LONG / 2, 0.0, 0.0),
        (_LONG * 2, 0.0, _YIELD),
        (_LONG * 2, _YIELD / 2, _YIELD / 2),
        (_LONG * 2, _YIELD * 2, 0.0),
    ],
    ids=["work has only begun", "a key came just now", "a key came a moment ago", "a key was answered long ago"],
)
def test_long_work_yields_until_a_key_is_answered(monkeypatch, worked: float, since_key: float, back: float):
    clock, app = Clock(monkeypatch), KeyQueue()
    stop = asked(app)
    clock.now += worked
    app.last_key_at = clock.now - since_key
    assert stop() is False
    assert clock.slept == pytest.approx(back, abs=_YIELD / 10)
    assert stop() is False
    assert clock.slept == pytest.approx(back, abs=_YIELD / 10)


def test_work_yields_for_every_key(monkeypatch):
    clock, app = Clock(monkeypatch), KeyQueue()
    stop = asked(app)
    clock.now += _LONG * 2
    for key in range(1, 4):
        app.last_key_at = clock.now
        stop()
        assert clock.slept == pytest.approx(key * _YIELD, abs=key * _YIELD / 10)


def test_nobody_yields_from_an_answer_that_is_not_wanted_any_more(monkeypatch):
    clock, app = Clock(monkeypatch), KeyQueue()
    stop = asked(app, lambda: clock.slept > _YIELD / 3)
    clock.now += _LONG * 2
    app.last_key_at = clock.now
    assert stop() is True
    assert clock.slept < _YIELD / 2
    slept, app.last_key_at = clock.slept, clock.now
    assert stop() is True
    assert clock.slept == slept


async def test_every_question_yields_for_keys(visit, dossier: Path, monkeypatch):
    given: list[Callable[[], bool]] = []

    def heard(worker: Worker[None], is_old: Callable[[], bool]) -> Callable[[], bool]:
        given.append(_yielding(worker, is_old))
        return given[-1]

    async with visit(dossier) as visiting:
        used: list[Callable[[], bool]] = []
        explore = Explorer.explore

        def explored(self: Explorer, query: Query, stop: Callable[[], bool], *more: object, **others: object) -> View:
            used.append(stop)
            return explore(self, query, stop, *more, **others)

        monkeypatch.setattr(Explorer, "explore", explored)
        monkeypatch.setattr("tui.ui.query_runner._yielding", heard)
        monkeypatch.setattr("tui.ui.key_queue.monotonic", lambda: 4321.0)
        await visiting.press("slash")
        await visiting.write("ferry")
        assert used
        assert set(used) <= set(given)
        assert visiting.app.last_key_at == 4321.0


class Noted(Message):
    """What the work of a test has to say."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screens were told by `Noted`."""
    heard: list[str] = []
    post = Screen.post_message

    def posted(self: Screen[None], message: Message) -> bool:
        if isinstance(message, Noted):
            heard.append(message.words)
        return post(self, message)

    monkeypatch.setattr(Screen, "post_message", posted)
    return heard


async def test_an_older_question_is_told_to_stop_and_what_it_says_then_is_dropped(visit, dossier: Path, noted):
    async with visit(dossier) as visiting:
        runner, asked, stopped = QueryRunner(visiting.app.screen), threading.Event(), []

        def old(turn: Turn) -> None:
            turn.post(Noted("old, still wanted"))
            assert asked.wait(30)
            stopped.append(turn.stop())
            assert not turn.post(Noted("old, too late"))

        runner.ask("noting", old)
        while not noted:
            await visiting.pilot.pause(0)
        runner.ask("noting", lambda turn: stopped.append(turn.stop()) or turn.post(Noted("new")))
        asked.set()
        await visiting.rest()
        assert stopped == [True, False]
        assert noted == ["old, still wanted", "new"]


async def test_questions_of_other_kinds_do_not_disturb_one_another(visit, dossier: Path, noted):
    async with visit(dossier) as visiting:
        runner, asked = QueryRunner(visiting.app.screen), threading.Event()
        runner.ask("one", lambda turn: asked.wait(30) and turn.post(Noted("one")))
        runner.ask("other", lambda turn: turn.post(Noted("other")))
        while not noted:
            await visiting.pilot.pause(0)
        asked.set()
        await visiting.rest()
        assert noted == ["other", "one"]


async def test_what_is_cancelled_is_neither_answered_nor_begun(visit, dossier: Path, noted):
    async with visit(dossier) as visiting:
        runner, asked = QueryRunner(visiting.app.screen), threading.Event()
        runner.ask("noting", lambda turn: turn.post(Noted("begun")) and asked.wait(30) and turn.post(Noted("late")))
        while not noted:
            await visiting.pilot.pause(0)
        runner.ask("noting", lambda turn: turn.post(Noted("never")))
        runner.cancel("noting")
        asked.set()
        await visiting.rest()
        assert noted == ["begun"]


async def test_an_error_that_a_person_can_mend_is_reported(visit, dossier: Path):
    async with visit(dossier) as visiting:

        def broken(turn: Turn) -> None:
            raise MaliTuiError("The cache is gone; press F5.")

        QueryRunner(visiting.app.screen).ask("noting", broken)
        await visiting.rest()
        assert "The cache is gone; press F5." in visiting.text
