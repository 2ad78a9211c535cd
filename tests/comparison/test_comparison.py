from __future__ import annotations

import datetime

import pytest
from comparison_sides import sided
from hypothesis import given
from hypothesis import strategies as st

from tui.comparison import FactKind, compare

WIRE = (
    "ORMA, March 5 - A ferry sank off Orma on 3 March 2031, and 12 sailors were killed. "
    "More than 40 people were taken to Linden, according to Captain Ada Holm. "
    "\u201cWe heard the bell and then nothing at all,\u201d Mayor Lena Brandt said. "
    "The ship was built in 1998 by a yard in Varnov. The search goes on."
)
CASES = [
    ("a number", "12 sailors", "14 sailors", [("figure", "12 sailors", "14 sailors")]),
    ("a bound", "More than 40 people", "At most 40 people", [("figure", "More than 40 people", "At most 40 people")]),
    ("a day", "3 March 2031", "4 March 2031", [("date", "3 March 2031", "4 March 2031")]),
    ("a year", "in 1998", "in 1989", [("date", "1998", "1989")]),
    ("a name", "Varnov", "Tessin", [("name", "Varnov", "Tessin")]),
    ("a surname", "Lena Brandt", "Lena Kurtz",
        [("name", "Mayor Lena Brandt", "Mayor Lena Kurtz")]),
    ("a word of a quotation", "and then nothing", "and then shouting", [
        ("quotation", "We heard the bell and then nothing at all,", "We heard the bell and then shouting at all,")]),
    ("an attribution cut", ", according to Captain Ada Holm", "", [
        ("name", "Captain Ada Holm", None), ("attribution", "Captain Ada Holm", None)]),
    ("a sentence cut", " The ship was built in 1998 by a yard in Varnov.", "", [
        ("date", "1998", None), ("name", "Varnov", None)]),
    ("a sentence added", "The search goes on.", "The search goes on. King Olaf sent 3 ships.", [
        ("figure", None, "3 ships"), ("name", None, "King Olaf")]),
    ("what happened to them", "12 sailors were killed", "12 sailors were wounded", [
        ("figure", "12 sailors", "12 sailors")]),
]  # fmt: skip
SAME = [
    ("the same text", "", ""),
    ("the number in words", "12 sailors", "twelve sailors"),
    ("the bound in other words", "More than 40 people", "Over 40 people"),
    ("the day in another order", "on 3 March 2031", "on March 3, 2031"),
    ("other words around", "The search goes on.", "They are still searching."),
    ("the name alone", "Mayor Lena Brandt said", "Brandt said"),
    ("another verb of speech", "Lena Brandt said", "Lena Brandt stated"),
    ("the quotation in other marks", "\u201cWe heard", "\u00abWe heard"),
]


def differences(one: str, other: str) -> list[tuple[str, str | None, str | None]]:
    found = compare(sided(one), sided(other)).differences
    return [(each.kind.value, each.one and each.one.text, each.other and each.other.text) for each in found]


