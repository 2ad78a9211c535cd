from __future__ import annotations

from array import array
from datetime import date

import pytest
from msgspec.structs import replace

from tui.base.days import Span
from tui.base.progress import Step
from tui.copies.listing import Groups
from tui.core.view import Query, Suggestion, View
from tui.dossier.account import Sums
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.search.language import Fault
from tui.ui.drawing.status import (
    again_words,
    count_words,
    dossier_words,
    empty_words,
    progress_words,
    reader_title,
    understood_words,
)

VIEW = View(Query("camp"), total=4, of=9, understood="camp", order="relevance")
NOTHING = View(Query("volcano"), total=0, of=9, understood="volcano")
FAULT = View(Query("sorce:x"), of=9, fault=Fault("there is no field sorce", 0, 5))


def said(words: tuple[tuple[str, str], ...]) -> str:
    return "".join(text for text, _ in words)


def test_the_count_names_order_and_span():
    assert said(count_words(VIEW)).startswith("4 of 9 articles")
    assert said(count_words(VIEW)).endswith("by relevance")
    spanned = replace(VIEW, query=Query("camp", Span(date(2023, 6, 1), date(2023, 6, 30))))
    assert "Jun 2023" in said(count_words(spanned))


def test_copies_are_counted_both_ways():
    hits = array("q", [1, 2, 3, 4])
    listing = Groups([(3, 1), (4, 1)]).listing(hits, array("d", [0.0] * 4))
    assert said(count_words(replace(VIEW, hits=hits, listing=listing))).startswith("4 of 9 articles, 2 distinct · ")


def test_a_fault_is_not_counted_and_names_its_column():
    assert said(count_words(FAULT)) == "not searched"
    assert said(understood_words(FAULT)) == "column 1: there is no field sorce"


def test_the_line_under_the_bar_says_how_a_query_was_understood_or_what_is_open():
    assert said(understood_words(VIEW, (("dossier x", "muted"),))) == "understood as camp"
    assert said(understood_words(replace(VIEW, understood=""), (("dossier x", "muted"),))) == "dossier x"


@pytest.mark.parametrize("done", [0, 1, 60, 119, 120])
def test_a_bar_of_progress_keeps_its_length(done: int):
    words = said(progress_words(Step("reading", done, 120), f"reading {done} of 120 files · 5/s", 80))
    assert words.startswith(f"reading {done} of 120 files · 5/s  ")
    assert words.count("█") == 16 * done // 120
    assert words.count("█") + words.count("░") == 16


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (40, "reading 60 of 120 files  ███████░░░░░░░░"),
        (29, "reading 60 of 120 files  ██░░"),
        (28, "reading 60 of 120 files"),
    ],
)
def test_a_bar_of_progress_gives_way_to_the_words(width: int, shown: str):
    assert said(progress_words(Step("reading", 60, 120), "reading 60 of 120 files", width)) == shown


def test_files_that_could_not_be_read_are_told():
    assert dossier_words("clips") == dossier_words("clips", Sums(3, 3)) == (("dossier clips", "muted"),)
    assert said(dossier_words("clips", Sums(3, 1, 0, 2))) == "dossier clips · 2 files could not be read: A shows them"


def test_files_in_archives_that_could_not_be_read_are_told():
    told = said(dossier_words("clips", Sums(3, 3, failed_within=1)))
    assert told == "dossier clips · 1 file could not be read: A shows them"


def test_doubtful_dates_are_told():
    assert said(dossier_words("clips", Sums(3, 3, doubtful=1))) == "dossier clips · 1 doubtful date: A shows them"
    told = said(dossier_words("clips", Sums(3, 2, 0, 1, doubtful=5)))
    assert told == "dossier clips · 1 file could not be read · 5 doubtful dates: A shows them"


def test_dates_on_which_reports_disagree_come_first_and_their_key_can_be_pressed():
    words = dossier_words("clips", disputed=4)
    assert said(words) == "T shows 4 dates on which reports disagree · dossier clips"
    assert words[0] == ("T", "key")


@pytest.mark.parametrize(
    ("width", "sums", "told"),
    [
        (60, None, "T shows 4 dates on which reports disagree · dossier clips"),
        (56, None, "T shows 4 dates on which reports disagree"),
        (80, Sums(3, 3, doubtful=1), "T shows 4 dates on which reports disagree · 1 doubtful date: A shows them"),
    ],
)
def test_the_name_of_the_dossier_gives_way_to_what_needs_a_look(width: int, sums, told: str):
    assert said(dossier_words("clips", sums, disputed=4, width=width)) == told
    assert said(dossier_words("clips", width=3)) == "dossier clips"


def test_the_title_says_where_and_whose():
    published = PublishedDate.from_iso("2023-08-20", Provenance.FRONT_MATTER)
    article = Article("a", "a.md", "Title", "Text.", published=published, source="AFP", retold=True)
    assert reader_title(article, "mark 1 of 5", "74 %") == "mark 1 of 5 · 74 % · retold · AFP · 20 Aug 2023"
    assert reader_title(replace(article, published=None, source="", retold=False)) == "no source named · undated"
    assert reader_title(replace(article, doubt="the text says 2021")) == "retold · AFP · 20 Aug 2023?"
    assert reader_title(None, "74 %") == "Reader"


EMPTY = [
    ("before the first answer", None, True, "One moment"),
    ("a fault", FAULT, False, "Not searched"),
    ("still reading", View(Query()), True, "Reading the articles"),
    ("an empty folder", View(Query()), False, "No article in this folder"),
    ("not all searched", replace(NOTHING, unsearched=2, of=6), False, "2 of 6 articles\nare not searched yet"),
    (
        "something to take",
        replace(NOTHING, suggestions=(Suggestion("less", Query("a"), 3),)),
        False,
        "↓ then enter searches",
    ),
    ("a span", replace(NOTHING, query=Query("volcano", Span.of_year(2023))), False, "esc shows all time"),
    ("nothing at all", NOTHING, False, "q goes back"),
]


@pytest.mark.parametrize(("view", "busy", "says"), [case[1:] for case in EMPTY], ids=[case[0] for case in EMPTY])
def test_an_empty_list_says_why_and_what_to_press(view: View | None, busy: bool, says: str):
    words = empty_words(view, busy)
    assert says in words
    assert max(map(len, words.splitlines())) <= 28


def test_a_folder_without_a_file_has_no_account_that_would_say_why():
    assert (
        empty_words(View(Query()), False, Sums())
        == "This folder has no file.\nPut articles into it:\nF5 reads it again."
    )
    assert "A says why" in empty_words(View(Query()), False, Sums(files=1))


def test_an_index_is_no_folder_when_it_is_looked_at_again():
    assert again_words(False, Sums(articles=3), has_files=False) == "Nothing has changed in the index."
    assert again_words(True, Sums(articles=3), has_files=False) == "The index has changed: 3 articles."
    assert again_words(False, Sums(articles=3)) == "Nothing has changed in the folder."


OFFERED = replace(
    NOTHING,
    understood="casques AND bleus · also: casque 2 · in other words: peacekeeper 23",
    otherwise="in other words: peacekeeper 23",
)


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (None, "understood as casques AND bleus · also: casque 2 · in other words: peacekeeper 23"),
        (90, "understood as casques AND bleus · also: casque 2 · in other words: peacekeeper 23"),
        (60, "in other words: peacekeeper 23 · I adds them · understood as casques AND bleus · also: casque 2"),
    ],
)
def test_what_the_glossary_offers_comes_first_where_all_would_be_cut(width, said):
    assert "".join(text for text, _ in understood_words(OFFERED, width=width)) == said
