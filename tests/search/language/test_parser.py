"""A corpus of queries, good and bad: what each one is read as, printed back, or what is wrong with it and where."""

from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Span
from tui.search.language import parse, unparse
from tui.search.language.tree import (
    And,
    Everything,
    Fuzzy,
    Mentioned,
    Near,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Published,
    Regex,
    State,
    Wildcard,
    Word,
)

EXTENT = Span(date(2021, 3, 4), date(2024, 11, 8))


def words(*texts, field=""):
    return tuple(Word(text, field) for text in texts)


TREES = [
    ("nothing", "", Everything()),
    ("only spaces", " \t \u00a0 ", Everything()),
    ("a star", "*", Everything()),
    ("two stars", "* *", Everything()),
    ("a star and a word", "* camp", Word("camp")),
    ("one word", "camp", Word("camp")),
    ("two words", "camp handover", And(words("camp", "handover"))),
    ("words and AND", "camp AND handover", And(words("camp", "handover"))),
    ("OR", "camp OR base", Or(words("camp", "base"))),
    ("French OR", "camp OU base", Or(words("camp", "base"))),
    ("French AND and NOT", "camp ET base SAUF tente", And((*words("camp", "base"), Not(Word("tente"))))),
    ("small or is a word", "camp or base", And(words("camp", "or", "base"))),
    ("OR binds tighter than a space", "a b OR c", And((Word("a"), Or(words("b", "c"))))),
    ("OR binds tighter than AND", "a AND b OR c", And((Word("a"), Or(words("b", "c"))))),
    ("three by OR", "a OR b OR c", Or(words("a", "b", "c"))),
    ("minus", "-camp", Not(Word("camp"))),
    ("NOT", "NOT camp", Not(Word("camp"))),
    ("NOT in the middle", "base NOT camp", And((Word("base"), Not(Word("camp"))))),
    ("AND NOT", "base AND NOT camp", And((Word("base"), Not(Word("camp"))))),
    ("minus under OR", "a OR -b", Or((Word("a"), Not(Word("b"))))),
    ("NOT of NOT", "NOT NOT a", Word("a")),
    ("minus before a group", "-(a b)", Not(And(words("a", "b")))),
    ("minus before a phrase", '-"a b"', Not(Phrase("a b"))),
    ("minus before a field", "-title:a", Not(Word("a", "title"))),
    ("a minus that stands alone", "a - b", And(words("a", "b"))),
    ("a hyphen within a word", "counter-terrorism", Word("counter-terrorism")),
    ("a typographic minus", "−camp", Not(Word("camp"))),
    ("a group", "(a b)", And(words("a", "b"))),
    ("groups within groups", "((a) (b OR (c)))", And((Word("a"), Or(words("b", "c"))))),
    ("a flat AND", "(a b) c", And(words("a", "b", "c"))),
    ("a group after a word", "camp(s)", And(words("camp", "s"))),
    ("an open group", "(a OR b", Or(words("a", "b"))),
    ("a group that is being typed", "a (", Word("a")),
    ("an OR that is being typed", "a OR", Word("a")),
    ("an OR that is being typed in a group", "(a OR", Word("a")),
    ("an AND that is being typed", "a AND", Word("a")),
    ("a NOT that is being typed", "a NOT", Word("a")),
    ("a minus that is being typed", "a -", Word("a")),
    ("a field that is being typed", "a title:", Word("a")),
    ("a NEAR that is being typed", "a NEAR/5", Word("a")),
    ("a NEAR whose distance is being typed", "a NEAR/", Word("a")),
    ("a phrase", '"exit plan"', Phrase("exit plan")),
    ("an open phrase", '"exit plan', Phrase("exit plan")),
    ("a phrase that is being typed", 'a "', Word("a")),
    ("a phrase in curly quotes", "“exit plan”", Phrase("exit plan")),
    ("a phrase in guillemets", "« plan de sortie »", Phrase("plan de sortie")),
    ("a phrase with no-break spaces", "«\u00a0plan de sortie\u202f»", Phrase("plan de sortie")),
    ("a phrase of one word", '"camp"', Phrase("camp")),
    ("operators within a phrase", '"a OR -b"', Phrase("a OR -b")),
    ("a phrase of signs alone", 'a "--"', Word("a")),
    ("a loose phrase", '"a b"~5', Phrase("a b", slop=5)),
    ("an exact phrase", '="the camps"', Phrase("the camps", exact=True)),
    ("an exact word", "=camps", Word("camps", exact=True)),
    ("an exact word in a field", "title:=camps", Word("camps", "title", True)),
    ("NEAR", "a NEAR/5 b", Near(words("a", "b"), 5)),
    ("NEAR without a distance", "a NEAR b", Near(words("a", "b"), 10)),
    ("ADJ", "a ADJ/2 b", Near(words("a", "b"), 2, True)),
    ("ADJ without a distance", "a ADJ b", Near(words("a", "b"), 1, True)),
    ("a chain of NEAR", "a NEAR/3 b NEAR/3 c", Near(words("a", "b", "c"), 3)),
    ("NEAR of phrases and patterns", '"a b" NEAR/3 c*', Near((Phrase("a b"), Prefix("c")), 3)),
    ("NEAR of an OR", "(a OR b) NEAR/3 c", Near((Or(words("a", "b")), Word("c")), 3)),
    ("NEAR in a field", "title:(a NEAR/3 b)", Near(words("a", "b", field="title"), 3)),
    ("NEAR binds tighter than OR", "a NEAR/3 b OR c", Or((Near(words("a", "b"), 3), Word("c")))),
    ("a prefix", "with*", Prefix("with")),
    ("a wildcard", "wom?n", Wildcard("wom?n")),
    ("a star in front", "*ment", Wildcard("*ment")),
    ("stars at both ends", "*draw*", Wildcard("*draw*")),
    ("a question mark", "army left?", And(words("army", "left"))),
    ("a fuzzy word", "lacroy~1", Fuzzy("lacroy", 1)),
    ("a fuzzy word without a number", "lacroy~", Fuzzy("lacroy", 1)),
    ("a fuzzy word, two letters", "lacroy~2", Fuzzy("lacroy", 2)),
    ("a regular expression", "/goundam|ber/", Regex("goundam|ber")),
    ("a slash in a regular expression", r"/a\/b/", Regex("a/b")),
    ("a regular expression in a field", "title:/^mali/", Regex("^mali", "title")),
    ("a regular expression with spaces", "/new york/ camp", And((Regex("new york"), Word("camp")))),
    ("a regular expression of later Pythons", "/[[a]b/", Regex("[[a]b")),
    ("a folder is no regular expression", "path:/reports/", Word("reports", "path")),
    ("folders are none either", 'chemin:/new reports/2023/ "a/b"', None),
    ("an open regular expression is text", "/etc", Word("etc")),
    ("a title", "title:camp", Word("camp", "title")),
    ("a title, capital letter", "Title:camp", Word("camp", "title")),
    ("a title, French", "titre:camp", Word("camp", "title")),
    ("a space after the colon", "title: camp", Word("camp", "title")),
    ("a phrase in a field", 'source:"al mayadeen"', Phrase("al mayadeen", "source")),
    ("a group in a field", "title:(a b)", And(words("a", "b", field="title"))),
    ("an OR with NOT in a field", "title:(a OR -b)", Or((Word("a", "title"), Not(Word("b", "title"))))),
    ("a field within a field", "title:(a text:b)", And((Word("a", "title"), Word("b", "text")))),
    ("a prefix in a field", "source:reut*", Prefix("reut", "source")),
    ("any value", "source:*", Wildcard("*", "source")),
    ("a list", "source:afp,reuters", Or(words("afp", "reuters", field="source"))),
    ("a list with phrases", 'tag:"a b",c', Or((Phrase("a b", "tag"), Word("c", "tag")))),
    ("a list that is being typed", "source:afp,", Word("afp", "source")),
    ("French names", "auteur:islam langue:fr", And((Word("islam", "author"), Word("fr", "lang")))),
    ("a name without its accent", "etiquette:onu", Word("onu", "tag")),
    ("undated", "is:undated", State("undated")),
    ("starred", "is:starred", State("starred")),
    ("of a status of two words", "is:to-check", State("to-check")),
    ("a note", "note:check", Word("check", "note")),
    ("of doubtful date", "is:doubtful", State("doubtful")),
    ("of doubtful date, in French", "est:douteux", State("doubtful")),
    ("a path and an id", "path:2023 id:abc", And((Word("2023", "path"), Word("abc", "id")))),
    ("a time is text", "12:30", Word("12:30")),
    ("an address is text", "https://un.org/a?b=c:d", Word("https://un.org/a?b=c:d")),
    ("a colon before a space is text", "Mali: the end", And(words("Mali", "the", "end"))),
    ("a double colon is text", "std::sort", Word("std::sort")),
    ("elision", "l’ONU", Word("l'ONU")),
    ("a number with a comma", "11,600", Word("11,600")),
    ("a number with a no-break space", "15\u00a0000", Word("15\u202f000")),
    ("signs without letters", "camp -- & ! … ,", Word("camp")),
    ("an ampersand", "AT&T", Word("AT&T")),
    ("Arabic", "المينوسما", Word("المينوسما")),
    ("a year", "date:2023", Published(date(2023, 1, 1), date(2023, 12, 31))),
    ("a month", "date:2023-06", Published(date(2023, 6, 1), date(2023, 6, 30))),
    ("a leap month", "date:2024-02", Published(date(2024, 2, 1), date(2024, 2, 29))),
    ("a day", "date:2023-06-30", Published(date(2023, 6, 30), date(2023, 6, 30))),
    ("a range", "date:2023-06..2023-12", Published(date(2023, 6, 1), date(2023, 12, 31))),
    ("an open beginning", "date:..2023-06", Published(None, date(2023, 6, 30))),
    ("an open end", "date:2023-06..", Published(date(2023, 6, 1), None)),
    ("brackets", "date:[2023-06 TO 2023-12]", Published(date(2023, 6, 1), date(2023, 12, 31))),
    (
        "brackets within a group",
        "date:([2021-02 TO 2021-03] OR [2023 TO *])",
        Or((Published(date(2021, 2, 1), date(2021, 3, 31)), Published(date(2023, 1, 1), None))),
    ),
    ("brackets with an open end", "date:[2023-06 TO *]", Published(date(2023, 6, 1), None)),
    ("open brackets", "date:[2023-06 TO 2023-12", None),
    ("before", "before:2023-07", Published(None, date(2023, 7, 31))),
    ("after", "after:2023", Published(date(2023, 1, 1), None)),
    ("French before", "avant:2023", Published(None, date(2023, 12, 31))),
    ("greater", "date:>2023-06", Published(date(2023, 7, 1), None)),
    ("not less", "date:>=2023-06", Published(date(2023, 6, 1), None)),
    ("less", "date:<2023-06", Published(None, date(2023, 5, 31))),
    ("not greater", "date:<=2023-06", Published(None, date(2023, 6, 30))),
    ("the last days", "date:end-30d..end", Published(date(2024, 10, 9), date(2024, 11, 8))),
    ("the first weeks", "date:start..start+2w", Published(date(2021, 3, 4), date(2021, 3, 18))),
    ("the last months", "after:end-2m", Published(date(2024, 9, 8), None)),
    ("a year back, to a shorter month", "date:end-1y", Published(date(2023, 11, 8), date(2023, 11, 8))),
    ("a month by name", "date:june-2023", Published(date(2023, 6, 1), date(2023, 6, 30))),
    ("a month by short name", "date:jun2023", Published(date(2023, 6, 1), date(2023, 6, 30))),
    ("a month in quotes", 'date:"June 2023"', Published(date(2023, 6, 1), date(2023, 6, 30))),
    ("a day in French", 'date:"30 août 2023"', Published(date(2023, 8, 30), date(2023, 8, 30))),
    ("a day in American", 'date:"June 30, 2023"', Published(date(2023, 6, 30), date(2023, 6, 30))),
    ("a quarter", "date:2023-q2", Published(date(2023, 4, 1), date(2023, 6, 30))),
    ("slashes", "date:2023/06/30", Published(date(2023, 6, 30), date(2023, 6, 30))),
    ("day first", "date:30/06/2023", Published(date(2023, 6, 30), date(2023, 6, 30))),
    ("dated at all", "date:*", Published()),
    (
        "two dates of which any will do",
        "date:(2021 OR 2023)",
        Or((Published(date(2021, 1, 1), date(2021, 12, 31)), Published(date(2023, 1, 1), date(2023, 12, 31)))),
    ),
    ("an event", "event:2023-06", Mentioned(date(2023, 6, 1), date(2023, 6, 30))),
    ("an event on a day", "event:2023-06-30", Mentioned(date(2023, 6, 30), date(2023, 6, 30))),
    ("an event, French", "événement:2023", Mentioned(date(2023, 1, 1), date(2023, 12, 31))),
    ("an event in a range", "event:2013..2015", Mentioned(date(2013, 1, 1), date(2015, 12, 31))),
    ("an event with an open end", "event:2013..", Mentioned(date(2013, 1, 1), None)),
    ("an event after", "event:>2013", Mentioned(date(2014, 1, 1), None)),
    ("an event in brackets", "event:[* TO 2013]", Mentioned(None, date(2013, 12, 31))),
    ("an event in the last days", "event:end-30d..end", Mentioned(date(2024, 10, 9), date(2024, 11, 8))),
    ("an event in quotes", 'event:"June 2023"', Mentioned(date(2023, 6, 1), date(2023, 6, 30))),
    ("any event at all", "event:*", Mentioned()),
    ("no event of a year", "-event:2023", Not(Mentioned(date(2023, 1, 1), date(2023, 12, 31)))),
    (
        "an event in what was published when",
        "camp event:2012 date:2024",
        And(
            (
                Word("camp"),
                Mentioned(date(2012, 1, 1), date(2012, 12, 31)),
                Published(date(2024, 1, 1), date(2024, 12, 31)),
            )
        ),
    ),
    (
        "one of two events",
        "event:(2012 OR 2020)",
        Or((Mentioned(date(2012, 1, 1), date(2012, 12, 31)), Mentioned(date(2020, 1, 1), date(2020, 12, 31)))),
    ),
    ("not in a year", "-date:2023", Not(Published(date(2023, 1, 1), date(2023, 12, 31)))),
]

