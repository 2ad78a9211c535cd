"""What README and CHANGELOG say of the program is true of the program."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding

from tui import __version__
from tui.base.locations import CACHE_VARIABLE, DATA_VARIABLE, bundled_dossier
from tui.commands.parser import VERBS, application_parser, verb_parsers, verbs_parser
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.search.language.fields import FIELDS, STATES
from tui.ui.app import MaliTui
from tui.ui.drawing.key_table import shown_keys
from tui.ui.screens.dossier import DossierScreen
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.reader import Reader
from tui.ui.widgets.search_bar import SearchBar
from tui.ui.widgets.timeline import Timeline

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = "\n".join([README, *(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))])
"""README and the reference pages behind it."""
EVERYWHERE = (DossierScreen, MaliTui, App)
PANES = {
    "articles": (ArticleList, *EVERYWHERE),
    "timeline": (Timeline, *EVERYWHERE),
    "reader": (Reader, *EVERYWHERE),
}


def section(heading: str, text: str = PAGES) -> str:
    """Return what stands under a heading, up to the next one of its rank."""
    return re.search(rf"^##? {re.escape(heading)}\n(.*?)(?=^##? |\Z)", text, re.M | re.S)[1]


def table(heading: str) -> list[list[str]]:
    """Return the rows of the table under a heading, its first row included and the rule under it not."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    rows = [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [rows[0], *rows[2:]]


def code(cell: str) -> list[str]:
    """Return what is set as code in a cell."""
    return re.findall("`([^`]+)`", cell)


def bound(nodes: Iterable[type]) -> set[str]:
    """Return the keys that classes bind, written as readers know them."""
    entries = [entry for node in nodes for entry in node.BINDINGS]
    keys = [entry.key if isinstance(entry, Binding) else entry[0] for entry in entries]
    return {shown for key in keys for shown in shown_keys(key).split()} | {shown_keys(MaliTui.COMMAND_PALETTE_BINDING)}


def actions(parser: argparse.ArgumentParser) -> dict[str, argparse.Action]:
    """Return the options of a parser by each of their names."""
    return {name: action for action in parser._actions for name in action.option_strings}


KEYS = [(row[0], pane) for row in table("Keys")[1:] for pane, cell in zip(PANES, row[1:], strict=True) if cell]


@pytest.mark.parametrize(("keys", "pane"), KEYS, ids=[f"{pane} {keys}" for keys, pane in KEYS])
def test_each_key_of_the_readme_is_bound(keys, pane):
    assert code(keys)
    assert set(code(keys)) <= bound(PANES[pane])


@pytest.mark.parametrize("keys", [row[0] for row in table("A first minute")[1:]])
def test_each_key_of_the_first_minute_is_bound(keys):
    pressed = [key for key in code(keys) if " " not in key]
    assert pressed
    assert set(pressed) <= set().union(*map(bound, PANES.values()))


def test_a_key_that_nothing_binds_would_be_found():
    assert "F12" not in bound(PANES["reader"])
    assert "e" not in bound((ArticleList,))
    assert "esc" in bound((SearchBar,))


def test_the_table_of_keys_names_every_pane():
    assert table("Keys")[0] == ["key", *PANES]


def test_the_table_of_keys_leaves_none_out():
    told = {key for row in table("Keys")[1:] for key in code(row[0])}
    ways = {"PgDn", "PgUp", "Home", "End", "U"}  # the same as space, b, g, G and d
    apart = {"w"}  # a selection's own, which ? tells
    for pane, nodes in PANES.items():
        assert bound((nodes[0], DossierScreen)) - ways - apart <= told, pane


QUERIES = [written for row in table("The query language")[1:] for written in code(row[1])]
TYPED = re.findall("type `([^`]+)`", README)
ON_THE_DESK = {written for row in table("The query language") if "desk" in row[0] for written in code(row[1])}
NONE_IN_THE_BUNDLED_DOSSIER = {"is:doubtful", *ON_THE_DESK}


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    explorer = Explorer.open(bundled_dossier(), tmp_path_factory.mktemp("cache"))
    explorer.refresh()
    yield explorer
    explorer.close()


@pytest.mark.parametrize("query", [*QUERIES, *TYPED])
def test_each_query_of_the_readme_finds_something_in_the_bundled_dossier(bundled, query):
    view = bundled.explore(Query(query))
    assert (view.fault, view.lack, view.untaken) == (None, None, ())
    assert bool(view.total) == (query not in NONE_IN_THE_BUNDLED_DOSSIER)


def test_a_query_that_finds_nothing_would_be_found(bundled):
    assert len(QUERIES) > 40
    assert len(TYPED) == 1
    assert set(QUERIES) > NONE_IN_THE_BUNDLED_DOSSIER
    assert bundled.explore(Query("colour:red")).fault is not None
    assert not bundled.explore(Query("lacroy~1")).total


