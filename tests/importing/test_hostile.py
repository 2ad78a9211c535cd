"""A folder of files that were made to harm: each ends as one line of the account, and its neighbours are read."""

from __future__ import annotations

import gzip
import io
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from packed_files import zipped
from pdf_files import locked

from tui.core.explorer import Explorer
from tui.dossier.account import FileAccount, Outcome
from tui.importing.registry import FORMATS, suffix_of

TEXT = b"The herons came back to the weir on Monday, two weeks later than in other years."
READ, SKIPPED, FAILED = Outcome.READ, Outcome.SKIPPED, Outcome.FAILED


@dataclass(frozen=True)
class Trap:
    """A hostile file: how it is made, and what its line in the account says."""

    name: str
    make: Callable[[Path], object]
    outcomes: tuple[Outcome, ...]
    reason: str = ""
    """What the reason says, among other things."""


def content(made: Callable[[], bytes] | bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(made if isinstance(made, bytes) else made())


def zeros(count: int) -> bytes:
    return zipped({"a.txt": bytes(count), "b.txt": TEXT})


def large() -> bytes:
    """A zip with a text beyond the limit that is no bomb."""
    return zipped({"a.txt": b"\n".join(b"%d heron" % number for number in range(4_000_000)), "b.txt": TEXT})


def nest() -> bytes:
    """A zip of ten zips of ten zips, and so on, at whose bottom there are bombs."""
    inside = {f"{number}.txt": bytes(10**7) for number in range(10)}
    for _ in range(6):
        inner = zipped(inside)
        inside = {f"{number}.zip": inner for number in range(10)}
    return zipped({**inside, "a.txt": TEXT})


def itself() -> bytes:
    """A zip whose directory names one file a thousand times over."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
        first = archive.infolist()[0]
        for number in range(1000):
            other = zipfile.ZipInfo(f"{number}.txt")
            other.compress_type, other.CRC = first.compress_type, first.CRC
            other.header_offset = first.header_offset
            other.compress_size, other.file_size = first.compress_size, first.file_size
            archive.filelist.append(other)
        archive._didModify = True  # type: ignore[attr-defined]
    return target.getvalue()


def sparse_tar() -> bytes:
    head = tarfile.TarInfo("a.txt")
    head.size = 2**40
    good = tarfile.TarInfo("b.txt")
    good.size = len(TEXT)
    return good.tobuf() + TEXT.ljust(512, b"\0") + head.tobuf(tarfile.GNU_FORMAT)


def endless_record() -> bytes:
    head = (
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/%d.txt\r\nContent-Type: text/plain\r\n"
    )
    good = head % 1 + b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (len(TEXT), TEXT)
    return gzip.compress(good) + gzip.compress(head % 2 + b"Content-Length: 999999999999\r\n\r\n" + bytes(10**8))


def entities(root: str, place: str) -> bytes:
    """An XML file with entities of entities: three gigabytes, were they written out."""
    lines = ['<!ENTITY a0 "lol">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{"".join(lines)}]>{place}'.encode()


RSS_BOMB = entities(
    "rss", "<rss version='2.0'><channel><title>t</title><item><title>&a9;</title></item></channel></rss>"
)


def outside() -> bytes:
    path = "http://www.w3.org/2005/Atom"
    return (
        f'<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed xmlns="{path}"><title>t</title>'
        "<entry><title>&x;</title><content>&x;</content></entry></feed>"
    ).encode()


def package(name: str, body: bytes) -> bytes:
    files = f'<container><rootfiles><rootfile full-path="{name}"/></rootfiles></container>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types><Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode(),
            "META-INF/container.xml": files.encode(),
            "mimetype": b"application/epub+zip",
            name: body,
        }
    )


def parts() -> bytes:
    """A mail of ten thousand parts within parts."""
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(10_000))
    return b"From: a@a.example\nSubject: a\nMIME-Version: 1.0\n" + opened + b"Content-Type: text/plain\n\n" + TEXT


def device(path: Path) -> None:
    os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))


def huge(path: Path) -> None:
    with open(path, "wb") as file:
        file.truncate(2 * 2**30)


def closed(path: Path) -> None:
    path.write_bytes(TEXT)
    path.chmod(0)


def pdf_of_itself() -> bytes:
    """A PDF whose pages are one another's parents and children."""
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>\nendobj\n"
        b"trailer\n<< /Size 3 /Root 1 0 R /Prev 0 >>\nstartxref\n9\n%%EOF"
    )


