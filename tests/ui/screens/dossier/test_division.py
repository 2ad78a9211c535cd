"""The timeline by outlet and beside other queries: stories of keys."""

from __future__ import annotations

from tui.ui.widgets.timeline import Timeline


def drawn(reader) -> list[str]:
    timeline = reader.app.screen.query_one(Timeline)
    return [timeline.render_line(row).text.rstrip() for row in range(timeline.size.height)]


async def test_bars_are_stacked_by_outlet_on_both_clocks_and_whole_again(visit, lost_ferry):
    async with visit(lost_ferry, size=(80, 24)) as reader:
        whole = drawn(reader)
        await reader.press("t", "v")
        assert len(drawn(reader)) == 7  # three more than undivided
        assert drawn(reader)[0].split() == ["L", "Lake", "Post", "1"]
        await reader.press("escape")
        assert drawn(reader)[0].split() == ["L", "Lake", "Post", "2", "I", "Inland", "Times", "1"]
        assert any("L" in row and "I" in row for row in drawn(reader)[1:-2])
        await reader.press("t", "c", "escape")
        assert drawn(reader)[0].split() == ["L", "Lake", "Post", "3", "I", "Inland", "Times", "1", "+1"]
        await reader.press("t", "c", "v", "escape")
        assert drawn(reader) == whole


async def test_layers_are_those_of_the_query_whatever_its_span(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("t", "v", "g", "enter")
        assert reader.app.screen.asked.span is not None
        assert "I Inland Times 1" in drawn(reader)[0]
        await reader.press("slash")
        await reader.write("silence")
        await reader.press("enter")
        assert drawn(reader)[0].strip() == "L Lake Post 1"


async def test_queries_lie_beside_one_another_the_present_one_first(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        for words in ("harbour", "silence"):
            await reader.press("slash", "ctrl+u")
            await reader.write(words)
            await reader.press("enter")
        await reader.press("t", "V", "escape")
        rows = drawn(reader)
        assert rows[0].strip() == "a silence 1  b harbour 2"
        assert [row[0] for row in rows[1:-2] if row and row[0] != " "] == ["a", "b"]
        await reader.press("t", "v", "escape")
        assert drawn(reader)[0].strip() == "L Lake Post 1"


async def test_without_any_query_it_is_said_what_to_do(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        whole = drawn(reader)
        await reader.press("t", "V")
        assert "type one with / first, or save one with S" in reader.text
        await reader.press("escape")
        assert drawn(reader) == whole


async def test_with_one_query_its_lane_is_shown_and_how_others_come_beside_it(visit, lost_ferry):
    async with visit(lost_ferry, size=(80, 24)) as reader:
        await reader.press("slash")
        await reader.write("harbour")
        await reader.press("enter", "t", "V")
        said = " ".join(reader.text.split())
        assert "One query, one lane: search for something else (/) or save a query (S)" in said
        await reader.press("slash", "ctrl+u")
        await reader.write("silence")
        reader.app.clear_notifications()
        await reader.press("enter", "t", "V", "V")
        assert "One query" not in " ".join(reader.text.split())
