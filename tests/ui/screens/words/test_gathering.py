"""The first lines are painted before the reading goes on."""

from __future__ import annotations

from types import SimpleNamespace

from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.ui.screens.words import gathering


async def test_the_screen_says_that_the_first_lines_are_painted(visit, lost_ferry):
    async with visit(lost_ferry, query="ferry") as reader:
        await reader.press("w")
        assert reader.app.screen._read.shown.is_set()


def test_nothing_more_is_read_until_the_first_lines_are_painted(lost_ferry, monkeypatch):
    monkeypatch.setattr(gathering, "_SCREENFUL", 1)
    explorer = Explorer.open(lost_ferry)
    explorer.refresh()
    heard = []

    def post(message: gathering.LinesRead) -> bool:
        waiting = message.shown.wait

        def wait(seconds: float) -> bool:
            heard.append(len(message.lines))
            message.shown.set()
            return waiting(seconds)

        message.shown.wait = wait
        return True

    turn = SimpleNamespace(post=post, stop=lambda: False)
    gathering.gather(explorer, Query("ferry"), None, turn)
    assert len(heard) == 1
    assert heard[0] < 2
    explorer.close()