TRAPS = [
    Trap("zip bomb.zip", content(lambda: zeros(100 * 2**20)), (READ,), "2 files in it: 1 read, 1 failed"),
    Trap("gzip bomb.txt.gz", content(lambda: gzip.compress(bytes(100 * 2**20))), (FAILED,), "a bomb, given up"),
    Trap("nest.zip", content(nest), (READ,), "files in it"),
    Trap("itself.zip", content(itself), (READ,), "1,001 files in it: 1 read, 1,000 failed"),
    Trap("way out.zip", content(lambda: zipped({"../../x.txt": TEXT, "b.txt": TEXT})), (READ,), "1 read, 1 failed"),
    Trap("cut.zip", content(lambda: zipped({"a.txt": TEXT, "b.txt": TEXT})[:150]), (READ,), "damaged or truncated"),
    Trap("sparse.tar", content(sparse_tar), (READ,), "cut short"),
    Trap("endless.warc.gz", content(endless_record), (READ,), "1 read, 1 failed"),
    Trap("link", lambda path: path.symlink_to("."), (SKIPPED,), "links are not followed"),
    Trap("outside.txt", lambda path: path.symlink_to("/etc/passwd"), (SKIPPED,), "links are not followed"),
    Trap("pipe.txt", os.mkfifo, (SKIPPED,), "a named pipe"),
    Trap("device.txt", device, (SKIPPED,), "a device"),
    Trap("huge.txt", huge, (FAILED,), "larger than 256 MB"),
    Trap("closed.txt", closed, (FAILED,), "permission denied"),
    Trap("broken utf-8.txt", content(b"The her\xc3ons c\xe9me b\xff\xfeck."), (READ,), "not UTF-8 throughout"),
    Trap("broken utf-16.txt", content("\ufeffThe herons came.".encode("utf-16-le") + b"\x00\xd8a"), (READ, FAILED)),
    Trap("windows.txt", content("Le héron – revenu".encode("cp1252")), (READ,)),
    Trap("mixed.txt", content("Le héron est là. ".encode() * 9 + "Le héron".encode("cp1252")), (READ,)),
    Trap("nul.txt", content(TEXT + bytes(1000)), (FAILED,), "NUL"),
    Trap("escapes.txt", content(b"\x1b]52;c;AAAA\x07\x9b2J " + TEXT), (READ,)),
    Trap("one line.txt", content(lambda: b"heron " * 2_000_000), (FAILED,), "was not read"),
    Trap("endless.txt", content(lambda: b"a\n" * 25_000_000), (FAILED,), "too long for an article"),
    Trap("endless.md", content(lambda: b"# a\n\n" * 8_000_000), (FAILED,), "too long for an article"),
    Trap("large.zip", content(large), (READ,), "1 read, 1 failed"),
    Trap("deep.html", content(b"<html><body>" + b"<div>" * 100_000 + TEXT), (READ, SKIPPED, FAILED)),
    Trap("tables.html", content(b"<table><tr><td>" * 30_000 + TEXT), (READ, SKIPPED, FAILED)),
    Trap("open.html", content(b"<" * 1_000_000 + TEXT), (READ, SKIPPED, FAILED)),
    Trap(
        "part.mhtml", content(b"Content-Type: multipart/related; boundary=a\n\n" + b"--a\n" * 99_999), (SKIPPED, FAILED)
    ),
    Trap("password.pdf", content(lambda: locked(b"", "a password")), (FAILED,), "password"),
    Trap("itself.pdf", content(pdf_of_itself), (SKIPPED, FAILED)),
    Trap("entities.rss", content(RSS_BOMB), (READ, SKIPPED, FAILED)),
    Trap("entities.xml", content(RSS_BOMB), (READ, SKIPPED, FAILED)),
    Trap("outside.atom", content(outside), (READ, SKIPPED, FAILED)),
    Trap("field.csv", content(lambda: b"title,text\nA," + b"x" * 50_000_000 + b"\nB,short\n"), (READ, FAILED)),
    Trap("quote.csv", content(lambda: b'title,text\nA,"' + b"x,y\n" * 1_000), (READ, FAILED)),
    Trap("deep.json", content(b"[" * 1_000_000), (FAILED,)),
    Trap("deep.jsonl", content(b'{"a":' * 100_000 + b'\n{"title": "A", "text": "The herons came."}\n'), (READ,)),
    Trap("parts.eml", content(parts), (READ, SKIPPED, FAILED)),
    Trap("head.mbox", content(b"From a\nSubject: " + b"a" * 10_000_000 + b"\n\n" + TEXT), (READ, FAILED)),
    Trap("tags.sgm", content(b"<DOC><TEXT>" * 20_000 + TEXT), (READ, SKIPPED, FAILED)),
    Trap("bomb.docx", content(lambda: package("word/document.xml", bytes(100 * 2**20))), (FAILED,)),
    Trap("entities.docx", content(lambda: package("word/document.xml", RSS_BOMB)), (SKIPPED, FAILED)),
    Trap("bomb.epub", content(lambda: package("a.opf", b" " * (100 * 2**20))), (FAILED,)),
    Trap("bomb.odt", content(lambda: package("content.xml", b" " * (100 * 2**20))), (FAILED,)),
    Trap("groups.rtf", content(b"{\\rtf1 " + b"{\\b " * 100_000 + TEXT), (READ, SKIPPED, FAILED)),
    Trap("\x1b]0;name\x07.txt", content(TEXT), (READ,)),
]


