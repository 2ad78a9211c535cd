"""No network for a process that reads files: none is needed, and parsers of other projects may try their luck.

Python refuses every socket. On Linux the process also moves into a network of its own in which there is nothing, where
the system lets it: this binds code in C, too.
"""

from __future__ import annotations

import sys

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""`CLONE_NEWUSER` and `CLONE_NEWNET` of Linux."""

_SOCKETS = "socket."
"""What the names of the events begin with that Python tells its auditors about sockets."""

_HARMLESS = frozenset({"socket.gethostname"})


def go_offline() -> bool:
    """Give up the network for good; say whether the system enforces it.

    To be called before the process has a second thread. A library that probes the network when it is imported, as
    urllib3 does for IPv6, is told that there is none.
    """
    import socket

    socket.has_ipv6 = False
    enforced = _leave_network()
    sys.addaudithook(_refuse)
    return enforced


def _leave_network() -> bool:
    """Move into an empty network, in a user namespace of its own, which needs no rights."""
    if sys.platform != "linux":
        return False
    import ctypes

    try:
        return bool(ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK) == 0)
    except (OSError, AttributeError):
        return False


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_SOCKETS) and event not in _HARMLESS:
        raise PermissionError("no process that reads files may use the network")
