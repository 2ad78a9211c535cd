"""A process that reads files reaches its input, and nothing else that its user keeps, where the system sees to it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tui

CONFINED = """
import os, sys
from pathlib import Path
from tui.importing.sandbox.confinement import confine

def tried(act, *arguments):
    try:
        act(*arguments)
    except OSError:
        return "refused"
    return "done"

print(confine(Path(sys.argv[1])))
import lxml.etree, pypdfium2
for place in sys.argv[1:]:
    there, new = os.path.join(place, "a.txt"), os.path.join(place, "b")
    print(tried(os.listdir, place), tried(open, there), tried(open, new, "w"))
print(tried(open, os.devnull, "w"), tried(os.listdir, "/usr"))
"""
FORKING = """
import os, resource
from tui.importing.sandbox.confinement import forbid_processes

if os.geteuid() == 0:
    os.setuid(65534)  # the limit does not bind root
forbid_processes()
try:
    child = os.fork()
except OSError:
    print("refused")
else:
    if child == 0:
        os._exit(0)
    print("begun")
"""


def said(program: str, *arguments: str) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(tui.__file__).parents[1])}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


def test_only_the_dossier_and_the_system_can_be_read_and_nothing_written(tmp_path: Path) -> None:
    for name in ("dossier", "letters"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("The heron came back.")
    confined, own, others, system = said(CONFINED, str(tmp_path / "dossier"), str(tmp_path / "letters"))
    if confined != "True":
        pytest.skip("this system has no Landlock")
    assert own == "done done refused"
    assert others == "refused refused refused"
    assert system == "done done"


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="this system has no such limit")
def test_no_other_process_can_be_begun() -> None:
    assert said(FORKING) == ["refused"]


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells of the death of a parent")
def test_a_process_whose_parent_is_killed_ends_although_nothing_in_it_listens():
    busy = "from tui.importing.sandbox.confinement import end_with_parent as e; e(); print(1, flush=True); input()"
    parent = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {busy!r}]).wait()"
    reading, writing = os.pipe()
    running = subprocess.Popen(
        [sys.executable, "-c", parent],
        stdin=reading,  # this process keeps the other end open
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(tui.__file__).parents[1])},
    )
    assert running.stdout is not None
    with running.stdout:
        assert running.stdout.readline() == b"1\n"
        running.kill()
        assert running.stdout.read() == b""  # the last process that could write has ended
    running.wait()
    os.close(reading)
    os.close(writing)
