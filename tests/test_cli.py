from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tui import __version__
from tui.cli import main
from tui.commands.parser import VERBS


def run(*words: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tui", *words]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def test_without_a_terminal_it_says_which_verb_to_use(process_environment):
    done = run(environment=process_environment)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "mali-tui list" in done.stderr
    assert done.stdout == ""


def test_a_folder_that_is_not_there_is_told_before_the_terminal(process_environment, tmp_path: Path):
    done = run(str(tmp_path / "nowhere"), environment=process_environment)
    assert done.returncode == 2
    assert done.stderr.startswith("mali-tui: There is no folder")
    assert "terminal" not in done.stderr


def test_a_verb_that_comes_too_late_is_told_so(capsys):
    assert main(["--query", "camp", "list"]) == 2
    assert "A verb comes first" in capsys.readouterr().err


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"mali-tui {__version__}\n"


def test_help_has_an_example_of_each_verb(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    printed = capsys.readouterr().out
    for verb in VERBS:
        assert f"mali-tui {verb}" in printed


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_help_with_an_example(capsys, verb: str):
    with pytest.raises(SystemExit) as stopped:
        main([verb, "--help"])
    assert stopped.value.code == 0
    assert f"example: mali-tui {verb}" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    "words", [["list", "--nonsense"], ["search", "a", "--limit", "0"], ["timeline", "--by", "hour"], ["a", "b"]]
)
def test_wrong_use_ends_with_2(capsys, words: list[str]):
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("written", ["0", "-1", "many", "1.5", "", "9" * 5000])
def test_a_limit_that_is_no_number_is_refused_in_words(capsys, written: str):
    with pytest.raises(SystemExit):
        main(["search", "a", f"--limit={written}"])
    assert "give a number from 1 on" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["-d", "{}"], ["-d{}"], ["--dossier", "{}"], ["--dossier={}"], ["--json", "-d{}"]])
def test_the_dossier_may_be_named_before_the_verb(capsys, dossier: Path, option: list[str]):
    assert main([*(word.format(dossier) for word in option), "list"]) == 0
    assert "Ferry sinks" in capsys.readouterr().out


def test_a_folder_is_named_as_a_shell_takes_it(process_environment, dossier: Path):
    folder = dossier.rename(dossier.with_name("two words"))
    done = run(str(folder), environment=process_environment)
    assert f"-d '{folder}'" in done.stderr


def test_a_closed_pipe_is_no_error(process_environment, dossier: Path):
    command = f"{sys.executable} -m tui list -d {dossier} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], env=process_environment, capture_output=True, check=False
    )
    assert done.stderr == b""


@pytest.mark.parametrize(
    "words",
    [["search", "is:{}"], ["search", "date:{}"], ["timeline", "event:{}"], ["check", "{}"], ["{}/x"]],
    ids=" ".join,
)
def test_what_was_asked_for_reaches_the_terminal_without_its_power(capsys, words: list[str]):
    assert main([word.format("\x1b[31mX\a\u202e") for word in words]) == 2
    told = capsys.readouterr().err
    assert "X" in told
    assert not {"\x1b", "\a", "\u202e"} & set(told)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
@pytest.mark.parametrize("words", ["list > /dev/full", "list --json > /dev/full", "check >&-", "list -d '~no-one'"])
def test_the_edge_of_the_world_is_one_sentence_and_status_two(words, dossier, process_environment):
    command = f"{sys.executable} -m tui -d {dossier} {words}"
    done = subprocess.run(["sh", "-c", command], env=process_environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert re.fullmatch(r"mali-tui: [^\n]+\n", done.stderr), done.stderr


def test_an_error_of_the_program_is_one_sentence_and_a_report_without_text(monkeypatch, tmp_path, capsys):
    def wrong(*_):
        raise ValueError("what the mayor said")

    monkeypatch.setenv("MALI_TUI_STATE", str(tmp_path))
    monkeypatch.setattr("tui.cli._run", wrong)
    assert main(["list"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "An error of the program (ValueError)" in told
    [report] = tmp_path.iterdir()
    assert "mayor" not in report.read_text() + told


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("module", ["tui.cli", "tui.commands.command", "tui.core.explorer"])
def test_an_interruption_while_modules_are_loaded_ends_without_a_traceback(process_environment, dossier, module):
    program = f"""
import os, runpy, signal, sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Interrupting())
sys.argv = ["mali-tui", "list", "-d", {str(dossier)!r}]
runpy.run_module("tui", run_name="__main__")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], env=process_environment, capture_output=True, text=True, check=False
    )
    assert done.returncode in (130, -2)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
