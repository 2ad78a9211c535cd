"""Quotations: what stands between the marks of English and French, nested, and over several paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.proof.quotations import quotations

CORPUS = [
    ("curly", "He said: “We go home.” Then he left.", ["We go home."]),
    ("straight", 'He said: "We go home." Then he left.', ["We go home."]),
    ("French", "Il dit : « Nous rentrons. » Puis il partit.", ["Nous rentrons."]),
    ("German", "Er sagte: „Wir gehen.“ Dann ging er.", ["Wir gehen."]),
    ("single", "He called it ‘a long goodbye’ twice.", ["a long goodbye"]),
    ("straight single", "He called it 'a long goodbye' twice.", ["a long goodbye"]),
    ("apostrophes are no marks", "It's the soldiers' camp, isn't it? Rock 'n' roll.", ["n"]),
    ("typographic apostrophes", "Mali’s army and the soldiers’ camp.", []),
    ("nested", "“He called it ‘a farce’ and left,” she said.", ["He called it ‘a farce’ and left,"]),
    ("nested of one kind", "« Il a dit « non » hier », dit-elle.", ["Il a dit « non » hier"]),
    ("over paragraphs", "“One.\n\n“Two,” he said.", ["One.\n\n Two,"]),
    ("over French paragraphs", "« Un.\n\n« Deux », dit-il.", ["Un.\n\n  Deux"]),
    ("never closed", "“One is open.\n\nAnother paragraph.", []),
    ("inches", 'The board of 12" by 9" is old.', []),
    ("two", "“One” and “two”.", ["One", "two"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CORPUS], ids=[case[0] for case in CORPUS])
def test_what_is_quoted(text: str, expected: list[str]):
    assert [each.text for each in quotations(text)] == expected


SEGMENTS = [
    ("an omission", "“We go […] home today.”", ["We go ", " home today."]),
    ("dots", "“We go ... home today.”", ["We go ", " home today."]),
    ("words put in", "“We [the army] go home.”", ["We ", " go home."]),
    ("nothing but an omission", "“We go home […]”", ["We go home "]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SEGMENTS], ids=[case[0] for case in SEGMENTS])
def test_marked_omissions_part_a_quotation(text: str, expected: list[str]):
    (found,) = quotations(text)
    assert found.segments == expected


@given(st.text(alphabet="ab “”«»‘’\"'\n.", max_size=80))
def test_places_are_those_of_the_text(text: str):
    end = 0
    for each in quotations(text):
        assert end <= each.start < each.end <= len(text)
        assert len(each.text) == each.end - each.start
        end = each.end
