from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.explorer import Explorer
from tui.core.exported import exported
from tui.core.view import Query
from tui.errors import Cancelled


@pytest.fixture
def explorer(dossier: Path):
    opened = Explorer.open(dossier)
    opened.refresh()
    yield opened
    opened.close()


def test_the_rows_come_in_the_order_of_the_list_with_their_passages(explorer: Explorer):
    view = explorer.explore(Query("harbour sort:-date"))
    told: list[int] = []
    articles = list(exported(explorer, view, report=told.append))
    assert [each.head.number for each in articles] == list(view.listed)
    assert all("harbour" in each.passages[0].lower() for each in articles)
    assert told == [len(view.listed)]


def test_it_is_left_soon_after_nobody_wants_it(explorer: Explorer):
    view = explorer.explore(Query(""))
    with pytest.raises(Cancelled):
        next(exported(explorer, view, stop=lambda: True))
