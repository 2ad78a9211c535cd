"""Where nothing is found, other queries ask for less."""

from __future__ import annotations

import pytest

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
]


@pytest.mark.parametrize(("query", "expected"), [case[1:] for case in CORPUS], ids=[case[0] for case in CORPUS])
def test_the_alternatives_of_a_query(query, expected):
    assert alternatives(parse(query).tree) == expected
