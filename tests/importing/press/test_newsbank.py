"""NewsBank and Retriever: heads below their titles."""

from __future__ import annotations

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


def test_an_article_of_retriever_in_norwegian() -> None:
    record = read_retriever(lines_of_text("Kranen\nKyst, 2013-03-04\nSide 7\nPublisert i print.\n\nDen.\n\n©"))
    assert (record.title, record.outlet, record.page) == ("Kranen", "Kyst", "7")
    assert [line.text for line in record.body] == ["Den."]
