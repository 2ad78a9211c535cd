import shutil
import subprocess
from pathlib import Path

import pytest

from tui.cli import main
from tui.commands.parser import SHELLS, VERBS


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_knows_every_verb_and_the_options_of_the_application(capsys, shell: str):
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for word in (*VERBS, "theme", "strict"):
        assert word in script


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_verbs_options_and_choices(capsys, tmp_path: Path):
    main(["completion", "bash"])
    script = tmp_path / "completion"
    script.write_text(capsys.readouterr().out)

    def completed(*words: str) -> set[str]:
        line = " ".join(words)
        asked = (
            f"source {script}; COMP_WORDS=({line} ''); COMP_CWORD={len(words)}; "
            f"COMP_LINE='{line} '; _shtab_mali_tui; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        )
        if words[-1].startswith("-") or words[-1] == "ch":
            asked = asked.replace(f"({line} '')", f"({line})").replace(
                f"COMP_CWORD={len(words)}", f"COMP_CWORD={len(words) - 1}"
            )
        done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
        return set(done.stdout.split())

    assert completed("mali-tui", "ch") >= {"check", "chronology"}
    assert "--strict" in completed("mali-tui", "check", "--s")
