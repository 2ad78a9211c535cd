import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.chronology.statements import statements
from tui.dates import find_dates
from tui.dates.sentences import sentences

SPLITS = [
    ("two", "One here. Two there.", ["One here.", "Two there."]),
    ("initials of a body", "The U.N. Council met. It left.", ["The U.N. Council met.", "It left."]),
    ("initials at the end", "They left the U.N. The rest stayed.", ["They left the U.N.", "The rest stayed."]),
    ("short month", "It fell on Dec. 31 in Gao. It rained.", ["It fell on Dec. 31 in Gao.", "It rained."]),
    ("title", "Mr. Diop met Gen. Diarra. He left.", ["Mr. Diop met Gen. Diarra.", "He left."]),
    ("initial of a name", "J. P. Petit spoke. He left.", ["J. P. Petit spoke.", "He left."]),
    ("number", "It cost 3.5 francs. No. 4 won.", ["It cost 3.5 francs.", "No. 4 won."]),
    ("quotation", "“We go.” They left.", ["“We go.”", "They left."]),
    ("quotation within", "“We go.” said he.", ["“We go.” said he."]),
    ("french quotation", "« Nous partons. » Il est parti.", ["« Nous partons. »", "Il est parti."]),
    ("french title", "M. Diop a vu Mme. Keita. Il est parti.", ["M. Diop a vu Mme. Keita.", "Il est parti."]),
    ("question", "Who? Me! So it was.", ["Who?", "Me!", "So it was."]),
    ("blank line", "A heading\n\nA sentence.", ["A heading", "A sentence."]),
    ("dots", "It ended… Then it began.", ["It ended…", "Then it began."]),
    ("brackets", "It ended (at last.) Then it began.", ["It ended (at last.)", "Then it began."]),
    ("time of day", "It fell at 5 p.m. on Friday.", ["It fell at 5 p.m. on Friday."]),
    ("time before a weekday", "Doors open 10 a.m. Friday. Come.", ["Doors open 10 a.m. Friday.", "Come."]),
    ("empty", "  \n\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in SPLITS])
def test_a_text_falls_into_these_sentences(text, expected):
    marks = find_dates(text, language="en", published=None)
    assert [statement.text for statement in statements(text, marks, dated_only=False)] == expected


def test_a_statement_holds_its_own_dates_alone():
    text = "In 2012 it rose. Nothing here. It fell in May 2013 and in 2014."
    marks = find_dates(text, language="en", published=None)
    found = statements(text, marks)
    assert [[mark.value for mark in statement.timexes] for statement in found] == [["2012"], ["2013-05", "2014"]]
    assert all(text[statement.start : statement.end] == statement.text for statement in found)


@given(st.text(alphabet="ab AB.!?…»«“”\"' \n12", max_size=200))
def test_sentences_cover_every_character_that_is_no_space(text):
    end = 0
    for start, stop in sentences(text):
        assert not text[end:start].strip()
        assert text[start:stop].strip() == text[start:stop] != ""
        end = stop
    assert not text[end:].strip()
