"""What is pushed of an article comes back as it was, and says by its digest when it is another one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from naive_reader import articles

from tui.catalogue.mentions import Mention
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.served.ready_words import (
    BAR,
    Forms,
    accented_pieces,
    bag,
    forms_of,
    numbers_of,
    pieces,
    plain_stream,
    positions,
    ways_of,
)
from tui.served.schema import Pushed, article_of, digest, document, mappings

WHOLE = Article(
    id="abcdefghij",
    path="a/b.md",
    title="A title",
    text="First.\n\nSecond.",
    published=structs.replace(PublishedDate.from_iso("2023-06", Provenance.TEXT), said="set by you"),
    candidates=(PublishedDate.from_iso("2022", Provenance.BYLINE),),
    doubt="why",
    captured=date(2024, 1, 2),
    address="https://a.example/",
    day_order="day first",
    source="AFP",
    author="A. B.",
    language="en",
    tags=("one", "two"),
    title_made=True,
    title_said="set by you",
    retold=True,
    left_out=("a line",),
    words=2,
    section="World",
    page="A3",
    edition="late",
    archive_number="77",
    length=9,
)


def test_every_field_of_an_article_comes_back():
    assert article_of(json.loads(json.dumps(document(Pushed(1, WHOLE), "o", 0)["article"]))) == WHOLE


@given(articles())
def test_any_article_comes_back(article):
    assert article_of(json.loads(json.dumps(document(Pushed(1, article), "o", 0)["article"]))) == article


def test_whatever_else_is_there_makes_an_article_or_nothing_worse():
    for odd in (
        {},
        {"title": 7, "tags": "x", "published": 3, "candidates": [[1]], "captured": "soon", "words": "many"},
    ):
        assert article_of(odd).text == ""
    hostile = article_of({"title": "a\x1b[31mb\u202e", "text": "x\x07\n\ny", "source": "\x9b"})
    assert hostile.title == "a[31mb"
    assert hostile.text == "x\n\ny"
    assert hostile.source == ""


def test_the_digest_tells_every_change():
    pushed = Pushed(1, WHOLE, (Mention(0, 1, "DATE", "2012", days=(1, 2)),), "x")
    others = [
        replace(pushed, article=structs.replace(WHOLE, text="Other.")),
        replace(pushed, article=structs.replace(WHOLE, tags=())),
        replace(pushed, mentions=()),
        replace(pushed, copy_of=""),
    ]
    assert len({digest(pushed), *map(digest, others)}) == 5
    assert digest(replace(pushed, number=2)) == digest(pushed)


def test_a_document_has_no_field_that_the_mapping_does_not_know():
    made = document(Pushed(1, WHOLE, (Mention(0, 1, "DATE", "2012", days=(5, 5)),) * 3, "x"), "o", 0)
    known = mappings()["properties"]
    assert made.keys() <= known.keys()
    for name in ("w", "facet", "keys", "forms", "mentioned"):
        assert made[name].keys() <= known[name]["properties"].keys()


def test_days_that_a_text_names_twice_are_counted_twice():
    again = Mention(0, 1, "DATE", "2012-01-01", days=(734503, 734503))
    long = Mention(0, 1, "DATE", "2012", days=(734503, 734868))
    made = document(Pushed(1, WHOLE, (again, again, long)), "o", 0)["mentioned"]
    assert made == {"day": ["2012-01-01"], "more": ["734503-734503#1", "734503-734868#0"]}


@given(st.text(max_size=80), st.sampled_from(["en", "fr", "ar", "", "de"]))
def test_pieces_survive_a_server_that_splits_at_spaces_and_bars(text, language):
    found = positions(text, language)
    made = accented_pieces(pieces(found, language), found, ways_of([text]))
    assert len(made) == len(found.words)
    tokens = [token for piece in made for token in piece.split(BAR)]
    assert all(token and BAR not in token and not any(map(str.isspace, token)) for token in tokens)
    json.dumps(tokens, ensure_ascii=False).encode()
    assert len(bag([], pieces(found, language)).split()) == len(found.words)
    assert list(found.in_order()) == [word for place in range(len(found.words)) for word in found.at(place)]


def test_stems_and_accents_stand_beside_their_words():
    found = positions("The camps côté", "en")
    english = ["the|~en~the", "camps|~en~camp", "cote|~en~cote"]
    assert pieces(found, "en") == list(accented_pieces(english, found, {})) == english
    assert accented_pieces(english, found, ways_of(["camps côté cote"]))[-1] == "cote|~en~cote|cote^côté"
    assert pieces(found, "de") == ["the|~~the", "camps|~~camps", "cote|~~cote"]
    assert pieces(positions("camps", ""), "") == ["camps|~~camps|~?en~camp|~?fr~camp|~?ar~camps"]
    assert plain_stream("The camps côté", "en") == "the camps cote"
    assert bag(["camps|~~camps"], ["a|~~a"]) == f"{'|'.join(['camps|~~camps'] * 3)} a|~~a"


def test_a_number_in_words_stands_in_the_piece_of_its_last_word():
    found = positions("eleven thousand camps", "en")
    assert found.at(1) == ["thousand", "11000"]
    assert pieces(found, "en")[1] == "thousand|~en~thousand|11000|~en~11000"
    assert list(found.in_order()) == ["eleven", "thousand", "11000", "camps"]


def test_the_largest_number_of_a_position_counts():
    assert numbers_of(positions("11 600 people, 3.5 and 07", "en")) == [11600.0, 3.5]


def test_names_and_accents_are_marked_among_the_forms():
    known = Forms({"mali": None, "camps": None}, {"cote": None, "plan": None}, {"mali"}, {"cote": ["côté"]})
    forms = {form for some in forms_of(known).values() for form in some}
    assert {"mali|mali!", "camp|camps", "cote|cote^côté", "plan|plan^"} <= forms