FAULTS = [
    ("an unknown field", "camp sorce:afp", 5, "source:"),
    ("an unknown field like none", "zzzz:afp", 0, "quotation marks"),
    ("an empty group", "a ()", 2, "empty"),
    ("an empty group in a field", "title:()", 6, "empty"),
    ("a bracket that closes nothing", "a )", 2, "closes nothing"),
    ("an OR in front", "OR a", 0, "OR joins"),
    ("an AND in front", "AND a", 0, "AND joins"),
    ("an OR in front of a group's end", "(OR a)", 1, "OR joins"),
    ("two operators", "a OR OR b", 5, "OR and OR"),
    ("two different operators", "a AND OR b", 6, "AND and OR"),
    ("NOT before OR", "a NOT OR b", 6, "NOT and OR"),
    ("NEAR in front", "NEAR/3 a", 0, "NEAR/3 joins"),
    ("NEAR of nothing", "a NEAR/0 b", 2, "at least 1"),
    ("NEAR with a stroke and no number", "camp NEAR/ gao", 5, "NEAR/5"),
    ("ADJ with no number behind the stroke", "camp ADJ/x gao", 5, "ADJ/5"),
    ("NEAR of a group", "a NEAR/3 (b c)", 2, "NEAR takes"),
    ("NEAR of two fields", "title:a NEAR/3 text:b", 8, "one field"),
    ("a month that is none", "date:2023-13", 5, "no 2023-13"),
    ("a day that is none", "camp date:2023-02-30", 10, "no 2023-02-30"),
    ("year zero", "date:0000", 5, "no 0000"),
    ("a word that is no date", "date:soon", 5, "not a date"),
    ("today", "date:today", 5, "no today"),
    ("a range the wrong way round", "date:2023-12..2023-06", 5, "before it begins"),
    ("a date that reads two ways", "date:07/08/2023", 5, "ambiguous"),
    ("an unknown order", "sort:size", 5, "relevance"),
    ("an unknown state", "is:lost", 3, "undated"),
    ("an event that is no date", "camp event:soon", 11, "not a date"),
    ("an event today", "event:today", 6, "no today"),
    ("an event that reads two ways", "event:07/08/2023", 6, "ambiguous"),
    ("a regular expression in notes", "note:/check/", 5, "titles and texts"),
    ("a bad regular expression", "camp /(/", 5, "cannot be read"),
    ("a regular expression of a place alone", r"/\b/", 0, "at least one"),
    ("a regular expression that only looks ahead", "/(?=camp)/", 0, "at least one"),
    ("a regular expression in names", "source:/re.ters/", 7, "titles and texts"),
    ("a regular expression among names", "source:(afp OR /re.ters/)", 15, "titles and texts"),
    ("a regular expression that matches nothing", "/a*/", 0, "at least one"),
    ("a regular expression that could take for ever", "/(a+)+b/", 0, "forever"),
    ("too many letters", "camp~3", 0, "1 or 2"),
    ("a star and letters that differ", "cam*~1", 0, "not both"),
    ("a question mark and letters that differ", "c?mp~1", 0, "not both"),
    ("exact prefix", "=camp*", 0, "exact form"),
    ("too deep", "(" * 50 + "a", 40, "deep"),
    ("too long", "a" * 10_001, 10_000, "characters"),
]

