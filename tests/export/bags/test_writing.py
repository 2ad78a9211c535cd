"""Writing of bags: the same bytes for the same dossier, and a form that other programs verify."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from bags import lay_out, packed, small_dossier, unpacked

from tui.export.bags.layout import PLAIN_SUMS
from tui.export.bags.writing import LeftOut, payload


def test_two_bags_of_one_dossier_are_the_same_bytes(tmp_path: Path):
    first = small_dossier(tmp_path / "first")
    second = Path(shutil.copytree(first, tmp_path / "elsewhere" / "second"))
    for file in second.rglob("*"):
        os.utime(file, (0, 0))
    assert packed(first) == packed(second)


def test_another_byte_makes_another_bag(tmp_path: Path):
    folder = small_dossier(tmp_path / "dossier")
    before = packed(folder)
    (folder / "one.md").write_text("other", encoding="utf-8")
    assert packed(folder) != before


def test_the_payload_is_the_dossier(tmp_path: Path):
    folder = small_dossier(tmp_path / "dossier")
    files = unpacked(packed(folder))
    inside = {name.removeprefix("data/"): content for name, content in files.items() if name.startswith("data/")}
    assert inside == {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert files["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert f"Payload-Oxum: {sum(map(len, inside.values()))}.{len(inside)}" in files["bag-info.txt"].decode()


def test_all_lies_in_one_folder_and_is_a_plain_file(tmp_path: Path):
    path = tmp_path / "bag.zip"
    path.write_bytes(packed(small_dossier(tmp_path / "dossier")))
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {name.partition("/")[0] for name in archive.namelist()} == {"bag"}


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum here")
@pytest.mark.parametrize(("name", "sums"), [("plain.txt", "manifest-sha256.txt"), ("a%20b%.txt", PLAIN_SUMS)])
def test_sha256sum_alone_verifies_it(tmp_path: Path, name: str, sums: str):
    folder = small_dossier(tmp_path / "dossier")
    (folder / name).write_text("text", encoding="utf-8")
    files = unpacked(packed(folder))
    assert (PLAIN_SUMS in files) == (sums == PLAIN_SUMS)
    bag = lay_out(files, tmp_path / "bag")
    command = ["sha256sum", "--strict", "--quiet", "-c", sums, "tagmanifest-sha256.txt"]
    assert subprocess.run(command, cwd=bag, check=False).returncode == 0
    (bag / "data" / name).write_text("test", encoding="utf-8")
    assert subprocess.run(command, cwd=bag, check=False, capture_output=True).returncode == 1


def test_what_is_left_out_is_named(tmp_path: Path):
    folder = small_dossier(tmp_path / "dossier")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    (folder / ".git").mkdir()
    os.symlink("/etc/passwd", folder / "link.md")
    (folder / "back\\slash.md").write_text("x", encoding="utf-8")
    left = {each.path: each.reason for each in payload(folder) if isinstance(each, LeftOut)}
    assert left.keys() == {".hidden", ".git/", "link.md", "back\\slash.md"}
    assert "rename it" in left["back\\slash.md"]
    assert all(left.values())
