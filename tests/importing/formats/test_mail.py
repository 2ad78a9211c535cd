"""Mails in files of their own: text, attachments, newsletters, and what attacks come to."""

from __future__ import annotations

import random
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import Outcome
from tui.importing.folder import walk
from tui.importing.formats.mail import read
from tui.importing.mail import body as bodies
from tui.importing.parsed import RawFile
from tui.importing.read_file import FileReading, read_content, read_entry
from tui.importing.registry import is_ours, reader_of

STORY = "<p>It is <b>open</b>.</p><p>At last, and this is the rest of a story that the plain text does not tell.</p>"


def mail(text: str = "It is open.\n", html: str = "", **fields: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ada Rell <ada@gmail.com>"
    message["Subject"] = "The bridge"
    message["Date"] = "Tue, 01 Aug 2023 23:30:00 -0500"
    message["Message-ID"] = "<1@gazette.example>"
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(f"<html><body>{html}</body></html>", subtype="html")
    return message


def reading(content: bytes, name: str = "a.eml") -> FileReading:
    return read_content(RawFile(name, content), read)


def test_a_mail_is_an_article() -> None:
    (one,) = reading(mail().as_bytes()).articles
    assert (one.title, one.author, one.text) == ("The bridge", "Ada Rell", "It is open.")
    assert one.published
    assert (one.published.iso, one.published.provenance) == ("2023-08-01", "mail header")


FORMS = [
    ("plain where it is whole", "It is open.\n\nAt last, and this is the rest of a story.\n", STORY, 2, "story."),
    ("the other where it is not", "See it in your browser.\n", STORY, 2, "does not tell."),
    ("plain where there is no other", "It is open.\n", "", 1, "It is open."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "html", "count", "end"), [case[1:] for case in FORMS], ids=[case[0] for case in FORMS]
)
def test_of_two_forms(text: str, html: str, count: int, end: str) -> None:
    (one,) = reading(mail(text, html).as_bytes()).articles
    assert len(one.text.split("\n\n")) == count
    assert one.text.endswith(end)


NEWS = mail("It is open. At last, and this is the rest of it.", f"{STORY}<p>More of ours</p>", List_Id="<news.x>")
ARTICLE = "It is open . At last, and this is the rest of a story that the plain text does not tell."
PAGES = [
    ("no reader of pages", None, 3, ()),
    ("the article found", lambda _: [ARTICLE], 2, ("More of ours",)),
    ("something else found", lambda _: ["More of ours"], 3, ()),
    ("nothing found", lambda _: [], 3, ()),
]


@pytest.mark.parametrize(("page", "count", "left_out"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_of_a_newsletter_what_belongs_to_the_article_is_kept(
    page: object, count: int, left_out: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "_page_reader", lambda: page)
    (one,) = reading(NEWS.as_bytes()).articles
    assert (len(one.text.split("\n\n")), one.left_out) == (count, left_out)


def test_links_of_the_mailer_and_the_signature_are_left_out() -> None:
    text = "View in browser: https://x.example/1\n\nIt is open.\n\nUnsubscribe: https://x.example/u\n-- \nAda\n"
    (one,) = reading(mail(text).as_bytes()).articles
    assert one.text == "It is open."
    assert [line.partition(":")[0] for line in one.left_out] == ["View in browser", "Unsubscribe", "--", "Ada"]


def test_of_many_pages_in_a_newsletter_a_few_are_read_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(bodies, "_page_reader", lambda: lambda html: asked.append(html) or [])
    parts = b"--b\nContent-Type: text/html\n\n<p>It is open.</p>\n" * 50
    (one,) = reading(b"List-Id: x\n" + PARTED + parts + b"--b--").articles
    assert (len(asked), one.text.count("open")) == (3, 50)


def test_attachments_are_read_by_their_own_formats() -> None:
    message = mail()
    clip = b"Title: A song\nDate: 3 May 2020\n\nThey sang."
    message.add_attachment(clip, maintype="text", subtype="plain", filename="../../etc/song.txt")
    message.add_attachment(clip, maintype="text", subtype="plain", filename="song.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename=".secret.png")
    message.add_attachment(mail("They sang.", Cc="b@x.example"))
    read_file = reading(message.as_bytes())
    assert [(member.path, member.outcome) for member in read_file.account.members] == [
        ("a.eml/song.txt", Outcome.READ),
        ("a.eml/song (2).txt", Outcome.READ),
        ("a.eml/secret.png", Outcome.SKIPPED),
        ("a.eml/The bridge.eml", Outcome.READ),
    ]
    assert [one.text for one in read_file.articles] == ["It is open.", "They sang.", "They sang.", "They sang."]


def test_a_mail_that_only_carries_a_file_is_no_article_but_told() -> None:
    message = mail(" ")
    message.add_attachment(b"They sang.", maintype="text", subtype="plain", filename="song.txt")
    read_file = reading(message.as_bytes())
    assert [one.path for one in read_file.articles] == ["a.eml/song.txt"]
    assert read_file.account.reason == "1 with attachments and no text; 1 file in it: 1 read"


def test_a_mail_that_says_nothing_but_its_subject_is_told() -> None:
    read_file = reading(mail("The bridge\n").as_bytes())
    assert [(one.title, one.text) for one in read_file.articles] == [("The bridge", "")]
    assert read_file.account.reason == "1 with a subject and no text"


def test_a_mail_with_a_length_above_it() -> None:
    content = mail().as_bytes()
    kept = b"%d\n%s<?xml version='1.0'?><plist/>" % (len(content), content)
    assert [one.text for one in reading(kept, "a.emlx").articles] == ["It is open."]


def test_raw_bytes_of_any_encoding() -> None:
    (one,) = reading(b"Subject: Caf\xe9\nFrom: A\xc3\xa9\n\nD\xe9j\xe0 vu.\n").articles
    assert (one.title, one.text) == ("Café", "Déjà vu.")


def nested(depth: int, kind: str) -> bytes:
    if kind == "rfc822":
        return b"Subject: x\nContent-Type: message/rfc822\n\n" * depth + b"Subject: y\n\nIt is open.\n"
    bounds = (b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth))
    return b"Subject: x\n" + b"".join(bounds) + b"\nIt is open.\n"


PARTED = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
SEALED = b"--b\nContent-Type: application/pgp-encrypted\n\n1\n--b--"
HOSTILE = [
    ("no mail", b"It is open.", "failed: not a mail"),
    ("a header alone", b"Subject: It is open\n", "read: 1 with a subject and no text"),
    ("nothing in it", b"From: x@y.example\n\n", "skipped: 1 with neither subject nor text left out"),
    ("parts within parts", nested(5_000, "mixed"), "failed: damaged mail"),
    ("some parts within parts", nested(50, "mixed"), "read: "),
    ("mails within mails", nested(3_000, "rfc822"), "failed: damaged mail"),
    ("some mails within mails", nested(6, "rfc822"), "failed: 1 with attachments and no text"),
    ("many lines in many parts", nested(500, "mixed") + b"\n" * 250_000, "failed: a mail with too many lines"),
    ("many parts", PARTED + b"--b\n\nx\n" * 2_000, "failed: a mail of more"),
    ("a field of a megabyte", b"Subject: x\nFrom: " + b"=?utf-8?q?" * 100_000 + b"\n\nIt is open.", "read: "),
    ("a field of parameters", b"Subject: x\nContent-Type: a/b" + b';a="' * 200_000 + b"\n\nIt is open.", "read: "),
    ("broken base64", b"Subject: x\nContent-Transfer-Encoding: base64\n\n!!!!\n", "read: "),
    ("an encoding that is none", b"Subject: x\nContent-Type: text/plain; charset=idna\n\nIt is open.", "read: "),
    ("binary data", bytes(range(256)) * 50, "failed: not a mail"),
    ("an encrypted mail", PARTED.replace(b"mixed", b"encrypted") + SEALED, "read: 1 encrypted"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "outcome"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile(content: bytes, outcome: str) -> None:
    account = reading(content).account
    assert f"{account.outcome}: {account.reason}".startswith(outcome)


def whole() -> bytes:
    message = mail("It is open.\n", STORY)
    message.add_attachment(b"They sang.", maintype="text", subtype="plain", filename="sóng.txt")
    message.add_attachment(mail("They sang."))
    return message.as_bytes()


WHOLE = whole()


@given(st.integers(min_value=0))
def test_damage_ends_in_the_account(seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(WHOLE)
    for _ in range(chance.randint(1, 8)):
        start, end = sorted(chance.randrange(len(damaged) + 1) for _ in "ab")
        damaged[start : min(end, start + 40)] = chance.choice(
            (b"", b"\n", b"=", b";", b'"', b"\xff\x00", b"--", b"*0=")
        )
    assert reading(bytes(damaged)).account.outcome in list(Outcome)


TOP = b"From ada@x.example Tue Aug  1 10:00:00 2023\n"
ONE = b"From: Ada Rell <a@x.example>\nSubject: The bridge\nDate: 1 Aug 2023 10:00\nMessage-ID: <1@x>\n\nIt is open.\n\n"
TWO = b"Subject: A song\nMessage-ID: <2@x>\n\n>From afar they sang.\n>>From near, too.\nFrom time to time: never.\n\n"


def mailbox_reading(content: bytes, name: str = "a.mbox") -> FileReading:
    return read_content(RawFile(name, content), read)


def texts(content: bytes) -> list[str]:
    return [article.text for article in mailbox_reading(content).articles]


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
    account = mailbox_reading(box).account
    assert account.reason == (
        "1 with neither subject nor text left out; 1 damaged and left out; 1 deleted in the mail program left out"
    )


def test_ids_stay_when_mails_come_before_and_the_same_mail_is_there_twice() -> None:
    before = {article.title: article.id for article in mailbox_reading(TOP + ONE + TOP + TWO).articles}
    after = [(article.title, article.id) for article in mailbox_reading(TOP + TWO + TOP + ONE + TOP + ONE).articles]
    assert dict(after[:2]) == before
    assert len({ident for _, ident in after}) == 3


def test_attachments_lie_in_a_folder_called_by_the_subject() -> None:
    carried = (
        b"Subject: Song/../book\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nLook.\n"
        b"--b\nContent-Type: text/plain; name=song.txt\nContent-Disposition: attachment\n\nThey sang.\n--b--\n\n"
    )
    assert [article.path for article in mailbox_reading(TOP + carried + TOP + carried).articles] == [
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
    account = mailbox_reading(b"It is open.").account
    assert (account.outcome, account.reason) == (
        Outcome.FAILED,
        "not a mail: it has no header",
    )


@given(st.integers(min_value=0))
def test_a_damaged_mailbox_ends_in_the_account(seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray((TOP + ONE + TOP + TWO) * 2)
    for _ in range(chance.randint(1, 8)):
        start, end = sorted(chance.randrange(len(damaged) + 1) for _ in "ab")
        damaged[start : min(end, start + 40)] = chance.choice((b"", b"\n", b":", TOP, b"\xff\x00", b"From "))
    assert mailbox_reading(bytes(damaged)).account.outcome in list(Outcome)
