"""NewsBank and Retriever: heads below their titles."""

from __future__ import annotations

import pytest

from tui.importing.press.detector import press_articles
from tui.importing.press.line import lines_of_text
from tui.importing.press.newsbank import NEWSBANK, read_newsbank, read_retriever


def test_an_article_of_newsbank() -> None:
    record = read_newsbank(
        lines_of_text(
            "A crane\nstands still\n\nMarch 4, 2023 | Harbour Times, The (Portham)\n\n"
            "Author/Byline: Ada Quill | Section: News | Page: A3 | 1,120 words\n\nIt.\n\nRecord Number: 12ABC"
        )
    )
    assert (record.title, record.outlet, record.author) == (
        "A crane stands still",
        "The Harbour Times (Portham)",
        "Ada Quill",
    )
    assert (record.section, record.page, record.length, record.number) == ("News", "A3", 1120, "12ABC")


def test_a_time_below_a_byline_is_no_head() -> None:
    assert NEWSBANK.seams(lines_of_text("By Ada\n\nNovember 8, 2023 | 1:49 PM\n\nSection: News")) == []


def test_a_head_without_the_labels_of_the_database_is_none() -> None:
    assert NEWSBANK.seams(lines_of_text("A crane\n\nNovember 8, 2023 | Harbour\n\nIt.")) == []


@pytest.mark.parametrize(
    "head",
    [
        "Harbour Times, The (Portham) - March 4, 2023",
        "Harbour Times, The (Portham) • Mar 04, 2023",
        "March 4, 2023 | Harbour Times, The (Portham)",
    ],
)
@pytest.mark.parametrize(
    "labels",
    [
        "Author/Byline: Ada Quill\nSection: News\nPage: 12\n834 words",
        "Ada Quill | Page: 12 | Section: News\n834 Words | Readability: >12",
    ],
    ids=["each in a line", "parted with bars"],
)
def test_the_ways_in_which_heads_and_labels_are_written(head: str, labels: str) -> None:
    foot = "OpenURL Link\nhttps://infoweb.newsbank.com/x\n\nCITATION (AGLC STYLE)\nAda Quill, 'A crane', 4 Mar 2023 12"
    one = (
        f"A crane\n{head}\n{labels}\n\nCopyright is what it was about.\n\n{foot}\n\nCopyright, 2023, Harbour Times.\n\n"
    )
    for count in (1, 2):
        found = press_articles(lines_of_text(one * count))
        assert len(found) == count
        for draft in found:
            assert (draft.title, draft.source, draft.author) == ("A crane", "The Harbour Times (Portham)", "Ada Quill")
            assert (draft.section, draft.page, draft.length, draft.dates[0].iso) == ("News", "12", 834, "2023-03-04")
            assert draft.paragraphs == ("Copyright is what it was about.",)


def test_an_article_of_retriever_in_norwegian() -> None:
    record = read_retriever(lines_of_text("Kranen\nKyst, 2013-03-04\nSide 7\nPublisert i print.\n\nDen.\n\n©"))
    assert (record.title, record.outlet, record.page) == ("Kranen", "Kyst", "7")
    assert [line.text for line in record.body] == ["Den."]


@pytest.mark.parametrize("count", ["394\n Words", "394 Words"], ids=["label in the next line", "one line"])
def test_a_page_that_was_copied(count: str) -> None:
    one = (
        "A crane\n\n March 4, 2023 | Harbour Times, The (Portham)\n\n Author/Byline: ADA QUILL quill@example.org |"
        f" Section: News \n \n {count} \n\n Read News Document\n\n It stands still. \n\n © Copyright © 2023 Harbour."
        " All rights reserved.\n\n"
    )
    for draft in press_articles(lines_of_text(one * 2)):
        assert (draft.title, draft.source, draft.author) == ("A crane", "The Harbour Times (Portham)", "ADA QUILL")
        assert (draft.section, draft.length, draft.dates[0].iso) == ("News", 394, "2023-03-04")
        assert draft.paragraphs == ("It stands still.",)
        assert "Read News Document" in draft.left_out


def test_labels_and_count_that_share_a_line() -> None:
    record = read_newsbank(
        lines_of_text("A crane\n\nMarch 4, 2023 | Harbour\n\nAuthor/Byline: Ada Quill | Section: News 394 Words\n\nIt.")
    )
    assert (record.section, record.length) == ("News", 394)


def test_a_number_without_its_label_begins_the_text() -> None:
    record = read_newsbank(lines_of_text("A crane\n\nMarch 4, 2023 | Harbour\n\nSection: News\n\n1984\n\nIt fell."))
    assert [line.text for line in record.body] == ["1984", "It fell."]
