"""A server's answer comes out as it was before it was cut up and packed."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.archives.budget import Budget, BudgetExceeded
from tui.importing.archives.http_body import body

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
    ("brotli", b"\x0b\x02\x80heron", "", "br", "not read: brotli"),
    ("layers without end", HERON, "", "gzip, gzip, gzip, gzip", "packed more than 3 times over"),
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
