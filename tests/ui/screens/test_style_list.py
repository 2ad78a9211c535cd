"""Somebody looks at the citation styles from another screen than the main one."""

from __future__ import annotations


async def test_on_another_screen_the_samples_cite_what_is_chosen_there(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("T", "G", "semicolon")
        number, _mark = reader.app.screen_stack[-2].passage()
        title = reader.app.screen_stack[0].explorer.article(number).title
        assert title in reader.text
        await reader.press("semicolon")
        assert "· chosen" not in reader.text
