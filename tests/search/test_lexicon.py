"""The lexicon finds words, beginnings and forms in one piece of bytes."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.search.analysis import stem
from tui.search.lexicon import Lexicon
from tui.search.slots import pattern_of

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
