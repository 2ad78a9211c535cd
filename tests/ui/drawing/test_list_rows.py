from __future__ import annotations

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from tui.core.view import Row
from tui.dossier.article import Provenance, PublishedDate
from tui.search.passage import Passage
from tui.ui.drawing.list_rows import Role, Shape, draw_row

DAY = PublishedDate.from_iso("2023-08-20", Provenance.FRONT_MATTER)
MONTH = PublishedDate.from_iso("2023-08", Provenance.TEXT)
PASSAGE = Passage("had handed the camps at Ber, Goundam and Gao to the army", ((15, 20),), cut_before=True)
HIT = Row(1, "abcdefghij", "A new basis for cooperation with the mission", DAY, "AFP", PASSAGE, ((2, 5),), marks=3)
BARE = Row(2, "bcdfghjklm", "Gone", None, "")


def rows(row: Row, shape: Shape, chosen: bool = False) -> list[str]:
    return ["".join(text for text, _ in line) for line in draw_row(row, shape, chosen)]


def test_a_hit_at_30_columns():
    assert rows(HIT, Shape(30, True), chosen=True) == [
        "▌ 20 Aug 2023 · AFP · 3 marks ",
        "▌ A new basis for cooperation…",
        "▌ … had handed the camps at   ",
        "▌ Ber, Goundam and Gao to the…",
    ]


def test_a_hit_at_44_columns_has_its_title_whole_beside_day_and_outlet():
    assert rows(HIT, Shape(44, True)) == [
        "  2023 Aug 20  A new basis for cooperation  ",
        "  AFP          with the mission             ",
        "  3 marks      … had handed the camps at    ",
        "               Ber, Goundam and Gao to the… ",
    ]


def test_a_hit_at_60_columns_says_how_long_it_is():
    row = replace(HIT, words=1_231, marks=0, source="Permanent Representation of Luxembourg")
    assert rows(row, Shape(60, False)) == [
        "  2023 Aug 20   1,231 words A new basis for cooperation with",
        "  Permanent Representation… the mission                     ",
    ]


def test_a_hit_at_80_columns_is_one_line_and_its_passage():
    assert rows(HIT, Shape(80, False), chosen=True) == [
        "▌2023 Aug 20 AFP A new basis for cooperation with the mission            3 marks",
    ]
    assert rows(HIT, Shape(80, True)) == [
        " 2023 Aug 20 AFP A new basis for cooperation with the mission            3 marks",
        "                 … had handed the camps at Ber, Goundam and Gao to the army     ",
    ]


def test_a_hit_at_120_columns_names_its_outlet_and_its_length():
    row = replace(HIT, words=231, marks=0)
    (line,) = rows(row, Shape(120, False))
    assert line.startswith(" 2023 Aug 20 AFP A new basis for cooperation with the mission  ")
    assert line.endswith("  AFP                  231 words")


def above(row: Row, iso: str | None) -> str:
    date = PublishedDate.from_iso(iso, Provenance.TEXT) if iso else None
    return "".join(text for text, _ in draw_row(row, Shape(80, False), above=date)[0])[:16]


def test_a_date_says_again_only_what_differs_from_the_one_above():
    assert above(HIT, "2022-08-20") == " 2023 Aug 20 AFP"
    assert above(HIT, "2023-07-20") == "      Aug 20 AFP"
    assert above(HIT, "2023-08-19") == "          20 AFP"
    assert above(HIT, "2023-08-20") == "          20 AFP"
    assert above(HIT, "2023") == "      Aug 20 AFP"
    assert above(HIT, None) == " 2023 Aug 20 AFP"
    same = PublishedDate.from_iso("2023-08-20", Provenance.TEXT)
    assert draw_row(HIT, Shape(44, False), above=same)[0][1][0].strip() == ""


def test_a_background_article_is_told_from_a_report_without_colour():
    row = replace(HIT, source="mali-tui", background=True)
    assert rows(row, Shape(80, False))[0].startswith(" 2023 Aug 20 ·   A new basis")
    assert rows(row, Shape(44, False))[1].startswith("  background   with the mission")


def test_signs_of_the_desk_stand_before_the_source():
    drawn = ["".join(text for text, _ in draw_row(HIT, Shape(width, False), signs="★ ✎2")[0]) for width in (39,)]
    assert drawn == ["  20 Aug 2023 ★ ✎2 · AFP · 3 marks     "]
    (wide,) = draw_row(replace(HIT, copies=2), Shape(90, False), signs="★ read")
    assert "".join(text for text, _ in wide).rstrip().endswith("with the mission         ×3▸  ★ read  3 marks")


