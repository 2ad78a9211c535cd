"""Somebody takes passages, citations and files from the list and the reader."""

from __future__ import annotations

import pytest

from tui.search.passage import Passage
from tui.ui.screens.dossier.take_away import cited_passage

CITED = "Lake Post, “The ferry is gone”, 6 March 2031"

PASSAGES = [
    ("none", None, ""),
    ("whole", Passage("The last ferry left."), "The last ferry left."),
    ("between sentences", Passage("The ferry left. Gone.", (), True, True), "The ferry left. Gone."),
    ("within sentences", Passage("ferry left the", (), True, True), "… ferry left the …"),
    ("a sentence that ends in a quotation", Passage("“Gone.”", (), True, True), "“Gone.”"),
]


@pytest.mark.parametrize(("passage", "words"), [case[1:] for case in PASSAGES], ids=[case[0] for case in PASSAGES])
def test_a_passage_shows_where_it_was_cut(passage, words):
    assert cited_passage(passage) == words


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_somebody_quotes_from_the_list(visit, lost_ferry, size):
    async with visit(lost_ferry, size, query="fishermen") as reader:
        await reader.press("y")
        assert reader.app.clipboard.startswith("“")
        assert "signed an agreement with the fishermen." in reader.app.clipboard
        assert reader.app.clipboard.endswith(f" ({CITED})")
        await reader.press("Y")
        assert CITED not in reader.app.clipboard
        assert "fishermen" in reader.app.clipboard
        await reader.press("c")
        assert reader.app.clipboard == CITED


async def test_without_a_passage_the_list_has_the_citation_alone(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        await reader.press("G", "Y")
        assert "No passage is shown here" in reader.text
        assert not reader.app.clipboard
        await reader.press("y")
        assert reader.app.clipboard.startswith("Lake Post, “")


async def test_somebody_quotes_from_the_reader(visit, lost_ferry):
    async with visit(lost_ferry, query="ferry source:inland") as reader:
        await reader.press("enter", "v", "y")
        assert reader.app.clipboard == "“ferry” (Inland Times, “A lake without a ferry”, 2 April 2031)"
        await reader.press("Y")
        assert reader.app.clipboard.startswith("The last ferry left the harbour of Orma on 9 March 2031")
        await reader.press("c")
        assert reader.app.clipboard == "Inland Times, “A lake without a ferry”, 2 April 2031"


async def test_on_the_timeline_c_stays_the_clock(visit, lost_ferry):
    async with visit(lost_ferry) as reader:
        clock = reader.app.screen.asked.clock
        await reader.press("t", "c")
        assert reader.app.screen.asked.clock is not clock
        assert not reader.app.clipboard
