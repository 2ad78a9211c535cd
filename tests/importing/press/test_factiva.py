"""Factiva: codes that are none, bylines, sections and what stands below a text."""

from __future__ import annotations

import pytest

from tui.importing.press.detector import press_articles
from tui.importing.press.factiva import CODED, PLAIN, read_coded, read_plain
from tui.importing.press.line import Line, lines_of_text

CODES = "\n\n".join(
    (
        *("SE Ports", "HD The crane", "BY Par Luc Brumel", "WC 98 mots", "PD 12 mai 2023", "SN Le Littoral", "ED Est"),
        *("LA Français", "LP", "LA grue est haute.", "TD", "IN fine, rien ne bouge.", "BY the way, no."),
        *("NS gcat : News", "AN Document LIT0020230512ej34000x"),
    )
)


def test_words_that_look_like_codes_stay_in_the_text() -> None:
    record = read_coded(lines_of_text(CODES))
    assert [line.text for line in record.body] == ["LA grue est haute.", "IN fine, rien ne bouge.", "BY the way, no."]
    assert (
        record.title,
        record.author,
        record.section,
        record.edition,
        record.language,
        record.length,
        record.number,
    ) == (
        *("The crane", "Luc Brumel", "Ports", "Est", "fr", 98),
        "LIT0020230512ej34000x",
    )


def test_a_record_begins_at_its_section_or_its_title() -> None:
    lines = lines_of_text(f"Factiva\n\n{CODES}\n\n{CODES.removeprefix('SE Ports')}")
    assert [lines[place].text for place in CODED.seams(lines)] == ["SE Ports", "HD The crane"]


def test_a_record_without_a_number_ends_at_the_next_title() -> None:
    bare = CODES.partition("NS ")[0]
    lines = lines_of_text(f"{bare}{bare}")
    assert len(CODED.seams(lines)) == 2


def test_codes_without_a_day_are_no_form() -> None:
    assert CODED.seams(lines_of_text("HD television\n\nSN 12\n\nHD again")) == []


PLAIN_RECORD = [
    "Der Kran steht",
    "Von Berta Kahn",
    "1.282 Wörter",
    "16. August 2011",
    "17:00",
    "Hafenbote",
    "HAFBOT",
    "26",
    "Süd",
    "Deutsch",
    "© 2011 HAFENBOTE.",
    "Der Kran bewegt sich nicht.",
    "Verlag AG",
    "Document HAFBOT0020110816e78g0002u",
]


def test_fields_without_codes_are_known_by_their_order() -> None:
    record = read_plain([Line(text) for text in PLAIN_RECORD])
    assert (
        record.title,
        record.author,
        record.length,
        record.outlet,
        record.page,
        record.edition,
        record.language,
    ) == (*("Der Kran steht", "Berta Kahn", 1282, "Hafenbote", "26", "Süd", "de"),)
    assert record.day is not None
    assert record.day.dates[0].iso == "2011-08-16"
    assert [line.text for line in record.body] == ["Der Kran bewegt sich nicht."]
    assert "Verlag AG" in record.left_out


@pytest.mark.parametrize(
    "words", ["282 words", "282 mots", "282 Wörter", "282 woorden", "282 palabras", "1 282 parole", "282 字"]
)
def test_the_number_of_words_is_known_in_every_language(words: str) -> None:
    record = read_plain([Line(words if text == "1.282 Wörter" else text) for text in PLAIN_RECORD])
    assert record.outlet == "Hafenbote"


def test_a_heading_is_the_title_whatever_stands_above_it() -> None:
    record = read_plain([Line("Factiva"), Line("Wirtschaft"), Line("Der Kran", level=2), *map(Line, PLAIN_RECORD[2:])])
    assert record.title == "Der Kran"
    assert record.left_out[:2] == ["Factiva", "Wirtschaft"]


def test_what_has_no_number_of_words_is_no_record() -> None:
    record = read_plain([Line("Search Summary"), Line("Text: crane")])
    assert not record.whole
    assert record.left_out == ["Search Summary", "Text: crane"]


def test_numbers_of_documents_part_articles() -> None:
    lines = [Line(text) for text in PLAIN_RECORD * 2]
    assert PLAIN.seams(lines) == [0, len(PLAIN_RECORD), 2 * len(PLAIN_RECORD)]


@pytest.mark.parametrize("number", ["Document HRTMS00020230304ej340000c", "(Document HRTMS00020230304ej340000c)"])
def test_fields_in_one_line_below_the_title(number: str) -> None:
    lines = [
        "1. A crane",
        "Harbour Times, 08:00, 4 March 2023, 1,834 words, Ada Quill, (English)",
        "It stands.",
        number,
    ]
    first, second = press_articles([Line(text) for text in lines * 2])
    assert (first.title, first.source, first.dates[0].iso) == ("A crane", "Harbour Times", "2023-03-04")
    assert (first.length, first.author, first.language, first.paragraphs) == (1834, "Ada Quill", "en", ("It stands.",))
    assert second.archive_number == "HRTMS00020230304ej340000c"
