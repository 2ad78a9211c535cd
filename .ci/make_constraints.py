"""Write `constraints.txt`: the newest version of each package that the program and its tests install today.

Run it as `python3.11 .ci/make_constraints.py` from anywhere, with the oldest Python that the program supports, so that
every version can be installed on newer ones too. Run the tests afterwards, and commit the file if they pass.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
HEAD = "# Versions with which all tests pass. Written by .ci/make_constraints.py; pip reads it with -c.\n"


def main() -> None:
    """Install everything into a new environment and write down what came."""
    if sys.version_info[:2] != OLDEST:
        sys.exit(f"Run this with Python {'.'.join(map(str, OLDEST))}: versions for a newer one may not install there.")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--editable", f"{ROOT}[dev]"], check=True)
        freeze = [python, "-m", "pip", "freeze", "--exclude-editable"]
        versions = subprocess.run(freeze, check=True, capture_output=True, text=True).stdout
    (ROOT / "constraints.txt").write_text(HEAD + versions, encoding="utf-8")


if __name__ == "__main__":
    main()
