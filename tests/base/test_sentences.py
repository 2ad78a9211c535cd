import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.sentences import sentences

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
    ("a script without capitals", "عادت القوارب. وهطل المطر؟ نعم.", ["عادت القوارب.", "وهطل المطر؟", "نعم."]),
    ("brackets", "It ended (at last.) Then it began.", ["It ended (at last.)", "Then it began."]),
    ("empty", "  \n\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in SPLITS])
def test_a_text_falls_into_these_sentences(text, expected):
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_span_that_must_not_be_split_is_kept_whole():
    text = "Doors open 10 a.m. The same day they close. Come."
    split = [text[start:end] for start, end in sentences(text)]
    assert split == ["Doors open 10 a.m.", "The same day they close.", "Come."]
    date = (text.index("10"), text.index(" they"))
    kept = [text[start:end] for start, end in sentences(text, [date])]
    assert kept == ["Doors open 10 a.m. The same day they close.", "Come."]


@given(st.text(alphabet="ab AB.!?…»«“”\"' \n12", max_size=200))
def test_sentences_cover_every_character_that_is_no_space(text):
    end = 0
    for start, stop in sentences(text):
        assert not text[end:start].strip()
        assert text[start:stop].strip() == text[start:stop] != ""
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("mark", "count"),
    [(".", 1), (" ", 0), ("\n ", 0), ("« ", 1), ('." ', 100_000)],
    ids=["full stop", "space", "line end", "quote", "stop and quote"],
)
def test_a_long_text_of_nothing_but_marks_is_read(mark, count):
    assert len(list(sentences(mark * 100_000))) == count
