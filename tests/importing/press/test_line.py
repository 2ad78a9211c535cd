"""Lines of downloads: with what stands before them, and joined where they were broken."""

from __future__ import annotations

from tui.importing.markup.fragment import Block
from tui.importing.press.line import Line, in_blocks, joined, lines_of_blocks, lines_of_text, paragraphs, wrapped_at


def test_empty_lines_and_form_feeds_part_paragraphs() -> None:
    lines = lines_of_text("  a  b \nc\n\nd\fe")
    assert lines == [Line("a b"), Line("c", False), Line("d"), Line("e")]
    assert [joined(block) for block in in_blocks(lines)] == ["a b c", "d", "e"]


def test_soft_breaks_part_the_lines_of_a_block() -> None:
    assert lines_of_blocks([Block("a\u2028b\u2028\u2028c", 2), Block("d")]) == [
        *(Line("a", True, 2), Line("b", False, 2), Line("c", True, 2), Line("d")),
    ]


def test_lines_that_were_broken_are_joined_and_others_are_not() -> None:
    full = "x" * 30 + " " + "y" * 40
    lines = [Line(full), Line("then the rest", False), Line("and a line of its own", False), Line("apart")]
    assert list(paragraphs(lines, wrapped_at(lines))) == [f"{full} then the rest", "and a line of its own", "apart"]


def test_what_has_long_lines_or_only_paragraphs_was_not_broken() -> None:
    assert wrapped_at([Line("x" * 200), Line("y", False)]) == 0
    assert wrapped_at([Line("x" * 80), Line("y")]) == 0
    assert wrapped_at([]) == 0
