"""The notes of a desk as rows: each with its article, its state, its quote and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.locale import _
from tui.timeline.granularity import iso_label
from tui.ui.drawing.desk_words import STAR
from tui.ui.drawing.styled_runs import cut, filled

if TYPE_CHECKING:  # the desk is loaded after the first frame
    from tui.desk.placed_note import PlacedNote
    from tui.desk.state import DeskState

HEIGHT = 3
"""Rows that each note takes."""


class Order(StrEnum):
    """In which order the notes are listed."""

    ARTICLE = "article"
    """By article, then by their place in the text."""
    TIME = "time"
    """The newest first."""
    TAG = "tag"
    """Under each of their own tags and those of their articles; those without any last."""

    @property
    def following(self) -> Order:
        """The next one, after the last the first."""
        every = list(Order)
        return every[(every.index(self) + 1) % len(every)]


class Role(StrEnum):
    """What a piece of a row is; the list gives each a style."""

    EDGE = "edge"
    TITLE = "title"
    SOURCE = "source"
    STATE = "state"
    QUOTE = "quote"
    NOTE = "note"


Line = tuple[tuple[str, Role], ...]


def draw_note(placed: PlacedNote, width: int, writer: str, chosen: bool = False, label: str = "") -> tuple[Line, ...]:
    """Draw a note as `HEIGHT` lines of `width` cells: its article and state, its quote, its words.

    A `label` is what it is listed under.
    """
    edge = "▌ " if chosen else "  "
    room = max(1, width - 2)
    note = placed.note
    if placed.star:
        return _draw_star(placed, width, edge, label)
    by = _("you") if note.by == writer else note.by
    missing = " · " + _("its article is not here") if placed.missing else ""
    head = [(f"{printable_line(label)} · ", Role.TITLE)] if label else []
    head += [
        (printable_line(f"{placed.placement.words}{missing}"), Role.STATE),
        (f" · {by} {iso_label(note.at)} · ", Role.SOURCE),
        (printable_line(placed.title), Role.TITLE),
        (f" · {printable_line(_origin(placed))}", Role.SOURCE),
    ]
    quote = printable_line(note.anchor.quote)
    lines = (
        head,
        [(f"“{quote}”" if quote else _("the whole article"), Role.QUOTE)],
        [("✎ ", Role.EDGE), (printable_line(note.text) or _("(the quote alone)"), Role.NOTE)],
    )
    return tuple(filled([(edge, Role.EDGE), *cut(line, room)], width, Role.SOURCE) for line in lines)


def _draw_star(placed: PlacedNote, width: int, edge: str, label: str) -> tuple[Line, ...]:
    starred = _("starred")
    missing = " · " + _("its article is not here") if placed.missing else ""
    head = [(f"{printable_line(label)} · ", Role.TITLE)] if label else []
    head += [
        (f"{STAR} {starred}{missing}", Role.STATE),
        (" · ", Role.SOURCE),
        (printable_line(placed.title), Role.TITLE),
    ]
    tags = _("your tags: {tags}").format(tags=", ".join(placed.article_tags)) if placed.article_tags else ""
    about = " · ".join(filter(None, (_origin(placed), tags)))
    lines = (head, [(printable_line(about), Role.SOURCE)], [("", Role.SOURCE)])
    return tuple(filled([(edge, Role.EDGE), *cut(line, max(1, width - 2))], width, Role.SOURCE) for line in lines)


def _origin(placed: PlacedNote) -> str:
    return ", ".join(filter(None, (placed.source, iso_label(placed.date) if placed.date else _("undated"))))


def ordered(notes: Iterable[PlacedNote], order: Order) -> tuple[tuple[str, PlacedNote], ...]:
    """Return notes in an order, each with what it is listed under; by tag, a note comes once for each of its tags."""
    if order is Order.TIME:
        newest = sorted(notes, key=lambda placed: placed.note.changed or placed.note.at, reverse=True)
        return tuple(("", placed) for placed in newest)
    if order is Order.TAG:
        none = _("no tag")
        tagged = [
            (tag, placed)
            for placed in notes
            for tag in dict.fromkeys((*placed.note.tags, *placed.article_tags)) or (none,)
        ]
        return tuple(sorted(tagged, key=lambda each: (each[0] == none, each[0].casefold(), each[0])))
    return tuple(("", placed) for placed in notes)


def desk_counts(notes: Sequence[PlacedNote], state: DeskState) -> tuple[tuple[str, str], ...]:
    """Say how much the desk holds, and how sure the places of its notes are."""
    notes = [placed for placed in notes if not placed.star]
    states = Counter(placed.placement.state.value for placed in notes)
    sure = [told.format(count=states[name]) for name, told in _states() if states[name]]
    tags = len({tag for own in state.tags.values() for tag in own})
    mended = sum(len(made) for made in state.corrections.values())
    others = [
        f"{counted(len(state.starred), 'star')}",
        f"{counted(tags, 'tag')}",
        f"{counted(mended, 'correction')}",
    ]
    told = f": {', '.join(sure)}" if sure else ""
    return (
        (_("Desk"), "strong"),
        (f" · {counted(len(notes), 'note')}{told}", "plain"),
        (" · " + " · ".join(others), "muted"),
    )


def _states() -> tuple[tuple[str, str], ...]:
    return (
        ("anchored", _("{count:,} anchored")),
        ("changed", _("{count:,} changed")),
        ("orphaned", _("{count:,} orphaned")),
    )


def with_words(notes: Iterable[PlacedNote], words: str) -> tuple[PlacedNote, ...]:
    """Return the notes that have all the words, in their text, quote, tags, article, source, state or day."""
    wanted = words.casefold().split()
    return tuple(placed for placed in notes if all(word in _said(placed) for word in wanted))


def _said(placed: PlacedNote) -> str:
    note = placed.note
    said = (
        _("starred") if placed.star else "",
        note.text,
        note.anchor.quote,
        *note.tags,
        *placed.article_tags,
        placed.title,
        placed.origin,
        _origin(placed),
        placed.placement.words,
        note.at,
        note.by,
    )
    return " ".join(said).casefold()
