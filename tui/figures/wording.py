"""Figures in words: a number with its bound, and what is said of figures that count alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.figures.comparison import Verdict
from tui.figures.figure import Bound, Figure
from tui.figures.kinds import ComparableFigures
from tui.figures.questions import Pair, Question
from tui.locale import _

_SIGNS = {
    Bound.AT_LEAST: "≥ ",
    Bound.MORE_THAN: "> ",
    Bound.AT_MOST: "≤ ",
    Bound.LESS_THAN: "< ",
    Bound.ABOUT: "~ ",
}


def figure_label(figure: Figure) -> str:
    """Write the number with its bound and unit: `303`, `≥ 310`, `~ 15,000`, `6–8 km`."""
    if figure.value is not None:
        number = _SIGNS.get(figure.bound, "") + _written(figure.value)
    elif figure.low is not None and figure.high is not None:
        number = f"{_written(figure.low)}–{_written(figure.high)}"
    elif figure.low is not None:
        number = f"≥ {_written(figure.low)}"
    else:
        number = f"≤ {_written(figure.high or 0)}"
    return f"{number} {figure.unit}".rstrip()


def _written(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,}"


def kind_words(question: Question, kind: ComparableFigures) -> str:
    """Say what sets the figures of a kind apart, and how they stand to each other: `in attacks · same`."""
    if not kind.traits:
        return _("each of another kind than the others")
    traits = [_(trait) for trait in kind.traits]
    if kind.verdict is Verdict.DIFFERENT:
        traits.append(_("of different times"))
    elif kind.verdict is not None:
        traits.append(_(kind.verdict.value) + _grown(question, kind))
    return " · ".join(traits)


def kinds_words(question: Question, kinds: Sequence[ComparableFigures]) -> str:
    """Say how a question's figures are counted and what the latest of each kind is; nothing where they are of one kind.

    It reads `counted differently: whatever the cause ≥ 310; in attacks > 180`.
    """
    told = []
    for kind in kinds:
        dated = [place for place in kind.places if question.answers[place].report.published is not None]
        if kind.traits and dated:
            told.append(" ".join((*map(_, kind.traits), figure_label(question.answers[dated[-1]].figure))))
    return _("counted differently: {kinds}").format(kinds="; ".join(told)) if len(told) > 1 else ""


def _grown(question: Question, kind: ComparableFigures) -> str:
    """Return the first and the last number of a kind that grows."""
    dated = [place for place in kind.places if question.answers[place].report.published is not None]
    if kind.verdict is not Verdict.GROWS or len(dated) < 2:
        return ""
    first, last = (figure_label(question.answers[place].figure) for place in (dated[0], dated[-1]))
    return f", {first} → {last}"


def by_reason(pairs: tuple[Pair, ...]) -> Mapping[tuple[Verdict, str], list[Pair]]:
    """Return pairs by their verdict and its reason, in the order in which those come up."""
    found: dict[tuple[Verdict, str], list[Pair]] = {}
    for pair in pairs:
        found.setdefault((pair.comparison.verdict, pair.comparison.reason), []).append(pair)
    return found