def test_a_date_and_no_date_do_not_look_the_same():
    roles = {
        role
        for row in (HIT, BARE)
        for width in (30, 44, 80)
        for line in draw_row(row, Shape(width, False))
        for text, role in line
        if "2023" in text or "undated" in text
    }
    assert roles == {Role.DATE, Role.UNDATED}


def test_an_undated_article_says_so():
    assert rows(BARE, Shape(30, False)) == ["  undated                     ", "  Gone                        "]


def test_a_month_is_shown_as_a_month():
    row = Row(1, "a", "Title", MONTH, "AFP")
    assert rows(row, Shape(64, False))[0].startswith("  2023 Aug                  Title")
    assert rows(row, Shape(80, False))[0].startswith(" 2023 Aug    AFP Title")


STANDS_FOR_TWO = replace(HIT, copies=2)
BELOW = replace(HIT, source="TRT World", below=1, snippet=None)


def test_a_row_says_for_how_many_copies_it_stands():
    assert rows(STANDS_FOR_TWO, Shape(30, False)) == [
        "  20 Aug 2023 ×3▸ · AFP · 3 m…",
        "  A new basis for cooperation…",
    ]
    assert rows(replace(STANDS_FOR_TWO, opened=True), Shape(60, False), chosen=True) == [
        "▌ 2023 Aug 20       3 marks A new basis for cooperation with",
        "▌ ×3▾ AFP                   the mission                     ",
    ]


def test_a_copy_below_another_is_set_in():
    assert rows(BELOW, Shape(30, True), chosen=True) == [
        "▌ └ 20 Aug 2023 · TRT World ·…",
        "▌   A new basis for cooperati…",
        "▌                             ",
        "▌                             ",
    ]
    assert rows(BELOW, Shape(64, False)) == [
        "  └ 2023 Aug 20       3 marks A new basis for cooperation with  ",
        "    TRT World                 the mission                       ",
    ]


def test_thousands_of_copies_of_an_article_without_a_source():
    row = replace(BARE, copies=5_119)
    assert rows(row, Shape(30, False))[0] == "  undated ×5,120▸             "
    assert rows(row, Shape(62, False))[1].strip() == "×5,120▸"


def test_a_doubtful_date_has_a_sign_and_moves_nothing():
    row = replace(HIT, doubtful=True)
    assert rows(row, Shape(30, False))[0] == "  20 Aug 2023? · AFP · 3 marks"
    assert rows(row, Shape(44, False))[0] == "  2023 Aug 20? A new basis for cooperation  "
    assert rows(row, Shape(80, False, doubts=True))[0][:22] == " 2023 Aug 20? AFP A ne"
    assert rows(replace(BARE, doubtful=True), Shape(30, False))[0] == "  undated                     "


def test_a_hit_in_its_title_alone_shows_how_its_text_begins():
    row = replace(HIT, snippet=None, marks=0, opening=Passage("The mission left Ber at dawn.", cut_after=True))
    assert rows(row, Shape(80, True))[1].strip() == "The mission left Ber at dawn. …"
    assert rows(row, Shape(30, True))[2:] == ["  The mission left Ber at     ", "  dawn. …                     "]
    assert Role.MARK not in {role for line in draw_row(row, Shape(80, True))[1:] for _text, role in line}


def test_marks_are_pieces_of_their_own():
    roles = [(text, role) for line in draw_row(HIT, Shape(80, True)) for text, role in line if role is Role.MARK]
    assert [text for text, _ in roles] == ["new", "camps"]


def test_a_mark_over_the_fold_is_marked_on_both_lines():
    passage = Passage("aaaa bbbb cccc dddd", ((5, 14),))
    row = Row(1, "a", "T", DAY, "", passage)
    lines = draw_row(row, Shape(12, True))
    assert [text for line in lines for text, role in line if role is Role.MARK] == ["bbbb", "cccc"]


@pytest.mark.parametrize("width", [1, 2, 3, 5, 12, 13, 59, 60, 61, 200])
@pytest.mark.parametrize("row", [HIT, BARE, Row(3, "c", "漢字" * 30, MONTH, "漢" * 9, Passage("字" * 90, ((0, 9),)))])
def test_every_line_has_the_width_and_every_hit_the_height(row: Row, width: int):
    for shape in (Shape(width, True), Shape(width, False)):
        lines = draw_row(row, shape)
        assert len(lines) == shape.height
        assert {sum(cell_len(text) for text, _ in line) for line in lines} == {width}


def test_in_a_list_with_doubtful_days_columns_begin_at_the_same_cell_in_every_row():
    shape = Shape(80, False, doubts=True)
    assert rows(replace(HIT, doubtful=True, source="", marks=0), shape)[0].startswith(" 2023 Aug 20? ?   A new basis")
    assert rows(replace(HIT, marks=0), shape)[0].startswith(" 2023 Aug 20  AFP A new basis")
