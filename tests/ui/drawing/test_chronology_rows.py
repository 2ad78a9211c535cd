"""The drawing of a chronology, as rows of text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len

from tui.base.days import Span
from tui.chronology.chronology import Chronology, DatedArticle, DatedStatement, Dating, Event, chronology
from tui.dates import find_dates
from tui.ui.drawing.chronology_items import (
    Item,
    has_words,
    items_of,
)
from tui.ui.drawing.chronology_rows import Role, draw_item
from tui.ui.drawing.find_in_text import pattern_of


def told(number: int, source: str, sentence: str, published: date | None = None, before: str = "") -> DatedStatement:
    """Make a statement of its first date; `before` stands in the article before the sentence."""
    when = None if published is None else Span.of_day(published)
    timex = find_dates(before + sentence, language="en", published=when)[0]
    ends = len(before) + len(sentence)
    return DatedStatement(number, f"article{number}", source, when, len(before), ends, sentence, timex)


FIRST = told(1, "Lake Post", "The last ferry left Orma on 4 March 2031.", date(2031, 3, 6))
SECOND = told(2, "Inland Times", "The ferry left for good last month, said the harbour.", date(2031, 4, 2))
OTHER = told(3, "", "No ferry has left Orma since it went on 9 March 2031.")


def dating(*statements: DatedStatement) -> Dating:
    return Dating(statements[0].timex.span, statements[0].timex, statements)


AGREED = Chronology((Event((dating(FIRST, SECOND),)),), ())
DISPUTED = Chronology((Event((dating(FIRST, SECOND), dating(OTHER))),), ())


def rows(found: Chronology, width: int, titles: dict[int, str] | None = None) -> list[str]:
    return [
        "".join(text for text, _ in line).rstrip()
        for item in items_of(found, titles)
        for line in draw_item(item, width)
    ]


def test_an_event_that_is_disputed_at_80_columns():
    assert rows(DISPUTED, 80, {3: "A quiet lake"}) == [
        "",
        " disputed: 4 Mar 2031 (Lake Post, Inland Times) or 9 Mar 2031 (no source named)",
        " 4 Mar 2031      │ The last ferry left Orma on 4 March 2031.",
        "                 │ Lake Post · 6 Mar 2031",
        "                 │ The ferry left for good last month, said the harbour.",
        "                 │ Inland Times · 2 Apr 2031 · says Mar 2031 · inferred",
        " 9 Mar 2031      │ No ferry has left Orma since it went on 9 March 2031.",
        "                 │ no source named: “A quiet lake” · undated",
    ]


def test_the_same_at_40_columns():
    assert rows(DISPUTED, 40) == [
        "",
        " disputed: 4 Mar 2031 (Lake Post,",
        " Inland Times) or 9 Mar 2031 (no source",
        " named)",
        " 4 Mar 2031",
        "│ The last ferry left Orma on 4 March",
        "│ 2031.",
        "│ Lake Post · 6 Mar 2031",
        "│ The ferry left for good last month,",
        "│ said the harbour.",
        "│ Inland Times · 2 Apr 2031 ·",
        "│ says Mar 2031 · inferred",
        " 9 Mar 2031",
        "│ No ferry has left Orma since it went",
        "│ on 9 March 2031.",
        "│ no source named · undated",
    ]


def test_dates_that_agree_are_given_once_at_120_columns():
    assert rows(AGREED, 120) == [
        "",
        " 4 Mar 2031      │ The last ferry left Orma on 4 March 2031.",
        "                 │ Lake Post · 6 Mar 2031",
        "                 │ The ferry left for good last month, said the harbour.",
        "                 │ Inland Times · 2 Apr 2031 · says Mar 2031 · inferred",
    ]


def test_a_retold_statement_names_whom_it_retells():
    retold = replace(SECOND, retold=True)
    drawn = rows(Chronology((Event((dating(retold, replace(OTHER, retold=True)),)),), ()), 80)
    assert drawn[2:] == [
        "                 │ retold from Inland Times · 2 Apr 2031 · inferred",
        "                 │ No ferry has left Orma since it went on 9 March 2031.",
        "                 │ retold, no source named · undated · says 9 Mar 2031",
    ]
    mixed = items_of(Chronology((Event((dating(FIRST),)), Event((dating(retold),))), ()))
    assert [item.statement for item in mixed if has_words([item], [pattern_of("retold")])] == [retold]


def test_a_statement_that_stands_alone_has_no_line_down_its_side():
    assert rows(Chronology((Event((dating(FIRST),)),), ()), 80)[1:] == [
        " 4 Mar 2031        The last ferry left Orma on 4 March 2031.",
        "                   Lake Post · 6 Mar 2031",
    ]


def test_written_and_inferred_dates_are_pieces_of_their_own():
    pieces = [piece for item in items_of(AGREED) for line in draw_item(item, 80) for piece in line]
    assert [text for text, role in pieces if role is Role.WRITTEN] == ["4 March 2031"]
    assert [text for text, role in pieces if role is Role.INFERRED] == ["last month"]


def test_words_that_were_typed_are_marked():
    pattern = pattern_of("FERRY")
    pieces = [piece for line in draw_item(items_of(AGREED)[0], 80, [pattern]) for piece in line]
    assert [text for text, role in pieces if role is Role.FOUND] == ["ferry"]


def test_a_sentence_without_end_is_shown_around_its_date_and_says_so():
    long = told(1, "Lake Post", "word " * 4000 + "on 4 March 2031 " + "word " * 4000)
    drawn = rows(Chronology((Event((dating(long),)),), ()), 80)
    assert len(drawn) < 40
    assert drawn[1].split("2031")[1].strip().startswith("… word")
    assert drawn[-2].endswith("word …")
    assert any("4 March 2031" in row for row in drawn)


def test_what_stays_open_stands_apart_at_the_end():
    open_date = told(4, "Lake Post", "The lake froze on Friday.")
    items = items_of(Chronology(AGREED.entries, (open_date,)))
    assert [item.date for item in items] == ["4 Mar 2031", "", "open"]


HOSTILE = [
    ("escape", "The \x1b[2Jferry \x07left on 4 March 2031."),
    ("bidi", "The \u202egnp\u202c ferry \u2066left\u2069 on 4 March 2031."),
    ("wide", "漢字かな交じり文漢字かな交じり文漢字かな交じり文 on 4 March 2031 漢字かな交じり文"),
    ("long-word", "x" * 3000 + " on 4 March 2031."),
    ("joined", "\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301\u0301 on 4 March 2031."),
    ("markup", "The [bold]ferry[/] [@click=app.quit]left[/] on 4 March 2031."),
]


@pytest.mark.parametrize("sentence", [case[1] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
@pytest.mark.parametrize("width", [1, 12, 40, 63, 64, 80, 120])
def test_every_row_is_printable_and_exactly_as_wide_as_was_asked(sentence, width):
    hostile = told(1, sentence[:20], sentence, date(2031, 3, 6))
    for item in items_of(Chronology((Event((dating(hostile), dating(OTHER))),), ()), {1: sentence}):
        for line in draw_item(item, width):
            assert sum(cell_len(text) for text, _ in line) == width
            assert not any(ord(letter) < 32 or letter in "\x7f\u202e\u2066" for text, _ in line for letter in text)


ENTRIES = Chronology((Event((dating(FIRST), dating(OTHER))), Event((dating(SECOND),))), ())

NARROWED = [
    ("nothing", "", [1, 3, 2]),
    ("a-word", "harbour", [2]),
    ("a-source-keeps-the-other-side", "lake post", [1, 3]),
    ("a-date", "9 mar 2031", [1, 3]),
    ("all-words", "ferry harbour", [2]),
    ("none", "volcano", []),
]


@pytest.mark.parametrize(("words", "numbers"), [case[1:] for case in NARROWED], ids=[case[0] for case in NARROWED])
def test_an_event_is_kept_or_left_out_as_a_whole(words, numbers):
    patterns = [pattern_of(word) for word in words.split()]
    events: dict[int, list[Item]] = {}
    for item in items_of(ENTRIES):
        events.setdefault(item.event, []).append(item)
    kept = [item.statement.number for items in events.values() if has_words(items, patterns) for item in items]
    assert kept == numbers


def test_a_range_shows_both_ends():
    sentence = "The fair of Orma ran from 3 May to 7 May 2031."
    one, other = find_dates(sentence, language="en", published=None)
    ranged = replace(told(1, "Lake Post", sentence), timex=one, until=other)
    drawn = rows(Chronology((Event((Dating(ranged.span, one, (ranged,), other),)),), ()), 80)
    assert drawn[1] == " 3 May 2031 – 7    The fair of Orma ran from 3 May to 7 May 2031."
    assert drawn[2].startswith(" May 2031")


def test_a_month_stands_above_and_what_is_folded_away_is_counted():
    item = replace(items_of(AGREED)[0], month="March 2031", more=2)
    drawn = ["".join(text for text, _ in line).rstrip() for line in draw_item(item, 80)]
    assert drawn[1] == " March 2031"
    assert drawn[-1].endswith("2 more statements")


def test_a_real_chronology_is_listed_in_the_order_of_its_events():
    texts = ("The bridge opened on 3 May 2030. The ferry sank in 2028.", "In June 2029 the mayor signed a treaty.")
    accounts = [
        DatedArticle(number, f"a{number}", "Lake Post", None, text, find_dates(text, language="en", published=None))
        for number, text in enumerate(texts)
    ]
    assert [item.date for item in items_of(chronology(accounts))] == ["2028", "Jun 2029", "3 May 2030"]
