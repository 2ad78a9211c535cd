"""APA-DeFacto: heads in their variants, editions, and days on which something was only found."""

from __future__ import annotations

import pytest

from tui.importing.press.apa import APA, read
from tui.importing.press.line import Line, lines_of_text

HEADS = [
    ("with a page", '"Hafenbote" vom 23.10.2017 Seite: 2', ("Hafenbote", "2017-10-23", "2", "")),
    ("with two pages", '"Hafenbote" vom 05.05.2013           Seite 70,71', ("Hafenbote", "2013-05-05", "70,71", "")),
    ("with an issue", '"Hafen Zeitung" Nr. 065 vom 02.04.2013   Seite: 3', ("Hafen Zeitung", "2013-04-02", "3", "")),
    (
        "with its department",
        '"Hafenbote" vom 02.04.2013 Seite: 1 Ressort: SEITE 1',
        ("Hafenbote", "2013-04-02", "1", "SEITE 1"),
    ),
    ("with a time", '"Hafen.at" vom 02.04.2013 18.00 Uhr', ("Hafen.at", "2013-04-02", "", "")),
]


@pytest.mark.parametrize(("name", "head", "expected"), HEADS)
def test_heads(name: str, head: str, expected: tuple[str, ...]) -> None:
    record = read([Line(head), Line("Kran steht"), Line("Der Kran.")])
    assert record.day is not None
    assert (record.outlet, record.day.dates[0].iso, record.page, record.section) == expected, name
    assert (record.title, [line.text for line in record.body]) == ("Kran steht", ["Der Kran."])


def test_the_day_on_which_an_article_was_found_is_doubtful() -> None:
    record = read([Line('"Hafen.at" gefunden am 28.12.2017 10:36 Uhr'), Line("Kran steht")])
    assert record.draft(0).doubt == "it is the day on which the database found the article"


def test_department_edition_and_writer_are_no_title() -> None:
    lines = lines_of_text(
        '"Hafenbote" vom 23.10.2017 Seite: 2\nRessort: Sport\n\nSteiermark\n\nBerta Kahn\n\nKran steht\n\nDer Kran.'
    )
    record = read(lines)
    assert (record.section, record.edition, record.author, record.title) == (
        "Sport",
        "Steiermark",
        "Berta Kahn",
        "Kran steht",
    )


def test_a_heading_is_the_title() -> None:
    record = read(
        [Line('"Hafenbote" vom 02.04.2013'), Line("Untertitel"), Line("Kran steht", level=3), Line("Der Kran.")]
    )
    assert (record.title, [line.text for line in record.body]) == ("Kran steht", ["Untertitel", "Der Kran."])


def test_the_table_at_the_foot_begins_no_article_and_gives_the_number() -> None:
    lines = [
        Line('"Hafenbote" vom 30.09.2008 Seite: 40'),
        Line("Kran steht"),
        Line("Der Kran."),
        Line("Quelle:"),
        Line('"Hafenbote" vom 30.09.2008 Seite: 40'),
        Line("Dokumentnummer: 0830840 95200809300406150057"),
    ]
    assert APA.seams(lines) == [0]
    assert read(lines).number == "0830840 95200809300406150057"


@pytest.mark.parametrize(
    "line", ['"Hafenbote" vom 02.04.2013 berichtet, dass der Kran steht.', 'Im "Boten" vom 02.04.2013']
)
def test_a_quotation_in_a_text_is_no_head(line: str) -> None:
    assert APA.seams([Line(line)]) == []
