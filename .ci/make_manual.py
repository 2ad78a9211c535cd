"""Write the manual page, `docs/mali-tui.1`, from the parsers of the command line.

Run it with the development environment's Python. `--check` writes nothing and ends with 1 where the page is not what
the parsers say.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
PAGE = TOP / "docs" / "mali-tui.1"

sys.path.insert(0, str(TOP))


def page() -> str:
    """Return the page in the macros of man(7), without a date, so that the same parsers give the same page."""
    os.environ["COLUMNS"] = "80"
    from tui import __version__
    from tui.commands.parser import application_parser, verb_parsers, verbs_parser

    application = application_parser()
    verbs = verbs_parser()
    lines = [
        f'.TH MALI\\-TUI 1 "" "mali-tui {__version__}" "User commands"',
        ".SH NAME",
        "mali\\-tui \\- search and read a folder of dated news articles in the terminal, offline",
        ".SH SYNOPSIS",
        ".B mali\\-tui",
        "[\\fIoptions\\fR] [\\fIFOLDER\\fR]",
        ".br",
        ".B mali\\-tui",
        "\\fIVERB\\fR [\\fIoptions\\fR] ...",
        ".SH OPTIONS",
        *_arguments(application),
        ".SH VERBS",
    ]
    for name, parser in verb_parsers(verbs).items():
        lines += [f".SS mali\\-tui {_roff(name)}", _roff(parser.description or "")]
        lines += _arguments(parser)
        lines += [".PP", _roff(re.sub(r"\s+", " ", parser.epilog or ""))]
    for title, text in _sections(application.epilog or ""):
        lines += [f".SH {title.upper()}", ".nf", _roff(text), ".fi"]
    return "\n".join(lines) + "\n"


def _arguments(parser: argparse.ArgumentParser) -> list[str]:
    """Return a paragraph for each argument."""
    lines = []
    for action in parser._actions:
        if action.help == argparse.SUPPRESS or action.dest == "help":
            continue
        value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else action.dest.upper())
        value = value if isinstance(value, str) else " ".join(value)
        takes = "" if action.nargs == 0 else f" \\fI{_roff(value)}\\fR"
        names = ", ".join(f"\\fB{_roff(name)}\\fR" for name in action.option_strings)
        lines += [".TP", f"{names}{takes}".strip(), _roff(action.help or "")]
    return lines


def _sections(epilog: str) -> list[tuple[str, str]]:
    """Return the parts of the help's end, each with its heading."""
    found = re.findall(r"^(\S[^\n]*):\n((?:[ ]+[^\n]*\n?)+)", epilog, re.MULTILINE)
    return [(title, text.rstrip("\n")) for title, text in found]


def _roff(text: str) -> str:
    """Write a text so that no character of it is an instruction."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in escaped.split("\n"))


def main() -> int:
    """Write the page, or compare it."""
    made = page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == made:
        return 0
    sys.stderr.write("The command line changed: run .ci/make_manual.py and commit docs/mali-tui.1.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
