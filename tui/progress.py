"""How far a piece of work has come, and whether its answer is still wanted: what whoever asks may listen to and say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """How far the reading of a dossier has come."""

    doing: str
    """`reading` files, `indexing` articles, `finding dates in` them or `comparing` them."""
    done: int
    of: int


Stop = Callable[[], bool]
Progress = Callable[[Step], None]
Told = Callable[[int, int], None]
"""Hears how much of one piece of work is done, and of how much."""


def never() -> bool:
    """Never ask to stop."""
    return False


def unheard(step: Step) -> None:
    """Hear of progress and tell nobody."""


def telling(progress: Progress, doing: str) -> Told:
    """Return what tells how far one piece of work has come."""
    return lambda done, of: progress(Step(doing, done, of))
