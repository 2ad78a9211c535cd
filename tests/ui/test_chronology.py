"""What people take away from the chronology, and the ways that lead out of it and back, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.ui.widgets.chronology_list import ChronologyList

ARTICLES = (
    (
        "a",
        "The weir",
        "date: 2031-03-06\nsource: Lake Post\n",
        "The weir of Orma broke on 4 March 2031. It had been built in 1998.",
    ),
    (
        "b",
        "Still no weir",
        "date: 2031-08-02\nsource: Inland Times\n",
        "The council promised in May a weir of stone. The miller left the valley in 2030.",
    ),
    ("c", "The mill", "", "The mill burnt down on Friday. The roof fell in yesterday."),
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A dossier whose articles name dates, one of them without a day to count them from."""
    folder = tmp_path / "told"
    folder.mkdir()
    for name, title, facts, text in ARTICLES:
        (folder / f"{name}.md").write_text(f"---\ntitle: {title}\n{facts}language: en\n---\n\n{text}\n", "utf-8")
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program was started."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def test_what_is_written_is_counted_and_what_stayed_open_is_told_of(visit, told, elsewhere):
    async with visit(told) as reader:
        await reader.press("T")
        assert "4 events · 6 statements, 2 with an open date" in reader.rows[0]
        await reader.press("x")
        assert "Write 4 events, 4 statements, to a file" in reader.text
        reader.app.screen.query_one("FileName").value = "told.jsonl"
        await reader.press("enter")
        assert len((elsewhere / "told.jsonl").read_text(encoding="utf-8").splitlines()) == 4
        (told_of,) = (notice.message for notice in reader.app._notifications)
        assert told_of.startswith("Wrote 4 events, 4 statements, to ")
        assert told_of.endswith("told.jsonl, without 2 statements whose date stayed open.")


async def test_where_no_date_has_a_place_nothing_is_written(visit, told, elsewhere):
    async with visit(told, query="mill") as reader:
        await reader.press("T", "slash")
        await reader.write("burnt")
        await reader.press("enter", "x")
        assert "every date that is listed stayed open" in reader.text
        assert len(reader.app.screen.query_one(ChronologyList).items) == 1
        assert list(elsewhere.iterdir()) == []
