"""Numbers of a whole of which a part is told: where half of the 400 houses were destroyed, it is not 400 that were."""

from __future__ import annotations

from collections.abc import Sequence

from tui.figures.context import Extent, Stated
from tui.figures.figure import State
from tui.figures.languages import Words
from tui.figures.tokens import Token


def without_wholes(
    tokens: Sequence[Token], extents: Sequence[Extent], stated: Sequence[Stated], words: Words
) -> list[Stated]:
    """Return what happened to each figure, where a whole hands it on to the number before it that picks from it.

    A strength stays: some of the 900 soldiers in a town have left, and 900 were there.
    """
    found = list(stated)
    for index, extent in enumerate(extents):
        place = _of_before(tokens, extent, words)
        if place < 1 or found[index].state in (State.NONE, State.DEPLOYED):
            continue
        part = index - 1 if index and place in (extents[index - 1].behind, extents[index - 1].last) else None
        if part is not None and found[part].state is State.NONE:
            found[part] = found[index]
        if part is not None or tokens[place - 1].low in words.shares:
            found[index] = Stated(State.NONE)
    return found


def _of_before(tokens: Sequence[Token], extent: Extent, words: Words) -> int:
    """Return the token of `of` in `of the 400 houses`; 0 where there is none."""
    place = extent.first - 1
    while place > 0 and tokens[place].low in words.determiners and tokens[place].low not in words.of:
        place -= 1
    return place if place > 0 and tokens[place].low in words.of else 0
