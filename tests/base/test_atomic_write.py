import os
import stat
import subprocess
import sys
import textwrap

import pytest

import tui.base.atomic_write as atomic_write_module
from tui.base.atomic_write import atomic_write


def test_a_file_is_written_and_written_over(tmp_path):
    path = tmp_path / "a.txt"
    atomic_write(path, b"one")
    atomic_write(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_what_is_there_is_kept_where_it_must_not_be_replaced(tmp_path):
    path = tmp_path / "a.txt"
    atomic_write(path, b"one", replace=False)
    with pytest.raises(FileExistsError):
        atomic_write(path, b"two", replace=False)
    assert path.read_bytes() == b"one"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_name_that_is_taken_is_kept_without_hard_links_too(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError("no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr("tui.base.atomic_write._NAMELESS", 0)
    path = tmp_path / "a.txt"
    atomic_write(path, b"one", replace=False)
    with pytest.raises(FileExistsError):
        atomic_write(path, b"two", replace=False)
    assert path.read_bytes() == b"one"


def test_the_content_is_on_the_disk_before_the_name_is(tmp_path, monkeypatch):
    steps = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("fsync"), fsync(handle)))
    monkeypatch.setattr(os, "replace", lambda *names: (steps.append("replace"), replace(*names)))
    atomic_write(tmp_path / "a.txt", b"one")
    assert steps == ["fsync", "replace"]


def test_a_failure_leaves_the_old_content_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    atomic_write(path, b"one")

    def full(handle):
        raise OSError("full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        atomic_write(path, b"two")
    assert path.read_bytes() == b"one"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_what_a_killed_process_left_is_in_nobodys_way(tmp_path):
    (tmp_path / f".a.txt.{os.getpid()}.part").write_bytes(b"half")
    atomic_write(tmp_path / "a.txt", b"one")
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="it has other rights")
def test_a_private_file_is_for_its_owner_alone(tmp_path):
    atomic_write(tmp_path / "a.txt", b"one", private=True)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o600


@pytest.mark.parametrize("nameless", [True, False])
def test_a_kill_while_writing_leaves_nothing_that_the_next_write_does_not_remove(tmp_path, nameless):
    program = textwrap.dedent(
        f"""
        import os, signal, sys
        from pathlib import Path
        import tui.base.atomic_write as writing
        if not {nameless}:
            writing._NAMELESS = 0
        with writing.atomic_stream(Path(sys.argv[1])) as stream:
            stream.write(b"half")
            stream.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    path = tmp_path / "a.txt"
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    left = [file.name for file in tmp_path.iterdir()]
    if nameless and atomic_write_module._NAMELESS:
        assert left == []
    else:
        assert len(left) == 1
    atomic_write(path, b"whole")
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_what_a_living_process_is_writing_is_left_alone(tmp_path):
    aside = tmp_path / f".a.txt.{os.getppid()}.part"
    aside.write_bytes(b"half")
    atomic_write(tmp_path / "a.txt", b"whole")
    assert aside.exists()