LACKS = [
    ("a field of dates", "date:", 0, 5, "date: is incomplete"),
    ("a field of words", "camp text:", 5, 5, "text: is incomplete"),
    ("a state", "is:", 0, 3, "is: is incomplete"),
    ("an order", "camp sort:", 5, 5, "sort: is incomplete"),
    ("a field in a group", "(camp title:) gao", 6, 6, "title: is incomplete"),
    ("a field behind AND", "camp AND date:", 9, 5, "date: is incomplete"),
    ("a field behind NOT", "NOT date:", 4, 5, "date: is incomplete"),
    ("NOT", "NOT", 0, 3, "NOT is incomplete"),
    ("OR", "camp OR", 5, 2, "OR is incomplete"),
    ("OR in a group", "(camp OR) gao", 6, 2, "OR is incomplete"),
    ("NEAR", "camp NEAR/5", 5, 6, "NEAR/5 is incomplete"),
    ("an open bracket", "camp (", 5, 1, "( is incomplete"),
    ("empty quotation marks", '""', 0, 2, '"" is incomplete'),
    ("an open quotation mark", "camp «", 5, 1, "« is incomplete"),
    ("a slash", "/", 0, 1, "nothing to look for"),
    ("two slashes", "//", 0, 2, "nothing to look for"),
    ("an equals sign", "=", 0, 1, "nothing to look for"),
    ("a tilde", "~", 0, 1, "nothing to look for"),
    ("question marks", "???", 0, 3, "nothing to look for"),
    ("an emoji", "🚧", 0, 1, "nothing to look for"),
    ("an emoji in a field", "title:🚧", 6, 1, "nothing to look for"),
    ("an emoji and an order", "sort:date 🚧", 10, 1, "nothing to look for"),
]

