"""Tar archives, packed and not."""

from __future__ import annotations

import gzip
import io
import tarfile

import pytest
from hypothesis import given
from packed_files import cut_short, damaged, members, read_as

from tui.dossier.account import Outcome
from tui.importing.read_file import FileReading

TEXT = b"The herons came back to the weir on Monday."
FERRY = b"The ferry ran aground below the old lock."


def archive(files: dict[str, bytes], form: int = tarfile.PAX_FORMAT, kinds: dict[str, bytes] | None = None) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=form) as tar:
        for name, content in files.items():
            head = tarfile.TarInfo(name)
            head.size = len(content)
            head.type = (kinds or {}).get(name, tarfile.REGTYPE)
            tar.addfile(head, io.BytesIO(content))
    return target.getvalue()


def read(content: bytes, name: str = "a.tar") -> FileReading:
    return read_as(name, content)


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("name", ["a.tar", "a.tgz", "a.tar.gz", "a.gz"])
def test_each_kind_of_archive(form: int, name: str) -> None:
    content = archive({"a.txt": TEXT, "news/b.md": FERRY}, form)
    reading = read(content if name == "a.tar" else gzip.compress(content), name)
    assert [article.text for article in reading.articles] == [TEXT.decode(), FERRY.decode()]


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_and_accents(form: int) -> None:
    name = f"{'n' * 150}/héron.txt"
    assert members(read(archive({name: TEXT, "b.txt": TEXT}, form))) == [f"{name}: read", "b.txt: read"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (tarfile.SYMTYPE, "skipped, a link; links are not followed"),
        (tarfile.LNKTYPE, "skipped, a link; links are not followed"),
        (tarfile.FIFOTYPE, "skipped, a device or a named pipe"),
        (tarfile.GNUTYPE_SPARSE, "failed, of an unsupported kind"),
        (b"Z", "failed, of an unsupported kind"),
    ],
)
def test_what_is_no_file(kind: bytes, told: str) -> None:
    assert members(read(archive({"a.txt": b"", "b.txt": TEXT}, kinds={"a.txt": kind}))) == [
        f"a.txt: {told}",
        "b.txt: read",
    ]


def test_names_are_treated_as_in_a_zip() -> None:
    told = members(read(archive({"../a.txt": TEXT, "/b.txt": TEXT, ".c.txt": TEXT, "d.png": TEXT})))
    assert told == [
        "../a.txt: failed, its name leads out of the archive",
        "b.txt: read",
        ".c.txt: skipped, a hidden file",
        "d.png: skipped, a picture: not searched for text",
    ]


def test_a_length_that_is_a_lie_is_not_believed() -> None:
    head = tarfile.TarInfo("a.txt")
    head.size = 2**33
    content = head.tobuf(tarfile.GNU_FORMAT) + TEXT
    reading = read(archive({"b.txt": FERRY}, tarfile.GNU_FORMAT)[:1024] + content)
    assert members(reading) == ["b.txt: read", "a.txt: failed, larger than 256 MB when unpacked"]
    assert reading.account.reason.startswith("cut short")


def test_what_comes_before_the_end_of_a_download_that_broke_off() -> None:
    reading = read(archive({"a.txt": TEXT, "b.txt": FERRY * 99})[:2000])
    assert members(reading) == ["a.txt: read", "b.txt: failed, cut short: its end is missing"]


def test_a_damaged_head_costs_one_file() -> None:
    content = bytearray(archive({"a.txt": TEXT, "b.txt": TEXT, "c.txt": FERRY}))
    content[1024 + 150] ^= 255
    reading = read(bytes(content))
    assert members(reading) == ["a.txt: read", "c.txt: read"]
    assert reading.account.reason.startswith("damaged: unreadable parts were skipped")


def test_no_archive() -> None:
    account = read(b"no archive at all" * 99).account
    assert (account.outcome, account.reason) == (Outcome.FAILED, "not a tar archive, whatever its name says")


SEED = archive({"a.txt": TEXT, f"{'b' * 120}.txt": FERRY, "c.zip": b"PK"})


@given(cut_short(damaged(SEED, most=6)))
def test_whatever_is_changed_in_an_archive_it_ends_as_an_account(content: bytes) -> None:
    assert len(read(content).articles) <= 3
