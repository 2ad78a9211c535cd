import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tui.base.days import read_iso
from tui.dates import TimexType, find_dates
from tui.dates.languages import LANGUAGES
from tui.dates.values import is_value


def cases(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found(text: str, language: str, published: str):
    return find_dates(text, language=language, published=read_iso(published)[0] if published else None)


def written(text: str, language: str, published: str) -> list[str]:
    return [
        f"{mark.text} = {mark.kind} {mark.value}" + (f" {mark.mod}" if mark.mod else "")
        for mark in found(text, language, published)
    ]


EVERY = [
    pytest.param(module.LANGUAGE, published, text, expected, id=f"{module.LANGUAGE} {group.lower()}: {name}")
    for module in map(cases, sorted(Path(__file__).parent.glob("[!t]*_cases.py")))
    for group, rows in vars(module).items()
    if group.isupper() and isinstance(rows, tuple)
    for name, published, text, expected in rows
]


def test_every_language_has_cases():
    assert {case.values[0] for case in EVERY} == set(LANGUAGES)


@pytest.mark.parametrize(("language", "published", "text", "expected"), EVERY)
def test_a_text_names_these_dates(language, published, text, expected):
    assert written(text, language, published) == expected


@pytest.mark.parametrize(("language", "published", "text", "expected"), EVERY)
def test_values_follow_the_grammar_and_marks_lie_in_the_text(language, published, text, expected):
    end = 0
    for mark in found(text, language, published):
        assert is_value(mark.value)
        assert text[mark.start : mark.end] == mark.text
        assert mark.start >= end
        end = mark.end
        assert mark.span is None or mark.kind in (TimexType.DATE, TimexType.TIME)


@pytest.mark.parametrize(("language", "published", "text", "expected"), EVERY)
def test_an_undated_text_infers_nothing(language, published, text, expected):
    assert not any(mark.inferred for mark in found(text, language, ""))


def test_a_season_beyond_the_calendar_is_of_no_year():
    assert written("L'été prochain, on verra.", "fr", "9999-12-31") == ["L'été prochain = DATE XXXX-SU"]
