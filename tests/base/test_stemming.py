from __future__ import annotations

import pytest

from tui.base.stemming import LANGUAGES, snowball


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [("en", ["camps", "camped", "camping"], {"camp"}), ("fr", ["retirer", "retire"], {"retir"})],
    ids=LANGUAGES,
)
def test_forms_of_a_word_share_a_stem(language: str, words: list[str], expected: set[str]):
    assert {snowball(word, language) for word in words} == expected


def test_other_languages_have_no_stems():
    with pytest.raises(KeyError):
        snowball("lampen", "de")
