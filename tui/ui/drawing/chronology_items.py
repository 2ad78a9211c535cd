"""A chronology as a list: one item for each dated statement, in the order in which it is read.

Statements of one event follow one another; a date that stands for several of them is shown at the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.base.printable import printable_line
from tui.chronology.chronology import Chronology, Dating, Entry, Told
from tui.dossier.article import NO_SOURCE
from tui.locale import N_, _
from tui.ui.drawing.date_labels import OPEN, date_label, published_label
from tui.ui.drawing.find_in_text import pattern_of

NO_BREAK = "\xa0"
"""A space within a date, where no line may end; drawn as a space."""
UNKNOWN = NO_SOURCE
_UNPLACED = N_("Open dates: the article has no date to count them from")
_ENOUGH = 4
"""Sources named in the heading of a dispute; the others are counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """One statement as the chronology lists it."""

    statement: Told
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


def items_of(found: Chronology, titles: Mapping[int, str] | None = None) -> tuple[Item, ...]:
    """List the statements of a chronology: events first, then what could not be placed.

    `titles` are those of the articles that name no source, by number.
    """
    listed = [item for number, entry in enumerate(found.entries) for item in _entry_items(number, entry)]
    for place, told in enumerate(found.unplaced):
        heading = _(_UNPLACED) if place == 0 else ""
        listed.append(Item(told, -1, _(OPEN), heading, opens=True))
    if titles:
        listed = [replace(item, title=titles.get(item.statement.number, "")) for item in listed]
    return tuple(listed)


def nameless(found: Chronology) -> set[int]:
    """Return the numbers of the articles that name no source."""
    told = (*found.unplaced, *(told for entry in found.entries for told in entry.told))
    return {each.number for each in told if not each.source.strip()}


def _entry_items(number: int, entry: Entry) -> Iterator[Item]:
    shared = sum(len(dating.told) for dating in entry.datings) > 1
    first = True
    for dating in entry.datings:
        label = date_label(dating.timex)
        for place, told in enumerate(dating.told):
            own = date_label(told.timex)
            yield Item(
                told,
                number,
                date=label if place == 0 else "",
                heading=dispute_words(entry) if first and entry.disputed else "",
                opens=first,
                shared=shared,
                disputed=entry.disputed,
                here="" if own == label else own,
            )
            first = False


def dispute_words(entry: Entry) -> str:
    """Say who gives which date: `disputed: 31 Dec 2023 (AFP, TRT World) or 1 Jan 2024 (no source named)`."""
    sides = (f"{date_label(dating.timex).replace(' ', NO_BREAK)} ({_sources(dating)})" for dating in entry.datings)
    return _("disputed: {dates}").format(dates=_(" or ").join(sides))


def _sources(dating: Dating) -> str:
    names = list(dict.fromkeys(printable_line(told.source) or _(UNKNOWN) for told in dating.told))
    more = len(names) - _ENOUGH
    named = ", ".join(names[:_ENOUGH])
    return _("{names} and {count} more").format(names=named, count=more) if more > 0 else named


Stop = Callable[[], bool]


def filtered(items: Sequence[Item], words: str, stop: Stop = lambda: False) -> tuple[Item, ...]:
    """Return the items of every event of which one statement has all `words`: in its sentence, source or dates.

    An event is kept or omitted as a whole: none looks agreed on because the other side was filtered out.
    Ends early, with what was found so far, when `stop` says so.
    """
    patterns = [pattern for word in words.split() if (pattern := pattern_of(word)) is not None]
    if not patterns:
        return tuple(items)
    kept: set[int] = set()
    alone: set[int] = set()
    for place, item in enumerate(items):
        if place % 1000 == 0 and stop():
            break
        if item.event not in kept and _has(item, patterns):
            (kept if item.event >= 0 else alone).add(item.event if item.event >= 0 else place)
    return tuple(item for place, item in enumerate(items) if item.event in kept or place in alone)


def _has(item: Item, patterns: Iterable[re.Pattern[str]]) -> bool:
    told = item.statement
    whole = "\n".join(
        (told.sentence, told.credit(), item.title, date_label(told.timex), published_label(told.published))
    )
    return all(pattern.search(whole) for pattern in patterns)


def events_in(items: Iterable[Item]) -> int:
    """Count the events."""
    return len({item.event for item in items if item.event >= 0})


def open_in(items: Iterable[Item]) -> int:
    """Count the statements whose date is open."""
    return sum(item.event < 0 for item in items)


def disputes_in(items: Iterable[Item]) -> int:
    """Count the events whose date is disputed."""
    return len({item.event for item in items if item.disputed})


def narrowed(found: Chronology, items: Iterable[Item]) -> Chronology:
    """Return the part of a chronology that its items are of."""
    kept = {item.event for item in items if item.event >= 0}
    unplaced = {(item.statement.number, item.statement.timex.start) for item in items if item.event < 0}
    return Chronology(
        tuple(entry for number, entry in enumerate(found.entries) if number in kept),
        tuple(told for told in found.unplaced if (told.number, told.timex.start) in unplaced),
    )
