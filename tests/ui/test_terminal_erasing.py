"""A terminal erases in colour only where its terminfo says so: elsewhere blanks are sent."""

from __future__ import annotations

import subprocess
import sys

import pytest

curses = pytest.importorskip("curses")

_ASK = "import sys; from tui.ui.terminal_erasing import erases_in_colour; print(erases_in_colour(sys.argv[1]))"


def erases(terminal: str) -> str:
    """Ask in a process of its own: terminfo is read once for each."""
    ran = subprocess.run([sys.executable, "-c", _ASK, terminal], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


@pytest.mark.parametrize("terminal", ["", "screen", "dumb", "no-such-terminal"])
def test_blanks_are_sent_where_nothing_better_is_known(terminal):
    assert erases(terminal) == "False"


def test_a_terminal_of_xterm_s_family_erases_in_colour():
    _ask = "import curses; curses.setupterm('xterm-256color', 1)"
    if subprocess.run([sys.executable, "-c", _ask], capture_output=True, check=False).returncode:
        pytest.skip("no terminfo of xterm-256color here")
    assert erases("xterm-256color") == "True"
