"""What every test lives with: its own cache, home and clockless environment, and no network at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from open_ports import is_open

_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("steady", derandomize=True, **_PATIENT)  # the same commit gives the same answer twice
settings.register_profile("hunt", max_examples=2_000, **_PATIENT)
settings.register_profile("random", **_PATIENT)
settings.load_profile(os.environ.get("MALI_TUI_HYPOTHESIS", "steady"))  # other work on the machine fails no test

OFFLINE = Path(__file__).parent / "offline"
"""A folder whose `sitecustomize` forbids the network in processes that tests start."""

_FORBIDDEN = {
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
}


def _forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in _FORBIDDEN and not is_open(event, arguments):
        raise AssertionError(f"the program is offline, yet it asked for {event} with {arguments!r}")


sys.addaudithook(_forbid_network)


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home and a cache of its own, and a plain terminal of colours."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("MALI_TUI_CACHE", str(home / "cache"))
    monkeypatch.setenv("MALI_TUI_DATA", str(home / "data"))
    for name in ("NO_COLOR", "COLUMNS", "LINES", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TEXTUAL", "TEXTUAL_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    for name in ("MALI_TUI_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    return home


@pytest.fixture
def cache(own_surroundings: Path) -> Path:
    """The folder that holds the caches of this test."""
    return own_surroundings / "cache"


@pytest.fixture
def process_environment(own_surroundings: Path) -> dict[str, str]:
    """The environment for a process that a test starts: its own home, no network, no colours of the developer's."""
    return {**os.environ, "PYTHONPATH": str(OFFLINE), "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def bundled() -> Path:
    """The dossier that comes with the program."""
    return Path(__file__).parent.parent / "articles"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A small dossier whose every article the tests know."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    for name, title, date, source, text in _ARTICLES:
        front = f"title: {title}\n" + (f"date: {date}\n" if date else "") + f"source: {source}\nlanguage: en\n"
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    return folder


_ARTICLES = (
    (
        "a",
        "Ferry sinks",
        "2021-03-04",
        "Coast Post",
        "A ferry sank near the harbour. The harbour master saw it.\n\nNobody drowned.",
    ),
    ("b", "Harbour closed", "2021-03-20", "Coast Post", "The harbour is closed for repairs after the ferry sank."),
    ("c", "New bridge", "2021-07-01", "Inland Times", "A bridge replaces the ferry. Engineers praised the river bed."),
    ("d", "Bridge opened", "2022-01-15", "Inland Times", "The bridge was opened. Ferries stay away."),
    ("e", "Looking back", "", "Coast Post", "A harbour remembers its ferry."),
    ("f", "A summer of works", "2021-07", "Inland Times", "Works went on all summer on the river."),
)
