"""The text of mails: joined, quoted, and kept."""

from __future__ import annotations

import pytest

from tui.importing.mail.text import paragraphs_of_mail

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
