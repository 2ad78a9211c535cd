"""The program in a terminal in memory, and a dossier of many articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from terminals import PATIENCE, Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture
def terminal(process_environment) -> Iterator[Callable[..., Terminal]]:
    """Open the program in a terminal: `through` another one, or instead of it a `command`."""
    opened: list[Terminal] = []

    def opening(
        *words: object,
        size: tuple[int, int] = (80, 24),
        command: Sequence[str] = (),
        through: Sequence[str] = (),
        folder: Path = ROOT,
        patience: float = PATIENCE,
        **environment: str | None,
    ) -> Terminal:
        whole = list(command) or [*through, sys.executable, "-m", "tui", *map(str, words)]
        surroundings = {name: value for name, value in {**process_environment, **environment}.items() if value}
        opened.append(Terminal(whole, surroundings, *size, folder=folder, patience=patience))
        return opened[-1]

    yield opening
    for one in opened:
        one.close()


@pytest.fixture
def many(tmp_path: Path) -> Callable[[int], Path]:
    """Make a dossier of many short articles, each of which holds the word harbour."""

    def made(number: int) -> Path:
        folder = tmp_path / "many"
        folder.mkdir()
        for place in range(number):
            day = f"20{10 + place % 10}-{1 + place % 12:02}-{1 + place % 28:02}"
            front = f"title: Report {place} from the lake\ndate: {day}\nsource: Coast Post\nlanguage: en\n"
            text = f"Boat {place} left the harbour. " + "Nobody on the shore saw where it went that day. " * 20
            (folder / f"{place:05}.md").write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
        return folder

    return made
