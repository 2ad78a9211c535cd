"""The snapshot: which words of a dossier a word stands for, and which of them count in which article."""

from __future__ import annotations

import pytest

from tui.search.engine import Engine
from tui.search.index import Index
from tui.search.language import parse
from tui.search.language.tree import Word
from tui.search.marks import find_marks

FRENCH = {
    1: ("Le mal", "le mal est fait, et il est grand"),
    2: ("Un mâle", "le mâle et les mâles sont partis"),
    3: ("La route", "le côté de la route"),
    4: ("La mer", "la côte de la mer, une côte"),
    5: ("COTE D'AZUR", "LA COTE EN CAPITALES"),
    6: ("L'état", "les états de l'Etat"),
}


@pytest.fixture(params=[False, True], ids=["plain", "wide"])
def engine(request, make_article):
    index = Index.open(None)
    index.add([(n, make_article(n, title, text, language="fr")) for n, (title, text) in FRENCH.items()])
    yield Engine(index, wide=request.param)
    index.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("mâle", [2]),
        ("mâles", [2]),
        ("mal", [1]),
        ("male", [2]),
        ("côté", [3, 5]),
        ("côte", [4, 5]),
        ("=côte", [4, 5]),
        ("cote", [5, 3, 4]),
        ("état", [6]),
        ("etats", [6]),
    ],
)
def test_an_accent_makes_another_word_where_both_are_written(engine, query, expected):
    found = list(engine.evaluate(parse(query).tree).numbers)
    assert found[:1] == expected[:1]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("query", "marked"), [("côté", ["côté"]), ("cote", ["côté", "cote", "CÔTE"]), ("mal", ["mal"])]
)
def test_marks_tell_accents_apart_as_the_engine_does(engine, query, marked):
    tree, text = parse(query).tree, "le côté, une cote, LA CÔTE, un mâle, le mal"
    engine.evaluate(tree)
    if query == "côté":
        marked = ["côté", "cote"]
    assert [text[start:end] for start, end in find_marks(tree, text, "fr", barred=engine.barred)] == marked


def test_a_phrase_takes_accents_as_written(engine):
    assert list(engine.evaluate(parse('"le côté"').tree).numbers) == [3]
    assert list(engine.evaluate(parse('"la côté"').tree).numbers) == [5]


def test_how_often_a_word_is_written_in_which_way(engine):
    engine.evaluate(Word("a"))
    with engine._current() as snapshot:
        assert snapshot.ways("cote") == {"côte": 1, "côté": 1, "cote": 1}
        assert snapshot.ways("male") == {"mâle": 1}


@pytest.mark.parametrize("wide", [False, True], ids=["plain", "wide"])
def test_a_word_outranks_any_number_of_its_other_forms(make_article, wide):
    index = Index.open(None)
    texts = {1: "camps " * 200, 2: "a long text with one camp in it " + "and more of it " * 200, 3: "camped"}
    index.add([(number, make_article(number, "t", text, language="en")) for number, text in texts.items()])
    engine = Engine(index, wide=wide)
    assert list(engine.evaluate(Word("camp")).numbers) == [2, 1, 3]
    assert next(iter(engine.evaluate(Word("camping")).numbers)) == 1  # nowhere as asked: the forms rank as words do
    index.close()


@pytest.mark.parametrize("wide", [False, True], ids=["plain", "wide"])
@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (("fr", "fr", ""), {1, 2, 3}),
        (("fr", "", ""), {1, 2, 3}),
        (("es", "es", ""), {2}),
        (("es", "fr", ""), {1, 2, 3}),
    ],
)
def test_texts_of_unknown_language_are_read_in_that_of_the_dossier(make_article, wide, languages, expected):
    index = Index.open(None)
    texts = {1: "les soldats sont là", 2: "un soldat", 3: "Soldats blessés."}
    if "es" in languages:
        texts[1] = "des soldat"
    for (number, text), language in zip(texts.items(), languages, strict=True):
        index.add([(number, make_article(number, "t", text, language=language))])
    engine = Engine(index, wide=wide)
    found = set(engine.evaluate(Word("soldat")).numbers)
    assert found == (expected | {1} if "es" in languages else expected)
    assert engine.main_language == ("fr" if "fr" in languages else "")
    index.close()


@pytest.mark.parametrize("wide", [False, True], ids=["plain", "wide"])
def test_a_title_that_is_the_beginning_of_the_text_counts_once(make_article, wide):
    index = Index.open(None)
    rest = " and went on for a while with other things"
    index.add(
        [
            (1, make_article(1, "The ferry left…", f"The ferry left late{rest}")),
            (2, make_article(2, "The ferry left late", f"The ferry left late\nIt went{rest}")),
            (6, make_article(6, "The ferry left late", f"The ferry left late. It went{rest}")),
            (3, make_article(3, "On the quay", f"The ferry left late{rest}")),
            (4, make_article(4, "The ferry", f"A made title: the ferry{rest}", title_made=True)),
            (5, make_article(5, "The ferry", f"A mended title: the ferry{rest}", title_made=True, title_said="you")),
        ]
    )
    engine = Engine(index, wide=wide)
    found = engine.evaluate(Word("ferry"))
    scores = dict(zip(found.numbers, found.scores, strict=True))
    assert scores[2] > scores[1]
    assert scores[6] > scores[1]
    assert scores[5] > scores[4]
    assert abs(scores[1] - scores[3]) < 0.1 * scores[3]
    assert set(engine.evaluate(parse("title:ferry").tree).numbers) == {1, 2, 4, 5, 6}
    assert set(engine.evaluate(parse("title:ferries").tree).numbers) == set()
    index.close()


def test_a_beginning_of_a_title_is_found_in_its_forms(make_article, index):
    index.add([(1, make_article(1, "The ferries left", "The ferries left the quay", language="en"))])
    assert list(Engine(index).evaluate(parse("title:ferry").tree).numbers) == [1]


def test_a_small_word_stands_for_itself_alone(index, make_article):
    index.add(
        [(1, make_article(1, "t", "on the other", language="en")), (2, make_article(2, "t", "ons", language="en"))]
    )
    engine = Engine(index)
    assert list(engine.evaluate(Word("on")).numbers) == [1]
    assert find_marks(Word("on"), "ons and on", "en") == ((8, 10),)