def made(trap: Trap, folder: Path) -> bool:
    """Make a hostile file, where the system allows it and a format reads it."""
    suffix = suffix_of(trap.name)
    if suffix not in FORMATS or (trap.name == "closed.txt" and os.geteuid() == 0):
        return False
    try:
        trap.make(folder / trap.name)
    except PermissionError:
        return False
    return True


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, FileAccount]]:
    """What became of each file of a folder in which all of them lie, in one refresh."""
    folder = tmp_path_factory.mktemp("hostile")
    for trap in TRAPS:
        made(trap, folder)
    for name in ("a.md", "m.txt", "z.md", "zz/z.zip"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(zipped({"a.txt": TEXT}) if name.endswith(".zip") else TEXT)
    explorer = Explorer.open(folder, tmp_path_factory.mktemp("cache"))
    explorer.refresh()
    yield {account.path: account for account in explorer.accounts()}
    assert not explorer.refresh(), "a second refresh found something to do"
    explorer.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links")
@pytest.mark.parametrize("trap", TRAPS, ids=[trap.name.encode("unicode_escape").decode() for trap in TRAPS])
def test_each_hostile_file_ends_in_a_line(accounts: dict[str, FileAccount], trap: Trap) -> None:
    account = accounts.get(trap.name)
    if account is None:
        pytest.skip("its format is not read, or the system does not let it be made")
    assert account.outcome in trap.outcomes, account.reason
    assert trap.reason in account.reason
    assert len(account.reason) < 500


@pytest.mark.parametrize("name", ["a.md", "m.txt", "z.md", "zz/z.zip"])
def test_their_neighbours_are_read(accounts: dict[str, FileAccount], name: str) -> None:
    assert (accounts[name].outcome, accounts[name].articles) == (READ, 1)


def test_there_is_a_line_for_every_file_and_none_for_anything_else(accounts: dict[str, FileAccount]) -> None:
    assert set(accounts) <= {*(trap.name for trap in TRAPS), "a.md", "m.txt", "z.md", "zz/z.zip"}
