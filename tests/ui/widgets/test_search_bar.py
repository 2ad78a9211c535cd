"""The line of the question: what it shows while it is typed in, and after it was left."""

from __future__ import annotations

import pytest

LONG = "ferry OR " + " OR ".join(f"harbour{number}" for number in range(20))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)])
async def test_a_question_that_is_too_long_shows_its_beginning_once_it_is_left(visit, dossier, size):
    async with visit(dossier, size, query=LONG) as reader:
        assert reader.rows[0].startswith(f" / {LONG[:40]}")
        assert "…" in reader.rows[0]
        await reader.press("slash")
        assert "harbour19" in reader.rows[0]
        await reader.press("enter")
        assert reader.rows[0].startswith(f" / {LONG[:40]}")


async def test_a_question_that_fits_is_shown_whole(visit, dossier):
    async with visit(dossier, (80, 24), query="ferry") as reader:
        assert reader.rows[0].strip() == "/ ferry"


@pytest.mark.parametrize(
    ("way", "keys", "words"),
    [
        (("slash",), ("b",), "b"),
        (("s",), ("b",), "b"),
        (("shift+tab",), ("b",), "b"),
        (("slash",), ("end", "b"), "ferryb"),
        (("slash",), ("right", "b"), "ferryb"),
        (("slash",), ("space", "b"), "ferry b"),
        (("slash",), ("left", "b"), "bferry"),
        (("slash",), ("ctrl+u", "b"), "b"),
        (("slash",), ("b", "space", "c"), "b c"),
    ],
)
async def test_typing_replaces_a_query_that_stood_there_and_end_right_or_a_space_go_behind_it(
    visit, dossier, way, keys, words
):
    async with visit(dossier, (80, 24), query="ferry") as reader:
        await reader.press(*way, *keys)
        assert reader.rows[0].strip() == f"/ {words}"


async def test_what_is_suggested_behind_the_cursor_is_still_taken_by_the_right_key(visit, dossier):
    async with visit(dossier, (80, 24), query="bridge") as reader:
        await reader.press("slash")
        await reader.write("ferr")
        suggested = reader.rows[0].strip().removeprefix("/ ")
        assert suggested != "ferr"
        await reader.press("right")
        assert reader.app.screen.asked.text == suggested
