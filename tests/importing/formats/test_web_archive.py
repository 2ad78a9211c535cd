"""Web archives: pages become articles, and everything else is counted."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packed_files import zipped

from tui.dossier.account import Outcome
from tui.errors import FileProblem
from tui.importing.archives import unpacking, web_records
from tui.importing.formats import web_archive
from tui.importing.parsed import Draft, Piece, RawFile, Refused
from tui.importing.read_file import read_content
from tui.importing.registry import reader_of

PAGE = b"<html><title>Herons</title><body><p>The herons came back to the weir on Monday.</p></body></html>"
DAY = date(2022, 3, 4)
TEXT = b"The ferry ran aground below the old lock."


class Archive:
    """A web archive that is being written."""

    def __init__(self, packed: bool = True) -> None:
        self.content = b""
        self.packed = packed

    def record(self, address: str, block: bytes, kind: str, media_type: str, more: str = "") -> Archive:
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2022-03-04T23:30:00Z\r\n"
            f"Content-Type: {media_type}\r\n{more}Content-Length: {len(block)}\r\n\r\n"
        )
        written = head.encode() + block + b"\r\n\r\n"
        self.content += gzip.compress(written, mtime=0) if self.packed else written
        return self

    def answer(
        self,
        address: str,
        content: bytes = PAGE,
        media_type: str = "text/html",
        status: str = "200 OK",
        head: Iterable[tuple[str, str]] = (),
        more: str = "",
        kind: str = "response",
    ) -> Archive:
        fields = "".join(f"{name}: {value}\r\n" for name, value in (("Content-Type", media_type), *head))
        block = f"HTTP/1.1 {status}\r\n{fields}\r\n".encode() + content
        return self.record(address, block, kind, "application/http;msgtype=response", more)


def pieces(content: bytes, name: str = "a.warc.gz") -> list[Piece]:
    return list(web_archive.read(RawFile(name, content)))


def told(content: bytes) -> tuple[list[str], str]:
    """The pages and what became of them, and the note at the end."""
    found = pieces(content)
    last = found.pop()
    assert isinstance(last, Draft)
    lines = []
    for piece in found:
        assert isinstance(piece, (RawFile, Refused))
        lines.append(piece.path.removeprefix("a.warc.gz/"))
        if isinstance(piece, Refused):
            lines[-1] += f": {piece.reason}"
    return lines, "; ".join(last.notes)


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_with_its_address_and_the_day_of_its_capture(packed: bool) -> None:
    page, note = pieces(Archive(packed).answer("https://example.org/2021/05/herons").content)
    assert page == RawFile(
        "a.warc.gz/example.org/2021/05/herons", PAGE, ".html", "https://example.org/2021/05/herons", DAY
    )
    assert note == Draft()


def test_the_encoding_that_only_the_server_named() -> None:
    page = "<html><title>Цапли</title><body><p>Цапли вернулись к плотине в понедельник.</p></body></html>".encode(
        "cp1251"
    )
    content = Archive().answer("http://example.org/a", page, "text/html; charset=Windows-1251").content
    assert pieces(content)[0] == RawFile(
        "a.warc.gz/example.org/a", page, ".html", "http://example.org/a", DAY, "Windows-1251"
    )


ADDRESSES = [
    ("a front page", "http://example.org/", "example.org"),
    ("a port", "http://example.org:8080/a", "example.org:8080/a"),
    ("a fragment", "http://example.org/a#b", "example.org/a"),
    ("letters in disguise", "http://example.org/h%C3%A9ron", "example.org/héron"),
    ("control characters in disguise", "http://example.org/a%0A%1Bb", "example.org/a b"),
    ("an address without end", "http://example.org/" + "a" * 5000, "example.org/" + "a" * 988),
]


@pytest.mark.parametrize(("address", "name"), [case[1:] for case in ADDRESSES], ids=[case[0] for case in ADDRESSES])
def test_what_a_page_is_called(address: str, name: str) -> None:
    assert told(Archive().answer(address).content)[0] == [name]


def test_what_is_asked_of_a_page_tells_pages_apart_but_its_days_are_no_days_of_the_page() -> None:
    archive = Archive().answer("http://example.org/a?day=2020-01-01").answer("http://example.org/a?day=2020-01-02")
    first, second = told(archive.content)[0]
    assert first != second
    assert "2020" not in first + second


def test_a_page_that_was_captured_twice_is_there_twice() -> None:
    archive = Archive()
    for _ in range(2):
        archive.answer("http://example.org/").answer("http://example.org/a.html")
    names = ["example.org", "example.org/a.html", "example.org (2)", "example.org/a (2).html"]
    assert told(archive.content)[0] == names


def test_what_is_no_article_is_counted() -> None:
    archive = (
        Archive()
        .answer("http://example.org/a.png", b"\x89PNG", "image/png")
        .answer("http://example.org/b.png", b"\x89PNG", "image/png")
        .answer("http://example.org/a.js", b"x", "application/javascript")
        .answer("http://example.org/a", b'{"a": 1}', "application/json")
        .answer("http://example.org/b", b' [{"a": 1}]')
        .answer("http://example.org/c", b"")
        .answer("http://example.org/old", b"", status="301 Moved")
        .answer("http://example.org/gone", status="404 Not Found")
        .answer("http://example.org/robots.txt", b"User-agent: *", "text/plain")
        .answer("http://example.org/", PAGE)
        .record("http://example.org/", b"GET / HTTP/1.1\r\n\r\n", "request", "application/http;msgtype=request")
        .record("dns:example.org", b"1.2.3.4", "response", "text/dns")
        .record("urn:pageinfo:http://example.org/", b"{}", "resource", "application/json")
        .answer("http://example.org/", b"", kind="revisit")
    )
    pages, note = told(archive.content)
    assert pages == ["example.org"]
    assert note == (
        "skipped: images (2), data for scripts (2), scripts (1), empty answers (1), redirects (1), error pages (1),"
        " others (1); captures unchanged since an earlier one (1)"
    )


@pytest.mark.parametrize(
    ("kind", "content", "suffix"),
    [
        ("text/html; charset=latin-1", PAGE, ".html"),
        ("TEXT/HTML", PAGE, ".html"),
        ("", PAGE, ".html"),
        ("application/octet-stream", b"%PDF-1.4", ".pdf"),
        ("application/pdf", b"%PDF-1.4", ".pdf"),
        ("text/xml", b"<?xml version='1.0'?>\n<rss version='2.0'>", ".rss"),
        ("application/xml", b"<feed xmlns='x'>", ".atom"),
        ("text/plain", TEXT, ".txt"),
        ("text/plain", b"<!DOCTYPE html><p>", ".html"),
    ],
)
def test_kinds_that_are_read(kind: str, content: bytes, suffix: str) -> None:
    page = pieces(Archive().answer("http://example.org/a", content, kind).content)[0]
    assert isinstance(page, RawFile)
    assert page.suffix == suffix


@pytest.mark.parametrize("kind", ["resource", "conversion"])
def test_pages_that_no_server_sent(kind: str) -> None:
    (page, _) = pieces(Archive().record("http://example.org/a", TEXT, kind, "text/plain").content)
    assert isinstance(page, RawFile)
    assert (page.content, page.suffix) == (TEXT, ".txt")


def chunked(content: bytes) -> bytes:
    return (
        b"".join(b"%x;name=value\r\n%b\r\n" % (len(part), part) for part in (content[:7], content[7:])) + b"0\r\n\r\n"
    )


GZIP, CHUNKS = ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")
WAYS = [
    ("chunks", [CHUNKS], chunked(PAGE)),
    ("gzip", [GZIP], gzip.compress(PAGE)),
    ("gzip in chunks", [GZIP, CHUNKS], chunked(gzip.compress(PAGE))),
    ("gzip that was unpacked", [GZIP], PAGE),
    ("chunks that were joined", [CHUNKS], PAGE),
    ("brotli that was unpacked", [("Content-Encoding", "br")], PAGE),
    ("deflate", [("Content-Encoding", "deflate")], zlib.compress(PAGE)),
    ("deflate without a head", [("Content-Encoding", "deflate")], zlib.compress(PAGE, wbits=-15)),
    ("nothing", [("Content-Encoding", "identity")], PAGE),
]


@pytest.mark.parametrize(("head", "content"), [case[1:] for case in WAYS], ids=[case[0] for case in WAYS])
def test_what_was_done_for_the_way_is_undone(head: list[tuple[str, str]], content: bytes) -> None:
    page = pieces(Archive().answer("http://example.org/a", content, head=head).content)[0]
    assert isinstance(page, RawFile)
    assert page.content == PAGE


REFUSED = [
    ("a bomb", [GZIP], gzip.compress(bytes(64 * 2**20)), unpacking.BOMB),
    ("layers", [("Content-Encoding", "gzip, gzip, gzip, gzip")], b"x", "compressed more than 3 times"),
    ("a missing end", [GZIP], gzip.compress(PAGE)[:-9], "cut short: its end is missing"),
    ("missing chunks", [CHUNKS], chunked(PAGE)[:60], "cut short: its last chunks are missing"),
]


@pytest.mark.parametrize(("head", "content", "reason"), [case[1:] for case in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_cannot_be_undone_is_told(head: list[tuple[str, str]], content: bytes, reason: str) -> None:
    archive = Archive().answer("http://example.org/a", content, head=head).answer("http://example.org/b")
    assert told(archive.content)[0] == [f"example.org/a: {reason}", "example.org/b"]


def three(packed: bool) -> list[bytes]:
    """Three records, each by itself."""
    return [Archive(packed).answer(f"http://example.org/{name}").content for name in "abc"]


@pytest.mark.parametrize("packed", [True, False])
def test_damage_to_one_record_leaves_its_neighbours_alone(packed: bool) -> None:
    first, second, third = three(packed)
    damaged = bytearray(second)
    for place in range(3, len(damaged) // 2):
        damaged[place] ^= 0x55
    lines, note = told(first + bytes(damaged) + third)
    assert lines == ["example.org/a", "example.org/c"]
    assert note == "damaged in 1 place, and read on after it"


def test_a_length_that_is_a_lie_leaves_the_next_record_alone() -> None:
    first, second, third = three(packed=False)
    long = second.replace(b"Content-Length: ", b"Content-Length: 99999999")
    assert told(first + long + third)[0] == ["example.org/a", "example.org/c"]


@pytest.mark.parametrize("packed", [True, False])
def test_what_comes_before_the_end_of_a_download_that_broke_off(packed: bool) -> None:
    first, second, third = three(packed)
    lines, note = told(first + second + third[: len(third) * 3 // 4])
    assert lines[:2] == ["example.org/a", "example.org/b"]
    assert len(lines) == 3 or "damaged" in note


def test_an_archive_that_was_packed_as_a_whole() -> None:
    assert told(gzip.compress(b"".join(three(packed=False))))[0] == ["example.org/a", "example.org/b", "example.org/c"]


def test_a_record_that_is_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_records, "FILE_BYTES", 1000)
    archive = Archive().answer("http://example.org/a", PAGE * 99).answer("http://example.org/b")
    assert told(archive.content)[0] == [f"example.org/a: {web_records.TOO_LARGE}", "example.org/b"]


def test_a_head_without_an_end_is_given_up() -> None:
    bad = b"WARC/1.0\r\n" + b"A: b\r\n" * 200_000 + b"\r\n"
    assert told(three(False)[0] + bad + three(False)[1])[0] == ["example.org/a", "example.org/b"]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("head", [("X-Long", "z" * 3_000_000), ("X-Many", "z\r\nY: " * 600_000)], ids=["long", "many"])
def test_an_answer_whose_head_has_no_end_leaves_the_next_record_alone(packed: bool, head: tuple[str, str]) -> None:
    archive = Archive(packed).answer("https://a.example/long", head=(head,)).answer("https://a.example/good")
    refused, page, _ = pieces(archive.content)
    assert isinstance(refused, Refused)
    assert "the head of the server's answer" in refused.reason
    assert isinstance(page, RawFile)
    assert page.content == PAGE


def test_a_page_of_which_only_a_part_was_captured_is_counted() -> None:
    archive = Archive().answer("http://example.org/a", more="WARC-Truncated: length\r\n")
    assert told(archive.content) == (["example.org/a"], "pages truncated when they were captured (1)")


@pytest.mark.parametrize(
    "content",
    [b"nothing", gzip.compress(b"nothing"), b"\x1f\x8b\x08" * 99],
    ids=["text", "packed text", "heads of gzip"],
)
def test_no_archive(content: bytes) -> None:
    with pytest.raises(FileProblem, match="not a web archive"):
        pieces(content)


def test_all_archives_in_a_wacz_are_read_as_one() -> None:
    first, second, _ = three(packed=True)
    content = zipped(
        {
            "archive/1.warc.gz": first + second,
            "archive/2.warc.gz": first,
            "archive/3.warc": b"rubbish",
            "pages/pages.jsonl": b"{}",
            "indexes/index.cdx.gz": b"",
        }
    )
    *found, note = web_archive.read(RawFile("a.wacz", content))
    paths = ["a.wacz/example.org/a", "a.wacz/example.org/b", "a.wacz/example.org/a (2)", "a.wacz/archive/3.warc"]
    assert [piece.path for piece in found if isinstance(piece, (RawFile, Refused))] == paths
    assert isinstance(found[-1], Refused)
    assert note == Draft()


def wacz_of(archive: Archive, *listed: str) -> tuple[list[str], str]:
    """The pages of a WACZ that lists some, and its note."""
    lines = "\n".join(['{"format": "json-pages-1.0"}', *(f'{{"url": "{address}"}}' for address in listed), "{"])
    content = zipped({"archive/a.warc.gz": archive.content, "pages/pages.jsonl": lines.encode()})
    *found, note = web_archive.read(RawFile("a.wacz", content))
    assert isinstance(note, Draft)
    return [piece.path for piece in found if isinstance(piece, RawFile)], "; ".join(note.notes)


def test_only_what_is_listed_is_a_page_where_there_is_a_list() -> None:
    archive = (
        Archive()
        .answer("http://example.org/old", b"", status="302 Found", head=[("Location", "/new/")])
        .answer("https://example.org/new")
        .answer("https://example.org/a")
        .answer("https://ads.example/frame")
        .answer("https://example.org/b.txt", TEXT, "text/plain")
    )
    paths, note = wacz_of(archive, "http://example.org/old", "https://example.org/a#top", "https://example.org/gone")
    assert paths == ["a.wacz/example.org/new", "a.wacz/example.org/a", "a.wacz/example.org/b.txt"]
    assert note == (
        "skipped: redirects (1); frames and other HTML not in its list of pages (1); "
        "listed pages that were not captured (1)"
    )


def test_a_list_of_other_pages_is_no_list_to_go_by() -> None:
    archive = Archive().answer("https://example.org/a").answer("https://example.org/b.txt", TEXT, "text/plain")
    paths, _ = wacz_of(archive, "https://elsewhere.example/")
    assert sorted(paths) == ["a.wacz/example.org/a", "a.wacz/example.org/b.txt"]


def test_a_zip_without_an_archive_of_pages_is_no_wacz() -> None:
    with pytest.raises(FileProblem, match="no WARC archive in it"):
        list(web_archive.read(RawFile("a.wacz", zipped({"a.txt": TEXT}))))


SEED = (
    Archive(packed=False)
    .answer("http://example.org/a.txt", chunked(gzip.compress(TEXT)), "text/plain", head=[GZIP, CHUNKS])
    .answer("http://example.org/b.txt", TEXT, "text/plain")
    .record("http://example.org/c.txt", TEXT, "resource", "text/plain")
    .content
)
CHANGES = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1, max_size=6)


@given(CHANGES, st.booleans(), st.booleans())
def test_whatever_is_changed_in_an_archive_it_ends_as_an_account(
    changes: list[tuple[int, int]], cut: bool, packed: bool
) -> None:
    content = bytearray(gzip.compress(SEED, mtime=0) if packed else SEED)
    for place, value in changes:
        content[place % len(content)] = value
    reader = reader_of("a.warc")
    assert reader is not None
    reading = read_content(RawFile("a.warc", bytes(content[: changes[0][0]] if cut else content)), reader)
    assert len(reading.articles) <= 3
    assert reading.account.outcome in Outcome


def test_brotli_is_undone_where_its_package_is_installed_and_told_otherwise() -> None:
    whole = Archive().answer("http://example.org/a", b"\x8b\x07\x80", head=[("Content-Encoding", "br")]).content
    reason = told(whole)[0][0]
    brotli = pytest.importorskip("brotli", reason=reason)
    assert "pip install" not in reason
    page = pieces(
        Archive().answer("http://example.org/a", brotli.compress(PAGE), head=[("Content-Encoding", "br")]).content
    )
    assert isinstance(page[0], RawFile)
    assert page[0].content == PAGE
    bomb = brotli.compress(bytes(300 * 2**20))
    assert "MB" in told(Archive().answer("http://example.org/a", bomb, head=[("Content-Encoding", "br")]).content)[0][0]


def arc(packed: bool) -> bytes:
    """Write the older form of a web archive: a line for each record, and what the server sent."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    version = b"1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    records = [b"filedesc://a.arc 0.0.0.0 20030304101500 text/plain %d\n" % len(version) + version + b"\n"]
    for name in (b"a", b"b"):
        line = b"http://example.org/%b 10.0.0.1 20030304101500 text/html %d\n" % (name, len(block))
        records.append(line + block + b"\n")
    return b"".join(gzip.compress(one, mtime=0) if packed else one for one in records)


@pytest.mark.parametrize(("name", "packed"), [("a.arc", False), ("a.arc.gz", True)])
def test_the_older_form_of_a_web_archive(name: str, packed: bool) -> None:
    reader = reader_of(name)
    assert reader is not None
    reading = read_content(RawFile(name, arc(packed)), reader)
    assert [(one.address, one.captured) for one in reading.articles] == [
        ("http://example.org/a", date(2003, 3, 4)),
        ("http://example.org/b", date(2003, 3, 4)),
    ]
    assert all("herons" in one.text for one in reading.articles)
