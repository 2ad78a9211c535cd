"""Somebody says what a file says wrongly; the whole program uses it, and undo takes it back."""

from __future__ import annotations

import re

from tests.ui.screens.dossier.test_desk_keys import held
from tui.ui.widgets.reader import Reader


async def test_a_day_is_mended_and_the_cursor_stays_on_its_article(visit, lost_ferry):
    async with visit(lost_ferry, (80, 24)) as reader:
        title = reader.app.screen.query_one(Reader).reading.article.title
        await reader.press("f2")
        line = reader.app.screen.query_one("#mend-date")
        line.focus()
        line.value = "2022-13"
        await reader.press("enter")
        assert "is no date; write it as" in " ".join(reader.text.split())
        line.value = "2022-02"
        await reader.press("enter")
        article = reader.app.screen.query_one(Reader).reading.article
        assert (article.title, article.published.iso) == (title, "2022-02")
        assert re.search(r"date set by you on \d{1,2} \w{3} \d{4}", " ".join(reader.text.split()))
        assert "2022 Feb" in "\n".join(row[:31] for row in reader.rows[2:14])
        await reader.press("u")
        assert "2022 Feb" not in "\n".join(row[:31] for row in reader.rows[2:14])
    assert not held(lost_ferry).corrections


async def test_lines_that_are_left_mend_nothing(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("f2")
        await reader.write("Another title ")
        await reader.press("escape", "f2", "enter")
    assert not held(lost_ferry).corrections


async def test_what_is_typed_into_a_field_replaces_what_it_said(visit, lost_ferry):
    async with visit(lost_ferry, (80, 24)) as reader:
        await reader.press("f2", "tab")
        await reader.write("2022-02")
        await reader.press("enter")
        assert reader.app.screen.query_one(Reader).reading.article.published.iso == "2022-02"
