"""Small words are folded, and hold no word that can name something."""

from __future__ import annotations

import pytest

from tui.base.folding import fold
from tui.base.small_words import COMMONEST, SMALL_WORDS, TELLING_NOTHING


def test_small_words_are_folded():
    assert all(fold(word) == word for word in SMALL_WORDS)


@pytest.mark.parametrize("word", ["may", "un", "mali", "said"])
def test_a_word_that_can_name_something_is_not_small(word: str):
    assert word not in SMALL_WORDS


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_commonest_words_are_small(language: str):
    assert COMMONEST[language] - SMALL_WORDS <= {"said", "un"}


def test_words_that_tell_nothing_of_what_an_article_is_about():
    assert SMALL_WORDS < TELLING_NOTHING
    assert {"august", "vendredi", "much", "down", "onze", "thousand"} <= TELLING_NOTHING
    assert not {"camp", "mali", "withdrawal", "soldat"} & TELLING_NOTHING
    assert all(fold(word) == word for word in TELLING_NOTHING)
