"""Records of a web archive: each whole one is found, whatever lies between them."""

from __future__ import annotations

import gzip

import pytest

from tui.importing.archives.unpacking import Budget, BudgetExceeded
from tui.importing.archives.web_records import Records


def record(content: bytes, kind: str = "resource") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://e.org/a\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


HERON, FERRY = record(b"heron"), record(b"ferry")
CUT = record(b"weir" * 20)[:-30]

ARCHIVES = [
    ("plain", HERON + FERRY, ["heron", "ferry"], 0),
    ("packed, a stream each", gzip.compress(HERON) + gzip.compress(FERRY), ["heron", "ferry"], 0),
    ("packed as one", gzip.compress(HERON + FERRY), ["heron", "ferry"], 0),
    ("rubbish between", HERON + b"what is this\r\n" + FERRY, ["heron", "ferry"], 1),
    ("a head without a length", b"WARC/1.0\r\nWARC-Type: resource\r\n\r\nodd\r\n\r\n" + HERON, ["heron"], 1),
    ("a damaged stream", gzip.compress(HERON) + gzip.compress(CUT)[:40] + gzip.compress(FERRY), ["heron", "ferry"], 1),
    ("nothing", b"", [], 0),
]


@pytest.mark.parametrize(
    ("content", "expected", "damaged"), [case[1:] for case in ARCHIVES], ids=[case[0] for case in ARCHIVES]
)
def test_whole_records_are_found(content: bytes, expected: list[str], damaged: int) -> None:
    records = Records(content, Budget())
    assert [one.content().decode() for one in records] == expected
    assert records.damaged == damaged


def test_what_was_not_read_of_a_record_is_passed_over() -> None:
    kinds = [one.kind for one in Records(record(b"WARC/1.0\r\n" * 5) + record(b"", "revisit"), Budget())]
    assert kinds == ["resource", "revisit"]


def test_a_head_says_its_fields() -> None:
    (one,) = Records(HERON, Budget())
    assert (one.field("WARC-Target-URI"), one.field("WARC-Date"), one.length) == ("http://e.org/a", "", 5)


def test_without_room_nothing_more_is_read() -> None:
    with pytest.raises(BudgetExceeded):
        list(Records(gzip.compress(record(bytes(5000))), Budget(1000)))
