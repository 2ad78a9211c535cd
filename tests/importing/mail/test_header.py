"""Fields of mails: decoded whatever mailers made of them, and parted into outlet and author."""

from __future__ import annotations

from email import message_from_bytes

import pytest

from tui.importing.mail.header import decoded, in_charset, read_heading

FIELDS = [
    ("plain", "A bridge", "A bridge"),
    ("an encoded word", "=?utf-8?q?Caf=C3=A9_au_lait?=", "Café au lait"),
    ("base64", "=?UTF-8?B?Q2Fmw6k=?=", "Café"),
    ("base64 without its padding", "=?UTF-8?B?Q2Fmw6k?=", "Café"),
    ("two words are one text", "=?utf-8?q?A_?= =?utf-8?q?bridge?=", "A bridge"),
    ("a letter cut in two by words", "=?utf-8?q?Caf=C3?= =?utf-8?q?=A9?=", "Café"),
    ("several encodings", "=?iso-8859-1?q?=E9?= =?koi8-r?b?7c/T1A==?=", "éМост"),
    ("a language beside the encoding", "=?utf-8*fr?q?pont?=", "pont"),
    ("an unknown encoding", "=?klingon?q?A=20bridge?=", "A bridge"),
    ("an encoding that is none", "=?idna?q?A_bridge?=", "A bridge"),
    ("broken base64", "=?utf-8?b?A?=", "A"),
    ("a folded line", "A\r\n bridge", "A bridge"),
    ("raw bytes", b"Caf\xc3\xa9".decode("ascii", "surrogateescape"), "Café"),
    ("raw bytes of Windows", b"Caf\xe9".decode("ascii", "surrogateescape"), "Café"),
    ("escape sequences", "=?utf-8?q?=1B[2JA?= b\x07", "[2JA b"),
    ("words without an end", "=?utf-8?q?A", "=?utf-8?q?A"),
]


@pytest.mark.parametrize(("raw", "expected"), [case[1:] for case in FIELDS], ids=[case[0] for case in FIELDS])
def test_decoded(raw: str, expected: str) -> None:
    assert decoded(raw) == expected


SENDERS = [
    ("a person", "From: Ada Rell <ada@gmail.com>", "", "Ada Rell"),
    ("a person's name in quotation marks", 'From: "Rell, Ada" <ada@gmail.com>', "", "Rell, Ada"),
    ("an older form", "From: ada@gmail.com (Ada Rell)", "", "Ada Rell"),
    ("an outlet", "From: River Gazette <desk@gazette.example>", "River Gazette", ""),
    ("a newsletter", "From: The Confluence <x@y.example>\nList-Unsubscribe: <x>", "The Confluence", ""),
    ("a writer of a newsletter", "From: Ada Rell <ada@gazette.example>\nList-Id: <x>", "gazette.example", "Ada Rell"),
    ("a writer and an outlet", "From: Ada Rell from River Gazette <a@b.example>", "River Gazette", "Ada Rell"),
    (
        "a writer on a list",
        "From: Ada Rell <a@b.example>\nList-Id: Sahel watch <s.b.example>",
        "Sahel watch",
        "Ada Rell",
    ),
    ("an address alone", "From: desk@gazette.example", "gazette.example", ""),
    ("everybody's mail", "From: desk@gmail.com", "", ""),
    ("nobody", "Subject: x", "", ""),
    ("brackets without an end", f"From: {'(' * 50_000}", "", ""),
]


@pytest.mark.parametrize(("header", "source", "author"), [c[1:] for c in SENDERS], ids=[c[0] for c in SENDERS])
def test_sender(header: str, source: str, author: str) -> None:
    heading = read_heading(message_from_bytes(f"{header}\n\nText".encode()))
    assert (heading.source, heading.author) == (source, author)


DATES = [
    ("the sender's own day", "Tue, 01 Aug 2023 23:30:00 -0500", ["2023-08-01"]),
    ("two figures for the year", "1 Aug 99 10:00 GMT", ["1999-08-01"]),
    ("a zone in brackets", "Tue, 1 Aug 2023 23:30:00 +0000 (Greenwich Mean Time)", ["2023-08-01"]),
    ("a day that is none", "Tue, 31 Feb 2023 10:00:00 +0000", []),
    ("a day that may be two", "03/08/2023 10:00", ["2023", "2023-08-03", "2023-03-08"]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("written", "expected"), [case[1:] for case in DATES], ids=[case[0] for case in DATES])
def test_date(written: str, expected: list[str]) -> None:
    heading = read_heading(message_from_bytes(f"Date: {written}\n\nText".encode()))
    assert [date.iso for date in heading.dates] == expected


def test_the_address_of_what_was_sent() -> None:
    heading = read_heading(message_from_bytes(b"Archived-At: <https://gazette.example/2023/08/01/a>\n\nText"))
    assert heading.address == "https://gazette.example/2023/08/01/a"


@pytest.mark.parametrize("charset", ["", "utf-8", "hex", "zlib", "idna", "undefined", "x" * 99, "utf-16\0"])
def test_any_charset_gives_a_text(charset: str) -> None:
    assert in_charset(b"A bridge", charset)
