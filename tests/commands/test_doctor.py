import json

import pytest

from tui import __version__
from tui.cli import main
from tui.commands import doctor


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, str | None]]:
    main(["doctor", "--json"])
    return {line["topic"]: line for line in map(json.loads, capsys.readouterr().out.splitlines())}


def test_it_tells_what_the_program_runs_on(capsys):
    found = told(capsys)
    assert found["mali-tui"]["found"] == __version__
    assert found["Python"]["found"].startswith("3.")
    assert found["[import]"]["advice"] is None
    assert "cache" in found["cache"]["found"]
    assert {"terminal", "clipboard", "settings", "what you added"} <= set(found)


def test_what_is_missing_has_the_command_that_adds_it(capsys, monkeypatch: pytest.MonkeyPatch):
    there = doctor._version
    monkeypatch.setattr(doctor, "_version", lambda name: "" if name == "trafilatura" else there(name))
    found = told(capsys)
    assert "trafilatura" in found["[import]"]["found"]
    assert found["[import]"]["advice"].endswith("install trafilatura")
    assert main(["doctor"]) == 1


@pytest.mark.parametrize(
    ("variable", "value", "topic", "advice"),
    [
        ("TERM", "dumb", "terminal", "use a terminal"),
        ("TERM_PROGRAM", "Apple_Terminal", "clipboard", "install wl-copy"),
    ],
)
def test_a_terminal_that_lacks_something_is_told(
    capsys, monkeypatch, variable: str, value: str, topic: str, advice: str
):
    for name in ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    found = told(capsys)[topic]
    assert advice in str(found["advice"])


def test_each_extra_has_a_line_of_its_own(capsys):
    assert {"[import]", "[large]", "[sign]"} <= set(told(capsys))


def test_a_folder_is_measured(capsys, cache):
    cache.mkdir(parents=True)
    (cache / "index").write_bytes(b"x" * 2_000_000)
    assert told(capsys)["cache"]["found"].endswith("2.0 MB")
