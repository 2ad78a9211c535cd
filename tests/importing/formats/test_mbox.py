"""Mailboxes: parted into mails as their writers meant them, and no mail lost by another's damage."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import Outcome
from tui.importing.folder import walk
from tui.importing.formats.mbox import read
from tui.importing.parsed import RawFile
from tui.importing.read_file import FileReading, read_content, read_entry
from tui.importing.registry import is_ours, reader_of

TOP = b"From ada@x.example Tue Aug  1 10:00:00 2023\n"
ONE = b"From: Ada Rell <a@x.example>\nSubject: The bridge\nDate: 1 Aug 2023 10:00\nMessage-ID: <1@x>\n\nIt is open.\n\n"
TWO = b"Subject: A song\nMessage-ID: <2@x>\n\n>From afar they sang.\n>>From near, too.\nFrom time to time: never.\n\n"


def reading(content: bytes, name: str = "a.mbox") -> FileReading:
    return read_content(RawFile(name, content), read)


def texts(content: bytes) -> list[str]:
    return [article.text for article in reading(content).articles]


SUNG = "From afar they sang.\n\n> From near, too.\n\nFrom time to time: never."
BOXES = [
    ("two mails", TOP + ONE + TOP + TWO, ["It is open.", SUNG]),
    ("Windows line ends", (TOP + ONE + TOP + TWO).replace(b"\n", b"\r\n"), ["It is open.", SUNG]),
    ("a line that names nobody", b"From - \n" + ONE + b"From - Tue Aug 01 10:00:00 2023\n" + ONE, ["It is open."] * 2),
    ("a sentence with a time", TOP + b"Subject: x\n\nFrom 10:00 on\nthey sang.\n", ["From 10:00 on\n\nthey sang."]),
    ("one that is no mail", TOP + b"x: y\n\nno mail\n\n" + TOP + ONE, ["It is open."]),
    ("cut off in its header", TOP + ONE + TOP + b"Subject: half", ["It is open.", ""]),
]


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in BOXES], ids=[case[0] for case in BOXES])
def test_boxes(content: bytes, expected: list[str]) -> None:
    assert texts(content) == expected


def test_what_gave_no_article_is_counted() -> None:
    box = TOP + ONE + TOP + b"x: y\n\nno mail\n\n" + TOP + b"X-Mozilla-Status: 0009\n" + ONE + TOP + b"From: x\n\n"
    account = reading(box).account
    assert account.reason == (
        "1 with neither subject nor text left out; 1 damaged and left out; 1 deleted in the mail program left out"
    )


def test_ids_stay_when_mails_come_before_and_the_same_mail_is_there_twice() -> None:
    before = {article.title: article.id for article in reading(TOP + ONE + TOP + TWO).articles}
    after = [(article.title, article.id) for article in reading(TOP + TWO + TOP + ONE + TOP + ONE).articles]
    assert dict(after[:2]) == before
    assert len({ident for _, ident in after}) == 3


def test_attachments_lie_in_a_folder_called_by_the_subject() -> None:
    carried = (
        b"Subject: Song/../book\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nLook.\n"
        b"--b\nContent-Type: text/plain; name=song.txt\nContent-Disposition: attachment\n\nThey sang.\n--b--\n\n"
    )
    assert [article.path for article in reading(TOP + carried + TOP + carried).articles] == [
        "a.mbox",
        "a.mbox/Song .. book/song.txt",
        "a.mbox",
        "a.mbox/Song .. book/song (2).txt",
    ]


def test_a_mailbox_without_a_suffix_is_known_by_its_name_and_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "Inbox").write_bytes(TOP + ONE)
    (tmp_path / "Sent").write_bytes(b"A note on what was sent, and to whom it went.\n")
    (tmp_path / "Notes").write_bytes(b"From 10:00 on:\nthey sang.\n")
    accounts = {entry.path: read_entry(tmp_path, entry) for entry in walk(tmp_path)}
    assert [article.title for article in accounts["Inbox"].articles] == ["The bridge"]
    assert accounts["Sent"].articles[0].text.startswith("A note")
    assert accounts["Notes"].account.outcome is Outcome.READ
    assert [is_ours(name) for name in ("mail/Inbox", "Notes")] == [False, True]
    assert reader_of("mail/SENT") is read


def test_a_single_mail_in_place_of_a_mailbox() -> None:
    assert texts(ONE) == ["It is open."]


def test_no_mailbox() -> None:
    account = reading(b"It is open.").account
    assert (account.outcome, account.reason) == (
        Outcome.FAILED,
        "no mail: it begins with no header",
    )


@given(st.integers(min_value=0))
def test_damage_ends_in_the_account(seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray((TOP + ONE + TOP + TWO) * 2)
    for _ in range(chance.randint(1, 8)):
        start, end = sorted(chance.randrange(len(damaged) + 1) for _ in "ab")
        damaged[start : min(end, start + 40)] = chance.choice((b"", b"\n", b":", TOP, b"\xff\x00", b"From "))
    assert reading(bytes(damaged)).account.outcome in list(Outcome)
