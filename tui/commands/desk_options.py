"""The arguments of the commands of the desk."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from tui.locale import N_, _

DESK_MODULES = {
    "note": "tui.commands.note",
    "tag": "tui.commands.tag",
    "star": "tui.commands.star",
    "status": "tui.commands.status",
    "saved": "tui.commands.saved",
    "correct": "tui.commands.correct",
    "desk": "tui.commands.desk",
}
"""The module of each command."""

CLOCKS = ("published", "mentioned")
"""What `--clock` takes: the values of `tui.base.days.Clock`, whose module would cost a start."""

STATUSES = ("unread", "read", "reviewed", "to-check")
FIELDS = ("title", "date", "source", "author", "language")
ACTIONS = ("log", "export", "import", "merge", "undo", "redo", "where")
FORMATS = ("markdown", "csv", "jsonl", "annotations")

_ID = N_("an id, the beginning of one, or a path in the dossier")


def add_desk_verbs(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    """Add the parsers of these commands; `verb` makes one of a name, what it does, and an example."""
    _add_notes(verb)
    _add_saved_queries(verb)
    _add_corrections(verb)
    _add_desk(verb)


def _add_notes(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    noting = verb(
        "note", _("Write a note on a passage or on a whole article."), 'qkxm --quote "303 soldiers" --text "Check"'
    )
    noting.add_argument("id", nargs="?", metavar="ID", help=_(_ID))
    noting.add_argument("--quote", default="", metavar="TEXT", help=_("the words that it is on; without, the article"))
    noting.add_argument("--nth", type=int, default=0, metavar="N", help=_("which one, where they stand several times"))
    noting.add_argument("--text", default=None, metavar="TEXT", help=_("the note; without it, only the quote is kept"))
    noting.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help=_("a tag of the note; may be repeated")
    )
    noting.add_argument(
        "--edit", default="", metavar="NOTE", help=_("give this note another --text, or another --quote")
    )
    noting.add_argument("--delete", default="", metavar="NOTE", help=_("delete this note"))
    tagging = verb("tag", _("Put tags on an article."), "qkxm camps budget")
    tagging.add_argument(
        "id", nargs="?", metavar="ID", help=_("{id}; without it, all tags are listed").format(id=_(_ID))
    )
    tagging.add_argument("tags", nargs="*", metavar="TAG", help=_("the tags; without one, its own are listed"))
    starring = verb("star", _("Star articles."), "qkxm mibs")
    starring.add_argument(
        "ids", nargs="*", metavar="ID", help=_("{id}; without one, the starred articles are listed").format(id=_(_ID))
    )
    for parser in (tagging, starring):
        parser.add_argument("--off", action="store_true", help=_("take them off"))
    status = verb("status", _("Say how far you have come with an article."), "qkxm reviewed")
    status.add_argument("id", nargs="?", metavar="ID", help=_("{id}; without it, all are listed").format(id=_(_ID)))
    status.add_argument("status", nargs="?", choices=STATUSES, help=_("without it, the status is told"))


def _add_saved_queries(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    saving = verb(
        "saved", _("List the saved queries with their counts, or save one."), '--save Camps "camp* date:2023"'
    )
    saving.add_argument("query", nargs="*", help=_("words of the query language, to be saved"))
    saving.add_argument("--save", default="", metavar="NAME", help=_("save the query under this name"))
    saving.add_argument(
        "--span", default="", metavar="DAYS", help=_("with --save: the chosen time, as 2023-06..2023-12")
    )
    saving.add_argument("--clock", choices=CLOCKS, default="published", help=_("with --save"))
    saving.add_argument("--remove", default="", metavar="NAME", help=_("take a saved query off"))
    saving.add_argument("--seen", action="store_true", help=_("count as new from now on what is not found today"))


def _add_corrections(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    correcting = verb("correct", _("Correct what a file says of its article."), 'qkxm --date 2023-06-30 --source "AFP"')
    correcting.add_argument(
        "id", nargs="?", metavar="ID", help=_("{id}; without it, all corrections are listed").format(id=_(_ID))
    )
    for field in FIELDS:
        says = _("the date as 2023, 2023-06 or 2023-06-30") if field == "date" else _("the {field} as it should be")
        correcting.add_argument(
            f"--{field}",
            default=None,
            metavar=field.upper(),
            help=says.format(field=_(field)),
        )
    correcting.add_argument(
        "--as-in-file", action="append", choices=FIELDS, default=[], help=_("take a correction back")
    )


def _add_desk(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    desk = verb("desk", _("Show, export, merge or undo what is on the desk."), "export --format markdown -o notes.md")
    desk.add_argument("action", choices=ACTIONS, help=_("what to do"))
    desk.add_argument("files", nargs="*", type=Path, metavar="FILE", help=_("merge: other desks; import: annotations"))
    desk.add_argument("--format", choices=FORMATS, default=None, help=_("export: a form that other programs read"))
    desk.add_argument("--by", choices=("article", "tag"), default="article", help=_("export to Markdown: the headings"))
    desk.add_argument("-o", "--output", default="", metavar="FILE", help=_("export: write a file instead of printing"))
    desk.add_argument("--force", action="store_true", help=_("export: write over a file that is there already"))
