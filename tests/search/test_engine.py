"""The engine finds what a reader with all the time in the world would find, with dictionaries and with arrays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.days import Span
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.errors import Cancelled
from tui.search.analysis import tokens, words
from tui.search.engine import Engine
from tui.search.index import Index
from tui.search.language import parse, unparse
from tui.search.language.tree import (
    And,
    Everything,
    Fuzzy,
    Mentioned,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Regex,
    State,
    Wildcard,
    Word,
    all_of,
    any_of,
    leaves,
    none_of,
)
from tui.search.marks import find_marks
from tui.search.slots import slots_of

VOCABULARY = [
    *("camp", "camps", "camping", "troop", "troops", "retire", "retiré", "retirée", "the", "l'ONU", "onu", "Mali's"),
    *("11,600", "11600", "exit", "plan", "plans", "counter-plan", "été", "ETE", "x"),
]
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=14).map(" ".join)
DATES = st.sampled_from([None, "2022", "2023-06", "2023-06-30", "2023-07-01", "2024-02-29"])


@st.composite
def articles(draw):
    iso = draw(DATES)
    return Article(
        id="abcdefghij",
        path="a/b.md",
        title=draw(TEXTS),
        text=draw(TEXTS) + draw(st.sampled_from(["", "\n\n" + "plan exit camp"])),
        published=PublishedDate.from_iso(iso, Provenance.TEXT) if iso else None,
        source=draw(st.sampled_from(["", "AFP", "Al Mayadeen", "Mayadeen"])),
        tags=tuple(draw(st.lists(st.sampled_from(["exit plan", "camp", "plan"]), max_size=2))),
        language=draw(st.sampled_from(["en", "fr", "", "ar"])),
        retold=draw(st.booleans()),
        doubt=draw(st.sampled_from(["", "the text says 2023"])),
    )


FIELDS = st.sampled_from(["", "", "", "title", "text", "source", "tag"])
TERMS = st.one_of(
    st.builds(Word, st.sampled_from([*VOCABULARY, "afp", "mayadeen", "trop"]), FIELDS, st.booleans()),
    st.builds(Phrase, TEXTS.filter(bool), FIELDS, st.booleans()),
    st.builds(Phrase, TEXTS.filter(bool), FIELDS, st.just(False), st.integers(1, 4)),
    st.builds(Prefix, st.sampled_from(["c", "camp", "pl", "l'o", "11,6", "zz"]), FIELDS),
    st.builds(Wildcard, st.sampled_from(["c*p", "?lan", "*s", "retir??", "counter-p*n"]), FIELDS),
    st.builds(Fuzzy, st.sampled_from(["cmap", "trops", "plam"]), st.integers(1, 2), FIELDS),
)


@st.composite
def nears(draw):
    field = draw(st.sampled_from(["", "title", "text"]))
    words = st.builds(Word, st.sampled_from(VOCABULARY), st.just(field))
    phrases = st.builds(Phrase, TEXTS.filter(bool), st.just(field))
    part = st.one_of(words, phrases, st.lists(words, min_size=2, max_size=2, unique=True).map(any_of))
    return Near(tuple(draw(st.lists(part, min_size=2, max_size=3))), draw(st.integers(1, 4)), draw(st.booleans()))


LEAVES = st.one_of(
    TERMS,
    nears(),
    st.just(Everything()),
    st.sampled_from([State("undated"), State("doubtful"), State("retold")]),
    st.builds(Published, st.sampled_from([None, date(2023, 6, 15)]), st.sampled_from([None, date(2023, 6, 30)])),
    st.builds(Mentioned, st.sampled_from([None, date(2012, 6, 15)]), st.sampled_from([None, date(2012, 6, 30)])),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(all_of),
        st.lists(inner, min_size=1, max_size=3).map(any_of),
        inner.map(none_of),
    ),
    max_leaves=6,
)


NAMED = {"camp": Span.of_year(2012), "plan": Span.of_day(date(2012, 6, 20)), "x": Span.of_day(date(2020, 1, 1))}
"""The days that some words of a text name."""


def named(article):
    return [span for word, span in NAMED.items() if word in article.text.split()]


def mentioning(dossier):
    """Answer which articles name a day of a span, as an engine asks it."""
    return lambda span: frozenset(
        number for number, each in enumerate(dossier, 1) if any(days.overlaps(span) for days in named(each))
    )


def values(article, field):
    return {"tag": article.tags}.get(field) or (() if field == "tag" else (getattr(article, field),))


def occurrences(node, text, language):
    """Every way in which a term stands in a text: sets of positions, found by trying all of them."""
    found = words(text)
    if isinstance(node, Or):
        return [each for part in node.parts for each in occurrences(part, text, language)]
    slots = slots_of(node)
    if isinstance(node, Phrase) and node.slop:
        width = len(slots) + node.slop
        windows = (range(at, min(at + width, len(found))) for at in range(len(found)))
        return [set(window) for window in windows if holds_all(found, window, slots, language)]
    starts = range(len(found) - len(slots) + 1) if slots else ()
    return [
        set(range(at, at + len(slots)))
        for at in starts
        if all(slot.accepts(found[at + place], language) for place, slot in enumerate(slots))
    ]


def holds_all(found, window, slots, language):
    accepted = [{at for at in window if slot.accepts(found[at], language)} for slot in slots]
    return all(accepted) and len(set().union(*accepted)) >= len(slots)


def chains(node, text, language):
    def follows(one, other):
        forward = min(other) - max(one)
        backward = min(one) - max(other)
        return 0 < forward <= node.distance or (not node.ordered and 0 < backward <= node.distance)

    rows = [occurrences(part, text, language) for part in node.parts]
    reached = rows[0]
    for row in rows[1:]:
        reached = [other for other in row if any(follows(one, other) for one in reached)]
    return bool(reached)


def answers(tree, article):
    """Say whether an article answers a tree, by reading it."""
    match tree:
        case And():
            return all(answers(part, article) for part in tree.parts)
        case Or():
            return any(answers(part, article) for part in tree.parts)
        case Not():
            return not answers(tree.part, article)
        case Everything():
            return True
        case State():
            states = {
                "retold": article.retold,
                "doubtful": article.doubt != "",
                "undated": article.published is None,
            }
            return states[tree.name]
        case Published():
            wished = Span(tree.first or date.min, tree.last or date.max)
            return article.published is not None and article.published.span.overlaps(wished)
        case Mentioned():
            wished = Span(tree.first or date.min, tree.last or date.max)
            return any(days.overlaps(wished) for days in named(article))
    field = tree.parts[0] if isinstance(tree, Near) else tree
    while isinstance(field, Or):
        field = field.parts[0]
    find = chains if isinstance(tree, Near) else occurrences
    fields = [field.field] if field.field else ["title", "text"]
    return any(find(tree, value, article.language) for name in fields for value in values(article, name))


@settings(deadline=None)
@given(st.lists(articles(), max_size=6), TREES)
def test_the_hits_are_those_of_a_naive_reader(dossier, tree):
    index = Index.open(None)
    half = len(dossier) // 2
    index.add(enumerate(dossier[:half], 1))
    index.add(enumerate(dossier[half:], half + 1))
    expected = [number for number, each in enumerate(dossier, 1) if answers(tree, each)]
    plain = Engine(index, wide=False, mentioning=mentioning(dossier)).evaluate(tree)
    wide = Engine(index, wide=True, mentioning=mentioning(dossier)).evaluate(tree)
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
    hits = set(Engine(index, read, mentioning=mentioning(dossier)).evaluate(tree).numbers)
    index.close()
    return hits, [
        (find_marks(tree, each.title, each.language, "title"), find_marks(tree, each.text, each.language))
        for each in dossier
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
        marks = find_marks(term, text, read.language, field)
        covered = {
            position
            for position, word in enumerate(tokens(text))
            if any(start <= word.start and word.end <= end for start, end in marks)
        }
        asked = term.field in ("", field)
        assert covered == (set().union(*occurrences(term, text, read.language)) if asked else set())


@pytest.mark.parametrize("wide", [False, True], ids=["plain", "wide"])
def test_a_word_in_the_title_ranks_before_the_same_in_the_text(index, make_article, wide):
    index.add([(1, make_article(1, "Report", "the camp was shut")), (2, make_article(2, "Camp", "the base was shut"))])
    assert list(Engine(index, wide=wide).evaluate(Word("camp")).numbers) == [2, 1]


@pytest.mark.parametrize("wide", [False, True], ids=["plain", "wide"])
def test_what_does_not_rank_comes_in_the_order_of_numbers(index, make_article, wide):
    index.add([(number, make_article(number, "a", "b", source="AFP")) for number in (5, 3, 9)])
    found = Engine(index, wide=wide).evaluate(Word("afp", "source"))
    assert (list(found.numbers), list(found.scores)) == ([3, 5, 9], [0.0, 0.0, 0.0])


def test_an_evaluation_that_is_not_wanted_any_more_stops(index, make_article):
    index.add([(1, make_article(1, "a", "b"))])
    with pytest.raises(Cancelled):
        Engine(index).evaluate(Word("a"), stop=lambda: True)


def test_an_engine_sees_what_was_added_since(index, make_article):
    engine = Engine(index)
    assert list(engine.evaluate(Word("camp")).numbers) == []
    index.add([(1, make_article(1, "Camp", ""))])
    assert list(engine.evaluate(Word("camp")).numbers) == [1]


def test_a_regular_expression_reads_what_the_other_words_left(index, make_article):
    texts = {1: "left Goundam", 2: "left Ber", 3: "stayed in Goundam"}
    index.add([(number, make_article(number, "t", text)) for number, text in texts.items()])
    asked = []

    def read(numbers):
        asked.extend(numbers)
        return [(number, "t", texts[number]) for number in numbers]

    found = Engine(index, read).evaluate(all_of([Regex("g.undam"), Word("left")]))
    assert list(found.numbers) == [1]
    assert asked == [1, 2]


@pytest.mark.parametrize(("query", "expected"), [("id:abc", [1, 2]), ("id:=abc", [1]), ('id:"abc"', [1])])
def test_an_id_is_found_by_its_beginning_unless_it_is_asked_for_exactly(index, query, expected):
    index.add([(number, Article(id=name, path="p", title="", text="")) for number, name in ((1, "abc"), (2, "abcd"))])
    assert sorted(Engine(index).evaluate(parse(query).tree).numbers) == expected


STANDS_FOR = [
    ("forms of a stem", "camp", ["camps", "camping"]),
    ("a word alone", "lantern", []),
    ("the very form", "=camps", []),
    ("a beginning", "cam*", ["camp", "camps", "camping"]),
    ("a pattern", "*ing", ["camping"]),
    ("a misspelling", "cmap~1", ["camp"]),
    ("a word that says nothing", "the", []),
    ("a field of names", "source:coast", []),
    ("two words", '"camp lantern"', []),
]


@pytest.mark.parametrize(("query", "expected"), [case[1:] for case in STANDS_FOR], ids=[case[0] for case in STANDS_FOR])
def test_a_term_names_what_it_stands_for(index, make_article, query, expected):
    texts = ["camp camps lantern the", "camp camps", "camp", "camping the"]
    index.add([(number, make_article(number, "t", text, language="en")) for number, text in enumerate(texts, 1)])
    assert Engine(index).stands_for(parse(query).tree) == expected


def test_what_a_term_stands_for_comes_from_all_parts_of_the_index(index, make_article):
    for number, text in enumerate(["camping", "camps camped", "camps", "campus"], 1):
        index.add([(number, make_article(number, "t", text, language="en"))])
    assert len(index.segments) > 1
    assert Engine(index).stands_for(Word("camp")) == ["camps", "camped", "camping"]
    assert Engine(index).stands_for(Prefix("camp")) == ["camps", "camped", "camping", "campus"]
    assert Engine(index).stands_for(Wildcard("camp?d")) == ["camped"]
    assert Engine(index).frequent("cam") == "camps"


def test_a_term_of_too_many_words_names_none(index, make_article, monkeypatch):
    monkeypatch.setattr("tui.search.collection.MOST_WORDS", 2)
    index.add([(1, make_article(1, "t", "ab abc")), (2, make_article(2, "t", "ab"))])
    index.add([(3, make_article(3, "t", "abc abcd abcde"))])
    engine = Engine(index)
    assert [engine.stands_for(term) for term in (Prefix("ab"), Wildcard("ab*"), Wildcard("*e"))] == [[], [], ["abcde"]]


def test_a_regular_expression_is_left_within_one_long_line(index, make_article):
    index.add([(1, make_article(1, "t", "harbour"))])
    asked = []

    def stop():
        asked.append(True)
        return len(asked) > 5

    long = "harbour " * 100_000
    with pytest.raises(Cancelled):
        Engine(index, lambda numbers: [(number, "t", long) for number in numbers]).evaluate(Regex("lamp"), stop)
    assert len(asked) < 10


def test_a_regular_expression_that_needs_more_than_there_is_time_for_says_so(index, make_article, monkeypatch):
    monkeypatch.setattr("tui.search.patience._WHOLE", -1.0)
    long = "lamp " + "harbour " * 3_000 + "ferry"
    index.add([(number, make_article(number, "t", "x")) for number in (1, 2, 3)])
    texts = {1: long, 2: f"{long}\n{long}", 3: "lamp ferry"}
    engine = Engine(index, lambda numbers: [(number, "t", texts[number]) for number in numbers])
    found = engine.evaluate(Regex("lamp.*ferry"))
    assert list(found.numbers) == [3]
    assert found.notes == ("in 3 paragraphs /lamp.*ferry/ was looked for within 2,048 characters alone",)
    assert engine.evaluate(Regex("lamp .{5}")).notes == ()


def test_a_match_as_long_as_a_long_line_is_found_and_marked(index, make_article):
    text = "harbour " * 3_000 + "lamp " + "harbour " * 3_000 + "ferry"
    index.add([(1, make_article(1, "t", text))])
    tree = Regex("lamp.*ferry")
    assert list(Engine(index, lambda numbers: [(1, "t", text)]).evaluate(tree).numbers) == [1]
    assert find_marks(tree, text, "en") == ((text.index("lamp"), len(text)),)


@pytest.mark.parametrize(
    ("query", "told"), [("ab*", 1), ("*b*", 1), ("abx~1", 1), ("b*", 0)], ids=["prefix", "pattern", "letters", "few"]
)
def test_a_term_that_was_cut_short_says_so_every_time(index, make_article, monkeypatch, query, told):
    monkeypatch.setattr("tui.search.collection.MOST_WORDS", 2)
    index.add([(number, make_article(number, "t", f"lamp ab{number} b")) for number in range(4)])
    engine, tree = Engine(index), parse(query).tree
    notes = engine.evaluate(tree).notes
    assert len(notes) == told
    assert engine.evaluate(tree).notes == notes
    assert engine.evaluate(And((tree, Word("b")))).notes == notes


def test_a_regular_expression_without_texts_says_so(index, make_article):
    index.add([(1, make_article(1, "t", "x"))])
    assert Engine(index).evaluate(Regex("x")).notes == ("regular expressions cannot be asked here",)


def test_mentioned_dates_without_anybody_who_knows_them_say_so(index, make_article):
    index.add([(1, make_article(1, "t", "x"))])
    found = Engine(index).evaluate(Mentioned())
    assert (list(found.numbers), found.notes) == ([], ("mentioned dates cannot be asked here",))


def test_mentioned_dates_are_asked_for_every_time(index, make_article):
    index.add([(number, make_article(number, "t", "x")) for number in (1, 2)])
    known = {1}
    engine = Engine(index, mentioning=lambda span: known)
    assert list(engine.evaluate(Mentioned()).numbers) == [1]
    known.add(2)
    assert list(engine.evaluate(Mentioned()).numbers) == [1, 2]


def test_other_spellings_come_from_the_words_of_the_dossier(index, make_article):
    index.add([(1, make_article(1, "Goundam", "goundam gounda"))])
    engine = Engine(index)
    assert engine.respelled(parse("gundam camp").tree)[0] == ("goundam for gundam", "goundam camp")
    assert engine.respelled(parse("goundam").tree) == []


@given(TREES)
def test_random_trees_print_and_parse(tree):
    again = parse(unparse(tree))
    assert again.fault is None


def test_words_stand_for_those_of_all_segments(index, make_article):
    for number, text in enumerate(["lamp lamps", "lamps", "lamping lantern"], 1):
        index.add([(number, make_article(number, "t", text, language="en"))])
    assert len(index.segments) == 3
    engine = Engine(index)
    assert engine.stands_for(Word("lamp")) == ["lamps", "lamping"]
    assert engine.stands_for(Prefix("la")) == ["lamps", "lamp", "lamping", "lantern"]
    assert engine.frequent("lan") == "lantern"


@pytest.mark.parametrize("wide", [False, True], ids=["dictionaries", "arrays"])
def test_articles_that_went_are_named_nowhere(index, make_article, wide):
    texts = ["lamp lamps quay", "lamp quay", "lamps ferry", "ferry quays", "lamplight ferry " * 40, "quay harbor"]
    articles = [(number, make_article(number, "t", text, language="en")) for number, text in enumerate(texts, 1)]
    index.add(articles)
    index.remove([5, 6])
    fresh = Index.open(None)
    fresh.add(articles[:4])
    old, new = Engine(index, wide=wide), Engine(fresh, wide=wide)
    for query in ("lamp", "quay ferry", "lamp*", "lampe~2", "lamp NEAR/2 quay", "-ferry"):
        tree = parse(query).tree
        assert sorted(old.evaluate(tree).numbers) == sorted(new.evaluate(tree).numbers)
        assert [old.stands_for(leaf) for leaf in leaves(tree)] == [new.stands_for(leaf) for leaf in leaves(tree)]
    assert old.respelled(Word("harbor")) == new.respelled(Word("harbor")) == []
    assert old.respelled(Word("lamplihgt")) == []
    assert old.frequent("laml") == old.frequent("lampl") == ""
    assert old.related("", "lamplight harbor ferry") == new.related("", "lamplight harbor ferry") == "ferry"
    fresh.close()


def test_a_word_that_only_articles_hold_that_went_gives_way_to_another(index, make_article):
    index.add([(number, make_article(number, "t", text)) for number, text in ((1, "harbour"), (2, "x"), (3, "harbor"))])
    index.remove([3])
    assert Engine(index).respelled(Word("harbor")) == [("harbour for harbor", "harbour")]
