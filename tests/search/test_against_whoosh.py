"""Whoosh's own searcher, on the same index and with the same formula, gives the same articles in the same order."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.dossier.article import Article
from tui.search.collection import Collection
from tui.search.engine import Engine
from tui.search.index import Index
from tui.search.language.tree import And, Near, Not, Or, Phrase, Prefix, Word, all_of, any_of, none_of
from tui.search.ranking import Ranking

WORDS = ["camp", "exit", "plan", "troops", "base", "road"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
TERMS = st.one_of(
    st.builds(Word, st.sampled_from(WORDS), st.just("text"), st.just(True)),
    st.builds(Prefix, st.sampled_from(["c", "ro", "p"]), st.just("text")).map(Not),
)
TREES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(all_of),
        st.lists(inner, min_size=2, max_size=3).map(any_of),
        inner.map(none_of),
    ),
    max_leaves=5,
)


def formula():
    from whoosh import scoring

    class Scorer(scoring.BaseScorer):
        def __init__(self, searcher, field, text):
            parent = searcher.get_parent()
            lengths = [parent.reader().doc_field_length(each, field) for each in range(parent.doc_count_all())]
            found = parent.reader().doc_frequency(field, text)
            self.top, self.fixed, self.by_length = Ranking.of(lengths).factors(found)
            self.length = lambda place: searcher.reader().doc_field_length(place, field)

        def score(self, matcher):
            frequency = matcher.weight()
            return self.top * frequency / (frequency + (self.fixed + self.by_length * self.length(matcher.id())))

    class Formula(scoring.WeightingModel):
        use_final = False

        def scorer(self, searcher, fieldname, text, qf=1):
            return Scorer(searcher, fieldname, text)

    return Formula()


def translated(tree):
    from whoosh import query

    match tree:
        case Word():
            return query.Term("text", tree.text)
        case Prefix():
            return query.Prefix("text", tree.text)
        case Not():
            return query.Not(translated(tree.part))
        case And():
            return query.And([translated(part) for part in tree.parts])
        case Or():
            return query.Or([translated(part) for part in tree.parts])
    raise TypeError(tree)


def theirs(index, asked):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh.searching import Searcher
    with Searcher(index._storage.open_index().reader(), weighting=formula()) as searcher:
        found = searcher.search(asked, limit=None)
        numbers = Collection(index).column("number")
        pairs = [(hit.score, numbers[hit.docnum]) for hit in found]
    return sorted((-round(score, 9), number) for score, number in pairs)


def built(texts):
    index = Index.open(None)
    half = len(texts) // 2
    for numbers in (range(half), range(half, len(texts))):
        index.add([(number, Article(id="a", path="p", title="", text=texts[number])) for number in numbers])
    return index


@pytest.mark.filterwarnings("ignore")
@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.booleans())
def test_ranked_words_have_the_same_scores(texts, words, every):
    index = built(texts)
    tree = (all_of if every else any_of)([Word(word, "text", True) for word in words])
    ours = Engine(index).evaluate(tree)
    expected = theirs(index, translated(tree))
    assert (
        sorted((-round(score, 9), number) for number, score in zip(ours.numbers, ours.scores, strict=True)) == expected
    )
    index.close()


@pytest.mark.filterwarnings("ignore")
@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8), TREES)
def test_trees_find_the_same_articles(texts, tree):
    from whoosh import query

    index = built(texts)
    expected = theirs(index, query.And([query.Every(), translated(tree)]))
    assert sorted(Engine(index).evaluate(tree).numbers) == sorted(number for _, number in expected)
    index.close()


@pytest.mark.filterwarnings("ignore")
@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8), st.lists(st.sampled_from(WORDS), min_size=2, max_size=3))
def test_phrases_find_the_same_articles(texts, words):
    from whoosh import query

    index = built(texts)
    expected = theirs(index, query.Phrase("text", words))
    ours = Engine(index).evaluate(Phrase(" ".join(words), "text", True))
    assert sorted(ours.numbers) == sorted(number for _, number in expected)
    beside = Engine(index).evaluate(Near(tuple(Word(word, "text", True) for word in words), 1, True))
    assert sorted(beside.numbers) == sorted(ours.numbers)
    index.close()
