"""A chronology as a list: one item for each dated statement, in the order in which it is read.

Statements of one event follow one another; a date that stands for several of them is shown at the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.base.printable import printable_line
from tui.chronology.chronology import Chronology, DatedStatement, Dating, Event
from tui.dates import Timex, TimexType
from tui.dossier.article import NO_SOURCE
from tui.locale import _
from tui.ui.drawing.date_labels import OPEN, published_label, range_label

NO_BREAK = "\xa0"
"""A space within a date, where no line may end; drawn as a space."""
UNKNOWN = NO_SOURCE
_ENOUGH = 4
"""Sources named in the heading of a dispute; the others are counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """One statement as the chronology lists it."""

    statement: DatedStatement
    event: int
    """The number of its event, from 0; -1 for what could not be placed."""
    date: str = ""
    """The date that stands beside it; empty where the statement above shows it already."""
    heading: str = ""
    """What is said above it: which dates are disputed and who gives which."""
    opens: bool = False
    """Whether another event begins here."""
    shared: bool = False
    """Whether several statements report this event."""
    disputed: bool = False
    title: str = ""
    """The article's title, where nothing else says which article it is."""
    here: str = ""
    """The date that this statement gives, where that differs from the one shown, or is vaguer."""
    month: str = ""
    """The head that stands above the event: a month and its year, or what is listed at the end."""
    more: int = 0
    """How many statements of the same date are folded away behind this one."""


def items_of(found: Chronology, titles: Mapping[int, str] | None = None) -> tuple[Item, ...]:
    """List the statements of a chronology: events first, then what could not be placed.

    `titles` are those of the articles that name no source, by number.
    """
    listed = [item for number, entry in enumerate(found.entries) for item in entry_items(number, entry)]
    listed += map(open_item, found.unplaced)
    return tuple(replace(item, title=(titles or {}).get(item.statement.number, "")) for item in listed)


def open_item(told: DatedStatement) -> Item:
    """List a statement whose date could not be placed."""
    return Item(told, -1, _(OPEN), opens=True)


def gone_item() -> Item:
    """Stand for a statement that was there a moment ago."""
    timex = Timex(0, 0, "", TimexType.DATE, "XXXX")
    return open_item(DatedStatement(0, "", "", None, 0, 0, _("This statement is gone: its file was changed."), timex))


def entry_items(number: int, entry: Event, most: int = 0) -> Iterator[Item]:
    """List the statements of an event, of each date no more than `most`; 0 lists all."""
    shared = sum(len(dating.told) for dating in entry.datings) > 1
    first = True
    for dating in entry.datings:
        label = range_label(dating.timex, dating.until)
        listed = _foremost(dating.told, most)
        for place, told in enumerate(listed):
            own = range_label(told.timex, told.until)
            yield Item(
                told,
                number,
                date=label if place == 0 else "",
                heading=dispute_words(entry) if first and entry.disputed else "",
                opens=first,
                shared=shared,
                disputed=entry.disputed,
                here="" if own == label else own,
                more=len(dating.told) - len(listed) if place == len(listed) - 1 else 0,
            )
            first = False


def _foremost(told: Sequence[DatedStatement], most: int) -> Sequence[DatedStatement]:
    """Return the first statement of each witness, and then others, as far as there is room; in their order."""
    if not most or len(told) <= most:
        return told
    witnesses: dict[str, DatedStatement] = {}
    for each in told:
        witnesses.setdefault(each.witness, each)
    chosen = [*witnesses.values(), *(each for each in told if each not in witnesses.values())][:most]
    return sorted(chosen, key=told.index)


def dispute_words(entry: Event) -> str:
    """Say who gives which date: `disputed: 31 Dec 2023 (AFP, TRT World) or 1 Jan 2024 (no source named)`."""
    sides = (
        f"{range_label(dating.timex, dating.until).replace(' ', NO_BREAK)} ({_sources(dating)})"
        for dating in entry.datings
    )
    return _("disputed: {dates}").format(dates=_(" or ").join(sides))


def _sources(dating: Dating) -> str:
    names = list(dict.fromkeys(printable_line(told.source) or _(UNKNOWN) for told in dating.told))
    more = len(names) - _ENOUGH
    named = ", ".join(names[:_ENOUGH])
    return _("{names} and {count} more").format(names=named, count=more) if more > 0 else named


def has_words(items: Iterable[Item], patterns: Sequence[re.Pattern[str]]) -> bool:
    """Say whether one statement of an event has all words: in its sentence, source or dates.

    An event is kept or omitted as a whole: none looks agreed on because the other side was filtered out.
    """
    return any(_has(item, patterns) for item in items)


def _has(item: Item, patterns: Iterable[re.Pattern[str]]) -> bool:
    told = item.statement
    whole = "\n".join(
        (
            told.sentence,
            told.credit(),
            item.title,
            range_label(told.timex, told.until),
            published_label(told.published),
        )
    )
    return all(pattern.search(whole) for pattern in patterns)
