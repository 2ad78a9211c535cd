"""Words at their places become lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.pdf.lines import PrintedLine, lines_of_page
from tui.importing.pdf.words import Box, PageText, Word


def word(text: str, x: float, y: float = 500.0, size: float = 10.0, **more: int | bool) -> Word:
    """Set a word; its letters are half as wide as they are high."""
    return Word(text, x, x + len(text) * size / 2, y, size, **more)  # type: ignore[arg-type]


def lines(*words: Word, boxes: tuple[Box, ...] = ()) -> list[PrintedLine]:
    return lines_of_page(PageText(list(words), list(boxes)))


LINES = [
    ("two words", [word("Ferry", 70), word("sinks", 98)], [("Ferry sinks", 70, 500, 10)]),
    ("parts of a word", [word("Fer", 70), word("ry", 85, spaced=False)], [("Ferry", 70, 500, 10)]),
    ("a wide space", [word("Ferry", 70), word("sinks", 107)], [("Ferry sinks", 70, 500, 10)]),
    ("parts far from one another", [word("Ouro", 70), word("March", 400)],
     [("Ouro", 70, 500, 10), ("March", 400, 500, 10)]),
    ("the second one drawn first", [word("sinks", 98, line=0), word("Ferry", 70, line=1)],
     [("Ferry sinks", 70, 500, 10)]),
    ("the lower one drawn first", [word("sinks", 70, 488), word("Ferry", 70, line=1)],
     [("Ferry", 70, 500, 10), ("sinks", 70, 488, 10)]),
    ("the size of most letters", [word("F", 70, size=30), word("erry", 85, spaced=False), word("sinks", 108)],
     [("Ferry sinks", 70, 500, 10)]),
    ("the number of a note",
     [word("It", 70), word("sank", 83), word("12", 103, 504, 6, spaced=False), word("off", 113)],
     [("It sank[12] off", 70, 500, 10)]),
    ("small figures on the line", [word("CO", 70), word("2", 80, 498, 6, spaced=False)], [("CO2", 70, 500, 10)]),
    ("joined letters", [word("\ufb01sh", 70)], [("fish", 70, 500, 10)]),
    ("shaped letters", [word("\ufec3\ufee0\ufe90", 300)], [("\u0637\u0644\u0628", 300, 500, 10)]),
    ("an initial", [word("T", 70, 478, 34), word("he", 92, 500, line=1), word("ferry", 104, 500, line=1),
     word("sank", 92, 488, line=2), word("here.", 92, 476, line=3)],
     [("The ferry", 92, 500, 10), ("sank", 92, 488, 10), ("here.", 92, 476, 10)]),
    ("a large word above others",
     [word("A", 70, 530, 34), word("ferry", 92, 500, line=1), word("sank", 92, 488, line=2)],
     [("A", 70, 530, 34), ("ferry", 92, 500, 10), ("sank", 92, 488, 10)]),
    ("turned text", [word("Photo", 20, 400, turns=1), word("Ferry", 70, line=1)],
     [("Ferry", 70, 500, 10), ("Photo", 20, 400, 10)]),
    ("nothing", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_words_become_lines(words: list[Word], expected: list[tuple[str, float, float, float]]) -> None:
    assert [(line.text, line.x, line.y, line.size) for line in lines(*words)] == expected


def test_a_line_says_where_it_ends_and_how_wide_its_first_word_is() -> None:
    (line,) = lines(word("Ferry", 70), word("sinks", 98))
    assert (line.right, line.first) == (123, 25)


def column(name: str, x: float, top: float, count: int) -> list[Word]:
    return [
        word(text, x + 30 * place, top - 12 * row, line=hash((name, row)))
        for row in range(count)
        for place, text in enumerate([f"{name}{row}", "ferry", "sank", "here", "again"])
    ]


def test_a_box_among_columns_is_read_behind_them() -> None:
    boxed = [word(text, 75 + 40 * place, 590, line=-1) for place, text in enumerate(["Ninety", "seats"])]
    words = [*column("a", 70, 700, 8), *boxed, *column("b", 70, 560, 8), *column("c", 280, 700, 20)]
    found = lines(*words, boxes=(Box(65, 580, 240, 602),))
    assert [line.text[:1] for line in found] == ["a"] * 8 + ["b"] * 8 + ["c"] * 20 + ["N"]
    assert [line.aside for line in found] == [False] * 36 + [True]


def test_a_box_in_a_text_of_one_column_stays_where_it_is() -> None:
    boxed = [word(text, 75 + 40 * place, 590, line=-1) for place, text in enumerate(["Ninety", "seats"])]
    found = lines(*column("a", 70, 700, 8), *boxed, *column("b", 70, 560, 8), boxes=(Box(65, 580, 240, 602),))
    assert [line.text[:1] for line in found] == ["a"] * 8 + ["N"] + ["b"] * 8


WORDS = st.builds(
    word,
    st.text("ab12.", min_size=1, max_size=6),
    st.floats(0, 600),
    st.floats(0, 800),
    st.floats(1, 40),
    line=st.integers(0, 5),
    turns=st.integers(0, 3),
    spaced=st.booleans(),
)


@given(st.lists(WORDS, max_size=12))
def test_no_letter_is_lost(words: list[Word]) -> None:
    found = "".join(line.text for line in lines(*words))
    assert sorted(found.translate(str.maketrans("", "", " []"))) == sorted("".join(word.text for word in words))
