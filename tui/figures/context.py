"""What a sentence says about its figures besides the number: what happened, how, when, and whether it did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tui.base.days import Span
from tui.dates import Timex
from tui.figures.figure import Direction, Scope, State
from tui.figures.languages import Phrase, Words, word_set
from tui.figures.nouns import PEOPLE
from tui.figures.tokens import NUMBER, SIGN, WORD, Token

_REACH_RIGHT, _REACH_LEFT, _ADJACENT = 16, 9, 3
"""Tokens over which a state is looked for behind a figure and before it, and what counts as right before it."""
_REACH_CAUSE = 16
_LONGEST_PHRASE = 5
_AUXILIARIES = word_set("was were is are be been being get got fut furent ete est sont sera seront")
_TO_BE = word_set("is are was were")
_PERFECT = word_set("have has had who ont avaient a qui")
_PHRASAL = word_set(
    "make makes made making take takes took end ended give gives gave giving set sets put puts pick picked"
)
"""Verbs that `up` and `down` belong to: what makes up 70 per cent has not risen."""
_HOLDING = word_set("has have had with keeps kept a ont avait avaient avec")
"""Words of strength that are everywhere: they tell of one only where the number follows."""
_BREAKS = frozenset(";")
_PARTING = word_set(", and et that que qu")
"""Words before a figure of which something else is said than of what stands before them."""
_ATTRIBUTIVE = word_set("slain murdered executed wounded injured killed captured detained jailed")
_ONE = word_set("death")
_ARTICLES = word_set("a an the of his her their its another one for")
_BRIEF = 7
"""Days of the longest span that is taken for an event's own."""
VICTIMS = frozenset({State.KILLED, State.WOUNDED, State.MISSING, State.KIDNAPPED})
"""States that have a cause."""
_OF_PEOPLE = frozenset(
    {
        State.KILLED, State.WOUNDED, State.MISSING, State.DETAINED, State.KIDNAPPED, State.FREED, State.DISPLACED,
        State.DEPLOYED, State.WITHDRAWN,
    }
)  # fmt: skip
_LIFELESS = word_set("camp vehicle attack nation house")
_OF_THINGS = frozenset({State.CLOSED, State.HANDED_OVER, State.DESTROYED})
FORCE = frozenset({"soldier", "police", "peacekeeper", "member", "person"})
"""The kinds of thing of which a strength is told."""
ARMED = frozenset({"soldier", "police", "peacekeeper"})
"""Those of them that serve in a force; members and persons may work in a mill."""

Armed = Callable[[], bool]
"""Says whether a text names some of those."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The tokens of one figure: from its bound to the end of its counted noun."""

    first: int
    number: int
    """The first token of the number itself."""
    behind: int
    """The token after the number."""
    last: int
    things: frozenset[str]
    measured: bool = False
    """Whether it has a unit."""

    def may_be(self, state: State) -> bool:
        """Say whether a state can be that of what is counted: days are not detained, soldiers not closed."""
        if state in _OF_PEOPLE:
            return not self.measured and not self.things & _LIFELESS
        if state in _OF_THINGS:
            return not self.measured and not self.things & PEOPLE
        return True


@dataclass(frozen=True, slots=True)
class Stated:
    """A state at its place in the sentence; `first` is -1 where no word of it stands there."""

    state: State
    first: int = -1
    last: int = -1


def states_in(tokens: Sequence[Token], words: Words) -> list[Stated]:
    """Return the words of state in their order, the longest phrase at each place."""
    found: list[Stated] = []
    openings = _openings(words)
    place = 0
    while place < len(tokens):
        if tokens[place].low not in openings or _is_another_word(tokens, place, words):
            place += 1
            continue
        for length in range(min(_LONGEST_PHRASE, len(tokens) - place), 0, -1):
            state = words.states.get(tuple(token.low for token in tokens[place : place + length]))
            if state is not None:
                found.append(Stated(state, place, place + length))
                place += length - 1
                break
        place += 1
    return found


def _is_another_word(tokens: Sequence[Token], place: int, words: Words) -> bool:
    """Say whether a word says no state: `at the close of the market`, `close to 40 camps`, a German title's `Die`."""
    if tokens[place].low != "close":
        return tokens[place].raw == "Die"
    before, after = (tokens[at].low if 0 <= at < len(tokens) else "" for at in (place - 1, place + 1))
    return before in words.determiners or before == "at" or after == "to"


