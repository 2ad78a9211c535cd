"""What the list of figures holds: each question as a heading, and below it a line for each figure that answers it.

Where the figures of a question do not all count alike, those that do stand together below a heading of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from tui.base.progress import Stop, never
from tui.dossier.credit import told_by
from tui.errors import Cancelled
from tui.figures.answers import Answer
from tui.figures.comparison import OTHER_TIME, UNKNOWN_TIME, Verdict
from tui.figures.kinds import ComparableFigures, kinds_of
from tui.figures.questions import GRAVITY, Pair, Question
from tui.figures.wording import by_reason, kinds_words
from tui.locale import N_, _, stored
from tui.ui.drawing.date_labels import published_label

NO_OUTLET = N_("no outlet named")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list: a figure, or the question or the kind to which the figures below it belong."""

    question: Question
    place: int | None = None
    """The place of the figure in its question; None for a heading."""
    pairs: tuple[Pair, ...] = ()
    """The comparisons in which the figure stands: contradictions, those with what counts alike, then the others."""
    kind: ComparableFigures | None = None
    """The kind of the figures below, where the line is its heading."""
    plotted: tuple[int, ...] = ()
    """The places of the figures that a heading plots: those below it, where all of them count alike."""
    lead: str = ""
    """What the heading of a question's first kind says of all of its kinds."""

    @property
    def answer(self) -> Answer | None:
        """The figure with its article; None for a heading."""
        return None if self.place is None else self.question.answers[self.place]

    @property
    def verdict(self) -> Verdict | None:
        """How the figure stands to those that count alike, else to the others; None where there are none."""
        return self.pairs[0].comparison.verdict if self.pairs else None

    @property
    def name(self) -> tuple[str, int, int] | None:
        """What tells the figure from every other one: its question, its article, its first character."""
        answer = self.answer
        return None if answer is None else (self.question.label, answer.report.number, answer.figure.start)


def items_of(questions: Iterable[Question]) -> tuple[Item, ...]:
    """Return the lines of all questions, in their order."""
    return tuple(item for question in questions for item in _lines(question))


def _lines(question: Question) -> Iterator[Item]:
    pairs: list[list[Pair]] = [[] for _ in question.answers]
    for pair in question.pairs:
        pairs[pair.one].append(pair)
        pairs[pair.other].append(pair)
    kinds = kinds_of(question)
    yield Item(question, plotted=_alike(kinds[0]) if len(kinds) == 1 else ())
    for number, kind in enumerate(kinds):
        if len(kinds) > 1:
            lead = kinds_words(question, kinds) if number == 0 else ""
            yield Item(question, kind=kind, plotted=_alike(kind), lead=lead)
        for place in kind.places:
            yield Item(question, place, tuple(sorted(pairs[place], key=partial(_telling_first, kind))))


def _alike(kind: ComparableFigures) -> tuple[int, ...]:
    """Return the places of a kind, none where its figures are left over and have nothing in common."""
    return () if kind.verdict in (None, Verdict.DIFFERENT) else kind.places


def _telling_first(kind: ComparableFigures, pair: Pair) -> tuple[bool, bool, int]:
    verdict = pair.comparison.verdict
    inside = pair.one in kind.places and pair.other in kind.places and verdict is not Verdict.DIFFERENT
    return verdict is not Verdict.CONTRADICTS, not inside, -GRAVITY.index(verdict)


def filtered(items: Sequence[Item], words: str, stop: Stop = never) -> tuple[Item, ...]:
    """Return the figures that have all `words` in question, sentence, outlet, day or verdict, with their questions.

    Raises `Cancelled` soon after `stop` answers yes.
    """
    wanted = words.casefold().split()
    if not wanted:
        return tuple(items)
    kept: list[Item] = []
    for item in items:
        if stop():
            raise Cancelled
        if item.place is None:
            while kept and kept[-1].place is None and (item.kind is None or kept[-1].kind is not None):
                kept.pop()
            kept.append(replace(item, lead=""))  # which tells of figures that may be left out
        elif all(word in _told(item).casefold() for word in wanted):
            kept.append(item)
    while kept and kept[-1].place is None:
        kept.pop()
    return tuple(kept)


def _told(item: Item) -> str:
    answer = item.answer
    assert answer is not None
    parts = (item.question.label, answer.sentence, outlet(answer), day(answer), verdict_words(item))
    return "\n".join(parts)


def narrowed(items: Iterable[Item]) -> tuple[Question, ...]:
    """Return the questions with only those figures that are listed, and the comparisons among them."""
    kept: list[Question] = []
    for _question, lines in groupby(items, key=lambda item: id(item.question)):
        figures = sorted((item for item in lines if item.place is not None), key=lambda item: item.place or 0)
        if not figures:
            continue
        question = figures[0].question
        places = {item.place: place for place, item in enumerate(figures)}
        pairs = tuple(
            replace(pair, one=places[pair.one], other=places[pair.other])
            for pair in question.pairs
            if pair.one in places and pair.other in places
        )
        answers = tuple(question.answers[place] for place in places if place is not None)
        kept.append(replace(question, answers=answers, pairs=pairs))
    return tuple(kept)


def outlet(answer: Answer) -> str:
    """Name who tells a figure."""
    return told_by(answer.report.source, answer.report.retold) or _(NO_OUTLET)


def day(answer: Answer) -> str:
    """Name the day on which a figure was published."""
    return published_label(answer.report.published)


def verdict_words(item: Item) -> str:
    """Say in a word or three how a figure stands to those that count alike, or else to the others."""
    if item.verdict is None:
        return _("not compared")
    return _(OF_OTHER_TIME) if item.pairs[0].comparison.reason in _OF_TIME else _(item.verdict.value)


OF_OTHER_TIME = N_("of another time")
_OF_TIME = (OTHER_TIME, UNKNOWN_TIME)


def comparisons(item: Item) -> tuple[tuple[str, int], ...]:
    """Say how a figure stands to the others, by verdict and reason, each with how many others that are.

    The words are as in `contradicts (the same thing at the same time, …): “5 men” (Le Jour, 4 Mar 2021)`.
    """
    return tuple((_compared(item, pairs), len(pairs)) for pairs in by_reason(item.pairs).values())


_NAMED = 2
"""Figures that are named of those to which one stands in the same way."""


def _compared(item: Item, pairs: Sequence[Pair]) -> str:
    others = [item.question.answers[pair.other if pair.one == item.place else pair.one] for pair in pairs]
    told = "; ".join(f"“{other.figure.text}” ({outlet(other)}, {day(other)})" for other in others[:_NAMED])
    if len(others) > _NAMED:
        told = _("{pairs}; and {count:,} more").format(pairs=told, count=len(others) - _NAMED)
    comparison = pairs[0].comparison
    return f"{_(comparison.verdict.value)} ({stored(comparison.reason)}): {told}"
