"""Change the program in a few hundred places, one at a time, and count the changes that the tests notice.

Run it by hand in a clean clone, with cosmic-ray beside the packages of the tests:

    python tests/mutation/run.py --count 300 --seed 1

It needs pytest-cov too.

The places are drawn from search, dates, the timeline and the trail of places. The tests run once to see which of them
passes through which line; then each change meets those that pass through its line, those of its own module first, until
one fails. A change that the compiler does not see (in an annotation) is none. A line of JSON is printed a change, and
the share that was noticed at the end.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cosmic_ray.ast import Visitor, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from coverage import CoverageData

ROOT = Path(__file__).resolve().parents[2]
DRAWN_FROM = ("tui/search", "tui/dates", "tui/timeline", "tui/ui/trail.py")
PASSED_BY = (
    "tests/search", "tests/dates", "tests/timeline", "tests/core", "tests/chronology", "tests/ui/test_trail.py",
)  # fmt: skip
"""The tests that a change may meet."""
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
MOST = 400
"""Tests that a change meets at most in one step; where more pass through its line, some are drawn."""
_NEED_NAMES = ("core/VariableReplacer", "core/VariableInserter")
"""Operators that work on a variable named by hand."""
PATIENCE = 900
"""Seconds; a change that makes the tests run on for ever is noticed too."""


class Change(NamedTuple):
    """The n-th place in a module where an operator can change something."""

    module: Path
    operator: str
    occurrence: int


class _Places(Visitor):
    """Collect where an operator can change a module: the starts of the nodes, in the order of occurrences."""

    def __init__(self, operator: object) -> None:
        self.operator = operator
        self.starts: list[tuple[int, int]] = []

    def visit(self, node: object) -> object:
        """Note every position of one node."""
        self.starts += [start for start, _stop in self.operator.mutation_positions(node)]
        return node


def changes(module: Path) -> Iterator[tuple[tuple[int, int], Change]]:
    """Yield the place and the change for everything that can be changed in a module."""
    tree = get_ast(module.read_text(encoding="utf-8"))
    for name in operator_names():
        if name in _NEED_NAMES:
            continue
        places = _Places(get_operator(name)())
        places.walk(tree)
        for occurrence, start in enumerate(places.starts):
            yield start, Change(module, name, occurrence)


def drawn(seed: int) -> Iterator[tuple[int, Change]]:
    """Yield lines and changes at random, each place as likely as any other, without an end."""
    by_place: dict[tuple[Path, tuple[int, int]], list[Change]] = defaultdict(list)
    for top in DRAWN_FROM:
        path = ROOT / top
        for module in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for start, change in changes(module):
                by_place[module, start].append(change)
    order = sorted(by_place, key=str)
    chance = random.Random(seed)
    chance.shuffle(order)
    for place in order:
        yield place[1][0], chance.choice(by_place[place])


class _Bare(ast.NodeTransformer):
    """Take the annotations out of a tree."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Keep the name and the value."""
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """Keep the name."""
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Keep all but what is returned."""
        node.returns = None
        return self.generic_visit(node)


def seen(before: str, after: str) -> bool:
    """Return whether the compiler sees a difference; what it cannot read is no change."""
    try:
        one, other = (ast.dump(_Bare().visit(ast.parse(code))) for code in (before, after))
    except SyntaxError:
        return False
    return one != other


def coverage(kept: Path) -> CoverageData:
    """Return which test passes through which line; it is written to a file once, and read from there."""
    if not kept.exists():
        asked = ["--cov", "--cov-context=test", "--cov-report=", "-n", "auto", *PASSED_BY]
        subprocess.run([*PYTEST, *asked], cwd=ROOT, check=True, env={**os.environ, "COVERAGE_FILE": str(kept)})
    found = CoverageData(str(kept))
    found.read()
    return found


def in_function(module: Path, line: int) -> bool:
    """Return whether a line runs when a function is called, rather than when the module is loaded."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    return any(node.body[0].lineno <= line <= (node.end_lineno or 0) for node in nodes if isinstance(node, functions))


def tests_for(module: Path, line: int, lines: CoverageData) -> list[list[str]]:
    """Return what to run one after the other: the tests of the module itself, then others that pass through a line.

    A line that runs while the module is loaded, such as a constant, meets all tests of its package.
    """
    inside = module.relative_to(ROOT / "tui")
    through = {name.partition("|")[0] for name in lines.contexts_by_lineno(str(module)).get(line, ()) if name}
    if not through or not in_function(module, line):
        own = [str(path) for path in sorted((ROOT / "tests" / inside.parent).glob(f"test_{inside.stem}*.py"))]
        package = "tests/ui/test_trail.py" if inside.parts[0] == "ui" else f"tests/{inside.parts[0]}"
        return [*([own] if own else []), [package]]
    own = sorted(name for name in through if Path(name.partition("::")[0]).stem.startswith(f"test_{inside.stem}"))
    others = sorted(through - set(own))
    random.Random(line).shuffle(others)
    return [part for part in (own[:MOST], others[:MOST]) if part]


def noticed(change: Change, line: int, mutated: str, lines: CoverageData) -> str:
    """Return which tests noticed a change; nothing where none did."""
    before = change.module.read_text(encoding="utf-8")
    change.module.write_text(mutated, encoding="utf-8")
    try:
        for stage in tests_for(change.module, line, lines):
            try:
                ended = subprocess.run(
                    [*PYTEST, "-x", "-n0", *stage], cwd=ROOT, capture_output=True, timeout=PATIENCE, check=False
                )
            except subprocess.TimeoutExpired:
                return "patience"
            if ended.returncode:
                return f"{len(stage)} tests, from {stage[0]}"
    finally:
        change.module.write_text(before, encoding="utf-8")
    return ""


def main() -> None:
    """Draw changes and hold the tests against each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--coverage", type=Path, default=ROOT / ".coverage", help="where they are kept")
    asked = parser.parse_args()
    tried = killed = 0
    lines = coverage(asked.coverage)
    for line, change in drawn(asked.seed):
        before = change.module.read_text(encoding="utf-8")
        mutated = mutate_code(before, get_operator(change.operator)(), change.occurrence)
        if mutated is None or not seen(before, mutated):
            continue
        by = noticed(change, line, mutated, lines)
        tried, killed = tried + 1, killed + bool(by)
        texts = [(a, b) for a, b in zip(before.splitlines(), mutated.splitlines(), strict=False) if a != b]
        module = str(change.module.relative_to(ROOT))
        print(json.dumps({"module": module, "operator": change.operator, "lines": texts[:2], "by": by}), flush=True)
        if tried == asked.count:
            break
    print(f"{killed} of {tried} changes were noticed: {killed / tried:.1%}")


if __name__ == "__main__":
    main()
