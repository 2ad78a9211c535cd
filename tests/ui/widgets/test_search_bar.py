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
