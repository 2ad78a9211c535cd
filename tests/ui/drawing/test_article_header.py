from __future__ import annotations

from datetime import date

import pytest

from tui.base.days import Precision, Span
from tui.catalogue.catalogue import Head
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.ui.drawing.article_header import (
    article_sections,
    fact_lines,
    language_name,
    left_out_line,
    length_words,
    note_lines,
    published_words,
    short_address,
)


def article(**known: object) -> Article:
    return Article(**{"id": "abcdefghij", "path": "a.md", "title": "Boats leave", "text": "They left.", **known})


def read(written: str, provenance: Provenance) -> PublishedDate:
    return PublishedDate.from_iso(written, provenance)


DATES = [
    ("a day", read("2031-08-05", Provenance.DATE_LINE), "5 Aug 2031 (from the date line)"),
    ("a month", read("2031-06", Provenance.FRONT_MATTER), "Jun 2031 (month only, from the front matter)"),
    ("a year", read("2031", Provenance.FILE_NAME), "2031 (year only, from the file name)"),
    (
        "a month that is a single day to nobody",
        PublishedDate(Span.of_month(2031, 2), Precision.MONTH, Provenance.TEXT),
        "Feb 2031 (month only, from the text)",
    ),
    ("none", None, "undated: no publication date could be found"),
]


@pytest.mark.parametrize(("published", "expected"), [case[1:] for case in DATES], ids=[case[0] for case in DATES])
def test_date_in_words(published, expected):
    assert published_words(article(published=published)) == expected


def test_an_undated_article_with_other_dates_says_that_none_is_its_own():
    other = read("2031-11-12", Provenance.PAGE_HEADER)
    lines = list(fact_lines(article(candidates=(other,))))
    assert lines[0].endswith("undated: no publication date could be found")
    assert lines[1] == "also: 12 Nov 2031 in the page header"


def test_other_dates_are_named_once_and_only_where_they_differ():
    lines = list(
        fact_lines(
            article(
                published=read("2031-07-08", Provenance.DATE_LINE),
                candidates=(
                    read("2031-07-08", Provenance.PAGE_METADATA),
                    read("2031-07-07", Provenance.DATELINE),
                    read("2031-07-07", Provenance.TEXT),
                    read("2031-07", Provenance.FILE_NAME),
                ),
            )
        )
    )
    assert lines[1] == "also: 7 Jul 2031 in the dateline; Jul 2031 in the file name"


def copy(number: int, source: str, published: PublishedDate | None, path: str = "b.md") -> Head:
    return Head(number, f"{number}", path, "Boats", False, published, source, "", "en", (), False, 2)


def test_copies_are_named_by_source_and_date_and_by_their_files_where_those_are_the_same():
    day = read("2031-07-08", Provenance.DATE_LINE)
    known = article(published=day, source="Lake Post")
    copies = [copy(2, "Inland [Times]", None), copy(3, "", day), copy(4, "Lake Post", day, "odd\x1b[31m/b.md")]
    lines = list(fact_lines(known, copies))
    assert lines[1] == "also in: Inland [Times] undated; no source named 8 Jul 2031; odd[31m/b.md"
    assert not any("also in" in line for line in fact_lines(known))


def test_copies_in_one_file_are_named_by_their_ids():
    assert "also in: 7" in list(fact_lines(article(), [copy(7, "", None, "a.md")]))


def test_of_very_many_copies_the_first_are_named():
    copies = [copy(number, f"Post {number}", None) for number in range(24)]
    (line,) = (line for line in fact_lines(article(), copies, 5000) if "also in" in line)
    assert line.endswith("Post 7 undated and 4,992 more")


def test_everything_that_is_known_is_said():
    known = article(
        source="Lake Post",
        author="Mira Tolen",
        language="fr",
        tags=("lake", "boats"),
        words=1234,
        published=read("2031-05-01", Provenance.BYLINE),
    )
    assert list(fact_lines(known)) == [
        "Lake Post · 1 May 2031 (from the byline)",
        "by Mira Tolen · 1,234 words · 5 min · French",
        "tags: lake, boats",
    ]


def test_what_is_unknown_is_said_or_left_away():
    assert list(fact_lines(article(words=2))) == [
        "no source named · undated: no publication date could be found",
        "2 words · 1 min",
    ]


LENGTHS = [
    (0, ("0 words", "1 min")),
    (1, ("1 word", "1 min")),
    (500, ("500 words", "2 min")),
    (30_000, ("30,000 words", "2 h 6 min")),
]


@pytest.mark.parametrize(("words", "expected"), LENGTHS)
def test_length(words, expected):
    assert length_words(words) == expected


