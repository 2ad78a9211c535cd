"""Somebody saves what is asked and asks it again by its key."""

from __future__ import annotations

from tests.ui.screens.dossier.test_desk_keys import held


async def test_a_query_is_saved_and_asked_by_its_key_and_q_goes_back(visit, lost_ferry):
    async with visit(lost_ferry, query="harbour") as reader:
        await reader.press("S")
        await reader.write("The harbour")
        await reader.press("enter")
        assert any("Saved as The harbour: key 1 shows its hits." in each.message for each in reader.app._notifications)
    async with visit(lost_ferry, (80, 24)) as reader:
        await reader.press("2")
        assert any("No query has the key 2" in each.message for each in reader.app._notifications)
        await reader.press("1")
        assert reader.app.screen.query_one("#search").value == "harbour"
        await reader.press("q")
        assert reader.app.screen.query_one("#search").value == ""
    assert [each.name for each in held(lost_ferry).saved.values()] == ["The harbour"]
