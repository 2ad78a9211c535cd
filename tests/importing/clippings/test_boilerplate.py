"""Stray lines are known by their habits; sentences that look a little like them are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.clippings.boilerplate import Stray, stray_kind

STRAY = {
    Stray.READING_TIME: [
        "2 MIN READ",
        "4 minutes read",
        "Temps de lecture : 3 min",
        "3 min de lecture",
        "Reading time: 5 minutes",
        "1,204 views",
    ],
    Stray.LABEL: [
        "RECOMMENDED",
        "Recommended for you",
        "Related articles",
        "Most Read",
        "You may also like",
        "Sur le même sujet",
        "Les plus lus",
        "Articles similaires",
        "Lire aussi :",
    ],
    Stray.LINK: [
        "READ ALSO: A heron in the square",
        "Read more: A heron",
        "(Lire aussi : Le héron)",
        "À lire aussi – Le héron",
        "RelatedA heron in the square",
        "Lire aussiLe héron sur la place",
        ">> Lire également : Le héron",
        "WATCH: Boats leave the harbour",
        "Voir aussi Le héron de la place",
    ],
    Stray.TOOL: [
        "Loading comments…",
        "Please wait...",
        "Chargement en cours",
        "Subtitles off, selected",
        "This video isn't available in your country.",
        "Share this article",
        "Partager sur Facebook",
        "Advertisement",
        "- Advertisement -",
        "PUBLICITÉ",
        "Story continues below advertisement",
        "Subscribe to our newsletter",
        "Follow us on Telegram",
        "Follow The Gazette on WhatsApp",
        "Rejoignez notre chaîne WhatsApp",
        "Abonnez-vous à notre newsletter",
    ],
    Stray.BUTTON: ["Explore", "Facebook | Twitter | WhatsApp", "Share", "Latest news", "À la une", "Photo"],
    Stray.COMMENTS: ["No comments:", "Post a Comment", "3 Comments", "Laisser un commentaire", "Aucun commentaire"],
    Stray.COPYRIGHT: [
        "Copyright © 2023 The Gazette.",
        "© 2023 AFP",
        "All rights reserved.",
        "Tous droits réservés",
        "The post A heron appeared first on Gazette.",
    ],
    Stray.TAGS: ["Tags: heron, square", "Mots-clés : héron, place", "Filed under: Nature"],
    Stray.CAPTION: [
        "The heron in May. / Photo: Press Pool",
        "A heron stands in the square [File: Ada Rell/Reuters]",
        "Photo: Ada Rell",
        "Crédit photo : Studio du Fleuve",
        "Crédits : DR",
        "© Ada Rell",
        "FILE - The heron stands in the square, May 3.",
        "The heron in the square. (Photo by Ada Rell/AFP)",
        "The heron leaves © Ada Rell",
        "Photo d’illustration",
        "A heron | Photo credit: Ada Rell",
        "Getty Images",
    ],
    Stray.END_MARK: ["ENDS", "FIN", "-30-"],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in STRAY.items() for line in lines])
def test_stray(kind: Stray, line: str) -> None:
    assert stray_kind(line) is kind


SENTENCES = [
    "Read more about the heron in the book that the school has made of it.",
    "Related species have been seen in the north.",
    "Recommended doses were exceeded, the vet said.",
    "Photos of the heron went round the world within a day.",
    "The photographer took a picture of it at noon.",
    "Copyright law has nothing to say about herons.",
    "Share prices of the fountain's maker rose.",
    "Follow the river in the rain and you will see it.",
    "He was told to read: the letter was from the mayor.",
    "The heron has 200 feathers.",
    "“It is a heron [and no stork],” she said.",
    "The end of the story is known.",
    "Four things are to be done:",
    "He sent a letter to the agency (Reuters).",
    "Read more of what the mayor wrote here:",
    "Comments on the heron were kind.",
    "Voir le héron était un plaisir.",
    "Lire et écrire, voilà ce qu’il voulait.",
    "A heron",
]


@pytest.mark.parametrize("line", SENTENCES)
def test_no_stray_line(line: str) -> None:
    assert stray_kind(line) is None


def test_long_lines_are_never_stray() -> None:
    assert stray_kind("READ ALSO: " + "a heron " * 60) is None


@given(
    st.lists(
        st.sampled_from(["photo", ":", "/", "(", "[", ")", "read also", "©", "share", " ", "min", "3", "related", "A"])
    ).map("".join)
)
def test_no_line_makes_it_fall(line: str) -> None:
    stray_kind(line)
