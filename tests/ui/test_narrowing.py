from __future__ import annotations

from pathlib import Path


async def test_a_facet_is_taken_into_the_query_and_out_of_it_again(visit, dossier: Path):
    async with visit(dossier) as visiting:
        await visiting.press("f")
        assert "Sources" in visiting.text
        assert "Coast Post  3" in visiting.text
        await visiting.press("enter")
        assert 'source:"Coast Post"' in visiting.rows[0]
        assert "3 of 6 articles" in visiting.rows[0]
        await visiting.press("f")
        assert "✓ Coast Post" in visiting.text
        await visiting.press("enter")
        assert "6 articles" in visiting.rows[0]


async def test_the_list_of_facets_is_left_without_a_change(visit, dossier: Path):
    async with visit(dossier, query="ferry") as visiting:
        await visiting.press("f", "j", "escape")
        assert "Sources" not in visiting.text
        assert "5 of 6 articles" in visiting.rows[0]


async def test_nothing_found_leaves_nothing_to_choose_by(visit, dossier: Path):
    async with visit(dossier, query="volcano") as visiting:
        await visiting.press("f")
        assert "nothing to choose by" in visiting.text