UNTAKEN = [
    ("nothing", "", ()),
    ("what is complete", 'camp* OR -"a b"~3 date:2023 sort:date', ()),
    ("open brackets and quotation marks around something", '(camp OR "ber gao', ()),
    ("everything", "*", ()),
    ("a clause that breaks off", "camp date:", ("date: is ignored: it is incomplete",)),
    ("an emoji", "camp 🚧", ("🚧 is ignored: it has no letter or digit",)),
    ("the same twice", "camp & ber & gao", ("& is ignored: it has no letter or digit",)),
    ("no more than three", "camp & % # $", tuple(f"{sign} is ignored: it has no letter or digit" for sign in "&%#")),
]

ORDERS = [
    ("by date", "camp sort:date", "date"),
    ("the newest first", "sort:-date camp", "-date"),
    ("by relevance", "sort:relevance", "relevance"),
    ("in French", "tri:pertinence", "relevance"),
    ("by source", "sort:source", "source"),
    ("the longest first", "camp sort:-length", "-length"),
    ("the last one counts", "sort:date sort:source", "source"),
    ("none", "camp", ""),
]


@pytest.mark.parametrize(("query", "tree"), [case[1:] for case in TREES], ids=[case[0] for case in TREES])
def test_a_good_query_is_read_and_printed_back(query, tree):
    parsed = parse(query, EXTENT)
    assert parsed.fault is None
    assert tree is None or parsed.tree == tree
    assert parse(unparse(parsed.tree)).tree == parsed.tree


