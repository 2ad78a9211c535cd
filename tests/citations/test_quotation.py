from __future__ import annotations

import pytest

from tui.citations import Reference, quoted
from tui.citations.quotation import bare, in_quotation_marks
from tui.dossier.article import Provenance, PublishedDate

PASSAGES = [
    ("a bullet", "- The camp closed.", "The camp closed."),
    ("a typographic bullet", "• The camp closed.", "The camp closed."),
    ("a numbered point", "2. The camp closed.", "The camp closed."),
    ("a number that belongs to the sentence", "2023 was a year.", "2023 was a year."),
    ("a heading", "## The end", "The end"),
    ("line ends", "The camp\n  closed.", "The camp closed."),
    ("a soft hyphen", "The \u00adcamp closed.", "The camp closed."),
    ("two paragraphs", "One.\n\n\nTwo.", "One.\n\nTwo."),
    ("an escape sequence", "The \x1b[31mcamp", "The [31mcamp"),
]


@pytest.mark.parametrize(("text", "words"), [case[1:] for case in PASSAGES], ids=[case[0] for case in PASSAGES])
def test_only_the_words_come_along(text: str, words: str) -> None:
    assert bare(text) == words


MARKS = [
    ("English", "en", "He said “now”.", "“He said ‘now’.”"),
    ("straight marks", "en", 'He said "now".', "“He said ‘now’.”"),
    ("French", "fr", "Il a dit «\u202fvite\u202f».", "«\u202fIl a dit “vite”.\u202f»"),
    ("German", "de", "Er sagte „jetzt“.", "„Er sagte ‚jetzt‘.“"),
    ("Arabic", "ar", "قال «الآن».", "«قال “الآن”.»"),
    ("an unknown language", "", "A word.", "“A word.”"),
    ("paragraphs", "en", "One.\n\nTwo.", "“One.\n\n“Two.”"),
    ("an open mark", "en", "He said “now.", "“He said “now.”"),
]


@pytest.mark.parametrize(("language", "text", "marked"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_marks_nest_by_the_language(language: str, text: str, marked: str) -> None:
    assert in_quotation_marks(text, language) == marked


def test_a_quotation_carries_its_citation() -> None:
    day = PublishedDate.from_iso("2023-08-20", Provenance.DATELINE)
    reference = Reference("a", "A new basis", "AFP", (), day, language="en")
    assert quoted("- They left.", reference) == "“They left.” (AFP, “A new basis”, 20 August 2023)"
    assert quoted("They left.", reference, "mla") == "“They left.”\n“A new basis.” AFP, 20 Aug. 2023."


def test_retold_words_stand_in_no_quotation_marks():
    reference = Reference("a", "A new basis", "AFP", retold=True)
    assert quoted("They “left”.", reference) == "They “left”. (retold from AFP, “A new basis”, undated)"
