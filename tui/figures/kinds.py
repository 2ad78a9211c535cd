"""The kinds of a question's figures: which of them count alike, and what sets those apart from the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.figures.comparison import CAUSES, Verdict, alike, part_of_force
from tui.figures.figure import Figure, State
from tui.figures.questions import GRAVITY, Pair, Question
from tui.locale import N_


@dataclass(frozen=True, slots=True)
class ComparableFigures:
    """Figures of a question that count alike."""

    places: tuple[int, ...]
    """Their places in the question, ascending."""
    traits: tuple[str, ...]
    """What sets them apart from the other kinds, in a few words each; empty for what is left over."""
    verdict: Verdict | None
    """How they stand to each other, the gravest first and `DIFFERENT` last; None where no two were compared."""


ANY_CAUSE = N_("whatever the cause")
WHOLE_FORCE = N_("the whole force")
EXPECTED = N_("expected")
DENIED = N_("denied")
_TOLD = (*GRAVITY[:3], Verdict.CONTRADICTS)
"""The verdicts that tell how figures of one kind stand to each other."""


def kinds_of(question: Question) -> tuple[ComparableFigures, ...]:
    """Return the kinds of a question, those with most figures first; figures that have none beside them come last."""
    figures = [answer.figure for answer in question.answers]
    parts = _parts(figures)
    several = sorted((part for part in parts if len(part) > 1), key=lambda part: (-len(part), part))
    alone = tuple(sorted(place for part in parts if len(part) == 1 for place in part))
    if len(parts) == 1 or not several:
        return (_kind(question, alone or parts[0], ()),)
    caused = any(_causes(figure) for figure in figures)
    signs = [(_causes(figures[part[0]]), figures[part[0]].planned, figures[part[0]].negated) for part in several]
    found = []
    for part, own in zip(several, signs, strict=True):
        traits = _traits(own, caused)
        traits += _counted(figures, part) if signs.count(own) > 1 or not traits else ()
        found.append(_kind(question, part, traits))
    return (*found, *([_kind(question, alone, ())] if alone else []))


def _parts(figures: list[Figure]) -> list[tuple[int, ...]]:
    """Part figures so that those that count alike are together."""
    parts: list[list[int]] = []
    for place, figure in enumerate(figures):
        own = [part for part in parts if any(alike(figure, figures[other]) for other in part)]
        parts = [part for part in parts if part not in own]
        parts.append([*(other for part in own for other in part), place])
    return [tuple(sorted(part)) for part in parts]


def _kind(question: Question, places: tuple[int, ...], traits: tuple[str, ...]) -> ComparableFigures:
    verdicts = {pair.comparison.verdict for pair in inner_pairs(question, places)}
    told = [verdict for verdict in _TOLD if verdict in verdicts]
    return ComparableFigures(places, traits, told[-1] if told else Verdict.DIFFERENT if verdicts else None)


def inner_pairs(question: Question, places: Iterable[int]) -> list[Pair]:
    """Return the pairs of which both figures stand at some places."""
    own = set(places)
    return [pair for pair in question.pairs if pair.one in own and pair.other in own]


def _traits(sign: tuple[frozenset[str], bool, bool], caused: bool) -> tuple[str, ...]:
    causes, planned, negated = sign
    told = [CAUSES[cause] for cause in sorted(causes)] or [ANY_CAUSE] if caused else []
    return (*told, *([EXPECTED] if planned else ()), *([DENIED] if negated else ()))


def _counted(figures: list[Figure], part: Iterable[int]) -> tuple[str, ...]:
    """Return what the figures of a kind count."""
    own = [figures[place] for place in part]
    if own[0].state is State.DEPLOYED and not part_of_force(own[0]):
        return (WHOLE_FORCE,)
    return (", ".join(sorted(frozenset().union(*(figure.things for figure in own)))),)


def _causes(figure: Figure) -> frozenset[str]:
    return figure.causes - {"duty"}
