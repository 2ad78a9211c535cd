"""The ports of loopback that tests may reach: those of a cluster that was asked for, else none."""

from __future__ import annotations

OPEN_PORTS: set[int] = set()


def is_open(event: str, arguments: tuple[object, ...]) -> bool:
    """Say whether a request to the network stays on loopback, at an open port."""
    match event, arguments:
        case ("socket.connect" | "socket.bind", (_, (host, int(port), *_))) | (
            "socket.getaddrinfo",
            (host, int(port), *_),
        ):
            return host == "127.0.0.1" and port in OPEN_PORTS
    return False
