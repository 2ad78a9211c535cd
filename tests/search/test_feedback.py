"""Feedback: a query is widened by the words of its best hits, and what is taken along can be told and removed."""

from __future__ import annotations

import pytest

from tui.search.engine import Engine
from tui.search.feedback import Best, feedback, widened_tree, wordy
from tui.search.index import Index
from tui.search.language import parse
from tui.search.language.tree import Word

TEXTS = {
    1: "The ferry sank near the lighthouse, and divers searched the wreck and the wreck alone.",
    2: "A ferry was late. Divers at the lighthouse saw a wreck.",
    3: "Divers found a wreck by the lighthouse in May.",
    4: "The council met about taxes.",
    5: "Taxes rose, says the council.",
    6: "Taxes and bread.",
    7: "Bread is dear.",
    8: "Rain fell on bread.",
    9: "A lamp burnt in the rain.",
    10: "Nothing burnt.",
}


@pytest.fixture(params=[False, True], ids=["plain", "wide"])
def engine(request, make_article):
    index = Index.open(None)
    index.add([(n, make_article(n, f"Report {n}", text, language="en")) for n, text in TEXTS.items()])
    yield Engine(index, lambda numbers: [(n, f"Report {n}", TEXTS[n]) for n in numbers], wide=request.param)
    index.close()


def test_the_words_are_those_of_the_best_hits_and_none_of_the_query(engine):
    words = engine.feedback(Word("ferry"))
    assert {"wreck", "divers", "lighthouse"} <= set(words)
    assert list(words.values()) == sorted(words.values(), reverse=True)
    assert next(iter(words)) == "wreck"
    assert not {"ferry", "the", "may", "taxes", "sank", "report"} & set(words)


def test_a_widened_query_takes_what_holds_much_of_the_words_behind_its_own_hits(engine):
    words = list(engine.feedback(Word("ferry")))
    found = list(engine.widened(Word("ferry"), words).numbers)
    assert set(found[:2]) == {1, 2}
    assert found[2:] == [3]
    assert set(engine.widened(Word("ferry"), ["taxes"]).numbers) == {1, 2}
    assert set(engine.widened(Word("ferry"), []).numbers) == {1, 2}


def test_fields_and_what_is_not_wanted_hold_for_what_is_added_too(engine):
    words = list(engine.feedback(Word("ferry")))
    assert set(engine.widened(parse("ferry -wreck").tree, words).numbers) == set()
    assert set(engine.widened(parse("ferry -may").tree, words).numbers) == {1, 2}
    assert set(engine.widened(parse("source:afp ferry").tree, words).numbers) == set()


def test_without_hits_or_texts_there_is_nothing_to_widen_by(engine, make_article):
    assert engine.feedback(Word("volcano")) == {}
    assert list(engine.widened(Word("volcano"), ["wreck"]).numbers) == []
    assert list(engine.widened(parse("date:2023").tree, ["wreck"]).numbers) == []
    index = Index.open(None)
    index.add([(1, make_article(1, "t", "ferry"))])
    assert Engine(index).feedback(Word("ferry")) == {}
    index.close()


def test_forms_of_one_stem_are_one_word_and_hits_count_by_their_score():
    best = [Best(3.0, "lamp lamps lamps quay"), Best(1.0, "quay quay quay harbour")]
    found = feedback(Word("ferry"), best, lambda word: 5, 100, "en")
    assert list(found) == ["lamps", "quay", "harbour"]
    assert found["lamps"] == pytest.approx(0.75 * 3 / 4)
    assert found["quay"] == pytest.approx(0.75 / 4 + 0.25 * 3 / 4)
    assert feedback(Word("ferry"), best, lambda word: 31, 100, "en") == {}
    assert feedback(Word("ferry"), best, lambda word: 1, 100, "en") == {}
    assert "lamps" not in feedback(Word("lamp"), best, lambda word: 5, 100, "en")


def test_the_tree_for_the_marks_has_the_added_words_beside_those_of_the_query():
    tree = parse("exit plan source:afp -gao").tree
    assert [leaf.text for leaf in wordy(tree)] == ["exit", "plan"]
    assert widened_tree(tree, ["camp"]) == parse("((exit plan) OR camp) source:afp -gao").tree
    assert widened_tree(tree, []) == tree
    assert widened_tree(parse("date:2023").tree, ["camp"]) == parse("date:2023").tree
