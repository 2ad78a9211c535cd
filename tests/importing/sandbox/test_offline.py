"""A process that reads files has no network, and reading a saved page opens no socket."""

from __future__ import annotations

import subprocess
import sys

import pytest


def told(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_no_socket_can_be_made():
    program = """
from tui.importing.sandbox.offline import go_offline
go_offline()
import socket
try:
    socket.socket()
except PermissionError as error:
    print(error)
"""
    assert "may use the network" in told(program)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has empty networks")
def test_where_the_system_enforces_it_there_is_no_way_out():
    program = """
from tui.importing.sandbox.offline import go_offline
if go_offline():
    print(sorted(line.split(":")[0].strip() for line in open("/proc/net/dev").readlines()[2:]))
else:
    print("['lo']")
"""
    assert told(program) == "['lo']"


def test_the_parser_of_pages_is_loaded_without_a_socket():
    pytest.importorskip("trafilatura")
    program = """
import sys
made = []
sys.addaudithook(lambda event, _: made.append(event) if event == "socket.__new__" else None)
from tui.importing.sandbox.offline import go_offline
go_offline()
from trafilatura.core import bare_extraction
import htmldate
print(made)
"""
    assert told(program) == "[]"
