"""The text of mails: joined, quoted, and kept."""

from __future__ import annotations

import pytest

from tui.importing.mail.text import paragraphs_of_mail, part_from_text

TEXTS = [
    ("paragraphs", "One.\n\nTwo.", False, False, ("One.", "Two.")),
    (
        "lines broken at a column",
        "The bridge over the river was opened at noon by people who had\n"
        "waited for it since the year when the old one had fallen in,\n"
        "and who sang.",
        False,
        False,
        (
            "The bridge over the river was opened at noon by people who had waited for it since the year when the old"
            " one had fallen in, and who sang.",
        ),
    ),
    ("a quotation stays, marked", "> One.\n>> Two.\n\nThree.", False, False, ("> One.", "> > Two.", "Three.")),
    ("flowed lines", "It is \nopen \nat last.\nYes.", True, False, ("It is open at last.", "Yes.")),
    ("flowed lines without spaces", "桥 \n开了。", True, True, ("桥开了。",)),
    ("flowed quotations", "> It is \n> open.\nYes.", True, False, ("> It is open.", "Yes.")),
    ("a signature ends a flowed line", "Yes.\n-- \nAda", True, False, ("Yes.", "--", "Ada")),
]


@pytest.mark.parametrize(
    ("text", "flowed", "delete", "expected"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS]
)
def test_paragraphs(text: str, flowed: bool, delete: bool, expected: tuple[str, ...]) -> None:
    assert paragraphs_of_mail(text, flowed, delete) == expected


TEXT = ["The keepers counted forty ships.", "They had never seen so many."]

LINES = [
    "View in browser: https://harbour.example/1",
    "View this email in your browser",
    "Read online",
    "Unsubscribe: https://harbour.example/u",
    "Unsubscribe from this list",
    "Unsubscribe",
    "Manage your preferences <https://harbour.example/p>",
    "Se désabonner : https://harbour.example/u",
    "Voir ce message dans votre navigateur",
]
SENTENCES = [
    "Unsubscribe from the noise of the town and listen to the sea, the keeper said.",
    "View of the harbour",
    "Read the paper in the morning",
    "https://harbour.example/ships",
]


@pytest.mark.parametrize("line", LINES)
def test_links_of_mailers(line: str) -> None:
    assert part_from_text([line, *TEXT]) == (TEXT, [line])
    assert part_from_text([*TEXT, line]) == (TEXT, [line])


@pytest.mark.parametrize("line", SENTENCES)
def test_what_stays(line: str) -> None:
    assert part_from_text([line, *TEXT]) == ([line, *TEXT], [])


def test_a_link_in_the_midst_of_a_long_mail_stays() -> None:
    mail = [*TEXT * 5, "Unsubscribe", *TEXT * 5]
    assert part_from_text(mail) == (mail, [])


def test_a_signature() -> None:
    assert part_from_text([*TEXT, "--", "Ada", "Harbour Road 5"]) == (TEXT, ["--", "Ada", "Harbour Road 5"])


def test_a_signature_above_what_is_answered() -> None:
    assert part_from_text([*TEXT, "--", "Ada", "> How many ships?"]) == ([*TEXT, "> How many ships?"], ["--", "Ada"])


def test_two_strokes_above_a_text_begin_no_signature() -> None:
    mail = ["The first part.", "--", "The second part is a long one. " * 6]
    assert part_from_text(mail) == (mail, [])


def test_nothing_but_links_stays() -> None:
    assert part_from_text(["Unsubscribe"]) == (["Unsubscribe"], [])
    assert part_from_text([]) == ([], [])
