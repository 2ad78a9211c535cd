from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from comparison_sides import paired, told

from tui.comparison.pair import wire_of

LATER = date(2031, 3, 6)


@pytest.mark.parametrize(
    ("name", "printed", "wire", "first"),
    [
        ("an agency", [told("x", "Post", "a"), told("x", "AFP", "b", LATER)], "b", "a"),
        ("no agency", [told("x", "Post", "a", LATER), told("x", "Times", "b")], "b", "b"),
        ("the same day", [told("x", "Post", "a"), told("x", "Times", "b")], "a", None),
        ("no day", [told("x", "Post", "a", None), told("x", "Times", "b", None)], "a", None),
        ("one has a day", [told("x", "Post", "a", None), told("x", "Times", "b")], "b", "b"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_wire_and_what_was_printed_first(name, printed, wire, first):
    found = wire_of(printed)
    assert found[0].id == wire
    assert (found[1].id if found[1] else None) == first


def test_articles_of_one_outlet_are_told_apart():
    assert paired("A.", "B.").names == ("AFP", "Lake Post")
    assert paired("A.", "B.", ("AFP", "AFP")).names == ("AFP one", "AFP other")


def test_a_retelling_is_named_as_one():
    pair = paired("A.", "B.")
    retold = pair.other._replace(source="retold from Lake Post")
    assert replace(pair, other=retold).names == ("AFP", "Lake Post (retold)")
    nameless = retold._replace(source="retold", outlet="", title="The ferry is gone")
    assert replace(pair, other=nameless).names == ("AFP", "“The ferry is gone” (retold)")


def test_two_texts_tell_different_stories_where_hardly_a_sentence_corresponds():
    ferry = "The ferry sank. Gulls cried. It rained. Nobody came. The night was long. A dog barked. The sea was grey."
    assert paired(ferry, "Snow fell. The king of Varn slept.").apart
    assert not paired(ferry, "The ferry sank. The king of Varn slept.").apart
    assert not paired("", "").apart


LONDON = (
    "The troops of Varnland in the mission of Orma are to leave early. Minister James Holm said so on 14 November. "
    "The unit is one for long patrols, of some 300 soldiers. He laid the blame on the government of Orma, because it "
    "works with the Kestrel Group. Two coups in three years had undermined the efforts."
)
PARIS = (
    "The last soldiers of Tessin have gone from Orma, the army says. On Monday they went over the border. "
    "This followed tensions with the rulers of Orma, who have invited mercenaries of the Kestrel Group. "
    "A statement praised nine years of service. A lorry with water was the last to go."
)
"""Reports of two events that name the same country and the same group."""


def test_reports_of_two_events_that_share_names_tell_different_stories():
    pair = paired(LONDON, PARIS)
    assert pair.comparison.corresponding[0] > 0
    assert pair.apart
    assert all(None in (each.one, each.other) for each in pair.comparison.differences)


def test_a_report_and_its_cut_tell_one_story_however_long_it_is():
    assert not paired(LONDON, LONDON.split(". ", maxsplit=1)[0] + ".").apart
    assert not paired(LONDON, " ".join(LONDON.split(". ")[:2]) + ". " + PARIS).apart


def test_the_sentences_that_only_one_has():
    pair = paired("The ferry sank. Gulls cried.", "The ferry sank.")
    assert (pair.only(0), pair.only(1)) == (1, 0)
    assert [pair.sentences(row, 0) for row in pair.comparison.rows] == [["The ferry sank."], ["Gulls cried."]]
