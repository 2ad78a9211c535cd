"""What CONTRIBUTING says of the code is true of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:tui|tests|\.ci)/[\w/.]+|README\.md)`", TEXT)) - {"tests/"})
STEPS = re.findall(r"`([A-Z]\w+(?:\.\w+)?|[a-z_]+)`[^`\n]*?\(`(tui/[\w/]+\.py)`\)", TEXT.replace("\n   ", " "))
CONSTANTS = [
    ("FORMATS", "tui/importing/registry.py"),
    ("NEEDS", "tui/importing/registry.py"),
    ("READING_VERSION", "tui/importing/registry.py"),
    ("FORMS", "tui/importing/press/detector.py"),
    ("VERSION", "tui/search/index.py"),
    ("LANGUAGES", "tui/dates/languages/__init__.py"),
    ("RULES_VERSION", "tui/dates/__init__.py"),
    ("HEARTBEAT", "tui/importing/parsed.py"),
]


@pytest.mark.parametrize("path", [path for path in PATHS if "NAME" not in path])
def test_each_path_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("path", sorted({str(Path(path).parent) for path in PATHS if "NAME" in path}))
def test_each_recipe_adds_to_a_folder_that_exists(path: str) -> None:
    assert (ROOT / path).is_dir()


def test_the_steps_name_where_they_happen() -> None:
    assert len(STEPS) >= 14


@pytest.mark.parametrize(("name", "path"), STEPS, ids=[name for name, _ in STEPS])
def test_each_step_happens_where_it_says(name: str, path: str) -> None:
    source = (ROOT / path).read_text(encoding="utf-8")
    for part in name.split("."):
        assert re.search(rf"(?:class|def) {part}\b", source), f"{part} is not in {path}"


@pytest.mark.parametrize(("name", "path"), CONSTANTS, ids=[f"{name} in {path}" for name, path in CONSTANTS])
def test_each_table_stands_where_the_recipe_says(name: str, path: str) -> None:
    assert f"`{name}`" in TEXT
    assert re.search(rf"^{name}\b", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)


def test_each_package_is_in_the_picture() -> None:
    picture = TEXT.split("```")[1]
    packages = {path.name for path in (ROOT / "tui").iterdir() if path.is_dir() and path.name[0] not in "_."} - {
        "articles"
    }
    assert packages <= set(re.findall(r"\w+", picture))
