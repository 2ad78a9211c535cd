"""Names in sentences that were written for this test: what is one, where it ends, and what it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.names import find_names

ENGLISH = [
    ("a person and a place", "The mayor, Lena Brandt, left Oslo by ship.", ["Lena Brandt", "Oslo"]),
    ("a title is no part", "They met President Ada Holm and Dr. Piet Arend.", ["Ada Holm", "Piet Arend"]),
    ("titles of two words", "On board was Foreign Minister Ada Holm.", ["Ada Holm"]),
    ("a body before a title", "It pleased NATO Secretary General Ada Holm.", ["NATO", "Ada Holm"]),
    ("a country before its president", "It pleased the President of Kenya Ada Holm.", ["Kenya", "Ada Holm"]),
    ("a body with of", "He wrote to the Department of Coastal Affairs.", ["Department of Coastal Affairs"]),
    ("a body with and", "She runs the Food and Ferry Administration.", ["Food and Ferry Administration"]),
    ("two bodies", "She left the Orma Bank and the Ferry Company.", ["Orma Bank", "Ferry Company"]),
    ("a mission by its place", "It was the Fog Support Mission in Kenya.", ["Fog Support Mission in Kenya"]),
    ("where a body is", "He works at the Orma Bank in Nairobi.", ["Orma Bank", "Nairobi"]),
    ("peoples are no names", "The Kenyan sailors and two Norwegians left with a Danish crew.", []),
    ("a people in a body", "He leads the Norwegian Ferry Union.", ["Norwegian Ferry Union"]),
    ("days and months", "Since Monday, and all June, Oslo has slept.", ["Oslo"]),
    ("May, a person", "Then Petra May spoke of May.", ["Petra May"]),
    ("what opens a sentence", "Yesterday it rained. However, ferries sailed. Growing fog came.", []),
    ("a name that opens one and stands within", "Brandt left. They saw Brandt go.", ["Brandt", "Brandt"]),
    ("a name before a verb of speech", "Quellan said it was late.", ["Quellan"]),
    ("a word that is also written small", "The Ferry left; a ferry is slow.", []),
    ("a particle within", "He saw Omar al-Fanar and Ludo van der Meer there.", ["Omar al-Fanar", "Ludo van der Meer"]),
    ("a hyphen with a small part", "The Oslo-based crew met Kim Su-min.", ["Kim Su-min"]),
    ("two places and a hyphen", "The Kenya-Uganda ferry sank.", ["Kenya", "Uganda"]),
    ("initials", "Then Ada J. Holm left the U.S. for good.", ["Ada J. Holm", "U.S."]),
    ("a possessive", "It was Brandt's ferry, not Oslo’s.", ["Brandt", "Oslo"]),
    ("abbreviations of things", "The GDP and a CEO on TV.", []),
    ("an abbreviation", "Then the SNO closed.", ["SNO"]),
    ("a dateline", "NAIROBI, June 3 (SNO) - It rained.", ["NAIROBI", "SNO"]),
    ("a shouted heading", "FERRY SINKS OFF COAST\n\nIt sank.", []),
    ("a heading of capitals", "Six Ferries Sink Near Oslo After Fog\n\nsix ferries sink; fog fell.", ["Oslo"]),
    ("kinds of things alone", "The Government, the Council and Parliament met.", []),
    ("a wrapped line", "The ferry that left on that long grey morning for\nOslo was late.", ["Oslo"]),
    ("Le in a surname", "They met Marta Le Goff. Le Goff said so.", ["Marta Le Goff", "Le Goff"]),
]
FRENCH = [
    ("a person with a title", "On a vu le ministre Piet Arend et M. Koné à Dakar.", ["Piet Arend", "Koné", "Dakar"]),
    ("elision", "Le bac de l’ONU quitte l’Azur.", ["ONU", "Azur"]),
    (
        "a body in small words",
        "Le Conseil national des ports et l’Assemblée nationale.",
        ["Conseil national", "Assemblée nationale"],
    ),
    ("a body of bodies", "Le Conseil de sécurité de l’ONU a voté.", ["Conseil de sécurité de l’ONU"]),
    ("a country with an elision", "Il quitte la Côte d’Ivoire pour le Mali.", ["Côte d’Ivoire", "Mali"]),
    ("peoples", "Les soldats maliens et les Français partent.", []),
    ("an expansion", "Le Réseau des bacs du nord (Rebano) ferme.", ["Réseau des bacs du nord", "Rebano"]),
]
ARABIC = [
    ("a minister", "وقال وزير الخارجية عبد الله قاسم إن الباخرة غرقت.", ["عبد الله قاسم"]),
    ("a list", "وصلت الباخرة إلى مالي بطلب من الأمم المتحدة.", ["مالي", "الأمم المتحدة"]),
    ("nobody that it knows", "غادرت الباخرة الميناء صباحا.", []),
]
GERMAN = [("nouns are no names", "Das Haus am Hafen von Berlin gehört der SNO, sagte Karl.", ["Berlin", "SNO"])]


def certain(text: str, language: str) -> list[str]:
    return [name.text for name in find_names(text, language) if name.certain]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(language, text, expected, id=f"{language}: {case}")
        for language, cases in (("en", ENGLISH), ("fr", FRENCH), ("ar", ARABIC), ("de", GERMAN))
        for case, text, expected in cases
    ],
)
def test_names_of_a_text(language: str, text: str, expected: list[str]):
    assert certain(text, language) == expected


def wholes(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(name.text, name.whole) for name in find_names(text, language) if name.whole != name.text]


def test_a_surname_stands_for_the_last_full_name():
    text = "We saw Ada Holm. Then Holm left. Later Uwe Holm came, and Holm sang."
    assert wholes(text) == [("Holm", "Ada Holm"), ("Holm", "Uwe Holm")]


def test_a_surname_before_the_full_name_stands_for_the_first_one_after_it():
    assert wholes("They want Holm to go. Ada Holm is mayor.") == [("Holm", "Ada Holm")]


def test_an_expansion_stands_for_its_abbreviation_wherever_it_stands():
    text = "The League of Northern Ferries (LNF) closed. Nobody missed the League of Northern Ferries."
    assert wholes(text) == [("League of Northern Ferries", "LNF")] * 2


def test_a_word_that_only_opens_a_sentence_is_uncertain():
    (name,) = find_names("Quellan was late.")
    assert (name.text, name.certain) == ("Quellan", False)


@given(st.text(alphabet="AaBb ÉéМм.,'’-()&\n\u00a01عم“”", max_size=120), st.sampled_from(("en", "fr", "ar", "de", "")))
def test_names_lie_in_the_text_one_behind_another(text: str, language: str):
    last = 0
    for name in find_names(text, language):
        assert last <= name.start < name.end <= len(text)
        assert name.text == " ".join(text[name.start : name.end].split())
        assert name.whole
        last = name.end
