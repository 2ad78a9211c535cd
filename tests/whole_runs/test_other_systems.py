"""What the program does where a system lacks or refuses what Linux has: macOS and Windows, imitated.

A `sitecustomize` takes away, in every process of a run, what those systems do not have.
"""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from importlib.util import find_spec
from pathlib import Path

import pytest
from packed_files import zipped
from pdf_files import column, content, pages_of

MACOS = """
import os, resource
def refused(*_):
    raise ValueError("current limit exceeds maximum limit")
resource.setrlimit = refused
for name in ("sched_getaffinity", "memfd_create", "fdatasync", "posix_fallocate", "eventfd", "pidfd_open", "unshare"):
    if hasattr(os, name):
        delattr(os, name)
"""
"""The packages that are installed here were built for Linux, so that `sys.platform` cannot say otherwise."""

WINDOWS = """
import os, signal, sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in ("resource", "termios", "tty", "pty", "pwd", "grp", "readline"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
for name in ("resource", "termios", "pwd", "grp"):
    sys.modules.pop(name, None)
for name in ("fork", "forkpty", "getgid", "getegid", "setsid", "killpg", "getpgid", "mkfifo",
             "O_DIRECTORY", "fchmod", "chown", "statvfs", "nice",
             "sched_getaffinity", "posix_fallocate", "fdatasync", "pread", "pwrite", "sync"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGHUP", "SIGALRM", "SIGUSR1", "SIGTSTP", "SIGWINCH", "SIGPIPE", "setitimer", "alarm"):
    if hasattr(signal, name):
        delattr(signal, name)
"""
"""Python's own modules for POSIX keep what they stand on: `fcntl`, the user's number and `WNOHANG`."""

PARAGRAPH = (
    "The ferry Morning Star sank near the harbour, and the harbour master saw it from the pier that evening. " * 6
)


@pytest.fixture
def five(tmp_path: Path) -> Path:
    """A folder with a file of each kind that is read in a process of its own, and one that is not."""
    folder = tmp_path / "five"
    folder.mkdir()
    (folder / "a.md").write_text(f"---\ntitle: A\ndate: 2023-08-20\n---\n\n{PARAGRAPH}\n", encoding="utf-8")
    (folder / "b.pdf").write_bytes(pages_of([content(column(["The ferry sank near the harbour."] * 9))]))
    (folder / "c.html").write_text(
        f"<html><head><title>C</title></head><body><article><h1>C</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></article></body>",
        encoding="utf-8",
    )
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<w:body><w:p><w:r><w:t>{PARAGRAPH}</w:t></w:r></w:p></w:body>"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"/>',
        "word/document.xml": f'<w:document xmlns:w="{word}">{body}</w:document>',
    }
    (folder / "d.docx").write_bytes(zipped(parts))
    (folder / "e.eml").write_text(
        f"From: a@example.org\nSubject: E\nDate: Sun, 20 Aug 2023 10:00:00 +0000\n\n{PARAGRAPH}\n", encoding="utf-8"
    )
    return folder


@pytest.mark.skipif(find_spec("trafilatura") is None, reason="saved pages need it")
@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="these systems need no imitation")
@pytest.mark.parametrize("missing", [pytest.param(MACOS, id="macOS"), pytest.param(WINDOWS, id="Windows")])
def test_every_kind_of_file_is_read_and_found(five: Path, tmp_path: Path, process_environment, missing: str):
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(textwrap.dedent(missing), encoding="utf-8")
    environment = process_environment | {"PYTHONPATH": str(site)}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tui", *words, "-d", str(five)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    checked = run("check", "--strict", "--json")
    assert checked.returncode == 0, checked.stderr + checked.stdout
    *files, sums = map(json.loads, checked.stdout.splitlines())
    assert {file["path"]: file["status"] for file in files} == dict.fromkeys(
        ("a.md", "b.pdf", "c.html", "d.docx", "e.eml"), "read"
    )
    assert sums["articles"] == 5
    found = run("search", "harbour", "--json")
    assert len(found.stdout.splitlines()) == 5
    noted = run("star", json.loads(found.stdout.splitlines()[0])["id"])
    assert noted.returncode == 0, noted.stderr
    assert len(run("search", "is:starred", "--json").stdout.splitlines()) == 1
