"""`mali-tui correct`: another title, date, outlet, author or language than the file says, without touching the file."""

from __future__ import annotations

import argparse

from tui.commands.desk_access import opened, written
from tui.commands.desk_options import FIELDS
from tui.commands.printer import Printer
from tui.core.explorer import Explorer
from tui.desk.drafts import correct, uncorrect
from tui.desk.state import Correction, Field
from tui.errors import MaliTuiError
from tui.locale import _


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Write corrections of an article; without any, list those that there are, and return 1 for none.

    Raises `MaliTuiError` where a value cannot be one of its field.
    """
    new = {Field(name): value for name in FIELDS if (value := getattr(asked, name)) is not None}
    back = [Field(name) for name in dict.fromkeys(asked.as_in_file)]
    if asked.id is None and (new or back):
        raise MaliTuiError(_("Name the article: mali-tui correct ID --date 2023-06-30"))
    both = next((field for field in back if field in new), None)
    if both is not None:
        raise MaliTuiError(_("Either --{both} or --as-in-file {both}: one field, one value.").format(both=both))
    desk = opened(explorer, asked, printer)
    corrections = desk.desk.state().corrections
    if asked.id is None:
        listed = {ident: corrections[ident] for ident in corrections}
    else:
        number = explorer.find(asked.id)
        if new or back:
            ref = desk.ref(number)
            drafts = [correct(ref, field, value) for field, value in new.items()]
            return written(desk, printer, [*drafts, *(uncorrect(ref, field) for field in back)])
        (head,) = explorer.heads([number])
        listed = {head.id: corrections[head.id]} if head.id in corrections else {}
    for ident, made in listed.items():
        for correction in made.values():
            _print(ident, correction, printer)
    return 0 if listed else 1


def _print(ident: str, made: Correction, printer: Printer) -> None:
    if printer.as_json:
        printer.record({"article": ident, "field": made.field, "value": made.value, "at": made.at, "by": made.by})
    else:
        printer.line(
            _("{id}  {field}  {value}  set by {whose} on {day}").format(
                id=ident, field=_(made.field.value), value=made.value or _("(none)"), whose=made.by, day=made.at[:10]
            )
        )
