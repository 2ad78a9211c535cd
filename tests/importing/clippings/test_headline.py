"""What looks like a headline, and headlines made of texts that have none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.clippings.headline import MADE_LENGTH, first_sentence, is_headline, is_section, made_title, shortened

HEADLINES = [
    ("plain", "Ferry returns to the lower river", True),
    ("a question", "Who will pay for the bridge?", True),
    ("an abbreviation within", "U.S. sends cement", True),
    ("a sentence", "The ferry returned to the lower river.", False),
    ("a quoted sentence", "“The ferry is back.”", False),
    ("the lead of a list", "Four things are missing:", False),
    ("no letters", "12 - 15", False),
    ("empty", "  ", False),
    ("too long", "word " * 40, False),
]


@pytest.mark.parametrize(("line", "expected"), [case[1:] for case in HEADLINES], ids=[case[0] for case in HEADLINES])
def test_is_headline(line: str, expected: bool) -> None:
    assert is_headline(line) is expected


SENTENCES = [
    ("two sentences", "It rained. Nobody came.", "It rained."),
    ("a title before a name", "Gen. Sori met Mr. Bah. They spoke.", "Gen. Sori met Mr. Bah."),
    ("initials", "The U.N. Security Council met. It rose.", "The U.N. Security Council met."),
    ("a quote", "“It rained.” Nobody came.", "“It rained.”"),
    ("figures", "It cost 3.5 million. Nobody paid.", "It cost 3.5 million."),
    ("one without an end", "It rained and", "It rained and"),
    ("a question", "Who came? Nobody.", "Who came?"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SENTENCES], ids=[case[0] for case in SENTENCES])
def test_first_sentence(text: str, expected: str) -> None:
    assert first_sentence(text) == expected


def test_a_short_sentence_is_the_title_without_its_point() -> None:
    assert made_title("It rained. Nobody came.") == "It rained"
    assert made_title("Who came? Nobody.") == "Who came?"
    assert made_title("It rained .") == "It rained"


def test_a_long_sentence_is_cut_at_a_word() -> None:
    title = made_title("The council of the old town has made it known that the clock tower, which leans, comes down.")
    assert title == "The council of the old town has made it known that the clock tower…"


def test_a_word_without_end_is_cut_anywhere() -> None:
    assert shortened("a" * 200, MADE_LENGTH) == "a" * MADE_LENGTH + "…"


@given(st.text())
def test_a_made_title_is_never_too_long(text: str) -> None:
    assert len(made_title(text)) <= MADE_LENGTH + 1


LINES = [
    ("a name", "World", True),
    ("two names", "Middle East", True),
    ("capitals", "THE RIVER", True),
    ("a way through the site", "Home > News > The river", True),
    ("one in french", "Accueil » Afrique » Pêche", True),
    ("many capitals", "FERRY SINKS OFF OURO", False),
    ("a headline of such words and others", "World news of the river", False),
    ("a way that begins elsewhere", "Ada Rell > News", False),
    ("figures", "2023", False),
    ("empty", "", False),
]


@pytest.mark.parametrize(("line", "expected"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_sections(line: str, expected: bool) -> None:
    assert is_section(line) is expected
