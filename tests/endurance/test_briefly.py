"""The scripts of this folder run for a few rounds and find nothing; by hand they run for as long as one likes.

`together.py` is by hand only: how far it gets depends on how busy the machine is.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")

ROUNDS = [("damage", 6), ("kills", 4), ("soak", 60)]


@pytest.mark.parametrize(("script", "count"), ROUNDS, ids=[row[0] for row in ROUNDS])
def test_a_few_rounds_find_nothing(script: str, count: int, process_environment: dict[str, str]) -> None:
    line = [sys.executable, str(Path(__file__).parent / f"{script}.py"), "--seed", "1", "--count", str(count)]
    done = subprocess.run(line, env=process_environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
