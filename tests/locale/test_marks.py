"""Every text that people read is marked for translation, or its module or itself stands below with a reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from tui.base.plurals import NOUNS

TOP = Path(__file__).parents[2]

MARKS = {"_", "N_", "ngettext", "stored"}
SHOWN_BY = {"notify", "set_title", "Label", "Static", "Content", "SearchBar", "FilterBar", "NoteEditor", "getpass"}
"""Calls whose first argument is shown, so that a single word of it is a text as well."""
SHOWN_AS = {"help", "description", "epilog", "placeholder", "border_title", "border_subtitle", "empty_words", "title"}
"""Keywords and attributes whose values are shown."""
BY_PLACE = {"Binding": 2}
"""Calls one of whose arguments is a text by its place; `.ci/extract_messages.py` knows them."""
INTERNAL = {
    *("AssertionError", "IndexError", "KeyError", "NotImplementedError", "OSError", "PermissionError", "RuntimeError"),
    "TypeError",
}
"""Errors of the program that nobody is told by their words."""
COUNTS = {"counted", "in_english"}
"""Calls that take nouns of `tui.base.plurals`, which are tested below."""
PATTERNS = {"compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"}
DATABASE = {"execute", "executemany", "executescript"}
CSS = {"CSS", "DEFAULT_CSS"}

_PROSE = re.compile(
    r"[^\W\d_]{2,}[,;:.]?\s+(?:\{\}\s+)*[^\W\d_]{2,}|\{\}[,;:.]?\s+[^\W\d_]{2,}|[^\W\d_]{2,}[,;:]?\s+\{\}"
)
"""Two words beside each other, or a word beside a value."""
_PAGE = re.compile(r"<!DOCTYPE html>")
_QUERY = re.compile(r"\s*(?:CREATE|DELETE|INSERT|PRAGMA|SELECT|UPDATE|WHERE|BEGIN|tags LIKE|id >=)(?!\w)")

WORDS_OF_TEXTS = "words that are looked for in articles, never shown"
WORDS_OF_FORMATS = "names that file formats and databases use"
MODULES = {
    "tui/base/fault_report.py": "a report that programmers read; its sentences are marked",
    "tui/base/sentences.py": WORDS_OF_TEXTS,
    "tui/base/small_words.py": WORDS_OF_TEXTS,
    "tui/catalogue/rows.py": "the names of columns",
    "tui/catalogue/seals.py": "the names of columns",
    "tui/catalogue/writer.py": "the names of columns",
    "tui/catalogue/statements.py": "the names of columns",
    "tui/chronology/event_kinds.py": WORDS_OF_TEXTS,
    "tui/chronology/features.py": WORDS_OF_TEXTS,
    "tui/chronology/not_events.py": WORDS_OF_TEXTS,
    "tui/copies/corrected.py": WORDS_OF_TEXTS,
    "tui/chronology/events.py": WORDS_OF_TEXTS,
    "tui/citations/": "citations have the language of their style",
    "tui/comparison/facts.py": WORDS_OF_TEXTS,
    "tui/dates/false_positives.py": WORDS_OF_TEXTS,
    "tui/dates/languages/": WORDS_OF_TEXTS,
    "tui/dates/lexicon.py": "errors in the tables of the languages, which tests find",
    "tui/dates/grammar.py": "errors in the tables of the languages, which tests find",
    "tui/desk/words.py": WORDS_OF_TEXTS,
    "tui/dossier/serialization.py": "the names of columns",
    "tui/export/bags/layout.py": WORDS_OF_FORMATS,
    "tui/export/bags/ro_crate.py": "metadata that programs read, in English by its standard",
    "tui/figures/context.py": WORDS_OF_TEXTS,
    "tui/figures/exclusions.py": WORDS_OF_TEXTS,
    "tui/figures/languages/": WORDS_OF_TEXTS,
    "tui/figures/names.py": WORDS_OF_TEXTS,
    "tui/names/": WORDS_OF_TEXTS,
    "tui/proof/speech.py": WORDS_OF_TEXTS,
    "tui/figures/nouns.py": WORDS_OF_TEXTS,
    "tui/figures/speakers.py": WORDS_OF_TEXTS,
    "tui/importing/clippings/": WORDS_OF_TEXTS,
    "tui/importing/dating/day_order.py": WORDS_OF_TEXTS,
    "tui/importing/dating/written_date.py": WORDS_OF_TEXTS,
    "tui/importing/documents/rich_text.py": WORDS_OF_FORMATS,
    "tui/importing/formats/odt.py": WORDS_OF_FORMATS,
    "tui/importing/html/byline.py": WORDS_OF_TEXTS,
    "tui/importing/html/left_beside.py": WORDS_OF_FORMATS,
    "tui/importing/html/live_blog.py": WORDS_OF_FORMATS,
    "tui/importing/html/parse.py": WORDS_OF_FORMATS,
    "tui/importing/html/metadata.py": WORDS_OF_TEXTS,
    "tui/importing/html/title.py": WORDS_OF_TEXTS,
    "tui/importing/mail/forwarded.py": WORDS_OF_FORMATS,
    "tui/importing/mail/header.py": WORDS_OF_TEXTS,
    "tui/importing/mail/outlook.py": WORDS_OF_FORMATS,
    "tui/importing/mail/text.py": WORDS_OF_TEXTS,
    "tui/importing/markup/": WORDS_OF_FORMATS,
    "tui/importing/pdf/paragraphs.py": WORDS_OF_TEXTS,
    "tui/importing/press/": WORDS_OF_FORMATS,
    "tui/importing/references/bibtex.py": WORDS_OF_FORMATS,
    "tui/importing/tagged/document.py": WORDS_OF_FORMATS,
    "tui/importing/tagged/fields.py": WORDS_OF_FORMATS,
    "tui/proof/attributions.py": WORDS_OF_TEXTS,
    "tui/proof/names.py": WORDS_OF_TEXTS,
    "tui/importing/sandbox/offline.py": "an error that parsers of other projects are told",
    "tui/search/codec.py": "what is damaged is told in other words",
    "tui/search/commit.py": "what is damaged is told in other words",
    "tui/search/storage.py": "what is damaged is told in other words",
    "tui/search/language/questions.py": WORDS_OF_TEXTS,
    "tui/ui/drawing/outlets.py": "rules of the style sheet",
    "tui/ui/theme.py": "the names of colours",
}
"""Modules without a text of their own, each with the reason; a path that ends in a slash is a folder."""

NAME_OF_PROGRAM = "the name of the program before a text that is marked"
EXAMPLE = "what can be typed, the same in every language"
CORRUPT = "found where data is damaged, and told in other words"
CALLER = "an error of whoever calls it"
TEXTS = {
    " with text ": "what SQLite says",
    "عشر عشرة": WORDS_OF_TEXTS,
    "another certificate than the one that was named": "told in other words by the reader of the server",
    "mali-tui: {}": NAME_OF_PROGRAM,
    "mali-tui: {}\n": NAME_OF_PROGRAM,
    "mali-tui {}": NAME_OF_PROGRAM,
    "mali-tui proof": NAME_OF_PROGRAM,
    "qkxm camps budget": EXAMPLE,
    "clippings --engine URL --index press": EXAMPLE,
    "mali-tui engine": "the name of an entry of the keyring",
    "ApiKey {}": "a header of HTTP",
    "qkxm wpda --html": EXAMPLE,
    "camp* --sort right": EXAMPLE,
    "camp* --by Diop": EXAMPLE,
    "qkxm mibs": EXAMPLE,
    "qkxm reviewed": EXAMPLE,
    '--save Camps "camp* date:2023"': EXAMPLE,
    "export --format markdown -o notes.md": EXAMPLE,
    '"exit plan" --limit 5': EXAMPLE,
    "camp* --by year": EXAMPLE,
    "camp* --format ris -o camps.ris": EXAMPLE,
    "qkxm --style chicago": EXAMPLE,
    "camp* --by source,year --csv": EXAMPLE,
    "camp handover": EXAMPLE,
    "“exit plan”": EXAMPLE,
    "title: source: tag:": EXAMPLE,
    "sort:date sort:-date": EXAMPLE,
    "{} sort:{}": "the query language",
    "NOT {}": "the query language",
    "bold underline": "a style of rich",
    "JSON Lines": "the name of a format",
    '<th dir="auto">{title}<br><small class="about">{about}</small></th>': "HTML",
    '<td class="none">{}</td>': "HTML",
    '<td dir="auto"{}>{}</td>': "HTML",
    "Book Title": "the name of a column",
    "the file is cut off": CORRUPT,
    "only one": "a field of records that programs read",
    "only other": "a field of records that programs read",
    "the columns of a segment are cut off": CORRUPT,
    "a head without an end": CORRUPT,
    "columns of different lengths": CALLER,
    "no dates, no quantile": CALLER,
    "month must be in 1..12, not {}": CALLER,
    "a span ends on {}, before it begins on {}": CALLER,
    "{} is not a date of the form 2023, 2023-06 or 2023-06-30": CALLER,
    "{} has no such month": CALLER,
    "no months from {} to {}": CALLER,
    "the text has no passage from {} to {}": CALLER,
    "It happened ": "a sentence around a date, by which it is read",
    "Cela était arrivé ": "a sentence around a date, by which it is read",
    "the {}": "a sentence around a date, by which it is read",
    "number IN (SELECT number FROM uncompared)": "SQL",
    "number > (SELECT CAST(value AS INTEGER) FROM facts WHERE name = 'compared')": "SQL",
    "deflate without a head, as in zip": "the names of forms in the code",
    "deflate with the head of zlib": "the names of forms in the code",
    "deflate with the head of gzip": "the names of forms in the code",
    "unknown author": WORDS_OF_TEXTS,
    "sent mail": WORDS_OF_TEXTS,
    "sent messages": WORDS_OF_TEXTS,
    "page {}": "a place in an archive, part of an id",
    "\0key {}": "a part of a digest",
    "Ed25519, key {}": "a file of a bag, which programs read",
    "mali-tui {} {}": NAME_OF_PROGRAM,
    "pipx inject {} {}": "a command to type",
    "uv pip install --python {} {}": "a command to type",
    "{} -m pip install {}": "a command to type",
    "{} · {} MB": "a number with its unit",
    "{} pos": WORDS_OF_FORMATS,
    "{} val": WORDS_OF_FORMATS,
    "{}{}{} or {} {}": "two days in the account's English, stored",
}
"""Single texts that are no messages, each with the reason."""


def _modules() -> Iterator[Path]:
    for path in sorted((TOP / "tui").rglob("*.py")):
        name = path.relative_to(TOP).as_posix()
        if not any(name == each or (each.endswith("/") and name.startswith(each)) for each in MODULES):
            yield path


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _whole(node: ast.expr) -> str | None:
    """Return a literal's text, with `{}` for each value in it."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


