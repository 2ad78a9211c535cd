"""The names of a dossier: which are one, how many articles name each, and which articles these are."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tui.names import find_names
from tui.names.name import Name
from tui.names.table import NameTable, packed


def table(*texts: str, common: frozenset[str] = frozenset()) -> NameTable:
    rows = ((number, packed(find_names(text))) for number, text in enumerate(texts, 1))
    return NameTable(rows, lambda words: common & set(words))


def counts(held: NameTable, numbers=range(100)) -> dict[str, int]:
    return {each.value: each.articles for each in held.counted(numbers)}


def test_a_surname_alone_counts_for_the_full_name_of_another_article():
    held = table("We saw Ada Holm.", "We saw Holm there.", "They say Holm sang.")
    assert counts(held) == {"Ada Holm": 3}
    assert held.exactly("Ada Holm") == held.holding(["holm"]) == {1, 2, 3}
    assert counts(held, [2]) == {"Ada Holm": 1}


def test_a_surname_of_several_people_stays_by_itself():
    held = table("We saw Ada Holm.", "We saw Uwe Holm.", "We saw Holm there.")
    assert counts(held) == {"Ada Holm": 1, "Holm": 1, "Uwe Holm": 1}
    assert held.exactly("Holm") == {3}
    assert held.holding(["holm"]) == {1, 2, 3}
    assert held.is_part("Holm")
    assert not held.is_part("Ada Holm")


def test_an_abbreviation_and_its_words_are_one_name():
    held = table("It was the Ferry Owners Guild (FOG).", "Then FOG met.", "Then the Ferry Owners Guild met.")
    assert counts(held) == {"FOG": 3}
    assert held.holding(["owners", "guild"]) == {1, 2, 3}


def test_a_place_is_one_in_all_languages():
    held = NameTable(
        [(1, packed(find_names("She left Germany."))), (2, packed(find_names("Elle quitte l’Allemagne.", "fr")))]
    )
    assert sum(counts(held).values()) == 2
    assert held.exactly("Germany") == held.exactly("Allemagne") == {1, 2}


def test_a_place_in_capitals_is_shown_as_it_is_written_elsewhere():
    held = table("NAIROBI, June 3 - Rain.", "NAIROBI, June 4 - Fog.", "They left Nairobi.")
    assert counts(held) == {"Nairobi": 3}


def test_an_uncertain_word_is_a_name_where_another_article_is_certain_of_it():
    assert counts(table("Quellan was late.", "They saw Quellan go.")) == {"Quellan": 2}
    assert counts(table("Quellan was late.")) == {}


def test_a_word_that_the_dossier_writes_small_is_no_name():
    texts = ("They want Harbour now.", "They met Ada Holm.")
    assert counts(table(*texts)) == {"Harbour": 1, "Ada Holm": 1}
    assert counts(table(*texts, common=frozenset({"harbour", "holm"}))) == {"Ada Holm": 1}


def test_full_stops_hyphens_and_accents_make_no_difference():
    held = table("He left the S.N.O. there.", "He left the SNO there.", "They saw Kim Su-Min.")
    assert held.exactly("sno") == {1, 2}
    assert held.exactly("Kim Su Min") == {3}


WORDS = st.sampled_from(("Ada Holm", "Holm", "Orma", "SNO", "Uwe Holm", "Ferry Guild"))
ARTICLES = st.lists(st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), max_size=4), max_size=8)


@given(ARTICLES, st.sets(st.integers(0, 9)))
def test_counts_are_the_sizes_of_what_is_found(articles, wanted: set[int]):
    rows = [
        (number, packed(Name(0, len(word), word, word, certain, person) for word, certain, person in names))
        for number, names in enumerate(articles)
    ]
    held = NameTable(rows)
    counted = held.counted(wanted)
    assert max(Counter(each.value for each in counted).values(), default=1) == 1
    for each in counted:
        assert each.articles == len(held.exactly(each.value) & wanted) or " " not in each.value
    assert held.values == [each.value for each in held.counted(range(len(articles)))]
