"""What is seen of a screen of 120 by 40 while somebody types, worked out from bytes that were dated as they came.

The list, the total and the timeline have places of their own on the screen; a key press is answered when the last of
them has changed for the last time before the next key.
"""

from __future__ import annotations

import pyte

LIST_COLUMNS = 45
"""The list takes 38 % of 120 cells."""
LIST_ROWS, TIMELINE_ROWS = range(3, 34), range(34, 39)
TOTAL_COLUMNS = range(60, 120)
"""The total stands at the right end of the first line, where no query of a benchmark reaches."""

Chunk = tuple[float, bytes]
"""When some bytes came, by `perf_counter`, and the bytes."""


class Watcher:
    """A terminal in memory that says when what of it changed."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(120, 40)
        self._stream = pyte.ByteStream(self._screen)
        self._seen = self._parts()

    def feed(self, data: bytes) -> bool:
        """Take bytes; say whether list, total or timeline looks different now."""
        self._stream.feed(data)
        before, self._seen = self._seen, self._parts()
        return before != self._seen

    def _parts(self) -> list[object]:
        rows = self._screen.buffer
        listed = [tuple(rows[y][x] for x in range(LIST_COLUMNS)) for y in LIST_ROWS]
        timeline = [tuple(rows[y][x] for x in range(120)) for y in TIMELINE_ROWS]
        return [*listed, *timeline, tuple(rows[0][x] for x in TOTAL_COLUMNS)]


def answered(presses: list[float], chunks: list[Chunk], most: float) -> tuple[list[float], list[float]]:
    """Return seconds from each press to list, total and timeline repainted, and to the last byte that it brought.

    What comes later than `most` seconds after a press, and what comes after the next one, is not its answer. Where a
    key changes nothing of the three, the first is the second.
    """
    watcher = Watcher()
    changes = [(came, watcher.feed(data)) for came, data in chunks]
    repainted, quiet = [], []
    for begun, following in zip(presses, [*presses[1:], float("inf")], strict=True):
        brought = [(came, changed) for came, changed in changes if begun < came < min(following, begun + most)]
        last = max((came for came, _ in brought), default=begun)
        repainted.append(max((came for came, changed in brought if changed), default=last) - begun)
        quiet.append(last - begun)
    return repainted, quiet
