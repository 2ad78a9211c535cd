"""A mail gives its article and its files, each under a name that leads nowhere, and counts what gives none."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from tui.errors import FileProblem
from tui.importing.mail import message as message_module
from tui.importing.mail.message import Mails, read_mail
from tui.importing.parsed import Draft, RawFile


def mail(*names: str, subject: str = "Ferry", text: str = "It sank.\n") -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Rell <ada@river.example>"
    message["Subject"] = subject
    message.set_content(text)
    for name in names:
        message.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def paths(content: bytes, apart: bool = False) -> list[str]:
    pieces = read_mail(content, Mails("in.mbox"), apart)
    return [piece.path for piece in pieces if isinstance(piece, RawFile)]


NAMES = [
    ("a plain name", "song.txt", "song.txt"),
    ("a way out", "../../etc/song.txt", "song.txt"),
    ("a way out of another system", "C:\\boats\\..\\song.txt", "song.txt"),
    ("a hidden one", ".song", "song"),
    ("marks that systems do not like", 'so:n"g?.txt', "so n g .txt"),
    ("nothing but points", "...", "attachment"),
    ("a long one keeps its suffix", "x" * 300 + ".txt", "x" * 76 + ".txt"),
]


@pytest.mark.parametrize(("name", "expected"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_the_name_of_a_file_leads_nowhere(name: str, expected: str) -> None:
    assert paths(mail(name)) == [f"in.mbox/{expected}"]


def test_files_of_one_name_are_told_apart_and_lie_with_their_mail() -> None:
    assert paths(mail("a.txt", "a.txt")) == ["in.mbox/a.txt", "in.mbox/a (2).txt"]
    assert paths(mail("a.txt", subject="Ferry/../sinks"), apart=True) == ["in.mbox/Ferry .. sinks/a.txt"]


ENDS = [
    ("a text", mail(), 1, ()),
    ("a subject alone", mail(text="\n"), 1, ("1 with a subject and no text",)),
    ("files alone", mail("a.txt", text="\n"), 0, ("1 with attachments and no text",)),
    ("nothing", mail(subject="", text="\n"), 0, ("1 with neither subject nor text left out",)),
]


@pytest.mark.parametrize(("content", "articles", "notes"), [row[1:] for row in ENDS], ids=[row[0] for row in ENDS])
def test_what_gives_no_article_is_counted(content: bytes, articles: int, notes: tuple[str, ...]) -> None:
    mails = Mails("a.eml")
    assert sum(isinstance(piece, Draft) for piece in read_mail(content, mails)) == articles
    assert mails.notes() == notes


def test_what_is_no_mail_or_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileProblem, match="it has no header"):
        list(read_mail(b"It sank.\n", Mails("a.eml")))
    monkeypatch.setattr(message_module, "MAIL_EFFORT", 100)
    with pytest.raises(FileProblem, match="too many lines and parts"):
        list(read_mail(mail("a.txt") + b"\n" * 200, Mails("a.eml")))
    monkeypatch.setattr(message_module, "MAIL_BYTES", 50)
    with pytest.raises(FileProblem, match="a mail larger than"):
        list(read_mail(mail(), Mails("a.eml")))
