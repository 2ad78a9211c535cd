from __future__ import annotations

import errno
import os

import pytest

from tui.search.storage import Files
from tui.ui.messages import FolderRead
from tui.ui.screens.chronology import ChronologyScreen
from tui.ui.screens.chronology_choice import Level


async def test_a_disk_that_fills_while_a_dossier_is_read_is_told_and_the_work_goes_on(
    visit, dossier, monkeypatch: pytest.MonkeyPatch
):
    def create_file(files: Files, name: str, **options: object) -> object:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Files, "create_file", create_file)
    async with visit(dossier) as somebody:
        told = [notice.message for notice in somebody.app._notifications]
        assert len(told) == 1
        assert "is full; make room on it" in told[0]
        await somebody.press("slash")
        await somebody.write("ferry")
        assert "5 of 6 articles" in somebody.text


SIZES = [(80, 24), (120, 36), (160, 45)]
WAITS = "One moment: the articles are being read, then it opens · esc stays here"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pane", [(), ("enter",), ("t",)], ids=["list", "reader", "timeline"])
async def test_what_needs_all_articles_waits_for_a_new_folder_to_be_read_and_keys_wait_with_it(
    visit, lost_ferry, size, pane
):
    async with visit(lost_ferry, size) as reader:
        screen = reader.app.screen
        await reader.press("j", *pane)
        here, rows = screen.navigator.here, reader.rows[:-1]
        screen.folder.busy, screen.folder._new, screen.folder._read_whole = True, True, False
        await reader.press("T")
        assert WAITS in reader.rows[-1]
        await reader.press("T", "d", "j", "slash", *"ferry", "enter")
        assert WAITS in reader.rows[-1]
        assert (screen.navigator.here, reader.rows[:-1]) == (here, rows)
        screen.post_message(FolderRead(changed=False, busy=False))
        await reader.rest()
        over = reader.app.screen
        assert isinstance(over, ChronologyScreen)
        assert (over._choice.level, over.words) == (Level.DISPUTED, "ferry")
        assert "disputed" in reader.text
        await reader.press("q")
        assert screen.navigator.here.pane is here.pane


async def test_somebody_may_stay_instead(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        screen = reader.app.screen
        screen.folder.busy, screen.folder._new, screen.folder._read_whole = True, True, False
        await reader.press("equals_sign", "escape")
        assert WAITS not in reader.text
        screen.post_message(FolderRead(changed=False, busy=False))
        await reader.rest()
        assert reader.app.screen is screen
