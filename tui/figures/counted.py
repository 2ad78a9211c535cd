"""What two figures count: the same force, people, place or things, as far as their sentences say."""

from __future__ import annotations

from tui.figures.figure import Figure, State
from tui.figures.languages.names import MISSIONS, NATIONS, UN
from tui.figures.nouns import PEOPLE


def same_force(a: Figure, b: Figure) -> bool:
    """Say whether both count one force by name: what was, is and will be its strength is one matter."""
    one, other = (figure.names | figure.owners | figure.setting for figure in (a, b))
    return a.state is b.state is State.DEPLOYED and bool(one & other - NATIONS)


def came_of(a: Figure, b: Figure) -> bool:
    """Say whether one may be what was expected and the other what came of it: of like things, with a name in common."""
    named = (a.names | a.owners) & (b.names | b.owners)
    return a.planned != b.planned and bool(named) and related(a.things, b.things)


def same_owner(a: Figure, b: Figure) -> bool:
    """Say whether both sentences name the same place, body or person; what stands around them is not enough.

    A nation alone is not: two storms can strike one on one day. Two sentences that each name a nation which the other
    does not may be of different people.
    """
    nations = a.names & NATIONS, b.names & NATIONS
    if nations[0] - nations[1] and nations[1] - nations[0]:
        return False
    shared = (a.names | a.owners) & (b.names | b.owners)
    return bool(shared - NATIONS)


def strangers(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets, neither of them empty, have nothing in common."""
    return bool(one and other) and not one & other


def may_share_owner(a: Figure, b: Figure) -> bool:
    """Say whether two figures may be of the same people or place.

    What is of the UN may be of one of its missions, where the text that says UN speaks of that mission as well.
    """
    if not strangers(a.owners, b.owners):
        return True
    for whole, part in ((a, b), (b, a)):
        if UN in whole.owners and part.owners & MISSIONS & (whole.names | whole.setting):
            return True
    return False


_PARTS = {
    "peacekeeper": frozenset({"soldier", "police", "member"}),
    "member": frozenset({"soldier", "police", "peacekeeper"}),
    "civilian": PEOPLE - {"soldier", "police", "peacekeeper", "member", "fighter", "person"},
}
"""Kinds of people that the words of another kind may mean as well."""


def related(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of kinds may mean the same things."""
    if one & other:
        return True
    wide = frozenset().union(*(_PARTS.get(thing, frozenset()) for thing in one | other))
    people = one | other
    return bool(wide & people) or ("person" in people and people <= PEOPLE)