@pytest.mark.parametrize(("query", "column", "says"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_bad_query_is_a_fault_with_its_column(query, column, says):
    parsed = parse(query, EXTENT)
    assert parsed.tree == Nothing()
    assert parsed.fault is not None
    assert parsed.fault.column == column
    assert says in parsed.fault.message


@pytest.mark.parametrize(
    ("query", "column", "length", "says"), [case[1:] for case in LACKS], ids=[case[0] for case in LACKS]
)
def test_what_a_finished_query_lacks_is_no_fault_while_it_is_typed(query, column, length, says):
    parsed = parse(query, EXTENT)
    assert parsed.fault is None
    assert parsed.lack is not None
    assert (parsed.lack.column, parsed.lack.length) == (column, length)
    assert says in parsed.lack.message


@pytest.mark.parametrize(("query", "untaken"), [case[1:] for case in UNTAKEN], ids=[case[0] for case in UNTAKEN])
def test_what_asks_nothing_is_told(query, untaken):
    parsed = parse(query, EXTENT)
    assert parsed.untaken == untaken
    assert parsed.lack is None or "date:" in query


@pytest.mark.parametrize(("query", "order"), [case[1:] for case in ORDERS], ids=[case[0] for case in ORDERS])
def test_the_order_belongs_to_the_query_and_not_to_the_tree(query, order):
    parsed = parse(query, EXTENT)
    assert (parsed.fault, parsed.order) == (None, order)
    assert parse(unparse(parsed.tree, parsed.order)) == parsed


def test_relative_dates_need_a_dated_dossier():
    fault = parse("date:end-30d..end", None).fault
    assert fault is not None
    assert "neither start nor end" in fault.message


def in_words(written, extent):
    """Read one date in words, and tell from when it would count."""
    return {"early spring": extent and Span.of_day(extent.last), "the 1990s": Span.of_year(1990)}.get(written)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ('date:"early spring"', Published(date(2024, 11, 8), date(2024, 11, 8))),
        ('event:"the 1990s"..2000', None),
        ('event:"the 1990s"', Mentioned(date(1990, 1, 1), date(1990, 12, 31))),
        ("date:[the 1990s TO 2001]", Published(date(1990, 1, 1), date(2001, 12, 31))),
        ('date:"June 2023"', Published(date(2023, 6, 1), date(2023, 6, 30))),
    ],
)
def test_dates_in_words_are_read_by_whoever_knows_them(query, tree):
    parsed = parse(query, EXTENT, in_words)
    assert parsed.fault is None
    assert tree is None or parsed.tree == tree


@pytest.mark.parametrize("query", ["date:soon", "date:2023-99", "event:12"])
def test_what_nobody_knows_is_a_fault(query):
    assert parse(query, EXTENT, in_words).fault is not None


def test_a_number_is_no_date_in_words():
    parse("date:2023-0", EXTENT, lambda written, extent: pytest.fail(f"{written} has no letter"))


def test_the_corpus_holds_more_than_a_hundred_queries():
    assert len(TREES) + len(FAULTS) + len(ORDERS) > 100
