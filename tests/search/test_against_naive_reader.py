"""The engine finds and marks what a reader with all the time in the world would, with dictionaries and with arrays."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from naive_reader import TERMS, TREES, Assumed, answers, articles, mention_lookup, nears, occurrences, readings

from tui.search.analysis import LANGUAGES, tokens
from tui.search.engine import Engine
from tui.search.index import Index
from tui.search.language import parse, unparse
from tui.search.language.tree import Regex, all_of, any_of
from tui.search.marks import find_marks


def in_main_language(dossier):
    """Give the articles that tell no language the one of at least half of the others, as the search does."""
    told = [each.language for each in dossier if each.language]
    main = max(LANGUAGES, key=told.count)
    if not told or told.count(main) * 2 < len(told):
        main = ""
    return [each if each.language else replace(each, language=Assumed(main)) for each in dossier]


@settings(deadline=None)
@given(st.lists(articles(), max_size=6), TREES)
def test_the_hits_are_those_of_a_naive_reader(dossier, tree):
    index = Index.open(None)
    half = len(dossier) // 2
    index.add(enumerate(dossier[:half], 1))
    index.add(enumerate(dossier[half:], half + 1))
    expected = [number for number, each in enumerate(in_main_language(dossier), 1) if answers(tree, each)]
    plain = Engine(index, wide=False, mention_lookup=mention_lookup(dossier)).evaluate(tree)
    wide = Engine(index, wide=True, mention_lookup=mention_lookup(dossier)).evaluate(tree)
    index.close()
    assert sorted(plain.numbers) == expected
    assert wide == plain
    assert list(plain.scores) == sorted(plain.scores, reverse=True)


MARKING = st.one_of(
    TERMS.filter(lambda term: term.field in ("", "title", "text")),
    nears(),
    st.builds(
        Regex, st.sampled_from(["c.m", "^exit", "plan$", "11.?600", "[xz]", "t.*e"]), st.sampled_from(["", "text"])
    ),
)
"""What has marks wherever it is found."""


def found_in(dossier, tree):
    """Return the numbers of the hits, and of each article the marks of its title and of its text."""
    index = Index.open(None)
    index.add(enumerate(dossier))
    read = lambda numbers: [(number, dossier[number].title, dossier[number].text) for number in numbers]  # noqa: E731
    hits = set(Engine(index, read, mention_lookup=mention_lookup(dossier)).evaluate(tree).numbers)
    index.close()
    return hits, [
        tuple(
            find_marks(tree, text, each.language, field, told=not isinstance(each.language, Assumed))
            for field, text in (("title", each.title), ("text", each.text))
        )
        for each in in_main_language(dossier)
    ]


@settings(deadline=None)
@given(st.lists(articles(), min_size=1, max_size=4), MARKING)
def test_every_hit_of_a_term_has_a_mark_and_nothing_else_has(dossier, term):
    hits, marks = found_in(dossier, term)
    assert {number for number, of_fields in enumerate(marks) if any(of_fields)} == hits


@settings(deadline=None)
@given(
    st.lists(articles(), min_size=1, max_size=4),
    st.recursive(
        MARKING,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(all_of),
            st.lists(inner, min_size=2, max_size=3).map(any_of),
            st.tuples(inner, TREES).map(all_of),
        ),
        max_leaves=5,
    ),
)
def test_every_hit_of_a_query_that_asks_for_words_has_a_mark(dossier, tree):
    hits, marks = found_in(dossier, tree)
    assert all(any(marks[number]) for number in hits)


@settings(deadline=None)
@given(articles(), TERMS.filter(lambda term: not getattr(term, "slop", 0)))
def test_the_marks_of_a_term_cover_its_words_and_no_others(read, term):
    for field, text in (("title", read.title), ("text", read.text)):
        assume(all(len(here) == 1 for here in readings(text, read.language, field)))
        marks = find_marks(term, text, read.language, field)
        covered = {
            position
            for position, word in enumerate(tokens(text))
            if any(start <= word.start and word.end <= end for start, end in marks)
        }
        asked = term.field in ("", field)
        assert covered == (set().union(*occurrences(term, text, read.language)) if asked else set())


@given(TREES)
def test_random_trees_print_and_parse(tree):
    again = parse(unparse(tree))
    assert again.fault is None
