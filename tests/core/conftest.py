"""Explorers of two dossiers: a small one, whose every article the tests know, and one of many articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from many_articles import write_many

from tui.core.explorer import Explorer


@pytest.fixture
def explorer(dossier: Path) -> Iterator[Explorer]:
    """An explorer of the small dossier."""
    opened = Explorer.open(dossier)
    opened.refresh()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """An explorer of the dossier of many articles, with a cache beside it."""
    folder = tmp_path_factory.mktemp("many")
    write_many(folder)
    opened = Explorer.open(folder, folder.parent / f"{folder.name}-cache")
    opened.refresh()
    yield opened
    opened.close()
