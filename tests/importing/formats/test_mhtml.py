"""MHTML: the page in it becomes the article; what else it carries does not."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.formats import mhtml
from tui.importing.parsed import Draft, RawFile

AT = "https://www.riverpost.example/ferry"
PAGE = """<html lang="fr"><head><title>Le bac reprend</title></head><body><h1>Le bac reprend</h1>
<time datetime="2024-02-09T10:00:00+01:00">vendredi</time>
<p>Le bac de Tassara a repris ses rotations vendredi, a annoncé le port, après trois semaines d’arrêt forcé.</p>
<p>Une quarantaine de camions attendaient encore sur chaque rive, d’après le chef du port, joint à midi.</p>
</body></html>"""


def saved(page: str = PAGE, charset: str = "utf-8", cte: str = "quoted-printable") -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = AT
    message["Subject"] = "Le bac reprend =?utf-8?Q?=C3=A0?= l'aube"
    message["Date"] = "Sun, 10 Mar 2024 18:12:09 -0000"
    message.set_content(page, subtype="html", charset=charset, cte=cte)
    message["Content-Location"] = AT
    message.make_related()
    message.add_related(
        "<html><body><p>Achetez une barque, annonce longue et sans objet.</p></body></html>", subtype="html"
    )
    message.add_related(b"\x89PNG\r\n", "image", "png", cid="<a@mhtml>")
    return message.as_bytes()


def only(content: bytes) -> Draft:
    (draft,) = mhtml.read(RawFile("a.mhtml", content))
    return draft


@pytest.mark.parametrize(("charset", "cte"), [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("cp1252", "8bit")])
def test_the_page_and_what_the_copy_says_of_itself(charset: str, cte: str) -> None:
    draft = only(saved(charset=charset, cte=cte))
    assert draft.title == "Le bac reprend"
    assert draft.address == AT
    assert draft.captured == date(2024, 3, 10)
    assert [(one.iso, one.provenance.value) for one in draft.dates] == [("2024-02-09", "page metadata")]
    assert draft.paragraphs[-1].startswith("Une quarantaine de camions attendaient encore")
    assert "d’après" in draft.paragraphs[-1]
    assert not any("barque" in line for line in draft.paragraphs)


def test_the_subject_stands_in_for_a_title() -> None:
    bare = PAGE.replace("<title>Le bac reprend</title>", "").replace("<h1>Le bac reprend</h1>", "")
    assert only(saved(bare)).title == "Le bac reprend à l'aube"


def test_a_broken_header_is_no_title() -> None:
    assert only(b"Subject: =?utf-8?B?x?=\nContent-Type: text/html\n\n<p>The ferry sails.</p>").title == ""


NONE = [
    ("nothing", b""),
    ("no page in it", b"Content-Type: text/plain\n\nhello"),
    ("a nest", b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))),
]


@pytest.mark.parametrize("content", [case[1] for case in NONE], ids=[case[0] for case in NONE])
def test_what_is_none_is_one_sentence(content: bytes) -> None:
    with pytest.raises(FileProblem, match=r"no page in it|damaged MHTML"):
        only(content)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32))
def test_damaged_files_never_raise_anything_else(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(saved())
    for _ in range(chance.randint(1, 40)):
        place = chance.randrange(len(content))
        if chance.random() < 0.5:
            content[place] = chance.randrange(256)
        else:
            content[place:place] = content[chance.randrange(len(content)) :][: chance.randint(1, 300)]
    with suppress(FileProblem):
        list(mhtml.read(RawFile("a.mht", bytes(content))))
