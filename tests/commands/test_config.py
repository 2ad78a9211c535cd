import json
from pathlib import Path

import pytest

from tui.cli import main


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text('theme = "light"\ncache = "/said/cache"\n')
    monkeypatch.setenv("MALI_TUI_CONFIG", str(path))
    return path


def test_each_setting_is_shown_with_what_said_it(capsys, file: Path):
    assert main(["config", "--json"]) == 0
    told = {line["setting"]: line for line in map(json.loads, capsys.readouterr().out.splitlines())}
    assert told["theme"] == {"setting": "theme", "value": "light", "from": "config.toml"}
    assert told["cache"]["from"] == "MALI_TUI_CACHE"
    assert told["language"] == {"setting": "language", "value": "en", "from": None}
    assert told["desk"] == {"setting": "desk", "value": None, "from": None}
    assert main(["config"]) == 0
    assert f"The file is {file}" in capsys.readouterr().out


def test_a_fault_ends_with_2_and_its_place(capsys, file: Path):
    file.write_text("theme = 3\n")
    for words in (["config"], ["list"], []):
        assert main(words) == 2
        told = capsys.readouterr().err
        assert "line 1, column 1" in told
        assert told.count("\n") == 1
