"""Somebody wants to know where an article comes from, and opens its file or a link, and nothing opens by itself."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.widgets import OptionList

from tui.errors import MaliTuiError
from tui.ui.open_outside import edit, editor, open_outside
from tui.ui.screens.origin import OriginScreen, file_of
from tui.ui.widgets.reader import Reader


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    folder = tmp_path / "linked"
    folder.mkdir()
    front = "title: A ferry\ndate: 2021-03-06\nsource: Lake Post\nurl: https://lake.example/ferry\n"
    text = "It stands at https://harbour.example/log, and nowhere else."
    (folder / "a.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened outside of the program."""
    targets: list[str] = []
    monkeypatch.setattr("tui.ui.screens.origin.open_outside", targets.append)
    return targets


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)], ids=["120x36", "80x24", "40x12"])
async def test_file_address_and_links_are_listed_and_nothing_is_opened(visit, linked, opened, size):
    async with visit(linked, size) as reader:
        await reader.press("O")
        assert isinstance(reader.app.screen, OriginScreen)
        for words in ("File", "Address", "https://lake.example/ferry", "1 link in the text", "harbour.example/log"):
            assert words in reader.text
        await reader.press("j", "j", "k", "q")
        assert not isinstance(reader.app.screen, OriginScreen)
    assert not opened


async def test_enter_opens_what_is_chosen_and_y_copies_it(visit, linked, opened):
    async with visit(linked) as reader:
        await reader.press("enter", "O", "enter")
        assert opened == [str(linked / "a.md")]
        await reader.press("down", "enter", "down", "enter")
        assert opened[1:] == ["https://lake.example/ferry", "https://harbour.example/log"]
        await reader.press("y")
        assert reader.app.clipboard == "https://harbour.example/log"
        await reader.press("escape")
        assert isinstance(reader.app.focused, Reader)


async def test_where_the_system_has_no_program_a_sentence_says_so(visit, linked, monkeypatch):
    monkeypatch.setattr("tui.ui.open_outside.sys.platform", "linux")
    monkeypatch.setattr("tui.ui.open_outside.shutil.which", lambda name: None)
    async with visit(linked) as reader:
        await reader.press("O", "enter")
        assert "There is no program xdg-open here" in reader.text


async def test_without_an_editor_it_says_how_to_name_one(visit, linked, monkeypatch):
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with visit(linked) as reader:
        await reader.press("O", "e")
        assert "set EDITOR" in reader.text


async def test_the_editor_gets_the_terminal_and_the_file(visit, linked, monkeypatch):
    monkeypatch.setenv("EDITOR", "nano -w")
    calls = []
    monkeypatch.setattr("tui.ui.screens.origin.edit", lambda path, command: calls.append((path, command)) or "")

    @contextmanager
    def suspended():
        yield

    async with visit(linked) as reader:
        monkeypatch.setattr(reader.app, "suspend", suspended)
        await reader.press("O", "e")
    assert calls == [(linked / "a.md", ["nano", "-w"])]


async def test_without_an_article_there_is_nothing_to_show(visit, linked):
    async with visit(linked, query="zeppelin") as reader:
        await reader.press("O")
        assert not isinstance(reader.app.screen, OriginScreen)


async def test_an_address_that_is_none_is_not_offered(visit, tmp_path, opened):
    folder = tmp_path / "odd"
    folder.mkdir()
    front = "title: A ferry\ndate: 2021-03-06\nurl: javascript:alert(1)\n"
    (folder / "a.md").write_text(f"---\n{front}---\n\nNo link here.\n", encoding="utf-8")
    async with visit(folder) as reader:
        await reader.press("O")
        assert "javascript" not in reader.text
        assert len(reader.app.screen.query_one(OptionList).options) == 2


def test_a_member_of_an_archive_is_told_with_its_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("b/c.md", "x")
    assert file_of(tmp_path, "all.zip/b/c.md") == (tmp_path / "all.zip", "b/c.md")
    assert file_of(tmp_path, "gone.md") == (tmp_path / "gone.md", "")


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, []),
        ({"EDITOR": "vi"}, ["vi"]),
        ({"EDITOR": "vi", "VISUAL": "code --wait"}, ["code", "--wait"]),
        ({"EDITOR": "'"}, []),
    ],
)
def test_the_editor_is_the_one_that_is_named(environment, command) -> None:
    assert editor(environment) == command


def test_an_editor_that_is_not_there_or_fails_is_told(tmp_path: Path) -> None:
    assert "was not opened" in edit(tmp_path / "a.md", ["/no/such/editor"])
    assert edit(tmp_path / "a.md", ["true"]) == ""
    assert "ended with 1" in edit(tmp_path / "a.md", ["false"])


@pytest.mark.parametrize(("script", "said"), [("exit 0", ""), ("exit 4", "ended with 4")])
def test_what_the_system_opens_files_with_is_run(tmp_path, monkeypatch, script, said) -> None:
    program = tmp_path / "xdg-open"
    program.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/got\n{script}\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("tui.ui.open_outside.sys.platform", "linux")
    monkeypatch.setattr("tui.ui.open_outside.shutil.which", lambda name: str(program))
    failed = ""
    try:
        open_outside("https://lake.example/a b")
    except MaliTuiError as error:
        failed = str(error)
    assert (tmp_path / "got").read_text(encoding="utf-8") == "https://lake.example/a b\n"
    assert said in failed


async def test_a_file_of_another_machine_is_shown_and_never_opened(visit, linked, opened):
    async with visit(linked) as reader:
        article = reader.app.screen.explorer.article(1)
        reader.app.push_screen(OriginScreen(article, None))
        await reader.rest()
        assert "a.md, where the article was pushed from" in reader.text
        for key in ("enter", "e", "y"):
            await reader.press(key)
        assert "is not on this machine" in reader.text
        assert opened == []
