"""What goes from one process to the other comes out as it went in, and what is damaged is no frame."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.importing.folder import FileEntry
from tui.importing.read_file import FileReading
from tui.importing.sandbox.protocol import (
    entry_frame,
    entry_of,
    member_frame,
    member_of,
    read_frame,
    reading_frame,
    reading_of,
    write_frame,
)

PATHS = st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=12)


@given(st.lists(st.binary(max_size=40), max_size=5))
def test_frames_come_out_one_after_another(payloads: list[bytes]) -> None:
    stream = io.BytesIO()
    for payload in payloads:
        write_frame(stream, payload)
    stream.seek(0)
    assert [read_frame(stream) for _ in payloads] == payloads
    assert read_frame(stream) is None


BROKEN = [
    ("nothing", b""),
    ("a print of a parser", b"warning: odd font\n12\n"),
    ("a length and no end of line", b"1" * 40),
    ("a length beyond all measure", b"99999999999\nabc"),
    ("an end before the end", b"9\nheron"),
    ("a negative length", b"-3\nabc"),
]


@pytest.mark.parametrize("content", [case[1] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_what_is_no_whole_frame_is_none(content: bytes) -> None:
    assert read_frame(io.BytesIO(content)) is None


@given(PATHS, st.integers(0, 2**40), st.integers(-1, 2**62), st.dictionaries(PATHS, st.text(max_size=9), max_size=3))
def test_an_order_is_understood_as_it_was_given(path: str, size: int, changed: int, avoided: dict[str, str]) -> None:
    assert entry_of(entry_frame(FileEntry(path, size, changed), avoided)) == (FileEntry(path, size, changed), avoided)


@given(PATHS)
def test_a_member_is_told_from_a_reading(path: str) -> None:
    assert member_of(member_frame(path)) == path
    assert member_of(reading_frame(FileReading(FileEntry(path), FileAccount(path, Outcome.SKIPPED)))) is None


def test_a_reading_arrives_whole() -> None:
    members = (
        FileAccount("a.zip/odd\udcff.txt", Outcome.READ, articles=1),
        FileAccount("a.zip/b", Outcome.FAILED, "no"),
    )
    article = Article(
        id="abcdefghij",
        path="a.zip/odd\udcff.txt",
        title="The heron",
        text="It came back.\n\nNobody knew why.",
        published=PublishedDate.from_iso("2023-07", Provenance.FILE_NAME),
        candidates=(PublishedDate.from_iso("2023", Provenance.TEXT),),
        captured=date(2024, 1, 2),
        tags=("birds", "weirs"),
        left_out=("Share this",),
        words=6,
    )
    account = FileAccount("a.zip", Outcome.READ, "2 files in it", 1, 1, members)
    reading = FileReading(FileEntry("a.zip", 300, 17), account, (article,))
    assert reading_of("a.zip", reading_frame(reading)) == reading


@pytest.mark.parametrize("payload", [b"", b"[1,2]", b"\xff", b'[1, 2, ["read"], []]'])
def test_a_damaged_reading_is_an_error_that_is_named(payload: bytes) -> None:
    with pytest.raises((ValueError, LookupError)):
        reading_of("a.txt", payload)