@cache
def _openings(words: Words) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in words.states)


def state_of(
    tokens: Sequence[Token], extents: Sequence[Extent], index: int, known: list[Stated], words: Words, *, armed: Armed
) -> Stated:
    """Return what happened to those that a figure counts."""
    extent = extents[index]
    known = [stated for stated in known if extent.may_be(stated.state)]
    before = extents[index - 1].last if index else 0
    after = extents[index + 1].first if index + 1 < len(extents) else len(tokens)
    own = next((stated for stated in known if extent.behind <= stated.first <= extent.last), None)
    if own is not None and not _has_object(tokens, own, extents[index + 1 :], words):
        return own
    left = next((stated for stated in reversed(known) if before <= stated.first and stated.last <= extent.first), None)
    if left is not None and not _governs_left(tokens, left, extent):
        left = None
    subject = extent.last < len(tokens) and tokens[extent.last].low in _AUXILIARIES | _PERFECT
    if left is not None and extent.first - left.last <= _ADJACENT and not subject:
        return left
    right = next(
        (each for each in known if extent.last <= each.first < after and not _is_of_another(tokens, each, words)), None
    )
    if right is not None and _governs_right(tokens, right, extent, extents[index + 1 :], words):
        return right
    if left is not None:
        return left
    lows = [token.low for token in tokens[max(before, extent.first - 5) : extent.first]]
    if extent.things & PEOPLE and any(low in words.lost for low in lows):
        return Stated(State.KILLED)
    return Stated(State.DEPLOYED if _is_strength(tokens, extent, before, words, armed) else State.NONE)


def _is_of_another(tokens: Sequence[Token], stated: Stated, words: Words) -> bool:
    """Say whether a word of state is of one who is named beside: `the funeral of a slain official`, `his death`."""
    if not stated.first or stated.last - stated.first > 1 or tokens[stated.first - 1].low not in _ARTICLES:
        return False
    low = tokens[stated.first].low
    following = tokens[stated.last] if stated.last < len(tokens) else None
    if low in _ONE:
        return following is None or following.low not in _COUNTED
    return (
        low in _ATTRIBUTIVE
        and following is not None
        and following.kind == WORD
        and following.low not in words.conjunctions | words.within | words.of | _AUXILIARIES | _PERFECT
    )


_COUNTED = word_set("toll rate")


def _has_object(tokens: Sequence[Token], stated: Stated, later: Sequence[Extent], words: Words) -> bool:
    """Say whether a word of state is a verb whose object is the next figure."""
    if not later or stated.last > later[0].first or later[0].first - stated.last > 1:
        return False
    if stated.first and tokens[stated.first - 1].low in _AUXILIARIES:
        return False
    return all(
        token.kind != SIGN and token.low not in words.conjunctions | words.within
        for token in tokens[stated.last : later[0].first]
    )


def _governs_left(tokens: Sequence[Token], stated: Stated, extent: Extent) -> bool:
    if extent.first - stated.last > _REACH_LEFT:
        return False
    between = tokens[stated.last : extent.first]
    if any(token.low in _BREAKS for token in between) or (between and between[-1].low in _PARTING):
        return False
    passive = any(token.low in _AUXILIARIES for token in tokens[max(0, stated.first - 2) : stated.first])
    infinitive = stated.first > 0 and tokens[stated.first - 1].low == "to"
    return not passive or infinitive or any(token.low == ":" for token in between)


def _governs_right(
    tokens: Sequence[Token], stated: Stated, extent: Extent, later: Sequence[Extent], words: Words
) -> bool:
    if stated.first - extent.last > _REACH_RIGHT or _has_object(tokens, stated, later, words):
        return False
    between = tokens[extent.last : stated.first]
    if any(token.low in _BREAKS for token in between):
        return False
    joined = bool(between) and between[-1].low in words.conjunctions
    if joined and len(between) == 1 and _opens_number(tokens, stated.last, words):
        return False  # "trapped 44 miners and killed at least one"
    return not (joined and len(between) == 1 and later and later[0].first - stated.last <= 2)


