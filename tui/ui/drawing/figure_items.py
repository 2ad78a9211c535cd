"""What the list of figures holds: each question as a heading, and below it a line for each figure that answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tui.base.progress import Stop, never
from tui.dossier.credit import told_by
from tui.errors import Cancelled
from tui.figures.comparison import Verdict
from tui.figures.figure import Bound, Figure
from tui.figures.questions import GRAVITY, Answer, Pair, Question
from tui.locale import N_, _, stored
from tui.ui.drawing.date_labels import published_label

_SIGNS = {
    Bound.AT_LEAST: "≥ ",
    Bound.MORE_THAN: "> ",
    Bound.AT_MOST: "≤ ",
    Bound.LESS_THAN: "< ",
    Bound.ABOUT: "~ ",
}
NO_OUTLET = N_("no outlet named")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list: a figure, or the question that the figures below it answer."""

    question: Question
    place: int | None = None
    """The place of the figure in its question; None for the question itself."""
    pairs: tuple[Pair, ...] = ()
    """The comparisons in which the figure stands, the gravest first."""

    @property
    def answer(self) -> Answer | None:
        """The figure with its article; None for a question."""
        return None if self.place is None else self.question.answers[self.place]

    @property
    def verdict(self) -> Verdict | None:
        """The gravest verdict on the figure; None where it was compared with no other."""
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
    yield Item(question)
    for place, own in enumerate(pairs):
        yield Item(question, place, tuple(sorted(own, key=_gravest_first)))


def _gravest_first(pair: Pair) -> int:
    return -GRAVITY.index(pair.comparison.verdict)


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
            if kept and kept[-1].place is None:
                kept.pop()
            kept.append(item)
        elif all(word in _told(item).casefold() for word in wanted):
            kept.append(item)
    if kept and kept[-1].place is None:
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
        figures = [item for item in lines if item.place is not None]
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


def outlet(answer: Answer) -> str:
    """Name who tells a figure."""
    return told_by(answer.report.source, answer.report.retold) or _(NO_OUTLET)


def day(answer: Answer) -> str:
    """Name the day on which a figure was published."""
    return published_label(answer.report.published)


def verdict_words(item: Item) -> str:
    """Say in a word or three how a figure stands to the others of its question."""
    return _("not compared") if item.verdict is None else _(item.verdict.value)


def comparisons(item: Item) -> tuple[str, ...]:
    """Say how a figure stands to each other one, the gravest first: `contradicts: “5 men” (Le Jour, 4 Mar 2031), …`."""
    return tuple(_compared(item, pair) for pair in item.pairs)


def _compared(item: Item, pair: Pair) -> str:
    other = item.question.answers[pair.other if pair.one == item.place else pair.one]
    told = f"“{other.figure.text}” ({outlet(other)}, {day(other)})"
    return f"{_(pair.comparison.verdict.value)}: {told}, {stored(pair.comparison.reason)}"
