"""Encodings are found, never asked for, and nothing binary is taken for text."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.decoding import as_utf8, decode, text_of

TEXT = "Kéita a « parlé » – à l’aube."
DECODED = [
    ("utf-8", TEXT.encode()),
    ("utf-8 with a mark", TEXT.encode("utf-8-sig")),
    ("utf-16 with a mark", TEXT.encode("utf-16")),
    ("utf-16 big-endian with a mark", b"\xfe\xff" + TEXT.encode("utf-16-be")),
    ("utf-16 little-endian without a mark", TEXT.encode("utf-16-le")),
    ("utf-16 big-endian without a mark", TEXT.encode("utf-16-be")),
    ("utf-32 with a mark", TEXT.encode("utf-32")),
    ("windows-1252", TEXT.encode("cp1252")),
]


@pytest.mark.parametrize("content", [case[1] for case in DECODED], ids=[case[0] for case in DECODED])
def test_decodes(content: bytes) -> None:
    assert decode(content)[0] == TEXT


@pytest.mark.parametrize("content", [case[1] for case in DECODED], ids=[case[0] for case in DECODED])
def test_is_made_utf8_in_parts(content: bytes) -> None:
    made, note = as_utf8(content)
    assert text_of(made) == TEXT
    assert bool(note) == (content == TEXT.encode("cp1252"))


def test_what_is_larger_than_a_part_is_made_utf8_whole() -> None:
    text = "é€😀" * 400_000
    for encoding in ("utf-8", "utf-16", "utf-32"):
        assert as_utf8(text.encode(encoding)) == (text.encode(), "")


def test_stray_nul_bytes_are_taken_out_and_binary_data_is_refused() -> None:
    assert as_utf8(b"The bri\x00dge is open.") == (b"The bridge is open.", "NUL bytes in it were ignored")
    with pytest.raises(FileProblem, match="binary data"):
        as_utf8(bytes(range(12)) * 20)


@given(st.binary(max_size=60))
def test_any_bytes_are_made_text_or_refused(content: bytes) -> None:
    with suppress(FileProblem):
        assert text_of(as_utf8(content)[0]) or not content.strip(b"\x00\xff\xfe\xef\xbb\xbf")


def test_a_file_of_two_encodings_keeps_what_is_right_in_both() -> None:
    text, note = decode("d’accord, ".encode() + "déjà".encode("cp1252"))
    assert text == "d’accord, déjà"
    assert "Windows-1252" in note


def test_bytes_that_windows_1252_does_not_know_are_latin_1() -> None:
    assert decode(b"a\x81b")[0] == "a\x81b"


def test_a_bell_or_two_are_no_reason_to_refuse_a_text() -> None:
    assert decode(b"\x1b]0;x\x07 The bridge\x08 is open.") == ("\x1b]0;x\x07 The bridge\x08 is open.", "")


def test_damaged_utf_16_says_so() -> None:
    text, note = decode("\ufeffbridge".encode("utf-16-le") + b"\x00")
    assert text == "bridge\ufffd"
    assert "UTF-16" in note


BINARY = [
    ("nul bytes", b"some words\x00\x01\x02 and more words that are longer"),
    ("a nul byte between few", b"ab\x00cd"),
    ("a pdf by another name", b"%PDF-1.7\n1 0 obj"),
    ("control bytes", bytes(range(1, 32)) * 20),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
]


@pytest.mark.parametrize("content", [case[1] for case in BINARY], ids=[case[0] for case in BINARY])
def test_refuses_what_is_no_text(content: bytes) -> None:
    with pytest.raises(FileProblem, match="not text"):
        decode(content)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_what_is_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_a_reason(content: bytes) -> None:
    try:
        text, _ = decode(content)
    except FileProblem:
        return
    assert isinstance(text, str)
