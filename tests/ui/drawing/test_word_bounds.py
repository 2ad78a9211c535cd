from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ui.drawing.word_bounds import (
    next_character,
    next_word,
    paragraph_at,
    previous_character,
    previous_word,
    sentence_at,
    word_at,
)

TEXT = 'Gen. A. Nar spoke. "We leave," he said... Then what? Nobody knew.\n\nThe U.N. stays at 3.5 per cent.'

WORDS = [
    ("within a word", 9, "Nar"),
    ("between words", 4, "A"),
    ("at a full stop", 6, "Nar"),
    ("with an apostrophe", 0, "Gen"),
]
SENTENCES = [
    ("titles and initials end none", "spoke", "Gen. A. Nar spoke."),
    ("a quote belongs to its sentence", "leave", '"We leave," he said...'),
    ("a question", "what", "Then what?"),
    ("the last of a paragraph", "knew", "Nobody knew."),
    ("abbreviations and decimal points", "stays", "The U.N. stays at 3.5 per cent."),
]


@pytest.mark.parametrize(("offset", "expected"), [case[1:] for case in WORDS], ids=[case[0] for case in WORDS])
def test_word_at(offset, expected):
    first, last = word_at(TEXT, offset)
    assert TEXT[first:last] == expected


@pytest.mark.parametrize(("at", "expected"), [case[1:] for case in SENTENCES], ids=[case[0] for case in SENTENCES])
def test_sentence_at(at, expected):
    first, last = sentence_at(TEXT, TEXT.index(at))
    assert TEXT[first:last] == expected


def test_a_chinese_sentence_ends_without_a_space():
    text = "船走了。没有人回来！"
    assert [text[slice(*sentence_at(text, offset))] for offset in (0, 3, 4)] == ["船走了。", "船走了。", "没有人回来！"]


def test_paragraph_at():
    assert TEXT[slice(*paragraph_at(TEXT, 5))].endswith("Nobody knew.")
    assert TEXT[slice(*paragraph_at(TEXT, len(TEXT)))].startswith("The U.N.")


def test_words_are_walked_by_their_ends_and_beginnings():
    assert [next_word("one two-three four", offset) for offset in (0, 2, 12)] == [2, 12, 17]
    assert [previous_word("one two-three four", offset) for offset in (17, 14, 4, 0)] == [14, 4, 0, 0]


def test_characters_are_walked_with_what_is_joined_to_them():
    text = "ae\u0301👩\u200d👧b"
    walked = [0]
    while walked[-1] < len(text):
        walked.append(next_character(text, walked[-1]))
    assert walked == [0, 1, 3, 6, 7]
    assert [previous_character(text, offset) for offset in walked[1:]] == walked[:-1]


@given(st.text("ab .é\n湖\u0301", max_size=60), st.integers(0, 60))
def test_every_passage_holds_the_paragraph_s_own_characters(text, offset):
    offset = min(offset, len(text))
    first, last = paragraph_at(text, offset)
    assert first <= offset <= last
    start, end = sentence_at(text, offset)
    assert first <= start <= end <= last
    assert "\n" not in text[start:end]
