"""Collocates: the words that stand beside a match more often than chance has it.

Log-likelihood (T. Dunning, "Accurate methods for the statistics of surprise and coincidence", 1993) says how sure that
is; logDice (P. Rychlý, "A lexicographer-friendly association score", 2008) how closely the two belong together,
whatever the size of the dossier: at most 14.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, log2
from typing import NamedTuple

from tui.concordance.lines import ContextLine


class Collocate(NamedTuple):
    """A word beside the matches."""

    word: str
    """Folded."""
    beside: int
    """How often it stands within the words beside a match."""
    everywhere: int
    """How often it stands in all texts that were looked through."""
    log_likelihood: float
    """Negative where it stands there more seldom than chance has it."""
    log_dice: float


def collocates(
    lines: Iterable[ContextLine], everywhere: Mapping[str, int], total: int, least: int = 2
) -> list[Collocate]:
    """Return the words beside some matches, the surest first.

    `everywhere` counts each folded word in all texts, `total` all words of these; words that stand beside a match
    fewer than `least` times are left out. A word that stands beside two matches counts once.
    """
    held = list(lines)
    found_at = {(line.document.id, place): word for line in held for place, word in line.placed_words}
    beside = Counter(found_at.values())
    room = beside.total()
    found = []
    for word, times in beside.items():
        if times < least:
            continue
        count = max(everywhere.get(word, 0), times)
        likelihood = log_likelihood(times, room, count - times, max(0, total - room))
        dice = 14 + log2(2 * times / (len(held) + count))
        found.append(Collocate(word, times, count, likelihood, min(dice, 14.0)))
    return sorted(found, key=lambda each: (-each.log_likelihood, each.word))


def log_likelihood(here: int, here_total: int, there: int, there_total: int) -> float:
    """Return Dunning's G² of a word that stands `here` times among `here_total` words, and so `there`.

    It is negative where the word is rarer here. 3.84 is the bound of p < 0.05, 15.13 that of p < 0.0001.
    """
    whole, both = here + there, here_total + there_total
    if not whole or not here_total or not there_total:
        return 0.0
    expected = here_total * whole / both, there_total * whole / both
    sides = ((here, here_total, expected[0]), (there, there_total, expected[1]))
    found = 0.0
    for seen, total, awaited in sides:
        absent, awaited_absent = total - seen, total - awaited
        found += seen * log(seen / awaited) if seen else 0.0
        found += absent * log(absent / awaited_absent) if absent and awaited_absent > 0 else 0.0
    return 2 * found if here >= expected[0] else -2 * found
