import json
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tui.commands.printer import GAP, Cut, cut, fitted


@pytest.mark.parametrize(
    ("text", "width", "where", "expected"),
    [
        pytest.param("harbour", 7, Cut.MIDDLE, "harbour", id="it fits"),
        pytest.param("letters/2020-harbour.md", 13, Cut.MIDDLE, "lett…rbour.md", id="a path in its middle"),
        pytest.param("Bridges of the town", 9, Cut.END, "Bridges …", id="a title at its end"),
        pytest.param("港の橋と町", 6, Cut.END, "港の…", id="wide characters"),
    ],
)
def test_what_is_too_wide_is_cut(text: str, width: int, where: Cut, expected: str):
    assert cut(text, width, where) == expected
    assert cell_len(expected) <= width


@pytest.mark.parametrize("room", [60, 80, 120])
def test_a_row_fits_and_what_matters_most_is_cut_least(room: int):
    rows = [["abc", "2020-01-01", "word " * 40, "A newspaper of a very long name indeed", "12"]]
    (row,) = fitted(rows, {2: Cut.END, 3: Cut.END}, frozenset(), room)
    assert sum(map(cell_len, row)) + GAP * 4 <= room
    assert cell_len(row[2]) > cell_len(row[3])
    assert (row[0], row[1], row[4]) == ("abc", "2020-01-01", "12")


def test_what_can_be_wrapped_is_left_whole_and_leaves_room():
    (row,) = fitted([["read", "a/" * 60, "reason " * 30]], {1: Cut.MIDDLE}, frozenset({2}), 90)
    assert row[2] == "reason " * 30
    assert cell_len(row[1]) == 90 - GAP * 2 - 4 - 30


def test_short_columns_stay_as_they_are():
    rows = [["read", "a.txt", ""], ["skipped", "b.png", "a picture"]]
    assert fitted(rows, {1: Cut.MIDDLE}, frozenset({2}), 80) == rows


def _written(encoding: str, words: str, folder: Path, environment: dict[str, str]) -> bytes:
    command = [sys.executable, "-m", "tui", *words.split(), "-d", str(folder)]
    done = subprocess.run(
        command, env=environment | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}, capture_output=True, check=True
    )
    return done.stdout


@pytest.fixture
def accented(tmp_path: Path) -> Path:
    folder = tmp_path / "accented"
    folder.mkdir()
    (folder / "a.md").write_text(
        "---\ntitle: “Ménaka” 😀 مالي\ndate: 2023-08-31\nsource: Ħ Journal\nlang: fr\n---\n"
        "Le camp a fermé le 12 juillet 2023…\n",
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "ascii", "koi8-r", "cp437"])
@pytest.mark.parametrize("words", ["list --json", "export --format csl", "chronology --json"])
def test_json_is_utf_8_or_ascii_in_every_locale(accented: Path, process_environment, encoding: str, words: str):
    loaded = json.loads(_written(encoding, words, accented, process_environment).decode("utf-8"))
    assert "Ħ Journal" in json.dumps(loaded, ensure_ascii=False)


def test_a_table_for_another_program_is_utf_8_in_every_locale(accented: Path, process_environment):
    assert "“Ménaka” 😀 مالي" in _written("latin-1", "export --format csv", accented, process_environment).decode(
        "utf-8"
    )


def test_a_table_uses_the_likeness_of_what_its_encoding_lacks(accented: Path, process_environment):
    assert b'"Menaka"' in _written("ascii", "list", accented, process_environment)
    assert b"\\u2588" not in _written("cp1252", "timeline", accented, process_environment)
