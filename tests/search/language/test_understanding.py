"""The understood line says in plain words how a query was read."""

from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Span
from tui.search.language import parse, understood
from tui.search.language.printing import leaf_text
from tui.search.language.understanding import written_span

LINES = [
    ("everything", "", ""),
    ("words and a range", "withdrawal camps date:2023-06..2023-12", "withdrawal AND camps · published Jun–Dec 2023"),
    ("dates wherever they were written", "date:2023 camp", "camp · published 2023"),
    ("an OR among words", "a b OR c", "a AND (b OR c)"),
    ("an OR alone", "b OR c", "b OR c"),
    ("a quote that is closed", '"exit plan', '"exit plan"'),
    ("NOT", "camp -tent", "camp AND NOT tent"),
    ("a source after the words", "source:afp camp", "camp · source afp"),
    ("before and after are one range", "before:2023-07 after:2023", "published Jan–Jul 2023"),
    ("an open beginning", "camp date:..2023-06", "camp · published until the end of Jun 2023"),
    ("an open end", "date:2023-06..", "published from Jun 2023"),
    ("ranges with nothing in common", "date:2021 date:2023", "published from 1 Jan 2023 and until 31 Dec 2021"),
    ("undated", "is:undated", "undated"),
    ("of doubtful date", "camp is:doubtful", "camp · of doubtful date"),
    ("near", "camp NEAR/5 ber", "camp up to 5 words from ber"),
    ("near, and a word", "tent camp NEAR/5 ber", "tent AND (camp up to 5 words from ber)"),
    ("not near", "-(camp NEAR/5 ber)", "NOT (camp up to 5 words from ber)"),
    ("nothing at all", "-*", "NOT everything"),
    ("everything or a word", "* OR camp", "everything OR camp"),
    ("an order of everything", "sort:date", "oldest first"),
    ("neighbours in order", "camp ADJ ber", "camp right before ber"),
    ("an order", "camp sort:-date", "camp · newest first"),
    ("dated", "date:*", "with a date"),
    ("an event", "event:2023-06 camp", "camp · mentions Jun 2023"),
    ("an event in what was published", "date:2024 event:2012..2013", "mentions 2012–2013 · published 2024"),
    ("two events are two", "event:2012 event:2020", "mentions 2012 · mentions 2020"),
    ("an event from a day on", "event:2013..", "mentions a day from 2013 on"),
    ("an event until a day", "event:..2013-06-05", "mentions a day until 5 Jun 2013"),
    ("any event", "event:*", "mentions a date"),
    ("no event", "-event:2012", "NOT mentions 2012"),
]

SPANS = [
    ("a day", date(2023, 6, 3), date(2023, 6, 3), "3 Jun 2023"),
    ("days of a month", date(2023, 6, 3), date(2023, 6, 9), "3–9 Jun 2023"),
    ("a month", date(2023, 6, 1), date(2023, 6, 30), "Jun 2023"),
    ("months of two years", date(2023, 6, 1), date(2024, 3, 31), "Jun 2023 – Mar 2024"),
    ("years", date(2021, 1, 1), date(2023, 12, 31), "2021–2023"),
    ("days of two months", date(2023, 6, 3), date(2023, 7, 1), "3 Jun 2023 – 1 Jul 2023"),
]


@pytest.mark.parametrize(("query", "line"), [case[1:] for case in LINES], ids=[case[0] for case in LINES])
def test_the_understood_line(query, line):
    parsed = parse(query)
    assert understood(parsed.tree, parsed.order) == line


TELLING = [
    ("nothing to tell", "camp", {}, "camp"),
    ("a form", "camp", {"camp": ["camps"]}, "camp (camps)"),
    ("more than fit", "camp*", {"camp*": list("abcde")}, "camp* (a, b, c, 2 more)"),
    ("in a group", "(camp OR tent) ber", {"tent": ["tents"]}, "(camp OR tent (tents)) AND ber"),
    ("under a NOT", "ber -camp", {"camp": ["camps"]}, "ber AND NOT camp (camps)"),
]


@pytest.mark.parametrize(("query", "words", "line"), [case[1:] for case in TELLING], ids=[case[0] for case in TELLING])
def test_what_a_term_stands_for_is_told_beside_it(query, words, line):
    assert understood(parse(query).tree, stands_for=lambda leaf: words.get(leaf_text(leaf), ())) == line


@pytest.mark.parametrize(("first", "last", "said"), [case[1:] for case in SPANS], ids=[case[0] for case in SPANS])
def test_a_span_is_said_as_short_as_it_can_be(first, last, said):
    assert written_span(Span(first, last)) == said
