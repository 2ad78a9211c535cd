"""Notes, own tags and states in the engine: they are no part of the index, and are asked for every time."""

from __future__ import annotations

import pytest

from tui.search.annotations import Annotations
from tui.search.engine import Engine
from tui.search.facets import COLUMNS, Labels, with_tags
from tui.search.language import parse

ADDED = Annotations(
    notes={
        1: ["Check the camp's figures", ""],
        2: ["Two camps, déjà vu"],
        9: ["not indexed: check"],
    },
    tags={2: ["to verify"], 3: ["verify", "Camps"]},
    states={"starred": lambda: {1, 3, 9}, "changed": lambda: {2}},
)
FOUND = [
    ("a word of a note", "note:check", [1]),
    ("a word as it is written", "note:camp", [1]),
    ("no other form of the word", "note:camps", [2]),
    ("the beginning of a word", "note:camp*", [1, 2]),
    ("any word of a note", "note:*", [1, 2]),
    ("a word without its accents", "note:deja", [2]),
    ("a phrase", 'note:"camp\'s figures"', [1]),
    ("words near one another", "note:(check NEAR/3 figures)", [1]),
    ("a word that is spelled nearly so", "note:figurs~1", [1]),
    ("a group", "note:(figures OR two)", [1, 2]),
    ("words of a text are in no note", "note:ferry", []),
    ("words of a note are in no text", "check", []),
    ("the file's tag and an own one", "tag:camps", [1, 3]),
    ("a word of an own tag", "tag:verify", [2, 3]),
    ("a whole own tag", "tag:=verify", [3]),
    ("a whole tag of two words", 'tag:="to verify"', [2]),
    ("several tags", "tag:budget,verify", [2, 3, 4]),
    ("without an own tag", "-tag:verify", [1, 4]),
    ("a state", "is:starred", [1, 3]),
    ("without a state", "-is:starred", [2, 4]),
    ("a state with a word", "is:starred camp", [1]),
    ("either state", "is:starred OR is:changed", [1, 2, 3]),
    ("a state of nobody", "is:orphaned", []),
]


@pytest.fixture
def archive(index, make_article):
    texts = {1: ("camp", ("camps",)), 2: ("camp", ()), 3: ("ferry", ()), 4: ("ferry", ("budget",))}
    index.add([(number, make_article(number, "t", text, tags=tags)) for number, (text, tags) in texts.items()])
    return index


@pytest.mark.parametrize("wide", [False, True], ids=["dictionaries", "arrays"])
@pytest.mark.parametrize(("query", "numbers"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_a_query_finds(archive, query, numbers, wide):
    engine = Engine(archive, wide=wide, annotation_lookup=lambda: ADDED)
    found = engine.evaluate(parse(query).tree)
    assert (sorted(found.numbers), found.notes) == (numbers, ())


def test_what_was_added_is_asked_for_every_time(archive):
    added = [ADDED, Annotations(notes={3: ["check"]}, tags={4: ["verify"]})]
    engine = Engine(archive, annotation_lookup=lambda: added[0])

    def found() -> list[list[int]]:
        trees = [parse(query).tree for query in ("note:check", "tag:verify", "is:starred")]
        return [sorted(engine.evaluate(tree).numbers) for tree in trees]

    assert found() == [[1], [2, 3], [1, 3]]
    del added[0]
    assert found() == [[3], [4], []]


@pytest.mark.parametrize("query", ["note:check", "is:starred", "is:starred note:check"])
def test_where_nobody_knows_what_was_added_the_answer_says_so(archive, query):
    found = Engine(archive).evaluate(parse(query).tree)
    assert (list(found.numbers), found.notes) == ([], ("notes and what else the reader adds cannot be asked here",))


def test_the_tags_of_the_files_are_found_where_nobody_knows_of_others(archive):
    found = Engine(archive).evaluate(parse("tag:camps").tree)
    assert (list(found.numbers), found.notes) == ([1], ())


def test_a_word_of_a_note_has_no_other_spellings_in_the_texts(archive):
    assert Engine(archive, annotation_lookup=lambda: ADDED).respelled(parse("note:cammp").tree) == []


def test_own_tags_are_counted_once_beside_those_of_the_files():
    at = COLUMNS.index("tags")
    rows = [(number, [tags if each == at else () for each in range(len(COLUMNS))], 0, 0)
            for number, tags in ((1, ("camps",)), (2, ()), (3, ("camps",)))]  # fmt: skip
    added = Annotations(tags={2: ["camps"], 3: ["camps", "own"]})
    labels = Labels(with_tags(rows, added.own_tags))
    (facet,) = labels.facets([1, 2, 3])
    assert [(choice.value, choice.count) for choice in facet.choices] == [("camps", 3), ("own", 1)]
    assert labels.holding("tag", "own") == {3}