def test_an_unknown_language_stands_for_itself():
    assert (language_name("en"), language_name("xx"), language_name("")) == ("English", "xx", "")


NOTES = [
    ("nothing to say", {}, []),
    ("a made title", {"title_made": True}, ["The title was made of the first sentence: the file has none."]),
    (
        "retold",
        {"retold": True, "source": "Lake Post"},
        ["Retold in our own words: not the outlet's sentences, do not quote them as Lake Post's."],
    ),
    (
        "retold from a source in the plural",
        {"retold": True, "source": "Post and agencies"},
        ["Retold in our own words: not the outlet's sentences, do not quote them as Post and agencies'."],
    ),
    (
        "retold from nobody",
        {"retold": True},
        ["Retold in our own words: not the outlet's sentences, do not quote them as the source's."],
    ),
]


@pytest.mark.parametrize(("known", "expected"), [case[1:] for case in NOTES], ids=[case[0] for case in NOTES])
def test_notes(known, expected):
    assert list(note_lines(article(**known))) == expected


def test_lines_left_out_are_counted_and_shown_on_demand():
    known = article(left_out=("Share this", "Read also: boats"))
    assert left_out_line(known, False) == "2 lines of the file left out · x shows them"
    assert left_out_line(article(left_out=("Share this",)), True) == "1 line of the file left out · x hides it"
    assert left_out_line(known, None) == "2 lines of the file left out", "where no key reaches the page"
    assert left_out_line(article(), False) == ""
    shown = {section.name: section.text for section in article_sections(known, True)}
    assert shown["left-out"] == "Share this\nRead also: boats"
    assert "left-out" not in {section.name for section in article_sections(known) if section.text}


def test_an_article_without_text_says_so():
    assert "The file holds no text of this article." in [section.text for section in article_sections(article(text=""))]


def test_hostile_facts_stay_on_their_line():
    known = article(source="Post\n\x1b]0;x\x07", author="A\u202eB", tags=("[red]", "a\nb"))
    assert list(fact_lines(known)) == [
        "Post ]0;x · undated: no publication date could be found",
        "by AB · 0 words · 1 min",
        "tags: [red], a b",
    ]


def test_a_doubtful_date_names_its_doubt_and_every_witness():
    known = article(
        source="Lake Post",
        published=read("2031-08-20", Provenance.FRONT_MATTER),
        candidates=(
            read("2031-08-20", Provenance.ADDRESS),
            read("2031-03-02", Provenance.TEXT),
            read("2031-03-02", Provenance.FILE_NAME),
            read("2031-08", Provenance.FILE_NAME),
        ),
        doubt="the front matter says 2031-08-20, the text 2031-03-02",
    )
    assert list(fact_lines(known))[:2] == [
        "Lake Post · 20 Aug 2031 (doubtful, from the front matter and the address)",
        "also: 2 Mar 2031 in the text and the file name; Aug 2031 in the file name",
    ]
    assert list(note_lines(known)) == [
        "The date is doubtful: the front matter says 2031-08-20, the text 2031-03-02.",
    ]


def test_a_month_can_be_doubtful_too():
    known = article(published=read("2031-06", Provenance.TEXT), doubt="days and months are not told apart")
    assert published_words(known) == "Jun 2031 (doubtful, month only, from the text)"


def test_the_address_and_the_day_of_the_copy_are_told():
    known = article(address="https://www.lake.example/boats/", captured=date(2031, 9, 1))
    assert "lake.example/boats · copy taken on 1 Sep 2031" in list(fact_lines(known))
    assert "copy taken on 1 Sep 2031" in list(fact_lines(article(captured=date(2031, 9, 1))))


ADDRESSES = [
    ("nothing", "", ""),
    ("a short one", "http://lake.example/a", "lake.example/a"),
    (
        "a long one",
        "https://lake.example/2031/08/20/when-the-boats-left-the-harbour",
        "lake.example/…hen-the-boats-left-the-harbour",
    ),
    ("an address within one", "https://lake.example/?u=https://b.example", "lake.example/?u=https://b.example"),
    ("a host that never ends", f"https://{'a' * 90}.example/b/c/boats-leave", f"{'a' * 22}/…ts-leave"),
    ("control characters", "https://lake.example/\x1b[31mred", "lake.example/[31mred"),
]


@pytest.mark.parametrize(("address", "short"), [case[1:] for case in ADDRESSES], ids=[case[0] for case in ADDRESSES])
def test_a_web_address_takes_one_line(address: str, short: str):
    assert short_address(address) == short
