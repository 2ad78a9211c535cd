"""The engine: its order, its notes, its examples, and what it does with regular expressions and mentioned dates."""

from __future__ import annotations

import pytest

from tui.dossier.article import Article
from tui.errors import Cancelled
from tui.search.engine import Engine
from tui.search.index import Index
from tui.search.language import parse
from tui.search.language.tree import (
    And,
    Mentioned,
    Prefix,
    Regex,
    Wildcard,
    Word,
    all_of,
    leaves,
)
from tui.search.marks import find_marks


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
    ("a word", "camp", []),
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


FORMS = [
    ("a word", "camp", [("camps", 2), ("camping", 1)]),
    ("two words, of which one is a form of the other", "camp camps", [("camping", 1)]),
    ("in a group", "lantern (camp OR cat)", [("camps", 2), ("camping", 1)]),
    ("not what is asked against", "lantern -camp", []),
    ("the very form", "=camp", []),
    ("a phrase", '"camp lantern"', []),
    ("a word that says nothing", "the", []),
    ("a field of names", "source:camp", []),
    ("a beginning", "cam*", []),
]


@pytest.mark.parametrize(("query", "expected"), [case[1:] for case in FORMS], ids=[case[0] for case in FORMS])
def test_the_other_forms_of_words_are_counted(index, make_article, query, expected):
    texts = ["camp camps lantern the", "camp camps", "camp", "camping the"]
    index.add([(number, make_article(number, "t", text, language="en")) for number, text in enumerate(texts, 1)])
    assert Engine(index).other_forms(parse(query).tree) == expected


def test_what_a_term_stands_for_comes_from_all_parts_of_the_index(index, make_article):
    for number, text in enumerate(["camping", "camps camped", "camps", "campus"], 1):
        index.add([(number, make_article(number, "t", text, language="en"))])
    assert len(index.segments) > 1
    assert Engine(index).other_forms(Word("camp")) == [("camps", 2), ("camped", 1), ("camping", 1)]
    assert Engine(index).stands_for(Prefix("camp")) == ["camps", "camped", "camping", "campus"]
    assert Engine(index).stands_for(Wildcard("camp?d")) == ["camped"]
    assert Engine(index).frequent("cam") == "camps"


def test_a_term_of_too_many_words_names_none(index, make_article, monkeypatch):
    monkeypatch.setattr("tui.search.snapshot.MOST_WORDS", 2)
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
    monkeypatch.setattr("tui.search.regexes._WHOLE", -1.0)
    long = "lamp " + "harbour " * 3_000 + "ferry"
    index.add([(number, make_article(number, "t", "x")) for number in (1, 2, 3)])
    texts = {1: long, 2: f"{long}\n{long}", 3: "lamp ferry"}
    engine = Engine(index, lambda numbers: [(number, "t", texts[number]) for number in numbers])
    found = engine.evaluate(Regex("lamp.*ferry"))
    assert list(found.numbers) == [3]
    assert found.notes == ("in 3 paragraphs /lamp.*ferry/ was only searched within 2,048 characters",)
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
    monkeypatch.setattr("tui.search.snapshot.MOST_WORDS", 2)
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
    engine = Engine(index, mention_lookup=lambda span: known)
    assert list(engine.evaluate(Mentioned()).numbers) == [1]
    known.add(2)
    assert list(engine.evaluate(Mentioned()).numbers) == [1, 2]


def test_other_spellings_come_from_the_words_of_the_dossier(index, make_article):
    index.add([(1, make_article(1, "Goundam", "goundam gounda"))])
    engine = Engine(index)
    assert engine.respelled(parse("gundam camp").tree)[0] == ("goundam for gundam", "goundam camp")
    assert engine.respelled(parse("goundam").tree) == []


def test_words_stand_for_those_of_all_segments(index, make_article):
    for number, text in enumerate(["lamp lamps", "lamps", "lamping lantern"], 1):
        index.add([(number, make_article(number, "t", text, language="en"))])
    assert len(index.segments) == 3
    engine = Engine(index)
    assert engine.other_forms(Word("lamp")) == [("lamps", 2), ("lamping", 1)]
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


FRENCH = {
    1: ("Le président va mal", "Le président va mal et le dit. Il ira mal demain."),
    2: ("La mission", "La mission quitte le Mali en décembre."),
    3: ("Le retrait", "Les soldats ont quitté le Mali. Un soldat va mal."),
    4: ("Les soldats", "Les soldats partent. Ils vont mieux."),
}


@pytest.fixture
def french(make_article):
    index = Index.open(None)
    index.add([(n, make_article(n, title, text, language="fr")) for n, (title, text) in FRENCH.items()])
    yield index
    index.close()


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize(
    ("query", "expected"),
    [("Mali", {2, 3}), ("mali", {2, 3}), ("mal", {1, 3}), ("soldat", {3, 4}), ("soldats", {3, 4})],
)
def test_a_name_is_not_stemmed_into_another_word(french, wide, query, expected):
    assert set(Engine(french, wide=wide).evaluate(parse(query).tree).numbers) == expected


def test_marks_know_names_as_the_engine_does(french):
    engine, tree = Engine(french), parse("Mali").tree
    engine.evaluate(tree)
    text = FRENCH[3][1]
    (mark,) = find_marks(tree, text, "fr", barred=engine.barred)
    assert text[slice(*mark)] == "Mali"
    assert engine.stands_for(tree) == []


@pytest.mark.parametrize("wide", [False, True])
def test_the_word_itself_outranks_its_other_forms(make_article, wide):
    index = Index.open(None)
    texts = {1: "the camps of the north", 2: "the camp of the north"}
    index.add([(number, make_article(number, "t", text, language="en")) for number, text in texts.items()])
    engine = Engine(index, wide=wide)
    assert list(engine.evaluate(parse("camp").tree).numbers) == [2, 1]
    assert list(engine.evaluate(parse("camps").tree).numbers) == [1, 2]
    index.close()


@pytest.mark.parametrize("wide", [False, True], ids=["plain", "wide"])
def test_the_word_itself_in_a_text_outranks_another_form_of_it_in_a_title(make_article, wide):
    index = Index.open(None)
    index.add([(1, make_article(1, "The plan", "Nothing.", language="en"))])
    index.add([(2, make_article(2, "t", "Of several plans, one was kept.", language="en"))])
    engine = Engine(index, wide=wide)
    assert list(engine.evaluate(Word("plans")).numbers) == [2, 1]
    assert list(engine.evaluate(parse("title:plans").tree).numbers) == [1]
    index.close()
