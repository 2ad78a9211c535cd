"""Where nothing is found, other queries ask for less."""

from __future__ import annotations

import pytest

from tui.search.engine import Engine
from tui.search.language import parse
from tui.search.suggestions import alternatives

CORPUS = [
    ("one word leaves nothing to drop", "camp", []),
    ("everything", "", []),
    (
        "two words",
        "camp ber",
        [('without "camp"', "ber"), ('without "ber"', "camp"), ("any of the words", "camp OR ber")],
    ),
    (
        "a date",
        "camp date:2023-06",
        [
            ('without "camp"', "date:2023-06-01..2023-06-30"),
            ("dates a quarter of a year wider", "camp date:2023-03-01..2023-09-30"),
            ("without the dates", "camp"),
        ],
    ),
    (
        "a mentioned date",
        "camp event:2012-06-30..",
        [
            ('without "camp"', "event:2012-06-30.."),
            ("dates a quarter of a year wider", "camp event:2012-03-30.."),
            ("without the mentioned dates", "camp"),
        ],
    ),
    (
        "a source is no word",
        "camp source:afp",
        [('without "camp"', "source:afp"), ('without source "afp"', "camp")],
    ),
    ("an OR is one part", "a OR b", []),
    ("a phrase", '"exit plan"', [('"exit plan" with other words among them', '"exit plan"~10')]),
    ("a phrase of one word", '"exit"', []),
    ("a loose phrase", '"exit plan"~2', []),
    (
        "near",
        "exit NEAR/2 plan camp",
        [
            ("the same words, however far apart", "exit plan camp"),
            ("without exit NEAR/2 plan", "camp"),
            ('without "camp"', "exit NEAR/2 plan"),
            ("any of the words", "exit NEAR/2 plan OR camp"),
        ],
    ),
]


@pytest.mark.parametrize(("query", "expected"), [case[1:] for case in CORPUS], ids=[case[0] for case in CORPUS])
def test_the_alternatives_of_a_query(query, expected):
    assert alternatives(parse(query).tree) == expected


def test_of_a_long_query_any_of_the_words_is_offered_too():
    many = [f"word{number}" for number in range(40)]
    found = alternatives(parse(" ".join(many)).tree)
    assert found[-1] == ("any of the words", " OR ".join(many))
    assert found[0] == ('without "word0"', " ".join(many[1:]))
    assert len(found) == 17


def test_no_word_is_respelled_as_one_that_says_nothing(index, make_article):
    index.add([(1, make_article(1, "t", "the one lamp")), (2, make_article(2, "t", "on the lamps"))])
    assert Engine(index).respelled(parse("onu").tree) == [("one for onu", "one")]
    assert Engine(index).respelled(parse("thx").tree) == []
