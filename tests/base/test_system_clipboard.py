import os
import sys
from pathlib import Path

import pytest

from tui.base.system_clipboard import put, takes_osc_52, tool


@pytest.mark.parametrize(
    ("environment", "takes"),
    [
        pytest.param({}, True, id="a terminal that says nothing"),
        pytest.param({"TERM_PROGRAM": "iTerm.app"}, True, id="iTerm"),
        pytest.param({"TERM_PROGRAM": "Apple_Terminal"}, False, id="Apple's Terminal"),
        pytest.param({"TERM": "linux"}, False, id="the console of Linux"),
        pytest.param({"VTE_VERSION": "7006"}, False, id="an older VTE"),
        pytest.param({"VTE_VERSION": "8200"}, True, id="a newer VTE"),
        pytest.param({"KONSOLE_VERSION": "230801"}, False, id="an older Konsole"),
        pytest.param({"TERMINAL_EMULATOR": "JetBrains-JediTerm"}, False, id="JetBrains"),
        pytest.param({"TERM_PROGRAM": "Apple_Terminal", "TMUX": "/tmp/x"}, True, id="tmux hides the terminal"),
        pytest.param({"VTE_VERSION": "new"}, True, id="a version that is none"),
    ],
)
def test_a_terminal_that_takes_no_copies_is_known(environment: dict[str, str], takes: bool):
    assert takes_osc_52(environment) is takes


@pytest.mark.parametrize(
    ("system", "environment", "there", "expected"),
    [
        pytest.param("darwin", {}, {"pbcopy"}, "pbcopy", id="macOS"),
        pytest.param("win32", {}, {"clip.exe"}, "clip.exe", id="Windows"),
        pytest.param("linux", {"WAYLAND_DISPLAY": "w"}, {"wl-copy", "xclip"}, "wl-copy", id="Wayland"),
        pytest.param("linux", {"DISPLAY": ":0"}, {"xclip", "xsel"}, "xclip", id="X11"),
        pytest.param("linux", {"DISPLAY": ":0"}, {"xsel"}, "xsel", id="X11 with xsel"),
        pytest.param("linux", {}, {"xclip"}, None, id="no display"),
        pytest.param("linux", {"WSL_DISTRO_NAME": "Debian"}, {"clip.exe"}, "clip.exe", id="Linux in Windows"),
        pytest.param("darwin", {}, set(), None, id="nothing installed"),
    ],
)
def test_the_tool_is_the_one_of_the_system(system: str, environment: dict[str, str], there: set[str], expected):
    found = tool(environment, system, lambda name: name if name in there else None)
    assert (found[0] if found else None) == expected


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the tool")
def test_the_text_reaches_the_tool(tmp_path: Path):
    script = tmp_path / "taker"
    taken = str(tmp_path / "taken")
    script.write_text(f"#!{sys.executable}\nimport sys\nopen({taken!r}, 'wb').write(sys.stdin.buffer.read())\n")
    script.chmod(0o755)
    assert put("“Ménaka”", (str(script),))
    assert (tmp_path / "taken").read_bytes().decode() == "“Ménaka”"


def test_a_tool_that_fails_or_is_gone_took_nothing(tmp_path: Path):
    assert not put("text", (sys.executable, "-c", "import sys; sys.exit(1)"))
    assert not put("text", (str(tmp_path / "gone"),))
