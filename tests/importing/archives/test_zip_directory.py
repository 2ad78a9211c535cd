"""What lies in a zip archive, by its directory or without it."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packed_files import zipped

from tui.errors import FileProblem
from tui.importing.archives.unpacking import Budget
from tui.importing.archives.zip_directory import read_directory, unpack

FILES = {"heron.txt": b"The heron came back to the weir.", "news/ferry.txt": b"The ferry ran aground. " * 40}


def contents(packed_files: bytes) -> dict[str, bytes]:
    found = read_directory(packed_files)
    return {entry.name: unpack(found.content, entry, Budget()) for entry in found.entries}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_every_file_comes_out(method: int) -> None:
    assert contents(zipped(FILES, method)) == FILES


def test_without_its_directory_the_files_are_found_by_their_heads() -> None:
    whole = zipped(FILES)
    cut = read_directory(whole[: whole.index(b"PK\x01\x02")])
    assert cut.note == "damaged or truncated: its files were recovered one by one"
    assert {entry.name: unpack(cut.content, entry, Budget()) for entry in cut.entries} == FILES


def problem_of(content: bytes, place: int = 0) -> str:
    found = read_directory(content)
    with pytest.raises(FileProblem) as raised:
        unpack(found.content, found.entries[place], Budget())
    return str(raised.value)


def patched(content: bytes, at: int, byte: int) -> bytes:
    return content[:at] + bytes((byte,)) + content[at + 1 :]


def test_a_method_that_is_not_read_is_named() -> None:
    whole = zipped(FILES)
    assert problem_of(patched(whole, whole.index(b"PK\x01\x02") + 10, 14)) == "compressed in an unsupported way: LZMA"


def test_a_file_that_needs_a_password_says_so() -> None:
    whole = zipped(FILES)
    assert problem_of(patched(whole, whole.index(b"PK\x01\x02") + 8, 1)) == "needs a password"


def test_a_checksum_that_does_not_fit_is_told() -> None:
    stored = zipped(FILES, zipfile.ZIP_STORED)
    assert problem_of(patched(stored, stored.index(b"heron came"), ord("H"))) == "damaged: its checksum does not match"


def test_files_that_lie_over_one_another_are_given_up() -> None:
    whole = zipped({"a.txt": FILES["heron.txt"], "b.txt": FILES["heron.txt"]})
    second = whole.index(b"PK\x01\x02", whole.index(b"PK\x01\x02") + 1)
    assert "a bomb, given up" in problem_of(whole[: second + 42] + bytes(4) + whole[second + 46 :], 1)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04", b"The heron came back."])
def test_what_is_none_is_told(content: bytes) -> None:
    with pytest.raises(FileProblem, match="not a zip archive"):
        read_directory(content)


@given(st.integers(0, 300), st.binary(min_size=1, max_size=6))
def test_damage_ends_in_a_problem(place: int, patch: bytes) -> None:
    whole = zipped(FILES)
    try:
        contents(whole[:place] + patch + whole[place + len(patch) :])
    except FileProblem as problem:
        assert str(problem)  # noqa: PT017
