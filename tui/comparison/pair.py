"""Two articles with what they are and how they compare, and the printings of one text beside its wire."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.base.days import Span
from tui.comparison.alignment import Correspondence, Row
from tui.comparison.comparison import Comparison
from tui.locale import _
from tui.proof.attributions import canonical

_AGENCIES = frozenset(
    (
        "afp", "ap", "reuters", "dpa", "upi", "aa", "efe", "xinhua", "tass", "apa", "ansa", "belga", "kyodo", "pti",
        "ians", "nan", "panapress", "bernama", "yonhap",
    )
)  # fmt: skip
"""Folded names of news agencies; articles of these are what others print."""


class ComparedArticle(NamedTuple):
    """What a comparison shows of an article besides its text."""

    number: int
    id: str
    title: str
    source: str
    """As it is credited: `AFP`, `retold from AFP`; empty where no source is named."""
    outlet: str
    """The source alone."""
    published: Span | None
    day: str
    """The day as ISO 8601 writes it; empty without one."""
    words: int
    text: str
    language: str = ""


def _named(told: ComparedArticle) -> str:
    """Return an outlet's name, or the title where no outlet is named; of a retelling, with a word that it is one."""
    name = told.outlet or (f"“{told.title}”" if told.title else told.id)
    return name if told.outlet == told.source else _("{outlet} (retold)").format(outlet=name)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles compared."""

    one: ComparedArticle
    other: ComparedArticle
    comparison: Comparison

    @property
    def apart(self) -> bool:
        """Whether the two tell different stories, so that nothing was left out."""
        return self.comparison.apart

    @property
    def names(self) -> tuple[str, str]:
        """What to call each in a sentence: by its outlet; with the day or the id where the outlets are one."""
        for kind in (_named, lambda told: f"{_named(told)}, {told.day}"):
            one, other = kind(self.one), kind(self.other)
            if one != other and one and other:
                return one, other
        return f"{_named(self.one)} {self.one.id}", f"{_named(self.other)} {self.other.id}"

    def sentences(self, row: Row, side: int) -> list[str]:
        """Return the sentences of a row: those of the first article for 0, of the other one for 1."""
        held = (self.comparison.ones, self.comparison.others)[side]
        text = (self.one, self.other)[side].text
        return [text[held[place].start : held[place].end] for place in (row.ones, row.others)[side]]

    def only(self, side: int) -> int:
        """Count the sentences that only one side has."""
        return sum(
            row.kind is Correspondence.ONLY and bool((row.ones, row.others)[side]) for row in self.comparison.rows
        )


@dataclass(frozen=True, slots=True)
class Printings:
    """The articles that are copies of one text, each beside the wire."""

    wire: ComparedArticle
    """The article of an agency; without one, what was printed first."""
    first: ComparedArticle | None
    """What was printed first; None where no day is known, or several are of the first one."""
    pairs: tuple[Pair, ...]
    """The wire with each other one, by day."""


def wire_of(printed: Sequence[ComparedArticle]) -> tuple[ComparedArticle, ComparedArticle | None]:
    """Return the wire among some copies, and which of them was printed first: one of an agency, else the earliest."""
    dated = sorted((told for told in printed if told.published is not None), key=_day)
    first = dated[0] if dated else None
    if first is not None and any(_overlaps(first, told) for told in dated[1:]):
        first = None
    agencies = [told for told in (*dated, *printed) if canonical(told.outlet) in _AGENCIES]
    return (agencies[0] if agencies else dated[0] if dated else printed[0]), first


def by_day(told: ComparedArticle) -> tuple[bool, object, str]:
    """Return what puts articles in the order of their days, those without one last."""
    return told.published is None, told.published.first if told.published else 0, told.id


def _day(told: ComparedArticle) -> tuple[object, str]:
    assert told.published is not None
    return told.published.first, told.id


def _overlaps(one: ComparedArticle, other: ComparedArticle) -> bool:
    assert one.published is not None
    assert other.published is not None
    return one.published.first <= other.published.last and other.published.first <= one.published.last
