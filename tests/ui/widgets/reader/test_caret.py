from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.ui.widgets.reader.caret import Caret

TEXT = "One boat. Two boats left.\n\nThree stayed."


def chosen(caret: Caret | None, text: str = TEXT) -> str | None:
    return None if caret is None else text[slice(*caret.span(text))]


def test_it_grows_from_word_to_sentence_to_paragraph_to_nothing():
    caret = Caret.on_word(TEXT, 12)
    grown = [chosen(caret)]
    while caret is not None:
        caret = caret.grown(TEXT)
        grown.append(chosen(caret))
    assert grown == ["Two", "Two boats left.", "One boat. Two boats left.", None]


def test_it_moves_by_characters_and_words_either_way():
    caret = Caret.on_word(TEXT, 10)
    assert chosen(caret.by_word(TEXT, 1)) == "Two boats"
    assert chosen(caret.by_character(TEXT, 1)) == "Two "
    assert chosen(caret.by_character(TEXT, -1)) == "Tw"
    assert chosen(caret.by_word(TEXT, -1).by_word(TEXT, -1)) == "boat. T"


def test_the_other_end_moves_when_it_is_turned():
    assert chosen(Caret.on_word(TEXT, 10).turned().by_word(TEXT, -1)) == "boat. Two"


def test_it_never_splits_what_a_reader_sees_as_one_character():
    text = "ae\u0301b"
    assert chosen(Caret(0, 0).by_character(text, 1), text) == "ae\u0301"


@given(
    st.text("ab .\n\u0301湖", min_size=1, max_size=40),
    st.integers(0, 39),
    st.lists(st.sampled_from(["c1", "c-1", "w1", "w-1", "turn", "grow"]), max_size=20),
)
def test_it_stays_within_the_text_and_selects_something(text, offset, moves):
    caret = Caret.on_word(text, min(offset, len(text) - 1))
    for move in moves:
        match move[0]:
            case "c":
                caret = caret.by_character(text, int(move[1:]))
            case "w":
                caret = caret.by_word(text, int(move[1:]))
            case "t":
                caret = caret.turned()
            case "g":
                caret = caret.grown(text) or caret
        first, last = caret.span(text)
        assert 0 <= first < last <= len(text)
