"""Reading of bags: what was made to do harm is refused with a sentence."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from bags import lay_out, packed, small_dossier, unpacked

from tui.export.bags.layout import BagRefused
from tui.export.bags.reading import opened

DECLARATION = ("bag/bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")


def zip_of(path: Path, *files: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in (DECLARATION, *files):
            archive.writestr(name, content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(BagRefused) as refused, opened(path):
        pass
    return str(refused.value)


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


HOSTILE = [
    ("out of the bag", "bag/data/../../../etc/passwd", "leads out"),
    ("an absolute name", "/etc/passwd", "leads out"),
    ("a drive", "C:/windows/x", "leads out"),
    ("a backslash", "bag/data\\..\\x", "no file of a bag"),
    ("a name that is too long", "bag/data/" + "x" * 2000, "no file of a bag"),
    ("a link", link("bag/data/link"), "a link"),
]


@pytest.mark.parametrize(("name", "why"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_name_is_refused(tmp_path: Path, name: str | zipfile.ZipInfo, why: str):
    told = refusal(zip_of(tmp_path / "x.zip", (name, b"x")))
    assert why in told
    assert "not opened" in told


def test_a_password_is_refused(tmp_path: Path):
    path = zip_of(tmp_path / "x.zip", ("bag/data/a", b"x"))
    content = bytearray(path.read_bytes())
    listed = content.rindex(b"PK\x01\x02")
    content[listed + 8] |= 1
    path.write_bytes(content)
    assert "password" in refusal(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(tmp_path: Path):
    assert "two files of this name" in refusal(zip_of(tmp_path / "x.zip", ("bag/data/a", b"1"), ("bag/data/a", b"2")))


def test_a_bomb_is_refused(tmp_path: Path):
    path = zip_of(tmp_path / "x.zip", ("bag/data/a", bytes(40 * 2**20)), method=zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 100_000
    assert "bomb" in refusal(path)


def test_files_that_share_bytes_are_refused(tmp_path: Path):
    path = zip_of(tmp_path / "x.zip", ("bag/data/a", b"x" * 1000), ("bag/data/b", b"y"))
    content = bytearray(path.read_bytes())
    last = content.rindex(b"PK\x01\x02")
    (offset,) = struct.unpack_from("<L", content, content.rindex(b"PK\x01\x02", 0, last) + 42)
    struct.pack_into("<L", content, last + 42, offset + 10)
    path.write_bytes(content)
    try:
        told = refusal(path)
    except zipfile.BadZipFile as found:  # newer versions of the standard library see it by themselves
        told = str(found)
    assert "over one another" in told


def test_a_link_in_a_folder_is_refused(tmp_path: Path):
    folder = lay_out(unpacked(packed(small_dossier(tmp_path / "dossier"))), tmp_path / "bag")
    os.symlink("/etc/passwd", folder / "data" / "link")
    assert "link" in refusal(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_refused_and_never_waited_for(tmp_path: Path):
    folder = lay_out(unpacked(packed(small_dossier(tmp_path / "dossier"))), tmp_path / "bag")
    os.mkfifo(folder / "data" / "pipe")
    assert "no plain file" in refusal(folder)


NO_BAGS = [
    ("nothing", lambda path: None, "no bag"),
    ("text", lambda path: path.write_bytes(b"text"), "no zip archive"),
    ("an empty folder", Path.mkdir, "no bag"),
    ("two folders", lambda path: zip_of(path, ("other/x", b"x")), "one folder"),
    ("cut short", lambda path: path.write_bytes(zip_of(path).read_bytes()[:-30]), "no zip archive"),
]


@pytest.mark.parametrize(("make", "why"), [case[1:] for case in NO_BAGS], ids=[case[0] for case in NO_BAGS])
def test_what_is_no_bag_is_refused(tmp_path: Path, make, why: str):
    path = tmp_path / "x"
    make(path)
    told = refusal(path)
    assert why in told
    assert len(told.splitlines()) == 1


def test_a_name_in_utf8_that_the_archive_does_not_call_so_is_understood(tmp_path: Path):
    path = zip_of(tmp_path / "x.zip", ("bag/data/\u00e9.txt", b"x"))
    content = bytearray(path.read_bytes())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.rindex(sign)
        content[at + flags + 1] &= ~0x08
    path.write_bytes(content)
    with opened(path) as bag:
        assert "data/\u00e9.txt" in bag.files
        with bag.open("data/\u00e9.txt") as stream:
            assert stream.read() == b"x"
