import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tui.base.days import read_iso
from tui.dates import Kind, find_dates
from tui.dates.values import is_value


def cases(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
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
    pytest.param(language, published, text, expected, id=f"{language} {group.lower()}: {name}")
    for language, module in (
        ("en", cases("english_cases")),
        ("en", cases("english_decade_cases")),
        ("en", cases("business_news_cases")),
        ("fr", cases("french_cases")),
    )
    for group, rows in vars(module).items()
    if group.isupper() and isinstance(rows, tuple)
    for name, published, text, expected in rows
]


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
        assert mark.span is None or mark.kind in (Kind.DATE, Kind.TIME)


@pytest.mark.parametrize(("language", "published", "text", "expected"), EVERY)
def test_an_undated_text_infers_nothing(language, published, text, expected):
    assert not any(mark.inferred for mark in found(text, language, ""))


def test_a_season_beyond_the_calendar_is_of_no_year():
    assert written("L'été prochain, on verra.", "fr", "9999-12-31") == ["L'été prochain = DATE XXXX-SU"]
