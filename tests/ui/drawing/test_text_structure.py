from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.ui.drawing.lazy_wrap import LazyWrap
from tui.ui.drawing.text_structure import headings, parts_items

TEXT = (
    "The ferry is gone. Nobody waved.\n\nWhat happened\n\n• The ferry left the harbour.\n\n"
    "• The mayor signed an agreement with the fishermen of the lake.\n\nWho says so\n\nThe mayor does.\n\nJohn Smith"
)


def test_short_lines_above_paragraphs_and_lists_are_headings():
    assert [TEXT[start:end] for start, end in headings(TEXT)] == ["What happened", "Who says so"]


def test_leads_sentences_names_and_lines_of_verse_are_none():
    assert headings("Orma\n\nThe ferry left.\n\nIt is gone!\n\nAll waved.\n\nJohn Smith") == ()
    assert headings("It was sung:\n\nFerry of Orma\nwhere do you go\nacross the lake\n\nNobody knows.") == ()


def shown(text: str, measure: int) -> list[str]:
    wrap = LazyWrap(text, measure)
    return [text[wrap.line(row).start : wrap.line(row).end] for row in range(wrap.height)]


def test_items_of_a_list_stand_one_below_the_other():
    assert shown(TEXT, 40) == [
        "The ferry is gone. Nobody waved.",
        "",
        "What happened",
        "",
        "• The ferry left the harbour.",
        "• The mayor signed an agreement with the",
        "fishermen of the lake.",
        "",
        "Who says so",
        "",
        "The mayor does.",
        "",
        "John Smith",
    ]


@given(st.lists(st.sampled_from(["• a", "b", "", "• c d"]), max_size=12).map("\n".join))
def test_nothing_but_empty_lines_is_left_away(text: str):
    assert "".join(shown(text, 3)).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert not any(text[place] != "\n" and parts_items(text, place) for place in range(len(text)))
