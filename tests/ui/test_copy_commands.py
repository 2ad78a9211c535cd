"""Somebody chooses a citation style and finds an earlier copy again, from the palette."""

from __future__ import annotations

import pytest

from tui.ui.clipboard import copy
from tui.ui.copy_commands import first_words


def said(reader) -> str:
    """Return every sentence that the application said, painted or still to be."""
    return "\n".join(notice.message for notice in reader.app._notifications)


async def choose(reader, *words: str) -> None:
    """Type words in the palette and take the first command; further words are for the lists that open."""
    await reader.press("ctrl+p")
    for each in words:
        await take(reader, each)


async def take(reader, words: str) -> None:
    """Take the command that has these words."""
    await reader.write(words)
    await reader.press("enter")
    await reader.rest()  # the palette holds repaints up until the next idle moment


async def test_the_style_that_is_chosen_is_that_of_the_next_copy(visit, dossier):
    async with visit(dossier, query="sinks") as reader:
        await reader.press("c")
        assert reader.app.clipboard == "Coast Post, “Ferry sinks”, 4 March 2021"
        await choose(reader, "citation style")
        await reader.press("j", "j", "j", "j", "enter")
        assert "Citation style: mla." in said(reader)
        await reader.press("c")
        assert reader.app.clipboard == "“Ferry sinks.” Coast Post, 4 Mar. 2021."


async def test_an_earlier_copy_is_copied_again_as_it_was(visit, dossier):
    async with visit(dossier) as reader:
        await choose(reader, "copied before")
        assert "Nothing was copied yet" in said(reader)
        for text in ("one [red]first[/]", "two"):
            copy(reader.app, text)
        await choose(reader, "copied before")
        assert "one [red]first[/]" in reader.text
        assert reader.text.index("two") < reader.text.index("one [red]first[/]")
        await take(reader, "first")
        assert reader.app.clipboard == "one [red]first[/]"


def test_an_earlier_copy_is_listed_as_one_short_line():
    assert first_words("one\n\ntwo\x1b") == "one two"
    assert first_words("word " * 40) == "word " * 11 + "word…"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_copy_says_its_style_and_the_key_that_lists_the_others_with_samples(visit, dossier, size):
    async with visit(dossier, size, query="sinks") as reader:
        await reader.press("y")
        assert "Style plain: ; shows the others." in said(reader)
        await reader.press("Y")
        assert "Style" not in said(reader), "the words alone have none"
        await reader.press("semicolon")
        assert "plain · chosen" in reader.text
        assert "Coast Post, “Ferry sinks”, 4 March 2021" in reader.text
        assert "“Ferry sinks.” Coast Post, 4 Mar. 2021." in reader.text
        await reader.press("k", "escape", "y")
        assert "Style plain" in said(reader), "escape chooses none"
