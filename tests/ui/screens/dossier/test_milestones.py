"""The signs of milestones on the timeline: whose they are and when they are looked for."""

from __future__ import annotations

from tui.ui.screens.dossier import DossierScreen, questions
from tui.ui.widgets.timeline import Timeline


def axis(screen: DossierScreen) -> str:
    timeline = screen.query_one(Timeline)
    return timeline.render_line(timeline.size.height - 2).text


async def test_what_sources_disagree_on_stands_on_both_clocks_and_keys_lead_to_it(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        screen = reader.app.screen
        assert axis(screen).count("◇") == 2
        await reader.press("t", "g", "m")
        assert "◇ 4 Mar 2021 or 9 Mar 2021" in reader.text
        await reader.press("c", "g")
        assert axis(screen).count("◇") == 1
        assert "◇" not in reader.rows[-2]
        await reader.press("m")
        assert "◇ 4 Mar 2021 or 9 Mar 2021: The last ferry left" in reader.rows[-2]


async def test_a_span_keeps_the_milestones_and_other_words_have_their_own(visit, lost_ferry, monkeypatch):
    async with visit(lost_ferry) as reader:
        screen = reader.app.screen
        shown = screen.query_one(Timeline).milestones
        assert len(shown) == 2
        asked = []
        monkeypatch.setattr(screen.questions, "milestones", lambda *wanted: asked.append(wanted))
        await reader.press("t", "g", "enter")
        assert screen.asked.span is not None
        assert screen.query_one(Timeline).milestones == shown
        assert asked == []


async def test_no_milestones_are_looked_for_while_words_are_typed(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        timeline = reader.app.screen.query_one(Timeline)
        await reader.press("slash")
        assert len(timeline.milestones) == 2
        await reader.write("harbour")
        assert timeline.milestones == ()
        await reader.press("enter")
        assert len(timeline.milestones) == 2
        await reader.press("slash")
        await reader.write("silence")
        await reader.press("enter")
        assert timeline.milestones == ()


async def test_a_large_dossier_has_milestones_once_its_chronology_was_asked_for(visit, lost_ferry, monkeypatch):
    monkeypatch.setattr(questions, "FEW", 2)
    async with visit(lost_ferry) as reader:
        timeline = reader.app.screen.query_one(Timeline)
        assert timeline.milestones == ()
        await reader.press("T", "q")
        assert len(timeline.milestones) == 2


async def test_a_folder_that_is_read_again_without_another_answer_keeps_its_milestones(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        screen = reader.app.screen
        shown = screen.query_one(Timeline).milestones
        assert len(shown) == 2
        screen.query_one(Timeline).milestones = ()
        screen.renew()
        await reader.rest()
        assert screen.query_one(Timeline).milestones == shown
