"""Forbid the network in a process that a test starts: Python imports this module before anything else."""

import os
import sys

_FORBIDDEN = {
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
}


def _forbid_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event in _FORBIDDEN:
        os.write(2, f"NETWORK: {event}\n".encode())
        os._exit(97)


sys.addaudithook(_forbid_network)
