"""The arguments of the application and of the commands, and the module that runs each command.

Nothing heavy is imported here: help, completion and the manual page are made of it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui import __version__
from tui.commands.desk_options import CLOCKS, DESK_MODULES, add_desk_verbs
from tui.locale import N_, _

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

MODULES = {
    "list": "tui.commands.list_",
    "read": "tui.commands.read",
    "search": "tui.commands.search",
    "timeline": "tui.commands.timeline",
    "dates": "tui.commands.dates",
    "chronology": "tui.commands.chronology",
    "check": "tui.commands.check",
    "export": "tui.commands.export",
    "cite": "tui.commands.cite",
    "count": "tui.commands.count",
    "figures": "tui.commands.figures",
    "compare": "tui.commands.compare",
    "kwic": "tui.commands.kwic",
    "keyness": "tui.commands.keyness",
    "quotes": "tui.commands.quotes",
    **DESK_MODULES,
    "pack": "tui.commands.pack",
    "verify": "tui.commands.verify",
    "proof": "tui.commands.proof",
    "push": "tui.commands.push",
    "doctor": "tui.commands.doctor",
    "config": "tui.commands.config",
    "completion": "tui.commands.completion",
}

VERBS = tuple(MODULES)

WITHOUT_DOSSIER = frozenset(("verify", "doctor", "config", "completion"))
"""Verbs that open no dossier."""


_EXAMPLES = N_("""\
in the terminal:
  mali-tui                      the bundled dossier: the war in Mali and the UN mission there
  mali-tui clippings            the articles in the folder clippings
  mali-tui clippings --query "camp* date:2023"

for scripts, with --json one JSON object a line:
  mali-tui list                 every article with its date, and where that date was read
  mali-tui search "camp handover"
  mali-tui read ID              the text of an article; the beginning of an id is enough
  mali-tui timeline --by year   how many articles appeared when
  mali-tui dates ID             the dates that a text names, and what they mean
  mali-tui chronology           what happened when, who says so, and where they disagree
  mali-tui check clippings      what became of each file of a folder
  mali-tui export "camp*" -o camps.csv
  mali-tui cite ID --style apa  an article as a newspaper article is cited
  mali-tui count "camp*" --by source,year
  mali-tui pack clippings -o clippings.zip
  mali-tui verify clippings.zip
  mali-tui figures --questions  what numbers the sources give, and how these stand together
  mali-tui compare ID ID        two articles, sentence by sentence, and the facts that differ
  mali-tui kwic "peace*"        each match in its context, by day, outlet or the words beside it
  mali-tui keyness source:afp   the words that set these articles apart from all others
  mali-tui quotes --by Diop     what somebody is quoted with
  mali-tui note ID --quote "the words" --text "what I think of them"
  mali-tui tag ID camps         and mali-tui star ID, mali-tui status ID reviewed
  mali-tui correct ID --date 2023-06-30
  mali-tui saved                the saved queries with their counts
  mali-tui desk export          the notes; also log, merge, import, undo and redo
  mali-tui proof draft.md       a manuscript held against the dossier, statement by statement
  mali-tui push clippings --engine https://host:9200 --index press

about the program:
  mali-tui doctor               what it runs on, what is missing, and the command that adds it
  mali-tui config               the settings in force, and what said each of them
  mali-tui completion bash      the script by which a shell completes verbs and options

mali-tui VERB --help tells more of each verb.

exit status:
  0 done   1 nothing found   2 wrong use or an unreadable dossier   3 check --strict: a file failed

environment:
  MALI_TUI_CACHE, MALI_TUI_DATA  other folders for the index and for what you add
  MALI_TUI_DESK                  the file of the desk, whichever dossier is opened
  MALI_TUI_CONFIG                the settings file
  MALI_TUI_LANG                  the language of the interface, whatever the system's is
  NO_COLOR                       no colours in tables
