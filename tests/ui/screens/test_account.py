"""Somebody asks what became of the files, and goes from there to the articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.explorer import Explorer
from tui.dossier.account import FileAccount, Outcome
from tui.ui.widgets.account_list import AccountList
from tui.ui.widgets.article_list import ArticleList


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A dossier with files that were read, skipped and failed, and with undated and doubtful articles."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "2021-03-02.md").write_text("---\ntitle: Ferry sinks\ndate: 2021-08-20\n---\n\nA ferry sank.\n")
    (folder / "calm.md").write_text("---\ntitle: Calm\ndate: 2021-08-21\n---\n\nNobody saw anything.\n")
    (folder / "lost.md").write_text("---\ntitle: Lost\n---\n\nNobody knows when.\n")
    (folder / "empty.md").write_text("")
    (folder / "noise.md").write_bytes(bytes(range(256)) * 20)
    return folder


SIZES = [(120, 36), (80, 24), (40, 12)]


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
async def test_the_account_lists_every_file_what_failed_first(visit, mixed, size):
    async with visit(mixed, size) as reader:
        await reader.press("A")
        listed = reader.app.screen.query_one(AccountList)
        assert [entry.name for entry in listed.entries] == [
            "noise.md",
            "2021-03-02.md",
            "calm.md",
            "empty.md",
            "lost.md",
        ]
        assert "5 files: 3 read, 1 skipped" in reader.rows[0]
        assert "[all files 5]" in reader.rows[1]
        assert "NUL bytes" in reader.rows[-2] + reader.rows[-3] + reader.rows[-4] + reader.rows[-5]


async def test_the_line_under_the_bar_names_the_key(visit, mixed):
    async with visit(mixed) as reader:
        assert "1 file could not be read · 1 doubtful date: A shows them" in reader.rows[1]


async def test_one_key_goes_from_kind_to_kind_and_back_to_all(visit, mixed):
    async with visit(mixed) as reader:
        await reader.press("A")
        seen = []
        for _ in range(5):
            await reader.press("f")
            seen.append(reader.app.screen._kind.value)
        assert seen == ["failed", "skipped", "undated", "doubtful", "all files"]
        await reader.press("F")
        assert "[doubtful 1]" in reader.rows[1]
        assert "2 Mar 2021 from the file name" in reader.text
        assert "20 Aug 2021 from the front matter (taken)" in reader.text


async def test_a_kind_that_there_is_none_of_is_passed_over(visit, dossier):
    async with visit(dossier) as reader:
        await reader.press("A", "f")
        assert "[undated 1]" in reader.rows[1]
        await reader.press("f")
        assert "[all files 6]" in reader.rows[1]


async def test_somebody_reads_a_doubtful_article_and_comes_back_to_it(visit, mixed):
    async with visit(mixed) as reader:
        await reader.press("A", "F", "enter")
        assert isinstance(reader.app.focused, ArticleList)
        assert "1 of 3 articles" in reader.rows[0]
        assert "2021 Aug 20?" in reader.text
        assert "The date is doubtful" in reader.text
        await reader.press("A")
        assert "[doubtful 1]" in reader.rows[1]
        await reader.press("q")
        assert "1 of 3 articles" in reader.rows[0]
        await reader.press("q")
        assert "[doubtful 1]" in reader.rows[1]
        await reader.press("q")
        assert "3 articles" in reader.rows[0]


async def test_a_file_leads_to_its_articles(visit, mixed):
    async with visit(mixed) as reader:
        await reader.press("A", "j", "j", "enter")
        assert "1 of 3 articles" in reader.rows[0]
        assert "Calm" in reader.text


async def test_a_file_without_articles_leads_nowhere(visit, mixed):
    async with visit(mixed) as reader:
        await reader.press("A", "enter")
        assert "No article was read from this file" in reader.text
        assert isinstance(reader.app.focused, AccountList)


async def test_what_became_of_a_file_is_copied_and_an_article_is_cited(visit, mixed):
    async with visit(mixed) as reader:
        await reader.press("A", "y")
        assert reader.app.clipboard.startswith("noise.md · failed · ")
        await reader.press("Y")
        assert reader.app.clipboard == "noise.md"
        await reader.press("F", "y")
        assert reader.app.clipboard == "no outlet named, “Ferry sinks”, 20 August 2021, date doubtful"
        await reader.press("Y")
        assert reader.app.clipboard == "Ferry sinks"


async def test_words_narrow_the_list_and_esc_takes_them_back(visit, mixed):
    async with visit(mixed) as reader:
        await reader.press("A", "slash")
        await reader.write("empty file")
        listed = reader.app.screen.query_one(AccountList)
        assert [entry.name for entry in listed.entries] == ["empty.md"]
        await reader.press("enter", "escape")
        assert len(listed.entries) == 5
        await reader.press("slash")
        await reader.write("volcano")
        assert "No line has these words." in reader.text
        await reader.press("escape", "escape")
        assert isinstance(reader.app.focused, ArticleList)


@pytest.fixture
def archived(monkeypatch) -> None:
    """Let the account hold an archive in which one file failed."""
    members = (
        FileAccount("old.zip/ferry.md", Outcome.READ, "", 1),
        FileAccount("old.zip/noise.md", Outcome.FAILED, "not a text"),
    )
    files = [FileAccount("old.zip", Outcome.READ, "2 files in it: 1 read, 1 failed", 1, members=members)]
    monkeypatch.setattr(Explorer, "accounts", lambda _: iter(files))


async def test_an_archive_opens_out_and_closes(visit, dossier, archived):
    async with visit(dossier) as reader:
        await reader.press("A")
        listed = reader.app.screen.query_one(AccountList)
        assert "▸ old.zip" in reader.text
        await reader.press("right")
        assert [entry.name for entry in listed.entries] == ["old.zip", "old.zip/ferry.md", "old.zip/noise.md"]
        assert "▾ old.zip" in reader.text
        await reader.press("G", "left")
        assert listed.entry is not None
        assert listed.entry.name == "old.zip"
        await reader.press("left")
        assert len(listed.entries) == 1


async def test_what_failed_in_an_archive_is_listed_at_once(visit, dossier, archived):
    async with visit(dossier) as reader:
        await reader.press("A", "f")
        listed = reader.app.screen.query_one(AccountList)
        assert [entry.name for entry in listed.entries] == ["old.zip", "old.zip/noise.md"]


async def test_the_account_of_an_empty_folder_says_so(visit, tmp_path):
    (tmp_path / "void").mkdir()
    async with visit(tmp_path / "void") as reader:
        await reader.press("A")
        assert "There is no file in this folder." in reader.text
        await reader.press("f", "enter", "G", "right", "space", "q")
        assert "F5 reads it again" in reader.text


async def test_hostile_names_reach_no_terminal(visit, tmp_path):
    folder = tmp_path / "hostile"
    folder.mkdir()
    (folder / "a\x1b]0;x\x07[bold].md").write_text("")
    async with visit(folder) as reader:
        await reader.press("A")
        assert "[bold]" in reader.text
        assert "\x1b" not in reader.text


async def test_the_keys_of_the_account_are_told(visit, mixed):
    async with visit(mixed) as reader:
        await reader.press("A")
        assert "next kind" in reader.rows[-1]
        await reader.press("question_mark")
        assert "open the archive" in reader.text


async def test_what_is_read_meanwhile_is_listed_too(visit, mixed):
    async with visit(mixed) as reader:
        reader.app.screen.folder.busy = True
        await reader.press("A", "j")
        assert "still reading" in reader.rows[0]
        screen = reader.app.screen
        listed = screen.query_one(AccountList)
        chosen = listed.entry
        (mixed / "0.md").write_text("It rained.\n")
        screen.explorer.refresh()
        reader.app.screen_stack[0].folder.busy = False
        screen.fetch()
        await reader.rest()
        assert len(listed.entries) == 6
        assert listed.entry == chosen
        assert "still reading" not in reader.rows[0]


async def test_what_is_cut_below_the_list_is_read_on_with_space(visit, mixed):
    async with visit(mixed, (40, 12)) as reader:
        await reader.press("A", "F")
        assert "space: all of it" in reader.text
        assert "(taken)" not in reader.text
        pages = []
        for _ in range(3):
            await reader.press("space")
            pages.append(" ".join(reader.rows[-4:]))
        assert "20 Aug 2021 from the front matter" in " ".join(pages)
        assert "2 Mar 2021 from the file name" in " ".join(pages)
        await reader.press("A", "A")
        assert "space: all of it" in reader.text
