from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.ui.drawing.document import Document, Section, Spot

SECTIONS = (
    Section("title", "Boats leave"),
    Section("note", ""),
    Section("text", "one two three\n\nfour", gap=1),
    Section("left-out", "five six", gap=2, prefix="| "),
)


def rows(document: Document) -> list[str]:
    shown = []
    for number in range(document.height):
        row = document.at(number)
        assert row is not None
        section = document.sections[row.section]
        shown.append("" if row.line is None else section.prefix + section.text[row.line.start : row.line.end])
    return shown


def test_sections_stand_one_below_the_other():
    assert rows(Document(SECTIONS, 7)) == [
        "Boats",
        "leave",
        "",
        "one two",
        "three",
        "",
        "four",
        "",
        "",
        "| five",
        "| six",
    ]


def test_below_the_end_there_is_nothing():
    document = Document(SECTIONS, 7)
    assert document.at(document.height) is None
    assert document.spot_at(document.height) == document.end


def test_a_section_without_text_is_left_away():
    document = Document(SECTIONS, 7)
    assert document.section("note") is None
    assert document.section("text") == 1


def test_a_document_of_nothing_has_a_beginning_and_an_end():
    document = Document((), 10)
    assert (document.height, document.at(0), document.spot_at(0), document.end) == (0, None, Spot(0, 0), Spot(0, 0))
    assert document.text_between(Spot(0, 0), document.end) == ""


def test_copied_sections_are_separated_by_a_blank_line():
    document = Document(SECTIONS, 7)
    assert document.text_between(Spot(0, 6), Spot(1, 7)) == "leave\n\none two"


def test_copied_lines_have_no_soft_ends():
    document = Document(SECTIONS, 7)
    assert document.text_between(Spot(1, 4), Spot(1, 13)) == "two three"


def test_a_stretch_is_widened_to_whole_characters():
    document = Document((Section("text", "ae\u0301b"),), 7)
    assert document.whole(Spot(0, 2), Spot(0, 2)) == (Spot(0, 1), Spot(0, 3))


@given(st.integers(1, 30), st.integers(0, 2), st.integers(0, 20))
def test_a_spot_is_on_the_row_that_shows_it(measure, section, offset):
    document = Document(SECTIONS, measure)
    offset = min(offset, len(document.sections[section].text) - 1)
    row = document.at(document.row_of(Spot(section, offset)))
    assert row is not None
    assert row.line is not None
    assert row.section == section
    assert row.line.start <= offset < row.line.after


@given(st.integers(1, 30))
def test_rows_show_ascending_spots(measure):
    document = Document(SECTIONS, measure)
    spots = [document.spot_at(row) for row in range(document.height + 1)]
    assert spots == sorted(spots)
