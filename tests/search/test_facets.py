from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.search.facets import COLUMNS, MOST, Labels, clause, is_asked, refined, toggled
from tui.search.language import parse
from tui.search.language.tree import Word, all_of

NAMES = st.sampled_from(("", "Coast Post", "Inland", "A", "b", '"', "…"))
ROWS = st.lists(
    st.tuples(
        NAMES, NAMES, NAMES, st.lists(NAMES, max_size=3, unique=True).map(tuple), st.sampled_from((0, 700_000, 730_120))
    ),
    max_size=30,
)


def label_row(number, source, author, language, tags, first, last):
    values = {"source": (source,), "author": (author,), "language": (language,), "tags": tags}
    return number, [values[column] for column in COLUMNS], first, last


@given(ROWS, st.sets(st.integers(0, 40)))
def test_counts_are_those_of_a_loop(rows, wanted: set[int]):
    labels = Labels(label_row(number, *row, row[-1] + 400 * bool(row[-1])) for number, row in enumerate(rows))
    found = {facet.field: {choice.value: choice.count for choice in facet.choices} for facet in labels.facets(wanted)}
    hits = [row for number, row in enumerate(rows) if number in wanted]
    expected = {
        "source": Counter(row[0] for row in hits),
        "author": Counter(row[1] for row in hits),
        "lang": Counter(row[2] for row in hits),
        "tag": Counter(tag for row in hits for tag in row[3]),
        "date": Counter(str(year) for row in hits if row[4] for year in _years(row[4])),
    }
    for field, counts in expected.items():
        for value in ("", '"', "…"):
            counts.pop(value, None)
        assert found.get(field, {}) == dict(counts)


def _years(first: int) -> list[int]:
    return [
        year
        for year in range(1, 4000)
        if date(year, 1, 1).toordinal() <= first + 400 and first <= date(year, 12, 31).toordinal()
    ]


def test_only_the_most_frequent_values_are_offered():
    rows = [label_row(number, f"Paper {number % 20:02}", "", "", (), 0, 0) for number in range(50)]
    (sources,) = Labels(rows).facets(range(50))
    assert len(sources.choices) == MOST
    assert sources.others == 20 - MOST
    assert [choice.count for choice in sources.choices] == [3] * 10 + [2] * 2


TOGGLED = [
    ("nothing", "", 'source:"AFP"', 'source:"AFP"'),
    ("added", "ferry", "lang:fr", "ferry lang:fr"),
    ("taken back", "ferry lang:fr", "lang:fr", "ferry"),
    ("taken back in front", "lang:fr ferry", "lang:fr", "ferry"),
    ("taken back with its AND", "lang:fr AND ferry", "lang:fr", "ferry"),
    ("taken back with the AND before it", "ferry AND lang:fr", "lang:fr", "ferry"),
    ("taken back as it was typed", "ferry source:“AFP”", 'source:"AFP"', "ferry"),
    ("either", "ferry OR boat", "lang:fr", "ferry OR boat lang:fr"),
    ("taken back behind either", 'ferry OR boat lang:fr source:"AFP"', "lang:fr", 'ferry OR boat source:"AFP"'),
    ("another", "lang:french", "lang:fr", "lang:french lang:fr"),
    ("one of several", "boat OR lang:fr", "lang:fr", "boat OR lang:fr lang:fr"),
    ("the opposite", "-lang:fr", "lang:fr", "-lang:fr lang:fr"),
    ("within brackets", "(boat lang:fr)", "lang:fr", "(boat lang:fr) lang:fr"),
    ("within a phrase", '"a lang:fr b"', "lang:fr", '"a lang:fr b" lang:fr'),
    ("behind an open phrase", '"new ferry', "lang:fr", '"new ferry" lang:fr'),
    ("behind an open bracket", "boat title:(ferry OR", "lang:fr", "boat title:(ferry) lang:fr"),
    ("behind open dates", "date:[2021 TO 2022", "lang:fr", "date:[2021 TO 2022] lang:fr"),
    ("behind an operator", "boat NOT", "lang:fr", "boat lang:fr"),
]


@pytest.mark.parametrize(
    ("text", "words", "expected"), [case[1:] for case in TOGGLED], ids=[case[0] for case in TOGGLED]
)
def test_a_clause_comes_and_goes(text: str, words: str, expected: str):
    assert toggled(text, words) == expected
    assert is_asked(expected, words) == (len(expected) > len(text))