class _Unmarked(ast.NodeVisitor):
    """Collects the literals that are shown and not marked."""

    def __init__(self, marked: set[str]) -> None:
        self.found: list[tuple[int, str]] = []
        self._marked = marked

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, (ast.Constant, ast.JoinedStr)):
            self._note(node, single=False)
        if not isinstance(node, ast.JoinedStr):
            super().visit(node)
            return
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = {_name(target) for target in node.targets}
        if names & SHOWN_AS:
            self._note(node.value, single=True)
        if not names & CSS:
            self.visit(node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None and _name(node.target) not in CSS:
            self.visit(node.value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)
        if not isinstance(node.slice, (ast.Constant, ast.JoinedStr)):
            self.visit(node.slice)

    def visit_Dict(self, node: ast.Dict) -> None:
        for value in node.values:
            self.visit(value)

    def visit_Raise(self, node: ast.Raise) -> None:
        if not (isinstance(node.exc, ast.Call) and _name(node.exc.func) in INTERNAL):
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name != "__repr__":
            self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> None:
        """Pass over an annotation."""

    def visit_Call(self, node: ast.Call) -> None:
        name, arguments = _name(node.func), list(node.args)
        if name in MARKS or name in COUNTS:
            return
        if name in PATTERNS | DATABASE:
            arguments = [each for each in arguments if _whole(each) is None]
        if name in BY_PLACE:
            del arguments[BY_PLACE[name] : BY_PLACE[name] + 1]
        if name in SHOWN_BY and arguments:
            self._note(arguments[0], single=True)
        for keyword in node.keywords:
            if keyword.arg in SHOWN_AS:
                self._note(keyword.value, single=True)
        for each in (node.func, *arguments, *(keyword.value for keyword in node.keywords)):
            self.visit(each)

    def _note(self, node: ast.expr, *, single: bool) -> None:
        text = _whole(node)
        if not text or text in TEXTS or text in self._marked or _PAGE.match(text) or _QUERY.match(text):
            return
        if _PROSE.search(text) or (single and re.search(r"[^\W\d_]{2,}", text.replace("{}", ""))):
            self.found.append((node.lineno, text))


def _calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) in names)


