"""A cluster of two nodes for the tests of what is served, started once where `MALI_TUI_CLUSTER` names a folder."""

from __future__ import annotations

import importlib.util
import os
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from open_ports import OPEN_PORTS

VARIABLE = "MALI_TUI_CLUSTER"
"""Names the folder in which the cluster is built and keeps its data."""


def _two_nodes() -> ModuleType:
    spec = importlib.util.spec_from_file_location("two_nodes", Path(__file__).with_name("two_nodes.py"))
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["two_nodes"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def cluster() -> Iterator[object]:
    """Two running nodes; a test that kills one starts it again."""
    pytest.importorskip("opensearchpy", reason="the extra package opensearch is not installed")
    two_nodes = _two_nodes()
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"no cluster: set {VARIABLE} to a folder for it, with Java and Maven on the path")
    missing = two_nodes.missing_tools()
    if missing:
        pytest.skip(f"no cluster: {missing} not found")
    OPEN_PORTS.update(two_nodes.HTTP.values())
    running = two_nodes.TwoNodes(Path(folder))
    try:
        running.start()
        yield running
    finally:
        running.stop()
        OPEN_PORTS.clear()


@pytest.fixture
def engine(cluster: object) -> str:
    """The addresses of both nodes."""
    return sys.modules["two_nodes"].ENGINE


@pytest.fixture
def index() -> str:
    """A name that no other test has."""
    return f"t{uuid.uuid4().hex[:12]}"
