"""What the commands of the desk have in common: opening it, writing to it, and telling what was written."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from tui.commands.printer import Printer
from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.desk.event import Draft, Event
from tui.errors import DeskError


def opened(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> DossierDesk:
    """Open the desk and tell what is unusual about it; raises `DeskError` where it cannot be read."""
    desk = DossierDesk.open(explorer, asked.desk)
    if desk.desk.trouble:
        raise DeskError(_first_sentence(desk.desk.trouble))
    if desk.notice:
        printer.tell(desk.notice)
    desk.correct()
    return desk


def written(desk: DossierDesk, printer: Printer, drafts: Sequence[Draft]) -> int:
    """Write events and tell them; raises `DeskError` where they cannot be kept."""
    events = desk.desk.add(*drafts)
    kept(desk)
    tell(desk, events, printer)
    return 0


def kept(desk: DossierDesk) -> None:
    """Make sure that everything is on the disk; raises `DeskError` where it is not, since a command has no memory."""
    if desk.desk.unsaved:
        raise DeskError(_first_sentence(desk.desk.trouble))
    desk.remember()


def tell(desk: DossierDesk, events: Sequence[Event], printer: Printer) -> None:
    """Print events, one a line."""
    for event in events:
        if printer.as_json:
            printer.record(event_record(desk, event))
        else:
            printer.line(event_words(desk, event))


def event_record(desk: DossierDesk, event: Event) -> dict[str, object]:
    """Return what is told of an event."""
    record: dict[str, object] = {
        "id": event.id,
        "op": event.op,
        "article": article_of(desk, event) or None,
        "body": _body(event),
        "at": event.at,
        "by": event.by,
    }
    for name, value in (("note", event.target.note), ("saved", event.target.saved), ("undoes", event.undoes)):
        if value:
            record[name] = value
    return record


def event_words(desk: DossierDesk, event: Event) -> str:
    """Return one line on an event: its id, what was done, and to what."""
    body = ", ".join(f"{key} {value}" for key, value in _body(event).items() if key != "found")
    about = event.target.note or event.target.saved or event.undoes
    return "  ".join(filter(None, (event.id, event.op, article_of(desk, event), about, body)))


def article_of(desk: DossierDesk, event: Event) -> str:
    """Return the present id of the article that an event is about; empty where it is about none."""
    target = event.target
    ref = target.article or (target.anchor.article if target.anchor is not None else None)
    note = desk.desk.state().notes.get(target.note)
    if ref is None:
        return note.anchor.article.id if note is not None else ""
    return desk.desk.present_id(ref.id)


def _body(event: Event) -> Mapping[str, str]:
    anchor = event.target.anchor
    return event.body | ({"quote": anchor.quote} if anchor is not None and anchor.quote else {})


def _first_sentence(trouble: str) -> str:
    """Return what is wrong and what to do, without what holds only for a program that goes on."""
    return trouble.partition(" Until")[0]