def _opens_number(tokens: Sequence[Token], place: int, words: Words) -> bool:
    """Say whether a number stands at a token, or what bounds one."""
    if place < len(tokens) and (tokens[place].kind == NUMBER or tokens[place].low in words.small):
        return True
    following = tuple(token.low for token in tokens[place : place + _LONGEST_PHRASE])
    return any(following[:length] in words.bounds_before for length in range(1, len(following) + 1))


def _is_strength(tokens: Sequence[Token], extent: Extent, before: int, words: Words, armed: Armed) -> bool:
    """Say whether a force is said to be so large: firms have members and people too, in texts without a soldier."""
    if not extent.things & FORCE:
        return False
    if is_of_force(tokens[: extent.first], words):
        return True
    left = tokens[max(before, extent.first - _REACH_LEFT) : extent.first]
    near = [token for token in (*left, *tokens[extent.last : extent.last + 4]) if token.low not in _HOLDING]
    said = has_phrase(near, words.strength)
    if not said and not any(token.low in _HOLDING for token in left[-_ADJACENT:]):
        return False
    if extent.things & ARMED or is_of_arms(tokens, words):
        return True
    return said and "member" in extent.things and armed()  # gangs and clubs have members too


def is_of_arms(tokens: Sequence[Token], words: Words) -> bool:
    """Say whether some tokens name a force or those who serve in one; a work force is none, nor what is in force."""
    return any(
        words.things.get(token.low) in ARMED
        or (token.low in words.forces and not (place and tokens[place - 1].low in _NO_FORCE))
        for place, token in enumerate(tokens)
    )


_NO_FORCE = word_set("work labour labor sales task market driving trade in into by")


def is_of_force(left: Sequence[Token], words: Words) -> bool:
    """Say whether a noun for a force and `of` are the last of some tokens."""
    return len(left) > 1 and left[-1].low in words.of and left[-2].low in words.forces


@cache
def _beginnings(phrases: frozenset[Phrase]) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases)


def has_phrase(tokens: Sequence[Token], phrases: frozenset[Phrase]) -> bool:
    """Say whether one of some phrases stands among tokens."""
    lows = [token.low for token in tokens]
    beginnings = _beginnings(phrases)
    return any(
        tuple(lows[place : place + length]) in phrases
        for place in range(len(lows))
        if lows[place] in beginnings
        for length in range(1, min(_LONGEST_PHRASE, len(lows) - place) + 1)
    )


def is_planned(tokens: Sequence[Token], extent: Extent, stated: Stated, words: Words) -> bool:
    """Say whether a figure is of what is expected, asked for or possible."""
    first = min(extent.first, stated.first) if stated.first >= 0 else extent.first
    last = max(extent.last, stated.last)
    clause = tokens[_clause_start(tokens, max(0, first - 10), first) : last]
    near = ["" if token.raw == "May" else token.low for token in clause]
    if any(low in words.planned for low in near) or has_future_ending(near, words):
        return True
    following = zip(near, near[1:], [*near[2:], ""], strict=False)
    return any(
        (one, two) == ("to", "be")
        or (one in _TO_BE and two == "to")
        or (one in ("est", "sont") and two == "a" and three.endswith(("er", "ir", "re")))
        for one, two, three in following
    )


def has_future_ending(lows: Sequence[str], words: Words) -> bool:
    """Say whether a verb has the ending of the future."""
    endings = words.planned_endings
    return bool(endings) and any(low.endswith(endings) and len(low) > 5 and low not in words.causes for low in lows)


def _clause_start(tokens: Sequence[Token], first: int, last: int) -> int:
    for place in range(last - 1, first - 1, -1):
        if tokens[place].low in (";", ":", "“", "«"):
            return place + 1
    return first


def is_negated(tokens: Sequence[Token], extent: Extent, stated: Stated, words: Words) -> bool:
    """Say whether a sentence denies what the figure is of."""
    first = min(extent.first, stated.first) if stated.first >= 0 else extent.first
    near = list(tokens[_clause_start(tokens, max(0, first - 6), first) : extent.first])
    if stated.first >= extent.last:
        near += tokens[extent.last : stated.first]
    lows = [token.low for token in near]
    if any(token.low in words.negated and not (len(token.raw) > 1 and token.raw.isupper()) for token in near):
        return True  # what stands in capitals is the short form of a name
    return any(low in ("’", "'") and after == "t" for low, after in pairwise(lows))


