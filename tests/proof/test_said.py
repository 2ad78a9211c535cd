from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.proof.said import said

CASES = [
    ("behind it", "“We go home now. Nobody stays,” Foreign Minister Ada Holm said.", "en", ["Ada Holm"]),
    ("before it", "Mayor Lena Brandt said: “The harbour is closed.” Gulls cried.", "en", ["Lena Brandt"]),
    ("inverted, with titles", "“We go home,” said Kenyan Foreign Minister Ada Holm.", "en", ["Ada Holm"]),
    ("on a channel", "“We go home,” Ada Holm, the mayor, said on SNO.", "en", ["Ada Holm"]),
    ("in French", "« Nous partons demain », a déclaré Salima Koné à Orma.", "fr", ["Salima Koné"]),
    ("nobody by name", "“The harbour is closed,” he said.", "en", [None]),
    ("two speakers", "“Yes,” Ada Holm said. “Never,” Lena Brandt said.", "en", ["Ada Holm", "Lena Brandt"]),
    ("nothing is said", "Ada Holm crossed the harbour.", "en", []),
    (
        "a surname for the full name",
        "Ada Holm came by ship. The ferry is “late”, Holm said.",
        "en",
        ["Ada Holm"],
    ),
    ("he who spoke", "“No,” Piet Arend said. “Never,” he added.", "en", ["Piet Arend", "Piet Arend"]),
    (
        "whoever was named before",
        "Vendredi, Salima Koné, ministre des Ports, est venue. Elle a demandé un « départ sans retard ».",
        "fr",
        ["Salima Koné"],
    ),
    (
        "a title for its holder",
        "Salima Koné, ministre des Ports, est venue. Pour la ministre, le bac « est perdu ».",
        "fr",
        ["Salima Koné"],
    ),
    (
        "behind an apposition",
        "The mayor of Orma, Lena Brandt, charged the port with being “part of the flood”.",
        "en",
        ["Lena Brandt"],
    ),
    (
        "a relative clause within",
        "Devant le port, Piet Arend, qui dirige la SNO, a indiqué que le bac était « vieux ».",
        "fr",
        ["Piet Arend"],
    ),
    (
        "he is the subject of the sentence before, not whose deputy that is",
        "Ada Holm said it was “late”. Holm’s deputy, Piet Arend, disagreed. “It sails in May,” he said.",
        "en",
        ["Ada Holm", "Piet Arend"],
    ),
    ("a title before its person", "« Non », a déclaré la maire d’Orma, Ada Holm.", "fr", ["Ada Holm"]),
    ("a report is no title", "According to the report, Ada Holm left a “ghost ferry”.", "en", [None]),
    ("asked by inversion", "« Le bac est perdu », a-t-elle dit. Salima Koné est partie.", "fr", [None]),
    (
        "somebody of a body",
        "The ferry is “late”, said a source. According to the SNO it is “lost”.",
        "en",
        [None, "SNO"],
    ),
    ("behind a colon", "Ada Holm came. Then Holm said:\n\n“It is late. It is cold.”", "en", ["Ada Holm"]),
    ("behind a colon, not quoted at once", "Ada Holm said:\n\nThe ferry is “late”.", "en", [None]),
    ("spoken of, not speaking", "It was said of Ada Holm that she was “late”.", "en", [None]),
]

RETOLD = [
    ("with a verb", "Ada Holm came. Holm said that the ferry was lost.", "en", ["Ada Holm"]),
    (
        "a second verb",
        "Ada Holm, the mayor, spoke at the port and alleged that the ferry was lost.",
        "en",
        ["Ada Holm"],
    ),
    ("in French", "Le bac, a déclaré M. Arend, est perdu.", "fr", ["Arend"]),
    ("of his own", "Piet Arend a fait valoir de son côté que le bac était perdu.", "fr", ["Piet Arend"]),
    ("before a quotation", "Ada Holm came. Then Holm said:\n\n“It is late.”", "en", []),
    ("before a colon", "Ada Holm came. Then Holm said:\n\nIt is late.", "en", ["Ada Holm"]),
    ("nobody by name", "Officials said that the ferry was lost.", "en", []),
    ("told to somebody", "The ferry is lost, a sailor told Ada Holm.", "en", []),
    ("passive", "The ferry was called lost by Ada Holm.", "en", []),
]


@pytest.mark.parametrize(("text", "language", "expected"), [c[1:] for c in CASES], ids=[case[0] for case in CASES])
def test_who_says_a_quotation(text, language, expected):
    direct = [each for each in said(text, language) if each.quotation is not None]
    assert [each.speaker.text if each.speaker else None for each in direct] == expected


@pytest.mark.parametrize(("text", "language", "expected"), [c[1:] for c in RETOLD], ids=[case[0] for case in RETOLD])
def test_who_says_what_an_article_retells(text, language, expected):
    retold = [each for each in said(text, language) if each.quotation is None]
    assert [each.speaker.text for each in retold] == expected


def test_the_words_that_name_the_speaker_are_those_of_the_sentence():
    *_, last = said("“No,” Piet Arend said. “Never,” he added.", "en")
    assert (last.speaker.text, last.named) == ("Piet Arend", "he")


@given(st.text(alphabet='Ab “”"«».\n,saidHolmhe', max_size=80))
def test_a_quotation_lies_within_its_sentence(text: str):
    for each in said(text, "en"):
        assert 0 <= each.start < each.end <= len(text)
        assert each.quotation is None or each.start <= each.quotation.start < each.quotation.end <= each.end
