import re
import shlex
import sys
from pathlib import Path

import pytest

from tui.base import installation
from tui.base.installation import Installer, command_to_add, installer, origin, packages_of


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        pytest.param("pipx_metadata.json", Installer.PIPX, id="pipx"),
        pytest.param("uv-receipt.toml", Installer.UV, id="uv tool"),
        pytest.param("pyvenv.cfg", Installer.PIP, id="a virtual environment"),
    ],
)
def test_what_keeps_an_environment_is_told_by_the_file_that_it_leaves(tmp_path: Path, left: str, expected: Installer):
    (tmp_path / left).write_text("")
    assert installer(tmp_path) is expected


def test_the_command_of_pip_names_the_python_that_runs_the_program():
    words = shlex.split(command_to_add(["lxml", "numpy"], Installer.PIP))
    assert words == [sys.executable, "-m", "pip", "install", "lxml", "numpy"]


def test_the_commands_of_pipx_and_uv_reach_the_environment_of_the_program(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", "/opt/my tools/bin/python")
    assert command_to_add(["lxml"], Installer.PIPX) == "pipx inject mali-tui lxml"
    assert shlex.split(command_to_add(["lxml"], Installer.UV))[3:6] == ["--python", "/opt/my tools/bin/python", "lxml"]


def test_an_extra_is_named_by_its_packages_as_pyproject_has_them():
    wanted = re.search(r"^import = \[\n(.*?)^\]", Path("pyproject.toml").read_text(encoding="utf-8"), re.M | re.S)
    assert wanted is not None
    named = re.findall(r'^    "([A-Za-z0-9_-]+)', wanted[1], re.M)
    assert {name.lower().replace("_", "-") for name in packages_of("import")} == {
        name.lower().replace("_", "-") for name in named
    }
    assert packages_of("nothing") == []


def test_a_program_without_metadata_has_no_extras_and_no_origin(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(installation, "DISTRIBUTION", "never-installed-here")
    assert packages_of("import") == []
    assert origin() == ""
