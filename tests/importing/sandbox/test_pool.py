from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import tui.importing.sandbox.pool as workers_module
from tui.dossier.account import Outcome
from tui.importing import read_file, registry
from tui.importing.folder import FileEntry, walk
from tui.importing.read_file import UNSETTLED, FileReading, read_entry
from tui.importing.sandbox.pool import readings

ODD_FORMATS = {
    "crash": "import os\ndef read(file):\n    os._exit(7)\n    yield",
    "raise": "def read(file):\n    raise UserWarning\n    yield",
    "stall": "import time\ndef read(file):\n    while True:\n        time.sleep(60)\n    yield",
    "greedy": "def read(file):\n    kept = bytearray(8 * 2**30)\n    yield",
    "swell": "import time\nkept = []\ndef read(file):\n    while True:\n"
    "        kept.append(bytearray(2**20)) if len(kept) < 400 else time.sleep(60)\n    yield",
    "noisy": (
        "from tui.importing.parsed import Draft\ndef read(file):\n"
        "    print('12\\nnot a frame', flush=True)\n    yield Draft(paragraphs=('It was quiet.',))"
    ),
    "endless": (
        "import time\nfrom tui.importing.parsed import Draft\ndef read(file):\n"
        "    while True:\n        time.sleep(0.01)\n        yield Draft()"
    ),
}


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a file of each odd format; the processes that read learn those formats at their start."""
    site = tmp_path / "site"
    site.mkdir()
    lines = ["import sys, types", "from tui.importing import registry"]
    for name, code in ODD_FORMATS.items():
        lines += [
            f"module = types.ModuleType('tui.importing.formats.odd_{name}')",
            f"exec({code!r}, module.__dict__)",
            "sys.modules[module.__name__] = module",
            f"registry.FORMATS['.{name}'] = 'odd_{name}'",
        ]
    (site / "sitecustomize.py").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH")))))
    for name in ODD_FORMATS:
        monkeypatch.setitem(registry.FORMATS, f".{name}", f"odd_{name}")
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


def run_at_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let every process that is started run some code first."""
    site = tmp_path / "first"
    site.mkdir()
    with suppress(OSError):
        code = (tmp_path / "site" / "sitecustomize.py").read_text(encoding="utf-8") + "\n" + code
    (site / "sitecustomize.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH")))))


NO_LIMITS = """
try:
    import resource
    def refused(*_):
        raise ValueError("current limit exceeds maximum limit")
    resource.setrlimit = refused
except ImportError:
    pass
"""


def fill(folder: Path, *names: str) -> list[FileEntry]:
    for name in names:
        text = f"On {name}\n\nThe convoy of {name} left the town in the morning.\n"
        (folder / name).write_text(text, encoding="utf-8", errors="replace")
    return list(walk(folder))


def told(folder: Path, entries: list[FileEntry]) -> dict[str, tuple[Outcome, str]]:
    return {
        reading.account.path: (reading.account.outcome, reading.account.reason)
        for reading in readings(folder, entries, lambda: False)
    }


def test_a_reader_that_crashes_costs_its_own_file_alone(odd: Path) -> None:
    account = told(odd, fill(odd, "a.md", "b.crash", "c.raise", "d.greedy", "e.md", "f.noisy"))
    assert {path: outcome for path, (outcome, _) in account.items()} == {
        "a.md": Outcome.READ,
        "b.crash": Outcome.FAILED,
        "c.raise": Outcome.FAILED,
        "d.greedy": Outcome.FAILED,
        "e.md": Outcome.READ,
        "f.noisy": Outcome.READ,
    }
    assert all("to the end" in account[path][1] for path in ("b.crash", "c.raise"))
    assert "UserWarning" in account["c.raise"][1]
    assert "more memory" in account["d.greedy"][1]


@pytest.mark.parametrize(
    ("name", "limit", "words"),
    [("stall", "STALL_SECONDS", "stalled"), ("endless", "FILE_SECONDS", "took more than")],
)
def test_a_reader_that_never_ends_is_given_up(
    odd: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: str, words: str
) -> None:
    monkeypatch.setattr(workers_module, limit, 2.0)
    account = told(odd, fill(odd, "a.md", f"b.{name}", "c.md", ".crash", "d.crash"))
    assert account["a.md"][0] is account["c.md"][0] is Outcome.READ
    assert account[f"b.{name}"][0] is Outcome.FAILED
    assert words in account[f"b.{name}"][1]


def test_a_file_that_ends_the_process_costs_nothing_else_in_its_archive(odd: Path) -> None:
    with zipfile.ZipFile(odd / "all.zip", "w") as archive:
        for name in ("a.md", "b.crash", "c.md", "d.raise", "e.txt"):
            archive.writestr(name, f"On {name}\n\nThe convoy of {name} left the town in the morning.\n")
    (reading,) = readings(odd, list(walk(odd)), lambda: False)
    assert [(member.path, member.outcome.value) for member in reading.account.members] == [
        ("all.zip/a.md", "read"),
        ("all.zip/b.crash", "failed"),
        ("all.zip/c.md", "read"),
        ("all.zip/d.raise", "failed"),
        ("all.zip/e.txt", "read"),
    ]
    assert reading.account.articles == 3


