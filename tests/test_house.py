"""The sizes that CONTRIBUTING promises: of modules, functions and objects."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1] / "tui"
LINES = 400
FUNCTION_LINES = 50
METHODS = 45
CHAIN = 3
LOOSE_MODULES = 5

Place = tuple[str, str]
"""A class: the dotted name of its module, and its own."""


@cache
def trees() -> dict[str, ast.Module]:
    """Return the syntax tree of each module by its dotted name."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = ast.parse(path.read_text(encoding="utf-8"))
    return found


@cache
def parents() -> dict[Place, tuple[Place, ...]]:
    """Return the ancestors that stand in this project of each class."""
    found: dict[Place, tuple[Place, ...]] = {}
    for module, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                bases = [base.value if isinstance(base, ast.Subscript) else base for base in node.bases]
                ids = [base.id for base in bases if isinstance(base, ast.Name)]
                found[module, node.name] = tuple(origin(module, name) for name in ids)
    return found


@cache
def origin(module: str, name: str) -> Place:
    """Return where the class that a module knows by this name is written, through whatever passes it on."""
    for node in ast.walk(trees().get(module, ast.Module([], []))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    return origin(node.module, alias.name)
    return module, name


@cache
def depth(place: Place) -> int:
    """Return how many classes of this project stand in the longest chain above and with this one."""
    own = parents()
    return 0 if place not in own else 1 + max((depth(parent) for parent in own[place]), default=0)


def functions() -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    return [
        (module, node)
        for module, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_module_is_longer_than_a_reader_takes_in() -> None:
    paths = sorted(ROOT.rglob("*.py"))
    long = [str(path) for path in paths if len(path.read_text(encoding="utf-8").splitlines()) > LINES]
    assert len(paths) > 100
    assert long == []


def test_no_function_is_longer_than_a_screen() -> None:
    long = [(module, node.name) for module, node in functions() if _lines(node) > FUNCTION_LINES]
    assert long == []


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_object_has_more_methods_than_can_be_kept_in_mind() -> None:
    many = [
        (module, node.name)
        for module, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body) > METHODS
    ]
    assert many == []


def test_an_object_is_divided_by_composition_not_into_ancestors() -> None:
    assert [place for place in parents() if depth(place) > CHAIN] == []


def test_few_modules_are_loose() -> None:
    assert len(list(ROOT.glob("*.py"))) <= LOOSE_MODULES