WORDS = [
    "boat",
    "-ferry",
    '"new boat"',
    '"new',
    "(",
    ")",
    " OR ",
    " AND ",
    " NOT ",
    " NEAR/2 ",
    "title:",
    "=",
    "-",
    "*",
]
CLAUSES = ["lang:fr", "lang:fr", "source:AFP", "date:2021..2022", "date:[2021 TO 2022", 'date:"2021', "sort:date"]
PIECES = st.sampled_from(WORDS + CLAUSES)


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_what_a_clause_is_added_to_stays_as_it_was_asked(text: str):
    before = parse(text)
    if before.fault is None and not is_asked(text, "lang:fr"):
        added = toggled(text, "lang:fr")
        assert parse(added) == replace(before, tree=all_of([before.tree, Word("fr", "lang")]))
        assert parse(toggled(added, "lang:fr")) == before


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('The "Post"  daily', 'source:"The Post daily"'),
        ("The “Post” daily", 'source:"The Post daily"'),
        ("Le « Phare » de l’Est", 'source:"Le Phare de l’Est"'),
        ("Radio\u00a01\u202f000 Ponts", 'source:"Radio 1\u202f000 Ponts"'),
    ],
    ids=["straight", "curly", "French", "a number of two groups"],
)
def test_a_value_with_a_quotation_mark_is_asked_for_without(value: str, expected: str):
    assert clause("source", value) == expected


def test_ways_of_writing_a_value_are_one():
    rows = [
        label_row(number, name, "", "", (), 0, 0) for number, name in enumerate(["Échos", "ECHOS", "Échos", "Lamp"])
    ]
    labels = Labels(rows)
    (sources,) = labels.facets(range(4))
    assert [(choice.value, choice.count) for choice in sources.choices] == [("Échos", 3), ("Lamp", 1)]
    assert labels.holding("source", "echos") == {0, 1, 2}
    assert labels.holding("source", "ech") == set()


@pytest.mark.parametrize("value", ["Jo Lamb", "By Jo Lamb", "by jo lamb"])
def test_a_whole_byline_is_that_of_its_author(value: str):
    rows = [
        label_row(number, "", name, "", (), 0, 0)
        for number, name in enumerate(["By Jo Lamb", "Jo Lamb", "Jo Lamb Lee"])
    ]
    assert Labels(rows).holding("author", value) == {0, 1}


def test_a_value_whose_words_stand_in_another_is_asked_for_as_a_whole():
    rows = [label_row(number, name, "", "", (), 0, 0) for number, name in enumerate(["Coast", "Coast Post", "Lamp"])]
    (sources,) = Labels(rows).facets(range(3))
    assert [choice.clause for choice in sources.choices] == ['source:="Coast"', 'source:"Coast Post"', 'source:"Lamp"']


@pytest.mark.parametrize("wide", [False, True], ids=["few articles", "many"])
def test_what_is_chosen_finds_what_was_counted(dossier, cache, wide, monkeypatch):
    monkeypatch.setattr("tui.search.engine.WIDE", 0 if wide else 10_000)
    papers = [("Coast", "[ferry]"), ("coast", "[ferry lamp]"), ("Post", "[]"), ("The « Mole »", "[“old” quay]")]
    for number, (source, tags) in enumerate(papers):
        front = f"---\ntitle: Lamps {number}\nsource: {source}\ntags: {tags}\n---\n"
        (dossier / f"more-{number}.md").write_text(f"{front}\nThe ferry has lamps.\n", encoding="utf-8")
    explorer = Explorer.open(dossier, cache)
    explorer.refresh()
    texts = ("", "ferry", "harbour OR bridge", "ferry OR lang:en", "-(boat date:2021", 'ferry OR "old', "ferry NOT (")
    for text in texts:
        for facet in explorer.facets(explorer.explore(Query(text))):
            for choice in facet.choices:
                longer = toggled(text, choice.clause)
                assert explorer.explore(Query(longer)).total == choice.count
                assert is_asked(longer, choice.clause)
                assert not is_asked(text, choice.clause)
    explorer.close()


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted", "refined_text"),
    [
        ("camp", [["source:a"]], [], "camp source:a"),
        ("camp", [["source:a", "source:b"]], [], "camp (source:a OR source:b)"),
        ("camp", [["source:a"], ["lang:en", "lang:fr"]], ["tag:x"], "camp source:a (lang:en OR lang:fr) -tag:x"),
        ("camp source:a", [["source:a", "source:b"]], [], "camp (source:a OR source:b)"),
        ("camp -source:a", [["source:a"]], [], "camp source:a"),
        ("camp source:a", [], ["source:a"], "camp -source:a"),
        ("", [["source:a", "source:b"]], [], "(source:a OR source:b)"),
        ("camp (", [["source:a"]], [], "camp source:a"),
    ],
)
def test_several_values_are_taken_into_a_query_or_left_out_of_it(text, wanted, unwanted, refined_text):
    assert refined(text, wanted, unwanted) == refined_text
