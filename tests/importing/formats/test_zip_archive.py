"""Zip archives: what is in them is read, and nothing that they claim is believed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from packed_files import cut_short, damaged, members, read_as, zipped

from tui.dossier.account import Outcome
from tui.importing import limits
from tui.importing.archives import unpacking
from tui.importing.read_file import FileReading

TEXT = b"The herons came back to the weir on Monday."
FERRY = b"The ferry ran aground below the old lock."


def read(content: bytes) -> FileReading:
    return read_as("a.zip", content)


NAMES = [
    ("a folder", "news/heron.txt", "news/heron.txt: read"),
    ("accents", "été/héron.txt", "été/héron.txt: read"),
    ("backslashes", "news\\heron.txt", "news/heron.txt: read"),
    ("an absolute name", "/home/news/heron.txt", "home/news/heron.txt: read"),
    ("a drive", "C:\\news\\heron.txt", "news/heron.txt: read"),
    ("superfluous steps", ".//news/./heron.txt", "news/heron.txt: read"),
    ("a way out", "../heron.txt", "../heron.txt: failed, its name leads out of the archive"),
    (
        "a way out in the middle",
        "news/../../heron.txt",
        "news/../../heron.txt: failed, its name leads out of the archive",
    ),
    ("a way out by backslashes", "..\\heron.txt", "..\\heron.txt: failed, its name leads out of the archive"),
    ("no name", ".", ".: failed, its name leads out of the archive"),
    ("a hidden file", "news/.heron.txt", "news/.heron.txt: skipped, a hidden file"),
    ("a hidden folder", "news/.old/heron.txt", "news/.old/: skipped, a hidden folder"),
    ("what a Mac adds", "__MACOSX/news/heron.txt", "__MACOSX/: skipped, a hidden folder"),
    ("no article", "heron.jpeg", "heron.jpeg: skipped, a picture: not searched for text"),
    ("a name without end", "n" * 10_000, f"{'n' * 60}…: failed, a name of more than 1,000 characters"),
]


@pytest.mark.parametrize(("name", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_names(name: str, expected: str) -> None:
    assert members(read(zipped({name: TEXT}))) == [expected]


def test_a_hidden_folder_is_one_line_however_much_is_in_it() -> None:
    reading = read(zipped({"__MACOSX/a.txt": TEXT, "b.txt": TEXT, "__MACOSX/c/d.txt": TEXT}))
    assert members(reading) == ["__MACOSX/: skipped, a hidden folder", "b.txt: read"]


def test_the_parts_of_a_saved_page_are_no_articles() -> None:
    reading = read(zipped({"news/a_files/frame.txt": TEXT, "news/a.html": b"", "b_files/frame.txt": TEXT}))
    assert members(reading)[0] == "news/a_files/frame.txt: skipped, a part of the saved page a.html"
    assert members(reading)[2] == "b_files/frame.txt: read"


def test_two_files_of_one_name_are_two_articles() -> None:
    content = zipped({"a.txt": TEXT, "b.txt": FERRY}).replace(b"b.txt", b"a.txt")
    reading = read(content)
    assert members(reading) == ["a.txt: read", "a (2).txt: read"]
    assert len({article.id for article in reading.articles}) == 2


def test_a_name_in_utf_8_of_which_the_archive_does_not_say_so() -> None:
    content = zipped({"e_e_.txt": TEXT}).replace(b"e_e_.txt", "éé.txt".encode())
    assert members(read(content)) == ["éé.txt: read"]


def test_a_name_of_the_days_of_dos() -> None:
    content = zipped({"_.txt": TEXT}).replace(b"_.txt", b"\x82.txt")
    assert members(read(content)) == ["é.txt: read"]


def test_a_nul_in_a_name_does_not_hide_what_follows() -> None:
    content = zipped({"a.txt_.exe": TEXT}).replace(b"a.txt_.exe", b"a.txt\0.exe")
    assert members(read(content)) == ["a.txt .exe: failed, its name contains a NUL byte"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_packings_that_are_read(method: int) -> None:
    (article,) = read(zipped({"a.txt": TEXT}, method)).articles
    assert article.text == TEXT.decode()
    assert article.path == "a.zip/a.txt"


def test_a_packing_that_is_not_read() -> None:
    assert members(read(zipped({"a.txt": TEXT}, zipfile.ZIP_LZMA))) == [
        "a.txt: failed, compressed in an unsupported way: LZMA"
    ]


def test_a_file_with_a_password_leaves_its_neighbours_alone() -> None:
    content = bytearray(zipped({"a.txt": TEXT, "b.txt": FERRY}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    assert members(read(bytes(content))) == ["a.txt: failed, needs a password", "b.txt: read"]


def test_a_link_is_not_followed() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert members(read(target.getvalue())) == ["a.txt: skipped, a link; links are not followed"]


def test_damage_to_one_file_leaves_its_neighbours_alone() -> None:
    content = zipped({"a.txt": TEXT, "b.txt": FERRY}, zipfile.ZIP_STORED).replace(b"herons", b"ravens")
    assert members(read(content)) == ["a.txt: failed, damaged: its checksum does not match", "b.txt: read"]


def test_what_comes_before_the_end_of_a_download_that_broke_off() -> None:
    content = zipped({"a.txt": TEXT, "b.txt": FERRY, "c.txt": TEXT * 9})
    reading = read(content[: content.rindex(b"PK\x03\x04") + 45])
    assert members(reading) == ["a.txt: read", "b.txt: read", "c.txt: failed, cut short: its end is missing"]
    assert reading.account.reason.startswith("damaged or truncated")


def test_a_stream_of_a_zip_that_was_cut_off_and_told_no_sizes() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    target = Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt", FERRY)
    content = target.getvalue()
    assert members(read(content[: content.index(b"PK\x01\x02")])) == ["a.txt: read", "b.txt: read"]


def test_a_bomb_is_given_up_long_before_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    take = unpacking.Budget.take
    monkeypatch.setattr(unpacking.Budget, "take", lambda self, count: (taken.append(count), take(self, count)))
    reading = read(zipped({"a.txt": bytes(100 * 2**20), "b.txt": TEXT}))
    assert members(reading) == [f"a.txt: failed, {unpacking.BOMB}", "b.txt: read"]
    assert sum(taken) < 18 * 2**20


def test_files_that_lie_over_one_another_are_unpacked_once() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
        for number in range(50):
            info = zipfile.ZipInfo(f"{number}.txt")
            info.compress_type, info.CRC = zipfile.ZIP_DEFLATED, zlib.crc32(TEXT)
            info.compress_size, info.file_size = archive.infolist()[0].compress_size, len(TEXT)
            info.header_offset = 0
            archive.filelist.append(info)
        archive._didModify = True  # type: ignore[attr-defined]
    told = members(read(target.getvalue()))
    assert told[0] == "a.txt: read"
    assert len(told) == 51
    assert all(line.endswith("it overlaps another file: a bomb, given up") for line in told[1:])


def test_all_that_comes_out_is_counted_even_what_is_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "FILE_BYTES", 2**20)
    monkeypatch.setattr(unpacking.Budget.__init__, "__defaults__", (5 * 2**20,))
    large = b"".join(struct.pack("<Q", number * 0x9E3779B97F4A7C15 & (2**64 - 1)) for number in range(2**18))
    reading = read(zipped({f"{number}.txt": large for number in range(9)} | {"z.txt": TEXT}))
    assert members(reading) == [f"{number}.txt: failed, {unpacking.TOO_LARGE}" for number in range(4)]
    assert reading.account.reason.startswith("more than 5 MB when unpacked: the rest was not read")


def test_archives_in_archives_are_opened_down_to_the_limit() -> None:
    content = zipped({"a.txt": TEXT})
    for _ in range(limits.ARCHIVE_DEPTH + 2):
        content = zipped({"b.zip": content, "c.txt": FERRY})
    account = read(content).account
    assert account.outcome is Outcome.READ
    assert account.articles == limits.ARCHIVE_DEPTH
    deepest = account
    while deepest.members:
        deepest = deepest.members[0]
    assert deepest.path == "a.zip" + "/b.zip" * (limits.ARCHIVE_DEPTH + 1)
    assert deepest.reason == f"more than {limits.ARCHIVE_DEPTH} nested archives"


@pytest.mark.parametrize("content", [b"no zip at all", b"PK\x03\x04", b"PK\x05\x06" + bytes(17)], ids=repr)
def test_no_archive(content: bytes) -> None:
    account = read(content).account
    assert (account.outcome, account.reason) == (Outcome.FAILED, "not a zip archive, or one without a complete file")


def test_an_archive_without_a_file_is_skipped() -> None:
    account = read(zipped({})).account
    assert (account.outcome, account.reason) == (Outcome.SKIPPED, "it contains no text")


SEED = zipped({"a.txt": TEXT, "b/c.md": FERRY * 3, "d.zip": zipped({"e.txt": TEXT})})


@given(cut_short(damaged(SEED, most=6)))
def test_whatever_is_changed_in_an_archive_it_ends_as_an_account(content: bytes) -> None:
    reading = read(content)
    assert reading.account.articles <= len(reading.articles) <= 3


def test_an_export_whose_files_belong_together_is_read_as_one() -> None:
    lists = b'[{"slug": "ferry", "title": "The ferry", "url": "https://example.org/f", "savedAt": "2024-01-05"}]'
    files = {"metadata_0_to_20.json": lists, "content/ferry.html": b"<p>" + FERRY + b"</p>", "own.txt": TEXT}
    reading = read(zipped(files))
    assert [(article.title, article.text) for article in reading.articles][-1] == ("The ferry", FERRY.decode())
    assert (members(reading), reading.account.articles) == (["own.txt: read"], 2)
    assert reading.articles[-1].published is None
