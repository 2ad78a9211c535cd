"""A folder with a table of unknown columns is opened: the program asks once whether they hold what they look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.importing.columns import are_named, columns_of
from tui.ui.screens.columns import ColumnsScreen

ROWS = [
    ("The lock keeper of the upper gate saw the herons come back to the reeds at dawn.", "2023-03-04"),
    ("A ferry ran aground below the old mill, and nobody on board came to any harm.", "2023-03-05"),
]


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    lines = "".join(f'7,{day},"{text}"\n' for text, day in ROWS)
    (folder / "events.csv").write_text(f"nr,seen,remark\n{lines}", encoding="utf-8")
    (folder / "a.md").write_text("---\ntitle: A mill\ndate: 2022-01-02\n---\n\nThe mill turned.\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)], ids=["120x36", "80x24", "40x12"])
async def test_taken_columns_are_read_at_once(visit, tables, size):
    async with visit(tables, size) as reader:
        assert isinstance(reader.app.screen, ColumnsScreen)
        assert "text" in reader.text
        assert "remark" in reader.text
        assert "later" in reader.text
        await reader.press("y")
        assert not isinstance(reader.app.screen, ColumnsScreen)
        assert reader.app.screen.view.total == 1 + len(ROWS)
    assert columns_of(tables) == {"remark": "text", "seen": "date"}


async def test_columns_that_are_not_wanted_are_never_asked_for_again(visit, tables):
    async with visit(tables) as reader:
        await reader.press("n")
        assert reader.app.screen.view.total == 1
        assert "the account of the files says how" in " ".join(reader.text.split())
    assert are_named(tables)
    async with visit(tables) as reader:
        assert not isinstance(reader.app.screen, ColumnsScreen)


async def test_later_is_asked_again_the_next_time(visit, tables):
    async with visit(tables) as reader:
        await reader.press("escape")
        assert not isinstance(reader.app.screen, ColumnsScreen)
    async with visit(tables) as reader:
        assert isinstance(reader.app.screen, ColumnsScreen)


async def test_nobody_is_asked_about_a_folder_that_holds_no_such_table(visit, tables):
    (tables / "events.csv").unlink()
    async with visit(tables) as reader:
        assert not isinstance(reader.app.screen, ColumnsScreen)


async def test_an_answer_that_cannot_be_kept_is_told(visit, tables, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.importing.columns.atomic_write", full)
    async with visit(tables) as reader:
        await reader.press("y")
        assert "cannot be written" in " ".join(reader.text.split())
        assert reader.app.screen.view.total == 1
