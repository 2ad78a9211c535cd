"""Drafts become articles: printable, within the limits, with one date that is believed."""

from __future__ import annotations

import pytest

from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.address_and_name import date_of_name
from tui.importing.normalise import article_id, to_article
from tui.importing.parsed import Draft

NAMES = [
    ("a day in front", "2023-08-20-talks.md", "2023-08-20"),
    ("a day behind", "afp 2023_08_20.txt", "2023-08-20"),
    ("eight figures", "20230820.txt", "2023-08-20"),
    ("a month", "2023-08 review.txt", "2023-08"),
    ("a folder's date is not the file's", "2023-08-20/talks.md", ""),
    ("a number that is no date", "report-12345678.md", ""),
    ("figures in a word", "000_c20230820a.txt", ""),
    ("a day that does not exist", "2023-02-31.md", ""),
    ("a year alone", "2023.txt", ""),
]


@pytest.mark.parametrize(("path", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_date_of_name(path: str, expected: str) -> None:
    date = date_of_name(path)
    assert (date.iso if date else "") == expected
    assert date is None or date.provenance is Provenance.FILE_NAME


def test_the_most_trusted_date_is_believed_and_the_others_are_kept() -> None:
    days = {
        Provenance.PAGE_HEADER: "2024-11-12",
        Provenance.DATELINE: "2024-11-05",
        Provenance.BYLINE: "2024-11-07",
        Provenance.FRONT_MATTER: "2024-11-06",
    }
    draft = Draft(("x",), "A", tuple(PublishedDate.from_iso(day, where) for where, day in days.items()))
    article = to_article(draft, "2024-11-01 a.md")
    assert article.published == PublishedDate.from_iso("2024-11-06", Provenance.FRONT_MATTER)
    assert [date.iso for date in article.candidates] == ["2024-11-07", "2024-11-05", "2024-11-01", "2024-11-12"]


def test_an_article_without_a_date_has_none() -> None:
    article = to_article(Draft(("x",), "A"), "a.md")
    assert (article.published, article.candidates) == (None, ())


def test_a_title_is_made_where_there_is_none_and_said_to_be_made() -> None:
    assert to_article(Draft(("It rained. Nobody came.",)), "a.md").title == "It rained"
    assert to_article(Draft(("It rained.",)), "a.md").title_made
    assert not to_article(Draft(("It rained.",), "Rain"), "a.md").title_made
    assert to_article(Draft(("",), " "), "b/a.md").title == "a.md"


def test_everything_is_made_printable() -> None:
    hostile = "a\x1b[31m\n\u202eb"
    article = to_article(
        Draft((hostile, "\u200b", "c\nd"), hostile, (), hostile, hostile, "", (hostile, hostile), False, (hostile,)),
        "a.md",
    )
    clean = "a[31m b"
    assert article.text == f"{clean}\n\nc d"
    assert (article.title, article.source, article.author, article.tags, article.left_out) == (
        clean, clean, clean, (clean,), (clean,),
    )  # fmt: skip


def test_ids_are_ten_letters_that_hold_for_path_and_place() -> None:
    assert article_id("a.md", 0) == "nosjitcsys"
    assert len({article_id(path, place) for path in ("a.md", "b.md", "caf\udce9.md") for place in range(3)}) == 9
    assert all(letter.isalpha() and letter.islower() for letter in article_id("x", 1))


def test_words_are_counted_without_bullets_and_dashes() -> None:
    assert to_article(Draft(("• l’ONU – a dit: 15,000 well-known",)), "a.md").words == 6
