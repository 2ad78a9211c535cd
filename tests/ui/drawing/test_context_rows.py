from __future__ import annotations

import pytest
from harbour_words import harbour_lines
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.concordance import Collocate, Document, Keyness, Keyword, dispersions, lines_of
from tui.ui.drawing.context_rows import Role, detail_lines, draw_item, heading

LINES = harbour_lines()
KEYWORD = Keyword("harbour", 6, 0, 3, 0, 150.0, 0.0, float("inf"), 20.25)
ITEMS = [*LINES, *dispersions(LINES), Collocate("closed", 3, 3, 12.5, 11.41), KEYWORD]


def row(item, width: int, chosen: bool = False) -> str:
    return "".join(text for text, _role in draw_item(item, width, chosen)).rstrip()


def test_every_match_begins_in_one_column_behind_its_day_and_its_outlet():
    assert [row(line, 80) for line in LINES] == [
        " 5 Mar 2021  LP                      The old harbour was closed. Boats left the…",
        " 5 Mar 2021  LP  …was closed. Boats left the harbour early. A closed harbour ea…",
        " 5 Mar 2021  LP  …he harbour early. A closed harbour earns nothing",
        " 2 Mar 2021  IT            Nobody closed the harbour of Orma, the mayor said",
        " undated     Cou                     A quiet harbour",
        " undated     Cou                         The harbour of Orma slept",
    ]


def test_a_narrow_row_has_the_day_in_figures_and_the_outlet_as_a_letter():
    assert row(LINES[1], 44, True) == "▌2021-03-05 L …ts left the harbour early. A…"
    assert row(LINES[4], 44) == " undated    C      A quiet harbour"


def test_where_the_matches_stand_is_a_bar_an_article():
    assert [row(item, 80) for item in dispersions(LINES)] == [
        " 5 Mar 2021  LP  ·▁·······▁·····▁····   3  The harbour closes",
        " 2 Mar 2021  IT  ·······▁············   1  Orma",
        " undated     Cou ···▁······▁·········   2  Calm",
    ]


def test_words_stand_in_columns_below_their_names():
    names = "".join(heading(ITEMS[-2], 79))
    assert names == "word                         beside     in all likelihood    logDice"
    assert row(ITEMS[-2], 80) == " closed                            3          3       12.5       11.4"
    assert row(KEYWORD, 80) == " harbour                           6          0          –       20.2"
    assert heading(LINES[0], 79) == heading(None, 79) == []


@pytest.mark.parametrize("item", ITEMS)
@given(width=st.integers(1, 200))
def test_every_row_is_as_wide_as_was_asked_for(item, width):
    assert sum(cell_len(text) for text, _role in draw_item(item, width)) == width


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_match_is_always_in_sight(width):
    for line in LINES:
        assert any(role is Role.MATCH and text.startswith("harb") for text, role in draw_item(line, width))


def test_no_sign_that_acts_reaches_the_terminal():
    text = "A \x1b[31mred\nharbour \u202eback"
    (line,) = lines_of(Document("a", text, title="\x1b]52;c;eA==\x07", source="\x9b31m"), [(11, 18)])
    for item in (line, *dispersions([line])):
        told = row(item, 100) + "".join(detail_lines(item, None, 1, 60, 4))
        assert not {"\x1b", "\x9b", "\x07", "\u202e", "\n"} & set(told)


def test_the_lines_below_say_where_a_line_stands_and_what_figures_mean():
    assert detail_lines(LINES[3], None, 6, 80, 4) == (
        "Inland Times · 2 Mar 2021 · Orma",
        "Nobody closed the harbour of Orma, the mayor said",
    )
    told = " ".join(detail_lines(ITEMS[-2], None, 6, 80, 4))
    assert "“closed” stands 3 times within 5 words of these 6 matches, 3 times in all of their articles." in told
    assert "Chance gives as much in fewer than 0.1 % of cases" in told
    keyness = Keyness((KEYWORD,), 3, 40, 2, 25)
    assert " ".join(detail_lines(KEYWORD, keyness, 6, 80, 4)).startswith(
        "“harbour” in these 3 articles: 6 times, in 3 of them, 150.00 to 1,000 words. In the 2 other articles: never."
    )
    assert detail_lines(None, None, 0, 80, 4) == ()


@given(item=st.sampled_from(ITEMS), width=st.integers(1, 150), room=st.integers(1, 8))
def test_the_lines_below_fit(item, width, room):
    lines = detail_lines(item, Keyness((KEYWORD,), 3, 40, 2, 25), 6, width, room)
    assert len(lines) <= room
    assert all(cell_len(line) <= max(width, 1) for line in lines)
