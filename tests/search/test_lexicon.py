"""The lexicon finds words, beginnings and forms in one piece of bytes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.analysis import stem
from tui.search.lexicon import Lexicon, Spelling
from tui.search.slots import edits, pattern_of

WORDS = st.sets(
    st.one_of(
        st.sampled_from(["camp", "camps", "camping", "campus", "die", "dying"]),
        st.from_regex(r"[a-cé字]{1,4}", fullmatch=True),
    )
)


@given(WORDS, st.from_regex(r"[a-cé字]{0,5}|camps?", fullmatch=True), st.sampled_from(["en", "fr"]))
def test_a_lexicon_finds_what_a_set_finds(words, asked, language):
    lexicon, _ = Lexicon.unpack(Lexicon.of(words, ["en", "fr"]).pack())
    assert sorted(lexicon) == sorted(words)
    assert len(lexicon) == len(words)
    assert (asked in lexicon) == (asked in words)
    assert sorted(lexicon.beginning(asked)) == sorted(word for word in words if word.startswith(asked))
    if asked:
        same = {word for word in words if word == asked or stem(word, language) == stem(asked, language)}
        assert set(lexicon.forms(asked, language)) == same


@given(WORDS, st.from_regex(r"[a-cé字?*]{0,5}", fullmatch=True), st.from_regex(r"[a-cé字]{0,2}", fullmatch=True))
def test_a_pattern_finds_what_it_matches_whole(words, wildcard, prefix):
    pattern = re.compile(pattern_of(wildcard).pattern)
    expected = sorted(word for word in words if pattern.fullmatch(word) and word.startswith(prefix))
    assert sorted(Lexicon.of(words).matching(pattern, prefix)) == expected


WORD = st.text(alphabet="abcdé", min_size=1, max_size=9)


@given(st.sets(WORD, max_size=60), WORD, st.integers(1, 3))
def test_no_near_word_is_passed_over(words: set[str], asked: str, distance: int) -> None:
    near = sorted(word for word in words if edits(asked, word, distance) <= distance)
    assert sorted(Spelling(asked, distance).among(Lexicon.of(words))) == near


@given(WORD, st.integers(1, 2), st.data())
def test_a_word_with_some_letters_changed_is_found(asked: str, distance: int, chance: st.DataObject) -> None:
    other = asked
    for _ in range(distance):
        place = chance.draw(st.integers(0, len(other) - 1)) if other else 0
        change = chance.draw(st.sampled_from(["put in", "left out", "replaced", "swapped"]))
        if change == "put in":
            other = f"{other[:place]}x{other[place:]}"
        elif change == "left out":
            other = other[:place] + other[place + 1 :]
        elif change == "replaced":
            other = f"{other[:place]}x{other[place + 1 :]}"
        else:
            other = other[:place] + other[place + 1 : place + 2] + other[place : place + 1] + other[place + 2 :]
    if other and edits(asked, other, distance) <= distance:
        assert Spelling(asked, distance).among(Lexicon.of([other])) == [other]


@pytest.mark.parametrize(
    ("asked", "distance", "expected"),
    [
        ("ferry", 1, ["fery", "ferry", "frery"]),
        ("a.b", 1, ["a.b"]),
        ("lantern", 2, ["lanetrn", "lanternes", "lantrens"]),
    ],
    ids=["one letter", "signs of patterns", "two letters"],
)
def test_words_are_compared_letter_by_letter(asked: str, distance: int, expected: list[str]) -> None:
    words = ["a.b", "fery", "ferry", "ferries", "frery", "lanetrn", "lanternes", "lantrens", "lanterns' keeper"]
    assert set(expected) <= set(Spelling(asked, distance).among(Lexicon.of(words)))
    assert "ferries" not in Spelling(asked, distance).among(Lexicon.of(words))