@pytest.mark.parametrize(("name", "old", "new", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_was_changed_is_told_and_nothing_else(name, old, new, expected):
    assert old in WIRE
    here = differences(WIRE, WIRE.replace(old, new))
    assert here == expected
    there = differences(WIRE.replace(old, new), WIRE)
    assert sorted((kind, other, one) for kind, one, other in there) == sorted(here) or len(there) == len(here)


@pytest.mark.parametrize(("name", "old", "new"), SAME, ids=[case[0] for case in SAME])
def test_what_says_the_same_is_no_difference(name, old, new):
    changed = WIRE.replace(old, new) if old else WIRE
    if name.endswith("marks"):
        changed = changed.replace("at all,\u201d", "at all,\u00bb")
    assert differences(WIRE, changed) == []


def test_a_fact_that_moved_to_another_sentence_is_no_difference():
    moved = WIRE.replace(" by a yard in Varnov", "").replace("The search goes on.", "The search off Varnov goes on.")
    assert differences(WIRE, moved) == []


def test_the_changed_words_are_told_by_their_places():
    changed = WIRE.replace("12 sailors", "14 old sailors")
    found = compare(sided(WIRE), sided(changed))
    (change,) = [change for row in found.changes for change in row]
    assert WIRE[change.start : change.end] == "12"
    assert changed[change.other_start : change.other_end] == "14 old"


def test_the_shares_say_how_much_of_each_text_the_other_has():
    half = WIRE[: WIRE.index(" The ship")]
    whole, part = compare(sided(WIRE), sided(half)).shared
    assert part == 1.0
    assert 0.6 < whole < 0.9


def test_a_date_of_each_article_counts_from_its_own_day():
    one, other = "The ferry sank on Monday off Orma.", "The ferry sank on Monday off Orma."
    late = sided(other, day=datetime.date(2031, 3, 6))
    assert compare(sided(one), late).differences == ()


@given(st.text(alphabet="Ab1. \n“”\",9'é", max_size=60), st.text(alphabet="Ab1. \n“”\",9'é", max_size=60))
def test_no_text_makes_it_fail_and_a_text_has_no_difference_from_itself(one: str, other: str):
    assert compare(sided(one), sided(one)).differences == ()
    found = compare(sided(one), sided(other))
    assert len(found.rows) == len(found.changes)
    assert {each.kind for each in found.differences} <= set(FactKind)


FRENCH = (
    "Un bac transportant 212 passagers a coulé le 3 mars 2031 au large d’Orma. "
    "Le Sora, construit en 1978, avait quitté Velda à l’aube. "
    "« Il a coulé en dix minutes », a raconté le capitaine Jonas Falk. "
    "La ministre des Transports, Karin Olm, a promis une enquête, selon l’autorité portuaire."
)
ENGLISH = (
    "A ferry with 212 passengers sank off Orma on 3 March 2031. "
    "The Sora, built in 1987, had left Velda at dawn. "
    "“She went down in ten minutes,” said Captain Jonas Falk. "
    "Transport Minister Karin Olm promised an inquiry, the port authority said."
)


def test_what_is_translated_is_left_out_by_nobody_and_a_date_in_its_place_differs():
    found = compare(sided(ENGLISH), sided(FRENCH, language="fr")).differences
    told = [(each.kind, each.one and each.one.text, each.other and each.other.text) for each in found]
    assert told == [(FactKind.DATE, "1987", "1978")]


def test_a_name_that_only_one_language_has_is_still_told():
    found = compare(sided(f"{ENGLISH} Northern Ferries declined to comment."), sided(FRENCH, language="fr")).differences
    assert [each.one.text for each in found if each.kind is FactKind.NAME and each.one] == ["Northern Ferries"]


NAMES = [
    ("an owner", "The Royal Orma Regiment’s tents burned.", ["Royal Orma Regiment"]),
    ("an article that is part of a name", "Fighters of al-Sabah fled.", ["al-Sabah"]),
    ("a hyphen within a word", "The mid-Varnov plain is dry.", ["Varnov"]),
    ("a dateline", "TESSIN, Varnland (AP) — The ferry to Orma sank.", ["Orma"]),
    ("a place that belongs to the sentence", "In Tessin, Varnland, they fear Orma.", ["Tessin", "Varnland", "Orma"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_the_names_of_a_text(text, expected):
    told = compare(sided(text), sided("")).differences
    assert [each.one.text for each in told if each.kind is FactKind.NAME] == expected


@pytest.mark.parametrize("ordinal", ["1st Battalion", "22nd team", "3rd bell", "4th bell", "2e bataillon", "1er pont"])
def test_an_ordinal_is_no_figure(ordinal):
    told = compare(sided(f"They saw the {ordinal}."), sided("")).differences
    assert [each.one.text for each in told if each.kind is FactKind.FIGURE] == []
