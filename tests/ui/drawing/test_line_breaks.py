from __future__ import annotations

import re
import sys
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.ui.drawing.line_breaks import NARROW, SOFT_ENDS, clusters, line_starts


def lines(text: str, measure: int) -> list[str]:
    """The characters of each line, soft ends included."""
    starts = [*line_starts(text, 0, len(text), measure), len(text)]
    return [text[first:last] for first, last in pairwise(starts)]


def shown(text: str, measure: int) -> list[str]:
    return [line.rstrip(SOFT_ENDS) for line in lines(text, measure)]


CORPUS = [
    ("nothing", "", 10, []),
    ("one short word", "lake", 10, ["lake"]),
    ("at spaces", "the boats left the lake", 10, ["the boats", "left the", "lake"]),
    ("a line that fits exactly", "abcd efgh", 4, ["abcd", "efgh"]),
    ("several spaces", "one    two", 5, ["one", "two"]),
    ("paragraphs", "one two\n\nthree", 5, ["one", "two", "", "three"]),
    ("a newline at the end adds no line", "one\n", 5, ["one"]),
    ("after a hyphen between letters", "a well-known port", 7, ["a well-", "known", "port"]),
    ("never after a minus sign", "it was -5 today", 8, ["it was", "-5 today"]),
    ("after a dash between words", "the camp—which closed", 12, ["the camp—", "which closed"]),
    ("no line begins with a lone dash", "the camp – it closed", 9, ["the", "camp – it", "closed"]),
    ("a word longer than the line", "a abcdefghijkl b", 5, ["a", "abcde", "fghij", "kl b"]),
    ("French punctuation stays with its word", "il a dit : non !", 8, ["il a", "dit :", "non !"]),
    ("guillemets stay with their words", "le mot « rive » ici", 8, ["le mot", "« rive »", "ici"]),
    ("no-break spaces do not break", "12\u00a0500 boats", 8, ["12\u00a0500", "boats"]),
    ("Chinese breaks anywhere", "湖上的船都走了", 6, ["湖上的", "船都走", "了"]),
    ("no full stop begins a line", "湖上船。走了", 6, ["湖上", "船。走", "了"]),
    ("no bracket ends a line", "船在「湖」上", 6, ["船在", "「湖」", "上"]),
    ("Chinese with Latin words", "湖A船 lake船", 6, ["湖A船", "lake船"]),
    ("combining accents take no cell", "e\u0301te\u0301 e\u0301te\u0301", 4, ["e\u0301te\u0301", "e\u0301te\u0301"]),
    ("joined emoji stay joined", "👨‍👩‍👧👨‍👩‍👧", 3, ["👨‍👩‍👧", "👨‍👩‍👧"]),
    ("wider than the line alone", "湖船", 1, ["湖", "船"]),
]


@pytest.mark.parametrize(
    ("text", "measure", "expected"), [case[1:] for case in CORPUS], ids=[case[0] for case in CORPUS]
)
def test_lines_of(text, measure, expected):
    assert shown(text, measure) == expected


LETTERS = st.sampled_from(
    [*"abcdé  \n-—–:;!?«»’.湖船「」。ー한", "\u0301", "\u200d", "\ufe0f", "😀", "👩", "#", "\u00a0"]
)
TEXTS = st.one_of(st.text(LETTERS, max_size=120), st.text(max_size=120))
MEASURES = st.integers(1, 30)


@given(TEXTS, MEASURES)
def test_the_lines_joined_are_the_text(text, measure):
    assert "".join(lines(text, measure)) == text


@given(TEXTS, MEASURES)
@example("—\ufe0f", 1)
@example("\ufe0f한", 1)
def test_no_line_is_wider_than_the_measure(text, measure):
    for line in shown(text, measure):
        shown_clusters = [line[a:b] for a, b in clusters(line) if cell_len(line[a:b])]
        assert cell_len(line) <= measure or len(shown_clusters) == 1, line


@given(st.text(LETTERS, max_size=120), MEASURES)
def test_a_newline_always_ends_its_line_and_only_there(text, measure):
    for line in lines(text, measure):
        assert "\n" not in line[:-1]


@given(st.text("abc -é湖", max_size=80), MEASURES)
@example("a--aa", 2)
def test_words_that_fit_are_not_broken(text, measure):
    for before, after in pairwise(lines(text.strip(), measure)):  # no paragraph begins with a space
        joint = before[-1:] + after[:1]
        if re.fullmatch(r"[abcé]{2}", joint):
            # Only a hyphen between two letters is a place to break: others belong to the word that they touch.
            word = re.search(r"[abcé-]*\Z", before)[0] + re.match(r"[abcé-]*", after)[0]
            assert cell_len(word) > measure


@given(st.lists(st.text("abcé", min_size=1, max_size=12), max_size=30), st.integers(4, 40))
def test_every_line_takes_all_words_that_fit(words, measure):
    made = shown(" ".join(words), measure)
    for line, following in pairwise(made):
        first = following.split(" ")[0]
        assert cell_len(line) + 1 + cell_len(first) > measure or len(first) > measure or " " not in line + " "


@given(st.text("ab é-\n", max_size=200), MEASURES)
def test_counting_cells_wraps_as_the_pattern_does(text, measure):
    narrow = shown(text, measure)
    # A character that takes no cell after the last newline sends the same text the slow way.
    slow = shown(text + "\n\u0301", measure)
    assert slow[: len(narrow)] == narrow


def test_the_narrow_characters_take_one_cell_each():
    narrow = re.compile(f"[{NARROW}]")
    wrong = [code for code in range(sys.maxunicode) if narrow.match(chr(code)) and cell_len(chr(code)) != 1]
    assert wrong == [0x0A]


def test_clusters_hold_what_is_put_onto_a_character():
    assert list(clusters("ae\u0301👩\u200d👧b")) == [(0, 1), (1, 3), (3, 6), (6, 7)]
