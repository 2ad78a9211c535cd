"""What is read of a page: words, places, sizes, boxes."""

from __future__ import annotations

from math import inf

import pytest
from pdf_files import Text, content, pages_of, stream

from tui.errors import FileProblem
from tui.importing.pdf.words import Box, PageText, Word, text_of_page

CODES = (
    b"1 begincodespacerange <00> <FF> endcodespacerange 4 beginbfchar"
    b" <41> <D835DC00> <42> <0627> <43> <00A0> <44> <FB01> endbfchar"
)
MAPPED = {
    3: b"<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding /ToUnicode 5 0 R>>",
    5: stream(b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap " + CODES + b" endcmap end end"),
}


def page(drawn: bytes, more: dict[int, bytes] | None = None, until: float = inf) -> PageText:
    from pypdfium2 import PdfDocument

    document = PdfDocument(pages_of([drawn], more=more))
    try:
        first = document[0]
        try:
            return text_of_page(first, until)
        finally:
            first.close()
    finally:
        document.close()


def words(drawn: bytes, more: dict[int, bytes] | None = None) -> list[Word]:
    return page(drawn, more).words


def test_words_have_places_and_sizes() -> None:
    ferry, sinks, at = words(content([Text(70, 500, 10, "Ferry sinks"), Text(70, 488, 10, "at")]))
    assert [one.text for one in (ferry, sinks, at)] == ["Ferry", "sinks", "at"]
    assert (ferry.left, ferry.base, ferry.size) == (70, 500, 10)
    assert ferry.right < sinks.left < sinks.right < 120
    assert ferry.line == sinks.line != at.line


def test_the_size_is_that_on_the_page() -> None:
    (ferry,) = words(b"2 0 0 2 10 20 cm BT /F1 1 Tf 6 0 0 6 30 40 Tm (Ferry) Tj ET")
    assert (ferry.left, ferry.base, ferry.size) == (70, 100, 12)


def test_a_hyphen_at_the_end_of_a_line_is_one() -> None:
    found = words(content([Text(70, 500, 10, "the har-"), Text(70, 488, 10, "bour")]))
    assert [one.text for one in found] == ["the", "har-", "bour"]
    assert found[1].line != found[2].line


def test_a_raised_number_is_apart_from_its_word() -> None:
    drawn = b"BT /F1 10 Tf 70 500 Td (sank) Tj /F1 6 Tf 4 Ts (12) Tj /F1 10 Tf 0 Ts ( off) Tj ET"
    sank, mark, off = words(drawn)
    assert (sank.text, mark.text, mark.size, mark.base, mark.spaced, off.text) == ("sank", "12", 6, 504, False, "off")


def test_letters_beyond_the_basic_plane_are_one() -> None:
    assert [one.text for one in words(content([Text(70, 500, 10, "xAy")]), MAPPED)] == ["x\U0001d400y"]


def test_a_page_from_right_to_left_is_mirrored() -> None:
    right, left = words(content([Text(400, 500, 10, "BBB"), Text(100, 480, 10, "BB")]), MAPPED)
    assert right.left < right.right < left.left < 0


TURNS = ["0 1 -1 0 300 400", "-1 0 0 -1 300 400", "0 -1 1 0 300 400"]


@pytest.mark.parametrize("matrix", TURNS)
def test_a_page_with_turned_text_is_turned(matrix: str) -> None:
    drawn = f"BT /F1 10 Tf {matrix} Tm (Ferry sinks) Tj ET BT /F1 10 Tf 1 0 0 1 20 20 Tm (x) Tj ET"
    ferry, sinks, x = words(drawn.encode())
    assert (ferry.turns, sinks.turns) == (0, 0)
    assert ferry.left < ferry.right < sinks.left
    assert abs(ferry.base - sinks.base) < 0.1
    assert x.turns != 0


def test_places_without_sense_are_none() -> None:
    (found,) = words(b"BT /F1 10 Tf 1 0 0 1 30000000 500 Tm (far) Tj ET")
    assert (found.left, found.base, found.size) == (0, 0, 1)


def test_boxes_are_rectangles_with_room_for_text() -> None:
    drawn = b"40 500 200 60 re S 10 10 5 5 re f 0 0 m 500 500 l S BT /F1 10 Tf 70 520 Td (Ferry) Tj ET"
    (box,) = page(drawn).boxes
    assert [round(edge / 10) * 10 for edge in box] == [40, 500, 240, 560]
    assert Box(0, 0, 10, 10).holds(5, 10)
    assert not Box(0, 0, 10, 10).holds(5, 11)


def test_reading_ends_when_its_time_is_over() -> None:
    with pytest.raises(FileProblem):
        page(content([Text(70, 500, 10, "Ferry")]), until=0.0)
