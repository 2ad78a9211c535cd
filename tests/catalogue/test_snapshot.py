from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from tui.catalogue.snapshot import FILE_NAME, read_snapshot, write_snapshot
from tui.errors import CacheError

ARRAYS = [array("q", [1, 2, 1 << 60]), array("q"), array("q", [-5])]


def test_arrays_come_back_under_their_stamp_alone(tmp_path: Path):
    write_snapshot(tmp_path, "one 7", ARRAYS)
    assert read_snapshot(tmp_path, "one 7") == ARRAYS
    assert read_snapshot(tmp_path, "one 8") is None
    assert read_snapshot(tmp_path, "one 77") is None
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


def test_numbers_of_another_width_come_back_as_they_were(tmp_path: Path):
    write_snapshot(tmp_path, "one", [array("i", [3, 4])])
    assert read_snapshot(tmp_path, "one") == [array("q", [3, 4])]


def test_a_file_that_was_cut_off_anywhere_is_no_snapshot(tmp_path: Path):
    write_snapshot(tmp_path, "one", ARRAYS)
    whole = (tmp_path / FILE_NAME).read_bytes()
    for length in range(len(whole)):
        (tmp_path / FILE_NAME).write_bytes(whole[:length])
        assert read_snapshot(tmp_path, "one") is None


def test_nothing_is_kept_without_a_folder():
    write_snapshot(None, "one", ARRAYS)
    assert read_snapshot(None, "one") is None


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(CacheError, match="cannot be written"):
        write_snapshot(tmp_path / "missing", "one", ARRAYS)
