"""Fields of records: pages, sections, languages, numbers of words and writers as databases print them."""

from __future__ import annotations

import pytest

from tui.importing.press.line import Line
from tui.importing.press.record import (
    Label,
    Record,
    author_in,
    begins_as_byline,
    count_in,
    is_language,
    language_in,
    page_in,
)

SECTIONS = [
    ("with a page", "NEWS; Pg. 3", ("NEWS", "3")),
    ("a page alone", "Pg. B22", ("", "B22")),
    ("German", "WIRTSCHAFT; S. 7 Ausg. 167", ("WIRTSCHAFT", "7")),
    ("without", "World Desk", ("World Desk", "")),
    ("no page, but a name with a point", "Sports. News", ("Sports. News", "")),
]
COUNTS = [("1,234 words", 1234), ("1.234 Wörter", 1234), ("1 234 mots", 1234), ("98", 98), ("none", 0)]
LANGUAGES = [
    ("ENGLISH", "en"),
    ("GERMAN; DEUTSCH", "de"),
    ("Dutch / Nederlands", "nl"),
    ("Français", "fr"),
    ("Klingon", ""),
]


@pytest.mark.parametrize(("name", "written", "expected"), SECTIONS)
def test_sections_and_pages(name: str, written: str, expected: tuple[str, str]) -> None:
    record = Record()
    record.set(Label.SECTION, written)
    assert (record.section, record.page) == expected, name


@pytest.mark.parametrize(("written", "count"), COUNTS)
def test_numbers_of_words(written: str, count: int) -> None:
    assert count_in(written) == count


@pytest.mark.parametrize(("written", "code"), LANGUAGES)
def test_languages(written: str, code: str) -> None:
    assert language_in(written) == code


def test_bylines() -> None:
    assert author_in("By Ada Quill") == "Ada Quill"
    assert author_in("Von Berta Kahn") == "Berta Kahn"
    assert author_in("Byron Marsh") == "Byron Marsh"
    assert begins_as_byline("par Luc Brumel")
    assert not begins_as_byline("Paris burns")


def test_pages_and_names_of_languages() -> None:
    assert page_in("Seite: 14") == "14"
    assert page_in("p. A12") == "A12"
    assert page_in("3 March") == ""
    assert is_language("Deutsch")
    assert not is_language("Deutsche Bank")


def test_the_first_value_of_a_field_stands_and_nothing_fills_with_nothing() -> None:
    record = Record()
    record.set(Label.OUTLET, "")
    record.set(Label.OUTLET, "Harbour Times")
    record.set(Label.OUTLET, "Coast Courier")
    record.set(Label.OTHER, "July 4, 2025")
    assert record.outlet == "Harbour Times"
    assert record.day is None


def test_a_record_is_whole_with_a_name_and_a_day_or_a_text() -> None:
    assert not Record().whole
    assert not Record(title="A").whole
    assert Record(title="A", body=[Line("x")]).whole
    assert not Record(title="A", body=[Line("x")]).sure
