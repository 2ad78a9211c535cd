from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.explorer import Explorer
from tui.core.exported import exported
from tui.core.view import Query
from tui.errors import Cancelled
from tui.export.articles import FORMATS


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


LONG = "The ferry that had crossed the lake of Orma every morning since 1998 was taken out of service by Dr. Vale."


@pytest.mark.parametrize("form", ["ris", "csl", "bibtex", "biblatex", "csv", "json", "markdown", "html"])
def test_a_title_made_of_the_first_words_leaves_the_program_whole(tmp_path: Path, form: str):
    folder = tmp_path / "untitled"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{LONG} Nobody waved.\n\nMore was not said of it.\n", encoding="utf-8")
    explorer = Explorer.open(folder)
    explorer.refresh()
    try:
        view = explorer.explore(Query(""))
        (row,) = explorer.rows(view, 0, 1)
        assert row.title.endswith("…")
        written = FORMATS[form][1](exported(explorer, view), "plain", "All")
        assert LONG.removesuffix(".") in written
        assert row.title not in written
    finally:
        explorer.close()
