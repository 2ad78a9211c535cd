"""What a captured thing is: its server's word, and its beginning where that word says nothing."""

from __future__ import annotations

import pytest

from tui.importing.archives.media import can_be_read, kind_of

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
