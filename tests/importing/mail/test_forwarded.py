"""Forwarded mails: the head of the original in the languages and layouts of the common mail programs."""

from __future__ import annotations

import pytest

from tui.importing.formats.mail import read
from tui.importing.mail.forwarded import forwarded_in
from tui.importing.parsed import RawFile
from tui.importing.read_file import read_content

BODY = ("The pilots of the harbour met on Friday.", "They want a light on the mole.")
HEADS = [
    (
        "outlook",
        "FW: Light",
        ("From: Ada Rell <a@x.example> Sent: Friday, 3 March 2023 18:12 To: b@x.example Subject: Light",),
    ),
    (
        "outlook, lines",
        "FW: Light",
        (
            "From: Ada Rell <a@x.example>",
            "Sent: Friday, 3 March 2023 18:12",
            "To: b@x.example",
            "Cc: c@x.example",
            "Subject: Light",
        ),
    ),
    (
        "gmail",
        "Fwd: Light",
        (
            "---------- Forwarded message ---------",
            "From: Ada Rell <a@x.example>",
            "Date: Fri, 3 Mar 2023 at 18:12",
            "Subject: Light",
            "To: <b@x.example>",
        ),
    ),
    (
        "gmail, one line",
        "Fwd: Light",
        ("--- Forwarded message --- From: Ada Rell <a@x.example> Date: 3 Mar 2023 at 18:12 Subject: Light To: Ben",),
    ),
    (
        "apple",
        "Fwd: Light",
        (
            "Begin forwarded message:",
            "> From: Ada Rell <a@x.example>",
            "> Date: 3 March 2023 at 18:12:01 CET",
            "> Subject: Light",
            "> To: b@x.example",
        ),
    ),
    (
        "thunderbird",
        "Fwd: Light",
        (
            "-------- Forwarded Message --------",
            "Subject: Light",
            "Date: Fri, 3 Mar 2023 18:12:00 +0100",
            "From: Ada Rell <a@x.example>",
            "To: b@x.example",
        ),
    ),
    (
        "french",
        "TR: Light",
        ("De : Ada Rell <a@x.example>", "Envoyé : vendredi 3 mars 2023 18:12", "À : b@x.example", "Objet : Light"),
    ),
    (
        "german",
        "WG: Light",
        ("Von: Ada Rell <a@x.example>", "Gesendet: Freitag, 3. März 2023 18:12", "An: b@x.example", "Betreff: Light"),
    ),
    (
        "dutch",
        "FW: Light",
        (
            "Van: Ada Rell <a@x.example>",
            "Verzonden: vrijdag 3 maart 2023 18:12",
            "Aan: b@x.example",
            "Onderwerp: Light",
        ),
    ),
    (
        "spanish",
        "RV: Light",
        (
            "De: Ada Rell <a@x.example>",
            "Enviado: viernes, 3 de marzo de 2023 18:12",
            "Para: b@x.example",
            "Asunto: Light",
        ),
    ),
    (
        "italian",
        "I: Light",
        ("Da: Ada Rell <a@x.example>", "Inviato: venerdì 3 marzo 2023 18:12", "A: b@x.example", "Oggetto: Light"),
    ),
    (
        "portuguese",
        "ENC: Light",
        (
            "De: Ada Rell <a@x.example>",
            "Enviada em: sexta-feira, 3 de março de 2023 18:12",
            "Para: b@x.example",
            "Assunto: Light",
        ),
    ),
    (
        "bold stars",
        "FW: Light",
        (
            "*From:* Ada Rell <a@x.example>",
            "*Sent:* Friday, 3 March 2023 18:12",
            "*To:* b@x.example",
            "*Subject:* Light",
        ),
    ),
]


@pytest.mark.parametrize(("subject", "head"), [case[1:] for case in HEADS], ids=[case[0] for case in HEADS])
def test_the_head_of_the_original_is_read(subject: str, head: tuple[str, ...]) -> None:
    found = forwarded_in(("fyi", *head, *BODY), subject)
    assert found
    assert [date.iso for date in found.dates] == ["2023-03-03"]
    assert (found.sender, found.title, found.paragraphs) == ("Ada Rell <a@x.example>", "Light", BODY)
    assert found.left_out == ("fyi", *head)


NO_HEADS = [
    ("an answer below its question", "Re: Light", HEADS[0][2]),
    ("no day", "FW: Light", ("From: Ada Rell <a@x.example>", "To: b@x.example", "Subject: Light")),
    ("prose", "FW: Light", ("From: the sea, with love", "Nothing was sent: they waited.")),
    ("nothing below", "FW: Light", HEADS[0][2]),
]


@pytest.mark.parametrize(("subject", "head"), [case[1:] for case in NO_HEADS], ids=[case[0] for case in NO_HEADS])
def test_what_is_no_forwarded_mail(subject: str, head: tuple[str, ...]) -> None:
    body = () if head is HEADS[0][2] and subject.startswith("FW") else BODY
    assert forwarded_in(("fyi", *head, *body), subject) is None


def test_of_a_mail_forwarded_twice_the_inner_head_counts() -> None:
    outer = (
        "From: Ben <b@x.example> Sent: Saturday, 4 March 2023 09:00 To: c@x.example Subject: FW: Light",
        "see below",
    )
    found = forwarded_in((*outer, *HEADS[0][2], *BODY), "FW: FW: Light")
    assert found
    assert (found.dates[0].iso, found.sender, found.paragraphs) == ("2023-03-03", "Ada Rell <a@x.example>", BODY)


def test_a_long_text_above_stays_text() -> None:
    comment = "A word of my own. " * 20
    found = forwarded_in((comment, *HEADS[0][2], *BODY), "FW: Light")
    assert found
    assert found.paragraphs == (comment, *BODY)


MAIL = (
    "From: A Colleague <c@x.example>\nSubject: FW: Light\nDate: Mon, 6 Mar 2023 09:00:00 +0100\n\nfyi\n\n"
    "From: Coast Gazette <letter@gazette.example>\nSent: Friday, 3 March 2023 18:12\nTo: c@x.example\nSubject: Light\n"
    "\nThe pilots met.\n\nThey want a light.\n"
)


def test_both_days_are_offered_and_the_day_is_doubtful() -> None:
    (one,) = read_content(RawFile("a.eml", MAIL.encode()), read).articles
    assert one.published
    assert (one.published.iso, one.published.provenance) == ("2023-03-03", "head of the forwarded mail")
    assert [(date.iso, date.provenance) for date in one.candidates] == [("2023-03-06", "mail header")]
    assert one.doubt == "the head of the forwarded mail says 2023-03-03, the mail that forwards it 2023-03-06"
    assert (one.title, one.source, one.text) == ("Light", "Coast Gazette", "The pilots met.\n\nThey want a light.")


def test_on_one_day_there_is_no_doubt() -> None:
    (one,) = read_content(RawFile("a.eml", MAIL.replace("6 Mar", "3 Mar").encode()), read).articles
    assert not one.doubt
