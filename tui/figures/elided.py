"""Nouns that a number does not repeat: `435 homes by open sale and 187 by tender`, `the camps fell from 12 to 3`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.figures.bounds import Bounded
from tui.figures.languages import Words
from tui.figures.nouns import GENERAL, PEOPLE, Counted, is_plural
from tui.figures.tokens import NUMBER, WORD, Token


def elided(tokens: Sequence[Token], bounded: Bounded, before: Counted | None, words: Words) -> Counted | None:
    """Return the noun of the figure before for a bare number that speaks of the same: `and wounded 25 more`.

    `before` is what that figure counts. People are taken along only where a word says that they are the same kind:
    who wounds 30 besides 11 soldiers may have wounded others.
    """
    if before is None:
        return None
    after = tokens[bounded.last] if bounded.last < len(tokens) else None
    lead = tuple(token.low for token in tokens[max(0, bounded.first - 2) : bounded.first])
    tied = after is not None and after.low in words.relatives
    same = not before.things & PEOPLE and _is_joined(lead, words) and _ends(after, words)
    if not (tied or same or lead in (("up", "from"), ("down", "from"))):
        return None
    return replace(before, last=bounded.last)


def _is_joined(lead: tuple[str, ...], words: Words) -> bool:
    """Say whether the two words before a number join it to what stands before: `and`, `and destroyed`."""
    return lead[-1:] != () and (
        lead[-1] in words.conjunctions or ((lead[-1],) in words.states and lead[0] in words.conjunctions)
    )


def _ends(after: Token | None, words: Words) -> bool:
    """Say whether no noun can follow: the sentence ends, or its grammar goes on."""
    return after is None or after.kind not in (WORD, NUMBER) or after.low in words.stops


def changed(tokens: Sequence[Token], bounded: Bounded, words: Words) -> Counted | None:
    """Return the known kind of thing before a verb of change, for the bare number behind it: `deaths rose to 450`."""
    place, told = bounded.first - 1, False
    while place >= 0 and bounded.first - place <= _VERB and _is_change(tokens[place], words):
        told = told or tokens[place].low in words.up | words.down
        place -= 1
    token = tokens[place]
    if not told or place < 0 or token.low not in words.things or not is_plural(token, words):
        return None
    kinds = [words.things[each.low] for each in tokens[max(0, place - 1) : place + 1] if each.low in words.things]
    whose = next((kind for kind in kinds if kind in PEOPLE - GENERAL), kinds[-1])  # "civilian deaths"
    return Counted(bounded.last, "", token.raw, frozenset({whose if kinds[-1] in GENERAL else kinds[-1]}), plural=True)


_VERB = 7
"""Tokens between a noun and the number that it changed to."""


def _is_change(token: Token, words: Words) -> bool:
    return token.kind == NUMBER or token.low in words.stops | words.up | words.down | words.by | words.origins
