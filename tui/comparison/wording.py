"""How a comparison is told: the fact difference in sentences, and what the kinds of rows are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.comparison.difference import Difference
from tui.comparison.facts import Fact, FactKind
from tui.comparison.pair import Pair, Printings
from tui.locale import _, ngettext

LONGEST = 120
"""Characters of a fact; of a longer one, which is a quotation, the beginning is told."""


def fact_words(fact: Fact) -> str:
    """Return a fact as its text has it; quotations between marks."""
    words = printable_line(fact.text)
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0] + " …"
    return f"“{words}”" if fact.kind is FactKind.QUOTATION else words


def _stated(fact: Fact, other: Fact) -> str:
    """Return a fact that differs; of a figure in the same words, what happened to those that it counts as well."""
    figure = fact.figure
    if figure is None or not figure.state or fact.words != other.words:
        return fact_words(fact)
    return _("{figure} {state}").format(figure=fact_words(fact), state=_(figure.state.value))


class Kin(NamedTuple):
    """The differences of one kind in a group, in the order of the texts."""

    kind: FactKind
    facts: tuple[tuple[str, Difference], ...]
    """Each with its words alone; there is one at least."""

    @property
    def words(self) -> str:
        """All of them in one line: `figure: 12 boats`, `2 names: Orma · Varn`."""
        return f"{self.heading} {' · '.join(words for words, _difference in self.facts)}"

    @property
    def heading(self) -> str:
        """What they are, with their number where there are several."""
        what = counted(len(self.facts), self.kind.value) if len(self.facts) > 1 else _(self.kind.value)
        return _("{heading}:").format(heading=what)


class Group(NamedTuple):
    """The differences of one sort: what is told differently, or what only one side has."""

    heading: str
    """With their number."""
    side: int | None
    """The side that has them, 0 or 1; None where both do."""
    kinds: tuple[Kin, ...]

    @property
    def lines(self) -> list[str]:
        """What is told differently each in a line, what only one side has in a line for each kind."""
        if self.side is not None:
            return [kin.words for kin in self.kinds]
        return [f"{_(kin.kind.value)}: {words}" for kin in self.kinds for words, _difference in kin.facts]


def difference_groups(pair: Pair) -> Iterator[Group]:
    """Yield what differs, then what each side left out; of two that tell different stories, what each has."""
    one, other = pair.names
    found = pair.comparison.differences
    both = [
        (f"{_stated(each.one, each.other)} → {_stated(each.other, each.one)}", each)
        for each in found
        if each.one is not None and each.other is not None
    ]
    if both:
        yield _group(_("Told differently"), None, both)
    if pair.apart:
        headings = (_("Only in {outlet}").format(outlet=one), _("Only in {outlet}").format(outlet=other))
    else:
        headings = (_("Left out by {outlet}").format(outlet=other), _("Left out by {outlet}").format(outlet=one))
    for heading, side in zip(headings, (0, 1), strict=True):
        alone = ((each, (each.one, each.other)[side]) for each in found if (each.one, each.other)[1 - side] is None)
        facts = [(fact_words(fact), each) for each, fact in alone if fact is not None]
        if facts:
            yield _group(heading, side, facts)


def _group(heading: str, side: int | None, facts: Sequence[tuple[str, Difference]]) -> Group:
    kinds = [Kin(kind, tuple(each for each in facts if each[1].kind is kind)) for kind in FactKind]
    counting = _("{heading} · {count}").format(heading=heading, count=counted(len(facts), "fact"))
    return Group(counting, side, tuple(kin for kin in kinds if kin.facts))


def sum_words(pair: Pair) -> str:
    """Say how far the two tell the same, how many facts differ, and how many only one side has."""
    corresponding, shorter = pair.comparison.corresponding
    sentences = counted(shorter, "sentence")
    told = _("{count:,} of {sentences} with a counterpart").format(count=corresponding, sentences=sentences)
    if pair.apart:
        return _("These two tell different stories: {correspondence}").format(correspondence=told)
    found = pair.comparison.differences
    differ = sum(None not in (each.one, each.other) for each in found)
    alone = len(found) - differ
    parts = [told, differing(differ) if differ else _("no fact differs")]
    if alone:
        parts.append(_("{facts} on one side only").format(facts=counted(alone, "fact")))
    return " · ".join(parts)


def only_words(pair: Pair, side: int) -> str:
    """Say how many facts of each kind only one side has: `only here: 2 figures, 1 name`."""
    only = [
        difference.kind
        for difference in pair.comparison.differences
        if (difference.one, difference.other)[1 - side] is None
    ]
    counts = [counted(only.count(kind), kind.value) for kind in FactKind if kind in only]
    if not counts:
        return _("only here: no fact")
    return _("only here: {facts}").format(facts=", ".join(counts))


def share_words(pair: Pair, side: int) -> str:
    """Say how much of the words of one side stands in the other one: `77 % of its words there too`."""
    share = pair.comparison.shared[side]
    percent = 99 if 0.99 < share < 1 else round(100 * share)  # never all where a word is missing
    return _("{percent} % of its words there too").format(percent=percent)


def differing(number: int) -> str:
    """Count the facts that both have and that differ."""
    return ngettext("{count} fact differs", "{count} facts differ", number).format(count=number)


def first_words(printings: Printings) -> str:
    """Say which printing came first, and which is taken for the wire."""
    wire = printings.wire
    name = wire.source or wire.id
    told = _("The wire is that of {outlet}.").format(outlet=name)
    first = printings.first
    if first is None:
        return _("{wire} Which was printed first cannot be said: the days overlap, or none is known.").format(wire=told)
    return _("{wire} {outlet} printed it first, on {day}.").format(
        wire=told, outlet=first.source or first.id, day=first.day
    )
