"""`mali-tui desk`: what is on the desk, as a log or an export; merging, importing, undo and redo."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.base.plurals import counted
from tui.commands.desk_access import event_record, event_words, kept, opened, tell
from tui.commands.printer import Printer
from tui.core.desk import DossierDesk
from tui.core.desk_import import import_annotations
from tui.core.explorer import Explorer
from tui.desk.event import Event
from tui.errors import DeskError, MaliTuiError
from tui.export.notes import as_csv, as_json_lines, as_markdown, note_record
from tui.locale import _

_ENDINGS = {"markdown": ".md", "csv": ".csv", "jsonl": ".jsonl", "annotations": ".jsonld"}


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Do what was asked; 1 where there is nothing to tell or to undo.

    Raises `MaliTuiError` where a file cannot be read or written.
    """
    if asked.files and asked.action not in ("merge", "import"):
        raise MaliTuiError(
            _("`mali-tui desk {action}` takes no file; an export is written with -o FILE.").format(action=asked.action)
        )
    command = _Command(opened(explorer, asked, printer), explorer, asked, printer)
    return _ACTIONS[asked.action](command)


@dataclass(frozen=True, slots=True)
class _Command:
    """One call of the command."""

    desk: DossierDesk
    explorer: Explorer
    asked: argparse.Namespace
    printer: Printer

    def log(self) -> int:
        entries = self.desk.desk.log()
        for entry in entries:
            if self.printer.as_json:
                self.printer.record(event_record(self.desk, entry.event) | {"holds": entry.holds})
            else:
                undone = "" if entry.holds else "  (undone)"
                words = event_words(self.desk, entry.event)
                self.printer.line(f"{entry.event.at}  {entry.event.by}  {words}{undone}")
        return 0 if entries else 1

    def export(self) -> int:
        from tui.desk.annotations import as_annotations

        asked = self.asked
        if self.printer.as_json and (asked.format or asked.output):
            raise MaliTuiError(_("Either --json or --format: one output has one form."))
        notes = self.desk.placed()
        if self.printer.as_json:
            for placed in notes:
                self.printer.record(note_record(placed))
            return 0 if notes else 1
        forms: dict[str, Callable[[], str]] = {
            "markdown": lambda: as_markdown(notes, asked.by),
            "csv": lambda: as_csv(notes),
            "jsonl": lambda: as_json_lines(notes),
            "annotations": lambda: as_annotations(placed.note for placed in notes),
        }
        text = forms[asked.format or _form_of(asked.output)]()
        if asked.output:
            _write(asked.output, text, self.explorer, over=asked.force)
            self.printer.line(
                _("{notes} written to {file}").format(notes=counted(len(notes), "note"), file=asked.output)
            )
        else:
            self.printer.document(text)
        return 0 if notes else 1

    def merge(self) -> int:
        if not self.asked.files:
            raise MaliTuiError(_("Name the desks to merge: mali-tui desk merge FILE…"))
        count = self.desk.desk.merge(self.asked.files)
        kept(self.desk)
        if self.printer.as_json:
            self.printer.record({"op": "merge", "events": count, "files": [str(path) for path in self.asked.files]})
        else:
            told = _("{events} taken in.") if count else _("Nothing is new: every event is there already.")
            self.printer.line(told.format(events=counted(count, "event")))
        return 0

    def take_in(self) -> int:
        if not self.asked.files:
            raise MaliTuiError(_("Name the files to import: mali-tui desk import FILE…"))
        result = import_annotations(self.desk, self.explorer, [_read(path) for path in self.asked.files])
        kept(self.desk)
        tell(self.desk, result.events, self.printer)
        for said in result.told:
            self.printer.tell(said)
        return 0 if result.events or result.known else 1

    def undo(self) -> int:
        return self._told(self.desk.desk.undo(), _("undone"), _("Nothing is left to undo."))

    def redo(self) -> int:
        return self._told(self.desk.desk.redo(), _("done again"), _("Nothing is left to do again."))

    def where(self) -> int:
        desk = self.desk.desk
        events, notes = len(desk.events()), len(desk.state().notes)
        if self.printer.as_json:
            self.printer.record({"path": str(desk.path), "writer": desk.writer, "events": events, "notes": notes})
        else:
            self.printer.line(
                f"{desk.path}\n"
                + _("{events}; you write as {writer}").format(events=counted(events, "event"), writer=desk.writer)
            )
        return 0

    def _told(self, events: Sequence[Event], what: str, nothing: str) -> int:
        kept(self.desk)
        for event in events:
            if self.printer.as_json:
                self.printer.record(event_record(self.desk, event) | {"turned": what})
            else:
                self.printer.line(f"{what}: {event_words(self.desk, event)}")
        if not events:
            self.printer.tell(nothing)
        return 0 if events else 1


_ACTIONS: dict[str, Callable[[_Command], int]] = {
    "log": _Command.log,
    "export": _Command.export,
    "merge": _Command.merge,
    "import": _Command.take_in,
    "undo": _Command.undo,
    "redo": _Command.redo,
    "where": _Command.where,
}


def _form_of(output: str) -> str:
    """Return the form that the ending of a file name says; Markdown where it says none."""
    ending = Path(output).suffix.lower()
    return next((form for form, known in _ENDINGS.items() if known == ending), "markdown")


def _write(named: str, text: str, explorer: Explorer, *, over: bool) -> None:
    from tui.export.files import FileExists, named_file, write_whole

    endings = (*_ENDINGS.values(), ".json", ".markdown", ".txt")
    path = named_file(named, {ending: ("notes", lambda: text) for ending in endings}, explorer.folder)
    try:
        write_whole(path, text, over=over)
    except FileExists:
        raise MaliTuiError(
            _("{path} is there already: name another file, or write over it with --force.").format(path=path)
        ) from None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise DeskError(_("{path} cannot be read; name a file of annotations in UTF-8.").format(path=path)) from None