@pytest.mark.parametrize("path", list(_modules()), ids=lambda path: path.relative_to(TOP).as_posix())
def test_what_is_shown_is_marked(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    marked = {_whole(argument) or "" for call in _calls(tree, MARKS) for argument in call.args}
    unmarked = _Unmarked(marked)
    unmarked.visit(tree)
    assert sorted(set(unmarked.found)) == []


def _trees() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted((TOP / "tui").rglob("*.py")):
        yield path.relative_to(TOP).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_a_mark_holds_a_whole_text() -> None:
    """An f-string is filled before it is looked up, so that no translation is ever found."""
    wrong = [
        (name, call.lineno)
        for name, tree in _trees()
        for call in _calls(tree, {"_", "N_", "ngettext"})
        for argument in call.args
        if isinstance(argument, ast.JoinedStr)
    ]
    assert wrong == []


def test_no_mark_stands_in_an_f_string() -> None:
    """Before Python 3.12 an f-string is one token, and Babel finds no call within it."""
    wrong = [
        (name, call.lineno)
        for name, tree in _trees()
        for text in ast.walk(tree)
        if isinstance(text, ast.JoinedStr)
        for call in _calls(text, {"_", "N_", "ngettext"})
        if isinstance(call.args[0], ast.Constant)
    ]
    assert wrong == []


def test_every_value_of_a_message_is_given() -> None:
    """`_("{count} notes").format(…)` names each of its values."""
    wrong = []
    for name, tree in _trees():
        for call in _calls(tree, {"format"}):
            asked = call.func.value if isinstance(call.func, ast.Attribute) else None
            if not (isinstance(asked, ast.Call) and _name(asked.func) in {"_", "N_"} and asked.args):
                continue
            given = {keyword.arg for keyword in call.keywords}
            names = {field for _, field, _, _ in Formatter().parse(_whole(asked.args[0]) or "") if field}
            if None not in given and names - given:
                wrong.append((name, call.lineno, names - given))
    assert wrong == []


def test_every_noun_that_is_counted_has_its_forms() -> None:
    counted = {
        word.value
        for _name_of_module, tree in _trees()
        for call in _calls(tree, COUNTS)
        for argument in call.args[1:]
        for word in ast.walk(argument)
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    }
    assert counted - set(NOUNS) - {"reading", "without text", "too long", "shortened", "empty", "doubtful"} == set()


def test_every_exception_is_still_there() -> None:
    there = "\n".join(path.read_text(encoding="utf-8") for path in (TOP / "tui").rglob("*.py"))
    assert [name for name in MODULES if not (TOP / name).exists()] == []
    assert [text for text in TEXTS if max(text.replace("\0", "").split("{}"), key=len).strip() not in there] == []
