"""`mali-tui note`: a note on a passage or on a whole article; also another text for it, another place, or its end."""

from __future__ import annotations

import argparse

from tui.commands.desk_access import kept, opened, tell, written
from tui.commands.printer import Printer
from tui.core.desk import DossierDesk
from tui.core.explorer import Explorer
from tui.desk.drafts import delete, edit, note, reattach, tag_note
from tui.desk.event import Anchor, Draft
from tui.desk.quotes import find_quote
from tui.errors import MaliTuiError
from tui.locale import _


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Write the note and print its event; 1 where the article has no such quote.

    Raises `MaliTuiError` where it is not said what to write, or where a quote stands several times.
    """
    if asked.edit and asked.delete:
        raise MaliTuiError(_("Either --edit or --delete: one note, one thing to do."))
    desk = opened(explorer, asked, printer)
    if asked.delete:
        return written(desk, printer, [delete(_known(desk, asked.delete))])
    if asked.edit:
        return _edited(desk, explorer, asked, printer)
    if asked.id is None:
        raise MaliTuiError(_("Name the article: mali-tui note ID --quote TEXT --text TEXT"))
    if not (asked.quote.strip() or (asked.text or "").strip()):
        raise MaliTuiError(_("Say what to keep: --quote TEXT, --text TEXT, or both."))
    anchor = _anchor(desk, explorer.find(asked.id), explorer, asked)
    if anchor is None:
        return _not_found(printer)
    made = desk.desk.add(note(anchor, asked.text or ""))
    tags = desk.desk.add(*(tag_note(made[0].id, name) for name in asked.tag)) if asked.tag else ()
    kept(desk)
    tell(desk, (*made, *tags), printer)
    return 0


def _edited(desk: DossierDesk, explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    ident = _known(desk, asked.edit)
    drafts: list[Draft] = []
    if asked.text is not None:
        drafts.append(edit(ident, asked.text))
    if asked.quote.strip():
        named = asked.id or desk.desk.state().notes[ident].anchor.article.id
        anchor = _anchor(desk, explorer.find(named), explorer, asked)
        if anchor is None:
            return _not_found(printer)
        drafts.append(reattach(ident, anchor))
    drafts += [tag_note(ident, name) for name in asked.tag]
    if not drafts:
        raise MaliTuiError(_("Say what is new about the note: --text TEXT, --quote TEXT or --tag TAG."))
    return written(desk, printer, drafts)


def _anchor(desk: DossierDesk, number: int, explorer: Explorer, asked: argparse.Namespace) -> Anchor | None:
    """Return the anchor of what is quoted; None where the article has it nowhere."""
    if not asked.quote.strip():
        return desk.anchor(number, 0, 0)
    places = find_quote(explorer.article(number).text, asked.quote)
    if not places:
        return None
    if len(places) > 1 and not asked.nth:
        raise MaliTuiError(
            _(
                "These words stand {count} times in the article: quote more of them, or say which with --nth "
                "1 to --nth {count}."
            ).format(count=len(places))
        )
    which = max(asked.nth, 1)
    if which > len(places):
        raise MaliTuiError(
            _("These words stand only {count} times in the article; give a smaller --nth.").format(count=len(places))
        )
    return desk.anchor(number, *places[which - 1])


def _known(desk: DossierDesk, ident: str) -> str:
    """Return the id of the note that begins so; raises `MaliTuiError` where none or several do."""
    found = [known for known in desk.desk.state().notes if known.startswith(ident)]
    if len(found) != 1:
        told = (
            _("Several notes have ids that begin with {id!r}; `mali-tui desk export` shows them all.")
            if found
            else _("No note has an id that begins with {id!r}; `mali-tui desk export` shows them all.")
        )
        raise MaliTuiError(told.format(id=ident))
    return found[0]


def _not_found(printer: Printer) -> int:
    printer.tell(_("The article has no such words; `mali-tui read ID` prints its text to quote from."))
    return 1
