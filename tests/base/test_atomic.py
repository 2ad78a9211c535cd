"""A file is replaced whole or not at all, and nothing is left beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.base.atomic import replace_file, written_aside


def test_a_file_is_made_and_replaced(tmp_path: Path):
    path = tmp_path / "notes.txt"
    replace_file(path, b"one")
    replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_replacement_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "notes.txt"
    replace_file(path, b"one")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_the_content_is_whole_before_it_is_renamed(tmp_path: Path):
    with written_aside(tmp_path / "notes.txt", b"whole") as aside:
        assert aside.read_bytes() == b"whole"
        assert not (tmp_path / "notes.txt").exists()
    assert not list(tmp_path.iterdir())
