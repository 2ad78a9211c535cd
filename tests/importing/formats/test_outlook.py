"""Messages that Outlook saved are read as the mails that they were."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

import pytest
from compound_file import Tree, compound_file
from hypothesis import given
from hypothesis import strategies as st
from packed_files import read_as

from tui.dossier.account import Outcome

TEXT = "The lock keeper saw the herons come back.\r\n\r\nThe ferry waits for the reeds to be cut."
SENT = datetime(2023, 3, 4, 17, 5, tzinfo=UTC)
HEADERS = (
    "Received: from a by b\r\nFrom: =?utf-8?B?w4lsaXNlIFJvw6Q=?= <elise@lake.example>\r\n"
    "Date: Sun, 5 Mar 2023 00:30:00 +0200\r\nMessage-ID: <7@lake.example>\r\nSubject: not this one\r\n"
)


def filetime(moment: datetime) -> bytes:
    return struct.pack("<Q", int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7)


def texts(values: dict[int, str], ansi: str = "") -> dict[str, bytes]:
    if ansi:
        return {f"__substg1.0_{tag:04X}001E": text.encode(ansi) for tag, text in values.items()}
    return {f"__substg1.0_{tag:04X}001F": text.encode("utf-16-le") for tag, text in values.items()}


def properties(values: dict[int, bytes], head: int = 32) -> dict[str, bytes]:
    rows = (struct.pack("<HHI8s", 0x40, tag, 6, value) for tag, value in values.items())
    return {"__properties_version1.0": bytes(head) + b"".join(rows)}


def message(subject: str = "Herons", body: str = TEXT, **more: bytes | Tree) -> dict[str, bytes | Tree]:
    named = texts({0x0037: subject, 0x0C1A: "Élise Roä", 0x5D01: "elise@lake.example", 0x1000: body})
    return {**named, **properties({0x0039: filetime(SENT)}), **more}


def attachment(name: str, content: bytes) -> Tree:
    return {**texts({0x3707: name}), "__substg1.0_37010102": content, **properties({}, 8)}


def test_a_message_is_an_article_with_its_day_and_its_writer() -> None:
    (article,) = read_as("a.msg", compound_file(message())).articles
    assert (article.title, article.author) == ("Herons", "Élise Roä")
    assert article.published is not None
    assert article.published.iso == "2023-03-04"
    assert article.text == TEXT.replace("\r\n", "\n")


def test_its_own_head_counts_for_more_than_what_outlook_made_of_it() -> None:
    (article,) = read_as("a.msg", compound_file(message(**texts({0x007D: HEADERS})))).articles
    assert article.title == "Herons"
    assert article.published is not None
    assert article.published.iso == "2023-03-05"


def test_letters_of_a_code_page() -> None:
    named = texts({0x0037: "Водяной", 0x1000: "Цапли вернулись к шлюзу."}, "cp1251")
    fixed = properties({0x0039: filetime(SENT), 0x3FFD: struct.pack("<Q", 1251)})
    (article,) = read_as("a.msg", compound_file({**named, **fixed})).articles
    assert (article.title, article.text) == ("Водяной", "Цапли вернулись к шлюзу.")


def test_a_text_in_html_alone() -> None:
    page = "<html><body><p>The herons came back to the lock — all of them.</p></body></html>".encode()
    named = {**texts({0x0037: "Herons"}), **properties({0x0039: filetime(SENT)}), "__substg1.0_10130102": page}
    (article,) = read_as("a.msg", compound_file(named)).articles
    assert article.text == "The herons came back to the lock — all of them."


def test_attached_files_are_read_and_attached_messages_too() -> None:
    inner = {**message("Otters", "The otters stayed away."), **properties({0x0039: filetime(SENT)}, 24)}
    reading = read_as(
        "a.msg",
        compound_file(
            message(
                **{
                    "__attach_version1.0_#00000000": attachment(
                        "Schütz.txt", b"The mill was sold in the spring.\n" * 200
                    ),
                    "__attach_version1.0_#00000001": {"__substg1.0_3701000D": inner, **properties({}, 8)},
                }
            )
        ),
    )
    assert [article.path for article in reading.articles] == ["a.msg", "a.msg/Schütz.txt", "a.msg/Otters.eml"]
    assert reading.articles[2].text == "The otters stayed away."


def test_a_text_in_rtf_alone_is_told() -> None:
    content = compound_file({**texts({0x0037: "Herons"}), "__substg1.0_10090102": b"LZFu", **properties({})})
    account = read_as("a.msg", content).account
    assert account.outcome is Outcome.FAILED
    assert account.reason == "an Outlook message with its text in RTF only: save it as .eml"


def test_another_file_of_that_suffix_is_told() -> None:
    account = read_as("a.msg", b"From: a@lake.example\n\nHerons\n").account
    assert account.reason == "not an Outlook message: save it again as .msg or .eml"


def test_no_value_can_add_a_field_to_the_head() -> None:
    (article,) = read_as(
        "a.msg", compound_file(message(subject="Herons\r\nDate: Mon, 1 Jan 1990 00:00:00 +0000"))
    ).articles
    assert article.published is not None
    assert article.published.iso == "2023-03-04"


WHOLE = compound_file(message(**{"__attach_version1.0_#00000000": attachment("a.txt", b"The mill was sold.")}))


@given(st.data())
def test_damage_costs_only_the_file(data: st.DataObject) -> None:
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    read_as("a.msg", bytes(content[:cut]) if data.draw(st.booleans()) else bytes(content))


@pytest.mark.parametrize("sentence", ["Herons, “here”", 'a "b" c', "=?utf-8?B?aGVyb24=?=", "鷺 " * 40])
def test_subjects_stay_as_they_are(sentence: str) -> None:
    (article,) = read_as("a.msg", compound_file(message(subject=sentence))).articles
    assert article.title in (sentence.strip(), sentence.replace('"', "'"), "heron")