def causes_of(tokens: Sequence[Token], extent: Extent, scope: Scope, words: Words) -> frozenset[str]:
    """Return how it came about, as far as the words around the figure say.

    One attack is not how all came about that are counted over a longer time.
    """
    told = {token.low: words.causes[token.low] for token in _around(tokens, extent) if token.low in words.causes}
    if scope is Scope.TOTAL:
        told = {low: cause for low, cause in told.items() if cause != "attack" or low not in words.singular_events}
    return frozenset(told.values())


def _around(tokens: Sequence[Token], extent: Extent) -> list[Token]:
    first = max(0, extent.first - _REACH_CAUSE)
    last = min(len(tokens), extent.last + _REACH_CAUSE)
    for place in range(extent.first - 1, first - 1, -1):
        if tokens[place].low in _BREAKS:
            first = place + 1
            break
    for place in range(extent.last, last):
        if tokens[place].low in _BREAKS:
            last = place
            break
    return [*tokens[first : extent.first], *tokens[extent.last : last]]


def scope_of(tokens: Sequence[Token], extent: Extent, when: Span | None, since: bool, words: Words) -> Scope:
    """Say whether a figure counts one event or everything up to a day."""
    near = _around(tokens, extent)
    if since or (when is not None and _is_up_to(tokens, words)):
        return Scope.TOTAL
    if _is_of_event_named(tokens, extent, words):
        return Scope.EVENT
    if when is not None and len(when) <= _BRIEF:
        return Scope.EVENT
    if has_phrase(near, words.totals):
        return Scope.TOTAL
    if any(token.low in words.singular_events for token in near):
        return Scope.EVENT
    return Scope.TOTAL if any(token.low in words.plural_events for token in near) else Scope.OPEN


def _counts_from(tokens: Sequence[Token], extent: Extent, words: Words) -> bool:
    """Say whether a sentence counts from a day on; `closed since the blast which killed two` closes, and counts not."""
    return any(token.low in words.since for token in tokens) and not _is_of_event_named(tokens, extent, words)


def _is_of_event_named(tokens: Sequence[Token], extent: Extent, words: Words) -> bool:
    """Say whether a figure stands in what is told of an event since which something else holds."""
    lows = [token.low for token in tokens[: extent.first]]
    since = next((place for place in reversed(range(len(lows))) if lows[place] in words.since), None)
    if since is None:
        return False
    event = next((place for place in range(since + 1, len(lows)) if lows[place] in words.singular_events), None)
    return event is not None and any(low in words.told_of for low in lows[event + 1 : event + 3])


def _is_up_to(tokens: Sequence[Token], words: Words) -> bool:
    """Say whether a sentence opens with the day up to which it counts: `By Friday more than 500 had left`."""
    return bool(tokens) and tokens[0].low in words.until


def when_of(
    tokens: Sequence[Token], extent: Extent, timexes: Sequence[Timex], words: Words
) -> tuple[Span | None, bool]:
    """Return the days that the sentence names nearest to a figure, and whether it counts from them on."""
    start, end = tokens[extent.first].start, tokens[extent.last - 1].end
    best: tuple[int, Timex] | None = None
    for timex in timexes:
        if timex.span is None or (timex.start < end and start < timex.end) or _is_of_saying(tokens, timex, words):
            continue
        distance = timex.start - end if timex.start >= end else start - timex.end
        if best is None or distance < best[0]:
            best = distance, timex
    return (best[1].span if best else None), _counts_from(tokens, extent, words)


def _is_of_saying(tokens: Sequence[Token], timex: Timex, words: Words) -> bool:
    """Say whether a date is that of the statement alone, as in `a spokesman said on Tuesday`."""
    before = [token.low for token in tokens if token.end <= timex.start][-2:]
    if before and before[-1] in words.on_a_day:
        before.pop()
    return bool(before) and before[-1] in words.says


def change_of(tokens: Sequence[Token], extent: Extent, words: Words) -> Direction:
    """Say whether a number tells by how much something rose or fell: `rose 3%`, `dropped by 2`, `up 58 points`."""
    place = extent.first - 1
    if place >= 0 and tokens[place].low in words.by:
        place -= 1
    low = tokens[place].low if place >= 0 else ""
    if place > 0 and tokens[place - 1].low in _PHRASAL:
        return Direction.NONE
    return Direction.UP if low in words.up else Direction.DOWN if low in words.down else Direction.NONE
