"""The glossary: its lines and their faults, the names in a query, and what a query becomes with the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.glossary import (
    Found,
    WatchedGlossary,
    brought_glossary,
    found_in,
    read_glossary,
    term_of,
    with_others,
)
from tui.search.language import parse
from tui.search.language.tree import Phrase, Word

OWN = """# what the desk says
retrait = withdrawal = انسحاب
AQMI = AQIM = Al-Qaïda au Maghreb islamique

retrait = pull-back
Ada = OR
"""


@pytest.fixture
def own(tmp_path: Path):
    path = tmp_path / "glossary.txt"
    path.write_text(OWN, encoding="utf-8")
    return read_glossary(path)


def test_a_name_has_the_others_of_all_its_lines_the_readers_own_first(own):
    assert own.others("retrait")[:3] == ("withdrawal", "انسحاب", "pull-back")
    assert own.others("Retraits")[:1] == ("withdrawal",)
    assert "retrait" in own.others("withdrawals")
    assert own.others("الانسحاب")[0] == "retrait"
    assert own.others("al-qaida au maghreb islamique")[:2] == ("AQMI", "AQIM")
    assert own.others("nothing of it") == ()


def test_names_of_countries_and_capitals_come_with_the_program():
    known = brought_glossary()
    assert known.faults == ()
    assert "مالي" in known.others("Mali")
    assert "ساحل العاج" in known.others("Côte d'Ivoire")
    assert "باماكو" in known.others("bamako")
    assert known.others("Bamakos") == ()
    assert "Germany" in known.others("allemagne")


FAULTS = [
    ("no sign", "retrait", "line 1: it has no ="),
    ("nothing on one side", "a = b\nretrait =", "line 2: there is nothing on one side"),
    ("only signs", "\n\nretrait = !!", "line 3: there is nothing on one side"),
    ("quotation marks", 'retrait = "a b"', "line 1: a name has no quotation marks"),
    ("brackets", "retrait = a (b)", "line 1: a name has no quotation marks"),
    ("too long", f"retrait = {'a' * 201}", "line 1: a name has at most 200 characters"),
    ("the same twice", "retrait = Retrait", "line 1: both sides"),
]


@pytest.mark.parametrize(("text", "said"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_line_that_cannot_be_used_is_told_with_its_number_and_costs_no_other(tmp_path: Path, text: str, said: str):
    path = tmp_path / "glossary.txt"
    path.write_text(f"{text}\nlamp = lanterne", encoding="utf-8")
    glossary = read_glossary(path)
    (fault,) = glossary.faults
    assert f"glossary.txt, {said}" in fault
    assert glossary.others("lamp") == ("lanterne",)


def test_a_file_that_is_no_text_is_told_and_the_rest_is_there(tmp_path: Path):
    path = tmp_path / "glossary.txt"
    path.write_bytes(b"\xff\xfe\xff")
    glossary = read_glossary(path)
    assert "cannot be read: save it as UTF-8" in glossary.faults[0]
    assert "مالي" in glossary.others("Mali")


def test_a_glossary_is_read_again_when_its_file_changes(tmp_path: Path):
    path = tmp_path / "glossary.txt"
    watched = WatchedGlossary(path)
    assert watched.now().others("lamp") == ()
    path.write_text("lamp = lanterne", encoding="utf-8")
    os.utime(path, (1, 1))
    assert watched.now().others("lamp") == ("lanterne",)
    path.write_text("lamp = torcia", encoding="utf-8")
    os.utime(path, (2, 2))
    assert watched.now().others("lamp") == ("torcia",)
    path.unlink()
    assert watched.now().others("lamp") == ()
    assert WatchedGlossary(None).now() is brought_glossary()


IN_QUERIES = [
    ("a word", "retrait", ["retrait"]),
    ("among others", "gao retraits date:2023", ["retraits"]),
    ("several words, the longest name", "Al-Qaïda au Maghreb islamique x", ["Al-Qaïda au Maghreb islamique"]),
    ("in quotation marks", '"côte d\'ivoire" x', ['"côte d\'ivoire"']),
    ("in a group", "(retrait OR gao) x", ["retrait"]),
    ("under a NOT", "-retrait NOT retrait", []),
    ("the very form", "=retrait", []),
    ("a field of names", "source:retrait source:(retrait)", []),
    ("a pattern", "retrait*", []),
    ("near", "retrait NEAR/3 gao", []),
    ("an operator between them", "Côte OR Ivoire", []),
]


@pytest.mark.parametrize(("query", "names"), [case[1:] for case in IN_QUERIES], ids=[case[0] for case in IN_QUERIES])
def test_names_are_recognised_where_they_are_looked_for_in_texts(own, query, names):
    assert [query[each.column : each.end] for each in found_in(query, own)] == names


def test_a_query_with_the_others_asks_for_any_of_them():
    text = "gao retrait Côte d'Ivoire"
    written = with_others(text, [Found(4, 11, ("pull-back", "OR", "انسحاب")), Found(12, 25, ("Ivory Coast",))])
    assert written == 'gao (retrait OR "pull-back" OR "OR" OR انسحاب) ("Côte d\'Ivoire" OR "Ivory Coast")'
    assert parse(written).fault is None


def test_what_asks_for_a_name():
    assert term_of("retrait") == Word("retrait")
    assert term_of("Ivory Coast") == Phrase("Ivory Coast")
    assert term_of("pull-back") == Phrase("pull-back")


@given(st.text(alphabet='retrait mal="()*-~:OR\n', max_size=30))
def test_whatever_is_typed_becomes_a_query_that_is_no_worse(text):
    found = found_in(text, brought_glossary())
    if parse(text).fault is None:
        assert parse(with_others(text, found)).fault is None