""")

SHELLS = ("bash", "zsh", "fish", "powershell", "tcsh")
"""What `completion` takes: the shells that shtab knows."""

ORDERS = ("day", "source", "right", "left")
"""What `kwic --sort` takes."""

ONLY = ("failed", "skipped", "undated", "doubtful")
"""What `check --only` takes."""

CHRONICLES = ("markdown", "csv", "jsonl", "timelinejs", "ics")

_LONGEST_COUNT = 15
"""The most digits of a number of articles; Python refuses to parse very long ones."""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors repeat what was typed without characters that act on a terminal."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        from tui.base.printable import printable

        super()._print_message(printable(message), file)


def application_parser() -> argparse.ArgumentParser:
    """Return the parser of what opens the application."""
    parser = _Parser(
        prog="mali-tui",
        description=_("Search and read a folder of dated news articles in the terminal, offline."),
        epilog=_(_EXAMPLES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", nargs="?", type=Path, help=_("the folder to open; without it, the bundled dossier"))
    parser.add_argument("-d", "--dossier", type=Path, metavar="FOLDER", help=_("the same, as the verbs have it"))
    parser.add_argument("-q", "--query", default="", help=_("begin with this query"))
    parser.add_argument("--theme", default="", choices=("dark", "light", "contrast"), help=_("colours to begin with"))
    parser.add_argument(
        "--columns",
        default="",
        metavar=_("HOLDS=NAME,…"),
        help=_("name the columns of its tables: text=notes,date=event_date"),
    )
    parser.add_argument("--proof", type=Path, metavar="DRAFT", help=_("begin with the proof of this manuscript"))
    parser.add_argument("--fresh", action="store_true", help=_("begin anew, not where this dossier was left"))
    parser.add_argument("--desk", type=Path, metavar="FILE", help=_("the file of the desk, outside of the dossier"))
    parser.add_argument("--engine", default="", metavar="URL", help=_("open an index of this OpenSearch, not a folder"))
    parser.add_argument("--index", default="", metavar="NAME", help=_("the index to open, with --engine"))
    parser.add_argument("--schema", default="", metavar="NAME", help=_("how its articles are laid out, if not by push"))
    parser.add_argument("--version", action="version", version=f"mali-tui {__version__}")
    return parser


def verb_parsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command."""
    (verbs,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    parsers: dict[str, argparse.ArgumentParser] = verbs.choices
    return parsers


def whole_parser() -> argparse.ArgumentParser:
    """Return one parser of everything, as completion and a manual page want it; it parses no folder before a verb."""
    parser = verbs_parser()
    for action in application_parser()._actions:
        if action.option_strings and action.dest != "help":
            parser._add_action(action)
    return parser


def verbs_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands, each with its own below it."""
    parser: argparse.ArgumentParser = _Parser(prog="mali-tui")
    verbs = parser.add_subparsers(dest="verb", required=True)
    shared = _Parser(add_help=False)
    shared.add_argument(
        "-d", "--dossier", type=Path, metavar="FOLDER", help=_("the dossier; without it, the bundled one")
    )
    shared.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    shared.add_argument(
        "--desk", type=Path, default=None, metavar="FILE", help=_("the desk, where it has another place")
    )

    def verb(name: str, does: str, example: str) -> argparse.ArgumentParser:
        return verbs.add_parser(
            name,
            parents=[shared],
            help=does,
            description=does,
            epilog=_("example: mali-tui {name} {example}").format(name=name, example=example),
        )

    listing = verb("list", _("List every article with its date and where that was read."), "clippings --json")
    _add_reading(verb)
    _add_times(verb)
    checking = _add_check(verb)
    _add_exports(verb)
    add_desk_verbs(verb)
    packing = _add_bags(verb)
    pushing = _add_push(verb)
    _add_program_verbs(verbs)
    for parser_of_folder in (listing, checking, packing, pushing):
        parser_of_folder.add_argument("folder", nargs="?", type=Path, help=_("the dossier, as with -d"))
    return parser


def _add_reading(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    """Add the verbs that find articles and print them."""
    reading = verb("read", _("Print the text of articles."), "qkxm")
    reading.add_argument(
        "ids", nargs="+", metavar="ID", help=_("an id, the beginning of one, or a path in the dossier")
    )
    reading.add_argument("--left-out", action="store_true", help=_("print below a text what was left out of it"))
    searching = verb("search", _("List the articles that match a query, best first."), '"exit plan" --limit 5')
    searching.add_argument("query", nargs="*", help=_("words of the query language"))
    searching.add_argument("--related", metavar="ID", help=_("articles that share rare words with this one"))
    searching.add_argument("--limit", type=_count, default=None, metavar="N", help=_("at most N articles"))
    searching.add_argument("--grouped", action="store_true", help=_("one line for all articles with the same text"))


def _add_times(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    """Add the verbs that tell what happened when."""
    counting = verb("timeline", _("Count articles by the time they appeared."), "camp* --by year")
    counting.add_argument("query", nargs="*", help=_("words of the query language; without them, everything"))
    counting.add_argument("--by", choices=("day", "month", "year"), default="month", help=_("the width of a bucket"))
    counting.add_argument(
        "--clock",
        choices=CLOCKS,
        default=CLOCKS[0],
        help=_("what counts: articles by their publication, or mentions of dates in their texts"),
    )
    dating = verb("dates", _("List every date that the texts mention, and what it means."), "qkxm --json")
    dating.add_argument("ids", nargs="*", metavar="ID", help=_("an id, the beginning of one, or a path; without, all"))
    chronicling = verb(
        "chronology", _("Tell what happened when, by whom, and where they disagree."), "camp* event:2023"
    )
    chronicling.add_argument("query", nargs="*", help=_("words of the query language; without them, everything"))
    chronicling.add_argument("--format", choices=CHRONICLES, default=None, help=_("a form that other programs read"))


def _add_check(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    checking = verb("check", _("Tell what became of each file of the dossier."), "clippings")
    checking.add_argument("--only", choices=ONLY, default=None, help=_("list nothing but these"))
    checking.add_argument("--strict", action="store_true", help=_("end with status 3 where a file failed"))
    checking.add_argument("--force", action="store_true", help=_("write over a file that is there already"))
    checking.add_argument("--csv", default="", metavar="FILE", help=_("write one table for spreadsheets; - prints it"))
    return checking


def _add_exports(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    """Add the verbs that take articles out of the program."""
    from tui.citations.styles import STYLES
    from tui.export.articles import FORMATS as EXPORT_FORMATS

    exporting = verb("export", _("Write what a query finds for other programs."), "camp* --format ris -o camps.ris")
    exporting.add_argument("query", nargs="*", help=_("words of the query language; without them, everything"))
    exporting.add_argument("--format", choices=tuple(EXPORT_FORMATS), default=None, help=_("csv, where none is named"))
    exporting.add_argument("--style", choices=tuple(STYLES), default="plain", help=_("the style of the citations"))
    exporting.add_argument("-o", "--output", default="", metavar="FILE", help=_("write a file outside of the dossier"))
    exporting.add_argument("--force", action="store_true", help=_("write over a file that is there already"))
    citing = verb("cite", _("Cite articles as newspaper articles."), "qkxm --style chicago")
    citing.add_argument("ids", nargs="+", metavar="ID", help=_("an id, the beginning of one, or a path in the dossier"))
    citing.add_argument("--style", choices=tuple(STYLES), default="plain", help=_("the style of the citations"))
    counting = verb("count", _("Count articles and occurrences by two properties."), "camp* --by source,year --csv")
    counting.add_argument("query", nargs="*", help=_("words of the query language"))
    counting.add_argument("--by", default="source,year", metavar="A,B", help=_("one or two of source, year, month, …"))
    counting.add_argument("--csv", action="store_true", help=_("a table for spreadsheets"))
    figuring = verb("figures", _("List the numbers that the texts give, and who gives them."), "camp* --questions")
    figuring.add_argument("query", nargs="*", help=_("words of the query language; without them, everything"))
    figuring.add_argument("--questions", action="store_true", help=_("group them by what they answer, with verdicts"))
    figuring.add_argument("--csv", action="store_true", help=_("a table for spreadsheets"))
    figuring.add_argument("--markdown", action="store_true", help=_("the questions as text with headings"))
    comparing = verb("compare", _("Hold two articles side by side, or one against its copies."), "qkxm wpda --html")
    comparing.add_argument("ids", nargs="+", metavar="ID", help=_("two articles; of one alone, what its copies cut"))
    comparing.add_argument("--html", action="store_true", help=_("one page of two columns"))
    comparing.add_argument("-o", "--output", default="", metavar="FILE", help=_("write the page, outside the dossier"))
    comparing.add_argument("--force", action="store_true", help=_("write over a file that is there already"))
    _add_kwic(verb)


def _add_kwic(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    """Add the verbs that show words in their contexts, and quotations."""
    kwic = verb("kwic", _("Show each match on a line with what stands before and behind it."), "camp* --sort right")
    kwic.add_argument("query", nargs="*", help=_("words of the query language"))
    kwic.add_argument(
        "--sort", choices=ORDERS, default="day", help=_("by day, outlet, or the words right or left of it")
    )
    kwic.add_argument("--words", type=_count, default=8, metavar="N", help=_("N words on each side"))
    kwic.add_argument("--sample", type=_count, default=None, metavar="N", help=_("at most N matches, drawn at random"))
    kwic.add_argument("--seed", type=_count, default=1, metavar="N", help=_("another sample for another number"))
    kwic.add_argument("--collocates", action="store_true", help=_("the words that stand beside the matches instead"))
    kwic.add_argument("--dispersion", action="store_true", help=_("where in each article the matches stand instead"))
    kwic.add_argument("--csv", action="store_true", help=_("a table for spreadsheets"))
    keyness = verb("keyness", _("List the words in which some articles differ from all others."), "source:afp")
    keyness.add_argument("query", nargs="*", help=_("the articles, in the query language: an outlet, a span, words"))
    keyness.add_argument("--against", default="", metavar="QUERY", help=_("compare with the articles of this query"))
    keyness.add_argument("--csv", action="store_true", help=_("a table for spreadsheets"))
    quoting = verb("quotes", _("List the quotations of the texts, and who says them."), "camp* --by Diop")
    quoting.add_argument("query", nargs="*", help=_("words of the query language; without them, everything"))
    quoting.add_argument("--by", default=None, metavar="NAME", help=_("those of one speaker: words of the name"))
    quoting.add_argument("--indirect", action="store_true", help=_("also what is told without quotation marks"))
    quoting.add_argument("--csv", action="store_true", help=_("a table for spreadsheets"))


def _add_bags(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verbs that check and pass on, and return the one that packs a dossier."""
    packing = verb("pack", _("Pack a dossier into one file that can be verified."), "clippings -o clippings.zip")
    packing.add_argument("-o", "--output", default="", metavar="FILE", help=_("the zip archive to write"))
    packing.add_argument("--sign", default="", metavar="KEY", help=_("sign with an Ed25519 key: PEM, or of OpenSSH"))
    packing.add_argument("--force", action="store_true", help=_("write over a file that is there already"))
    verifying = verb("verify", _("Tell what became of each file of a bag since it was packed."), "clippings.zip")
    verifying.add_argument("bag", type=Path, metavar="BAG", help=_("a zip archive or a folder"))
    proving = verb("proof", _("Hold a manuscript against the dossier."), "draft.md -d clippings")
    proving.add_argument("draft", type=Path, metavar="DRAFT", help=_("Markdown, text, DOCX, ODT or another text"))
    proving.add_argument("--all", action="store_true", help=_("also what the dossier has as the manuscript has it"))
    proving.add_argument("--sarif", action="store_true", help=_("SARIF 2.1.0, for editors that show findings"))
    proving.add_argument("--markdown", action="store_true", help=_("a report"))
    verifying.add_argument("--key", default="", metavar="FILE", help=_("the public key that it must be signed with"))
    return packing


def _add_program_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs that are about the program and open no dossier."""

    def verb(name: str, does: str, example: str) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = verbs.add_parser(
            name, help=does, description=does, epilog=_("example: {line}").format(line=f"mali-tui {name} {example}")
        )
        return parser

    for parser in (
        verb("doctor", _("Tell what the program runs on, what is missing, and how to add it."), "--json"),
        verb("config", _("Show the settings in force, and what said each of them."), "--json"),
    ):
        parser.add_argument("--json", action="store_true", help=_("one JSON object a line"))
    completing = verb("completion", _("Print the script by which a shell completes."), "bash > ~/.mali-tui-completion")
    completing.add_argument("shell", choices=SHELLS, help=_("the shell"))
    completing.set_defaults(json=False)


def _add_push(verb: Callable[[str, str, str], argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb that sends a dossier to an engine, and return its parser."""
    pushing = verb("push", _("Send the articles to an index of OpenSearch."), "clippings --engine URL --index press")
    pushing.add_argument("--engine", required=True, metavar="URL", help=_("the addresses of its nodes, with commas"))
    pushing.add_argument("--index", required=True, metavar="NAME", help=_("the index; several people may push into it"))
    pushing.add_argument(
        "--origin", default="", metavar="NAME", help=_("whose articles these are, if not the folder's")
    )
    pushing.add_argument("--rebuild", action="store_true", help=_("write a new index, and use it once it is complete"))
    return pushing


def _count(written: str) -> int:
    if not (written.isdecimal() and len(written) <= _LONGEST_COUNT and int(written) > 0):
        raise argparse.ArgumentTypeError(_("give a number from 1 on"))
    return int(written)
