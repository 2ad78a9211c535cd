from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.concordance.collocates import log_likelihood
from tui.concordance.keyness import Keyness, WordCounts, counted, keywords
from tui.concordance.wording import compared_words, keyword_sentence

OURS = [["boat"] * 20 + ["hill"] * 80] * 3
THEIRS = [["snow"] * 20 + ["hill"] * 80 + ["boat"]] * 3


def test_the_words_that_stand_here_more_often_come_first_and_those_more_seldom_last():
    found = keywords(counted(OURS), counted(THEIRS))
    assert [each.word for each in found] == ["boat", "snow"]
    boat, snow = found
    assert (boat.here, boat.there, boat.articles, boat.others) == (60, 3, 3, 3)
    assert boat.per_thousand == pytest.approx(200)
    assert boat.ratio == pytest.approx(200 / (1000 * 3 / 303))
    assert boat.log_likelihood == log_likelihood(60, 300, 3, 303)
    assert snow.ratio == 0
    assert snow.log_likelihood < 0
    assert boat.chance == "0.01 %"


def test_what_one_article_alone_says_is_no_key_word():
    assert keywords(counted([["boat"] * 50, ["hill"] * 50]), counted([["hill"] * 100])) == []


def test_what_says_nothing_is_left_out():
    assert keywords(counted(OURS), counted(THEIRS), {"boat", "snow"}.__contains__) == []


@given(
    st.lists(st.lists(st.sampled_from("abcd"), max_size=20), max_size=5),
    st.lists(st.lists(st.sampled_from("abcd"), max_size=20), max_size=5),
)
def test_the_other_way_round_it_is_the_same_words_with_the_other_sign(one, other):
    found = {each.word: each for each in keywords(counted(one), counted(other))}
    back = {each.word: each for each in keywords(counted(other), counted(one))}
    assert found.keys() == back.keys()
    for word, each in found.items():
        assert each.log_likelihood == pytest.approx(-back[word].log_likelihood)
        assert (each.here, each.articles) == (back[word].there, back[word].others)
        assert each.here == sum(words.count(word) for words in one)


def test_nothing_is_key_where_there_is_nothing_to_compare_with():
    assert keywords(counted(OURS), WordCounts()) == []


def test_the_sentence_says_how_often_how_much_oftener_and_how_sure():
    ours, theirs = counted(OURS), counted(THEIRS)
    found = keywords(ours, theirs)
    keyness = Keyness(tuple(found), ours.size, ours.total, theirs.size, theirs.total, ("en",), 1)
    assert keyword_sentence(found[0], keyness) == (
        "“boat” in these 3 articles: 60 times, in 3 of them, 200.00 to 1,000 words. "
        "In the 3 other articles: 3 times, in 3 of them, 9.90 to 1,000 words. "
        "That is 20.2 times as often. Chance gives as much in fewer than 0.01 % of cases (log-likelihood 69.9)."
    )
    assert "in these 3 articles: never." in keyword_sentence(found[1], keyness)
    assert compared_words(keyness) == (
        "3 articles (300 words) held against 3 other articles (303 words) in the same languages: en; "
        "1 copy of texts counted already left out"
    )
    assert found[0]._replace(ratio=inf, there=0).ratio == inf
