"""How a comparison is told: the fact difference in sentences, and what the kinds of rows are called."""

from __future__ import annotations

from collections.abc import Iterator

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


def difference_lines(pair: Pair) -> Iterator[tuple[str, Difference]]:
    """Yield one line for each difference: what each side left out, then what differs."""
    one, other = pair.names
    found = pair.comparison.differences
    for outlet, missing in ((other, False), (one, True)):
        for difference in found:
            fact = difference.one if difference.other is None else difference.other
            if fact is not None and (difference.one is None) == missing and None in (difference.one, difference.other):
                yield (
                    _("left out by {outlet} · {kind}: {fact}").format(
                        outlet=outlet, kind=_(difference.kind.value), fact=fact_words(fact)
                    ),
                    difference,
                )
    for difference in found:
        if difference.one is not None and difference.other is not None:
            yield (
                _("differs · {kind}: {one} → {other}").format(
                    kind=_(difference.kind.value),
                    one=_stated(difference.one, difference.other),
                    other=_stated(difference.other, difference.one),
                ),
                difference,
            )


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