def test_an_archive_of_nothing_but_such_files_is_given_up(odd: Path) -> None:
    with zipfile.ZipFile(odd / "all.zip", "w") as archive:
        for number in range(9):
            archive.writestr(f"{number}.crash", "x")
    (reading,) = readings(odd, list(walk(odd)), lambda: False)
    assert reading.account.outcome is Outcome.FAILED
    assert "to the end" in reading.account.reason


def test_many_files_come_in_their_order_and_as_they_are_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_file, "OWN_BYTES", 0)
    entries = fill(tmp_path, *(f"{number:03}.md" for number in range(90)), "odd.xyz", ".hidden")
    apart = list(readings(tmp_path, entries, lambda: False))
    assert apart == [read_entry(tmp_path, entry) for entry in entries]


def test_a_name_that_is_no_text_travels_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_file, "OWN_BYTES", 0)
    entries = fill(tmp_path, os.fsdecode(b"caf\xe9.md"))
    (reading,) = readings(tmp_path, entries, lambda: False)
    assert [article.path for article in reading.articles] == [os.fsdecode(b"caf\xe9.md")]


def test_a_stop_ends_the_processes_and_gives_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_file, "OWN_BYTES", 0)
    entries = fill(tmp_path, *(f"{number:03}.md" for number in range(90)))
    seen: list[str] = []
    for reading in readings(tmp_path, entries, lambda: len(seen) >= 5):
        seen.append(reading.account.path)
    assert seen == [entry.path for entry in entries[:5]]


def test_without_a_process_to_read_in_the_file_is_left_for_another_time(
    odd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: str, errors: int) -> None:
        raise OSError(11, "none left")

    monkeypatch.setattr(workers_module, "start", refused)
    entries = fill(odd, "a.md", "b.crash")
    reading = list(readings(odd, entries, lambda: False))[1]
    assert (reading.account.outcome, reading.entry.mtime_ns) == (Outcome.FAILED, UNSETTLED)
    assert "no process could be started" in reading.account.reason


def test_our_own_small_files_need_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers_module, "start", None)
    assert [reading.account.outcome for reading in readings(tmp_path, fill(tmp_path, "a.md"), lambda: False)] == [
        Outcome.READ
    ]


def test_an_answer_that_nobody_understands_costs_its_own_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_file, "OWN_BYTES", 0)
    entries = fill(tmp_path, "a.md", "b.md", "c.md")
    understood = workers_module.reading_of

    def torn(path: str, payload: bytes) -> FileReading:
        return understood(path, payload[:-9] if path == "b.md" else payload)

    monkeypatch.setattr(workers_module, "reading_of", torn)
    outcomes = [reading.account.outcome for reading in readings(tmp_path, entries, lambda: False)]
    assert outcomes == [Outcome.READ, Outcome.FAILED, Outcome.READ]


def test_where_the_system_refuses_limits_every_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_file, "OWN_BYTES", 0)
    run_at_start(tmp_path, monkeypatch, NO_LIMITS)
    folder = tmp_path / "folder"
    folder.mkdir()
    account = told(folder, fill(folder, "a.md", "b.md", "c.md", "d.txt", "e.txt"))
    assert [outcome for outcome, _ in account.values()] == [Outcome.READ] * 5


def test_where_the_system_refuses_limits_memory_is_watched(
    odd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_at_start(tmp_path, monkeypatch, NO_LIMITS)
    monkeypatch.setattr(workers_module, "WORKER_BYTES", 300 * 2**20)
    account = told(odd, fill(odd, "a.md", "b.swell", "c.noisy"))
    assert [outcome for outcome, _ in account.values()] == [Outcome.READ, Outcome.FAILED, Outcome.READ]
    assert account["b.swell"][1].startswith("it takes more memory to read than")


def test_a_process_that_never_began_is_told_from_one_that_broke(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_file, "OWN_BYTES", 0)
    monkeypatch.setattr(workers_module, "WORKERS", 1)
    began: list[str] = []
    start = workers_module.start

    def counted(module: str, *arguments: str, errors: int) -> subprocess.Popen[bytes]:
        began.append(module)
        return start(module, *arguments, errors=errors)

    monkeypatch.setattr(workers_module, "start", counted)
    run_at_start(tmp_path, monkeypatch, "import os\nos.write(2, b'no room\\x1b for it\\n')\nos._exit(3)")
    folder = tmp_path / "folder"
    folder.mkdir()
    found = list(readings(folder, fill(folder, *(f"{number}.md" for number in range(6))), lambda: False))
    assert {reading.account.outcome for reading in found} == {Outcome.FAILED}
    assert {reading.entry.mtime_ns for reading in found} == {UNSETTLED}
    assert all("did not start" in reading.account.reason for reading in found)
    assert all("(no room for it)" in reading.account.reason for reading in found)
    assert len(began) == workers_module._VAIN_STARTS


def test_an_error_of_the_program_itself_costs_one_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_file, "OWN_BYTES", 0)
    entries = fill(tmp_path, "a.md", "b.md", "c.md")
    packed = workers_module.entry_frame

    def broken(entry: FileEntry, avoided: dict[str, str]) -> bytes:
        return packed(entry, avoided) if entry.path != "b.md" else {}[entry.path]

    monkeypatch.setattr(workers_module, "entry_frame", broken)
    account = told(tmp_path, entries)
    assert [outcome for outcome, _ in account.values()] == [Outcome.READ, Outcome.FAILED, Outcome.READ]
    assert "KeyError" in account["b.md"][1]