def test_queries_are_written_as_they_are_copied():
    assert "\\|" not in section("The query language")


def test_what_a_beginning_stands_for_is_what_the_readme_says(bundled):
    query, words = re.search(r"stands for \(`([^`]+)`: ([^)]+)\)", section("The query language")).groups()
    assert bundled.explore(Query(query)).understood.startswith(f"{query} ({words},")


def test_every_field_and_every_state_is_in_the_readme():
    told = " ".join(QUERIES)
    assert all(f"{field.name}:" in told for field in FIELDS.values())
    assert all(f"is:{state.name}" in told for state in STATES.values())


def test_where_things_are_kept_is_in_the_readme():
    assert CACHE_VARIABLE in README
    assert DATA_VARIABLE in README


def test_every_option_of_the_application_is_in_the_readme():
    told = section("Two commands") + section("For scripts")
    long = {name for name in actions(application_parser()) if name.startswith("--")}
    assert {name for name in long if name not in told} == {"--help", "--version", "--dossier"}
    assert "|".join(actions(application_parser())["--theme"].choices) in told


VERB_ROWS = [code(row[0])[0].split() for row in table("For scripts")[1:]]


@pytest.mark.parametrize("words", VERB_ROWS, ids=[words[1] for words in VERB_ROWS])
def test_each_verb_has_what_the_readme_says(words):
    assert words[0] == "mali-tui"
    options = actions(verb_parsers(verbs_parser())[words[1]])
    for place, word in enumerate(words):
        if not word.startswith("[--"):
            continue
        action = options[word.strip("[]")]
        if action.nargs == 0:
            continue
        value = words[place + 1].rstrip("]")
        assert value.split("|") == list(action.choices or [action.metavar])


def test_every_verb_is_in_the_readme():
    assert [words[1] for words in VERB_ROWS] == list(VERBS) == list(verb_parsers(verbs_parser()))


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<=`)(--?\w[\w-]*)[` ]", section("For scripts")))))
def test_each_option_of_the_readme_exists(option):
    parsers = verb_parsers(verbs_parser())
    everywhere = set.intersection(*(set(actions(parser)) for parser in parsers.values()))
    assert option in everywhere | set(actions(application_parser())) | set(actions(parsers["check"]))


LAID_OUT = [
    path
    for line in re.search("```\n(.*?)```", section("How the house is laid out"), re.S)[1].splitlines()
    for path in line.split("  ")[0].split()
]


@pytest.mark.parametrize("path", LAID_OUT)
def test_each_place_of_the_house_exists(path):
    assert (ROOT / path).is_dir() if path.endswith("/") else (ROOT / path).is_file()


def test_every_part_of_the_package_is_laid_out():
    parts = {f"tui/{part.name}" + "/" * part.is_dir() for part in (ROOT / "tui").iterdir() if part.name[0] not in "_."}
    assert parts <= set(LAID_OUT)


@pytest.mark.parametrize("path", re.findall(r"\]\(([^)#:]+)\)", README))
def test_each_file_that_the_readme_links_exists(path):
    assert (ROOT / path).is_file()


def test_the_readme_shows_the_program():
    assert re.search(r"!\[[^]]+\]\([^)]+\.svg\)", README.partition("\n## ")[0])


def test_each_command_stands_on_one_line():
    commands = re.findall("```sh\n(.*?)```", section("Two commands"), re.S)
    assert len(commands) == 2
    assert all(command.count("\n") == 1 for command in commands)
    assert commands[0].rstrip().endswith("mali-tui")
    assert "pytest" in commands[1]


def test_both_commands_install_the_versions_that_were_tested():
    commands = re.findall("```sh\n(.*?)```", section("Two commands"), re.S)
    assert all(" -c constraints.txt " in command for command in commands)
    pinned = set(re.findall(r"^([\w.-]+)==\S+$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.M))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {re.match(r"[\w.-]+", each)[0] for each in [*project["dependencies"], *extras["import"], *extras["dev"]]}
    normal = [{re.sub("[-_.]+", "-", name).lower() for name in names} for names in (wanted - {project["name"]}, pinned)]
    assert normal[0] <= normal[1]


def test_the_changelog_has_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = [name for name in re.findall(r"^## (\S+)", changelog, re.M) if name != "Unreleased"]
    assert released[0] == __version__
    dated = re.search(rf"^## ({re.escape(__version__)} - \d{{4}}-\d\d-\d\d)$", changelog, re.M)
    assert dated is not None
    assert re.findall(r"^- .+", section(dated[1], changelog), re.M)
