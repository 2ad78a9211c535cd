"""TextLookup fall into words: what is one word to a reader is one to the search, wherever it stands in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.analysis import folded, names, plain, scanned, stem, token_pattern, tokens, words

WORDS = [
    ("capitals", "The CAMP", ["the", "camp"]),
    ("accents", "Été à Kidal", ["ete", "a", "kidal"]),
    ("accents that stand apart", "e\u0301te\u0301", ["ete"]),
    ("ligatures", "l’œuvre, Æsir, ﬁn", ["oeuvre", "aesir", "fin"]),
    ("sharp s", "Straße", ["strasse"]),
    ("dotted I", "İstanbul ısı", ["istanbul", "isi"]),
    ("elision", "l'ONU d’Ivoire qu'elle jusqu’ici", ["onu", "ivoire", "elle", "ici"]),
    ("no elision", "aujourd'hui O'Brien don't", ["aujourdhui", "obrien", "dont"]),
    ("possessive", "Mali's force’s", ["mali", "force"]),
    ("hyphens", "counter-terrorism", ["counter", "terrorism"]),
    ("thousands with a comma", "11,600 men", ["11600", "men"]),
    ("thousands with a no-break space", "15\u00a0000 et 1\u202f200\u202f000", ["15000", "et", "1200000"]),
    ("thousands with a plain space", "15 000 men", ["15000", "men"]),
    ("thousands with a point", "11.600 men", ["11600", "men"]),
    ("thousands and decimals", "1,400,000.50 and 11 600,50", ["1400000.50", "and", "11600.50"]),
    ("Arabic-Indic digits", "١١٦٠٠ ١٢٬٥٠٠ ۳٫۵", ["11600", "12500", "3.5"]),
    ("a year and a number", "in 2023 600 men", ["in", "2023", "600", "men"]),
    ("a day and a number", "2023-06-30 100 men", ["2023", "06", "30", "100", "men"]),
    ("a version", "1.2.3", ["1.2.3"]),
    ("a date with points", "30.06.2023", ["30.06.2023"]),
    ("a number below one", "0.125 0,125", ["0.125", "0.125"]),
    ("decimals", "3.5 and 3,5", ["3.5", "and", "3.5"]),
    ("a number with its unit", "$1.2bn", ["1.2", "bn"]),
    ("dotted initials", "the U.N. and U.S.-led", ["the", "un", "and", "us", "led"]),
    ("initials and a name", "J.Smith", ["j", "smith"]),
    ("letters and digits", "G5 3rd MH17", ["g5", "3rd", "mh17"]),
    ("Arabic with its signs", "الأُمَم المتحدة", ["الامم", "المتحده"]),
    ("Chinese", "联合国 UN", ["联", "合", "国", "un"]),
    ("underscores", "a_b", ["a", "b"]),
    ("an ISO date", "2023-06-30", ["2023", "06", "30"]),
]

SAME_STEMS = [
    ("English plural", "en", "camp", "camps"),
    ("English verb", "en", "withdraw", "withdrawing"),
    ("French participle", "fr", "deployee", "deployer"),
    ("French participle, plural", "fr", "deployees", "deploye"),
    ("French noun and verb", "fr", "deploiement", "deployer"),
    ("French plural", "fr", "retraits", "retrait"),
    ("French adjective", "fr", "derniere", "dernier"),
    ("French irregular plural", "fr", "generaux", "general"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in WORDS], ids=[case[0] for case in WORDS])
def test_a_text_falls_into_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("language", "one", "other"), [case[1:] for case in SAME_STEMS], ids=[case[0] for case in SAME_STEMS]
)
def test_forms_of_a_word_have_one_stem(language, one, other):
    assert stem(one, language) == stem(other, language)


def test_words_of_other_languages_are_taken_as_they_stand():
    assert stem("camps", "de") == "camps"
    assert stem("camps", "") == "camps"


def test_offsets_are_those_of_the_text_as_it_stands():
    text = "L’ONU et Mali's 11,600"
    assert [text[token.start : token.end] for token in tokens(text)] == ["ONU", "et", "Mali", "11,600"]


@given(st.text())
def test_tokens_and_words_agree_and_lie_in_the_text(text):
    found = list(tokens(text))
    assert [token.word for token in found] == words(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)


@given(st.text() | st.text(alphabet="abzéœ’'s-‐.,0123l ", max_size=30))
def test_the_words_in_columns_are_those_of_the_tokens(text):
    found = scanned(text)
    assert list(zip(found.words, found.starts, found.ends, strict=True)) == list(map(tuple, tokens(text)))
    assert found.written == token_pattern().findall(text)


@given(st.text(alphabet="abzéœ’'.,0123l ", max_size=30))
def test_a_word_folds_to_itself(text):
    for word in words(text):
        assert plain(word) == word
        assert folded(word) == word or "." in word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Le Mali va mal.", ["mali"]),
        ("Mali fell. Nobody came.", []),
        ("The people of Mali, Niger and l’Algérie", ["mali", "niger", "algerie"]),
        ("In May it rained; they may come.", []),
        ("le Président et un président", []),
        ("L’ÉTAT DU MALI", []),
    ],
)
def test_names_are_written_with_a_capital_inside_sentences_alone(text, expected):
    assert names(text, token_pattern().findall(text)) == expected
