"""Answers: the figures of articles that can answer a question, each with the article that gives it."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from tui.base.days import Span
from tui.figures.comparison import Dated
from tui.figures.figure import Figure, State
from tui.figures.languages.english import TIME_UNITS


@dataclass(frozen=True, slots=True)
class Report:
    """An article as its figures are taken."""

    number: int
    """The article's number in the catalogue."""
    id: str
    source: str
    """The outlet; empty where it is unknown."""
    published: Span | None
    figures: tuple[Figure, ...]
    text: str = ""
    retells: bool = False
    """Whether it only sums up other articles of the dossier; it is then no witness and is left out."""
    copied_from: str = ""
    """Where its text is a copy of another article's, that one's witness."""
    retold: bool = False
    """Whether it is told in other words than the source's, which must not be quoted as such."""
    fault: str = ""
    """The name of the error that cost it its figures; empty where there was none."""

    @property
    def witness(self) -> str:
        """Who tells it: the source, or the article where that is unknown; for a copy, whom it copies."""
        return self.copied_from or self.source or self.id


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure as one article gives it."""

    report: Report
    figure: Figure

    @property
    def dated(self) -> Dated:
        """The figure with the day of its article."""
        return Dated(self.figure, self.report.published)

    @property
    def sentence(self) -> str:
        """The sentence in which it stands."""
        return self.report.text[self.figure.sentence_start : self.figure.sentence_end]


def answers_of(report: Report) -> list[Answer]:
    """Return the figures of an article that answer something; one that it repeats is of the day it once names."""
    days: dict[object, Span] = {}
    for figure in report.figures:
        day = figure.when or figure.about
        if day is not None and not figure.since:
            days.setdefault(_repeated(figure), day)
    return [
        Answer(report, replace(figure, about=days.get(_repeated(figure))) if figure.when is None else figure)
        for figure in report.figures
        if is_answer(figure)
    ]


def _repeated(figure: Figure) -> object:
    return figure.state, figure.value, figure.bound, figure.things


def is_answer(figure: Figure) -> bool:
    """Say whether a figure can answer a question: it has a state, is no time and no share, and no pick from a set."""
    told = figure.state is not State.NONE and figure.unit not in TIME_UNITS and not figure.unit.startswith("percent")
    return told and not figure.partitive and not _is_compound(figure) and _has_number(figure)


def _is_compound(figure: Figure) -> bool:
    """Say whether the number is a part of an adjective: `a two-state solution`."""
    return bool(figure.noun) and figure.text.endswith(f"-{figure.noun}")


def _has_number(figure: Figure) -> bool:
    return any(number is not None for number in (figure.value, figure.low, figure.high))
