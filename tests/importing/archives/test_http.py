"""A server's answer comes out as it was before it was cut up and packed."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.archives.http import body, can_be_read, kind_of
from tui.importing.archives.unpacking import Budget, BudgetExceeded

HERON = b"<p>The heron came back to the weir.</p>"


def chunked(*parts: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (*parts, b""))


ANSWERS = [
    ("as it is", HERON, "", ""),
    ("in chunks", chunked(HERON[:5], HERON[5:]), "chunked", ""),
    ("in chunks no more", HERON, "chunked", ""),
    ("gzip", gzip.compress(HERON), "", "gzip"),
    ("gzip no more", HERON, "", "x-gzip"),
    ("deflate with a head", zlib.compress(HERON), "", "deflate"),
    ("deflate without a head", zlib.compress(HERON, wbits=-15), "", "Deflate"),
    ("deflate no more", HERON, "", "deflate"),
    ("one in the other", gzip.compress(zlib.compress(HERON)), "", "deflate, gzip"),
    ("both", chunked(gzip.compress(HERON)), "Chunked", "identity, gzip"),
    ("brotli no more", HERON, "", "br"),
]


@pytest.mark.parametrize(
    ("content", "transfer", "encoding"), [case[1:] for case in ANSWERS], ids=[case[0] for case in ANSWERS]
)
def test_it_comes_out(content: bytes, transfer: str, encoding: str) -> None:
    assert body(content, transfer, encoding, Budget()) == HERON


@given(st.lists(st.binary(min_size=1, max_size=20), max_size=6))
def test_chunks_come_together(parts: list[bytes]) -> None:
    assert body(chunked(*parts), "chunked", "", Budget()) == b"".join(parts)


PROBLEMS = [
    ("a last chunk that is missing", chunked(HERON, HERON)[:-12], "chunked", "", "its last chunks are missing"),
    ("gzip without its end", gzip.compress(HERON)[:-12], "", "gzip", "cut short"),
    ("damaged gzip", gzip.compress(HERON)[:10] + b"\x07" * 30, "", "gzip", "damaged"),
    ("brotli", b"\x8b\x07\x80", "", "br", "brotli|damaged|cut short"),
    ("layers without end", HERON, "", "gzip, gzip, gzip, gzip", "compressed more than 3 times"),
]


@pytest.mark.parametrize(
    ("content", "transfer", "encoding", "why"), [case[1:] for case in PROBLEMS], ids=[case[0] for case in PROBLEMS]
)
def test_what_cannot_be_had_is_told(content: bytes, transfer: str, encoding: str, why: str) -> None:
    with pytest.raises(FileProblem, match=why):
        body(content, transfer, encoding, Budget())


def test_what_is_unpacked_takes_from_the_room() -> None:
    with pytest.raises(BudgetExceeded):
        body(gzip.compress(bytes(3000)), "", "gzip", Budget(2000))


THINGS = [
    ("a page", "text/html; charset=utf-8", b"<p>Heron</p>", "pages", ".html"),
    ("data called a page", "text/html", b'{"heron": 1}', "data for scripts", ""),
    ("a PDF", "application/pdf", b"", "PDF files", ".pdf"),
    ("a picture", "image/png", b"", "images", ""),
    ("a script", "application/javascript", b"", "scripts", ""),
    ("a font", "font/woff2", b"", "fonts", ""),
    ("JSON", "application/ld+json", b"", "data for scripts", ""),
    ("what nobody knows", "chemical/x-pdb", b"", "others", ""),
    ("a page without a name", "", b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "pages", ".html"),
    ("a page below a comment", "application/octet-stream", b"<!-- saved --><html>", "pages", ".html"),
    ("a feed without a name", "text/xml", b'<?xml version="1.0"?><rss version="2.0">', "feeds", ".rss"),
    ("Atom without a name", "application/xml", b'<feed xmlns="x">', "feeds", ".atom"),
    ("a PDF without a name", "application/octet-stream", b"%PDF-1.7", "PDF files", ".pdf"),
    ("a picture without a name", "", b"\x89PNG\r\n", "images", ""),
    ("a text", "text/plain", b"The heron came back.", "texts", ".txt"),
    ("a text with a NUL byte", "text/plain", b"heron\0", "others", ""),
    ("bytes", "application/octet-stream", b"heron", "others", ""),
]


@pytest.mark.parametrize(
    ("media_type", "content", "name", "suffix"), [case[1:] for case in THINGS], ids=[case[0] for case in THINGS]
)
def test_what_it_is(media_type: str, content: bytes, name: str, suffix: str) -> None:
    kind = kind_of(media_type, content, "https://example.org/a")
    assert (kind.name, kind.suffix) == (name, suffix)
    assert not suffix or can_be_read(media_type)


@pytest.mark.parametrize("address", ["https://example.org/robots.txt", "https://example.org/ADS.txt?x"])
def test_a_text_for_robots_is_none_for_readers(address: str) -> None:
    assert kind_of("text/plain", b"User-agent: *", address).suffix == ""


def test_a_broken_address_is_no_reason_to_fall() -> None:
    assert kind_of("text/plain", b"The heron came back.", "http://[odd").suffix == ".txt"
